"""Incidents and calls under limited crews: the closed forms, and the same by events.

Every rate and time of one call shares one time unit, whichever the caller likes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil, erf, exp, inf, isfinite, isnan, nan, sqrt
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import numpy as np

from casekit.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

FULL = 1 - 1e-9  # a load this near to all crews is overload, not a huge number
WARM = 120  # incidents before counting begins, and after it ends
SLOWLY_WARM = 2500  # at most so many where the start is only a guess
WINDOW = 1000  # incidents counted in one run, unless told otherwise
MOST = 20_000_000  # incidents in one call: more would not fit a classroom laptop
MARKS = 24  # steps in which the backlog is told


def erlang_b(servers: int, offered_load: float) -> float:
    """Share of calls lost when nobody waits (Erlang 1917).

    `offered_load` is arrival rate × mean service time; above `servers` it still holds.

    >>> round(erlang_b(2, 1.0), 3)
    0.2
    """
    servers = _whole("servers", servers, least=1)
    load = _real("offered_load", offered_load, "use 0 or more", lambda x: 0 <= x < inf)
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
    held = _positive("service_time", service_time)
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
    held = _positive("service_time", service_time)
    time = _real("promise", promise, "use 0 or more", lambda x: x >= 0)
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
    rates = _rates("arrivals", arrivals)
    speed = _positive("service_rate", service_rate)
    servers = _whole("servers", servers, least=1)
    used = np.cumsum(rates) / (servers * speed)
    behind = used > FULL
    ahead = 1 - np.concatenate(([0.0], used[:-1]))
    left = np.where(behind, 1.0, ahead * (1 - used))
    first = erlang_c(servers, float(rates.sum()) / speed) / (servers * speed)
    return np.where(behind, inf, first / left)


def sensitivity(threshold: float, d_prime: float) -> float:
    """Share of emergencies flagged: 1 − Φ(θ − d′); with d′ = 0, of all the others.

    Severity scores are normal with unit spread, about d′ for emergencies and 0 for
    the others (signal detection); a score above the threshold is flagged.

    >>> round(sensitivity(0.0, 1.5), 4), sensitivity(0.0, 0.0)
    (0.9332, 0.5)
    """
    cut = _real("threshold", threshold, "use a number", lambda x: not isnan(x))
    apart = _real("d_prime", d_prime, "use 0 or more", lambda x: 0 <= x < inf)
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
    rate = _positive("arrivals", arrivals)
    share = _real(
        "emergency_share", emergency_share, "use 0 to 1", lambda x: 0 <= x <= 1
    )
    wall = Wall(
        arrivals=(rate * share, rate * (1 - share)),
        service_rate=service_rate,
        crews=servers,
        threshold=threshold,
        d_prime=d_prime,
    )
    return closed_form(wall)


def backlog(arrivals: float, service_rate: float, servers: int, time: float) -> float:
    """Incidents waiting after `time` of overload: (λ − cμ) t, the fluid limit.

    Zero where the crews keep up: what waits then comes and goes and does not grow.

    >>> backlog(24, service_rate=2, servers=10, time=3)
    12.0
    """
    rate = _positive("arrivals", arrivals)
    speed = _positive("service_rate", service_rate)
    servers = _whole("servers", servers, least=1)
    spent = _real("time", time, "use 0 or more", lambda x: 0 <= x < inf)
    return max(0.0, rate - servers * speed) * spent


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
        rates = _rates("arrivals", self.arrivals)
        _positive("the sum of arrivals", float(rates.sum()))
        _positive("service_rate", self.service_rate)
        _whole("crews", self.crews, least=1)
        _whole("reserve", self.reserve, least=0)
        _real("patience", self.patience, "use 0 or more", lambda x: x >= 0)
        _positive("surge_factor", self.surge_factor)
        _real(
            "surge_length", self.surge_length, "use 0 or more", lambda x: 0 <= x < inf
        )
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
        if self.slowness and _rates("slowness", self.slowness).size != rates.size:
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
        average=_mix(flagged / flagged.sum(), waits),
        by_class=tuple(_mix(row, waits) for row in shares),
        by_flag=tuple(waits.tolist()),
    )


def _mix(shares: Floats, waits: Floats) -> float:
    """A mean in which nobody's endless wait does not count."""
    there = shares > 0
    return float(shares[there] @ waits[there])


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
    seed = _whole("seed", seed, least=0)
    runs = _whole("runs", runs, least=2)
    promise = _real("promise", promise, "use 0 or more", lambda x: x >= 0)
    surge = wall.surge_length if "surge" in wall.broken else 0.0
    if length is None:
        length = 4 * surge or WINDOW / sum(wall.arrivals)
    length = _positive("length", length)
    if length < surge:
        raise ModelError(
            f"length is {length} and the surge lasts {surge}: "
            "watch at least as long as the surge"
        )
    evening = _evening(wall, seed, runs, length)
    return _tell(wall, evening, _serve(evening, wall), promise, length)


