"""The room makes groups of those who differ, once a vote, and tells seats alone."""

from __future__ import annotations

from functools import partial
from itertools import chain, count
from typing import TYPE_CHECKING

import pytest

from casekit.classmate import Classmate
from casekit.errors import RoomError
from casekit.instructor import Instructor, Move
from casekit.journal import key_hash
from casekit.room.groups import Groups
from casekit.room.seats import PRESENT, Seats
from casekit.stage import Stage

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.journal import Journal
    from casekit.question import Asked


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def seats(clock: Clock) -> Seats:
    return Seats(clock=clock, choose=lambda free: free[0])


@pytest.fixture
def groups(seats: Seats) -> Groups:
    return Groups(seats, draw=partial(next, count(7)))


@pytest.fixture
def stage(toy: Case, journal: Journal) -> Stage:
    return Stage(Instructor(toy, journal))


@pytest.fixture
def vote(toy: Case) -> Asked:
    return toy.question("keep-the-ferry")


def join(seats: Seats, *learners: int) -> list[str]:
    return [seats.take(key_hash(f"key {n}")) for n in learners]


def answer(stage: Stage, vote: Asked, *learners: int) -> None:
    now = stage.teacher.state(vote).round
    for n in learners:
        Classmate(stage.teacher.journal, key=f"key {n}").commit(
            vote, id=f"{now}-{n}", value=("stop", "keep")[n % 2], confidence=80
        )


def voted(stage: Stage, seats: Seats, vote: Asked, people: int = 12) -> list[str]:
    """A class of seats that has answered, and whose vote is locked."""
    taken = join(seats, *range(people))
    stage.teacher.move(vote, Move.OPEN)
    answer(stage, vote, *range(people))
    stage.teacher.move(vote, Move.LOCK)
    return taken


def seated(stage: Stage, vote: Asked) -> list[str]:
    made = stage.seated(vote)
    return sorted(chain(*made.groups)) if made else []


@pytest.mark.parametrize("size", [3, 4])
def test_the_list_is_on_the_stage_and_the_same_when_asked_again(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked, size: int
) -> None:
    taken = voted(stage, seats, vote)

    made = groups.make(stage, vote, size=size)

    assert stage.seated(vote) == made
    assert seated(stage, vote) == sorted(taken)
    assert {len(group) for group in made.groups} == {size}
    assert groups.make(stage, vote, size=7 - size) == made
    restarted = Groups(seats, draw=lambda: 0)
    assert restarted.make(stage, vote, size=size) == made


def test_the_stage_tells_seats_and_no_key_or_answer(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked
) -> None:
    voted(stage, seats, vote)
    groups.make(stage, vote, size=3)

    told = str(stage.teacher.journal.stage(f"groups {vote.id} 1"))

    assert not any(key_hash(f"key {n}") in told for n in range(12))
    assert "keep" not in told


def test_a_late_comer_joins_and_nobody_moves(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked
) -> None:
    voted(stage, seats, vote)
    before = groups.make(stage, vote, size=3).groups
    late = join(seats, 50)

    after = groups.make(stage, vote, size=3).groups

    assert [group[: len(old)] for group, old in zip(after, before, strict=True)] == [
        *before
    ]
    assert set(chain(*after)) - set(chain(*before)) == set(late)


def test_who_left_without_an_answer_has_no_place_and_who_answered_keeps_his(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked, clock: Clock
) -> None:
    join(seats, 60)
    taken = voted(stage, seats, vote)
    clock.now = PRESENT + 1

    groups.make(stage, vote, size=3)

    assert seated(stage, vote) == sorted(taken)


def test_a_second_vote_like_the_first_makes_another_list(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked
) -> None:
    voted(stage, seats, vote)
    first = groups.make(stage, vote, size=3)
    stage.teacher.move(vote, Move.AGAIN)
    answer(stage, vote, *range(12))
    stage.teacher.move(vote, Move.LOCK)

    assert stage.seated(vote) is None
    assert groups.make(stage, vote, size=3) != first


def test_an_open_vote_makes_no_groups(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked
) -> None:
    voted(stage, seats, vote)
    stage.teacher.move(vote, Move.REOPEN)

    with pytest.raises(RoomError, match="lock it first"):
        groups.make(stage, vote, size=3)


def test_fewer_than_ten_seats_make_no_groups(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked
) -> None:
    voted(stage, seats, vote, 9)
    join(seats, *range(20, 40))

    with pytest.raises(RoomError, match="wait for 10"):
        groups.make(stage, vote, size=3)
    assert stage.seated(vote) is None


def test_a_sealed_question_makes_no_groups(
    stage: Stage, seats: Seats, groups: Groups, vote: Asked
) -> None:
    voted(stage, seats, vote)
    sealed = vote.model_copy(update={"sealed": True})

    with pytest.raises(RoomError, match="no groups are made"):
        groups.make(stage, sealed, size=3)


def test_texts_make_no_groups(stage: Stage, groups: Groups, toy: Case) -> None:
    with pytest.raises(RoomError, match="no groups are made"):
        groups.make(stage, toy.question("why"), size=3)
