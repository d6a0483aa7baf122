"""Queues in closed form: who waits, how long, and how many are lost.

Every rate and time of one call shares one time unit, whichever the caller likes.
"""

from __future__ import annotations

from math import exp, inf, nan
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import numpy as np

from casekit.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FULL = 1 - 1e-9  # a load this near to all crews is overload, not a huge number


def erlang_b(servers: int, offered_load: float) -> float:
    """Share of calls lost when nobody waits (Erlang 1917).

    `offered_load` is arrival rate × mean service time; above `servers` it still holds.

    >>> round(erlang_b(2, 1.0), 3)
    0.2
    """
    servers = whole("servers", servers, least=1)
    load = real("offered_load", offered_load, "use 0 or more", lambda x: 0 <= x < inf)
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
    held = positive("service_time", service_time)
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
    held = positive("service_time", service_time)
    time = real("promise", promise, "use 0 or more", lambda x: x >= 0)
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
    speed = positive("service_rate", service_rate)
    servers = whole("servers", servers, least=1)
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
    rate = positive("arrivals", arrivals)
    speed = positive("service_rate", service_rate)
    servers = whole("servers", servers, least=1)
    spent = real("time", time, "use 0 or more", lambda x: 0 <= x < inf)
    return max(0.0, rate - servers * speed) * spent


def real(name: str, value: Any, cure: str, fits: Callable[[float], bool]) -> float:  # noqa: ANN401
    if not isinstance(value, bool) and isinstance(value, Real) and fits(float(value)):
        return float(value)
    raise ModelError(f"{name} is {value!r}: {cure}")


def positive(name: str, value: float) -> float:
    return real(name, value, "use a number above 0", lambda x: 0 < x < inf)


def whole(name: str, value: Any, *, least: int) -> int:  # noqa: ANN401
    if not isinstance(value, bool) and isinstance(value, Integral):
        many = int(value)
        if many >= least:
            return many
    raise ModelError(f"{name} is {value!r}: use a whole number, {least} or more")


def rate_row(name: str, values: Any) -> Floats:  # noqa: ANN401
    try:
        rates = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        rates = np.array(nan)
    if rates.ndim == 1 and rates.size and (rates >= 0).all() and (rates < inf).all():
        return rates
    raise ModelError(f"{name} is {values!r}: give a row of numbers, each 0 or more")
