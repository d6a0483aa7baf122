"""What the instructor puts up is there for every desk, and outlives a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from crowd import HandClock

from casekit.instructor import Instructor, Move
from casekit.journal import Journal
from casekit.stage import OVERTIME, Scene, Seated, Show, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casekit.case import Case


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def stage(toy: Case, tmp_path: Path, clock: HandClock) -> Iterator[Stage]:
    with Journal(tmp_path / "toy.sqlite", clock=clock) as journal:
        yield Stage(Instructor(toy, journal))


def test_a_class_begins_with_the_welcome(stage: Stage) -> None:
    assert stage.scene == Scene(Show.WELCOME)
    assert stage.door == {}
    assert repr(stage) == "Stage('toy')"


def test_what_is_put_up_is_told_to_every_desk(stage: Stage, toy: Case) -> None:
    told: list[Scene] = []
    stage.teacher.watchers.append(lambda: told.append(stage.scene))
    vote = toy.question("keep-the-ferry")

    stage.ask(vote)
    stage.result(vote, page=2)
    stage.title()
    stage.welcome()

    assert told == [
        Scene(Show.QUESTION, vote.id),
        Scene(Show.RESULT, vote.id, 2),
        Scene(Show.SECTION, "00_dermaga"),
        Scene(),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "?",
        {},
        {"show": "answers"},
        {"show": "question", "id": "nothing"},
        {"show": "section", "id": "09_none"},
        {"show": "result", "id": "why", "page": "x"},
    ],
)
def test_a_stage_that_cannot_be_read_is_a_welcome(stage: Stage, told: object) -> None:
    stage.teacher.journal.set_stage("screen", told)

    assert stage.scene == Scene()


def test_the_contract_s_names_stand_on_the_stage(stage: Stage, toy: Case) -> None:
    vote, journal = toy.question("keep-the-ferry"), stage.teacher.journal
    for move in (Move.OPEN, Move.LOCK, Move.AGAIN):
        stage.teacher.move(vote, move)

    stage.ask(vote)
    stage.count_down(2)

    told = {"show": "question", "id": vote.id, "round": 2}
    assert journal.stage("screen") == told
    assert journal.stage("countdown") == {"until": "2019-05-16T10:44:00+00:00"}


def test_a_countdown_runs_ends_says_so_and_goes(stage: Stage, clock: HandClock) -> None:
    assert stage.left is None
    stage.count_down(1)
    left = [stage.left]
    for seconds in (15, 45, OVERTIME):
        clock.wait(seconds=seconds)
        left.append(stage.left)
    assert left == [60, 45, 0, None]

    stage.count_down(1)
    stage.stop()
    assert stage.left is None


def test_the_clock_walks_through_the_steps_of_the_chosen_length(
    stage: Stage, toy: Case
) -> None:
    stage.teacher.go_to("01_malam")
    stage.begin()
    stage.go_on()
    stage.hold("short")  # which leaves out the second step
    stage.begin()
    stage.go_on()
    stage.go_on()
    stage.rest()

    walked = [(mark.section, mark.step) for mark in stage.marks]
    part, over = "01_malam", (None, 0)
    assert walked == [(part, 0), (part, 1), (part, 0), (part, 2), over, over]
    assert stage.version == toy.outline.versions[0]
    stage.hold(None)
    assert stage.version is None


def test_the_door_is_told_to_the_screen(stage: Stage) -> None:
    stage.open_door("http://192.168.1.20:8800/", "CDFHJK", "<svg/>")

    assert stage.door == {
        "address": "http://192.168.1.20:8800/",
        "code": "CDFHJK",
        "qr": "<svg/>",
    }


def test_each_vote_has_groups_of_its_own_and_the_latest_talk(
    stage: Stage, toy: Case
) -> None:
    vote = toy.question("keep-the-ferry")
    made = Seated(3, (("ANOA-27", "MALEO-13", "YAKI-11"),))
    assert stage.seated(vote) is stage.talking(vote) is None

    stage.seat(vote, made)
    for move in (Move.OPEN, Move.LOCK, Move.AGAIN):
        stage.teacher.move(vote, move)

    assert stage.seated(vote) is None
    assert stage.talking(vote) == made
    stage.show_groups(vote)
    assert stage.scene == Scene(Show.GROUPS, vote.id)


def test_a_seat_that_passes_is_asked_once_more_in_the_round(stage: Stage) -> None:
    stage.skip("ANOA-27")
    assert (stage.passed, stage.called) == (("ANOA-27",), ())

    stage.call("MALEO-13")
    stage.skip("ANOA-27")

    assert (stage.passed, stage.called) == ((), ("MALEO-13", "ANOA-27"))


def test_the_lot_is_drawn_once(stage: Stage) -> None:
    drawn = iter((7, 8))

    assert [stage.lot(lambda: next(drawn)) for _ in range(2)] == [7, 7]


def test_another_part_s_clock_starts_at_its_first_step(stage: Stage) -> None:
    stage.begin()
    stage.go_on()
    stage.teacher.go_to("01_malam")

    stage.go_on()

    assert stage.marks[-1][:2] == ("01_malam", 0)
