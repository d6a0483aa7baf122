"""The simulator of the wall: the law, the same by events, and Ciw beside both."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations
from math import inf, isnan, nan, sqrt
from typing import TYPE_CHECKING, Any

import ciw
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.errors import ModelError
from casekit.models.cutoff import reserved_waits
from casekit.models.wallroom import (
    Estimate,
    Run,
    Wall,
    backlog,
    closed_form,
    erlang_b,
    erlang_c,
    mean_wait,
    priority_waits,
    sensitivity,
    simulate,
    triage,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

RANKED = Wall(arrivals=(2, 4, 10), service_rate=2, crews=10)
TRIAGED = Wall(
    arrivals=(2, 14), service_rate=2, crews=9, threshold=0.0, d_prime=1.5
)  # an hour
EVENING = 203 / 8  # calls an hour on 7 June 2022, if all came in eight hours
DAY = 203 / 24  # if they came in twenty-four
UNANSWERED = 11 / 203

rates = st.floats(0.01, 50)
loads = st.floats(0.01, 0.97)  # of one crew
crews = st.integers(1, 40)


def emergencies(threshold: float, *, servers: int = 9, d_prime: float = 1.5) -> float:
    """Minutes that true emergencies wait: 16 incidents an hour, one in eight."""
    waits = triage(
        16, 2, servers, threshold=threshold, d_prime=d_prime, emergency_share=0.125
    )
    return 60 * waits.by_class[0]


def least(d_prime: float, *, step: float) -> tuple[float, float]:
    """The best threshold on a grid from -2 to 2, and the minutes it leaves."""
    cuts = np.arange(-2, 2 + step, step)
    waits = [emergencies(cut, d_prime=d_prime) for cut in cuts]
    return float(cuts[np.argmin(waits)]), min(waits)


def handling(servers: int, arrivals: float) -> float:
    """Minutes a call would take, were the unanswered calls Erlang's losses."""
    low, high = 0.0, 100.0
    for _ in range(60):
        middle = (low + high) / 2
        fewer = erlang_b(servers, middle) < UNANSWERED
        low, high = (middle, high) if fewer else (low, middle)
    return 60 * low / arrivals


def pooled(estimates: Iterable[Estimate]) -> Estimate:
    some = list(estimates)
    error = sqrt(sum(one.error**2 for one in some))
    return Estimate(sum(one.value for one in some) / len(some), error / len(some))


def evenings(
    wall: Wall,
    *,
    seeds: int = 8,
    promise: float = 0.0,
    length: float | None = None,
) -> list[Run]:
    """The same wall in several simulations, of 400 incidents a run if not told."""
    length = length or 400 / sum(wall.arrivals)
    return [
        simulate(wall, seed=seed, runs=96, promise=promise, length=length)
        for seed in range(seeds)
    ]


# The numbers of the case


@pytest.mark.parametrize(
    ("servers", "load", "waits"),
    [
        (1, 0.8, 0.8),
        (2, 1, 1 / 3),
        (3, 2, 4 / 9),
        (10, 6, 0.10130),
        (55, 48, 0.23870),
    ],
)
def test_the_share_that_waits_is_the_textbooks(
    servers: int, load: float, waits: float
) -> None:
    assert erlang_c(servers, load) == pytest.approx(waits, abs=5e-6)


def test_fifty_five_operators_answer_as_the_textbook_says() -> None:
    wait = mean_wait(55, 48, service_time=240)
    prompt = within(55, 48, promise=15, service_time=240)

    assert wait == pytest.approx(8.184, abs=5e-4)
    assert prompt == pytest.approx(0.8459, abs=5e-5)


def test_ranked_incidents_wait_by_their_rank() -> None:
    waits = 60 * priority_waits([2, 4, 10], 2, 10)

    assert waits == pytest.approx([1.364, 1.948, 8.768], abs=5e-4)
    assert 60 * mean_wait(10, 8, service_time=0.5) == pytest.approx(6.138, abs=5e-4)


@pytest.mark.parametrize(
    ("threshold", "minutes"), [(-1, 9.72), (0, 6.59), (1.5, 12.20)]
)
def test_emergencies_wait_by_the_threshold(threshold: float, minutes: float) -> None:
    assert emergencies(threshold) == pytest.approx(minutes, abs=5e-3)


