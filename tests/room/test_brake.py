"""Whoever tries wrong codes waits; whoever has not tried never does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.room.brake import CROWD, FORGOTTEN, FREE, LONGEST, MOST, Brake


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def brake(clock: Clock) -> Brake:
    return Brake(clock=clock)


def wrong(brake: Brake, address: str, times: int) -> None:
    for _ in range(times):
        brake.wrong(address)


def test_a_few_slips_cost_nothing(brake: Brake) -> None:
    wrong(brake, "ani", FREE - 1)

    assert brake.wait("ani") == 0


def test_each_wrong_try_doubles_the_wait_up_to_a_minute(brake: Brake) -> None:
    wrong(brake, "eve", FREE)
    waits = []
    for _ in range(9):
        waits.append(brake.wait("eve"))
        brake.wrong("eve")

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_wait_ends(brake: Brake, clock: Clock) -> None:
    wrong(brake, "eve", FREE + 2)
    clock.now += 3

    assert brake.wait("eve") == 1

    clock.now += 1
    assert brake.wait("eve") == 0


def test_a_right_code_forgets_the_slips(brake: Brake) -> None:
    wrong(brake, "ani", FREE + 3)

    brake.right("ani")
    brake.right("never seen")

    assert brake.wait("ani") == 0


def test_slips_are_forgotten_after_a_while(brake: Brake, clock: Clock) -> None:
    wrong(brake, "ani", FREE + 9)
    clock.now += FORGOTTEN + 1

    assert brake.wait("ani") == 0

    brake.wrong("ani")
    assert brake.wait("ani") == 0


def test_many_guessers_slow_all_who_guess_and_nobody_else(
    brake: Brake, clock: Clock
) -> None:
    for n in range(CROWD):
        brake.wrong(f"10.0.0.{n}")

    assert brake.wait("10.0.0.1") == LONGEST
    assert brake.wait("ani") == 0

    clock.now += LONGEST
    assert brake.wait("10.0.0.1") == 0


def test_it_keeps_only_so_many_in_mind(brake: Brake) -> None:
    wrong(brake, "first", FREE + 3)
    for n in range(MOST):
        brake.wrong(str(n))

    assert brake.wait("first") == 0
    assert brake.wait("1") > 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 100))))
def test_no_wait_is_longer_than_a_minute(tries: list[tuple[str, float]]) -> None:
    clock = Clock()
    brake = Brake(clock=clock)
    for address, pause in tries:
        brake.wrong(address)
        assert 0 <= brake.wait(address) <= LONGEST
        clock.now += pause
    assert brake.wait("d") == 0
