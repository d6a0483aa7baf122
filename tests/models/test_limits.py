"""Whatever a model does not admit is refused, with its name, value and way out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from casekit.errors import ModelError
from casekit.models.limits import above_zero, count, one_number, within

STRANGE = ["two years", None, [[1], [2, 3]], 1j, np.nan, np.inf, 10**400]


@pytest.mark.parametrize("value", STRANGE, ids=lambda value: repr(value)[:12])
def test_what_is_no_finite_number_is_refused(value: object) -> None:
    with pytest.raises(ModelError, match=r"^tau is .*; write a number above 0$"):
        above_zero("tau", value)
    with pytest.raises(ModelError, match=r"^start is .*; write a number from 0 to 1$"):
        within("start", value, 0, 1)


def test_one_wrong_number_among_many_is_refused() -> None:
    with pytest.raises(ModelError, match=r"interval is array\(\[12., -1.\]\)"):
        above_zero("interval", np.array([12.0, -1.0]))


def test_an_open_limit_is_told_without_an_end() -> None:
    with pytest.raises(ModelError, match=r"moves is -1; write a number of 0 or more"):
        within("moves", -1, 0)


@pytest.mark.parametrize("value", ["12", [12], None, True])
def test_a_lever_is_one_number(value: Any) -> None:  # noqa: ANN401
    with pytest.raises(ModelError, match=r"interval is .*; write one number"):
        one_number("interval", value, 1, 600)


@pytest.mark.parametrize("value", [1.0, "3", np.nan, 1, True])
def test_a_count_is_whole_and_not_too_small(value: Any) -> None:  # noqa: ANN401
    with pytest.raises(ModelError, match=r"offices is .* a whole number, 2 or more"):
        count("offices", value, 2)


def test_numpys_whole_numbers_count() -> None:
    assert count("offices", np.int64(12), 2) == 12