def test_with_nine_crews_first_come_first_served_is_twenty_minutes() -> None:
    assert 60 * mean_wait(9, 8, service_time=0.5) == pytest.approx(19.600, abs=5e-4)


def test_one_crew_more_does_what_no_threshold_can() -> None:
    threshold, minutes = least(1.5, step=0.002)
    tenth = 60 * mean_wait(10, 8, service_time=0.5)

    assert threshold == pytest.approx(-0.038, abs=1e-3)
    assert minutes == pytest.approx(6.581, abs=5e-4)
    assert tenth == pytest.approx(6.138, abs=5e-4)
    assert tenth < minutes


def test_a_better_eye_would_beat_the_tenth_crew() -> None:
    _, sharper = least(2.0, step=0.01)
    perfect = 60 * priority_waits([2, 14], 2, 9)[0]

    assert sharper == pytest.approx(4.95, abs=5e-3)
    assert perfect == pytest.approx(2.45, abs=5e-4)
    assert max(sharper, perfect) < 60 * mean_wait(10, 8, service_time=0.5)


@pytest.mark.parametrize(
    ("servers", "calls", "in_15", "in_20"),
    [
        (4, EVENING, 0.907, 0.912),
        (5, EVENING, 0.974, 0.976),
        (3, DAY, 0.982, 0.983),
    ],
)
def test_operators_keep_the_promise_of_112(
    servers: int, calls: float, in_15: float, in_20: float
) -> None:
    load = calls * 4 / 60
    answered = [
        within(servers, load, promise=promise, service_time=240) for promise in (15, 20)
    ]

    assert answered == pytest.approx([in_15, in_20], abs=5e-4)


@pytest.mark.parametrize(
    ("calls", "minutes"),
    [(EVENING, [0.95, 2.2, 5.4, 9.0]), (DAY, [2.84, 6.63, 16.2, 27.1])],
)
def test_the_published_calls_do_not_tell_the_handling_time(
    calls: float, minutes: list[float]
) -> None:
    found = [handling(servers, calls) for servers in (2, 3, 5, 7)]

    assert found == pytest.approx(minutes, rel=0.01)


# The limits


@pytest.mark.parametrize("threshold", [-inf, -40.0, 40.0, inf])
def test_a_threshold_that_sorts_nobody_is_first_come_first_served(
    threshold: float,
) -> None:
    assert emergencies(threshold) == pytest.approx(19.600, abs=5e-4)


def test_without_any_eye_for_urgency_no_threshold_helps() -> None:
    waits = [emergencies(cut, d_prime=0.0) for cut in (-3, -1, 0, 1, 3)]

    assert waits == pytest.approx([19.600] * 5, abs=5e-4)


@pytest.mark.parametrize("d_prime", [0.5, 1.0, 1.5, 2.0])
def test_with_an_eye_the_best_threshold_lies_inside(d_prime: float) -> None:
    threshold, minutes = least(d_prime, step=0.1)

    assert -1.95 < threshold < 1.95
    assert minutes < emergencies(-30, d_prime=d_prime) - 0.1
    assert minutes < emergencies(30, d_prime=d_prime) - 0.1


def test_the_share_flagged_is_the_normal_law() -> None:
    found = [sensitivity(cut, 1.5) for cut in (-inf, 0.0, 1.5, inf)]

    assert found == pytest.approx([1.0, 0.93319, 0.5, 0.0], abs=5e-6)


@pytest.mark.parametrize("load", [9.0, 10.0, 1e6])
def test_overload_is_told_and_not_computed(load: float) -> None:
    waits = triage(2 * load, 2, 9, threshold=0.0, d_prime=1.5, emergency_share=1e-9)

    assert erlang_c(9, load) == 1
    assert mean_wait(9, load, service_time=0.5) == inf
    assert within(9, load, promise=1e9, service_time=0.5) == 0
    assert not waits.stable
    assert waits.average == inf


def test_in_overload_the_first_are_still_served() -> None:
    waits = priority_waits([2, 14, 4, 1], 2, 9)

    assert 60 * waits[0] == pytest.approx(60 / 18 / (1 - 2 / 18))
    assert np.isfinite(waits).tolist() == [True, True, False, False]


