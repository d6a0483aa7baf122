"""Seals: nothing shows what is sealed or unverified, and no score is contested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.case import seals_of
from casekit.errors import Problem
from casekit.frozen import FACT_ID, Grade
from casekit.question import Allocate, Choice, Number, Policy
from casekit.rules.placed import Placed
from casekit.rules.simulators import simulated_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casekit.case import Fact
    from casekit.question import Asked
    from casekit.rules.parts import ExhibitPart, Parts, SectionPart, SimulatorPart


def seals(parts: Parts) -> Iterator[Problem]:
    """Every fact, exhibit, section and question that shows what it may not."""
    for fact in parts.facts:
        yield from _computed(parts, fact)
    for part in parts.exhibits:
        yield from _exhibit(parts, part)
    for section in parts.sections:
        yield from _section(parts, section)
        for question in section.questions:
            yield from _resolution(parts, question)
            yield from _came_true(question)
            yield from _levers(parts, question)
    for simulator in parts.simulators:
        yield from _simulator(parts, simulator)


def _computed(parts: Parts, placed: Placed[Fact]) -> Iterator[Problem]:
    """An open fact is as good as its inputs, and its sources are theirs."""
    if placed.value.after is not None:
        return
    for index, value in enumerate(placed.value.values):
        for place, name in enumerate(value.computed_from):
            if name in parts.ledger and parts.hides(name, after=None):
                after = parts.ledger[name].after
                wrong = f"is computed from {name}, sealed after {after!r}"
                inner = ("values", index, "computed_from", place)
                yield placed.problem(wrong, f"seal it with after: {after}", *inner)


def _exhibit(parts: Parts, part: ExhibitPart) -> Iterator[Problem]:
    for line, row in part.rows:
        for name in row.facts:
            if name in parts.ledger:
                own = parts.ledger[name].after if part.grows else part.after
                for wrong, right in _hidden(parts, name, after=own):
                    yield Problem(part.table.path, line, wrong, right)
    if part.grows and part.sure and parts.knows(part.facts):
        yield from _growth(parts, part)


def _growth(parts: Parts, part: ExhibitPart) -> Iterator[Problem]:
    """A table that grows has a row to begin with, and one to come that can come."""
    page, at_once = Placed(part.page, (), part.stem), parts.at_once(part)
    if not at_once:
        right = "give it a row whose facts are open, or seal the exhibit with after:"
        yield page.problem("grows from nothing: no row of it is open", right, "grows")
    elif len(at_once) == len(part.rows):
        right = "seal a row's facts with after:, or take this out"
        yield page.problem("grows, and no row of it is sealed", right, "grows")
    opened, sure = _opened(parts)
    for line, row in part.rows if sure else ():
        for question in sorted(seals_of(row.facts, parts.ledger) - opened):
            wrong = f"waits for {question!r}, which no reveal shows"
            right = "write the reveal, or seal its facts after another question"
            yield Problem(part.table.path, line, wrong, right)


def _opened(parts: Parts) -> tuple[set[str], bool]:
    """The questions that reveals show, and whether these are all of them."""
    opened = {r.value.after for s in parts.sections for r in s.reveals}
    read = all(len(s.reveals) == len(s.ids("reveals").names) for s in parts.sections)
    return opened, read and parts.reveal_ids.sure


def _section(parts: Parts, section: SectionPart) -> Iterator[Problem]:
    for name in section.names("facts", FACT_ID):
        if name.value in parts.ledger:
            for wrong, right in _hidden(parts, name.value, after=None):
                yield name.problem(wrong, right)
    for name in section.names("exhibits"):
        exhibit = parts.exhibit_parts.get(name.value)
        if exhibit is not None and exhibit.after is not None:
            wrong = f"lists the sealed exhibit {name.value!r}"
            yield name.problem(wrong, "name it in the reveal that opens it")
    for reveal in section.reveals:
        shown = parts.exhibit_parts.get(reveal.value.exhibit or "")
        after = reveal.value.after
        if shown is not None and shown.grows:
            wrong = f"shows {shown.stem!r}, which grows by itself"
            yield reveal.problem(wrong, "list it in a section", "exhibit")
            continue
        if shown is None or shown.after in {None, after}:
            continue
        if not any(map(parts.question_ids.lacks, (after, shown.after))):
            wrong = f"shows {shown.stem!r}, sealed after another question"
            right = f"seal it after {after!r}"
            yield reveal.problem(wrong, right, "exhibit")


def _simulator(parts: Parts, part: SimulatorPart) -> Iterator[Problem]:
    for loc, name in simulated_facts(part):
        if name in parts.ledger:
            for wrong, right in _hidden(parts, name, after=None):
                yield Problem(part.page.path, part.page.line(loc), wrong, right)


def _levers(parts: Parts, placed: Placed[Asked]) -> Iterator[Problem]:
    """A lever's default is on the page before anything is answered."""
    if isinstance(placed.value, Policy):
        for index, lever in enumerate(placed.value.levers):
            for place, name in enumerate(lever.facts):
                if name in parts.ledger:
                    for wrong, right in _hidden(parts, name, after=None):
                        inner = ("levers", index, "facts", place)
                        yield placed.problem(wrong, right, *inner)


