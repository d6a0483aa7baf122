"""Appraising a gallery of innovations for one's own region: many methods, one table.

Scores are options × criteria, between the anchors 0 (worst that could be) and 10 (best
that could be), the same for every option ever added; a blank is NaN. Weights are
(criteria,), in any unit: only their proportions count. Options and criteria are told
by their index. Scores are a judgement of the people in the room, never a measured
effect.

What a function does not admit is a `ModelError` that names the argument, the value and
the way out.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from reprlib import repr as short
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import numpy as np

from casekit.errors import ModelError
from casekit.models.limits import count, one_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.intp]

Method = Literal["additive", "minmax", "topsis"]
WORST, BEST = 0.0, 10.0  # the anchors
TIE = 1e-9  # scores closer than this are equal

JUDGEMENTS = (*(1 / k for k in range(9, 1, -1)), *map(float, range(1, 10)))  # Saaty's
RANDOM_INDEX: Mapping[int, float] = MappingProxyType(
    {3: 0.5245, 4: 0.8842, 5: 1.108, 6: 1.249, 7: 1.340, 8: 1.404, 9: 1.450}
)


# Scores and weights


def additive(
    scores: ArrayLike, weights: ArrayLike, *, fit: ArrayLike | None = None
) -> Floats:
    """Weighted mean on the fixed anchors, (options,), 0 to 10.

    The additive value model (Keeney and Raiffa 1976). An option's score does not
    depend on the others, so no option added can reverse an order. `fit` (options,),
    0 to 1, multiplies the score: how much of it would survive in one's own region.
    Takes no blanks: see `additive_interval`.

    >>> additive([[8, 8], [9, 1], [9, 4]], [50, 50]).tolist()
    [8.0, 5.0, 6.5]
    """
    table = _complete(scores)
    shares = _shares(weights, table)
    return appraise(table, shares, "additive") * _fit(fit, table)


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
    return appraise(table, _shares(weights, table), "minmax")


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
    return appraise(table, _shares(weights, table), "topsis")


def appraise(scores: Floats, shares: Floats, method: Method) -> Floats:
    """Many tables, or one under many weightings, at once: (…, options).

    What `additive`, `additive_minmax` and `topsis` do to one. Scores are (…, options,
    criteria) without blanks, shares (…, criteria) and add up to 1; they are broadcast
    and not checked.

    >>> table, shares = np.array([[8.0, 2], [6, 4]]), np.array([[1, 0], [0.5, 0.5]])
    >>> appraise(table, shares, "additive").tolist()
    [[8.0, 6.0], [5.0, 5.0]]
    """
    shares = shares[..., None, :]
    if method == "topsis":
        return _closeness(scores, shares)
    if method == "minmax":
        low, span = (
            scores.min(axis=-2, keepdims=True),
            np.ptp(scores, -2, keepdims=True),
        )
        scores = np.where(span > 0, (scores - low) / np.where(span > 0, span, 1), 1)
    return _means(scores, shares)


def _closeness(scores: Floats, shares: Floats) -> Floats:
    highest = scores.max(axis=-2, keepdims=True)
    table = scores / np.where(highest > 0, highest, 1)
    norms = np.sqrt((table**2).sum(axis=-2, keepdims=True))
    weighted = table / np.where(norms > 0, norms, 1) * shares
    best = weighted.max(axis=-2, keepdims=True)
    worst = weighted.min(axis=-2, keepdims=True)
    to_best = np.sqrt(((weighted - best) ** 2).sum(axis=-1))
    to_worst = np.sqrt(((weighted - worst) ** 2).sum(axis=-1))
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

    >>> crossing_weight([[8, 2], [6, 4]], [75, 25], 0)
    Crossing(weight=0.5, leader=0, rival=1)
    """
    table = _complete(scores)
    shares = _shares(weights, table)
    rows = table * _fit(fit, table)[:, None]
    criterion = count("criterion", criterion, 0, table.shape[1] - 1)
    others = np.delete(shares, criterion)
    if not others.any():
        raise ModelError(
            f"weights: criterion {criterion} has all the weight, so the others have no "
            "proportions to keep; give another criterion some weight"
        )
    rest = _means(np.delete(rows, criterion, axis=1), others / others.sum())
    share, alone = float(shares[criterion]), rows[:, criterion]
    now = share * alone + (1 - share) * rest
    leader = int(now.argmax())
    lead = now[leader] - now
    found = []
    for end, line in ((0.0, rest), (1.0, alone)):
        gap = line[leader] - line
        for rival in np.flatnonzero(gap < -TIE):
            step = abs(end - share) * lead[rival] / (lead[rival] - gap[rival])
            found.append((float(step), float(gap[rival]), int(rival), end))
    if not found:
        return None
    step, _, overtaker, end = min(found)
    return Crossing(share + step if end else share - step, leader, overtaker)


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
    chance = np.random.default_rng(count("seed", seed, 0))
    drawn = chance.dirichlet(np.ones(table.shape[1]), count("samples", samples, 1))
    won: Floats = firsts(drawn @ rows.T).mean(axis=0)
    return won


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
    opposed = np.sign(first) * np.sign(second) < 0
    ties = second[opposed] / (second[opposed] - first[opposed])
    ends = np.unique(np.concatenate([[0.0, 1.0], ties]))
    middle = (ends[1:] + ends[:-1]) / 2
    won = firsts(np.stack([middle, 1 - middle], axis=1) @ rows.T)
    return _means(won.T, np.diff(ends))


