"""Everybody gets his turn, whoever comes late or leaves."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from casekit.frozen import LANGUAGES
from casekit.turn import told, turns

SEATS = tuple(f"ANOA-{n:02}" for n in range(1, 58))


def call(seats: tuple[str, ...], count: int, *, seed: int = 7) -> tuple[str, ...]:
    """The seats called one after the other, as an instructor does."""
    called: tuple[str, ...] = ()
    for _ in range(count):
        called += turns(seats, called, seed=seed)[:1]
    return called


def test_nobody_is_called_twice_before_everybody_once() -> None:
    called = call(SEATS, 3 * 57)

    for start in (0, 57, 114):
        assert sorted(called[start : start + 57]) == sorted(SEATS)
    assert called[:57] != called[57:114]


def test_the_list_is_called_as_it_stands() -> None:
    waiting = turns(SEATS, seed=7)

    assert call(SEATS, 57) == waiting
    assert turns(SEATS, waiting[:20], seed=7) == waiting[20:]


def test_after_a_restart_the_round_goes_on_from_what_was_called() -> None:
    called = call(SEATS, 80)

    assert call(SEATS, 90)[80:] == turns(SEATS[::-1], called, seed=7)[:10]


def test_a_late_comer_joins_the_present_round_and_the_list_stays() -> None:
    called = call(SEATS, 80)
    before = turns(SEATS, called, seed=7)

    after = turns([*SEATS, "MALEO-99"], called, seed=7)

    assert "MALEO-99" in after
    assert tuple(seat for seat in after if seat != "MALEO-99") == before


def test_who_comes_after_the_last_turn_of_a_round_is_called_next() -> None:
    assert turns([*SEATS, "MALEO-99"], call(SEATS, 57), seed=7) == ("MALEO-99",)


def test_who_left_is_skipped_and_who_returns_is_not_called_again() -> None:
    called = call(SEATS, 20)
    waiting = turns(SEATS, called, seed=7)
    away = {called[0], waiting[0]}

    rest = turns([s for s in SEATS if s not in away], called, seed=7)

    assert rest == waiting[1:]
    assert turns(SEATS, [*called, *rest], seed=7) == waiting[:1]


def test_everyone_is_as_likely_to_be_called_first() -> None:
    first = Counter(turns("ABCDE", seed=seed)[0] for seed in range(2000))

    assert all(330 < first[seat] < 470 for seat in "ABCDE")


def test_nobody_is_called_twice_in_a_row() -> None:
    for seed in range(50):
        called = call(("A", "B", "C"), 30, seed=seed)

        assert all(called[n] != called[n + 1] for n in range(29))


def test_a_single_seat_is_called_again_and_again() -> None:
    assert call(("A",), 3) == ("A", "A", "A")


def test_an_empty_room_has_no_turn() -> None:
    assert turns([], ["A"], seed=7) == ()
    for language in LANGUAGES:
        assert told((), language)


def test_the_instructor_reads_whom_to_call() -> None:
    for language in LANGUAGES:
        sentence = told(("ANOA-27", "RUSA-11"), language)

        assert "ANOA-27" in sentence
        assert "2" in sentence
        assert "RUSA-11" not in sentence


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from("ABCDEF"), min_size=1), st.integers(1, 4))
    ),
    st.integers(),
)
def test_whoever_comes_and_goes_a_round_calls_nobody_twice(
    days: list[tuple[set[str], int]], seed: int
) -> None:
    """A seat is called again only when nobody who is here is still waiting."""
    called: tuple[str, ...] = ()
    heard: set[str] = set()
    for here, count in days:
        for _ in range(count):
            seat = turns(here, called, seed=seed)[0]
            assert seat in here
            if seat in heard:
                assert here <= heard
                heard = set()
            heard.add(seat)
            called += (seat,)
