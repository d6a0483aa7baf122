"""One appraisal: a table of uncertain scores under one weighting and one method.

What the functions of `gallery` tell of it: order, ends, where first place is lost, and
an option that is last and turns the first place nevertheless.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from casekit.models.gallery import BEST, TIE, WORST, appraise

if TYPE_CHECKING:
    from casekit.models.gallery import Floats, Method

WHOLE = 100  # points that a weighting shares out
GRID = np.linspace(0, 1, 201)  # a criterion's share, by half points
COARSE_GRID = np.linspace(0, 1, 41)
DECOYS = 10_000  # tried at most


@dataclass(frozen=True)
class Crossing:
    """Where the first place is lost: a criterion's share now and then, and to whom.

    Shares are from 0 to 1; `shift` is in points of a hundred.

    >>> Crossing(criterion=0, now=0.75, then=0.5, rival=1).shift
    25.0
    """

    criterion: int
    now: float
    then: float
    rival: int

    @property
    def shift(self) -> float:
        return abs(self.then - self.now) * WHOLE


@dataclass(frozen=True)
class Appraisal:
    """Options × criteria between the ends of their scores, under one weighting.

    `low` and `high` are (options, criteria) from 0 to 10, `shares` (criteria,) add up
    to 1. A decoy (criteria,) is appraised with the others and then left out of the
    scores. Nothing is checked here: a case has been.

    >>> table = np.array([[8.0, 2.0], [6.0, 4.0]])
    >>> one = Appraisal(table, table, np.array([0.75, 0.25]), "additive")
    >>> one.scores.tolist(), one.order, one.crossing(one.first)
    ([6.5, 5.5], [0, 1], Crossing(criterion=0, now=0.75, then=0.5, rival=1))
    """

    low: Floats
    high: Floats
    shares: Floats
    method: Method
    decoy: Floats | None = None

    @cached_property
    def middle(self) -> Floats:
        return (self.low + self.high) / 2

    @cached_property
    def scores(self) -> Floats:
        return self.under(self.shares)

    @cached_property
    def order(self) -> list[int]:
        """Best first; of equal options the one that the case names first."""
        order: list[int] = np.argsort(-self.scores.round(9), kind="stable").tolist()
        return order

    @property
    def first(self) -> int:
        return self.order[0]

    def under(self, shares: Floats) -> Floats:
        """The scores under many weightings, (…, options)."""
        table = self._joined(self.middle)
        return appraise(table, shares, self.method)[..., : len(self.middle)]

    @cached_property
    def decoy_score(self) -> float:
        return float(appraise(self._joined(self.middle), self.shares, self.method)[-1])

    @cached_property
    def ends(self) -> Floats:
        """Each score with the option's own at their low and high ends: (options, 2)."""
        own = np.eye(len(self.middle), dtype=bool)[..., None]
        found = [self.scores]
        for end in (self.low, self.high):
            tables = self._joined(np.where(own, end, self.middle))
            found.append(np.diagonal(appraise(tables, self.shares, self.method)))
        return np.stack([np.min(found, axis=0), np.max(found, axis=0)], axis=1)

    def _joined(self, tables: Floats) -> Floats:
        if self.decoy is None:
            return tables
        last = np.broadcast_to(self.decoy, (*tables.shape[:-2], 1, len(self.decoy)))
        return np.concatenate([tables, last], axis=-2)

    def line(self, criterion: int, share: Floats) -> Floats | None:
        """Weightings in which one criterion has these shares and the rest its ratios.

        None when the rest has no weight at all and so no ratios to keep.
        """
        others = self.shares.copy()
        others[criterion] = 0
        if not others.any():
            return None
        line: Floats = np.outer(1 - share, others / others.sum())
        line[:, criterion] = share
        return line

    def crossing(self, first: int, grid: Floats = GRID) -> Crossing | None:
        """The smallest change of one share by which `first` loses its place.

        Between two points of the grid scores are straight lines, which is exact where
        the method is additive.
        """
        found = []
        for criterion, now in enumerate(self.shares.tolist()):
            at = np.unique(np.append(grid, now))
            line = self.line(criterion, at)
            if line is None:
                continue
            scores = self.under(line)
            leads = scores[:, [first]] - scores
            behind = np.asarray(leads.min(axis=1) < -TIE)
            here = int(np.searchsorted(at, now))
            if behind[here]:
                return Crossing(criterion, now, now, int(leads[here].argmin()))
            up = np.flatnonzero(behind[here:])[:1] + here
            down = np.flatnonzero(behind[: here + 1])[-1:]
            for lost, kept in [(i, i - 1) for i in up] + [(i, i + 1) for i in down]:
                from_, to = leads[kept].clip(0), leads[lost]
                way = np.where(to < -TIE, from_ / np.where(to < -TIE, from_ - to, 1), 1)
                rival = int(way.argmin())
                then = float(at[kept] + (at[lost] - at[kept]) * way[rival])
                found.append(Crossing(criterion, now, then, rival))
        return min(found, key=lambda crossing: crossing.shift, default=None)

    def with_decoy(self) -> Appraisal:
        """The same with an option that is last and comes nearest to turning the first.

        Where the method can turn nothing, the one that would turn `topsis`.
        """
        wide = len(self.shares)
        steps = min(max(int(DECOYS ** (1 / wide)), 2), 11)
        scale = np.linspace(WORST, BEST, steps).round()
        tried = np.stack(np.meshgrid(*[scale] * wide), axis=-1).reshape(-1, wide)
        tables = np.concatenate(
            [np.broadcast_to(self.middle, (len(tried), *self.middle.shape)),
             tried[:, None]], axis=1,
        )  # fmt: skip
        scores = appraise(tables, self.shares, self.method)
        last = scores[:, -1] <= scores[:, :-1].min(axis=1) + TIE
        turning = "topsis" if self.method == "additive" else self.method
        scores = appraise(tables[last], self.shares, turning)[:, :-1]
        first = replace(self, method=turning).first
        ahead = np.delete(scores, first, axis=1).max(axis=1) - scores[:, first]
        return replace(self, decoy=tried[last][ahead.argmax()])
