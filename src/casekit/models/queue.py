"""Queues in closed form: who waits, how long, and how many are lost.

Every rate and time of one call shares one time unit, whichever the caller likes.
"""

from __future__ import annotations

from math import exp, inf
from typing import TYPE_CHECKING

import numpy as np

from casekit.errors import ModelError
from casekit.models import limits
from casekit.models.limits import count, one_above_zero, one_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casekit.models.limits import Floats

FULL = 1 - 1e-9  # a load this near to all crews is overload, not a huge number


def erlang_b(servers: int, offered_load: float) -> float:
    """Share of calls lost when nobody waits (Erlang 1917).

    `offered_load` is arrival rate × mean service time; above `servers` it still holds.

    >>> round(erlang_b(2, 1.0), 3)
    0.2
    """
    servers = count("servers", servers, 1)
    load = one_number("offered_load", offered_load, 0)
    blocked = 1.0
    for crew in range(1, servers + 1):
        blocked = load * blocked / (crew + load * blocked)
    return blocked


def erlang_c(servers: int, offered_load: float) -> float:
    """Probability that a call waits (Erlang 1917); 1 when crews cannot keep up.

    >>> round(erlang_c(3, 2.0), 4)
    0.4444
    """
    blocked = erlang_b(servers, offered_load)
    used = offered_load / servers
    return 1.0 if used > FULL else blocked / (1 - used * (1 - blocked))


def mean_wait(servers: int, offered_load: float, *, service_time: float) -> float:
    """Mean wait, first come first served, in the unit of `service_time` (Erlang C).

    `inf` when crews cannot keep up.

    >>> round(mean_wait(55, 48.0, service_time=240), 2)  # seconds
    8.18
    """
    held = one_above_zero("service_time", service_time)
    waits = erlang_c(servers, offered_load)
    if offered_load / servers > FULL:
        return inf
    return waits * held / (servers - offered_load)


def within(
    servers: int, offered_load: float, *, promise: float, service_time: float
) -> float:
    """Share answered within `promise`, first come first served (Erlang C).

    `promise` is in the unit of `service_time`. 0 when crews cannot keep up: sooner or
    later the backlog outgrows every promise.

    >>> round(within(55, 48.0, promise=15, service_time=240), 4)
    0.8459
    """
    held = one_above_zero("service_time", service_time)
    time = one_number("promise", promise, 0, endless=True)
    waits = erlang_c(servers, offered_load)
    if offered_load / servers > FULL:
        return 0.0
    return 1 - waits * exp(-(servers - offered_load) * time / held)


def priority_waits(
    arrivals: Sequence[float] | Floats, service_rate: float, servers: int
) -> Floats:
    """Mean wait of each class, the first class served first, nobody interrupted.

    `arrivals` (classes,) are rates, most urgent first; the result has the same shape.
    `inf` from the first class on that the crews cannot keep up with. Cobham 1954, for
    several servers with one exponential service rate for all classes.

    >>> (60 * priority_waits([2, 4, 10], service_rate=2, servers=10)).round(3)
    array([1.364, 1.948, 8.768])
    """
    rates = rate_row("arrivals", arrivals)
    speed = one_above_zero("service_rate", service_rate)
    servers = count("servers", servers, 1)
    used = np.cumsum(rates) / (servers * speed)
    behind = used > FULL
    ahead = 1 - np.concatenate(([0.0], used[:-1]))
    left = np.where(behind, 1.0, ahead * (1 - used))
    first = erlang_c(servers, float(rates.sum()) / speed) / (servers * speed)
    return np.where(behind, inf, first / left)


def backlog(arrivals: float, service_rate: float, servers: int, time: float) -> float:
    """Incidents waiting after `time` of overload: (λ − cμ) t, the fluid limit.

    Zero where the crews keep up: what waits then comes and goes and does not grow.

    >>> backlog(24, service_rate=2, servers=10, time=3)
    12.0
    """
    rate = one_above_zero("arrivals", arrivals)
    speed = one_above_zero("service_rate", service_rate)
    servers = count("servers", servers, 1)
    spent = one_number("time", time, 0)
    return max(0.0, rate - servers * speed) * spent


def rate_row(name: str, given: object) -> Floats:
    """A row of rates, each 0 or more.

    >>> rate_row("arrivals", [])
    Traceback (most recent call last):
    casekit.errors.ModelError: arrivals is []; write a row of numbers
    """
    rates = limits.within(name, given, 0)
    if rates.ndim == 1 and rates.size:
        return rates
    raise ModelError(f"{name} is {given!r}; write a row of numbers")
