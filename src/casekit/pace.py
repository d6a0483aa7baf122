"""The pace of a class: what its plan gives each step, and what each step took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from casekit.plan import Where

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from casekit.case import Case, Section
    from casekit.plan import Step, Version

TALK = {Where.GROUP, Where.PLENARY}


class Mark(NamedTuple):
    """A step was begun; without a section the clock rests from then on."""

    section: str | None
    step: int
    at: datetime


@dataclass(frozen=True)
class Pace:
    """Where a class stands in one of its parts; minutes throughout.

    `place` is the present step's among the `steps` that this length of the class has,
    None where the clock does not run here. `late` is what the part is behind at the end
    of the present step; `cuts` are the steps to come that a shorter class leaves out.
    """

    steps: tuple[Step, ...]
    place: int | None
    planned: int
    step_planned: int
    spent: float
    step_spent: float
    late: float
    talk_planned: float | None
    talk: float | None
    cuts: tuple[Step, ...]

    @property
    def step(self) -> Step | None:
        return None if self.place is None else self.steps[self.place]


def kept_steps(section: Section, version: Version | None) -> tuple[int, ...]:
    """The places of the steps that a length of the class keeps.

    A part that is left out altogether is taken as the case's own length has it.
    """
    every = range(len(section.steps))
    kept = tuple(n for n in every if section.steps[n].minutes_in(version))
    return kept or tuple(n for n in every if section.steps[n].minutes) or tuple(every)


def pace(
    case: Case,
    stem: str,
    *,
    version: Version | None,
    marks: Sequence[Mark],
    now: datetime,
) -> Pace:
    """Where the class stands in a part, from when each step was begun."""
    section = case.section(stem)
    kept = kept_steps(section, version)
    steps = tuple(section.steps[n] for n in kept)
    last = marks[-1] if marks else None
    here = last is not None and last.section == stem and last.step in kept
    place = kept.index(last.step) if last is not None and here else None
    spans = _spans(marks, now)
    spent = _spent(stem, kept[0], spans)
    minutes = [step.minutes_in(version) for step in steps]
    step_planned = minutes[place] if place is not None else 0
    due = sum(minutes[: place + 1]) if place is not None else sum(minutes)
    rest = () if place is None else steps[place + 1 :]
    shorter = _shorter(case, version)
    cuts = tuple(s for s in rest if shorter is not None and not _in(s, shorter))
    return Pace(
        steps=steps,
        place=place,
        planned=sum(minutes),
        step_planned=step_planned,
        spent=spent,
        step_spent=spans[-1][1] if spans and here else 0,
        late=max(spent - due, 0),
        talk_planned=_planned_talk(case, spans, version),
        talk=_talk(case, spans),
        cuts=cuts,
    )


def _spans(marks: Sequence[Mark], now: datetime) -> list[tuple[Mark, float]]:
    """Each mark and the minutes until the next; the last one runs until now."""
    ends = [*(mark.at for mark in marks[1:]), now][: len(marks)]
    return [
        (mark, max((end - mark.at).total_seconds() / 60, 0))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _spent(stem: str, first: int, spans: list[tuple[Mark, float]]) -> float:
    """Minutes in a part since it was last begun at its first step."""
    own = [(mark, minutes) for mark, minutes in spans if mark.section == stem]
    begun = max((n for n, (mark, _) in enumerate(own) if mark.step == first), default=0)
    return sum(minutes for _, minutes in own[begun:])


def _planned_talk(
    case: Case, spans: list[tuple[Mark, float]], version: Version | None
) -> float | None:
    """The share of talk in all steps begun so far, as planned."""
    begun = {(mark.section, mark.step) for mark, _ in spans if mark.section}
    steps = [case.section(str(stem)).steps[step] for stem, step in begun]
    told = [(step.where, step.minutes_in(version)) for step in steps]
    return _share(told)


def _talk(case: Case, spans: list[tuple[Mark, float]]) -> float | None:
    told = [
        (case.section(mark.section).steps[mark.step].where, minutes)
        for mark, minutes in spans
        if mark.section
    ]
    return _share(told)


def _share(told: Sequence[tuple[Where, float]]) -> float | None:
    total = sum(minutes for _, minutes in told)
    talk = sum(minutes for where, minutes in told if where in TALK)
    return talk / total if total else None


def _shorter(case: Case, version: Version | None) -> tuple[Version | None] | None:
    """The next shorter length of the class, in a tuple; None where there is none."""
    outline = case.outline
    lengths = [(outline.minutes, None), *((v.minutes, v) for v in outline.versions)]
    own = outline.minutes if version is None else version.minutes
    below = [(minutes, v) for minutes, v in lengths if minutes < own]
    if not below:
        return None
    return (max(below, key=lambda pair: pair[0])[1],)


def _in(step: Step, length: tuple[Version | None]) -> bool:
    return step.minutes_in(length[0]) > 0
