"""A case as values: frozen, complete, and free of files.

The models also publish the JSON Schema that editors use (`casekit schema`).
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeVar

from pydantic import Field, model_validator

from casekit.errors import CaseError
from casekit.exhibit import Exhibit, Row
from casekit.frozen import (
    Address,
    Day,
    FactId,
    Frozen,
    Grade,
    Language,
    Slug,
    Stem,
    Text,
    WholeDay,
    Words,
)
from casekit.plan import Minutes, Pause, Step, Version, minutes_of
from casekit.question import Question
from casekit.simulator import Simulator

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


Found = TypeVar("Found")


class Source(Frozen):
    """Where a value was published; `about` is in our own words, `title` is theirs."""

    id: Slug
    publisher: Words
    date: Day | Literal["undated"]
    address: Address
    about: Text
    title: Words | None = None
    promotional: bool = False


class Value(Frozen):
    """One published value: a number, a range or words, with who said it and when."""

    number: int | float | None = None
    range: Annotated[tuple[int | float, int | float] | None, Field(strict=False)] = None
    words: Text | None = None
    unit: Slug | None = None
    date: Day
    grade: Annotated[Grade, Field(strict=False)]
    source: Slug | None = None
    computed_from: Annotated[tuple[FactId, ...], Field(strict=False)] = ()
    by: Slug | None = None
    claim: bool = False

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        given = [v for v in (self.number, self.range, self.words) if v is not None]
        if len(given) != 1:
            raise ValueError("a value is exactly one of number, range and words")
        if (self.words is None) != (self.unit is not None):
            raise ValueError("a number or range has a unit, words have none")
        if self.range is not None and self.range[0] > self.range[1]:
            raise ValueError("a range runs from its smaller to its larger end")
        if (self.grade is Grade.COMPUTED) != bool(self.computed_from):
            raise ValueError("grade 'computed' goes with computed_from: [fact ids]")
        if self.grade in {Grade.READ, Grade.SECONDARY} and self.source is None:
            raise ValueError(f"grade {self.grade.value!r} needs a source")
        return self

    @property
    def figures(self) -> tuple[float, ...]:
        """Every number this value can be quoted by."""
        if self.number is not None:
            return (self.number,)
        return self.range or ()


class Fact(Frozen):
    """A statement with one or many values; there is no flag for a correct one."""

    id: FactId
    statement: Text
    values: Annotated[tuple[Value, ...], Field(min_length=1, strict=False)]
    after: Slug | None = None


def seals_of(names: Iterable[str], ledger: Mapping[str, Fact]) -> frozenset[str]:
    """The questions that seal these facts, computed ones through their inputs too."""
    seals: set[str] = set()
    seen: set[str] = set()
    waiting = [*names]
    while waiting:
        fact = ledger.get(waiting.pop())
        if fact is None or fact.id in seen:
            continue
        seen.add(fact.id)
        seals |= {fact.after} if fact.after is not None else set()
        waiting += [name for value in fact.values for name in value.computed_from]
    return frozenset(seals)


class Role(Frozen):
    """A post, never a person."""

    id: Slug
    post: Text


class Objective(Frozen):
    """What a learner can do afterwards, and the questions in which it is seen."""

    id: Slug
    text: Text
    seen_in: Annotated[tuple[Slug, ...], Field(min_length=1, strict=False)]


class Reveal(Frozen):
    """What a learner may read once `after` is shown."""

    id: Slug
    after: Slug
    title: Text
    text: Text
    exhibit: Slug | None = None


class Rubric(Frozen):
    """Four levels of one performance, from beginning to exemplary."""

    subject: Text
    levels: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4, strict=False)]


class Section(Frozen):
    """One notebook's worth of the case; its stem is the notebook's."""

    stem: str = ""
    title: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1, strict=False)]
    objectives: Annotated[tuple[Slug, ...], Field(min_length=1, strict=False)]
    facts: Annotated[tuple[FactId, ...], Field(strict=False)] = ()
    exhibits: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    simulators: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    questions: Annotated[tuple[Question, ...], Field(strict=False)] = ()
    reveals: Annotated[tuple[Reveal, ...], Field(strict=False)] = ()
    debrief: Text
    rubric: Rubric

    def minutes(self, version: Version | None = None) -> Minutes:
        """What the section takes in a version, None for the case's own length."""
        return minutes_of(self.steps, version)


class Avoid(Frozen):
    """What is not said for a term, in each language."""

    id: Annotated[tuple[Words, ...], Field(strict=False)] = ()
    en: Annotated[tuple[Words, ...], Field(strict=False)] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return self.id if language == "id" else self.en


class Term(Frozen):
    """A word that the case uses in one sense, and what it never says instead."""

    id: Slug
    term: Text
    meaning: Text
    avoid: Avoid = Avoid()


class Speed(Frozen):
    """Words that are read in a minute, in each language.

    English non-fiction is read at about 238 (Brysbaert 2019). We know of no such figure
    for Indonesian; the Makassar case has a fifth fewer words in it, and longer ones.
    """

    id: Annotated[int, Field(ge=50, le=1000)] = 200
    en: Annotated[int, Field(ge=50, le=1000)] = 240

    def __getitem__(self, language: Language) -> int:
        return self.id if language == "id" else self.en


