"""What a class may see of its answers; nobody can be singled out from it.

Cells under five are merged, with the smallest of the others where the rest would still
give them away, even to someone who knows these rules; near-unanimity is told as
"≥ 90 %"; single values appear as coarse dots from ten answers up, free words from ten
up and shuffled. An answer that the question no longer admits is left out.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from casekit.answer import Answer, Sharing, admit
from casekit.errors import AnswerError
from casekit.question import (
    WHOLE,
    Allocate,
    Asked,
    Choice,
    Grid,
    Number,
    Policy,
    Rank,
    Tag,
    Writing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SMALLEST_CELL = 5
SINGLES_FROM = 10
NEARLY_ALL = 0.9
HALF_A_PLACE = 0.5
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
    """Guesses, sorted and on a coarse scale, with the middle low and high end.

    No other end is shown: a high end is never below its guess, so a list of ends could
    be joined to the guesses from the top down.
    """

    guesses: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Wall:
    """Words that may be shown, shuffled; empty when there are fewer than ten."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """Every item's mean place, to half a place, from ten answers up.

    No count is told beside it: every answer fills each place once, so that a count
    shown would give away what others hide.
    """

    means: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Parts:
    """The lower quartile, median and upper quartile of each part, to a step of five.

    No dot for each answer, as a number has: the parts sum to a hundred, and whole
    answers could be pieced together from the dots of each part.
    """

    quartiles: tuple[tuple[str, tuple[float, float, float]], ...] = ()


@dataclass(frozen=True)
class Policies:
    """The counts of every lever, and whole policies to be drawn as their outcomes.

    `settings` are shuffled and meant for a picture only; predictions stay private.
    """

    levers: tuple[tuple[str, Cells], ...]
    settings: tuple[dict[str, int | float | str], ...] = ()


@dataclass(frozen=True)
class Dice:
    """How many said yes of how many, each with a die; both 0 below ten answers.

    Every answer is covered by its own die, so that no small count needs hiding; what
    is told of it is `die.estimate`.
    """

    yes: int = 0
    count: int = 0


Tally = Cells | Dice | Table | Dots | Wall | Ranking | Parts | Policies


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
    if small and large and _given_away([counts[option] for option in small]):
        # all that tie for the smallest: a choice among equals would be a clue
        least = min(counts[option] for option in large)
        large = [option for option in large if counts[option] > least]
        small = [option for option in options if option not in large]
    hidden = sum(counts[option] for option in small)
    shown = [Cell((option,), counts[option]) for option in large]
    if small:
        shown.append(Cell(tuple(small), hidden))
    return Cells(tuple(shown)) if large else Cells()


def _given_away(counts: Sequence[int]) -> bool:
    """Whether the sum of these small cells would tell too much about each of them."""
    return sum(counts) < SMALLEST_CELL or min(counts) == SMALLEST_CELL - 1


@singledispatch
def tally(question: Asked, answers: Sequence[Answer], *, seed: int = 0) -> Tally:
    """What a class may see of one round's answers; one function for each kind.

    `answers` holds one answer a learner. `seed` shuffles what has no order.
    """
    raise TypeError(
        f"no rule says what a class sees of a {type(question).__name__}: "
        f"{len(answers)} answers, seed {seed}"
    )


@tally.register(Choice)
def _(question: Choice, answers: Sequence[Answer], *, seed: int = 0) -> Cells | Dice:  # noqa: ARG001
    chosen = [a.value for a in admitted(question, answers)]
    if not question.die:
        return cells([option.id for option in question.options], chosen)
    if len(chosen) < SINGLES_FROM:
        return Dice()
    return Dice(chosen.count(question.options[0].id), len(chosen))


@tally.register(Tag)
def _(question: Tag, answers: Sequence[Answer], *, seed: int = 0) -> Table:  # noqa: ARG001
    labels = [label.id for label in question.labels]
    values = [a.value for a in admitted(question, answers)]
    return Table(
        tuple(
            (s.id, cells(labels, [value[s.id] for value in values]))
            for s in question.statements
        )
    )


@tally.register(Number)
def _(question: Number, answers: Sequence[Answer], *, seed: int = 0) -> Dots:  # noqa: ARG001
    values = [a.value for a in admitted(question, answers)]
    if len(values) < SINGLES_FROM:
        return Dots()
    step = (question.most - question.least) / COARSE

    def coarse(field: str) -> list[float]:
        steps = (round((value[field] - question.least) / step) for value in values)
        return sorted(question.least + n * step for n in steps)

    middle = (len(values) - 1) // 2
    return Dots(tuple(coarse("guess")), coarse("low")[middle], coarse("high")[middle])


@tally.register(Grid)
def _(question: Grid, answers: Sequence[Answer], *, seed: int = 0) -> Table:  # noqa: ARG001
    places = [
        f"{across.id}×{up.id}"
        for up in question.up.bands
        for across in question.across.bands
    ]
    values = [a.value for a in admitted(question, answers)]

    def chosen(item: str) -> list[str]:
        return [f"{value[item]['across']}×{value[item]['up']}" for value in values]

    return Table(
        tuple((item.id, cells(places, chosen(item.id))) for item in question.items)
    )


@tally.register(Rank)
def _(question: Rank, answers: Sequence[Answer], *, seed: int = 0) -> Ranking:  # noqa: ARG001
    values = [a.value for a in admitted(question, answers)]
    names = [item.id for item in question.items]
    if len(values) < SINGLES_FROM:
        return Ranking()

    def mean(name: str) -> float:
        places = sum(int(value.index(name)) + 1 for value in values)
        return round(places / len(values) / HALF_A_PLACE) * HALF_A_PLACE

    return Ranking(tuple((name, mean(name)) for name in names))


@tally.register(Allocate)
def _(question: Allocate, answers: Sequence[Answer], *, seed: int = 0) -> Parts:  # noqa: ARG001
    values = [a.value for a in admitted(question, answers)]
    if len(values) < SINGLES_FROM:
        return Parts()
    names = [part.id for part in question.parts]
    return Parts(
        tuple((name, quartiles([value[name] for value in values])) for name in names)
    )


def quartiles(amounts: Sequence[float]) -> tuple[float, float, float]:
    """Lower quartile, median, upper quartile of parts of a hundred, to steps of five.

    >>> quartiles([0, 10, 22, 35, 81])
    (10.0, 20.0, 35.0)
    """
    step, last = WHOLE / COARSE, len(amounts) - 1
    points = sorted(round(amount / step) * step for amount in amounts)
    return points[last // 4], points[last // 2], points[last - last // 4]


@tally.register(Policy)
def _(question: Policy, answers: Sequence[Answer], *, seed: int = 0) -> Policies:
    # written as the question writes them: 2.0 for 2, or another order, would be a mark
    chosen = [
        {
            lever.id: lever.settings[lever.settings.index(a.value["levers"][lever.id])]
            for lever in question.levers
        }
        for a in admitted(question, answers)
    ]
    counts = tuple(
        (
            lever.id,
            cells(
                [str(setting) for setting in lever.settings],
                [str(policy[lever.id]) for policy in chosen],
            ),
        )
        for lever in question.levers
    )
    if len(chosen) < SINGLES_FROM:
        return Policies(counts)
    policies = sorted(chosen, key=repr)
    random.Random(f"{seed} {question.id}").shuffle(policies)  # noqa: S311 - order, not a secret
    return Policies(counts, tuple(policies))


@tally.register(Writing)
def _(question: Writing, answers: Sequence[Answer], *, seed: int = 0) -> Wall:
    allowed = [
        a.value for a in admitted(question, answers) if a.sharing is Sharing.TEXT
    ]
    if not question.shareable or len(allowed) < SINGLES_FROM:
        return Wall()
    # sorted first and shuffled anew for each question, so that no place in one wall
    # tells a place in another
    texts = sorted(
        "\n".join(value[field.id] for field in question.fields)
        if question.fields
        else value
        for value in allowed
    )
    random.Random(f"{seed} {question.id}").shuffle(texts)  # noqa: S311 - order, not a secret
    return Wall(tuple(texts))


def admitted(question: Asked, answers: Iterable[Answer]) -> list[Answer]:
    """The answers that fit the question as it is worded now."""
    return [answer for answer in answers if _fits(question, answer)]


def _fits(question: Asked, answer: Answer) -> bool:
    try:
        admit(question, answer.value)
    except AnswerError:
        return False
    return True
