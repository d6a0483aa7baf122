"""An evening of incidents, and when a crew turns to each of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, inf, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from casekit.errors import ModelError
from casekit.models.cutoff import reserved_waits
from casekit.models.queue import FULL, erlang_c

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from casekit.models.wall import Wall

    Floats = NDArray[np.float64]

WARM = 120  # incidents before counting begins, and after it ends
SOON = 1e-9  # of the time between two incidents: after what else is there at the start
SLOWLY_WARM = 2500  # at most so many where the start is only a guess
MOST = 20_000_000  # incidents in one call: more would not fit a classroom laptop


@dataclass(frozen=True, slots=True)
class Evening:
    """Incidents of all runs (rows) by arrival; at the end of a row, some that never do.

    `queue` are places in the flattened rows: flag by flag, run by run, by arrival;
    `first` (flags, runs) is where each begins in it. Each ends with one that never
    arrives.
    """

    arrived: Floats
    service: Floats
    gives_up: Floats  # the time at which it stops waiting
    true: NDArray[np.int8]
    flag: NDArray[np.int8]
    queue: NDArray[np.intp]
    first: NDArray[np.intp]


def evening(wall: Wall, seed: int, runs: int, length: float) -> Evening:
    """Incidents of so many runs, `length` in the wall's unit of time; drawn by `seed`.

    `ModelError` if they are too many to be kept.

    >>> from casekit.models.wall import Wall
    >>> drawn = evening(Wall(arrivals=(2, 14), service_rate=2, crews=9), 7, 3, 1.0)
    >>> len(drawn.arrived), drawn.queue.size == drawn.arrived.size
    (3, True)
    """
    chance = np.random.default_rng(seed).spawn(6)
    rates = np.array(wall.arrivals)
    rate, classes = float(rates.sum()), range(rates.size)
    there, beyond = _stationary(wall, runs, chance[0])
    warm = _warmth(wall) / rate
    many = rate * (warm + length + WARM / rate)
    many += rate * max(0.0, wall.surge_factor - 1) * wall.surge_length
    row = ceil(many + 6 * sqrt(many)) + 10 + int(there.max()) + rates.size
    if row * runs > MOST:
        raise ModelError(
            f"length is {length} and runs is {runs}: that is {row * runs} incidents, "
            f"more than {MOST}; use a shorter length or fewer runs"
        )
    shape = (runs, row)

    arrived = chance[1].standard_exponential(shape) / rate
    place, opened = np.arange(row), (there - beyond)[:, None]
    arrived[place < there[:, None]] = 0.0
    arrived[(place == opened) & (beyond > 0)[:, None]] = SOON / rate
    arrived = _surged(np.cumsum(arrived, axis=1) - warm, wall)
    arrived[:, -rates.size :] = inf
    lot = chance[2].random(shape)
    true = np.zeros(shape, dtype=np.int8)
    for cut in np.cumsum(rates)[:-1] / rate:
        true += lot >= cut
    flag = true
    if wall.threshold is not None:
        score = chance[3].standard_normal(shape) + wall.d_prime * (true == 0)
        flag = (score <= wall.threshold).astype(np.int8)
    if _reserved(wall):
        flag = np.where(place < there[:, None], np.int8(0), flag)
        flag = np.where(place < opened, np.int8(rates.size - 1), flag)
    flag[:, -rates.size :] = classes
    service = chance[4].standard_exponential(shape) / wall.service_rate
    if wall.slowness:
        service *= np.array(wall.slowness)[true]
    gives_up = np.broadcast_to(inf, shape)
    if wall.patience < inf:
        gives_up = arrived + chance[5].standard_exponential(shape) * wall.patience
    size = np.array([(flag == one).sum(axis=1) for one in classes])
    return Evening(
        arrived=arrived,
        service=service,
        gives_up=gives_up,
        true=true,
        flag=flag,
        queue=np.concatenate([np.flatnonzero(flag == one) for one in classes]),
        first=np.cumsum(size).reshape(size.shape) - size,
    )


def _surged(clock: Floats, wall: Wall) -> Floats:
    """Arrivals of a steady stream, hurried while the surge lasts."""
    quick = clock / wall.surge_factor
    late = clock + (1 - wall.surge_factor) * wall.surge_length
    return np.where(clock < 0, clock, np.where(quick < wall.surge_length, quick, late))


def _reserved(wall: Wall) -> bool:
    """Whether the law of a reserve holds at the start."""
    return "reserve" in wall.broken and "patience" not in wall.broken


def _stationary(
    wall: Wall, runs: int, chance: np.random.Generator
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Incidents there at the start, by the law of the wall or of its reserve.

    And of these, with a reserve, how many hold or await its crews: all flagged first.
    In overload just as many as keep the crews busy. Where some take longer, as many
    more wait as one crew would leave waiting (Pollaczek and Khinchine).
    """
    rates, loads = np.array(wall.arrivals), wall.loads.sum(axis=1)
    load, opened = float(loads.sum()), wall.crews - wall.reserve
    beyond = np.zeros(runs, dtype=np.intp)
    if load > FULL * wall.crews or not all(wall.keeps_up):
        return np.full(runs, opened), beyond
    if _reserved(wall):
        flagged = wall.flagged
        pair = np.array([flagged[0], flagged[1:].sum()])
        law = reserved_waits(pair, wall.service_rate, wall.crews, wall.reserve)
        waits, queue = law.behind, float(pair[1]) * law.rest / law.behind
        beyond = _beyond(float(pair[0]) / wall.service_rate, wall, runs, chance)
    else:
        there = rates > 0
        spread = float((loads[there] ** 2 / rates[there]).sum() * rates.sum()) / load**2
        waits, queue = erlang_c(wall.crews, load), spread * load / (wall.crews - load)
    busy = _some(_weights(load, range(1, opened)), runs, chance)
    queued = opened - 1 + chance.geometric(1 / (1 + queue), size=runs)
    behind = chance.random(runs) < waits
    beyond = np.where(behind, beyond, 0)
    return np.where(behind, queued, busy) + beyond, beyond


