"""Queues in which some crews are kept free for whoever is served first."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from casekit.models.limits import count, one_above_zero
from casekit.models.queue import FULL, rate_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casekit.models.limits import Floats


class Reserved(NamedTuple):
    """Mean waits of those served first and of the rest, and how often the rest wait."""

    first: float
    rest: float
    behind: float


def reserved_waits(
    arrivals: Sequence[float] | Floats, service_rate: float, servers: int, reserve: int
) -> Reserved:
    """What follows where all but those served first leave `reserve` crews free.

    `inf` for whom the crews cannot keep up with. Cutoff priority with one exponential
    service rate (Taylor and Templeton 1980): while some of the rest wait, they go one
    by one, each time that busy crews fall below those open to all; their queue is then
    an M/G/1 of such intervals.

    >>> first, rest, _ = reserved_waits([7.3, 8.7], 2, 10, reserve=1)
    >>> round(60 * first, 2), round(60 * rest, 2)
    (1.0, 19.34)
    """
    first, rest = rate_row("arrivals", arrivals).tolist()
    speed = one_above_zero("service_rate", service_rate)
    servers = count("servers", servers, 1)
    opened = servers - count("reserve", reserve, 0)
    opened = count("servers - reserve", opened, 1)
    spare = servers * speed - first
    if first > FULL * servers * speed:
        return Reserved(inf, inf, 1.0)
    # The time until one crew fewer is busy and its square, in the mean, and the share
    # of it in which all are; from all crews down to those open to the rest.
    time, square, full = 1 / spare, 2 * servers * speed / spare**3, 1.0
    for busy in range(servers - 1, opened - 1, -1):
        done = busy * speed
        above, above_square = time, square
        time = (1 + first * above) / done
        square = (2 * time + first * (2 * above * time + above_square)) / done
        full *= first * above / (1 + first * above)
    used = rest * time
    if used > FULL:
        return Reserved(full / spare, inf, 1.0)
    weights = [1.0]
    for busy in range(1, opened):
        weights.append(weights[-1] * (first + rest) / (busy * speed))
    behind = weights[-1] * (first + rest) * time / (1 - used)
    behind /= behind + sum(weights)
    mean = square / (2 * time * (1 - used))
    return Reserved(behind * full / spare, behind * mean, behind)
