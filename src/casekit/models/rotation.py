"""Heads moving between offices: what a city gains and what it loses. Time in months.

A head's depth in his office is 1 - (1 - start) e^(-months there / tau); what he learned
in an office he has left fades at the rate `decay`. Officials carry the clocks, and each
goes to an office drawn among the others. Moved at once, they fill every office again;
staggered, who sits in the office between two heads is not modelled. Nor are loyalty,
incentives, family cost, the staff below the head, or what the days of handover cost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np

from casekit.errors import ModelError
from casekit.models.limits import Floats, above_zero, count, one_of, within
from casekit.models.policy import (
    DECAY,
    LIMITS,
    TAU,
    Calendar,
    Moves,
    Policy,
    Rule,
    mean_policy,
    start_depth,
)
from casekit.models.stints import Breaking, Stints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = [
    "DECAY",
    "LIMITS",
    "OUTPUTS",
    "TAU",
    "Breaking",
    "Calendar",
    "Estimate",
    "Moves",
    "Outcome",
    "Policy",
    "Rule",
    "expected",
    "frontier",
    "knowledge_stock",
    "mean_depth",
    "mean_policy",
    "offices_known",
    "one_leader",
    "outcomes",
    "placement_cost",
    "simulate",
    "start_depth",
]

Number = TypeVar("Number", float, Floats)
OUTPUTS = (
    "depth",
    "breadth",
    "known",
    "continuity",
    "handovers",
    "fit",
    "collusion",
)


def mean_depth(
    interval: Number, tau: float, *, start: float = 0.0, planned: bool = True
) -> Number:
    """Mean depth of heads over time, 0 to 1; `interval` and `tau` in months.

    Planned moves come every `interval` months: 1 - (1 - start)(tau/T)(1 - e^(-T/tau)).
    Unplanned ones come by chance, `interval` on average: 1 - (1 - start) tau/(T + tau).
    That is higher only because long stays fill more of the time; a stint's own mean is
    lower. The integral of the learning curve; `interval` may be an array. `ModelError`
    unless months are above 0 and `start` is from 0 to 1.

    >>> round(mean_depth(24, TAU), 3), round(mean_depth(24, TAU, planned=False), 3)
    (0.785, 0.822)
    """
    stays = above_zero("interval", interval) / above_zero("tau", tau)
    gap = 1 - within("start", start, 0, 1)
    lost = -np.expm1(-stays) / stays if planned else 1 / (1 + stays)
    return _like(interval, 1 - gap * lost)


def one_leader(project: float, interval: Number, *, planned: bool = True) -> Number:
    """Chance that a project keeps one leader, both in months.

    The project starts at any time between moves: max(0, 1 - P/T) when moves are
    planned, e^(-P/T) when they come by chance. `interval` may be an array.
    `ModelError` unless months are above 0.

    >>> one_leader(12, 24), round(one_leader(12, 24, planned=False), 3)
    (0.5, 0.607)
    """
    handovers = above_zero("project", project) / above_zero("interval", interval)
    kept = np.maximum(0, 1 - handovers) if planned else np.exp(-handovers)
    return _like(interval, kept)


def offices_known(moves: Number, offices: int) -> Number:
    """Mean number of offices an official has headed after so many moves.

    Each move goes to one of the other offices by chance (coupon collecting):
    1 + (K - 1)(1 - (1 - 1/(K - 1))^m). `moves` may be an array. `ModelError` unless
    `moves` are whole numbers from 0 and there are 2 offices or more.

    >>> round(offices_known(5, 12), 3)
    5.17
    """
    others = count("offices", offices, 2) - 1
    made = within("moves", moves, 0)
    if (made != np.floor(made)).any():
        raise ModelError(f"moves is {moves!r}; write whole numbers, 0 or more")
    return _like(moves, 1 + others * (1 - (1 - 1 / others) ** made))


def knowledge_stock(interval: Number, tau: float, decay: float) -> Number:
    """What an official knows just before a move, in whole offices.

    With planned moves, ever new offices and no handover:
    (1 - e^(-T/tau)) / (1 - e^(-decay T)), a geometric series; `decay` is a rate a
    month. Between 1 (long stays) and 1/(decay tau) (short ones): breadth is capped by
    learning speed over forgetting speed. `ModelError` unless all are above 0.

    >>> round(knowledge_stock(24, TAU, DECAY), 2)
    1.98
    """
    months = above_zero("interval", interval)
    learned = np.expm1(-months / above_zero("tau", tau))
    return _like(interval, learned / np.expm1(-months * above_zero("decay", decay)))


def placement_cost(offices: int, *, rule: Rule) -> float:
    """Expected total misfit when as many officials as `offices` are placed.

    Each official's misfit with each office is exponential with mean 1, independent.
    "random": n. "serial" (officials choose in turn, each what misfits him least): the
    sum of 1/i. "best" (least total): the sum of 1/i² (Parisi 1998; proved by Linusson
    and Wästlund, and by Nair, Prabhakar and Sharma, 2003). `ModelError` if the rule is
    another.

    >>> placement_cost(10, rule="random"), round(placement_cost(10, rule="best"), 3)
    (10.0, 1.55)
    """
    turns = np.arange(1.0, count("offices", offices, 1) + 1)
    power = {"random": 0, "serial": 1, "best": 2}[one_of("rule", rule, Rule)]
    return float((turns**-power).sum())


class Estimate(NamedTuple):
    """A simulated mean and its standard error over replications."""

    value: float
    error: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ± {self.error:.3f}"


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a policy did, each on its own scale, for the reader to weigh.

    `depth` (0 to 1) and `continuity` (share of projects with one leader) are means over
    heads and the horizon; `handovers` the mean number during a project; `breadth` is
    what an official knows, past offices included, in whole offices; `known` the offices
    he headed in the horizon; `fit` the share of a random placement's misfit that is
    avoided (a draw may be below 0); `collusion` the share of time that heads have
    stayed too long. `path` and `path_error` (months 0 to horizon) are the city's mean
    depth, on a planned calendar from a day of moves on; `city` is one city's path.
    """

    depth: Estimate
    breadth: Estimate
    known: Estimate
    continuity: Estimate
    handovers: Estimate
    fit: Estimate
    collusion: Estimate | None
    path: Floats = field(repr=False)
    path_error: Floats = field(repr=False)
    city: Floats = field(repr=False)


