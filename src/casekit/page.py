"""A page: one text file of a case, read once, that knows the line of everything in it.

YAML is built from the parser's events, without recursion, tags or aliases, so that no
file, however broken or hostile, can do more than be told what is wrong with it.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from casekit.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Loc = tuple[str | int, ...]

LARGEST = 1_000_000  # bytes; the longest file of a real case has a tenth
DEEPEST = 20  # levels; a real case has eight
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = yaml.resolver.Resolver()
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_FRACTION = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")


@dataclass
class Page:
    """What a file says (`value`), the line of each of its parts, and its problems."""

    path: str
    text: str = ""
    value: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, loc: Loc) -> int:
        """The line of the part at `loc`, or of the nearest part around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def problem(self, line: int, wrong: str, right: str) -> None:
        self.problems.append(Problem(self.path, line, wrong, right))


def read_text(path: Path, name: str, *, largest: int = LARGEST) -> Page:
    """A page's text alone; what cannot be read is a problem, not an exception."""
    page = Page(name)
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        page.problem(1, f"cannot be read ({reason})", "put a readable file there")
        return page
    if len(raw) > largest:
        page.problem(
            1,
            f"is larger than {largest} bytes",
            "split it or leave out what is not text",
        )
        return page
    try:
        page.text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        page.problem(
            line, f"byte {raw[error.start]:#04x} is not UTF-8", "save as UTF-8"
        )
    return page


def read_yaml(path: Path, name: str) -> Page:
    """A page of YAML as plain values; mappings have words as keys, dates stay words."""
    page = read_text(path, name)
    if page.problems:
        return page
    try:
        _build(page)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        page.problem(
            line,
            f"is not YAML here ({error.problem or error.context})",
            "check indentation, quotes and colons",
        )
        page.value = None
    except yaml.YAMLError as error:
        told = " ".join(str(error).split())
        page.problem(
            1, f"is not YAML ({told})", "save plain text without control signs"
        )
        page.value = None
    return page


def read_csv(path: Path, name: str) -> tuple[Page, list[tuple[int, dict[str, str]]]]:
    """A page of CSV as rows with their line; every row has every column."""
    page = read_text(path, name)
    if page.problems:
        return page, []
    reader = csv.reader(page.text.splitlines(keepends=True), strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    try:
        header = [column.strip() for column in next(reader, [])]
        if not header or len(set(header)) < len(header) or "" in header:
            page.problem(
                1, "its header has empty or repeated names", "name each column once"
            )
            return page, []
        for row in reader:
            line = reader.line_num
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(header):
                page.problem(
                    line,
                    f"has {len(row)} cells, the header has {len(header)}",
                    "give every column a cell; put quotes around commas",
                )
                continue
            rows.append(
                (line, {k: v.strip() for k, v in zip(header, row, strict=True)})
            )
    except csv.Error as error:
        page.problem(
            reader.line_num, f"is not CSV ({error})", "check quotes and commas"
        )
    return page, rows


def texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str, str]]:  # noqa: ANN401
    """Every text in two languages inside `value`: its place, a language, its words."""
    if isinstance(value, dict):
        if set(value) == {"id", "en"}:
            yield from ((loc, k, v) for k, v in value.items() if isinstance(v, str))
        else:
            for key, part in value.items():
                yield from texts(part, (*loc, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from texts(part, (*loc, index))


@dataclass
class _Open:
    """A mapping or list that is still being filled."""

    loc: Loc
    value: Any
    key: str | None = None
    skipped: bool = False  # a repeated key's value is read but not kept


def _build(page: Page) -> None:
    stack: list[_Open] = []
    for event in yaml.parse(page.text, Loader=_Loader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            page.problem(line, f"uses the alias *{event.anchor}", "write the part out")
            _place(page, stack, None, line)
        elif isinstance(event, yaml.DocumentStartEvent) and page.value is not None:
            page.problem(line, "starts a second document", "keep one, without ---")
            return
        elif isinstance(event, yaml.ScalarEvent):
            _scalar(page, stack, event, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(stack) == DEEPEST:
                page.problem(line, f"is nested deeper than {DEEPEST}", "flatten it")
                page.value = None
                return
            new: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
                page.problem(line, "has a list or mapping as a key", "use a word")
                stack[-1].key, stack[-1].skipped = "", True
                loc: Loc = ("",)
                stack.append(_Open(loc, new))
                continue
            loc = _place(page, stack, new, line)
            stack.append(_Open(loc, new))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()


def _scalar(page: Page, stack: list[_Open], event: yaml.ScalarEvent, line: int) -> None:
    top = stack[-1] if stack else None
    if top is not None and isinstance(top.value, dict) and top.key is None:
        top.key, top.skipped = event.value, event.value in top.value
        if top.skipped:
            page.problem(line, f"repeats the key {event.value!r}", "keep one of them")
        return
    _place(page, stack, _plain(event), line)


def _place(page: Page, stack: list[_Open], value: Any, line: int) -> Loc:  # noqa: ANN401
    if not stack:
        page.value, page.lines[()] = value, line
        return ()
    top = stack[-1]
    if isinstance(top.value, list):
        loc = (*top.loc, len(top.value))
        top.value.append(value)
    else:
        key, top.key = top.key or "", None
        loc = (*top.loc, key)
        if top.skipped:
            return loc
        top.value[key] = value
    page.lines[loc] = line
    return loc


def _plain(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    """YAML's numbers, truth values and nothing; all else, dates too, stays words."""
    words = str(event.value)
    if event.tag is not None or not event.implicit[0]:
        return words
    tag = _RESOLVER.resolve(yaml.ScalarNode, words, event.implicit)
    kind = tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return words.lower() in {"yes", "true", "on"}
    if kind == "int" and _INTEGER.fullmatch(words):
        return int(words)
    if kind == "float" and _FRACTION.fullmatch(words):
        return float(words)
    return words
