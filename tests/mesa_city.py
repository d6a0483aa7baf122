"""The same city, agent by agent in Mesa: an oracle that shares no line with ours.

Moved at once, the heads fill every office again: a list is drawn by its rule from new
misfits until nobody stays. Staggered and unplanned, two heads swap offices. Staggered
and planned, each follows his own calendar into an office drawn among the others.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import mesa
import numpy as np
from scipy.optimize import linear_sum_assignment

if TYPE_CHECKING:
    from casekit.models.rotation import Policy


class Head(mesa.Agent):  # type: ignore[misc]
    def __init__(self, city: City, office: int, tau: float) -> None:
        super().__init__(city)
        self.office, self.tau = office, tau
        self.age, self.depth = 0.0, city.policy.start
        self.left: dict[int, tuple[float, float]] = {}
        self.forget_the_past()

    def forget_the_past(self) -> None:
        """Begin to count for the horizon."""
        self.known = {self.office}
        self.learned = self.one_leader = self.trusted = 0.0
        self.moves = 0

    def stay(self, months: float) -> None:
        gap = 1 - self.depth
        kept = math.exp(-months / self.tau)
        self.learned += months - gap * self.tau * (1 - kept)
        self.depth = 1 - gap * kept
        policy = self.model.policy
        self.one_leader += self.beyond(policy.project, months)
        self.trusted += self.beyond(policy.trust, months)
        self.age += months

    def beyond(self, limit: float, months: float) -> float:
        return min(months, max(0.0, self.age + months - limit))

    def move(self, office: int) -> None:
        self.left[self.office] = (self.depth, self.model.now)
        self.left.pop(office, None)
        self.office = office
        self.known.add(office)
        self.age, self.depth = 0.0, self.model.policy.start
        self.moves += 1

    def held(self) -> float:
        fade, now = self.model.policy.decay, self.model.now
        past = (d * math.exp(-fade * (now - left)) for d, left in self.left.values())
        return self.depth + sum(past)


class City(mesa.Model):  # type: ignore[misc]
    def __init__(self, policy: Policy, *, seed: int, warm_up: int) -> None:
        super().__init__(rng=seed)
        self.policy, self.warm_up = policy, warm_up
        self.now = 0.0
        self.misfits: list[float] = []
        self.heads = [Head(self, k, policy.tau) for k in range(policy.offices)]
        self.at_once = policy.moves == "at once"
        self.turn = 0
        self.due = self.rng.uniform(0, policy.interval)
        if policy.calendar == "unplanned":
            self.due = self.wait()

    def wait(self) -> float:
        """Months from a move to the next in the city."""
        size = self.policy.offices
        if self.policy.calendar == "planned":
            return self.policy.interval / (1 if self.at_once else size)
        moving = size if self.at_once else 2
        return float(self.rng.exponential(self.policy.interval * moving / size))

    def step(self) -> None:
        """Live through one month."""
        end = self.now + 1
        while self.due < end:
            self.live_until(self.due)
            self.move()
            self.due += self.wait()
        self.live_until(end)

    def live_until(self, then: float) -> None:
        self.agents.do("stay", then - self.now)
        self.now = then

    def move(self) -> None:
        if self.at_once:
            for head, office in zip(self.heads, self.placed(), strict=True):
                head.move(office)
        elif self.policy.calendar == "unplanned":
            one, other = self.rng.choice(self.policy.offices, 2, replace=False)
            first, second = self.heads[one], self.heads[other]
            here = first.office
            first.move(second.office)
            second.move(here)
        else:
            head = self.heads[self.turn]
            others = [k for k in range(self.policy.offices) if k != head.office]
            head.move(int(self.rng.choice(others)))
            self.turn = (self.turn + 1) % self.policy.offices

    def placed(self) -> list[int]:
        while True:
            costs = self.rng.exponential(size=(len(self.heads), len(self.heads)))
            offices = self.chosen(costs)
            pairs = list(zip(self.heads, offices, strict=True))
            if all(head.office != office for head, office in pairs):
                self.misfits.append(sum(costs[k, j] for k, j in enumerate(offices)))
                return offices

    def chosen(self, costs: np.ndarray) -> list[int]:
        size = len(self.heads)
        if self.policy.placement == "best":
            return [int(k) for k in linear_sum_assignment(costs)[1]]
        if self.policy.placement == "random":
            return [int(k) for k in self.rng.permutation(size)]
        chosen = [0] * size
        left = set(range(size))
        for official in self.rng.permutation(size):
            wish = min(left, key=lambda office: costs[official, office])
            left.remove(wish)
            chosen[official] = wish
        return chosen

    def live(self) -> dict[str, float]:
        """The outputs over the horizon, after a past to forget."""
        policy = self.policy
        for _ in range(self.warm_up):
            self.step()
        self.agents.do("forget_the_past")
        self.misfits.clear()
        for _ in range(policy.horizon):
            self.step()
        months, size = policy.horizon, len(self.heads)
        lived = {
            "depth": sum(head.learned for head in self.heads) / months,
            "breadth": sum(head.held() for head in self.heads),
            "known": sum(len(head.known) for head in self.heads),
            "continuity": sum(head.one_leader for head in self.heads) / months,
            "handovers": sum(head.moves for head in self.heads)
            * (policy.project / months),
            "collusion": sum(head.trusted for head in self.heads) / months,
        }
        outputs = {name: total / size for name, total in lived.items()}
        if self.misfits:
            outputs["fit"] = 1 - float(np.mean(self.misfits)) / size
        return outputs