@dataclass(frozen=True, slots=True)
class _Evening:
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


def _evening(wall: Wall, seed: int, runs: int, length: float) -> _Evening:
    chance = np.random.default_rng(seed).spawn(6)
    rates = np.array(wall.arrivals)
    rate, classes = float(rates.sum()), range(rates.size)
    there = _stationary(wall, runs, chance[0])
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
    arrived[np.arange(row) < there[:, None]] = 0.0
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
    flag[:, -rates.size :] = classes
    service = chance[4].standard_exponential(shape) / wall.service_rate
    if wall.slowness:
        service *= np.array(wall.slowness)[true]
    gives_up = np.broadcast_to(inf, shape)
    if wall.patience < inf:
        gives_up = arrived + chance[5].standard_exponential(shape) * wall.patience
    size = np.array([(flag == one).sum(axis=1) for one in classes])
    return _Evening(
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


def _stationary(wall: Wall, runs: int, chance: np.random.Generator) -> NDArray[Any]:
    """Incidents there at the start, by the law of the unbroken wall.

    In overload just as many as keep the crews busy.
    """
    load = float(wall.loads.sum())
    if load > FULL * wall.crews:
        return np.full(runs, wall.crews - wall.reserve)
    steps = np.log(load / np.arange(1, wall.crews))
    weight = np.exp(np.concatenate(([0.0], np.cumsum(steps))))
    below = np.cumsum(weight)
    busy = np.searchsorted(below, chance.random(runs) * below[-1], side="right")
    queued = wall.crews - 1 + chance.geometric(1 - load / wall.crews, size=runs)
    return np.where(chance.random(runs) < erlang_c(wall.crews, load), queued, busy)


def _warmth(wall: Wall) -> float:
    """Incidents before counting: none in overload, more where the start is a guess."""
    if not all(wall.keeps_up):
        return 0.0
    used = 0.0
    if wall.patience < inf:
        guess = sum(wall.arrivals) * wall.patience
    else:
        if wall.reserve:
            used = float(wall.flagged[1:].sum()) / wall.left_over
        elif wall.slowness:
            used = float(wall.loads.sum()) / wall.crews
        guess = wall.crews * used / (1 - sqrt(used)) ** 2
    return min(SLOWLY_WARM, WARM + 10 * guess)


def _serve(evening: _Evening, wall: Wall) -> Floats:
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


def _tell(
    wall: Wall, evening: _Evening, begun: Floats, promise: float, length: float
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


def _real(name: str, value: Any, cure: str, fits: Callable[[float], bool]) -> float:  # noqa: ANN401
    if not isinstance(value, bool) and isinstance(value, Real) and fits(float(value)):
        return float(value)
    raise ModelError(f"{name} is {value!r}: {cure}")


def _positive(name: str, value: float) -> float:
    return _real(name, value, "use a number above 0", lambda x: 0 < x < inf)


def _whole(name: str, value: Any, *, least: int) -> int:  # noqa: ANN401
    if not isinstance(value, bool) and isinstance(value, Integral):
        many = int(value)
        if many >= least:
            return many
    raise ModelError(f"{name} is {value!r}: use a whole number, {least} or more")


def _rates(name: str, values: Any) -> Floats:  # noqa: ANN401
    try:
        rates = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        rates = np.array(nan)
    if rates.ndim == 1 and rates.size and (rates >= 0).all() and (rates < inf).all():
        return rates
    raise ModelError(f"{name} is {values!r}: give a row of numbers, each 0 or more")
