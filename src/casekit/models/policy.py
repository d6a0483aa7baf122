"""A rotation policy: who moves when, how, and in what city. Time in months."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from casekit.errors import ModelError
from casekit.models.limits import above_zero, count, one_number, one_of, within

if TYPE_CHECKING:
    from collections.abc import Sequence

Rule = Literal["random", "serial", "best"]
Calendar = Literal["planned", "unplanned"]
Moves = Literal["at once", "staggered"]

TAU = 12 / math.log(10)  # assumed: 90 % of an office is known after a year
DECAY = (
    math.log(2) / 24
)  # assumed: half of an office that was left is lost in two years
HANDOVER_GAIN = 5 / 21  # assumed: a day of handover teaches like 5 of a month's 21 days
LIMITS = {  # of a policy's months, days and counts: what a simulation can carry
    "interval": (1, 600),
    "handover_days": (0, 250),
    "offices": (2, 40),
    "project": (0.01, 600),
    "tau": (0.01, 600),
    "decay": (1e-4, 10),
    "horizon": (1, 360),
    "trust": (0.01, 600),
}


def start_depth(handover_days: float, tau: float) -> float:
    """Depth on the first day, after days of handover by the predecessor.

    Assumed: a day of handover teaches as much as five working days alone, and a month
    has 21 of these; then 1 - e^(-(days x 5/21)/tau). `ModelError` unless the days are
    0 or more and `tau` (months) is above 0.

    >>> round(start_depth(10, TAU), 3)
    0.367
    """
    learned = within("handover_days", handover_days, 0) * HANDOVER_GAIN
    return float(-np.expm1(-learned / above_zero("tau", tau)))


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A rotation policy (the first five) and the city it is tried in.

    `interval`, `project` (a project's length), `tau`, `horizon` and `trust` are months,
    `decay` a rate a month. `officials` is as many as `offices`, the same when left out.
    Officials who stay longer than `trust` are counted as a risk of collusion (assumed;
    that moves weaken bribery is read); None leaves that out. `ModelError` outside
    `LIMITS`.

    >>> Policy(interval=24, moves="staggered", handover_days=10).moves
    'staggered'
    """

    interval: float
    calendar: Calendar = "planned"
    moves: Moves = "at once"
    placement: Rule = "random"
    handover_days: float = 0.0
    offices: int = 12
    officials: int | None = None
    project: float = 12.0
    tau: float = TAU
    decay: float = DECAY
    horizon: int = 120
    trust: float | None = None

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            if name != "trust" or self.trust is not None:
                one_number(name, getattr(self, name), least, most)
        count("offices", self.offices, 2)
        count("horizon", self.horizon, 1)
        one_of("calendar", self.calendar, Calendar)
        one_of("moves", self.moves, Moves)
        one_of("placement", self.placement, Rule)
        if self.officials not in {None, self.offices}:
            raise ModelError(
                f"officials is {self.officials!r} for {self.offices} offices; "
                "write as many officials as offices, or leave officials out"
            )

    @property
    def by_chance(self) -> bool:
        """Whether nobody knows when the next move comes."""
        return self.calendar == "unplanned"

    @property
    def start(self) -> float:
        """Depth on a head's first day."""
        return start_depth(self.handover_days, self.tau)


def mean_policy(policies: Sequence[Policy]) -> Policy:
    """The class's policy: mean interval and handover, the most frequent of the rest.

    Of equally frequent ones it is the first named. `ModelError` if there is no policy,
    or if they were meant for different cities.

    >>> mean_policy([Policy(interval=12), Policy(interval=24)]).interval
    18.0
    """
    if not policies:
        raise ModelError("policies is empty; give one policy or more")
    levers: dict[str, Any] = {
        name: float(np.mean([getattr(policy, name) for policy in policies]))
        for name in ("interval", "handover_days")
    } | {
        name: Counter(getattr(policy, name) for policy in policies).most_common(1)[0][0]
        for name in ("calendar", "moves", "placement")
    }
    cities = {replace(policy, **levers) for policy in policies}
    if len(cities) > 1:
        differ = [
            one.name
            for one in fields(Policy)
            if len({getattr(city, one.name) for city in cities}) > 1
        ]
        raise ModelError(
            f"policies differ in {', '.join(differ)}; compare policies for one city"
        )
    return cities.pop()
