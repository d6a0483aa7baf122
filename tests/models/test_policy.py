"""A policy is sound when it is made, or is not made."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.errors import ModelError
from casekit.models.policy import LIMITS, TAU, Policy, mean_policy, start_depth

LEVERS: dict[str, Any] = {"interval": 24}


@pytest.mark.parametrize("name", LIMITS)
def test_a_lever_outside_its_limits_is_refused(name: str) -> None:
    least, most = LIMITS[name]

    for value in (least - 1, most + 1, math.nan, -math.inf, "many"):
        with pytest.raises(ModelError, match=f"^{name} is .*; write "):
            Policy(**{**LEVERS, name: value})


@pytest.mark.parametrize("name", LIMITS)
def test_the_limits_themselves_are_admitted(name: str) -> None:
    for value in LIMITS[name]:
        assert getattr(Policy(**{**LEVERS, name: value}), name) == value


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"calendar": "soon"}, "calendar is 'soon'; write one of 'planned', 'unpl"),
        ({"moves": "never"}, "moves is 'never'; write one of 'at once', 'staggered'"),
        ({"placement": "fair"}, "placement is 'fair'; write one of 'random', 'ser"),
        ({"offices": 5.5}, "offices is 5.5; write a whole number, 2 or more"),
        ({"horizon": 5.5}, "horizon is 5.5; write a whole number, 1 or more"),
        (
            {"offices": 5, "officials": 6},
            "officials is 6 for 5 offices; write as many officials as offices, or",
        ),
    ],
)
def test_a_policy_that_cannot_be_is_refused(said: dict[str, Any], told: str) -> None:
    with pytest.raises(ModelError, match=told):
        Policy(**{**LEVERS, **said})


def test_as_many_officials_as_offices_may_be_said() -> None:
    assert Policy(interval=24, offices=5, officials=5).officials == 5


@given(st.floats(0, 250), st.floats(0, 250))
def test_more_days_of_handover_never_lower_the_start(few: float, more: float) -> None:
    few, more = sorted((few, more))

    assert 0 <= start_depth(few, TAU) <= start_depth(more, TAU) < 1


def test_a_month_of_handover_is_worth_five_alone() -> None:
    assert start_depth(0, TAU) == 0
    assert start_depth(21, TAU) == pytest.approx(1 - math.exp(-5 / TAU))


def test_the_class_decides_by_mean_and_by_majority() -> None:
    policies = [
        Policy(interval=12, handover_days=0, moves="staggered", placement="best"),
        Policy(interval=24, handover_days=5, moves="staggered", placement="serial"),
        Policy(interval=60, handover_days=10, calendar="unplanned"),
    ]

    assert mean_policy(policies) == Policy(
        interval=32, handover_days=5, moves="staggered", placement="best"
    )


def test_a_class_that_decided_nothing_has_no_policy() -> None:
    with pytest.raises(ModelError, match="policies is empty; give one policy or more"):
        mean_policy([])


def test_policies_for_different_cities_are_not_mixed() -> None:
    small, large = Policy(interval=12, offices=5), Policy(interval=12, tau=9)

    with pytest.raises(ModelError, match="policies differ in offices, tau; compare"):
        mean_policy([small, large])
