"""The room with its levers, and what the law says of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, inf, sqrt
from typing import TYPE_CHECKING

import numpy as np

from casekit.errors import ModelError
from casekit.models.limits import count, one_above_zero, one_number
from casekit.models.queue import FULL, priority_waits, rate_row

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def sensitivity(threshold: float, d_prime: float) -> float:
    """Share of emergencies flagged: 1 − Φ(θ − d′); with d′ = 0, of all the others.

    Severity scores are normal with unit spread, about d′ for emergencies and 0 for
    the others (signal detection); a score above the threshold is flagged.

    >>> round(sensitivity(0.0, 1.5), 4), sensitivity(0.0, 0.0)
    (0.9332, 0.5)
    """
    cut = one_number("threshold", threshold, endless=True)
    apart = one_number("d_prime", d_prime, 0)
    return (1 - erf((cut - apart) / sqrt(2))) / 2


@dataclass(frozen=True, slots=True)
class Waits:
    """Mean waits by the closed form; `inf` for whom the crews cannot keep up with.

    `by_class` is who they are (most urgent first), `by_flag` how they are served
    (first served first).
    """

    stable: bool
    average: float
    by_class: tuple[float, ...]
    by_flag: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The levers of the wall; what is left at its default keeps the law.

    `arrivals` (classes,) are rates by true class, most urgent first. Without a
    `threshold` urgency is known and classes are served in that order; with one there
    are two classes, emergencies and others, and the flagged go first (`sensitivity`).
    Four levers break an assumption of the closed form, and `broken` names them:
    `reserve` crews are kept free for whoever is served first; after exponential
    `patience` (its mean) the waiting give up, and at 0 whoever finds no crew is lost;
    `slowness` (classes,) multiplies the service time of each class; a surge multiplies
    the arrivals by `surge_factor` for `surge_length` from time 0 on.

    >>> Wall(arrivals=(2, 14), service_rate=2, crews=9, reserve=1).broken
    ('reserve',)
    """

    arrivals: tuple[float, ...]
    service_rate: float
    crews: int
    threshold: float | None = None
    d_prime: float = 0.0
    reserve: int = 0
    patience: float = inf
    slowness: tuple[float, ...] = ()
    surge_factor: float = 1.0
    surge_length: float = 0.0

    def __post_init__(self) -> None:
        rates = rate_row("arrivals", self.arrivals)
        one_above_zero("the sum of arrivals", float(rates.sum()))
        one_above_zero("service_rate", self.service_rate)
        count("crews", self.crews, 1)
        count("reserve", self.reserve, 0)
        one_number("patience", self.patience, 0, endless=True)
        one_above_zero("surge_factor", self.surge_factor)
        one_number("surge_length", self.surge_length, 0)
        sensitivity(0.0 if self.threshold is None else self.threshold, self.d_prime)
        if self.threshold is not None and rates.size != 2:  # noqa: PLR2004
            raise ModelError(
                f"arrivals has {rates.size} classes and there is a threshold: give two "
                "rates, of emergencies and of others, or leave the threshold out"
            )
        if self.reserve >= self.crews:
            raise ModelError(
                f"reserve is {self.reserve} of {self.crews} crews: leave at least one "
                "crew for those who are not served first"
            )
        if self.slowness and rate_row("slowness", self.slowness).size != rates.size:
            raise ModelError(
                f"slowness has {len(self.slowness)} entries for {rates.size} classes: "
                "give one for each class"
            )
        if not all(self.slowness):
            raise ModelError(f"slowness is {self.slowness}: use numbers above 0")
        if self.reserve and "slowness" in self.broken:
            raise ModelError(
                f"reserve is {self.reserve} and slowness is {self.slowness}: "
                "break one assumption at a time"
            )

    @property
    def emergency_share(self) -> float:
        """Share of the first class in all arrivals."""
        return self.arrivals[0] / sum(self.arrivals)

    @property
    def broken(self) -> tuple[str, ...]:
        """The assumptions that this wall breaks: the closed form then does not hold."""
        breaks = {
            "reserve": self.reserve > 0 and len(self.arrivals) > 1,
            "patience": self.patience < inf,
            "slowness": any(slow != 1 for slow in self.slowness),
            "surge": self.surge_factor != 1 and self.surge_length > 0,
        }
        return tuple(name for name, breaking in breaks.items() if breaking)

    @property
    def keeps_up(self) -> tuple[bool, ...]:
        """Whether the crews keep up with each flag, surge apart.

        With a reserve the others get at most what is left while they always wait: a
        birth-death chain of the crews beyond the unreserved ones.

        >>> Wall(arrivals=(2, 14), service_rate=2, crews=8).keeps_up
        (True, False)
        """
        if self.patience < inf:
            return (True,) * len(self.arrivals)
        fine = np.cumsum(self.loads.sum(axis=0)) <= FULL * self.crews
        if self.reserve:
            fine[1:] &= np.cumsum(self.flagged[1:]) <= FULL * self.left_over
        return tuple(fine.tolist())

    @property
    def shares(self) -> Floats:
        """Share of each class (rows) under each flag (columns)."""
        if self.threshold is None:
            return np.eye(len(self.arrivals))
        hit = sensitivity(self.threshold, self.d_prime)
        false = sensitivity(self.threshold, 0.0)
        return np.array([[hit, 1 - hit], [false, 1 - false]])

    @property
    def flagged(self) -> Floats:
        """Rate under each flag."""
        rates: Floats = np.array(self.arrivals) @ self.shares
        return rates

    @property
    def loads(self) -> Floats:
        """Offered load of each class (rows) under each flag (columns)."""
        slow = np.array(self.slowness or (1.0,) * len(self.arrivals))
        load: Floats = np.array(self.arrivals) * slow / self.service_rate
        return self.shares * load[:, None]

    @property
    def left_over(self) -> float:
        """Rate at which those not served first can be served beside a reserve."""
        load = float(self.loads[:, 0].sum())
        open_crews = self.crews - self.reserve
        if load > FULL * self.crews:
            return 0.0
        weight, total = 1.0, 1.0
        for crew in range(open_crews + 1, self.crews + 1):
            weight *= load / crew
            total += weight
        total += weight * load / (self.crews - load)
        return open_crews * self.service_rate / total


