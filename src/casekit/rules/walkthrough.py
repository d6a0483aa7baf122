"""The walk-through: notebooks and sections name each other's parts."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from casekit.errors import Problem
from casekit.frozen import FACT_ID
from casekit.page import texts
from casekit.prose import citations, flaws
from casekit.question import Policy
from casekit.rules.placed import Ids, mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from casekit.notebook import Notebook
    from casekit.rules.parts import Parts, SectionPart


def walkthrough(parts: Parts, books: Collection[Notebook]) -> Iterator[Problem]:
    """Notebooks that are missing, say too much, or do not do as their section says."""
    yield from _missing(parts, books)
    sections = {section.stem: section for section in parts.sections}
    stems = {stem.value for stem in parts.stems}
    yield from worded(parts, books)
    for book in books:
        path = book.page.path
        section = sections.get(book.stem)
        if section is not None:
            yield from _calls(parts, section, book)
            yield from _cited(parts, section, book)
        elif book.stem not in stems and parts.listed and not parts.outline.problems:
            yield Problem(path, 1, "has no section", "name it in case.yaml")


def worded(parts: Parts, books: Collection[Notebook]) -> Iterator[Problem]:
    """Figures in notebooks' prose that no fact bears."""
    licence = parts.licence()
    for book in books:
        for cell in book.prose:
            for flaw in flaws(cell.text, book.language, licence):
                line = cell.line(flaw.offset)
                yield Problem(book.page.path, line, flaw.wrong, flaw.right)


def _missing(parts: Parts, books: Collection[Notebook]) -> Iterator[Problem]:
    for language in sorted({book.language for book in books}):
        there = {book.stem for book in books if book.language == language}
        for stem in parts.stems:
            if stem.value not in there:
                path = f"{parts.slug}/{language}/{stem.value}.ipynb"
                yield Problem(path, 1, "is missing", "write it")


def _calls(parts: Parts, section: SectionPart, book: Notebook) -> Iterator[Problem]:
    own = Ids(frozenset({section.stem}))
    known = {
        "agenda": own,
        "ask": section.ids("questions").if_also(parts.question_ids),
        "show": section.listed("exhibits"),
        "simulate": section.listed("simulators"),
        "reveal": section.ids("reveals").if_also(parts.reveal_ids),
        "rubric": own,
        "sources": own,
    }
    path = book.page.path
    again = {("ask", name) for name in _asked_before(parts, section)}
    mistaken: set[str] = set()  # verbs called with a wrong name; which was meant?
    for call in book.calls:
        ids = known[call.verb]
        if ids.lacks(call.name) and (call.verb, call.name) not in again:
            mistaken.add(call.verb)
            told = f"calls {call.verb}({call.name!r})"
            wrong = f"{told}, which section {section.stem!r} lacks"
            right = f"it has {', '.join(sorted(ids.names)) or 'none'}"
            yield Problem(path, call.line, wrong, right)
    if not book.sound:
        return
    called = {(call.verb, call.name) for call in book.calls}
    called |= {("ask", name) for name in _policies(parts, section, called)}
    for verb, ids in known.items():
        for name in sorted(ids.names):
            if (verb, name) not in called and verb not in mistaken and ids.sure:
                wrong = f"never calls {verb}({name!r}), which its section has"
                right = "add the cell or take it from the section"
                yield Problem(path, 1, wrong, right)


def _asked_before(parts: Parts, section: SectionPart) -> Iterator[str]:
    """The questions of earlier sections; a learner may look at an answer again."""
    stems = (stem.value for stem in parts.stems)
    before = set(takewhile(lambda stem: stem != section.stem, stems))
    for other in parts.sections:
        if other.stem in before:
            yield from other.ids("questions").names


def _policies(
    parts: Parts, section: SectionPart, called: Collection[tuple[str, str]]
) -> Collection[str]:
    """The policies that simulators ask on their own cards.

    All of the section's where a simulator names another question: it was told.
    """
    known = {q.value.id for q in section.questions if isinstance(q.value, Policy)}
    named = (
        mapping(part.page).get("policy")
        for part in parts.simulators
        if ("simulate", part.stem) in called
    )
    asked = {name if isinstance(name, str) else "" for name in named}
    return asked | known if asked - known else asked


def _cited(parts: Parts, section: SectionPart, book: Notebook) -> Iterator[Problem]:
    """A notebook's facts are in its section's list, from which its sources are made."""
    listed = section.listed("facts", FACT_ID)
    own = [part for key, part in mapping(section.page).items() if key != "reveals"]
    asked = {name for *_, words in texts(own) for _, name in citations(words)}
    for cell in book.prose:
        for offset, name in citations(cell.text):
            known = name in parts.ledger and name not in asked
            if known and listed.lacks(name):
                wrong = f"cites [{name}], which section {section.stem!r} does not list"
                right = "add it to the section's facts"
                yield Problem(book.page.path, cell.line(offset), wrong, right)
