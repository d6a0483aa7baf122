"""The cheapest placement, against every placement there is and against scipy."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linear_sum_assignment

from casekit.errors import ModelError
from casekit.models.assignment import assign


def least(costs: np.ndarray) -> float:
    """The least total over all placements, one by one."""
    rows = range(len(costs))
    placements = itertools.permutations(rows)
    return min(float(sum(costs[i, p[i]] for i in rows)) for p in placements)


def total(costs: np.ndarray) -> float:
    return float(np.take_along_axis(costs, assign(costs)[..., None], -1).sum())


@pytest.mark.parametrize("seed", range(8))
def test_no_placement_of_five_costs_less(seed: int) -> None:
    costs = np.random.default_rng(seed).exponential(size=(5, 5))

    assert total(costs) == pytest.approx(least(costs), rel=1e-12)


@given(
    st.integers(1, 7).flatmap(
        lambda n: arrays(float, (n, n), elements=st.integers(-3, 3))
    )
)
def test_equal_costs_do_not_confuse_it(costs: np.ndarray) -> None:
    rows, columns = linear_sum_assignment(costs)

    assert total(costs) == costs[rows, columns].sum()
    assert sorted(assign(costs)) == list(range(len(costs)))


@pytest.mark.parametrize("size", [1, 2, 10, 40])
def test_many_cities_are_solved_at_once_as_scipy_solves_each(size: int) -> None:
    costs = np.random.default_rng(size).exponential(size=(4, 25, size, size))

    offices = assign(costs)

    assert offices.shape == (4, 25, size)
    for city in np.ndindex(4, 25):
        rows, columns = linear_sum_assignment(costs[city])
        assert (offices[city] == columns[rows]).all()


def test_no_city_asks_for_no_placement() -> None:
    assert assign(np.empty((0, 3, 3))).shape == (0, 3)


@pytest.mark.parametrize("shape", [(3,), (2, 3), (5, 4, 3), (0, 0)])
def test_costs_that_are_not_square_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ModelError, match=r"costs has the shape .* as many"):
        assign(np.ones(shape))


@pytest.mark.parametrize("cost", [np.nan, np.inf])
def test_costs_that_are_not_numbers_are_refused(cost: float) -> None:
    with pytest.raises(ModelError, match="costs has a value that is not finite"):
        assign([[1.0, cost], [2.0, 3.0]])