def _beyond(
    load: float, wall: Wall, runs: int, chance: np.random.Generator
) -> NDArray[Any]:
    """Incidents at or before the reserved crews while no other crew is free.

    `load` is offered by those served first; they come and go as a birth-death chain.
    """
    opened, crews = wall.crews - wall.reserve, wall.crews
    weights = _weights(load, range(opened + 1, crews + 1))
    weights[-1] /= 1 - load / crews  # and all longer queues before all crews
    beyond = _some(weights, runs, chance)
    longer = chance.geometric(1 - load / crews, size=runs) - 1
    return np.where(beyond == wall.reserve, beyond + longer, beyond)


def _weights(load: float, crews: range) -> Floats:
    """Of a birth-death chain: one for none of these crews, then for each crew more."""
    return np.asarray(np.cumprod([1.0, *(load / crew for crew in crews)]), np.float64)


def _some(weights: Floats, runs: int, chance: np.random.Generator) -> NDArray[Any]:
    """Draw so many indices by weight."""
    below = np.cumsum(weights)
    lots = chance.random(runs) * below[-1]
    return np.asarray(below.searchsorted(lots, side="right"))


def _warmth(wall: Wall) -> float:
    """Incidents before counting: none in overload, more where the start is a guess."""
    if not all(wall.keeps_up):
        return 0.0
    if wall.patience < inf:
        return min(SLOWLY_WARM, WARM + 10 * sum(wall.arrivals) * wall.patience)
    return 2 * WARM if wall.slowness or wall.reserve else WARM


def serve(evening: Evening, wall: Wall) -> Floats:
    """When a crew turns to each incident, or finds that it has given up.

    Each step settles the next incident of every run: the one that can begin first, and
    of several the one flagged first. `free` are the times at which crews come free, in
    order (Kiefer and Wolfowitz 1955).
    """
    runs, row = evening.arrived.shape
    service, gives_up = evening.service.reshape(-1), evening.gives_up.reshape(-1)
    arrived = evening.arrived.take(evening.queue)
    begun = np.full(runs * row, inf)
    head = evening.first.copy()
    heads = head.reshape(-1)
    place = np.arange(head.size).reshape(head.shape)
    free = np.full((wall.crews, runs), -inf)
    spare = np.empty_like(free)
    for _ in range(row - len(head)):
        begin = arrived.take(head)
        np.maximum(begin[0], free[0], out=begin[0])
        np.maximum(begin[1:], free[wall.reserve], out=begin[1:])
        now, turn = begin[0], place[0].copy()
        for later, there in zip(begin[1:], place[1:], strict=True):
            sooner = later < now
            np.copyto(now, later, where=sooner)
            np.copyto(turn, there, where=sooner)
        at = heads.take(turn)
        heads[turn] = at + 1
        who = evening.queue.take(at)
        begun[who] = now
        done = now + service.take(who)
        if wall.patience < inf:
            done = np.where(now > gives_up.take(who), free[0], done)
        np.maximum(free, done, out=spare)
        np.minimum(spare[:-1], free[1:], out=spare[:-1])
        free, spare = spare, free
    return begun.reshape(runs, row)