def closed_form(wall: Wall) -> Waits:
    """What the law says of a wall, as if none of its assumptions were broken.

    Where `wall.broken` names one, this is the line that the simulation leaves.

    >>> w = closed_form(Wall(arrivals=(2, 4, 10), service_rate=2, crews=10))
    >>> round(60 * w.average, 3)
    6.138
    """
    shares, flagged = wall.shares, wall.flagged
    waits = priority_waits(flagged, wall.service_rate, wall.crews)
    return Waits(
        stable=bool(flagged.sum() <= FULL * wall.crews * wall.service_rate),
        average=mixed(flagged / flagged.sum(), waits),
        by_class=tuple(mixed(row, waits) for row in shares),
        by_flag=tuple(waits.tolist()),
    )


def mixed(shares: Floats, waits: Floats) -> float:
    """A mean in which nobody's endless wait does not count.

    >>> mixed(np.array([1.0, 0.0]), np.array([2.0, inf]))
    2.0
    """
    there = shares > 0
    return float(shares[there] @ waits[there])


def triage(  # noqa: PLR0913 - the levers of the room
    arrivals: float,
    service_rate: float,
    servers: int,
    *,
    threshold: float,
    d_prime: float,
    emergency_share: float,
) -> Waits:
    """Waits of (emergencies, others) and of (flagged, unflagged) with errors in triage.

    `arrivals` is the rate of both together. Flagged incidents go first; a class waits
    as its flagged and unflagged parts do, by their shares (Cobham 1954).

    >>> w = triage(16, 2, 9, threshold=0.0, d_prime=1.5, emergency_share=0.125)
    >>> round(60 * w.by_class[0], 2), round(60 * w.average, 2)
    (6.59, 19.6)
    """
    rate = one_above_zero("arrivals", arrivals)
    share = one_number("emergency_share", emergency_share, 0, 1)
    wall = Wall(
        arrivals=(rate * share, rate * (1 - share)),
        service_rate=service_rate,
        crews=servers,
        threshold=threshold,
        d_prime=d_prime,
    )
    return closed_form(wall)
