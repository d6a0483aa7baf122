"""The notebooks of a case as the checker reads them: their prose and their calls."""

from __future__ import annotations

import ast
import json
import re
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from casekit.page import Page, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casekit.frozen import Language

LARGEST = 5_000_000  # bytes; pictures are stored inside
LONGEST = 20_000  # characters of a code cell; ours have eight lines
CALLS = frozenset({"agenda", "ask", "show", "simulate", "reveal", "rubric", "sources"})
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


@dataclass(frozen=True)
class Call:
    """`desk.ask("urgent-threshold")` in a code cell."""

    verb: str
    name: str
    line: int


@dataclass(frozen=True)
class Cell:
    """A cell: its text, the line of the file on which each of its lines starts."""

    kind: str
    text: str
    lines: tuple[int, ...]
    calls: tuple[Call, ...] = ()

    def line(self, offset: int = 0) -> int:
        if not self.lines:  # nothing is written in it
            return 1
        return self.lines[min(self.text.count("\n", 0, offset), len(self.lines) - 1)]


@dataclass
class Notebook:
    """`sound` tells whether all its cells could be read; they stand in their order."""

    page: Page
    language: Language
    stem: str
    cells: list[Cell] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.page.problems

    @property
    def prose(self) -> list[Cell]:
        """The Markdown cells that say something."""
        return [cell for cell in self.cells if cell.kind == "markdown" and cell.lines]

    @property
    def calls(self) -> list[Call]:
        return [call for cell in self.cells for call in cell.calls]


def read_notebook(path: Path, name: str, *, language: Language) -> Notebook:
    """A notebook; what cannot be read is a problem of its page."""
    page = read_text(path, name, largest=LARGEST)
    book = Notebook(page, language, path.stem)
    if page.problems:
        return book
    try:
        cells = [(_kind(c), _source(c["source"])) for c in _cells(page.text)]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        wrong = f"is not a notebook ({type(error).__name__}: {error})"
        page.problem(line, wrong, "save it again from JupyterLab")
        return book
    places = _source_lines(page.text)
    for index, (kind, parts) in enumerate(cells):
        text = "".join(parts)
        lines = _line_of_each(parts, places.get(index, {}))
        calls = _calls(page, text, lines) if kind == "code" and lines else ()
        book.cells.append(Cell(kind, text, lines, tuple(calls)))
    return book


def _cells(text: str) -> list[Any]:
    cells = json.loads(text)["cells"]
    if not isinstance(cells, list):
        raise TypeError("its cells are not a list")
    return cells


def _kind(cell: Any) -> str:  # noqa: ANN401 - whatever the file holds
    kind = cell["cell_type"]
    if not isinstance(kind, str):
        raise TypeError("a cell's type is not a word")
    return kind


def _source(source: Any) -> list[str]:  # noqa: ANN401 - whatever the file holds
    parts = [source] if isinstance(source, str) else source
    if not isinstance(parts, list):
        raise TypeError("a cell's source is not words")
    return [*parts] if "".join(parts) else []


def _line_of_each(parts: list[str], places: dict[int, int]) -> tuple[int, ...]:
    """The line of the file for each line of a cell."""
    found: list[int] = []
    fresh = True
    for index, part in enumerate(parts):
        lines = part.split("\n")
        if lines[-1] == "":
            lines.pop()
        new = len(lines) if fresh else len(lines) - 1
        found += [places.get(index, 1)] * new
        fresh = part.endswith("\n") or (fresh and not part)
    return tuple(found)


def _calls(page: Page, text: str, lines: tuple[int, ...]) -> Iterator[Call]:
    try:
        if len(text) > LONGEST:
            raise ValueError(f"longer than {LONGEST} characters")  # noqa: TRY301
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        wrong = f"has a code cell that is not Python ({error})"
        page.problem(lines[0], wrong, "correct it")
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr=verb),
                args=[ast.Constant(value=str(name)), *_],
            ) if verb in CALLS:
                yield Call(verb, name, lines[min(node.lineno, len(lines)) - 1])


def _source_lines(text: str) -> dict[int, dict[int, int]]:
    """For each cell, the line of the file on which each part of its source stands."""
    found: dict[int, dict[int, int]] = {}
    path: list[str | int] = []  # keys and places from the outermost in
    line, done, key = 1, 0, False
    for match in _TOKEN.finditer(text):
        sign = match[0]
        line, done = line + text.count("\n", done, match.start()), match.start()
        if sign in "{[":
            _source_line(found, path, None, line)
            path.append(0 if sign == "[" else "")
            key = sign == "{"
        elif sign in "}]":
            path.pop()
        elif sign == ",":
            if isinstance(path[-1], int):
                path[-1] += 1
            else:
                key = True
        elif key and sign[0] == '"':
            path[-1], key = json.loads(sign), False
        elif sign[0] == '"':
            _source_line(found, path, 0, line)
    return found


def _source_line(
    found: dict[int, dict[int, int]],
    path: list[str | int],
    part: int | None,
    line: int,
) -> None:
    match path:
        case ["cells", int(cell), "source"]:
            found[cell] = {} if part is None else {part: line}
        case ["cells", int(cell), "source", int(index)]:
            found.setdefault(cell, {})[index] = line
