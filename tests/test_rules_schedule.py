"""A class fits its minutes, leaves time to talk, and moves questions as one can."""
# ruff: noqa: E501 - what a check says stands on one line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from author import Edit, problems

from casekit.plan import Minutes, minutes_of

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.case import Case

FIRST, SECOND = "sections/00_dermaga.yaml", "sections/01_malam.yaml"
VOTE = "lock: [keep-the-ferry, claim-labels, why]"
SHOWN = "show: [keep-the-ferry]"
TALK = "do: {id: Yakinkan satu rekan, en: Persuade one colleague}"

BROKEN: tuple[tuple[str, tuple[Edit, ...], tuple[str, ...]], ...] = (
    (
        "too long",
        (("case.yaml", "minutes: 30", "minutes: 24"),),
        ("toy/case.yaml:9: the sections take 25 minutes of 24",),
    ),
    (
        "version too long",
        (("case.yaml", "minutes: 15}", "minutes: 13}"),),
        ("toy/case.yaml:30: the sections take 14 minutes of 13",),
    ),
    (
        "version's pause",
        (("case.yaml", "minutes: 15}", "minutes: 15, pauses: [{after: 00_dermaga, minutes: 2}]}"),),
        ("toy/case.yaml:30: the sections take 16 minutes of 15",),
    ),
    (
        "little talk",
        ((SECOND, "minutes: 4,", "minutes: 6,"), (SECOND, "minutes: 6, versions: {short: 4}", "minutes: 3, versions: {short: 4}")),
        ("toy/case.yaml:9: talk has 55% of 22 minutes",),
    ),
    (
        "little talk in a version",
        ((FIRST, "{short: 3}", "{short: 1}"),),
        ("toy/case.yaml:30: talk has 58% of 12 minutes",),
    ),
    (
        "unknown question",
        ((FIRST, SHOWN, "show: [keep-the-fery]"),),
        ("toy/sections/00_dermaga.yaml:7: names question 'keep-the-fery'",),
    ),
    (
        "unknown version",
        ((FIRST, "{short: 2}", "{shrt: 2}"),),
        ("toy/sections/00_dermaga.yaml:5: names version 'shrt'",),
    ),
    (
        "version twice",
        (("case.yaml", "minutes: 15}", "minutes: 15}\n  - {id: short, title: {id: a, en: a}, minutes: 15}"),),
        ("toy/case.yaml:31: repeats the id 'short' of toy/case.yaml:30",),
    ),
    (
        "unknown pause",
        (("case.yaml", "after: 00_dermaga", "after: 09_dermaga"),),
        ("toy/case.yaml:28: names section '09_dermaga'",),
    ),
    (
        "never locked",
        ((SECOND, "plan, first-served, share-fares, turns]}", "first-served, share-fares, turns]}"),),
        (
            "toy/sections/01_malam.yaml:5: in version 'short' opens 'plan' and never locks it",
            "toy/sections/01_malam.yaml:5: opens 'plan' and never locks it",
        ),
    ),
    (
        "shown while open",
        ((FIRST, TALK, TALK + ", again: [keep-the-ferry]"),),
        (
            "toy/sections/00_dermaga.yaml:7: cannot show 'keep-the-ferry'",
            "toy/sections/00_dermaga.yaml:7: in version 'short' cannot show 'keep-the-ferry'",
        ),
    ),
    (
        "shown though sealed for good",
        ((SECOND, "show: [passengers-next-year]", "show: [passengers-next-year, plan]"),),
        ("toy/sections/01_malam.yaml:7: shows 'plan', which is sealed for good",),
    ),
    (
        "minutes that are none",
        (("case.yaml", "minutes: 30", "minutes: true"),),
        ("toy/case.yaml:9: 'minutes' is True, not a number",),
    ),
    (
        "opened twice",
        ((FIRST, TALK, TALK + ", open: [why]"),),
        (
            "toy/sections/00_dermaga.yaml:6: cannot open 'why'",
            "toy/sections/00_dermaga.yaml:6: in version 'short' cannot open 'why'",
        ),
    ),
    (
        "shown where it was left out",
        ((FIRST, "{short: 2}, do: {id: Jawab", "{}, do: {id: Jawab"),),
        ("toy/sections/00_dermaga.yaml:7: in version 'short' cannot show 'keep-the-ferry'",),
    ),
    (
        "objective unseen",
        (("case.yaml", "passengers-next-year]", "passengers]"),),
        ("toy/case.yaml:15: names question 'passengers'",),
    ),
    (
        "objective of another section",
        ((SECOND, "  - weigh-evidence\n", "  - weigh-harbour\n"), ("case.yaml", "units:", "  - {id: weigh-harbour, seen_in: [plan], text: {id: a, en: a}}\nunits:")),
        ("toy/case.yaml:15: is seen in 'passengers-next-year', of a section without it",),
    ),
    (
        "objective of no section",
        (("case.yaml", "units:", "  - {id: weigh-harbour, seen_in: [plan], text: {id: a, en: a}}\nunits:"),),
        ("toy/case.yaml:18: is in no section",),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("edits", "told"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_a_schedule_that_cannot_be_held_is_told(
    toy_copy: Path, edits: tuple[Edit, ...], told: tuple[str, ...]
) -> None:
    assert problems(toy_copy, *edits) == told


def test_a_second_vote_is_opened_again_and_locked_before_it_is_shown(
    toy_copy: Path,
) -> None:
    again = (
        FIRST,
        TALK,
        TALK + ", again: [keep-the-ferry], lock: [keep-the-ferry]",
    )

    assert problems(toy_copy, again) == ()


def test_a_third_vote_is_refused(toy_copy: Path) -> None:
    again = ", again: [keep-the-ferry], lock: [keep-the-ferry]"
    edits = ((FIRST, TALK, TALK + again), (FIRST, SHOWN, SHOWN + again))

    assert any("cannot again 'keep-the-ferry'" in p for p in problems(toy_copy, *edits))


def test_a_schedule_is_not_judged_while_a_step_cannot_be_read(toy_copy: Path) -> None:
    broken = (FIRST, "where: group", "where: triad")

    assert problems(toy_copy, broken) == (
        "toy/sections/00_dermaga.yaml:6: 'steps.where' is 'triad'",
    )


def test_a_version_takes_the_minutes_of_the_steps_that_it_keeps(toy: Case) -> None:
    (short,) = toy.outline.versions
    steps = [step for section in toy.sections for step in section.steps]

    assert minutes_of(steps) == Minutes(device=8, group=4, plenary=11)
    assert minutes_of(steps, short) == Minutes(device=5, group=2, plenary=7)
    assert toy.section("01_malam").minutes(short).total == 7
    assert minutes_of([]).talk == 0


def test_a_question_asked_with_a_die_has_no_second_vote(toy_copy: Path) -> None:
    section = toy_copy / "sections/00_dermaga.yaml"
    plain = "    ordered: true\n    confidence: true\n"
    unsure = section.read_text("utf-8").partition("      - id: unsure\n")[2]
    unsure = "      - id: unsure\n" + unsure.partition("      - id: keep\n")[0]
    again = TALK + ", again: [keep-the-ferry], lock: [keep-the-ferry]"

    told = problems(
        toy_copy,
        (FIRST, plain, "    die: true\n"),
        (FIRST, unsure, ""),
        (FIRST, TALK, again),
    )

    assert told == (
        (
            "toy/sections/00_dermaga.yaml:6: asks 'keep-the-ferry' again, which is asked "
            "with a die"
        ),
    )
