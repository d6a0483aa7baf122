"""What a class may see of how its answers moved from the first vote to the second.

Both tallies stand beside it, so whoever looks can subtract. With two options they give
one vote away at once: a count of changes and the difference of the tallies add up to
who went each way. So it is first worked out between how few and how many changes the
tallies leave possible, *for every way their merged cells and the votes of those who
voted only once may hide*. Counts are told where they stand well inside that range:
twelve changes from either end, two cells of five without the reader's own answer,
because a change and the one that makes up for it come in pairs. Of what is told of a
scale, lower, stayed and higher, every sum and difference keeps six.

Where the changes are too near an end, that alone is told, as a share and never as a
count: it follows from the tallies, the rules and silence. Where the range is too short
for both ends and a middle, nothing is told. Whether to tell thus depends only on what
anybody then sees; a rule that looked at hidden cells would give them away by refusing.
For the same reason a scale that may not tell its directions does not fall back on the
plain count of changes: the refusal and the count together would single people out.

The whole matrix is told where everybody voted twice, both tallies name every option,
and every cell holds five. A zero is not safe: "nobody went from a to b" tells something
of every single person who chose a, and a tally merges its zeros too. Nor is a cell with
nine in ten of its row or column.

That few or many voted only once is no secret (the room sees how many have answered);
how they voted is, and two options with someone absent tell no counts at all, because
odd and even would give the absent vote away.

Of more than seven options nothing is told: what the tallies leave possible would take
seconds to work out, and of a scale from 0 to 10 half a minute.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from casekit.tally import (
    NEARLY_ALL,
    SINGLES_FROM,
    SMALLEST_CELL,
    Cells,
    admitted,
    cells,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from casekit.answer import Answer
    from casekit.question import Choice

MOST_OPTIONS = 7
SHARE_STEPS = 20  # "at least" is told in steps of five per cent


class Way(StrEnum):
    """How an answer moved; a scale has directions, other options only a change."""

    HIGHER = "higher"
    LOWER = "lower"
    STAYED = "stayed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Movement:
    """Two votes and what may be told of those who took part in both.

    Either `ways` tells counts, of which `both` is the sum, or `at_least` tells a way
    and the share of voters it has at the least, or neither is safe. `matrix` has a row
    for each first answer and a column for each second one. `once` counts who voted in
    the first round alone and in the second alone.
    """

    first: Cells
    second: Cells
    ways: tuple[tuple[Way, int], ...] = ()
    at_least: tuple[Way, float] | None = None
    matrix: tuple[tuple[int, ...], ...] = ()
    once: tuple[int, int] | None = None

    @property
    def both(self) -> int | None:
        """How many voted in both rounds, where that may be told."""
        return sum(count for _, count in self.ways) or None


def movement(
    question: Choice, first: Iterable[Answer], second: Iterable[Answer]
) -> Movement:
    """What a class may see of two votes, each with one answer a learner."""
    return moved(
        [option.id for option in question.options],
        {answer.key_hash: answer.value for answer in admitted(question, first)},
        {answer.key_hash: answer.value for answer in admitted(question, second)},
        ordered=question.ordered,
    )


def moved(
    options: Sequence[str],
    first: Mapping[Any, str],
    second: Mapping[Any, str],
    *,
    ordered: bool,
) -> Movement:
    """The movement between two votes, each told by learner.

    >>> before = dict(enumerate("a" * 30 + "b" * 25))
    >>> after = dict(enumerate("a" * 18 + "b" * 30 + "a" * 7))
    >>> seen = moved("ab", before, after, ordered=False)
    >>> seen.matrix
    ((18, 12), (7, 18))
    >>> [(way.value, count) for way, count in seen.ways]
    [('stayed', 36), ('changed', 19)]
    """
    seen = Movement(cells(options, first.values()), cells(options, second.values()))
    pairs = [
        (first[learner], second[learner]) for learner in first if learner in second
    ]
    once = len(first) - len(pairs), len(second) - len(pairs)
    if len(pairs) < SINGLES_FROM or not seen.first.cells or not seen.second.cells:
        return seen
    size, voters = len(options), len(pairs)
    if size > MOST_OPTIONS:
        return seen
    known = Known(_places(options, seen.first), _places(options, seen.second), *once)
    room = 2 * (SMALLEST_CELL + 1)
    fewest = voters - known.most(_worth(size, 0, 1, 0))
    most = known.most(_worth(size, 1, 0, 1))
    changed = sum(before != after for before, after in pairs)
    if most - fewest < 2 * room:
        return seen
    if changed < fewest + room:
        return _at_least(seen, Way.STAYED, voters - fewest - room + 1, voters)
    told = [(Way.STAYED, voters - changed), (Way.CHANGED, changed)]
    matrix = tuple(tuple(pairs.count((a, b)) for b in options) for a in options)
    whole = not any(once) and _may_be_whole(seen, matrix)
    # of two options, the counts and the tallies are the whole matrix
    safe = changed <= most - room and (whole or size > 2)  # noqa: PLR2004
    if ordered:
        place = {option: at for at, option in enumerate(options)}
        higher = sum(place[before] < place[after] for before, after in pairs)
        counts = (changed - higher, voters - changed, higher)
        told = [*zip((Way.LOWER, Way.STAYED, Way.HIGHER), counts, strict=True)]
        safe = safe and (whole or known.hides(counts))
    if not safe:
        return _at_least(seen, Way.CHANGED, fewest + room, voters)
    countable = all(count == 0 or count >= SMALLEST_CELL for count in once)
    return replace(
        seen,
        ways=tuple(told),
        matrix=matrix if whole else (),
        once=once if countable else None,
    )


def _at_least(seen: Movement, way: Way, count: int, voters: int) -> Movement:
    """A share that is no more than the truth, and never finer than "≥ 90 %"."""
    share = count * SHARE_STEPS // voters / SHARE_STEPS
    return replace(seen, at_least=(way, min(share, NEARLY_ALL)))


def _may_be_whole(seen: Movement, matrix: tuple[tuple[int, ...], ...]) -> bool:
    lines = [*matrix, *zip(*matrix, strict=True)]
    return (
        all(len(cell.options) == 1 for cell in seen.first.cells + seen.second.cells)
        and min(min(line) for line in lines) >= SMALLEST_CELL
        and all(max(line) < NEARLY_ALL * sum(line) for line in lines)
    )


Grid = tuple[tuple[int, ...], ...]
Places = tuple[tuple[tuple[int, ...], int], ...]


@dataclass(frozen=True)
class Known:
    """What everybody has before any movement is told.

    Both tallies, as places of options and the count of each cell, and how many left
    after the first vote and came for the second.
    """

    first: Places
    second: Places
    left: int
    came: int

    def most(self, worth: Grid) -> int:
        """The most that moves can be worth, however much the tallies hide.

        `worth` is what a move from one option to another counts. This is the dual of
        the transport problem: a price for each first and each second answer, of which
        no pair may be worth more than its sum. Worths are whole, so prices are, and
        need not differ by more than worths do. The cheapest option of a merged cell
        stands for it, and those who voted once had the dearest.
        """
        return _most(self, worth)

    def hides(self, counts: tuple[int, int, int]) -> bool:
        """Whether lower, stayed and higher, however weighed, are inside by six."""
        size = 1 + max(place for places, _ in self.first for place in places)
        for weights in itertools.product(range(3), repeat=3):
            if min(weights) > 0 or math.gcd(*weights) != 1:
                continue  # nothing, or the same as another
            told = sum(w * count for w, count in zip(weights, counts, strict=True))
            if self.most(_worth(size, *weights)) - told <= SMALLEST_CELL:
                return False
        return True


@cache
def _most(known: Known, worth: Grid) -> int:
    spread = max(map(max, worth))
    columns: list[tuple[int, ...]] = [*zip(*worth, strict=True)]

    def cost(price: tuple[int, ...]) -> int:
        paid = [max(w - p for w, p in zip(c, price, strict=True)) for c in columns]
        return (
            sum(n * min(price[place] for place in places) for places, n in known.first)
            + sum(
                n * min(paid[place] for place in places) for places, n in known.second
            )
            - known.left * max(price)
            - known.came * max(paid)
        )

    return min(map(cost, itertools.product(range(spread + 1), repeat=len(worth))))


def _worth(size: int, lower: int, stayed: int, higher: int) -> Grid:
    """What each move counts; options are places on a scale."""
    return tuple(
        (lower,) * place + (stayed,) + (higher,) * (size - place - 1)
        for place in range(size)
    )


def _places(options: Sequence[str], tally: Cells) -> Places:
    return tuple(
        (tuple(options.index(option) for option in cell.options), cell.count)
        for cell in tally.cells
    )
