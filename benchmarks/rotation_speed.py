"""How much sooner do we know as much as Mesa's agents tell? Ratios, from one run.

`python benchmarks/rotation_speed.py [--lives 200] [--rounds 3]`

A policy is lived in so many Mesa cities (those of the tests: month by month, agent by
agent). Ours gets the fewest replications that bring the standard error of *every*
output down to Mesa's or below. Both are then timed in turns, each turn with a new seed,
so that whatever the machine does at a moment it does to both. Mesa's cities warm up for
half as long a past as ours remembers. Few lives flatter Mesa (an answer of ours has a
fixed cost of some milliseconds). Also timed: one lever moved, and a whole class.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from casekit.models.rotation import Policy, outcomes, simulate

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from mesa_city import City

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = 100
WARM_UP = 240
LEARNERS = 57
POLICIES = (
    Policy(interval=24, placement="best", horizon=101, trust=18),
    Policy(interval=24, moves="staggered", calendar="unplanned", trust=18),
)


def seconds(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def lived(policy: Policy, seed: int, lives: int) -> dict[str, float]:
    """The standard error of each output over Mesa's cities."""
    drawn = [
        City(policy, seed=seed + life, warm_up=WARM_UP).live() for life in range(lives)
    ]
    return {
        name: float(np.std([one[name] for one in drawn], ddof=1)) / math.sqrt(lives)
        for name in drawn[0]
    }


def as_sure(policy: Policy, errors: dict[str, float]) -> tuple[int, str]:
    """The replications that ours needs, and the output that is nearest to its limit."""
    replications = 10
    while True:
        outcome = simulate(policy, seed=0, replications=replications)
        excess = {
            name: getattr(outcome, name).error / error for name, error in errors.items()
        }
        worst = max(excess, key=excess.__getitem__)
        if excess[worst] <= 1:
            return replications, worst
        replications = math.ceil(replications * 1.05)


def main() -> None:
    parser = argparse.ArgumentParser(description="Rotation against Mesa, in ratios.")
    parser.add_argument("--lives", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    print(f"medians of {chosen.rounds} interleaved rounds; goal: ratio ≥ {GOAL}")
    print(f"{'ratio':>6}  {'Mesa s':>8}  {'ours s':>8}")
    for policy in POLICIES:
        errors = lived(policy, 0, chosen.lives)
        replications, worst = as_sure(policy, errors)
        theirs, ours = [], []
        for turn in range(1, chosen.rounds + 1):
            seed = turn * chosen.lives
            theirs.append(seconds(lambda: lived(policy, seed, chosen.lives)))  # noqa: B023
            ours.append(
                seconds(lambda: simulate(policy, seed=seed, replications=replications))  # noqa: B023
            )
        ratio = statistics.median(theirs) / statistics.median(ours)
        print(
            f"{ratio:6.0f}  {statistics.median(theirs):8.3f}  "
            f"{statistics.median(ours):8.4f}  {policy.calendar}, {policy.moves}: "
            f"{chosen.lives} lives, {replications} replications (for {worst})"
        )
    moved = [
        seconds(lambda: simulate(POLICIES[1], seed=turn))  # noqa: B023
        for turn in range(chosen.rounds)
    ]
    policies = [Policy(interval=6 + k, placement="best") for k in range(LEARNERS)]
    drawn = [
        seconds(lambda: outcomes(policies, seed=turn))  # noqa: B023
        for turn in range(chosen.rounds)
    ]
    print(
        f"{statistics.median(moved) * 1000:.0f} ms  one lever moved, 400 replications"
    )
    print(f"{statistics.median(drawn) * 1000:.0f} ms  a class of {LEARNERS} policies")


if __name__ == "__main__":
    main()
