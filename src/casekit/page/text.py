"""Text: what a file says, the line of each of its parts, and its problems."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from casekit.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Loc = tuple[str | int, ...]

LARGEST = 1_000_000  # bytes; the longest file of a real case has a tenth
_BREAK = re.compile(r"\r\n|\r|\n")
_UNSEEN = re.compile(r"[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
                     r"\U00010000-\U0010ffff]")  # fmt: skip


@dataclass
class Page:
    """What a file says (`value`), the line of each of its parts, and its problems.

    `told` are the places whose own problem is told already.
    """

    path: str
    text: str = ""
    value: Any = None
    lines: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    told: set[Loc] = field(default_factory=set)
    _spans: dict[Loc, tuple[int, int, int]] = field(default_factory=dict)
    _rows: list[str] = field(default_factory=list)

    def line(self, loc: Loc) -> int:
        """The line of the part at `loc`, or of the nearest part around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def line_in(self, loc: Loc, before: str) -> int:
        """The line on which the words at `loc` go on after `before`."""
        if loc not in self._spans:
            return self.line(loc)
        first, column, last = self._spans[loc]
        if not self._rows:
            self._rows = _BREAK.split(self.text)
        left = len(before.split()) - (before[-1:].strip() != "")
        for number in range(first, last + 1):
            here = len(self._rows[number - 1][column:].split())
            if left < here:
                return number
            left, column = left - here, 0
        return last

    def span(self, loc: Loc, first: int, column: int, last: int) -> None:
        """Remember that the words at `loc` run over several lines."""
        self._spans[loc] = (first, column, last)

    def problem(self, line: int, wrong: str, right: str) -> None:
        self.problems.append(Problem(self.path, line, wrong, right))


def read_text(path: Path, name: str, *, largest: int = LARGEST) -> Page:
    """A page's text alone; what cannot be read is a problem, not an exception."""
    page = Page(name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            page.problem(1, "is not a file", "put a text file there")
            return page
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
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _after(raw[: error.start].decode("latin-1"))
        page.problem(
            line, f"byte {raw[error.start]:#04x} is not UTF-8", "save as UTF-8"
        )
        return page
    if unseen := _UNSEEN.search(text):
        line = _after(text[: unseen.start()])
        wrong = f"has the invisible sign U+{ord(unseen[0]):04X}"
        page.problem(line, wrong, "remove it; save as plain text")
        return page
    page.text = text
    return page


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


def _after(text: str) -> int:
    """The line on which what follows `text` stands."""
    return len(_BREAK.findall(text)) + 1