def test_the_backlog_of_an_overload_grows_by_what_is_not_served() -> None:
    assert backlog(20, 2, 9, 3) == 6
    assert backlog(18, 2, 9, 3) == 0
    assert backlog(1, 2, 9, 3) == 0


# What holds for every wall


@given(crews, loads)
def test_more_wait_than_would_be_lost(servers: int, used: float) -> None:
    load = servers * used

    assert erlang_c(servers, load) >= erlang_b(servers, load) >= 0


@given(crews, loads)
def test_another_crew_never_hurts(servers: int, used: float) -> None:
    load = servers * used
    more = range(servers, servers + 5)

    for less, greater in pairwise(more):
        assert erlang_b(greater, load) < erlang_b(less, load)
        assert erlang_c(greater, load) < erlang_c(less, load)
        assert mean_wait(greater, load, service_time=1) < mean_wait(
            less, load, service_time=1
        )
        assert within(greater, load, promise=1, service_time=1) >= within(
            less, load, promise=1, service_time=1
        )


@given(st.lists(rates, min_size=2, max_size=4), crews, loads)
def test_no_order_of_service_changes_the_average(
    classes: list[float], servers: int, used: float
) -> None:
    speed = sum(classes) / (servers * used)
    expected = mean_wait(servers, servers * used, service_time=1 / speed)

    for order in permutations(classes):
        waits = priority_waits(order, speed, servers)
        assert np.average(waits, weights=order) == pytest.approx(expected)


@given(st.floats(-4, 4), st.floats(0, 4), st.floats(0, 1), crews, loads)
def test_no_threshold_changes_the_average(
    threshold: float, d_prime: float, share: float, servers: int, used: float
) -> None:
    waits = triage(
        servers * used,
        1,
        servers,
        threshold=threshold,
        d_prime=d_prime,
        emergency_share=share,
    )
    mixed = share * waits.by_class[0] + (1 - share) * waits.by_class[1]

    expected = mean_wait(servers, servers * used, service_time=1)
    assert waits.average == pytest.approx(expected)
    assert mixed == pytest.approx(expected)


@given(st.lists(rates, min_size=1, max_size=4), crews, loads, st.floats(0.01, 100))
def test_waits_do_not_depend_on_the_unit_of_time(
    classes: list[float], servers: int, used: float, unit: float
) -> None:
    speed = sum(classes) / (servers * used)
    scaled = [rate / unit for rate in classes]
    waits = priority_waits(classes, speed, servers)

    assert priority_waits(scaled, speed / unit, servers) == pytest.approx(unit * waits)


@given(st.integers(0, 99), st.sampled_from([1 / 60, 7.0, 60.0]))
@settings(max_examples=5, deadline=None)
def test_the_simulation_does_not_depend_on_the_unit_of_time(
    seed: int, unit: float
) -> None:
    wall = replace(TRIAGED, patience=1.0, surge_factor=2, surge_length=1)
    scaled = replace(
        wall,
        arrivals=tuple(rate / unit for rate in wall.arrivals),
        service_rate=wall.service_rate / unit,
        patience=unit,
        surge_length=unit,
    )
    one = simulate(wall, seed=seed, runs=4, promise=0.1)
    other = simulate(scaled, seed=seed, runs=4, promise=0.1 * unit)

    assert other.everyone.wait.value == pytest.approx(unit * one.everyone.wait.value)
    assert other.everyone.within == one.everyone.within
    assert other.backlog == one.backlog


# The simulation and the law


