"""Incidents and calls under limited crews: the closed forms, and the same by events.

Every rate and time of one call shares one time unit, whichever the caller likes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf, isfinite, nan, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from casekit.errors import ModelError
from casekit.models.evening import Evening, evening, serve
from casekit.models.limits import count, one_above_zero, one_number
from casekit.models.queue import (
    backlog,
    erlang_b,
    erlang_c,
    mean_wait,
    priority_waits,
    within,
)
from casekit.models.wall import Waits, Wall, closed_form, sensitivity, triage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

__all__ = [
    "Estimate",
    "Group",
    "Run",
    "Waits",
    "Wall",
    "backlog",
    "closed_form",
    "erlang_b",
    "erlang_c",
    "mean_wait",
    "priority_waits",
    "sensitivity",
    "simulate",
    "triage",
    "within",
]

WINDOW = 1000  # incidents counted in one run, unless told otherwise
MARKS = 24  # steps in which the backlog is told


@dataclass(frozen=True, slots=True)
class Estimate:
    """A simulated number and its standard error over independent runs.

    `nan` where there was nobody to see; `inf`, without error, where crews cannot keep
    up, which is known from the rates and not from the runs.
    """

    value: float
    error: float

    def agrees(self, expected: float, *, errors: float = 3.0) -> bool:
        """Whether `expected` lies within so many standard errors.

        >>> Estimate(6.1, 0.1).agrees(6.138), Estimate(inf, 0.0).agrees(6.138)
        (True, False)
        """
        if not isfinite(self.value):
            return self.value == expected
        return abs(self.value - expected) <= errors * self.error


ENDLESS = Estimate(inf, 0.0)


@dataclass(frozen=True, slots=True)
class Group:
    """What befell some of the incidents that arrived while counting.

    `wait` lasts until a crew comes or the caller gives up; `within` is the share
    reached by a crew within the promise, `lost` the share that never met a crew.
    """

    incidents: int
    wait: Estimate
    within: Estimate
    lost: Estimate


@dataclass(frozen=True, slots=True)
class Run:
    """What the simulation saw: by true class, by flag, and `by_both` [class][flag].

    `waiting` is the mean number waiting (`inf` in overload); `backlog` the same at each
    of `times`, and there finite, with the errors `backlog_errors`; `longest` the flag
    that waits longest (the first of several with endless waits).
    """

    stable: bool
    everyone: Group
    by_class: tuple[Group, ...] = field(repr=False)
    by_flag: tuple[Group, ...] = field(repr=False)
    by_both: tuple[tuple[Group, ...], ...] = field(repr=False)
    longest: int
    waiting: Estimate
    times: tuple[float, ...] = field(repr=False)
    backlog: tuple[float, ...] = field(repr=False)
    backlog_errors: tuple[float, ...] = field(repr=False)


def simulate(
    wall: Wall,
    *,
    seed: int,
    promise: float = 0.0,
    length: float | None = None,
    runs: int = 256,
) -> Run:
    """The wall, event by event, in `runs` independent runs; errors come from these.

    Counts the incidents that arrive in (0, `length`): the time of 1,000 incidents, or
    four times the surge. A wall that keeps up starts in its stationary state and warms
    up before 0; one that does not starts at 0, its crews busy and nobody waiting.
    Severity, service and patience of the n-th incident depend on the seed only: another
    threshold meets the same evening.

    >>> run = simulate(Wall(arrivals=(2, 4, 10), service_rate=2, crews=10), seed=7)
    >>> run.stable, run.longest, run.everyone.wait.agrees(6.138 / 60)
    (True, 2, True)
    """
    seed = count("seed", seed, 0)
    runs = count("runs", runs, 2)
    promise = one_number("promise", promise, 0, endless=True)
    surge = wall.surge_length if "surge" in wall.broken else 0.0
    if length is None:
        length = 4 * surge or WINDOW / sum(wall.arrivals)
    length = one_above_zero("length", length)
    if length < surge:
        raise ModelError(
            f"length is {length} and the surge lasts {surge}: "
            "watch at least as long as the surge"
        )
    drawn = evening(wall, seed, runs, length)
    return _tell(wall, drawn, serve(drawn, wall), promise, length)


def _tell(
    wall: Wall, evening: Evening, begun: Floats, promise: float, length: float
) -> Run:
    keeps_up = np.array(wall.keeps_up)
    counted = (evening.arrived > 0) & (evening.arrived < length)
    if not counted.any():
        raise ModelError(f"length is {length}: nobody arrives in it; watch longer")
    met = begun <= evening.gives_up
    left = np.minimum(begun, evening.gives_up)
    waited = np.subtract(left, evening.arrived, where=counted, out=np.zeros_like(left))
    endless = counted & ~keeps_up[evening.flag]
    prompt = (met & ~endless & (waited <= promise)).astype(np.float64)
    lost = (~met).astype(np.float64)

    def group(some: Bools) -> Group:
        many = some.sum(axis=1)
        if not many.any():
            return Group(0, *(Estimate(nan, nan),) * 3)

        def mean(values: Floats) -> Estimate:
            return _ratio(np.einsum("ij,ij->i", some, values), many)

        wait = ENDLESS if (some & endless).any() else mean(waited)
        return Group(int(many.sum()), wait, mean(prompt), mean(lost))

    classes = [counted & (evening.true == one) for one in range(keeps_up.size)]
    flags = [counted & (evening.flag == one) for one in range(keeps_up.size)]
    by_flag = tuple(group(some) for some in flags)
    stable, once = bool(keeps_up.all()), np.ones(len(begun))
    here = np.clip(left, 0, length) - np.clip(evening.arrived, 0, length)
    waiting = _until(evening.arrived, length) - _until(left, length)
    path = [_ratio(at, once) for at in waiting.T]
    return Run(
        stable=stable,
        everyone=group(counted),
        by_class=tuple(group(some) for some in classes),
        by_flag=by_flag,
        by_both=tuple(tuple(group(a & b) for b in flags) for a in classes),
        longest=int(np.nanargmax([one.wait.value for one in by_flag])),
        waiting=_ratio(here.sum(axis=1) / length, once) if stable else ENDLESS,
        times=tuple(np.linspace(0.0, length, MARKS + 1).tolist()),
        backlog=tuple(one.value for one in path),
        backlog_errors=tuple(one.error for one in path),
    )


def _until(moments: Floats, length: float) -> NDArray[Any]:
    """How many of each run (rows) lie at or before each mark (columns)."""
    runs, marks = len(moments), MARKS + 2
    mark = np.clip(np.ceil(moments * (MARKS / length)), 0, MARKS + 1).astype(np.intp)
    mark += marks * np.arange(runs)[:, None]
    seen = np.bincount(mark.reshape(-1), minlength=runs * marks)
    return seen.reshape(runs, marks).cumsum(axis=1)[:, :-1]


def _ratio(sums: NDArray[Any], counts: NDArray[Any]) -> Estimate:
    """Sum of sums by sum of counts, with its error over the runs (delta method)."""
    total = float(counts.sum())
    value = float(sums.sum()) / total
    off = sums - value * counts
    return Estimate(value, sqrt(float(off @ off) * off.size / (off.size - 1)) / total)
