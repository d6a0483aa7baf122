"""Parity: both languages take the class through the same cells, on the same facts."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from casekit.errors import Problem
from casekit.frozen import LANGUAGES
from casekit.prose import citations, spoken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from casekit.notebook import Cell, Notebook

FEW = 8  # words that two languages may well have in common
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[ \t]|$)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t>]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ROW = re.compile(r"^[ \t]*\|", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")


def parity(
    books: Collection[Notebook], told: Collection[Problem] = ()
) -> Iterator[Problem]:
    """Every notebook that does or rests on something else than its other language.

    A cell of which something is `told` already may differ for that reason; a notebook
    that lacks a part (told on its first line) may differ anywhere.
    """
    first, *others = LANGUAGES
    places = {(problem.path, problem.line) for problem in told}
    there = {(book.language, book.stem): book for book in books}
    yield from _absent(books, {problem.path for problem in told})
    for language in others:
        for book in books:
            other = there.get((first, book.stem))
            if book.language == language and other is not None:
                yield from _pair(other, book, places)


def _absent(books: Collection[Notebook], told: Collection[str]) -> Iterator[Problem]:
    """The notebooks of a language that has none; where it has some, that is told."""
    present = {book.language for book in books}
    for book in books:
        slug, _, name = book.page.path.rsplit("/", 2)
        for language in LANGUAGES:
            folder = f"{slug}/{language}"
            if language not in present and folder not in told:
                yield Problem(f"{folder}/{name}", 1, "is missing", "write it")


def _pair(
    other: Notebook, book: Notebook, told: Collection[tuple[str, int]]
) -> Iterator[Problem]:
    def excused(book: Notebook, lines: Collection[int]) -> bool:
        return any((book.page.path, line) in told for line in lines)

    if not (book.sound and other.sound) or any(excused(b, (1,)) for b in (other, book)):
        return
    path, last, last_there = book.page.path, 1, 1
    for there, here in zip_longest(other.cells, book.cells):
        last = here.line() if here is not None else last
        last_there = there.line() if there is not None else last_there
        place = f"{other.page.path}:{last_there}"
        if there is None or here is None or there.kind != here.kind:
            wrong, right = _unlike(there, here, place)
            yield Problem(path, last, wrong, right)
            return  # what follows has no like either
        if excused(other, there.lines) or excused(book, here.lines):
            continue
        if here.kind == "markdown":
            differences = _prose(there, here, place)
        else:
            languages = other.language, book.language
            differences = _code(there, here, place, languages)
        for wrong, right in differences:
            yield Problem(path, last, wrong, right)


def _unlike(there: Cell | None, here: Cell | None, place: str) -> tuple[str, str]:
    right = "give both languages the same cells in the same order"
    if here is None:
        return f"ends where {place} goes on", right
    if there is None:
        return f"goes on where {place} ends", right
    return f"has a cell of {here.kind} where {place} has one of {there.kind}", right


def _prose(there: Cell, here: Cell, place: str) -> Iterator[tuple[str, str]]:
    theirs = _frame(there.text)
    for noun, own in _frame(here.text).items():
        if own != theirs[noun]:
            wrong = f"has {noun} {own} where {place} has {theirs[noun]}"
            yield wrong, f"give both languages the same {noun}"
    same = here.text.strip() == there.text.strip()
    if same and len(_WORD.findall(spoken(here.text))) > FEW:
        yield f"says what {place} says, word for word", "translate it"


def _frame(text: str) -> dict[str, str]:
    """What a text stands on, whatever its language."""
    plain = spoken(text)
    return {
        "headings": _listed(_HEADING.findall(plain)),
        "table rows": str(len(_ROW.findall(plain))),
        "list items": str(len(_ITEM.findall(plain))),
        "citations": _listed(sorted(name for _, name in citations(text))),
        "links": _listed(sorted(_LINK.findall(text))),
    }


def _code(
    there: Cell, here: Cell, place: str, languages: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    theirs, own = (
        _listed([f"{c.verb}({c.name!r})" for c in cell.calls]) for cell in (there, here)
    )
    texts = {
        cell.text.replace(f'language="{language}"', "")
        for cell, language in zip((there, here), languages, strict=True)
    }
    if own != theirs:
        yield f"calls {own} where {place} calls {theirs}", "make the same calls in both"
    elif len(texts) > 1:
        yield f"runs other code than {place}", "run the same, but for the language"


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "none"
