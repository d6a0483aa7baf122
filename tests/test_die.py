"""A die protects each answer, and the class still learns its share, at a price."""

from __future__ import annotations

from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from casekit.die import FACES, error, estimate, rules, said, told
from casekit.errors import RoomError
from casekit.frozen import LANGUAGES

COUNTS = st.integers(10, 300).flatmap(
    lambda count: st.tuples(st.integers(0, count), st.just(count))
)


def test_one_says_yes_six_says_no_and_the_rest_the_truth() -> None:
    faces = range(1, FACES + 1)

    assert [said(truth=True, face=face) for face in faces] == [True] * 5 + [False]
    assert [said(truth=False, face=face) for face in faces] == [True] + [False] * 5


def test_a_yes_is_five_times_as_likely_where_it_is_true() -> None:
    true = sum(said(truth=True, face=face) for face in range(1, 7))
    untrue = sum(said(truth=False, face=face) for face in range(1, 7))

    assert (true, untrue) == (5, 1)
    given_yes = 0.3 * true / (0.3 * true + 0.7 * untrue)
    given_no = 0.3 * untrue / (0.3 * untrue + 0.7 * true)
    assert (round(given_yes, 2), round(given_no, 2)) == (0.68, 0.08)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.95])
def test_over_a_hundred_thousand_classes_the_estimate_is_neither_high_nor_low(
    share: float,
) -> None:
    """Learners, dice and answers are drawn by numpy; its spread is the error told."""
    draw = np.random.default_rng(7)
    yes = np.zeros(100_000, dtype=np.int64)
    for _ in range(57):
        truth = draw.random(yes.size) < share
        face = draw.integers(1, FACES, yes.size, endpoint=True)
        yes += (face == 1) | ((face != 6) & truth)
    counts, times = np.unique(yes, return_counts=True)
    found = [estimate(int(n), 57) for n in counts]

    shares = np.array([seen.share for seen in found if seen])
    mean = np.average(shares, weights=times)
    spread = sqrt(np.average((shares - mean) ** 2, weights=times))
    assert abs(mean - share) < 4 * error(share, 57) / sqrt(yes.size)
    assert isclose(spread, error(share, 57), rel_tol=0.01)


def test_the_price_at_three_in_ten_of_a_class() -> None:
    assert round(error(0.3, 57), 3) == 0.096
    seen = estimate(round(57 * (1 / 6 + 0.3 * 4 / 6)), 57)

    assert seen is not None
    assert (round(seen.error, 3), round(seen.direct, 3)) == (0.096, 0.061)


@given(COUNTS)
def test_the_interval_is_scipys_exact_one_seen_through_the_die(
    counts: tuple[int, int],
) -> None:
    yes, count = counts
    seen = estimate(yes, count)
    exact = binomtest(yes, count).proportion_ci(0.95, method="exact")

    assert seen is not None
    ends = [(6 * end - 1) / 4 for end in (exact.low, exact.high)]
    low, high = np.clip(ends, 0, 1)
    assert isclose(seen.low, low, abs_tol=1e-9)
    assert isclose(seen.high, high, abs_tol=1e-9)
    assert seen.odd == (ends[1] < 0 or ends[0] > 1)


@pytest.mark.parametrize("count", [10, 23, 57])
def test_whatever_the_share_the_interval_holds_it_nineteen_times_in_twenty(
    count: int,
) -> None:
    found = [estimate(yes, count) for yes in range(count + 1)]
    for share in np.linspace(0, 1, 101):
        chances = binom.pmf(range(count + 1), count, 1 / 6 + share * 4 / 6)
        held = sum(
            chance
            for chance, seen in zip(chances, found, strict=True)
            if seen and not seen.odd and seen.low <= share <= seen.high
        )

        assert held >= 0.95


@given(COUNTS)
def test_who_swaps_yes_and_no_reads_the_same_from_the_other_end(
    counts: tuple[int, int],
) -> None:
    yes, count = counts
    seen, turned = estimate(yes, count), estimate(count - yes, count)

    assert seen is not None
    assert turned is not None
    assert isclose(seen.share + turned.share, 1)
    assert isclose(seen.low + turned.high, 1, abs_tol=1e-9)
    assert isclose(seen.error, turned.error)


def test_nine_answers_are_too_few() -> None:
    assert estimate(3, 9) is None
    assert told(None, "id").startswith("Belum cukup jawaban")


@pytest.mark.parametrize(("yes", "count"), [(-1, 57), (58, 57)])
def test_a_wrong_count_is_told(yes: int, count: int) -> None:
    with pytest.raises(RoomError, match=f"{yes} of {count} answers"):
        estimate(yes, count)


def test_fewer_yes_than_the_die_gives_by_itself_are_no_share_of_nobody() -> None:
    """A point at zero would look like certainty."""
    for language in LANGUAGES:
        sentence = told(estimate(0, 57), language)

        assert "57" in sentence
        assert "95" not in sentence


def test_an_estimate_below_nobody_is_shown_as_nobody() -> None:
    seen = estimate(8, 57)

    assert seen is not None
    assert seen.share < 0
    assert " 0 %" in told(seen, "id")
    assert "-" not in told(seen, "en")


def test_the_class_reads_the_share_its_interval_and_the_price() -> None:
    assert "9,6" in told(estimate(21, 57), "id")
    for amount in ("57", "30%", "12%", "51%", "9.6", "6.1"):
        assert amount in told(estimate(21, 57), "en")


def test_a_learner_reads_what_one_answer_still_reveals() -> None:
    assert "lima kali" in rules("id")[1]
    assert "five times" in rules("en")[1]