def _means(rows: Floats, shares: Floats) -> Floats:
    """Row by row, so that a row more leaves the others as they are to the last bit."""
    means: Floats = (rows * shares).sum(axis=-1)
    return means


def firsts(scores: Floats) -> Floats:
    """The share of the first place for each option of each row, (rows, options).

    >>> firsts(np.array([[1.0, 2.0], [3.0, 3.0]])).tolist()
    [[0.0, 1.0], [0.5, 0.5]]
    """
    tied = (scores >= scores.max(axis=1, keepdims=True) - TIE).astype(float)
    shares: Floats = tied / tied.sum(axis=1, keepdims=True)
    return shares


# Pairwise comparisons


def ahp_weights(matrix: ArrayLike) -> Floats:
    """Weights from pairwise comparisons, (n,), adding up to 1: the main eigenvector.

    Saaty 1977. `matrix` (n × n): how many times row outweighs column; positive and
    reciprocal. Takes no blanks.

    >>> ahp_weights([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]]).round(3).tolist()
    [0.6, 0.3, 0.1]
    """
    values, vectors = np.linalg.eig(_reciprocal(matrix))
    main = np.abs(vectors[:, values.real.argmax()].real)
    shares: Floats = main / main.sum()
    return shares


def consistency_ratio(
    matrix: ArrayLike, *, index: Mapping[int, float] = RANDOM_INDEX
) -> float:
    """How far comparisons contradict each other: 0 not at all, 1 as if made by dice.

    Saaty 1977: (λ - n) / (n - 1) over the random index of n, λ the main eigenvalue;
    under 0.1 is usually accepted. `matrix` (n × n) as for `ahp_weights`; 0.0 for n < 3,
    which cannot contradict itself. Takes no blanks.

    `index` names the random index, by n; published tables differ because each is an
    experiment. `RANDOM_INDEX` is exact for 3 and 4, by enumeration of all matrices of
    Saaty's 17 judgements (4,913 and 24,137,569), and for 5 to 9 the mean of
    `random_index` over seeds 0 to 9 with 200,000 samples each (standard error below
    0.0004). For more, pass an index with your n in it.

    >>> round(consistency_ratio([[1, 2, 9], [1 / 2, 1, 3], [1 / 9, 1 / 3, 1]]), 3)
    0.017
    """
    table = _reciprocal(matrix)
    size = len(table)
    if size < 3:  # noqa: PLR2004
        return 0.0
    if not index.get(size, 0) > 0:
        raise ModelError(
            f"index has no random index for {size} × {size}, only for {sorted(index)}; "
            "compare fewer things or pass an index that has it"
        )
    main = float(np.linalg.eigvals(table).real.max())
    return max(main - size, 0.0) / (size - 1) / index[size]


def random_index(size: int, *, samples: int, seed: int) -> float:
    """The mean consistency index of comparisons made by dice, for `size` things.

    Each comparison is one of Saaty's 17 judgements (1/9 … 1 … 9), all equally likely.

    >>> round(random_index(3, samples=20_000, seed=1), 2)
    0.52
    """
    size = count("size", size, 3)
    dice = np.random.default_rng(count("seed", seed, 0))
    samples = count("samples", samples, 1)
    row, column = np.triu_indices(size, 1)
    thrown = dice.choice(JUDGEMENTS, size=(samples, len(row)))
    tables = np.ones((samples, size, size))
    tables[:, row, column], tables[:, column, row] = thrown, 1 / thrown
    main = np.linalg.eigvals(tables).real.max(axis=1)
    return float((main.mean() - size) / (size - 1))


# The class votes


def duels(rankings: ArrayLike) -> Whole:
    """How many voters place the row's option before the column's, (options, options).

    `rankings` (voters × options): each row has every option's index once, best first.
    Takes no blanks.

    >>> duels([[0, 1, 2], [1, 0, 2], [1, 2, 0]]).tolist()
    [[0, 1, 2], [2, 0, 3], [1, 0, 0]]
    """
    places = _ballots(rankings).argsort(axis=1)
    won: Whole = (places[:, :, None] < places[:, None, :]).sum(axis=0)
    return won