class Reading(Frozen):
    """How fast a class reads, and the share of its talking time that may go on it."""

    words_per_minute: Speed = Speed()
    share: Annotated[int | float, Field(ge=0, le=1)] = 0.3


class Outline(Frozen):
    """case.yaml: what the case is, before any of its parts."""

    title: Text
    summary: Text
    as_of: WholeDay
    minutes: Annotated[int, Field(ge=1, le=24 * 60)]
    pauses: Annotated[tuple[Pause, ...], Field(strict=False)] = ()
    versions: Annotated[tuple[Version, ...], Field(strict=False)] = ()
    sections: Annotated[tuple[Stem, ...], Field(min_length=1, strict=False)]
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1, strict=False)]
    units: dict[Slug, Text]
    teaching_numbers: Annotated[tuple[int | float, ...], Field(strict=False)] = ()
    glossary: Annotated[tuple[Term, ...], Field(strict=False)] = ()
    reading: Reading = Reading()


class Case(Frozen):
    """A whole case; every id below is known to be sound once it exists."""

    slug: str
    outline: Outline
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    roles: tuple[Role, ...]
    exhibits: tuple[Exhibit, ...]
    sections: tuple[Section, ...]
    simulators: tuple[Simulator, ...] = ()
    notes: dict[Language, str] = Field(default_factory=dict)  # for the instructor

    def section(self, stem: str) -> Section:
        return self._find("section", stem, ((s.stem, s) for s in self.sections))

    def question(self, name: str) -> Question:
        return self._find(
            "question", name, ((q.id, q) for s in self.sections for q in s.questions)
        )

    def reveal(self, name: str) -> Reveal:
        return self._find(
            "reveal", name, ((r.id, r) for s in self.sections for r in s.reveals)
        )

    def exhibit(self, name: str) -> Exhibit:
        return self._find("exhibit", name, ((e.id, e) for e in self.exhibits))

    def simulator(self, name: str) -> Simulator:
        return self._find("simulator", name, ((s.id, s) for s in self.simulators))

    def fact(self, name: str) -> Fact:
        return self._find("fact", name, ((f.id, f) for f in self.facts))

    def source(self, name: str) -> Source:
        return self._find("source", name, ((s.id, s) for s in self.sources))

    def role(self, name: str) -> Role:
        return self._find("role", name, ((r.id, r) for r in self.roles))

    def claims(self, exhibit: Exhibit, row: Row) -> tuple[str, ...]:
        """The facts by which a row repeats what an interested party states.

        Of a fact with several values those speak that bear the row's own numbers,
        and of these the ones that bear its date.
        """
        numbers = {(c.unit, row.numbers.get(c.name)) for c in exhibit.columns}
        dates = set(row.dates.values())
        found = []
        for name in row.facts:
            values = self.fact(name).values
            bearing = [
                value
                for value in values
                if any((value.unit, figure) in numbers for figure in value.figures)
            ] or values
            dated = [value for value in bearing if value.date in dates] or bearing
            if any(value.claim for value in dated):
                found.append(name)
        return tuple(found)

    def seals(self, exhibit: Exhibit) -> frozenset[str]:
        """The questions that the rows of a growing exhibit wait for."""
        ledger = {fact.id: fact for fact in self.facts}
        return seals_of(exhibit.facts, ledger) if exhibit.grows else frozenset()

    def seen(self, exhibit: Exhibit, shown: Collection[str] = ()) -> Exhibit:
        """An exhibit as far as it may be seen once these questions are shown."""
        if not exhibit.grows:
            return exhibit
        ledger = {fact.id: fact for fact in self.facts}
        rows = [r for r in exhibit.rows if seals_of(r.facts, ledger) <= {*shown}]
        return exhibit.model_copy(update={"rows": tuple(rows)})

    def sources_of(self, facts: Iterable[str]) -> tuple[Source, ...]:
        """The sources that bear these facts, computed ones through their inputs."""
        found: dict[str, Source] = {}
        seen: set[str] = set()
        waiting: list[tuple[str, bool]] = [(name, True) for name in facts][::-1]
        while waiting:
            name, is_fact = waiting.pop()
            if not is_fact:
                found.setdefault(name, self.source(name))
            elif name not in seen:
                seen.add(name)
                for value in reversed(self.fact(name).values):
                    waiting += [(n, True) for n in reversed(value.computed_from)]
                    if value.source is not None:
                        waiting.append((value.source, False))
        return tuple(found.values())

    def _find(self, noun: str, name: str, pairs: Iterable[tuple[str, Found]]) -> Found:
        known = dict(pairs)
        if name in known:
            return known[name]
        near = difflib.get_close_matches(str(name), known, n=3) or sorted(known)[:8]
        told = ", ".join(repr(n) for n in near) or f"no {noun} at all"
        raise CaseError(f"case {self.slug!r} has no {noun} {name!r}; it has {told}")
