"""How much of what a class did not know it came to know."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.gain import gain
from casekit.tally import Cells, cells


def vote(right: int, wrong: int, other: int = 0) -> Cells:
    return cells("abc", "a" * right + "b" * wrong + "c" * other)


def test_the_gain_is_the_share_of_the_wrong_answers_that_became_right() -> None:
    found = gain(vote(17, 30, 10), vote(37, 12, 8), "a")

    assert found is not None
    assert found.value == pytest.approx(0.5)
    assert found.low < 0.5 < found.high < 1


def test_its_interval_is_the_delta_method_s_on_the_ratio_of_wrong_shares() -> None:
    """Katz et al. 1978: 20 of 57 against 40 of 57."""
    found = gain(vote(17, 30, 10), vote(37, 12, 8), "a")

    error = math.sqrt(1 / 20 - 1 / 57 + 1 / 40 - 1 / 57)
    assert found is not None
    assert found.low == pytest.approx(1 - 0.5 * math.exp(1.96 * error), abs=1e-4)
    assert found.high == pytest.approx(1 - 0.5 * math.exp(-1.96 * error), abs=1e-4)


def test_a_class_that_unlearnt_has_a_gain_below_zero() -> None:
    found = gain(vote(37, 12, 8), vote(17, 30, 10), "a")

    assert found is not None
    assert found.value == pytest.approx(-1)


@pytest.mark.parametrize(
    "hidden", [vote(4, 30, 23), vote(55, 2), vote(2, 2), vote(20, 20, 3), Cells()]
)
def test_a_share_that_may_not_be_shown_tells_no_gain_before_or_after(
    hidden: Cells,
) -> None:
    plain = vote(17, 20, 20)

    assert gain(hidden, plain, "c") is None
    assert gain(plain, hidden, "c") is None


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_wherever_a_gain_is_told_it_lies_within_its_interval(
    right: int, wrong: int, right_after: int, wrong_after: int
) -> None:
    found = gain(vote(right, wrong), vote(right_after, wrong_after), "a")

    assert found is None or found.low < found.value < found.high < 1
