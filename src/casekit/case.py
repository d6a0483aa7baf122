"""A case as values: frozen, complete, and free of files.

The models also publish the JSON Schema that editors use (`casekit schema`).
"""

from __future__ import annotations

import difflib
import hashlib
from calendar import monthrange
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from casekit.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Iterable

Found = TypeVar("Found")
Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")

SLUG = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
STEM = r"^[0-9]{2}_[a-z0-9]+(-[a-z0-9]+)*$"
FACT_ID = r"^[A-Z]{1,3}[0-9]+[a-z]?$"
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Stem = Annotated[str, StringConstraints(pattern=STEM)]
FactId = Annotated[str, StringConstraints(pattern=FACT_ID)]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


def _in_the_calendar(day: str) -> str:
    """Refuse a 30 February, which no pattern can.

    Raises:
        ValueError: the calendar has no such day.
    """
    year, month, number = (*map(int, day.split("-")), 1, 1)[:3]
    if number > monthrange(year, month)[1]:
        raise ValueError(f"there is no {day} in the calendar")
    return day


Day = Annotated[
    str,
    StringConstraints(
        pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
    ),
    AfterValidator(_in_the_calendar),
]
WholeDay = Annotated[
    str,
    StringConstraints(
        pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    ),
    AfterValidator(_in_the_calendar),
]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s/]+/?\S*$")]


class Frozen(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False
    )


class Text(Frozen):
    """The same words in every language of the kit."""

    id: Words
    en: Words

    def __getitem__(self, language: Language) -> str:
        return self.id if language == "id" else self.en


class Grade(StrEnum):
    """How a value is known; a value is never shown above its grade."""

    READ = "read"
    SECONDARY = "secondary"
    COMPUTED = "computed"
    UNVERIFIED = "unverified"
    SIMULATED = "simulated"
    ASSUMED = "assumed"


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


class Role(Frozen):
    """A post, never a person."""

    id: Slug
    post: Text


class Objective(Frozen):
    id: Slug
    text: Text


class Option(Frozen):
    """Something to choose, label, place or fill in."""

    id: Slug
    text: Text


Options = Annotated[tuple[Option, ...], Field(min_length=2, strict=False)]


class Resolution(Frozen):
    """What will decide a scored question; shown before the learner commits."""

    fact: FactId
    sentence: Text


class Asked(Frozen):
    """What every kind of question has.

    `confidence` also asks how sure the learner is, in per cent from 50 to 100.
    `shareable` lets the learner allow his words to be shown without a name.
    `sealed` means that a class sees only how many have answered.
    """

    id: Slug
    ask: Text
    help: Text | None = None
    confidence: bool = False
    shareable: bool = False
    sealed: bool = False
    resolves: Resolution | None = None

    @property
    def fingerprint(self) -> str:
        """A hash of the question as it is asked, kept with every answer."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]


class Choice(Asked):
    """One of several; `ordered` when the options form a scale."""

    kind: Literal["choice"]
    options: Options
    ordered: bool = False


class Tag(Asked):
    """A label for each statement."""

    kind: Literal["tag"]
    labels: Options
    statements: Annotated[tuple[Option, ...], Field(min_length=1, strict=False)]


class Number(Asked):
    """A best guess with an 80 % interval, in `unit`, between `least` and `most`."""

    kind: Literal["number"]
    unit: Slug
    least: int | float
    most: int | float

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        if self.least >= self.most:
            raise ValueError("least must be smaller than most")
        return self


class Axis(Frozen):
    """A question put along one side of a grid, answered by one of ordered bands."""

    text: Text
    bands: Options


class Grid(Asked):
    """A point for each item on a 2×2 whose sides are coarse bands."""

    kind: Literal["grid"]
    across: Axis
    up: Axis
    items: Annotated[tuple[Option, ...], Field(min_length=1, strict=False)]


TEXT_LIMIT = 280


class Writing(Asked):
    """Free words, at most `limit` characters, in one box or in several named ones."""

    kind: Literal["text"]
    limit: Annotated[int, Field(ge=1, le=TEXT_LIMIT)] = TEXT_LIMIT
    fields: Annotated[tuple[Option, ...], Field(strict=False)] = ()


Question = Annotated[
    Choice | Tag | Number | Grid | Writing, Field(discriminator="kind")
]
KINDS: tuple[type[Asked], ...] = (Choice, Tag, Number, Grid, Writing)


class Reveal(Frozen):
    """What a learner may read once `after` is shown."""

    id: Slug
    after: Slug
    title: Text
    text: Text
    exhibit: Slug | None = None


class ChartKind(StrEnum):
    NONE = "none"
    TIMELINE = "timeline"
    DOTS = "dots"
    BARS = "bars"


class ColumnKind(StrEnum):
    WORDS = "words"
    NUMBER = "number"
    DATE = "date"


FACTS_COLUMN = "facts"  # the first of every table


class Column(Frozen):
    """A column of an exhibit's table; words stand in `name.id` and `name.en`."""

    name: Slug
    label: Text
    kind: Annotated[ColumnKind, Field(strict=False)]
    unit: Slug | None = None

    @model_validator(mode="after")
    def _unit_of_numbers(self) -> Self:
        if (self.kind is ColumnKind.NUMBER) != (self.unit is not None):
            raise ValueError("a number column has a unit, the others have none")
        if self.name == FACTS_COLUMN:
            raise ValueError(f"{FACTS_COLUMN!r} is the first column of every table")
        return self