def expected(policy: Policy) -> dict[str, float]:
    """The closed forms of all `OUTPUTS`, to draw over a simulation.

    `collusion` is NaN without `trust`. `breadth` is the mean over time of
    `knowledge_stock`, with handover and with returns: after the move that left it, an
    office is returned to with chance 1/(K - 1) at each move, and then counts once.

    >>> {name: round(value, 2) for name, value in expected(Policy(interval=24)).items()}
    ... # doctest: +NORMALIZE_WHITESPACE
    {'depth': 0.79, 'breadth': 2.09, 'known': 5.17, 'continuity': 0.5,
     'handovers': 0.5, 'fit': 0.0, 'collusion': nan}
    """
    months, others = policy.interval, policy.offices - 1
    planned = policy.calendar == "planned"
    depth = mean_depth(months, policy.tau, start=policy.start, planned=planned)
    moves = policy.horizon / months
    if planned:
        last = 1 - (1 - policy.start) * np.exp(-months / policy.tau)
        kept = np.exp(-policy.decay * months)
        first = (1 - kept) / (policy.decay * months)
        whole = np.floor(moves)
        fewer, more = (offices_known(whole + i, policy.offices) for i in (0.0, 1.0))
        known = fewer + (moves - whole) * (more - fewer)
    else:
        last = depth
        first = kept = 1 / (1 + policy.decay * months)
        known = 1 - others * np.expm1(-moves / others)
    past = last * first / (1 - kept * (1 - 1 / others))
    trust = policy.trust
    misfit = placement_cost(policy.offices, rule=policy.placement)
    return {
        "depth": float(depth),
        "breadth": float(depth + past),
        "known": float(known),
        "continuity": one_leader(policy.project, months, planned=planned),
        "handovers": policy.project / months,
        "fit": 1 - misfit / policy.offices,
        "collusion": one_leader(trust, months, planned=planned) if trust else np.nan,
    }


def simulate(
    policy: Policy,
    *,
    seed: int,
    replications: int = 400,
    breaking: Breaking | None = None,
    steps: int = 1,
) -> Outcome:
    """Let a policy run in many cities, each met at a random day of its calendar.

    `breaking` breaks an assumption, so that `expected(policy)` no longer holds:
    "calendar" (planned moves come unplanned, or the reverse), "forgetting" (heads
    forget in place too, at the rate `decay`), "speeds" (officials learn at different
    speeds, mean `tau` as before), "aptitude" (who misfits one office misfits all).
    Paths have so many `steps` a month: moves more frequent than these are seen only
    just after. `ModelError` for another break, or for fewer than 2 replications.

    >>> outcome = simulate(Policy(interval=24, placement="best"), seed=1)
    >>> print(outcome.depth, outcome.path[[0, 23, 24]].round(3))
    0.785 ± 0.000 [0.    0.988 0.   ]
    """
    runs = Stints(policy, seed, replications, breaking)
    drawn = {
        name: Estimate(float(draws.mean()), float(_error(draws)))
        for name, draws in runs.outputs().items()
    }
    path = runs.path(steps)
    return Outcome(
        **{name: drawn.get(name) for name in OUTPUTS},  # type: ignore[arg-type]
        path=path.mean(axis=0),
        path_error=_error(path),
        city=path[0],
    )


def outcomes(
    policies: Sequence[Policy], *, seed: int, replications: int = 200
) -> Floats:
    """The simulated means of a class: an array (policies, `OUTPUTS`).

    All policies meet the same chance, so that they differ by what they are. NaN where
    a policy leaves collusion out.

    >>> outcomes([Policy(interval=12), Policy(interval=24)], seed=1)[:, 0].round(3)
    array([0.609, 0.785])
    """
    table = np.full((len(policies), len(OUTPUTS)), np.nan)
    for row, policy in zip(table, policies, strict=True):
        for name, draws in Stints(policy, seed, replications).outputs().items():
            row[OUTPUTS.index(name)] = draws.mean()
    return table


def frontier(values: Floats) -> NDArray[np.bool_]:
    """Which policies no other beats; `values` (policies, outputs), more is better.

    >>> frontier(np.array([[1.0, 3.0], [2.0, 2.0], [1.0, 2.0]]))
    array([ True,  True, False])
    """
    as_good = (values[:, None] >= values).all(axis=-1)
    better = (values[:, None] > values).any(axis=-1)
    return np.asarray(~(as_good & better).any(axis=0))


def _error(draws: Floats) -> Any:  # noqa: ANN401 - a number, or one for each month
    return draws.std(axis=0, ddof=1) / np.sqrt(len(draws))


def _like(given: Number, value: Any) -> Number:  # noqa: ANN401 - what numpy made of it
    result: Number = value if isinstance(given, np.ndarray) else value.item()
    return result