def borda(rankings: ArrayLike) -> Whole:
    """Points of each option, (options,): one for every option a voter places below it.

    Borda 1784. `rankings` as for `duels`. Takes no blanks.

    >>> borda([[0, 1, 2], [1, 0, 2], [1, 2, 0]]).tolist()
    [3, 5, 1]
    """
    points: Whole = duels(rankings).sum(axis=1)
    return points


@dataclass(frozen=True)
class Condorcet:
    """The option that wins every duel, or why there is none.

    Without a `winner`, `cycle` has options each of which wins its duel with the next,
    and the last with the first; whoever beats its way into that circle is beaten from
    it in turn. An empty cycle and no winner means drawn duels.
    """

    winner: int | None
    cycle: tuple[int, ...] = ()


def condorcet(rankings: ArrayLike) -> Condorcet:
    """The option that more voters prefer to any other one than not (Condorcet 1785).

    `rankings` as for `duels`. Takes no blanks. The cycle is a shortest one through the
    lowest index that is in one.

    >>> condorcet([[0, 1, 2], [1, 2, 0], [2, 0, 1]])
    Condorcet(winner=None, cycle=(0, 1, 2))
    """
    won = duels(rankings)
    beats = won > won.T
    winners = np.flatnonzero(beats.sum(axis=1) == len(beats) - 1)
    if len(winners):
        return Condorcet(int(winners[0]))
    reach = beats.copy()
    for via in range(len(reach)):
        reach |= np.outer(reach[:, via], reach[via])
    circling = np.diagonal(reach) & (reach >= reach.T).all(axis=1)
    return Condorcet(None, _circle(beats, np.flatnonzero(circling)))


def _circle(beats: NDArray[np.bool_], among: Whole) -> tuple[int, ...]:
    """A shortest way from the first `among` them back to it, each beating the next."""
    if not len(among):
        return ()
    start = int(among[0])
    ways: deque[tuple[int, ...]] = deque([(start,)])
    seen = {start}
    while start not in (beaten := np.flatnonzero(beats[ways[0][-1]]).tolist()):
        way = ways.popleft()
        ways.extend((*way, option) for option in beaten if option not in seen)
        seen.update(beaten)
    return ways[0]


# What a showcase hides


def shrinkage(noise_variance: float) -> float:
    """The share of a shown advantage that is true on average: 1 / (1 + σ²).

    Kelley 1927: true scores are standard normal and are shown with independent normal
    noise of this variance, so σ² is relative to the spread of the true scores.

    >>> shrinkage(1)
    0.5
    """
    return 1 / (1 + one_number("noise_variance", noise_variance, 0))


def top_mean(options: int, top: int) -> float:
    """Expected mean of the `top` largest of `options` independent standard normals.

    n/k ∫ x φ(x) P(fewer than k of the n - 1 others exceed x) dx, by the trapezoid
    rule; good to 1e-11 for hundreds of options.

    >>> round(top_mean(100, 10), 4)
    1.7298
    """
    options = count("options", options, 1)
    top = count("top", top, 1, options)
    at, step = np.linspace(-10, 10, 4001, retstep=True)
    above = np.log([math.erfc(x / math.sqrt(2)) / 2 for x in at])
    below, others = above[::-1], options - 1
    fewer = np.zeros_like(at)
    for rivals in range(top):
        ways = math.lgamma(options) - math.lgamma(rivals + 1)
        ways -= math.lgamma(options - rivals)
        fewer += np.exp(ways + rivals * above + (others - rivals) * below)
    density = np.exp(-(at**2) / 2) / math.sqrt(2 * math.pi)
    return float(options / top * step * (at * density * fewer).sum())


@dataclass(frozen=True)
class Showcase:
    """Mean of the showcased options as shown and as they truly are.

    In standard deviations of the true scores over all options: simulated, its standard
    error, and the exact expectation. `kept` is the true one over the shown one, which
    `shrinkage` expects; its error reckons with what the two have in common.
    """

    shown: float
    true: float
    kept: float
    shown_error: float
    true_error: float
    kept_error: float
    expected_shown: float
    expected_true: float