@pytest.mark.parametrize(
    "wall",
    [
        Wall(arrivals=(2,), service_rate=1, crews=3),
        Wall(arrivals=(0.7,), service_rate=1, crews=1),
        RANKED,
        TRIAGED,
        replace(TRIAGED, threshold=-1.0),
        replace(TRIAGED, threshold=1.5),
        replace(TRIAGED, threshold=None),
    ],
    ids=["fcfs", "one crew", "ranked", "triage", "eager", "strict", "known"],
)
def test_eight_simulations_agree_with_the_law(wall: Wall) -> None:
    runs = evenings(wall, promise=0.1)
    law = closed_form(wall)

    assert all(run.stable for run in runs)
    assert pooled(run.everyone.wait for run in runs).agrees(law.average)
    for true, wait in enumerate(law.by_class):
        assert pooled(run.by_class[true].wait for run in runs).agrees(wait)
    for flag, wait in enumerate(law.by_flag):
        assert pooled(run.by_flag[flag].wait for run in runs).agrees(wait)
    waiting = sum(wall.arrivals) * law.average
    assert pooled(run.waiting for run in runs).agrees(waiting)
    assert {run.longest for run in runs} == {len(wall.arrivals) - 1}


def test_the_case_s_own_simulation_agrees_with_the_law() -> None:
    told = [Estimate(1.36, 0.02), Estimate(1.96, 0.02), Estimate(8.90, 0.26)]
    law = closed_form(RANKED)

    for seen, wait in zip(told, law.by_class, strict=True):
        assert seen.agrees(60 * wait)


def test_the_share_within_the_promise_agrees_with_the_law() -> None:
    wall = Wall(arrivals=(2,), service_rate=1, crews=3)
    for promise in (0.0, 0.5, 2.0):
        runs = evenings(wall, seeds=3, promise=promise)
        seen = pooled(run.everyone.within for run in runs)

        assert seen.agrees(within(3, 2, promise=promise, service_time=1))


def test_what_finds_no_crew_is_lost_as_erlang_says() -> None:
    for load in (4.0, 8.0, 16.0):
        wall = Wall(arrivals=(2 * load,), service_rate=2, crews=9, patience=0)
        runs = evenings(wall, seeds=3)

        assert pooled(run.everyone.lost for run in runs).agrees(erlang_b(9, load))
        assert all(run.everyone.wait == Estimate(0, 0) for run in runs)


@pytest.mark.parametrize(
    "wall",
    [
        RANKED,
        TRIAGED,
        replace(TRIAGED, reserve=1, crews=10),
        replace(TRIAGED, patience=0.5),
        replace(TRIAGED, slowness=(2.0, 0.8)),
    ],
    ids=["law", "triage", "reserve", "patience", "slowness"],
)
def test_little_s_law_holds_even_where_the_wall_breaks_the_other(wall: Wall) -> None:
    runs = evenings(wall, seeds=2)
    waiting = pooled(run.waiting for run in runs)
    wait = pooled(run.everyone.wait for run in runs)

    assert waiting.agrees(sum(wall.arrivals) * wait.value)


def test_the_same_seed_is_the_same_evening() -> None:
    assert simulate(TRIAGED, seed=3, runs=4) == simulate(TRIAGED, seed=3, runs=4)
    assert simulate(TRIAGED, seed=3, runs=4) != simulate(TRIAGED, seed=4, runs=4)


def test_another_threshold_meets_the_same_evening() -> None:
    one = simulate(TRIAGED, seed=3, runs=4)
    other = simulate(replace(TRIAGED, threshold=1.0), seed=3, runs=4)

    assert [group.incidents for group in one.by_class] == [
        group.incidents for group in other.by_class
    ]


def test_missed_emergencies_wait_with_the_others() -> None:
    runs = evenings(TRIAGED, seeds=3)
    hit = [run.by_both[0][0].incidents / run.by_class[0].incidents for run in runs]
    missed = pooled(run.by_both[0][1].wait for run in runs)

    assert np.mean(hit) == pytest.approx(sensitivity(0.0, 1.5), abs=0.01)
    assert missed.agrees(closed_form(TRIAGED).by_flag[1])


def test_a_group_without_anybody_has_no_wait() -> None:
    wall = Wall(arrivals=(0, 2), service_rate=1, crews=3)
    nobody = simulate(wall, seed=1, runs=4).by_class[0]

    assert nobody.incidents == 0
    assert isnan(nobody.wait.value)
    assert not nobody.wait.agrees(0.0)
    assert wall.emergency_share == 0


# Overload and surges


