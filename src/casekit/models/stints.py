"""Stints of many officials in many cities, drawn by chance under one policy."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from casekit.models.assignment import assign
from casekit.models.limits import count, one_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from casekit.models.limits import Floats
    from casekit.models.policy import Calendar, Policy, Rule

Breaking = Literal["calendar", "forgetting", "speeds", "aptitude"]

SPREAD = 1.0  # assumed: standard deviation of log tau, where speeds differ
FORGOTTEN = 1e-6  # a past so faint is left out of the simulation


class Stints:
    """Many cities, looked back on from the last day of the horizon.

    Stints are counted back from that day: arrays (replications, heads, stints), one
    head standing for all when they move at once.
    """

    def __init__(
        self,
        policy: Policy,
        seed: int,
        replications: int,
        breaking: Breaking | None = None,
    ) -> None:
        seed = count("seed", seed, 0)
        self.rng = np.random.default_rng(seed)
        self.replications = count("replications", replications, 2)
        if breaking is not None:
            one_of("breaking", breaking, Breaking)
        if breaking == "calendar":
            other: Calendar = "planned" if policy.by_chance else "unplanned"
            policy = replace(policy, calendar=other)
        self.policy = policy
        self.people = (self.replications, policy.offices)
        self.heads = 1 if policy.moves == "at once" else policy.offices
        self.misfit = _misfits(
            seed,
            self.replications,
            policy.offices,
            policy.placement,
            alike=breaking == "aptitude",
        )
        self.tau: Any = policy.tau
        if breaking == "speeds":
            spread = self.rng.normal(-(SPREAD**2) / 2, SPREAD, (*self.people, 1))
            self.tau = policy.tau * np.exp(spread)
        fading = policy.decay if breaking == "forgetting" else 0.0
        self.rate = 1 / self.tau + fading
        self.top = 1 / (1 + fading * self.tau)
        self.lengths = self._lengths()
        self.since = self.lengths.cumsum(axis=-1)  # from a stint's first day to the end

    def _lengths(self) -> Floats:
        policy, months = self.policy, self.policy.interval
        moves = policy.horizon / months
        fade = policy.decay * months
        if policy.by_chance:
            moves += 6 * np.sqrt(moves) + 10  # so many that more would be a miracle
            fade = np.log1p(fade)
        faded = -np.log(FORGOTTEN) / fade
        returned = -np.log(FORGOTTEN) * (policy.offices - 1)  # to the office, surely
        stints = int(max(moves, min(faded, returned)) + 2)
        if policy.by_chance:
            return self.rng.exponential(months, (self.replications, self.heads, stints))
        lengths = np.full((self.replications, self.heads, stints), float(months))
        phase = self.rng.uniform(0, months, (self.replications, 1))
        lengths[..., 0] = (phase + self._offsets()) % months
        return lengths

    def _offsets(self) -> Floats:
        return np.arange(self.heads) * self.policy.interval / self.heads

    def _depth(self, age: Floats) -> Floats:
        gap = self.top - self.policy.start
        return np.asarray(self.top - gap * np.exp(-self.rate * age))

    def outputs(self) -> dict[str, Floats]:
        """The outputs of each replication, by name."""
        policy = self.policy
        ended = self.since - self.lengths  # from a stint's last day to the end
        shown = int((ended < policy.horizon).any(axis=(0, 1)).sum())
        until = self.lengths[..., :shown]
        length = np.clip(policy.horizon - ended[..., :shown], 0, until)
        gained = self._depth(until) - self._depth(until - length)
        integral = self.top * length - gained / self.rate
        moves = (self.since < policy.horizon).sum(axis=-1)
        breadth, known = self._memory(ended)
        draws = {
            "depth": _mean_of(integral.sum(axis=-1)) / policy.horizon,
            "breadth": breadth,
            "known": known,
            "continuity": self._older(policy.project, until, length),
            "handovers": _mean_of(moves) * policy.project / policy.horizon,
            "fit": 1 - self.misfit / policy.offices,
        }
        if policy.trust is not None:
            draws["collusion"] = self._older(policy.trust, until, length)
        return draws

    def _older(self, months: float, until: Floats, length: Floats) -> Floats:
        """The share of the horizon that heads have been in office for so long."""
        older = np.clip(until - np.maximum(until - length, months), 0, None)
        return _mean_of(older.sum(axis=-1)) / self.policy.horizon

    def _memory(self, ended: Floats) -> tuple[Floats, Floats]:
        """Knowledge held on the last day, and offices headed in the horizon.

        An office counts with the latest stint there, so we walk back through the moves.
        """
        people, offices = self.people, self.policy.offices
        left = self._depth(self.lengths)
        held = np.broadcast_to(left[..., 0], people).copy()
        left = left * np.exp(-self.policy.decay * ended)
        known = np.ones(people)
        hops = self.rng.integers(1, offices, (left.shape[-1], *people))
        visited = hops.cumsum(axis=0) % offices
        visited += offices * np.arange(known.size).reshape(people)  # each his own
        seen = np.zeros(offices * known.size, dtype=bool)
        seen[visited[0]] = True
        for stint, office in enumerate(visited[1:], 1):
            new = ~seen[office]
            held += new * left[..., stint]
            known += new & (ended[..., stint] < self.policy.horizon)
            seen[office] = True
        return _mean_of(held), _mean_of(known)

    def path(self, steps: int = 1) -> Floats:
        """The mean depth of each city (replications, months 0 to horizon by steps)."""
        policy = self.policy
        days = np.arange(policy.horizon * count("steps", steps, 1) + 1) / steps
        if policy.by_chance:
            age = self._ages(days, steps)
        else:
            age = (days + self._offsets()[:, None]) % policy.interval
            age = np.where(np.isclose(age, policy.interval), 0.0, age)[None]
        depth = self._depth(age).mean(axis=1)
        return np.broadcast_to(depth, (self.replications, days.size))

    def _ages(self, days: Floats, steps: int) -> Floats:
        """Months in office on each day: (replications, heads, days)."""
        shape = (*self.since.shape[:-1], days.size)
        *place, _ = moved = np.nonzero(self.since < days[-1])
        day = np.ceil((days[-1] - self.since[moved]) * steps).astype(int)
        flat = np.ravel_multi_index((*place, day), shape)
        moves = np.bincount(flat, minlength=math.prod(shape)).reshape(shape)
        stint_then = moves[..., ::-1].cumsum(axis=-1)[..., ::-1] - moves
        began = np.take_along_axis(self.since, stint_then, axis=-1)
        return np.asarray(began - (days[-1] - days))


@lru_cache(maxsize=16)
def _misfits(
    seed: int, replications: int, size: int, placement: Rule, *, alike: bool
) -> Floats:
    """The total misfit of one list for a whole city, in each replication.

    Misfits are drawn anew for each list, so its total is the same whoever goes where,
    and holds for lists that leave nobody in his office too. A class asks often.
    """
    rng = np.random.default_rng((seed, size))
    people = (replications, size)
    costs = rng.exponential(size=(*people, 1 if alike else size))
    costs = np.broadcast_to(costs, (*people, size))
    if placement == "serial":
        chosen = _in_turn(costs)
    elif placement == "best":
        chosen = assign(costs)
    else:
        chosen = np.broadcast_to(np.arange(size), people)
    misfits = np.take_along_axis(costs, chosen[..., None], axis=-1)
    total = np.asarray(misfits.sum(axis=(1, 2)))
    total.flags.writeable = False
    return total


def _in_turn(costs: Floats) -> NDArray[np.intp]:
    """Each official chooses the office that misfits him least of those left."""
    left = costs.copy()
    chosen = np.empty(costs.shape[:-1], dtype=int)
    for official in range(costs.shape[-1]):
        wish = left[:, official].argmin(axis=-1)
        chosen[:, official] = wish
        left[np.arange(len(costs)), :, wish] = np.inf
    return chosen


def _mean_of(heads: NDArray[Any]) -> Floats:
    return np.asarray(heads.mean(axis=1, dtype=float))
