"""The wall by events against Ciw: time to the same standard error, ratio first.

`python benchmarks/wallroom_speed.py [--hours 60000] [--rounds 5]`

The same wall (three ranks, ten crews, 2 + 4 + 10 incidents an hour, half an hour of
service) in one process. Ciw runs once for so many hours, and twenty batches give the
standard error of the mean wait. `simulate` then gets runs enough for an error that is
no larger, warm-up and statistics included; of its rounds the median counts. Both are
laid beside the closed form.
"""

from __future__ import annotations

import argparse
import statistics
import time
from functools import partial
from math import ceil, inf, sqrt
from typing import TYPE_CHECKING, TypeVar

import ciw
import numpy as np

from casekit.models.wallroom import Estimate, Wall, closed_form, simulate

if TYPE_CHECKING:
    from collections.abc import Callable

Seen = TypeVar("Seen")
GOAL = 100
BATCHES = 20
WALL = Wall(arrivals=(2.0, 4.0, 10.0), service_rate=2.0, crews=10)


def timed(work: Callable[[], Seen]) -> tuple[Seen, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun


def ciw_wait(hours: float) -> Estimate:
    """Mean wait after a tenth of the hours, with its error over batches."""
    exponential = ciw.dists.Exponential
    names = [f"rank {place}" for place in range(len(WALL.arrivals))]
    network = ciw.create_network(
        arrival_distributions={
            name: [exponential(rate)]
            for name, rate in zip(names, WALL.arrivals, strict=True)
        },
        service_distributions={
            name: [exponential(WALL.service_rate)] for name in names
        },
        number_of_servers=[WALL.crews],
        priority_classes={name: place for place, name in enumerate(names)},
    )
    ciw.seed(1)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(hours)
    seen = sorted(
        (record.arrival_date, record.waiting_time)
        for record in simulation.get_all_records()
        if record.arrival_date > hours / 10
    )
    waits = np.array([wait for _, wait in seen])
    means = [float(part.mean()) for part in np.array_split(waits, BATCHES)]
    return Estimate(statistics.mean(means), statistics.stdev(means) / sqrt(BATCHES))


def enough(error: float) -> int:
    """Runs that bring the error down to this one."""
    runs, reached = 64, inf
    while reached > error:
        reached = simulate(WALL, seed=2, runs=runs).everyone.wait.error
        runs = runs if reached <= error else ceil(1.05 * runs * (reached / error) ** 2)
    return runs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hours", type=float, default=60_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()

    theirs, slow = timed(lambda: ciw_wait(given.hours))
    runs = enough(theirs.error)
    rounds = [
        timed(partial(simulate, WALL, seed=seed, runs=runs))
        for seed in range(2, 2 + given.rounds)
    ]
    quick = statistics.median(seconds for _, seconds in rounds)
    ours = rounds[0][0].everyone
    expected = 60 * closed_form(WALL).average

    ratio = slow / quick
    print(
        f"ratio {ratio:.0f} x (goal {GOAL} x: {'met' if ratio >= GOAL else 'missed'})"
    )
    for name, seen, seconds in (
        ("Ciw", theirs, slow),
        (f"casekit, {runs} runs", ours.wait, quick),
    ):
        print(
            f"{name}: {60 * seen.value:.3f} ± {60 * seen.error:.3f} min in "
            f"{seconds:.3f} s (closed form {expected:.3f})"
        )


if __name__ == "__main__":
    main()
