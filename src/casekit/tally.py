"""What a class may see of its answers; nobody can be singled out from it.

Cells under five are merged, together with their neighbour where the rest would still
give them away; near-unanimity is told as "≥ 90 %"; single values appear as coarse
dots from ten answers up, free words from ten up and shuffled.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from casekit.answer import Answer, Sharing
from casekit.case import Asked, Choice, Grid, Number, Tag, Writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SMALLEST_CELL = 5
SINGLES_FROM = 10
NEARLY_ALL = 0.9
COARSE = 20  # dots stand on a scale of this many steps


@dataclass(frozen=True)
class Cell:
    """A count for one option, or for several whose counts are told together."""

    options: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Cells:
    """The counts of one question or statement.

    `nearly_all` is set instead of counts when nearly all chose the same; without
    either, there are too few answers to show.
    """

    cells: tuple[Cell, ...] = ()
    nearly_all: str | None = None


@dataclass(frozen=True)
class Table:
    """Cells for each statement of a tag question or each item of a grid."""

    rows: tuple[tuple[str, Cells], ...]


@dataclass(frozen=True)
class Dots:
    """Guesses and interval ends, each list sorted by itself and on a coarse scale."""

    guesses: tuple[float, ...] = ()
    lows: tuple[float, ...] = ()
    highs: tuple[float, ...] = ()


@dataclass(frozen=True)
class Wall:
    """Words that may be shown, shuffled; empty when there are fewer than ten."""

    texts: tuple[str, ...] = ()


Tally = Cells | Table | Dots | Wall


def cells(options: Sequence[str], chosen: Iterable[str]) -> Cells:
    """Counts that single nobody out.

    >>> cells(["a", "b", "c"], ["a"] * 9 + ["b"] * 8 + ["c"] * 2).cells
    (Cell(options=('a',), count=9), Cell(options=('b', 'c'), count=10))
    """
    counts = Counter(chosen)
    total = sum(counts[option] for option in options)
    if total < SMALLEST_CELL:
        return Cells()
    top = max(options, key=lambda option: counts[option])
    if counts[top] >= NEARLY_ALL * total:
        return Cells(nearly_all=top) if total >= SINGLES_FROM else Cells()
    small = [option for option in options if counts[option] < SMALLEST_CELL]
    large = [option for option in options if counts[option] >= SMALLEST_CELL]
    hidden = sum(counts[option] for option in small)
    if small and hidden < SMALLEST_CELL and large:
        # the total would tell what is hidden: hide the smallest shown cell with it
        least = min(large, key=lambda option: counts[option])
        large.remove(least)
        small = [option for option in options if option not in large]
        hidden = sum(counts[option] for option in small)
    shown = [Cell((option,), counts[option]) for option in large]
    if small:
        shown.append(Cell(tuple(small), hidden))
    return Cells(tuple(shown)) if large else Cells()


@singledispatch
def tally(question: Asked, answers: Sequence[Answer], *, seed: int = 0) -> Tally:
    """What a class may see of one round's answers; one function for each kind.

    `answers` holds one answer a learner. `seed` shuffles what has no order.
    """
    raise TypeError(f"no rule says what a class sees of a {type(question).__name__}")


@tally.register(Choice)
def _(question: Choice, answers: Sequence[Answer], *, seed: int = 0) -> Cells:  # noqa: ARG001
    return cells([o.id for o in question.options], [a.value for a in answers])


@tally.register(Tag)
def _(question: Tag, answers: Sequence[Answer], *, seed: int = 0) -> Table:  # noqa: ARG001
    labels = [label.id for label in question.labels]
    return Table(
        tuple(
            (s.id, cells(labels, [a.value[s.id] for a in answers]))
            for s in question.statements
        )
    )


@tally.register(Number)
def _(question: Number, answers: Sequence[Answer], *, seed: int = 0) -> Dots:  # noqa: ARG001
    if len(answers) < SINGLES_FROM:
        return Dots()
    step = (question.most - question.least) / COARSE

    def coarse(field: str) -> tuple[float, ...]:
        steps = (round((a.value[field] - question.least) / step) for a in answers)
        return tuple(sorted(question.least + n * step for n in steps))

    return Dots(coarse("guess"), coarse("low"), coarse("high"))


@tally.register(Grid)
def _(question: Grid, answers: Sequence[Answer], *, seed: int = 0) -> Table:  # noqa: ARG001
    places = [
        f"{across.id}×{up.id}"
        for up in question.up.bands
        for across in question.across.bands
    ]
    return Table(
        tuple(
            (
                item.id,
                cells(
                    places,
                    [
                        f"{a.value[item.id]['across']}×{a.value[item.id]['up']}"
                        for a in answers
                    ],
                ),
            )
            for item in question.items
        )
    )


@tally.register(Writing)
def _(question: Writing, answers: Sequence[Answer], *, seed: int = 0) -> Wall:
    allowed = [a for a in answers if a.sharing is Sharing.TEXT]
    if not question.shareable or len(allowed) < SINGLES_FROM:
        return Wall()
    texts = [
        a.value if isinstance(a.value, str) else "\n".join(a.value.values())
        for a in allowed
    ]
    random.Random(seed).shuffle(texts)  # noqa: S311 - order, not a secret
    return Wall(tuple(texts))