def _hidden(parts: Parts, name: str, *, after: str | None) -> Iterator[tuple[str, str]]:
    fact = parts.ledger[name]
    if parts.hides(name, after=after):
        wrong = f"shows fact {fact.id}, sealed after {fact.after!r}"
        yield wrong, "leave it to the reveal after that question"
    if any(value.grade is Grade.UNVERIFIED for value in fact.values):
        wrong = f"shows fact {fact.id}, which is unverified"
        yield wrong, "leave it out until a source is read"


def _resolution(parts: Parts, placed: Placed[Asked]) -> Iterator[Problem]:
    """A score needs one value, sealed until the answer, that the learner could give."""
    question = placed.value
    fact = parts.ledger.get(question.resolves.fact) if question.resolves else None
    if fact is None:
        return
    here = ("resolves", "fact")
    if len(fact.values) > 1:
        wrong = f"is resolved by {fact.id}, which has several values"
        yield placed.problem(wrong, "where sources conflict there is no score", *here)
        return
    if parts.hides(fact.id, after=question.id) or fact.after is None:
        wrong = f"is resolved by {fact.id}, which is not sealed after it"
        yield placed.problem(wrong, f"seal the fact with after: {question.id}", *here)
    elif isinstance(question, Number):
        value = fact.values[0]
        told = f"{question.least:g} to {question.most:g} {question.unit}"
        fits = value.unit == question.unit and all(
            question.least <= figure <= question.most for figure in value.figures
        )
        if not fits:
            wrong = f"is resolved by {fact.id}, which is outside {told}"
            yield placed.problem(wrong, "widen the question or correct its unit", *here)


def _came_true(placed: Placed[Asked]) -> Iterator[Problem]:
    """What came true is something that the learner could have named."""
    question = placed.value
    if question.resolves is None:
        return
    here, part = "resolves", question.resolves.part
    match question:
        case Allocate(parts=named):
            noun = "parts"
        case Choice(options=named):
            noun = "options"
        case _:
            if part is not None:
                wrong = f"names the part {part!r}, and the question has no parts"
                yield placed.problem(wrong, "leave part: out", here, "part")
            return
    names = [option.id for option in named]
    right = f"its {noun} are {', '.join(names)}"
    if part is not None and part not in names:
        wrong = f"is resolved by {part!r}, which it does not offer"
        yield placed.problem(wrong, right, here, "part")
    elif part is None and noun == "parts":
        wrong = "does not say which part came true"
        yield placed.problem(wrong, f"add part: to resolves; {right}", here)
