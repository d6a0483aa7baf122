"""The kinds of question a case may ask; each has four faces, named in `test_kinds`."""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from casekit.frozen import FactId, Frozen, Grade, Slug, Text


class Option(Frozen):
    """Something to choose, label, place or fill in."""

    id: Slug
    text: Text


Options = Annotated[tuple[Option, ...], Field(min_length=2, strict=False)]


class Resolution(Frozen):
    """What will decide a scored question; shown before the learner commits.

    `part` is the part of an allocation, or the option of a choice, that came true.
    """

    fact: FactId
    sentence: Text
    part: Slug | None = None


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
    """One of several; `ordered` when the options form a scale.

    `die` asks for yes, the first of two options, or no, with a die in the learner's
    hand (see `die`): what is told is an estimate, and no answer by itself means much.
    """

    kind: Literal["choice"]
    options: Options
    ordered: bool = False
    die: bool = False

    @model_validator(mode="after")
    def _die(self) -> Self:
        if not self.die:
            return self
        if len(self.options) != 2:  # noqa: PLR2004
            raise ValueError("a die question has exactly two options, yes and no")
        if self.confidence or self.sealed or self.resolves:
            raise ValueError(
                "a die question is neither sealed nor resolved, and asks for no "
                "confidence: what is answered may be the die's"
            )
        return self


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
    """Free words, at most `limit` characters, in one box or in several named ones.

    `opposed` names a scale of the same section: two texts from its two sides may be set
    beside each other (see `positions`).
    """

    kind: Literal["text"]
    limit: Annotated[int, Field(ge=1, le=TEXT_LIMIT)] = TEXT_LIMIT
    fields: Annotated[tuple[Option, ...], Field(strict=False)] = ()
    opposed: Slug | None = None

    @model_validator(mode="after")
    def _opposed(self) -> Self:
        open_words = self.shareable and not self.sealed and not self.fields
        if self.opposed is not None and not open_words:
            raise ValueError(
                "texts are opposed only where they are shareable, in one box, and not "
                "sealed"
            )
        return self


class Rank(Asked):
    """All items in order, the first one first."""

    kind: Literal["rank"]
    items: Options


WHOLE = 100  # what an allocation sums to


class Allocate(Asked):
    """A hundred points, or the probabilities of a forecast, shared among parts."""

    kind: Literal["allocate"]
    parts: Options


MOST_SETTINGS = 61


class Lever(Frozen):
    """What a policy sets: a number by steps in `unit`, or one of several `options`.

    `default` is the case's own setting; `origin` says where it comes from, `grade` and
    `facts` how well that is known.
    """

    id: Slug
    label: Text
    help: Text | None = None
    unit: Text | None = None
    least: int | float | None = None
    most: int | float | None = None
    step: Annotated[int | float, Field(gt=0)] | None = None
    options: Annotated[tuple[Option, ...], Field(strict=False)] = ()
    default: int | float | Slug
    grade: Annotated[Grade, Field(strict=False)]
    origin: Text
    facts: Annotated[tuple[FactId, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _numbers_or_options(self) -> Self:
        numbers = (self.least, self.most, self.step)
        if self.options and (any(n is not None for n in numbers) or self.unit):
            raise ValueError("a lever has options, or a unit, least, most and step")
        if not self.options and (None in numbers or self.unit is None):
            raise ValueError("a lever of numbers has a unit, least, most and step")
        if len(self.settings) not in range(2, MOST_SETTINGS + 1):
            raise ValueError(f"a lever has 2 to {MOST_SETTINGS} settings")
        if self.default not in self.settings:
            raise ValueError("default must be one of the lever's settings")
        return self

    @property
    def settings(self) -> tuple[int | float | str, ...]:
        """Every setting the lever can have, in order."""
        if self.least is None or self.most is None or self.step is None:
            return tuple(option.id for option in self.options)
        steps = int((self.most - self.least) / self.step + 1e-9) + 1
        if steps > MOST_SETTINGS:
            return ()
        return tuple(round(self.least + n * self.step, 9) for n in range(steps))


class Measure(Frozen):
    """An outcome that a simulator tells, in `unit`; it lies between two bounds."""

    id: Slug
    label: Text
    unit: Text
    least: int | float = 0
    most: int | float


class Policy(Asked):
    """Levers of a simulator, set before it runs, and what its learner predicts."""

    kind: Literal["policy"]
    levers: Annotated[tuple[Lever, ...], Field(min_length=1, strict=False)]
    predict: Annotated[tuple[Measure, ...], Field(min_length=1, strict=False)]


Question = Annotated[
    Choice | Tag | Number | Grid | Writing | Rank | Allocate | Policy,
    Field(discriminator="kind"),
]
KINDS: tuple[type[Asked], ...] = (
    *(Choice, Tag, Number, Grid, Writing),
    *(Rank, Allocate, Policy),
)
