"""The teaching note: it speaks of the whole case, the same in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from casekit.case import Objective
from casekit.errors import Problem
from casekit.frozen import LANGUAGES
from casekit.note import (
    DIRECTIVE,
    Directive,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
    read_note,
)
from casekit.prose import flaws
from casekit.rules.placed import Ids, sound

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from casekit.frozen import Language
    from casekit.note import Block, Note, Runs
    from casekit.page import Page
    from casekit.rules.parts import Parts

ONCE = ("objectives", "versions", "run-sheet", "glossary", "ledger", "sources")
NAMING = ("section", "question")  # one by its stem or id


def note(parts: Parts) -> Iterator[Problem]:
    """What a note says wrongly, leaves out, or says in one language only."""
    read = []
    for language in LANGUAGES:
        page = parts.pages[note_name(language)]
        if page.problems:
            continue
        reading = _Reading(parts, page, read_note(page.text))
        read.append(reading)
        for flaw in reading.note.flaws:
            yield Problem(page.path, flaw.line, flaw.wrong, flaw.right)
        yield from _figures(reading, language)
        yield from _directives(reading)
        yield from _sections(reading)
        yield from _questions(reading)
    if len(read) == len(LANGUAGES) and not any(r.note.flaws for r in read):
        yield from _apart(*read)


def note_name(language: Language) -> str:
    """The file of a case's note."""
    return f"teaching-note.{language}.md"


@dataclass(frozen=True)
class _Reading:
    """A case's note in one language."""

    parts: Parts
    page: Page
    note: Note

    def problem(self, line: int, wrong: str, right: str) -> Problem:
        return Problem(self.page.path, line, wrong, right)

    @cached_property
    def sections(self) -> dict[str, Directive]:
        """The directives of sections by their stems, in the note's order."""
        found: dict[str, Directive] = {}
        for directive in self.note.directives:
            if directive.name == "section":
                found.setdefault(directive.argument, directive)
        return found

    @cached_property
    def questions(self) -> dict[str, tuple[Directive, str]]:
        """Those of questions by their ids, each with the section it stands under."""
        found: dict[str, tuple[Directive, str]] = {}
        under = ""
        for directive in self.note.directives:
            if directive.name == "section":
                under = directive.argument
            elif directive.name == "question":
                found.setdefault(directive.argument, (directive, under))
        return found


def _figures(reading: _Reading, language: Language) -> Iterator[Problem]:
    """A note is the instructor's: it may cite what is sealed."""
    parts, text = reading.parts, reading.page.text
    licence = parts.licence().citing(frozenset(parts.ledger))
    prose = DIRECTIVE.sub(_blank, text)
    for flaw in flaws(prose, language, licence):
        line = len(text[: flaw.offset].splitlines()) or 1
        line += text[: flaw.offset].endswith("\n")
        yield reading.problem(line, flaw.wrong, flaw.right)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _directives(reading: _Reading) -> Iterator[Problem]:
    """Directives that there are not, that name nothing, or stand twice."""
    parts = reading.parts
    files = frozenset(section.stem for section in parts.sections)
    stems = Ids(parts.stem_ids.names | files, sure=parts.stem_ids.sure)
    ids = {"section": stems, "question": parts.question_ids}
    seen: set[str] = set()
    for directive in reading.note.directives:
        name, argument = directive.name, directive.argument
        if name not in {*ONCE, *NAMING}:
            near = get_close_matches(name[:40], (*ONCE, *NAMING), n=1)
            told = " or ".join(f"[[{known}]]" for known in near or (*ONCE, *NAMING))
            yield reading.problem(directive.line, f"has {directive}", f"write {told}")
        elif name in ids and ids[name].lacks(argument):
            wrong = f"names {name} {argument!r}"
            yield reading.problem(directive.line, wrong, f"no {name} has this id")
        elif name in ONCE and argument:
            wrong = f"has {directive}"
            yield reading.problem(directive.line, wrong, f"write [[{name}]] alone")
        elif str(directive) in seen:
            wrong = f"has {directive} a second time"
            yield reading.problem(directive.line, wrong, "leave it out here")
        seen |= {str(directive), f"[[{name}]]"}
    for name in ONCE:
        if f"[[{name}]]" not in seen:
            right = "put it on a line of its own"
            yield reading.problem(1, f"lacks [[{name}]]", right)


