"""Who forecasts honestly scores best, and the score is what the textbooks say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from casekit.score import (
    brier_score,
    even_brier_score,
    interval_score,
)

amounts = st.floats(-1e6, 1e6)
BELIEFS = [  # of a learner about a number, as scipy has them
    stats.norm(12, 4),
    stats.expon(scale=5),
    stats.beta(2, 5),
    stats.gamma(3),
    stats.uniform(0, 20),
]
FINE = (np.arange(1_000) + 0.5) / 1_000


@pytest.mark.parametrize(
    ("low", "high", "came", "score"),
    [
        (4, 4, 4, 0),  # certain, and right
        (3, 8, 3, 5),  # an end belongs to the interval
        (3, 8, 8, 5),
        (0, 20, 7, 20),  # careful, and never wrong
        (3, 8, 2, 15),
        (3, 8, 9, 15),
        (6, 6, 9, 30),  # certain, and wrong
    ],
)
def test_an_interval_costs_its_width_and_ten_times_its_miss(
    low: float, high: float, came: float, score: float
) -> None:
    assert interval_score(low, high, came) == score


@given(amounts, amounts, amounts)
def test_no_interval_scores_below_nought(one: float, other: float, came: float) -> None:
    low, high = sorted((one, other))

    assert interval_score(low, high, came) >= high - low >= 0


def expected_interval_score(belief: Any, low: float, high: float) -> float:  # noqa: ANN401
    """Over what the learner believes, midpoint by midpoint of a thousand slices."""
    return float(np.mean([interval_score(low, high, x) for x in belief.ppf(FINE)]))


@pytest.mark.parametrize("belief", BELIEFS, ids=lambda belief: belief.dist.name)
@settings(deadline=None)
@given(tails=st.tuples(st.floats(0.001, 0.999), st.floats(0.001, 0.999)))
def test_who_gives_his_own_tenth_and_ninetieth_per_cent_expects_the_best_score(
    belief: Any,  # noqa: ANN401
    tails: tuple[float, float],
) -> None:
    low, high = (float(belief.ppf(tail)) for tail in sorted(tails))
    honest = expected_interval_score(belief, *map(float, belief.ppf([0.1, 0.9])))

    assert honest <= expected_interval_score(belief, low, high) + 1e-9


@pytest.mark.parametrize("belief", BELIEFS, ids=lambda belief: belief.dist.name)
def test_a_slightly_bolder_or_more_timid_interval_expects_a_worse_score(
    belief: Any,  # noqa: ANN401
) -> None:
    honest = expected_interval_score(belief, *belief.ppf([0.1, 0.9]))

    for tails in ([0.15, 0.9], [0.05, 0.9], [0.1, 0.85], [0.1, 0.95], [0.2, 0.8]):
        assert expected_interval_score(belief, *belief.ppf(tails)) > honest


@pytest.mark.parametrize(
    ("given_to", "score"),
    [
        ({"a": 100, "b": 0, "c": 0}, 0),
        ({"a": 0, "b": 100, "c": 0}, 2),
        ({"a": 50, "b": 50, "c": 0}, 0.5),
        ({"a": 70, "b": 20, "c": 10}, 0.14),
        ({"a": 40, "b": 20, "c": 40}, 0.56),
    ],
)
def test_a_hundred_points_score_their_squared_errors(
    given_to: dict[str, float], score: float
) -> None:
    assert brier_score(given_to, "a") == pytest.approx(score)


@pytest.mark.parametrize("parts", [2, 4, 5])
def test_who_gives_every_part_the_same_scores_the_reference(parts: int) -> None:
    even = dict.fromkeys(map(str, range(parts)), 100 / parts)

    assert brier_score(even, "0") == pytest.approx(even_brier_score(parts))


def points(weights: list[int]) -> dict[str, float]:
    return {str(n): 100 * w / sum(weights) for n, w in enumerate(weights)}


@given(
    st.integers(2, 6).flatmap(
        lambda n: st.tuples(
            *[st.lists(st.integers(0, 100), min_size=n, max_size=n).filter(any)] * 2
        )
    )
)
def test_who_gives_the_points_he_believes_in_expects_the_best_score(
    both: tuple[list[int], list[int]],
) -> None:
    believed, told = map(points, both)

    def expected(shares: dict[str, float]) -> float:
        return sum(p / 100 * brier_score(shares, part) for part, p in believed.items())

    assert 0 <= expected(believed) <= expected(told) + 1e-12 <= 2 + 1e-9
