"""The notebooks of a case as the checker reads them: their prose and their calls."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from casekit.errors import Problem
from casekit.page import read_text

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5_000_000  # bytes; pictures are stored inside
CALLS = frozenset({"ask", "show", "reveal", "rubric", "sources"})


@dataclass(frozen=True)
class Prose:
    """A Markdown cell: its words and the line of the file on which each starts."""

    text: str
    lines: tuple[int, ...]

    def line(self, offset: int) -> int:
        return self.lines[min(self.text.count("\n", 0, offset), len(self.lines) - 1)]


@dataclass(frozen=True)
class Call:
    """`desk.ask("urgent-threshold")` in a code cell."""

    verb: str
    name: str
    line: int


@dataclass
class Notebook:
    path: str
    language: str
    stem: str
    prose: list[Prose] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_notebooks(folder: Path) -> tuple[Notebook, ...]:
    """Every notebook in a case's language folders."""
    paths = [
        p for lang in ("id", "en") for p in sorted((folder / lang).glob("*.ipynb"))
    ]
    return tuple(_read(path, f"{folder.name}/{path.parent.name}") for path in paths)


def _read(path: Path, folder: str) -> Notebook:
    book = Notebook(f"{folder}/{path.name}", path.parent.name, path.stem)
    page = read_text(path, book.path, largest=LARGEST)
    book.problems += page.problems
    if page.problems:
        return book
    try:
        cells = json.loads(page.text)["cells"]
        sources = [(cell["cell_type"], _lines(cell["source"])) for cell in cells]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        told = f"is not a notebook ({type(error).__name__}: {error})"
        book.problems.append(
            Problem(book.path, 1, told, "save it again from JupyterLab")
        )
        return book
    finder = _Finder(page.text)
    for kind, lines in sources:
        numbers = tuple(finder.line(line) for line in lines)
        text = "".join(lines)
        if kind == "markdown" and lines:
            book.prose.append(Prose(text, numbers))
        elif kind == "code":
            _calls(book, text, numbers)
    return book


def _lines(source: Any) -> list[str]:  # noqa: ANN401 - whatever the file holds
    text = source if isinstance(source, str) else "".join(source)
    return text.splitlines(keepends=True)


def _calls(book: Notebook, text: str, numbers: tuple[int, ...]) -> None:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = numbers[0] if numbers else 1
        told = f"has a code cell that is not Python ({error})"
        book.problems.append(Problem(book.path, line, told, "correct it"))
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(attr=verb),
                args=[ast.Constant(value=str(name)), *_],
            ) if verb in CALLS:
                line = numbers[min(node.lineno, len(numbers)) - 1]
                book.calls.append(Call(verb, name, line))


class _Finder:
    """The line of the file in which a cell's line stands, looking ever further down."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._from = 0

    def line(self, words: str) -> int:
        for ascii_only in (False, True):
            quoted = json.dumps(words, ensure_ascii=ascii_only)[1:-1]
            place = self._text.find(quoted, self._from)
            if place >= 0:
                self._from = place
                break
        return self._text.count("\n", 0, self._from) + 1
