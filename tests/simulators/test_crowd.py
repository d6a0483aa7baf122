"""Of a class of policies nobody can be singled out, wherever they lie."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from casekit.simulators.crowd import crowd
from casekit.tally import SMALLEST_CELL
from casekit.words import say

Policies = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=60)


def told(place: tuple[int, int]) -> tuple[str, ...]:
    return tuple(map(str, place))


@given(Policies)
def test_no_count_under_five_stands_at_a_dot_or_in_a_row(
    places: list[tuple[int, int]],
) -> None:
    seen = crowd(places)

    counts = Counter(places)
    assert [place for place, _ in seen.dots] == sorted(counts)
    for place, count in seen.dots:
        assert count is None or count == counts[place] >= SMALLEST_CELL
    for *_, written in seen.rows(told, "en"):
        assert not written.isdigit() or int(written) >= SMALLEST_CELL


@given(Policies)
def test_the_counts_of_a_table_leave_nothing_to_subtract(
    places: list[tuple[int, int]],
) -> None:
    seen = crowd(places)

    if any(count is not None for _, count in seen.dots):
        hidden = [place for place, count in seen.dots if count is None]
        assert len(hidden) != 1
        assert bool(hidden) == (seen.others is not None)


def test_nearly_all_are_told_without_a_count() -> None:
    rows = crowd([(1, 1)] * 56 + [(2, 2)]).rows(told, "id")

    assert rows == [("1", "1", say("nearly-all", "id"))]


def test_a_class_of_many_minds_is_told_in_one_line() -> None:
    rows = crowd([(n, n) for n in range(12)]).rows(told, "id")

    assert rows == [(say("too-few", "id"), "", "")]
