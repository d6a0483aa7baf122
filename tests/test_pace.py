"""A class's pace: what was planned, what it took, and what can be left out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from conftest import MORNING

from casekit.pace import Mark, Pace, kept_steps, pace

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.plan import Version


def at(section: str | None, step: int, minute: float) -> Mark:
    return Mark(section, step, MORNING + timedelta(minutes=minute))


def seen(
    toy: Case,
    stem: str,
    *marks: Mark,
    minute: float = 0,
    version: Version | None = None,
) -> Pace:
    now = MORNING + timedelta(minutes=minute)
    return pace(toy, stem, version=version, marks=marks, now=now)


def test_before_the_clock_is_started_there_is_only_the_plan(toy: Case) -> None:
    now = seen(toy, "00_dermaga")

    assert (now.planned, now.place, now.step, now.spent) == (12, None, None, 0)
    assert (now.late, now.talk, now.talk_planned) == (0, None, None)


def test_a_step_that_takes_too_long_makes_the_part_late(toy: Case) -> None:
    quay = "00_dermaga"
    marks = at(quay, 0, 0), at(quay, 1, 6)

    now = seen(toy, quay, *marks, minute=8)

    assert (now.place, now.step_planned, now.step_spent) == (1, 3, 2)
    assert (now.spent, now.late) == (8, 1)  # 4 + 3 were planned


def test_the_cuts_are_what_the_next_shorter_class_leaves_out(toy: Case) -> None:
    night = "01_malam"
    short = toy.outline.versions[0]

    now = seen(toy, night, at(night, 0, 0), minute=9)
    shorter = seen(toy, night, at(night, 0, 0), minute=9, version=short)

    assert [step.do["en"] for step in now.cuts] == ["Persuade one colleague"]
    assert (shorter.cuts, len(shorter.steps), shorter.late) == ((), 2, 6)


def test_talk_is_shared_out_over_the_whole_class_so_far(toy: Case) -> None:
    quay, night = "00_dermaga", "01_malam"
    marks = at(quay, 0, 0), at(quay, 1, 6), at(None, 0, 8), at(night, 0, 20)

    now = seen(toy, night, *marks, minute=22)

    assert now.talk == pytest.approx(2 / 10)  # the pause counts for nothing
    assert now.talk_planned == pytest.approx(3 / 11)


def test_a_part_begun_again_starts_anew_and_a_pause_does_not_count(toy: Case) -> None:
    quay = "00_dermaga"
    marks = at(quay, 0, 0), at(quay, 0, 30), at(None, 0, 32), at(quay, 1, 40)

    assert seen(toy, quay, *marks, minute=41).spent == 3
    assert seen(toy, quay, *marks[:3], minute=39).spent == 2
    assert seen(toy, quay, *marks[:3], minute=39).place is None


def test_a_part_that_a_version_leaves_out_is_as_in_the_case_s_own_length(
    toy: Case,
) -> None:
    section = toy.section("00_dermaga")
    other = toy.outline.versions[0].model_copy(update={"id": "unheard-of"})

    assert kept_steps(section, other) == kept_steps(section, None) == (0, 1, 2)