def _sections(reading: _Reading) -> Iterator[Problem]:
    """Sections that are left out, or stand in another order than the case's."""
    parts = reading.parts
    stems = [stem.value for stem in parts.stems]
    if not parts.stem_ids.sure:
        return
    for stem in stems:
        if stem not in reading.sections:
            right = "give the section its part of the note"
            yield reading.problem(1, f"lacks [[section {stem}]]", right)
    there = [stem for stem in reading.sections if stem in stems]
    for stem, wanted in zip(there, sorted(there, key=stems.index), strict=True):
        if stem != wanted:
            wrong = f"has section {stem!r} where {wanted!r} is next"
            right = "keep to the order of case.yaml"
            yield reading.problem(reading.sections[stem].line, wrong, right)
            return


def _questions(reading: _Reading) -> Iterator[Problem]:
    """Questions of a class that the note leaves out, and objectives none reaches."""
    parts = reading.parts
    if not parts.question_ids.sure:
        return
    homes = {
        question.value.id: section.stem
        for section in parts.sections
        for question in section.questions
    }
    treated = set(reading.questions)
    for name, (directive, under) in reading.questions.items():
        home = homes.get(name, under)
        if home != under and home in reading.sections:
            wrong = f"has question {name!r} outside its section"
            right = f"put it below [[section {home}]] and above the next section"
            yield reading.problem(directive.line, wrong, right)
    for name in _moved(parts):
        home = homes.get(name, "")
        if name not in treated and home in reading.sections:
            treated.add(name)
            wrong = f"lacks [[question {name}]], which a step of the class moves"
            right = "put it below, and what to make of its answers"
            yield reading.problem(reading.sections[home].line, wrong, right)
    for objective in sound(parts.outline, "objectives", Objective):
        asked = objective.value.seen_in
        if treated.isdisjoint(asked) and not any(map(parts.question_ids.lacks, asked)):
            line = next(
                (d.line for d in reading.note.directives if d.name == "objectives"), 1
            )
            wrong = f"treats no question of objective {objective.value.id!r}"
            right = f"add {' or '.join(f'[[question {name}]]' for name in asked)}"
            yield reading.problem(line, wrong, right)


def _moved(parts: Parts) -> dict[str, None]:
    """The questions that move in the case's own length, in the order of steps."""
    sections = {section.stem: section for section in parts.sections}
    steps = [
        step.value
        for stem in parts.stems
        if stem.value in sections
        for step in sections[stem.value].steps
        if step.value.minutes
    ]
    return dict.fromkeys(name for step in steps for name in step.moved)


def _apart(ours: _Reading, theirs: _Reading) -> Iterator[Problem]:
    """The first place at which two languages part; what follows is shifted."""
    nothing = ("nothing more", 0)
    for here, there in zip_longest(
        _skeleton(theirs.note), _skeleton(ours.note), fillvalue=nothing
    ):
        if here[0] != there[0]:
            place = f"{ours.page.path.rpartition('/')[2]}:{there[1]}"
            wrong = f"has {here[0]} where {place} has {there[0]}"
            right = "keep headings, tables, citations and directives the same in both"
            last = theirs.page.text.count("\n")
            yield theirs.problem(here[1] or max(last, 1), wrong, right)
            return


def _skeleton(note: Note) -> Iterator[tuple[str, int]]:
    """What must be the same in every language, with its line.

    The order of citations inside one paragraph or row may follow the grammar.
    """
    for block in note.blocks:
        match block:
            case Heading():
                yield f"a heading of level {block.level}", block.line
            case Directive():
                yield str(block), block.line
            case Table():
                yield f"a table of {len(block.rows)} rows", block.line
        for runs in _texts(block):
            names = sorted(r.text for r in runs if r.to.startswith("#fact-"))
            if names:
                yield f"the citations {', '.join(names)}", block.line


def _texts(block: Block) -> Iterator[Runs]:
    match block:
        case Heading() | Paragraph():
            yield block.runs
        case Table():
            yield tuple(run for head in block.head for run in head)
            for row in block.rows:
                yield tuple(run for cell in row.cells for line in cell for run in line)
        case Listing():
            for item in block.items:
                for part in item:
                    yield from _texts(part)
        case Quote():
            for part in block.blocks:
                yield from _texts(part)
        case _:
            pass
