"""A seat is sayable, one's own, and known in memory only."""

from __future__ import annotations

import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.errors import RoomError
from casekit.room.seats import EVERY, PRESENT, SEAT, Seats


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def seats(clock: Clock) -> Seats:
    return Seats(clock=clock, choose=secrets.choice)


def test_every_seat_can_be_written_and_read() -> None:
    assert len(set(EVERY)) == len(EVERY) > 57 * 4
    assert all(SEAT.fullmatch(seat) for seat in EVERY)


@given(st.lists(st.sampled_from(["", *EVERY[:3], "EVE-7", "ANOA-100"]), max_size=60))
def test_no_two_learners_share_a_seat(wanted: list[str]) -> None:
    seats = Seats(clock=Clock(), choose=random.Random(7).choice)

    taken = [seats.take(str(n), seat) for n, seat in enumerate(wanted)]

    assert len(set(taken)) == len(taken) == len(seats)
    assert set(taken) <= set(EVERY)


def test_a_seat_stays_whatever_is_asked_for_later(seats: Seats) -> None:
    seat = seats.take("ani", "ANOA-27")

    assert seats.take("ani", "YAKI-11") == seat == "ANOA-27"


def test_a_taken_seat_is_not_given_twice(seats: Seats) -> None:
    seats.take("ani", "ANOA-27")

    assert seats.take("budi", "ANOA-27") != "ANOA-27"


def test_a_full_room_says_so(clock: Clock) -> None:
    seats = Seats(clock=clock, choose=lambda free: free[0])
    for n in range(len(EVERY)):
        seats.take(str(n))

    with pytest.raises(RoomError, match="all 1080 seats"):
        seats.take("one more")


def test_who_has_not_asked_lately_is_not_connected(seats: Seats, clock: Clock) -> None:
    seats.take("ani")
    seats.take("budi")
    clock.now += PRESENT + 1
    seats.take("budi")

    assert seats.connected() == {"budi"}
    assert len(seats) == 2


def test_the_chart_does_not_tell_who_came_first(seats: Seats) -> None:
    for learner in ("budi", "ani", "citra"):
        seats.take(learner)

    assert list(seats.chart()) == ["ani", "budi", "citra"]