def showcase(
    *,
    options: int = 100,
    top: int = 10,
    noise_variance: float = 1.0,
    samples: int,
    seed: int,
) -> Showcase:
    """Show the `top` of `options` by noisy scores, `samples` times: the winner's curse.

    The model of `shrinkage`. Exact: √(1+σ²) × `top_mean` shown, / √(1+σ²) true.

    >>> hall = showcase(samples=2_000, seed=7)
    >>> round(hall.expected_shown, 4), round(hall.expected_true, 4)
    (2.4463, 1.2231)
    """
    best = top_mean(options, top)
    spread = math.sqrt(
        1 + (variance := one_number("noise_variance", noise_variance, 0))
    )
    samples = count("samples", samples, 2)
    chance = np.random.default_rng(count("seed", seed, 0))
    true = chance.standard_normal((samples, options))
    shown = true + math.sqrt(variance) * chance.standard_normal((samples, options))
    chosen = np.argpartition(shown, options - top, axis=1)[:, options - top :]
    as_shown = np.take_along_axis(shown, chosen, 1).mean(axis=1)
    as_true = np.take_along_axis(true, chosen, 1).mean(axis=1)
    kept = float(as_true.mean() / as_shown.mean())
    errors = [
        float(drawn.std(ddof=1)) / math.sqrt(samples)
        for drawn in (as_shown, as_true, as_true - kept * as_shown)  # delta method
    ]
    return Showcase(
        shown=float(as_shown.mean()),
        true=float(as_true.mean()),
        kept=kept,
        shown_error=errors[0],
        true_error=errors[1],
        kept_error=errors[2] / abs(float(as_shown.mean())),
        expected_shown=spread * best,
        expected_true=best / spread,
    )


# What the models admit


def _array(name: str, value: ArrayLike, *axes: str) -> Floats:
    shape = " × ".join(axes) or "a single number"
    try:
        table = np.asarray(value, dtype=float, order="C")
    except (TypeError, ValueError, OverflowError) as error:
        raise ModelError(
            f"{name} is {short(value)}, which does not make a table of numbers; "
            f"give {shape}, rows of equal length, NaN for a blank"
        ) from error
    if table.ndim != len(axes) or not table.size:
        raise ModelError(f"{name} has shape {table.shape}; give {shape}, none empty")
    return table


def _refuse(name: str, table: Floats, bad: NDArray[np.bool_], cure: str) -> None:
    for place in np.argwhere(bad)[:1].tolist():
        raise ModelError(f"{name}{place or ''} is {table[tuple(place)]:g}; {cure}")


def _scores(scores: ArrayLike) -> Floats:
    table = _array("scores", scores, "options", "criteria")
    bad = (table < WORST) | (table > BEST)
    _refuse("scores", table, bad, f"score between the anchors {WORST:g} and {BEST:g}")
    return table


def _complete(scores: ArrayLike) -> Floats:
    table = _scores(scores)
    cure = "this takes no blanks: use additive_interval, or leave the criterion out"
    _refuse("scores", table, np.isnan(table), cure)
    return table


def _shares(weights: ArrayLike, scores: Floats) -> Floats:
    table = _array("weights", weights, "criteria")
    criteria = scores.shape[1]
    if len(table) != criteria:
        raise ModelError(
            f"weights are {len(table)} for {criteria} criteria; give one for each"
        )
    bad = ~((table >= 0) & (table < np.inf))
    _refuse("weights", table, bad, "give a number from 0 up")
    if not table.any():
        raise ModelError(f"weights are all 0: {table.tolist()}; give one more than 0")
    table = table / table.max()
    shares: Floats = table / table.sum()
    return shares


def _fit(fit: ArrayLike | None, scores: Floats) -> Floats:
    table = np.ones(len(scores)) if fit is None else _array("fit", fit, "options")
    if len(table) != len(scores):
        raise ModelError(
            f"fit is {len(table)} for {len(scores)} options; give one for each"
        )
    _refuse("fit", table, ~((table >= 0) & (table <= 1)), "give a share from 0 to 1")
    return table


def _reciprocal(matrix: ArrayLike) -> Floats:
    table = _array("matrix", matrix, "n", "n")
    if table.shape[0] != table.shape[1]:
        raise ModelError(
            f"matrix has shape {table.shape}; give as many rows as columns"
        )
    bad = ~((table > 0) & (table < np.inf))
    _refuse("matrix", table, bad, "say how many times row outweighs column, above 0")
    times = np.log(table)
    cure = "make it 1 over its mirror image, and 1 on the diagonal"
    _refuse("matrix", table, np.abs(times + times.T) > TIE, cure)
    return table


def _ballots(rankings: ArrayLike) -> Whole:
    table = _array("rankings", rankings, "voters", "options")
    everyone = np.arange(table.shape[1])
    for voter, ranking in enumerate(table.tolist()):
        if sorted(ranking) != everyone.tolist():
            raise ModelError(
                f"rankings[{voter}] is {', '.join(f'{o:g}' for o in ranking)}; "
                f"give each of 0 to {len(everyone) - 1} once, best first"
            )
    return table.astype(np.intp)
