"""Markup: YAML, built from the parser's events, without recursion, tags or aliases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from casekit.page.text import Page, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.page.text import Loc

DEEPEST = 20  # levels; a real case has eight
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_FRACTION = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")


def read_yaml(path: Path, name: str) -> Page:
    """A page of YAML as plain values; mappings have words as keys, dates stay words."""
    page = read_text(path, name)
    if page.problems:
        return page
    try:
        _Builder(page).build()
    except yaml.MarkedYAMLError as error:
        page.problem(
            _line(error.problem_mark or error.context_mark),
            f"is not YAML here ({error.problem or error.context})",
            "check indentation, quotes and colons",
        )
        page.value = None
    except _TooDeepError as error:
        page.problem(error.line, f"is nested deeper than {DEEPEST}", "flatten it")
        page.value = None
    return page


def _line(mark: Any) -> int:  # noqa: ANN401 - the C parser's mark or Python's
    return mark.line + 1 if mark is not None else 1


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        self.line = line


@dataclass
class _Open:
    """A mapping or list that is still being filled; without a place it is not kept."""

    loc: Loc | None
    value: dict[str, Any] | list[Any]
    key: str | None = None  # of a mapping, once it is read
    skipped: bool = False  # the value of this key is read but not kept

    def waits_for_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None

    def place(self, value: Any) -> Loc | None:  # noqa: ANN401
        """Take in the next value, and tell its place if it is kept."""
        if isinstance(self.value, list):
            self.value.append(value)
            return None if self.loc is None else (*self.loc, len(self.value) - 1)
        key, self.key = self.key or "", None
        if self.skipped:
            return None
        self.value[key] = value
        return None if self.loc is None else (*self.loc, key)


class _Builder:
    """The values of one page, made from the YAML parser's events."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open: list[_Open] = []
        self.documents = 0

    def build(self) -> None:
        for event in yaml.parse(self.page.text, Loader=_Loader):
            line = _line(event.start_mark)
            match event:
                case yaml.DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        wrong = "starts a second document"
                        self.page.problem(line, wrong, "keep one, without ---")
                        self.page.value = None
                        return
                case yaml.AliasEvent():
                    self.alias(event, line)
                case yaml.ScalarEvent():
                    self.scalar(event, line)
                case yaml.MappingStartEvent():
                    self.start({}, line)
                case yaml.SequenceStartEvent():
                    self.start([], line)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self.open.pop()

    def alias(self, event: yaml.AliasEvent, line: int) -> None:
        wrong = f"uses the alias *{event.anchor}"
        self.page.problem(line, wrong, "write the part out")
        if not self.lost_key():
            loc = self.place(None, line)
            if loc is not None:
                self.page.told.add(loc)

    def scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        top = self.open[-1] if self.open else None
        if top is not None and top.waits_for_key():
            top.key, top.skipped = event.value, event.value in top.value
            if top.skipped:
                wrong = f"repeats the key {event.value!r}"
                self.page.problem(line, wrong, "keep one of them")
            return
        loc = self.place(_plain(event), line)
        last = _line(event.end_mark)
        if loc is None or last == line:
            return
        if event.style in {"|", ">"}:
            self.page.span(loc, line + 1, 0, last)
        else:
            self.page.span(loc, line, getattr(event.start_mark, "column", 0), last)

    def start(self, value: dict[str, Any] | list[Any], line: int) -> None:
        if len(self.open) == DEEPEST:
            raise _TooDeepError(line)
        if self.lost_key():
            self.page.problem(line, "has a list or mapping as a key", "use a word")
            self.open.append(_Open(None, value))
        else:
            self.open.append(_Open(self.place(value, line), value))

    def lost_key(self) -> bool:
        """Whether a key was due here; what stands instead is skipped with its value."""
        if not self.open or not self.open[-1].waits_for_key():
            return False
        self.open[-1].key, self.open[-1].skipped = "", True
        return True

    def place(self, value: Any, line: int) -> Loc | None:  # noqa: ANN401
        if self.open:
            loc = self.open[-1].place(value)
        else:
            self.page.value, loc = value, ()
        if loc is not None:
            self.page.lines[loc] = line
        return loc


def _plain(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    """YAML's numbers, truth values and nothing; all else, dates too, stays words."""
    words = str(event.value)
    if event.tag is not None or not event.implicit[0]:
        return words
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, words, event.implicit)
    match tag.rpartition(":")[2]:
        case "null":
            return None
        case "bool":
            return words.lower() in {"yes", "true", "on"}
        case "int" if _INTEGER.fullmatch(words):
            return int(words)
        case "float" if _FRACTION.fullmatch(words):
            return float(words)
    return words