class Row(Frozen):
    """One row of an exhibit: what it says, column by column, and its facts."""

    words: dict[str, Text]
    numbers: dict[str, float]
    dates: dict[str, str]
    facts: tuple[FactId, ...]


DRAWN_FROM = {
    ChartKind.NONE: None,
    ChartKind.TIMELINE: ColumnKind.DATE,
    ChartKind.DOTS: ColumnKind.NUMBER,
    ChartKind.BARS: ColumnKind.NUMBER,
}


class Exhibit(Frozen):
    """A table with sources, and the picture that is drawn from it."""

    title: Text
    sentence: Text
    chart: Annotated[ChartKind, Field(strict=False)] = ChartKind.NONE
    columns: Annotated[tuple[Column, ...], Field(min_length=1, strict=False)]
    note: Text | None = None
    after: Slug | None = None
    id: str = ""
    rows: tuple[Row, ...] = ()

    @field_validator("columns")
    @classmethod
    def _drawable(
        cls, columns: tuple[Column, ...], given: ValidationInfo
    ) -> tuple[Column, ...]:
        chart = given.data.get("chart", ChartKind.NONE)
        needed = DRAWN_FROM[chart]
        if needed is not None and all(column.kind is not needed for column in columns):
            told = f"a column of kind {needed.value}"
            raise ValueError(f"chart {chart.value!r} needs {told}")
        return columns

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact for row in self.rows for fact in row.facts))


class Minutes(Frozen):
    """A section's minutes: alone at the device, in triads, in plenary."""

    device: Annotated[int, Field(ge=0)]
    triad: Annotated[int, Field(ge=0)]
    plenary: Annotated[int, Field(ge=0)]

    @property
    def total(self) -> int:
        return self.device + self.triad + self.plenary


class Rubric(Frozen):
    """Four levels of one performance, from beginning to exemplary."""

    subject: Text
    levels: Annotated[tuple[Text, ...], Field(min_length=4, max_length=4, strict=False)]


class Section(Frozen):
    """One notebook's worth of the case; its stem is the notebook's."""

    stem: str = ""
    title: Text
    minutes: Minutes
    objectives: Annotated[tuple[Slug, ...], Field(min_length=1, strict=False)]
    facts: Annotated[tuple[FactId, ...], Field(strict=False)] = ()
    exhibits: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    questions: Annotated[tuple[Question, ...], Field(strict=False)] = ()
    reveals: Annotated[tuple[Reveal, ...], Field(strict=False)] = ()
    debrief: Text
    rubric: Rubric


class Outline(Frozen):
    """case.yaml: what the case is, before any of its parts."""

    title: Text
    summary: Text
    as_of: WholeDay
    minutes: Annotated[int, Field(ge=1, le=24 * 60)]
    sections: Annotated[tuple[Stem, ...], Field(min_length=1, strict=False)]
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1, strict=False)]
    units: dict[Slug, Text]
    teaching_numbers: Annotated[tuple[int | float, ...], Field(strict=False)] = ()


class Case(Frozen):
    """A whole case; every id below is known to be sound once it exists."""

    slug: str
    outline: Outline
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    roles: tuple[Role, ...]
    exhibits: tuple[Exhibit, ...]
    sections: tuple[Section, ...]

    def section(self, stem: str) -> Section:
        return self._find("section", stem, ((s.stem, s) for s in self.sections))

    def question(self, name: str) -> Choice | Tag | Number | Grid | Writing:
        return self._find(
            "question", name, ((q.id, q) for s in self.sections for q in s.questions)
        )

    def reveal(self, name: str) -> Reveal:
        return self._find(
            "reveal", name, ((r.id, r) for s in self.sections for r in s.reveals)
        )

    def exhibit(self, name: str) -> Exhibit:
        return self._find("exhibit", name, ((e.id, e) for e in self.exhibits))

    def fact(self, name: str) -> Fact:
        return self._find("fact", name, ((f.id, f) for f in self.facts))

    def source(self, name: str) -> Source:
        return self._find("source", name, ((s.id, s) for s in self.sources))

    def role(self, name: str) -> Role:
        return self._find("role", name, ((r.id, r) for r in self.roles))

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
