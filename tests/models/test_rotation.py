"""Rotation in closed form: the figures, the limits, and what holds for every policy."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from casekit.errors import ModelError
from casekit.models import rotation
from casekit.models.rotation import (
    DECAY,
    OUTPUTS,
    TAU,
    Estimate,
    Policy,
    expected,
    frontier,
    knowledge_stock,
    mean_depth,
    offices_known,
    one_leader,
    outcomes,
    placement_cost,
    simulate,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = st.floats(0.01, 1e4)
SHARE = st.floats(0, 1)
EVER, NEVER = 1e9, 1e-9


def digits(value: float, shown: float) -> bool:
    """Whether a value is the one shown, rounded as shown."""
    places = len(str(shown).partition(".")[2])
    return round(value, places) == shown


@pytest.mark.parametrize(("months", "depth"), [(12, 0.609), (24, 0.785), (60, 0.913)])
def test_planned_depth_is_as_published(months: float, depth: float) -> None:
    assert digits(mean_depth(months, TAU), depth)


def test_unplanned_depth_is_higher_only_because_long_stays_fill_more_time() -> None:
    over_time = mean_depth(24, TAU, planned=False)
    per_stint, _ = quad(
        lambda stay: mean_depth(stay, TAU) * math.exp(-stay / 24) / 24, 0, np.inf
    )

    assert digits(over_time, 0.822)
    assert digits(per_stint, 0.626)
    assert per_stint < mean_depth(24, TAU) < over_time


def test_ninety_percent_after_a_year_gives_tau() -> None:
    assert digits(TAU, 5.21)
    assert 1 - math.exp(-12 / TAU) == pytest.approx(0.9)


def test_a_project_keeps_one_leader_as_published() -> None:
    assert one_leader(12, 24) == 0.5
    assert digits(one_leader(12, 24, planned=False), 0.607)


@pytest.mark.parametrize(
    ("moves", "known"), [(0, 1), (1, 2), (2, 2.909), (5, 5.170), (10, 7.759)]
)
def test_offices_known_are_as_published(moves: float, known: float) -> None:
    assert digits(offices_known(moves, 12), known)


@pytest.mark.parametrize(
    ("months", "before", "mean"),
    [(12, 3.07, 3.206), (24, 1.98, 2.213), (60, 1.21, 1.490)],
)
def test_the_knowledge_stock_is_as_published(
    months: float, before: float, mean: float
) -> None:
    stock = knowledge_stock(months, TAU, DECAY)
    gained = 1 - math.exp(-months / TAU)
    past = gained / (DECAY * months)  # the stock fading, over one stay

    assert digits(stock, before)
    assert digits(mean_depth(months, TAU) + past, mean)


@pytest.mark.parametrize(
    ("rule", "cost"), [("random", 10), ("serial", 2.929), ("best", 1.550)]
)
def test_placement_costs_are_as_published(rule: Any, cost: float) -> None:  # noqa: ANN401
    assert digits(placement_cost(10, rule=rule), cost)


@given(SHARE, st.booleans())
def test_who_moves_all_the_time_stays_at_the_start_and_who_never_does_knows_all(
    start: float,
    planned: bool,  # noqa: FBT001
) -> None:
    restless = mean_depth(NEVER, TAU, start=start, planned=planned)
    settled = mean_depth(EVER, TAU, start=start, planned=planned)

    assert restless == pytest.approx(start, abs=1e-8)
    assert settled == pytest.approx(1, abs=1e-7)


def test_breadth_is_capped_by_learning_over_forgetting() -> None:
    assert knowledge_stock(EVER, TAU, DECAY) == pytest.approx(1)
    assert knowledge_stock(1e-6, TAU, DECAY) == pytest.approx(1 / (DECAY * TAU))
    assert digits(1 / (DECAY * TAU), 6.64)


def test_a_project_as_long_as_the_stay_never_keeps_its_leader() -> None:
    assert one_leader(24, 24) == 0
    assert one_leader(25, 24) == 0
    assert one_leader(12, EVER) == pytest.approx(1)


def test_in_the_end_all_offices_are_known() -> None:
    assert offices_known(10_000, 12) == pytest.approx(12)
    assert offices_known(1, 2) == offices_known(7, 2) == 2


def test_with_many_offices_the_breadth_is_the_mean_of_the_stock() -> None:
    policy = Policy(interval=24, offices=40, decay=1)

    past = (1 - math.exp(-24 / TAU)) / 24

    assert expected(policy)["breadth"] == pytest.approx(
        mean_depth(24, TAU) + past, rel=1e-9
    )


@given(MONTHS, MONTHS, MONTHS, SHARE, st.booleans())
def test_depth_grows_with_the_interval_between_start_and_one(
    short: float,
    long: float,
    tau: float,
    start: float,
    planned: bool,  # noqa: FBT001
) -> None:
    short, long = sorted((short, long))

    less = mean_depth(short, tau, start=start, planned=planned)
    more = mean_depth(long, tau, start=start, planned=planned)

    rounding = 1e-12
    assert start - rounding <= less <= more + rounding <= 1 + 2 * rounding


@given(MONTHS, MONTHS)
def test_surprise_never_lowers_the_chance_of_one_leader(
    project: float, interval: float
) -> None:
    planned = one_leader(project, interval)
    unplanned = one_leader(project, interval, planned=False)

    assert 0 <= planned <= unplanned + 1e-12 <= 1 + 1e-12


@given(st.integers(0, 300), st.integers(2, 60))
def test_each_move_adds_at_most_one_office_and_never_more_than_there_are(
    moves: int, offices: int
) -> None:
    now, then = offices_known(moves, offices), offices_known(moves + 1, offices)

    assert 1 <= now <= then + 1e-9 <= offices + 2e-9
    assert then - now <= 1 + 1e-9


@given(st.integers(1, 200))
def test_matching_costs_no_more_than_turns_and_turns_no_more_than_lots(
    offices: int,
) -> None:
    best, serial, lots = (
        placement_cost(offices, rule=rule) for rule in ("best", "serial", "random")
    )

    assert best <= serial <= lots == offices


@given(MONTHS, MONTHS, st.floats(0.01, 10))
def test_the_stock_lies_between_its_limits(
    interval: float, tau: float, decay: float
) -> None:
    ends = sorted((1.0, 1 / (decay * tau)))

    stock = knowledge_stock(interval, tau, decay)

    assert ends[0] * (1 - 1e-9) <= stock <= ends[1] * (1 + 1e-9)


@pytest.mark.parametrize("offices", [2, 3, 4, 5])
@pytest.mark.parametrize("moves", [1, 2, 4])
def test_walking_every_path_finds_the_same_offices(offices: int, moves: int) -> None:
    paths = [
        path
        for path in itertools.product(range(offices), repeat=moves)
        if all(a != b for a, b in itertools.pairwise((0, *path)))
    ]

    known = np.mean([len({0, *path}) for path in paths])

    assert len(paths) == (offices - 1) ** moves
    assert offices_known(moves, offices) == pytest.approx(known)


def test_lists_that_move_everybody_send_nobody_anywhere_rather() -> None:
    lists = [
        placed
        for placed in itertools.permutations(range(5))
        if all(office != head for head, office in enumerate(placed))
    ]

    went = Counter(placed[0] for placed in lists)

    assert len(lists) == 44
    assert set(went.values()) == {11}


def test_a_curve_is_drawn_in_one_call() -> None:
    months = np.array([12.0, 24.0, 60.0])
    curves: tuple[Callable[[Any], Any], ...] = (
        lambda x: mean_depth(x, TAU),
        lambda x: mean_depth(x, TAU, planned=False),
        lambda x: one_leader(12, x),
        lambda x: offices_known(x, 12),
        lambda x: knowledge_stock(x, TAU, DECAY),
    )

    for curve in curves:
        assert (curve(months) == [curve(month) for month in months.tolist()]).all()


def test_handover_lifts_the_depth_and_what_is_carried_away() -> None:
    without, given_days = Policy(interval=12), Policy(interval=12, handover_days=10)

    before, after = expected(without), expected(given_days)

    assert after["depth"] > before["depth"]
    assert after["breadth"] > before["breadth"]
    assert {n for n in OUTPUTS[2:-1] if after[n] != before[n]} == set()


def test_the_risk_of_collusion_falls_when_heads_move_more_often() -> None:
    risks = [
        expected(Policy(interval=months, trust=18))["collusion"]
        for months in (60, 24, 12)
    ]

    assert risks == [pytest.approx(0.7), pytest.approx(0.25), 0]
    assert math.isnan(expected(Policy(interval=24))["collusion"])


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: mean_depth(0, TAU), "interval is 0; write a number above 0"),
        (lambda: mean_depth(12, -1), "tau is -1; write a number above 0"),
        (lambda: mean_depth(math.nan, TAU), "interval is nan; write a number above 0"),
        (lambda: mean_depth(12, TAU, start=2), "start is 2; write a number from 0 to"),
        (lambda: one_leader(-3, 24), "project is -3; write a number above 0"),
        (lambda: one_leader(12, -24), "interval is -24; write a number above 0"),
        (lambda: offices_known(-1, 12), "moves is -1; write a number of 0 or more"),
        (lambda: offices_known(1.5, 12), "moves is 1.5; write whole numbers, 0 or"),
        (lambda: offices_known(1, 1), "offices is 1; write a whole number, 2 or more"),
        (lambda: knowledge_stock(12, 0, 1), "tau is 0; write a number above 0"),
        (lambda: knowledge_stock(12, 5, 0), "decay is 0; write a number above 0"),
        (
            lambda: placement_cost(0, rule="best"),
            "offices is 0; write a whole number, 1 or more",
        ),
        (
            lambda: placement_cost(10, rule="fair"),  # type: ignore[arg-type]
            "rule is 'fair'; write one of 'random', 'serial', 'best'",
        ),
        (
            lambda: rotation.start_depth(-1, TAU),
            "handover_days is -1; write a number of 0 or more",
        ),
    ],
)
def test_what_the_model_does_not_admit_is_named(call: Any, told: str) -> None:  # noqa: ANN401
    with pytest.raises(ModelError, match=told):
        call()


def test_a_class_of_policies_is_drawn_as_each_would_be() -> None:
    policies = [
        Policy(interval=12 + months, moves="staggered", placement="best", trust=trust)
        for months, trust in ((0, None), (12, 18), (48, 18))
    ]

    table = outcomes(policies, seed=6, replications=50)

    assert table.shape == (3, len(OUTPUTS))
    assert np.isnan(table).sum() == np.isnan(table[0, -1]) == 1
    for row, policy in zip(table[1:], policies[1:], strict=True):
        alone = simulate(policy, seed=6, replications=50)
        assert row.tolist() == [getattr(alone, name).value for name in OUTPUTS]


def test_a_class_without_policies_is_an_empty_table() -> None:
    assert outcomes([], seed=1).shape == (0, len(OUTPUTS))


def test_all_policies_of_a_class_meet_the_same_chance() -> None:
    policies = [Policy(interval=months, placement="best") for months in (12, 36)]

    fits = outcomes(policies, seed=1)[:, OUTPUTS.index("fit")]

    assert fits[0] == fits[1]


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)
)
def test_the_frontier_is_whom_nobody_beats(points: list[tuple[int, int]]) -> None:
    best = frontier(np.array(points, dtype=float))

    for point, kept in zip(points, best, strict=True):
        beaten = any(
            other != point and other[0] >= point[0] and other[1] >= point[1]
            for other in points
        )
        assert kept == (not beaten)
    assert best.any()


def test_depth_and_breadth_pull_apart_so_the_whole_curve_is_the_frontier() -> None:
    policies = [Policy(interval=months) for months in range(12, 61, 12)]
    closed = [expected(policy) for policy in policies]

    values = np.array([[row["depth"], row["breadth"]] for row in closed])

    assert frontier(values).all()


def test_an_outcome_reads_as_numbers_with_their_errors() -> None:
    outcome = simulate(replace(Policy(interval=24), horizon=100), seed=1)

    assert str(Estimate(0.78504, 0.00123)) == "0.785 ± 0.001"
    assert "path" not in repr(outcome)
    assert "0x" not in repr(outcome)
