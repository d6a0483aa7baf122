"""What chance makes of a policy, against the closed forms and against Mesa's agents."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import get_args

import numpy as np
import pytest
from mesa_city import City

from casekit.errors import ModelError
from casekit.models.rotation import (
    OUTPUTS,
    Breaking,
    Calendar,
    Estimate,
    Moves,
    Outcome,
    Policy,
    Rule,
    expected,
    mean_depth,
    placement_cost,
    simulate,
)

SEEDS = range(8)
CITY = Policy(interval=24, horizon=101, trust=10)  # 101: never whole cycles
RULES: tuple[tuple[float, Rule], ...] = ((7, "serial"), (24, "best"), (60.5, "random"))
POLICIES = [
    replace(CITY, interval=interval, calendar=calendar, moves=moves, placement=rule)
    for calendar in get_args(Calendar)
    for moves in get_args(Moves)
    for interval, rule in RULES
] + [replace(CITY, offices=2, handover_days=20, moves="staggered")]


def told(policy: Policy) -> str:
    return f"{policy.offices} {policy.calendar} {policy.moves} {policy.interval}"


run = cache(simulate)


def misses(outcome: Outcome, policy: Policy) -> dict[str, float]:
    """How many standard errors the simulation is from each closed form."""
    drawn = {name: getattr(outcome, name) for name in OUTPUTS}
    return {
        name: abs(drawn[name].value - value) / drawn[name].error
        for name, value in expected(policy).items()
        if drawn[name].error > 1e-9
    }


@pytest.mark.parametrize("policy", POLICIES, ids=told)
@pytest.mark.parametrize("seed", SEEDS)
def test_chance_stays_within_three_standard_errors_of_the_closed_form(
    policy: Policy, seed: int
) -> None:
    outcome = run(policy, seed=seed)

    assert max(misses(outcome, policy).values()) < 3


@pytest.mark.parametrize("policy", POLICIES, ids=told)
def test_eight_seeds_together_are_as_near(policy: Policy) -> None:
    runs = [run(policy, seed=seed) for seed in SEEDS]

    for name, value in expected(policy).items():
        drawn = [getattr(one, name) for one in runs]
        mean = np.mean([one.value for one in drawn])
        error = math.hypot(*(one.error for one in drawn)) / len(drawn)
        assert abs(mean - value) <= 3 * error + 1e-12  # no chance, only rounding


@pytest.mark.parametrize("moves", ["at once", "staggered"])
def test_whole_cycles_leave_depth_and_continuity_nothing_to_chance(
    moves: Moves,
) -> None:
    policy = replace(CITY, moves=moves, horizon=120)

    outcome = simulate(policy, seed=1)

    closed = expected(policy)
    assert outcome.depth.value == pytest.approx(closed["depth"], rel=1e-12)
    assert outcome.continuity.value == pytest.approx(closed["continuity"], rel=1e-12)
    assert outcome.handovers.value == pytest.approx(closed["handovers"], rel=1e-12)


@pytest.mark.parametrize(
    ("breaking", "fails", "holds"),
    [
        ("calendar", {"depth", "breadth", "continuity"}, {"handovers", "fit"}),
        ("forgetting", {"depth", "breadth"}, {"continuity", "known", "fit"}),
        ("speeds", {"depth"}, {"continuity", "known", "fit"}),
        ("aptitude", {"fit"}, {"depth", "breadth", "continuity", "known"}),
    ],
)
def test_a_broken_assumption_breaks_its_closed_form_and_no_other(
    breaking: Breaking, fails: set[str], holds: set[str]
) -> None:
    policy = replace(CITY, placement="best")

    missed = misses(simulate(policy, seed=1, breaking=breaking), policy)

    assert {name for name in fails if missed[name] < 6} == set()
    assert {name for name in holds if missed[name] > 3} == set()


def test_who_forgets_in_place_learns_less_as_if_sooner() -> None:
    rate = 1 / CITY.tau + CITY.decay

    depth = simulate(CITY, seed=1, breaking="forgetting").depth

    miss = depth.value - mean_depth(24, 1 / rate) / (CITY.tau * rate)
    assert abs(miss) < 3 * depth.error


def test_speeds_differ_between_officials_around_the_same_mean() -> None:
    speeds = np.exp(np.random.default_rng(0).normal(-0.5, 1, 100_000))
    depths = mean_depth(24 / speeds, CITY.tau)  # only T/tau matters

    depth = simulate(CITY, seed=1, breaking="speeds").depth

    assert abs(depth.value - depths.mean()) < 3 * depth.error
    assert depth.error == pytest.approx(depths.std() / math.sqrt(12 * 400), rel=0.15)


def test_breaking_the_calendar_twice_mends_it() -> None:
    policy = replace(CITY, calendar="unplanned")

    outcome = simulate(policy, seed=3, breaking="calendar")

    assert max(misses(outcome, CITY).values()) < 3


def test_on_the_day_all_move_the_city_starts_again() -> None:
    policy = replace(CITY, handover_days=10)

    path = simulate(policy, seed=1).path

    moved = np.arange(102) % 24 == 0
    assert path[moved] == pytest.approx(policy.start, rel=1e-12)
    assert (path[~moved] > policy.start).all()
    assert (np.diff(path)[~moved[1:]] > 0).all()


def test_a_day_of_moves_is_met_whatever_fraction_of_months_lie_between() -> None:
    path = simulate(replace(CITY, interval=1.1), seed=1).path

    assert (path[::11] == 0).all()


def test_two_cities_are_as_far_from_their_mean_as_the_error_says() -> None:
    policy = replace(CITY, calendar="unplanned")

    outcome = simulate(policy, seed=1, replications=2)

    assert outcome.path_error == pytest.approx(np.abs(outcome.path - outcome.city))


def test_staggered_moves_keep_the_city_near_its_mean() -> None:
    coarse = Policy(interval=24, moves="staggered", horizon=24)
    fine = replace(coarse, interval=240, tau=10 * coarse.tau, horizon=239)

    path = simulate(fine, seed=1).path  # ten values a month

    assert simulate(coarse, seed=1).path.min() == pytest.approx(path.min())
    assert path.min() == pytest.approx(0.741, abs=5e-4)
    assert path[::20] == pytest.approx(path.min())
    assert 0.815 < path[19::20].max() < 0.8245
    just_before = path.min() + 1 / 12 * (1 - math.exp(-24 / coarse.tau))
    assert just_before == pytest.approx(0.824, abs=5e-4)


@pytest.mark.parametrize("moves", ["at once", "staggered"])
def test_an_unplanned_city_is_at_its_mean_each_month_and_never_still(
    moves: Moves,
) -> None:
    policy = replace(CITY, calendar="unplanned", moves=moves)

    outcome = simulate(policy, seed=2)

    missed = np.abs(outcome.path - expected(policy)["depth"]) / outcome.path_error
    assert (missed < 3).mean() > 0.95  # a hundred months: one may stray by chance
    assert outcome.city.std() > 0
    assert outcome.city.min() >= policy.start
    assert outcome.city.max() < 1


@pytest.mark.parametrize("calendar", get_args(Calendar))
def test_a_path_may_be_looked_at_more_often_than_by_the_month(
    calendar: Calendar,
) -> None:
    policy = replace(CITY, calendar=calendar, moves="staggered")

    often, monthly = (simulate(policy, seed=1, steps=steps).path for steps in (4, 1))

    assert often.size == 4 * 101 + 1
    assert often[::4] == pytest.approx(monthly)


def test_the_months_of_a_path_average_to_the_depth_of_the_horizon() -> None:
    policy = replace(CITY, calendar="unplanned", moves="staggered", interval=40)

    outcome = simulate(policy, seed=5)

    assert outcome.path.mean() == pytest.approx(
        outcome.depth.value, abs=2 * outcome.depth.error
    )


def test_learning_speeds_that_differ_blur_the_path() -> None:
    outcome = simulate(CITY, seed=1, breaking="speeds")

    assert outcome.path[24] == 0
    assert outcome.path_error[23] > 0


def test_the_same_seed_draws_the_same_city() -> None:
    one, same, other = (simulate(CITY, seed=seed) for seed in (4, 4, 5))

    assert one.breadth == same.breadth
    assert (one.city == same.city).all()
    assert one.breadth != other.breadth


def test_more_replications_narrow_the_error() -> None:
    few, many = (simulate(CITY, seed=1, replications=n) for n in (100, 1600))

    assert many.breadth.error < few.breadth.error / 3


def test_without_trust_collusion_is_left_out() -> None:
    assert simulate(replace(CITY, trust=None), seed=1).collusion is None


def test_in_every_draw_the_best_list_misfits_least_and_lots_most() -> None:
    fits = {
        rule: [simulate(replace(CITY, placement=rule), seed=s).fit for s in SEEDS]
        for rule in ("random", "serial", "best")
    }

    for lots, serial, best in zip(*fits.values(), strict=True):
        assert lots.value < serial.value < best.value


@pytest.mark.parametrize("rule", ["random", "serial", "best"])
def test_ten_offices_misfit_as_the_sums_say(rule: Rule) -> None:
    ten = replace(CITY, offices=10, placement=rule)

    drawn = [simulate(ten, seed=seed).fit for seed in SEEDS]

    for fit in drawn:
        total = Estimate(10 * (1 - fit.value), 10 * fit.error)
        assert abs(total.value - placement_cost(10, rule=rule)) < 3 * total.error


SMALL = Policy(
    interval=9,
    offices=5,
    project=5,
    tau=4,
    decay=0.1,
    horizon=40,
    handover_days=8,
    trust=6,
)


@pytest.mark.parametrize(
    "policy",
    [
        SMALL,
        replace(SMALL, placement="serial", calendar="unplanned"),
        replace(SMALL, placement="best", interval=5.5),
        replace(SMALL, moves="staggered"),
        replace(SMALL, moves="staggered", calendar="unplanned"),
    ],
    ids=told,
)
def test_mesas_agents_live_the_same(policy: Policy) -> None:
    lives = [City(policy, seed=seed, warm_up=90).live() for seed in range(100)]
    outcome = simulate(policy, seed=0, replications=1000)

    for name in lives[0]:
        lived = np.array([life[name] for life in lives if name in life])
        error = lived.std(ddof=1) / math.sqrt(lived.size)
        drawn = getattr(outcome, name)
        miss = abs(lived.mean() - drawn.value)
        assert miss <= 3 * math.hypot(error, drawn.error) + 1e-12


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"seed": -1}, "seed is -1; write a whole number, 0 or more"),
        ({"replications": 1}, "replications is 1; write a whole number, 2 or more"),
        ({"breaking": "all"}, "breaking is 'all'; write one of 'calendar', 'forget"),
    ],
)
def test_a_run_that_cannot_be_is_refused(said: dict[str, object], told: str) -> None:
    with pytest.raises(ModelError, match=told):
        simulate(CITY, **{"seed": 1, **said})  # type: ignore[arg-type]
