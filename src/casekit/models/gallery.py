"""Appraising a gallery of innovations for one's own region: many methods, one table.

Scores are options × criteria, between the anchors 0 (worst that could be) and 10 (best
that could be), the same for every option ever added; a blank is NaN. Weights are
(criteria,), in any unit: only their proportions count. Options and criteria are told
by their index. Scores are a judgement of the people in the room, never a measured
effect.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from casekit.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.intp]

WORST, BEST = 0.0, 10.0  # the anchors
TIE = 1e-9  # scores closer than this are equal

JUDGEMENTS = (*(1 / k for k in range(9, 1, -1)), *map(float, range(1, 10)))  # Saaty's
RANDOM_INDEX: Mapping[int, float] = MappingProxyType(
    {3: 0.5245, 4: 0.8842, 5: 1.11, 6: 1.25, 7: 1.34, 8: 1.405, 9: 1.45}
)


# Scores and weights


def additive(
    scores: ArrayLike, weights: ArrayLike, *, fit: ArrayLike | None = None
) -> Floats:
    """Weighted mean on the fixed anchors, (options,), 0 to 10.

    An option's score does not depend on the others, so no option added can reverse an
    order. `fit` (options,), 0 to 1, multiplies the score: how much of it would survive
    in one's own region. Takes no blanks: see `additive_interval`.

    >>> additive([[8, 8], [9, 1], [9, 4]], [50, 50]).tolist()
    [8.0, 5.0, 6.5]
    """
    table = _complete(scores)
    shares = _shares(weights, table)
    return (table * shares).sum(axis=1) * _fit(fit, table)


def additive_interval(
    scores: ArrayLike, weights: ArrayLike, *, fit: ArrayLike | None = None
) -> Floats:
    """The lowest and the highest `additive` score that any filling of blanks gives.

    (options, 2). A blank (NaN) may be anything between the anchors; it is never zero.

    >>> additive_interval([[8, 8], [9, np.nan]], [50, 50]).tolist()
    [[8.0, 8.0], [4.5, 9.5]]
    """
    table = _scores(scores)
    ends = [np.where(np.isnan(table), end, table) for end in (WORST, BEST)]
    return np.stack([additive(end, weights, fit=fit) for end in ends], axis=1)


def additive_minmax(scores: ArrayLike, weights: ArrayLike) -> Floats:
    """Weighted mean after stretching each criterion over the present set, 0 to 1.

    (options,). The best of the set gets 1 and the worst 0, so an added option can
    reverse the others. A criterion on which all are equal counts 1 for all. Takes no
    blanks.

    >>> additive_minmax([[8, 8], [9, 1], [9, 4]], [50, 50]).round(3).tolist()
    [0.5, 0.5, 0.714]
    """
    table = _complete(scores)
    shares = _shares(weights, table)
    low, span = table.min(axis=0), np.ptp(table, axis=0)
    stretched = np.where(span > 0, (table - low) / np.where(span > 0, span, 1), 1)
    return (stretched * shares).sum(axis=1)


def topsis(scores: ArrayLike, weights: ArrayLike) -> Floats:
    """Closeness to the best of the present set, (options,), 0 to 1.

    Hwang and Yoon 1981: each criterion (all are benefits) is divided by its Euclidean
    norm and weighted; the ideal and the anti-ideal come from the present set, so an
    added option can reverse the others. 0.5 for all when all are equal. Takes no
    blanks.

    >>> topsis([[4, 7], [5, 3], [8, 3]], [1, 1]).round(3).tolist()
    [0.556, 0.146, 0.444]
    """
    table = _complete(scores)
    shares = _shares(weights, table)
    highest = table.max(axis=0)
    table = table / np.where(highest > 0, highest, 1)
    norms = np.sqrt((table**2).sum(axis=0))
    weighted = table / np.where(norms > 0, norms, 1) * shares
    to_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    to_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    way = to_best + to_worst
    return np.where(way > 0, to_worst / np.where(way > 0, way, 1), 0.5)


@dataclass(frozen=True)
class Crossing:
    """Where the first place passes from the leader to a rival.

    `weight` is the criterion's share of all weights, 0 to 1, at which the two tie.
    """

    weight: float
    leader: int
    rival: int


def crossing_weight(
    scores: ArrayLike,
    weights: ArrayLike,
    criterion: int,
    *,
    fit: ArrayLike | None = None,
) -> Crossing | None:
    """The smallest change of one criterion's weight that changes the first place.

    The other weights keep their proportions, so every `additive` score is a straight
    line in this one's share. None when the leader leads at every share. Needs another
    criterion with some weight. Takes no blanks.

    >>> crossing_weight([[8, 2], [5, 6]], [60, 40], 0)
    Crossing(weight=0.5714285714285714, leader=0, rival=1)
    """
    table = _complete(scores)
    shares = _shares(weights, table)
    rows = table * _fit(fit, table)[:, None]
    criterion = _count("criterion", criterion, 0, table.shape[1] - 1)
    others = np.delete(shares, criterion)
    if not others.any():
        raise ModelError(
            f"weights: criterion {criterion} has all the weight, so the others have no "
            "proportions to keep; give another criterion some weight"
        )
    rest = (np.delete(rows, criterion, axis=1) * (others / others.sum())).sum(axis=1)
    share, alone = float(shares[criterion]), rows[:, criterion]
    now = share * alone + (1 - share) * rest
    leader = int(now.argmax())
    lead = now[leader] - now
    found = [
        (abs(end - share) * lead[rival] / (lead[rival] - gap[rival]), gap[rival], end, rival)
        for end, line in ((0, rest), (1, alone))
        for gap in (line[leader] - line,)
        for rival in np.flatnonzero(gap < -TIE)
    ]
    if not found:
        return None
    step, _, end, rival = min(found)
    return Crossing(float(share + step * (2 * end - 1)), leader, int(rival))


def smaa(
    scores: ArrayLike, *, samples: int, seed: int, fit: ArrayLike | None = None
) -> Floats:
    """How often each option comes first when nothing is known about the weights.

    (options,), adding up to 1. Lahdelma, Hokkanen and Salminen 1998, first ranks only:
    weights are uniform over all that add up to 1, that is Dirichlet(1, …, 1); equal
    options share a first place. The standard error of a share p is √(p(1-p)/samples).
    Takes no blanks.

    >>> smaa([[1, 0], [0, 1], [0.6, 0.6]], samples=50_000, seed=7).round(2).tolist()
    [0.4, 0.4, 0.2]
    """
    table = _complete(scores)
    rows = table * _fit(fit, table)[:, None]
    chance = np.random.default_rng(_count("seed", seed, 0))
    drawn = chance.dirichlet(np.ones(table.shape[1]), _count("samples", samples, 1))
    return _firsts(drawn @ rows.T).mean(axis=0)


def smaa_exact(scores: ArrayLike, *, fit: ArrayLike | None = None) -> Floats:
    """What `smaa` tends to with two criteria: the length of weights won by each.

    With two criteria the first one's weight is uniform on 0 to 1 and every score is a
    straight line in it, so each option wins on an interval. Takes no blanks.

    >>> smaa_exact([[1, 0], [0, 1], [0.6, 0.6]]).round(9).tolist()
    [0.4, 0.4, 0.2]
    """
    table = _complete(scores)
    if table.shape[1] != 2:  # noqa: PLR2004
        raise ModelError(
            f"scores have {table.shape[1]} criteria; the exact shares need two, "
            "use smaa for more"
        )
    rows = table * _fit(fit, table)[:, None]
    first, second = (rows[:, None] - rows).reshape(-1, 2).T
    opposed = first * second < 0
    ties = second[opposed] / (second[opposed] - first[opposed])
    ends = np.unique(np.concatenate([[0.0, 1.0], ties]))
    middle = (ends[1:] + ends[:-1]) / 2
    won = _firsts(np.stack([middle, 1 - middle], axis=1) @ rows.T)
    return (won * np.diff(ends)[:, None]).sum(axis=0)


# Pairwise comparisons


def ahp_weights(matrix: ArrayLike) -> Floats:
    """Weights from pairwise comparisons, (n,), adding up to 1: the main eigenvector.

    Saaty 1977. `matrix` (n × n): how many times row outweighs column; positive and
    reciprocal. Takes no blanks.

    >>> ahp_weights([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]]).round(3).tolist()
    [0.6, 0.3, 0.1]
    """
    _, vectors = np.linalg.eig(table := _reciprocal(matrix))
    main = np.abs(vectors[:, np.linalg.eigvals(table).real.argmax()].real)
    return np.asarray(main / main.sum(), dtype=float)