def test_an_overloaded_wall_says_so_and_its_backlog_grows_as_the_law() -> None:
    wall = Wall(arrivals=(2, 18), service_rate=2, crews=9)
    runs = evenings(wall, seeds=3, length=100.0)
    law = closed_form(wall)

    assert not any(run.stable for run in runs)
    assert {run.everyone.wait for run in runs} == {Estimate(inf, 0.0)}
    assert {run.by_flag[1].wait.value for run in runs} == {inf}
    assert {run.waiting.value for run in runs} == {inf}
    assert not law.stable
    assert law.by_flag[1] == inf
    first = pooled(run.by_flag[0].wait for run in runs).value
    assert first == pytest.approx(law.by_flag[0], rel=0.05)  # the start is kinder
    last = np.mean([run.backlog[-1] for run in runs])
    assert runs[0].times[-1] == 100
    assert last == pytest.approx(backlog(20, 2, 9, 100), rel=0.05)
    assert runs[0].backlog[0] == 0


def test_a_surge_leaves_a_backlog_that_is_worked_off() -> None:
    wall = replace(TRIAGED, surge_factor=3.0, surge_length=4.0)
    runs = evenings(wall, seeds=3, length=16.0)
    calm = evenings(TRIAGED, seeds=3, length=16.0)
    path = np.mean([run.backlog for run in runs], axis=0)
    peak = np.mean([run.times for run in runs], axis=0)[path.argmax()]
    grown = path.max() - path[0]

    assert all(run.stable for run in runs)
    assert peak == pytest.approx(4, abs=0.7)
    assert grown == pytest.approx(backlog(48, 2, 9, 4), rel=0.05)
    assert path[-1] < path.max() - 10
    arrived = [
        sum(run.everyone.incidents for run in some) / (96 * 3) for some in (runs, calm)
    ]
    assert arrived[0] - arrived[1] == pytest.approx(16 * 2 * 4, rel=0.05)


def test_a_lull_is_a_surge_below_one() -> None:
    wall = replace(TRIAGED, surge_factor=0.25, surge_length=10.0)
    run = simulate(wall, seed=1)

    assert wall.broken == ("surge",)
    assert run.times[-1] == 40
    assert run.everyone.incidents / 256 == pytest.approx(16 * 32.5, rel=0.02)


# Broken assumptions


@pytest.mark.parametrize(
    ("lever", "wall"),
    [
        ("reserve", replace(TRIAGED, crews=10, reserve=2)),
        ("patience", replace(TRIAGED, patience=0.5)),
        ("slowness", replace(TRIAGED, slowness=(4.0, 4 / 7))),
        ("surge", replace(TRIAGED, surge_factor=2.0, surge_length=3.0)),
    ],
)
def test_a_broken_assumption_breaks_the_law(lever: str, wall: Wall) -> None:
    seen = pooled(run.everyone.wait for run in evenings(wall, seeds=2))

    assert wall.broken == (lever,)
    assert not seen.agrees(closed_form(wall).average, errors=4)


def test_with_unequal_service_the_order_changes_the_average() -> None:
    quick_first = Wall(arrivals=(8, 8), service_rate=2, crews=9, slowness=(0.2, 1.8))
    slow_first = replace(quick_first, slowness=(1.8, 0.2))
    quick = pooled(run.everyone.wait for run in evenings(quick_first, seeds=1))
    slow = pooled(run.everyone.wait for run in evenings(slow_first, seeds=1))

    assert quick.value + 4 * quick.error < slow.value - 4 * slow.error


@pytest.mark.parametrize(
    ("servers", "reserve", "flagged", "unflagged", "average"),
    [  # minutes, by solving the truncated Markov chain (busy, flagged, unflagged)
        (10, 1, 1.3529, 20.207, 9.759),
        (10, 2, 0.8798, 58.443, 26.544),
        (9, 1, 2.6969, 94.56, 43.66),
    ],
)
def test_reserved_crews_cost_what_their_markov_chain_says(
    servers: int, reserve: int, flagged: float, unflagged: float, average: float
) -> None:
    runs = evenings(replace(TRIAGED, crews=servers, reserve=reserve), seeds=8)

    assert pooled(run.by_flag[0].wait for run in runs).agrees(flagged / 60)
    assert pooled(run.by_flag[1].wait for run in runs).agrees(unflagged / 60)
    assert pooled(run.everyone.wait for run in runs).agrees(average / 60)


