"""The schedule: a class fits its minutes, leaves time to talk, and may be so moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.errors import PhaseError, Problem
from casekit.phase import Phase, State, move
from casekit.plan import LEAST_TALK, Pause, Step, Version, minutes_of
from casekit.question import Choice
from casekit.rules.placed import Placed, mapping, sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casekit.rules.parts import Parts, SectionPart

MOVES = {  # in the order of a step; `again` opens the second round
    "open": Phase.OPEN,
    "again": Phase.OPEN,
    "lock": Phase.LOCKED,
    "show": Phase.SHOWN,
}


def schedule(parts: Parts) -> Iterator[Problem]:
    """Every version that is too long, too quiet, or moves a question as none can."""
    versions = tuple(sound(parts.outline, "versions", Version))
    unknown = [problem for s in parts.sections for problem in _names(parts, s)]
    yield from unknown
    yield from _sealed_for_good(parts)
    lengths = [Placed(parts.outline, (), None), *versions]
    for length in lengths:
        yield from _pauses(parts, length)
    whole = None if unknown else _whole(parts)
    for length in lengths if whole else ():
        yield from _minutes(parts, length, whole or ())
        if parts.question_ids.sure:
            yield from _moves(length.value, whole or ())


def _whole(parts: Parts) -> tuple[Placed[Step], ...] | None:
    """Every step of the class in order; None where some cannot be read."""
    sections = {section.stem: section for section in parts.sections}
    listed = [sections.get(stem.value) for stem in parts.stems]
    if not parts.stem_ids.sure or parts.outline.problems:
        return None
    found: list[Placed[Step]] = []
    for section in listed:
        if section is None or not section.steps_sure:
            return None
        found += section.steps
    return tuple(found)


def _names(parts: Parts, section: SectionPart) -> Iterator[Problem]:
    """Questions and versions that steps name, and there are none."""
    dice = {
        asked.value.id
        for one in parts.sections
        for asked in one.questions
        if isinstance(asked.value, Choice) and asked.value.die
    }
    for step in section.steps:
        for key in MOVES:
            for index, name in enumerate(getattr(step.value, key)):
                if parts.question_ids.lacks(name):
                    yield step.unknown("question", name, key, index)
                elif key == "again" and name in dice:
                    wrong = f"asks {name!r} again, which is asked with a die"
                    yield step.problem(wrong, "ask it once", key, index)
        for name in step.value.versions:
            if parts.version_ids.lacks(name):
                yield step.unknown("version", name, "versions", name)


def _sealed_for_good(parts: Parts) -> Iterator[Problem]:
    """Questions that steps show, and that no class ever sees."""
    asked = [question.value for s in parts.sections for question in s.questions]
    sealed = {question.id for question in asked if question.sealed}
    for section in parts.sections:
        for step in section.steps:
            for index, name in enumerate(step.value.show):
                if name in sealed:
                    wrong = f"shows {name!r}, which is sealed for good"
                    right = "lock it only, or take its sealed: true out"
                    yield step.problem(wrong, right, "show", index)


def _pauses(parts: Parts, length: Placed[Version | None]) -> Iterator[Problem]:
    for pause in sound(parts.outline, "pauses", Pause, length.loc):
        if parts.stem_ids.lacks(pause.value.after):
            yield pause.unknown("section", pause.value.after, "after")


def _minutes(
    parts: Parts, length: Placed[Version | None], steps: tuple[Placed[Step], ...]
) -> Iterator[Problem]:
    version = length.value
    limit = mapping(parts.outline).get("minutes")
    if version is not None:
        limit = version.minutes
    pauses = sound(parts.outline, "pauses", Pause, length.loc)
    rest = sum(pause.value.minutes for pause in pauses)
    spent = minutes_of((step.value for step in steps), version)
    if type(limit) is int and spent.total + rest > limit > 0:
        wrong = f"the sections take {spent.total + rest} minutes of {limit}"
        yield length.problem(wrong, "shorten their steps", "minutes")
    if spent.talk < LEAST_TALK:
        wrong = f"talk has {spent.talk:.0%} of {spent.total} minutes"
        right = f"leave it {LEAST_TALK:.0%}: fewer minutes at the device"
        yield length.problem(wrong, right, "minutes")


def _moves(
    version: Version | None, steps: tuple[Placed[Step], ...]
) -> Iterator[Problem]:
    """Play the class through; of each question the first move that cannot be."""
    told = "" if version is None else f"in version {version.id!r} "
    states: dict[str, State] = {}
    opened: dict[str, Placed[Step]] = {}
    astray: set[str] = set()
    for step, key, index, name in _played(version, steps):
        if name in astray:
            continue
        try:
            states[name] = _moved(states.get(name, State()), key)
        except PhaseError as error:
            astray.add(name)
            yield step.problem(f"{told}cannot {key} {name!r}", str(error), key, index)
        if MOVES[key] is Phase.OPEN:
            opened[name] = step
    for name, state in states.items():
        if state.phase is Phase.OPEN and name not in astray:
            wrong = f"{told}opens {name!r} and never locks it"
            yield opened[name].problem(wrong, "lock it in this step or a later one")


def _played(
    version: Version | None, steps: tuple[Placed[Step], ...]
) -> Iterator[tuple[Placed[Step], str, int, str]]:
    for step in steps:
        for key in MOVES if step.value.minutes_in(version) else ():
            for index, name in enumerate(getattr(step.value, key)):
                yield step, key, index, name


def _moved(state: State, key: str) -> State:
    """The state after a step's move.

    Raises:
        PhaseError: no question can be so moved.
    """
    if key == "open" and state.phase is not Phase.DRAFT:
        raise PhaseError("it was opened before; a second vote opens it again")
    return move(state, MOVES[key], next_round=key == "again")
