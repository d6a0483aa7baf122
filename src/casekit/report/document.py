"""A report before it is drawn: its blocks, with every directive replaced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from casekit.note import (
    Directive,
    Heading,
    Table,
    inside,
    plain,
    read_note,
)
from casekit.report.ledger import glossary, ledger, sources
from casekit.report.lesson import objectives, section, versions
from casekit.report.question import question_box
from casekit.report.runsheet import run_sheet
from casekit.words import day, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.note import Block, Run

WHOLE = {
    "objectives": objectives,
    "versions": versions,
    "run-sheet": run_sheet,
    "glossary": glossary,
    "ledger": ledger,
    "sources": sources,
}


@dataclass(frozen=True)
class Document:
    """`subtitle` says which case it is and for whom."""

    title: str
    subtitle: str
    language: Language
    blocks: tuple[Block, ...]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Where its links may lead; a link to anything else is only words."""
        return frozenset(_anchors(self.blocks))

    @cached_property
    def lead(self) -> tuple[Block, ...]:
        """What stands above the first heading, and so above the contents list."""
        return tuple(takewhile(lambda b: not isinstance(b, Heading), self.blocks))

    @cached_property
    def body(self) -> tuple[Block, ...]:
        return self.blocks[len(self.lead) :]

    @cached_property
    def contents(self) -> tuple[Heading, ...]:
        """The headings of its parts and what stands right below them."""
        headings = [block for block in self.blocks if isinstance(block, Heading)]
        return tuple(h for h in headings if h.level in {2, 3})

    def leads(self, run: Run) -> str:
        """Where a run's link goes, if there is such a place."""
        inner = run.to.startswith("#")
        return "" if inner and run.to[1:] not in self.anchors else run.to

    def say(self, key: str, **amounts: object) -> str:
        return say(key, self.language, **amounts)


def teaching_note(case: Case, language: Language) -> Document:
    """The whole note, as its authors wrote it and the case fills it in."""
    note = read_note(case.notes[language])
    title = plain(note.title) or say("note-title", language)
    blocks = note.blocks[1:] if note.title else note.blocks
    subtitle = f"{_dated(case, language)} {say('note-instructor', language)}"
    whole = tuple(_numbered(_filled(case, blocks, language)))
    return Document(title, subtitle, language, whole)


def sheet(case: Case, language: Language) -> Document:
    """The run sheet alone."""
    title = say("note-run-sheet", language)
    blocks = run_sheet(case, language)
    return Document(title, _dated(case, language), language, blocks)


def _dated(case: Case, language: Language) -> str:
    return f"{case.outline.title[language]}. {day(case.outline.as_of, language)}."


def _filled(case: Case, blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Directive(name="section"):
                yield from section(case, block.argument, language)
            case Directive(name="question"):
                yield question_box(case, block.argument, language)
            case Directive():
                yield from WHOLE[block.name](case, language)
            case _:
                yield block


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same, each heading with an anchor that no translation changes."""
    count = 0
    for block in blocks:
        if isinstance(block, Heading):
            count += 1
            yield replace(block, anchor=f"part-{count}")
        else:
            yield block


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for part in inside(block):
            if part.anchor:
                yield part.anchor
            if isinstance(part, Table):
                yield from (row.anchor for row in part.rows if row.anchor)