def test_nearly_all_flagged_urgent_find_the_queue_that_they_make() -> None:
    wall = Wall(arrivals=(13.95, 0.05), service_rate=2.4, crews=6, reserve=1)
    law = reserved_waits(wall.arrivals, wall.service_rate, wall.crews, wall.reserve)

    runs = [simulate(wall, seed=seed, length=4, runs=80) for seed in range(8)]

    assert pooled(run.by_flag[0].wait for run in runs).agrees(law.first)


def test_two_reserved_crews_of_nine_leave_the_others_behind() -> None:
    wall = replace(TRIAGED, reserve=2)
    run = simulate(wall, seed=1, runs=16)

    assert wall.keeps_up == (True, False)
    assert not run.stable
    assert run.by_flag[0].wait.value < 1
    assert run.by_flag[1].wait.value == inf
    assert run.longest == 1


def test_a_reserve_cannot_help_when_even_the_first_are_too_many() -> None:
    wall = Wall(arrivals=(20, 1), service_rate=2, crews=9, reserve=1)

    assert wall.keeps_up == (False, False)


def test_who_gives_up_keeps_every_wall_from_overload() -> None:
    wall = Wall(arrivals=(2, 38), service_rate=2, crews=9, patience=0.5, reserve=1)
    run = simulate(wall, seed=1, runs=64)

    assert run.stable
    assert run.everyone.lost.agrees(1 - 18 / 40, errors=30)
    assert run.by_flag[1].lost.value > run.by_flag[0].lost.value


def test_a_wall_that_breaks_nothing_says_so() -> None:
    same = replace(TRIAGED, slowness=(1.0, 1.0), surge_factor=2.0)

    assert same.broken == ()
    assert Wall(arrivals=(2,), service_rate=1, crews=3, reserve=1).broken == ()
    assert TRIAGED.emergency_share == 0.125


# Ciw, an independent simulator


def ciw_records(wall: Wall, *, time: float, seed: int) -> list[Any]:
    """What Ciw makes of a wall whose urgency is known; patience 0 means losses."""
    names = [f"class {place}" for place in range(len(wall.arrivals))]
    exponential = ciw.dists.Exponential
    network = ciw.create_network(
        arrival_distributions={
            name: [exponential(rate)]
            for name, rate in zip(names, wall.arrivals, strict=True)
        },
        service_distributions={
            name: [exponential(wall.service_rate)] for name in names
        },
        number_of_servers=[wall.crews],
        queue_capacities=[inf if wall.patience else 0],
        priority_classes={name: place for place, name in enumerate(names)},
    )
    ciw.seed(seed)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(time)
    records: list[Any] = simulation.get_all_records()
    return [record for record in records if time / 21 <= record.arrival_date < time]


def batches(records: list[Any], value: Callable[[Any], float]) -> Estimate:
    """Twenty batches of one long run."""
    records.sort(key=lambda record: record.arrival_date)
    parts = np.array_split(np.array([value(record) for record in records]), 20)
    means = [float(part.mean()) for part in parts]
    return Estimate(float(np.mean(means)), float(np.std(means, ddof=1)) / sqrt(20))


def close(one: Estimate, other: Estimate) -> bool:
    return one.agrees(other.value, errors=3 * sqrt(1 + (other.error / one.error) ** 2))


@pytest.mark.parametrize("arrivals", [(2.0,), (0.5, 1.5)], ids=["fcfs", "priority"])
def test_ciw_sees_the_same_waits(arrivals: tuple[float, ...]) -> None:
    wall = Wall(arrivals=arrivals, service_rate=1, crews=3)
    records = ciw_records(wall, time=8_000, seed=1)
    run = simulate(wall, seed=1)
    law = closed_form(wall)

    for place, wait in enumerate(law.by_class):
        theirs = batches(
            [one for one in records if one.customer_class == f"class {place}"],
            lambda record: record.waiting_time,
        )
        assert theirs.agrees(wait)
        assert close(theirs, run.by_class[place].wait)


