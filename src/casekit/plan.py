"""The plan of a class: its steps, where and how long, and which questions move.

A class can be held in several versions. The case's own length is one; a step tells
its minutes there, and in each other version that keeps it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field, model_validator

from casekit.frozen import Frozen, Slug, Stem, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_TALK = 0.6  # of the working minutes, in every version (design, section 2)


class Where(StrEnum):
    DEVICE = "device"
    GROUP = "group"
    PLENARY = "plenary"


class Pause(Frozen):
    """Minutes of rest after a section."""

    after: Stem
    minutes: Annotated[int, Field(ge=1, le=120)]


class Version(Frozen):
    """Another length of the class; `minutes` hold its pauses too."""

    id: Slug
    title: Text
    minutes: Annotated[int, Field(ge=1, le=24 * 60)]
    pauses: Annotated[tuple[Pause, ...], Field(strict=False)] = ()


Moved = Annotated[tuple[Slug, ...], Field(strict=False)]
StepMinutes = Annotated[int, Field(ge=0, le=240)]


class Step(Frozen):
    """A few minutes of a class, and the questions that the instructor moves in them.

    `minutes` are those of the case's own length, 0 where only another version has the
    step; `versions` names the others that keep it. Questions move at the step's start
    (`open`, and `again` for a second vote) or at its end (`lock`, `show`).
    """

    where: Annotated[Where, Field(strict=False)]
    minutes: StepMinutes = 0
    versions: dict[Slug, StepMinutes] = Field(default_factory=dict)
    do: Text
    open: Moved = ()
    again: Moved = ()
    lock: Moved = ()
    show: Moved = ()

    @model_validator(mode="after")
    def _some_time(self) -> Step:
        if not any((self.minutes, *self.versions.values())):
            raise ValueError("a step takes minutes in some version")
        return self

    @property
    def moved(self) -> tuple[str, ...]:
        """The questions that move in it, in the order of their moves."""
        return (*self.open, *self.again, *self.lock, *self.show)

    def minutes_in(self, version: Version | None) -> int:
        """Its minutes in a version, None for the case's own length; 0 if left out."""
        return self.minutes if version is None else self.versions.get(version.id, 0)


class Minutes(NamedTuple):
    """Minutes alone at the device, in small groups, and in plenary."""

    device: int
    group: int
    plenary: int

    @property
    def total(self) -> int:
        return sum(self)

    @property
    def talk(self) -> float:
        """The share of talk.

        >>> Minutes(device=60, group=53, plenary=57).talk
        0.6470588235294118
        """
        return (self.group + self.plenary) / self.total if self.total else 0.0


def minutes_of(steps: Iterable[Step], version: Version | None = None) -> Minutes:
    """What some steps take in a version, None for the case's own length."""
    spent = dict.fromkeys(Where, 0)
    for step in steps:
        spent[step.where] += step.minutes_in(version)
    return Minutes(spent[Where.DEVICE], spent[Where.GROUP], spent[Where.PLENARY])
