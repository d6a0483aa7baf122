"""A simulator as an author describes it: words, levers and defaults of an engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from casekit.frozen import FactId, Frozen, Slug, Text
from casekit.question import Lever, Measure, Option


@dataclass(frozen=True)
class Engine:
    """What a simulator's numbers need and give; the engine itself needs numpy.

    `scored` means that the options it appraises stand in the case, and that it has a
    lever for the weight of each of their criteria too.
    """

    levers: frozenset[str]
    measures: frozenset[str]
    breaks: frozenset[str]
    scored: bool = False


ENGINES: dict[str, Engine] = {
    "wallroom": Engine(
        frozenset(
            {
                *("threshold", "crews", "reserve", "arrivals", "emergency-share"),
                *("handling", "d-prime", "surge"),
            }
        ),
        frozenset({"emergency-wait", "everyone-wait", "emergency-late"}),
        frozenset({"patience", "slowness"}),
    ),
    "gallery": Engine(
        frozenset({"noise", "method"}),
        frozenset({"first-holds", "smallest-shift", "edge-kept"}),
        frozenset({"decoy"}),
        scored=True,
    ),
    "rotation": Engine(
        frozenset(
            {
                *("interval", "calendar", "placement", "handover"),
                *("offices", "learning", "half-life", "project"),
            }
        ),
        frozenset({"depth", "breadth", "continuity", "fit", "collusion"}),
        frozenset({"calendar", "forgetting", "speeds", "aptitude"}),
    ),
}


class Criterion(Option):
    """What options are scored on, and what the scores 0 and 10 stand for."""

    worst: Text
    best: Text


class Scored(Frozen):
    """An option and its score on each criterion, 0 to 10, or the range it may lie in.

    A criterion without a score is a blank: anything from 0 to 10, never zero.
    """

    id: Slug
    text: Text
    scores: dict[
        Slug,
        Annotated[int | float, Field(ge=0, le=10)]
        | Annotated[
            tuple[
                Annotated[int | float, Field(ge=0, le=10)],
                Annotated[int | float, Field(ge=0, le=10)],
            ],
            Field(strict=False),
        ],
    ]


class Break(Frozen):
    """An assumption that can be broken, and what its learner should then see."""

    id: Slug
    label: Text
    text: Text


class Simulator(Frozen):
    """A glass box: what it is for, what it assumes, and what moves it.

    Its question `policy` has the levers that are set before it runs and the outcomes
    that are predicted; `levers` and `measures` here are the further ones. `sentence`
    tells the outcome, with a place like {emergency-wait} for each measure it names.
    """

    id: str = ""
    title: Text
    purpose: Text
    engine: Literal["wallroom", "gallery", "rotation"]
    policy: Slug
    levers: Annotated[tuple[Lever, ...], Field(strict=False)] = ()
    measures: Annotated[tuple[Measure, ...], Field(strict=False)] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(strict=False)] = ()
    options: Annotated[tuple[Scored, ...], Field(strict=False)] = ()
    sentence: Text
    breaks: Annotated[tuple[Break, ...], Field(min_length=1, strict=False)]
    assumptions: Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]
    not_modelled: Annotated[tuple[Text, ...], Field(min_length=1, strict=False)]
    facts: Annotated[tuple[FactId, ...], Field(strict=False)] = ()

    @property
    def every_fact(self) -> tuple[str, ...]:
        """Its own facts and those that bear the defaults of its levers."""
        return (*self.facts, *(name for lever in self.levers for name in lever.facts))

    @model_validator(mode="after")
    def _scored(self) -> Self:
        criteria = {criterion.id for criterion in self.criteria}
        unknown = {name for option in self.options for name in option.scores} - criteria
        if unknown:
            raise ValueError(f"criteria lack {', '.join(sorted(unknown))}")
        return self