def test_ciw_loses_the_same_calls() -> None:
    wall = Wall(arrivals=(16.0,), service_rate=2, crews=9, patience=0)
    records = ciw_records(wall, time=600, seed=1)
    run = simulate(wall, seed=1)

    theirs = batches(records, lambda record: record.record_type == "rejection")
    assert theirs.agrees(erlang_b(9, 8))
    assert close(theirs, run.everyone.lost)


# Wrong input


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: erlang_b(0, 1), "servers is 0; write a whole number, 1 or more"),
        (lambda: erlang_b(2.5, 1), "servers is 2.5"),  # type: ignore[arg-type]
        (lambda: erlang_b(True, 1), "servers is True"),  # noqa: FBT003
        (lambda: erlang_c(2, -1), "offered_load is -1; write a number of 0 or more"),
        (lambda: erlang_c(2, nan), "offered_load is nan"),
        (lambda: mean_wait(2, inf, service_time=1), "offered_load is inf"),
        (lambda: mean_wait(2, 1, service_time=0), "service_time is 0; write a number"),
        (lambda: within(2, 1, promise=-1, service_time=1), "promise is -1"),
        (lambda: priority_waits([[1, 2]], 1, 2), "a row of numbers"),  # type: ignore[list-item]
        (lambda: priority_waits([], 1, 2), r"arrivals is \[\]; write a row"),
        (lambda: priority_waits([1, -2], 1, 2), r"arrivals is \[1, -2\]"),
        (lambda: priority_waits([1, nan], 1, 2), "nan"),
        (lambda: priority_waits(["many"], 1, 2), "many"),  # type: ignore[list-item]
        (lambda: priority_waits([1, 2], 0, 2), "service_rate is 0"),
        (lambda: sensitivity(nan, 1), "threshold is nan; write a number"),
        (lambda: sensitivity(0, -1), "d_prime is -1; write a number of 0 or more"),
        (
            lambda: triage(1, 1, 2, threshold=0, d_prime=1, emergency_share=1.5),
            "emergency_share is 1.5; write a number from 0 to 1",
        ),
        (lambda: backlog(1, 1, 2, -3), "time is -3"),
        (lambda: replace(TRIAGED, arrivals=(0, 0)), "the sum of arrivals is 0"),
        (lambda: replace(TRIAGED, arrivals=(1, 2, 3)), "3 classes and there is a thr"),
        (lambda: replace(TRIAGED, crews=0), "crews is 0"),
        (lambda: replace(TRIAGED, reserve=9), "reserve is 9 of 9 crews"),
        (lambda: replace(TRIAGED, reserve=-1), "reserve is -1"),
        (lambda: replace(TRIAGED, patience=-1), "patience is -1"),
        (lambda: replace(TRIAGED, threshold=nan), "threshold is nan"),
        (lambda: replace(TRIAGED, slowness=(1.0,)), "1 entries for 2 classes"),
        (lambda: replace(TRIAGED, slowness=(1.0, -1.0)), "slowness is"),
        (lambda: replace(TRIAGED, slowness=(1.0, 0.0)), "use numbers above 0"),
        (
            lambda: replace(TRIAGED, slowness=(2.0, 1.0), reserve=1),
            "break one assumption at a time",
        ),
        (lambda: replace(TRIAGED, surge_factor=0), "surge_factor is 0"),
        (lambda: replace(TRIAGED, surge_length=-1), "surge_length is -1"),
        (lambda: simulate(TRIAGED, seed=-1), "seed is -1"),
        (lambda: simulate(TRIAGED, seed=1, runs=1), "runs is 1"),
        (lambda: simulate(TRIAGED, seed=1, promise=nan), "promise is nan"),
        (lambda: simulate(TRIAGED, seed=1, length=0), "length is 0"),
        (lambda: simulate(TRIAGED, seed=1, length=1e9), "use a shorter length"),
        (lambda: simulate(TRIAGED, seed=1, length=1e-9), "nobody arrives in it"),
        (
            lambda: simulate(
                replace(TRIAGED, surge_factor=2, surge_length=5), seed=1, length=4
            ),
            "watch at least as long as the surge",
        ),
    ],
)
def test_what_the_model_does_not_admit_is_named(
    call: Callable[[], object], told: str
) -> None:
    with pytest.raises(ModelError, match=told):
        call()
