"""How a vote is split, for the instructor alone, before the class sees it.

She sees no more than the class may: everything here is worked out from the cells that
`tally` gives, but one number. What cells merge stays merged, so that what depends on it
is told as bounds; the advice takes those bounds at the end that lets people talk, as a
talk too many costs minutes and one too few the argument. A preview while answers come
in would tie each new count to whoever just pressed the button, so there is none before
the lock. A question locked, opened for one late-comer and locked again would do the
same: keep the first preview.

The one number is how much surer, on average, those are who chose the most chosen. It
needs five on each side, is told in steps of five points, and no further than twenty
either way, so that not even a unanimous side tells how sure each of its members is.

A question with a right answer is judged by Peer Instruction's rule of thumb (Crouch and
Mazur 2001): few right, explain; 35 to 70 %, discuss; more, go on. Without one, it asks
how polarised the class is: by 4 Σ p² (1 − p) over options (Reynal-Querol 2002), by
4 Σ F (1 − F) / (k − 1) over the steps of a scale (Blair and Lacy 2000). Both are 1 for
two halves as far apart as can be, and the same number where there are two options, so
that one threshold serves; ours is an assumption, and lets three to one count as two
camps, four to one not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import log
from statistics import fmean
from typing import TYPE_CHECKING, cast

from casekit.errors import PhaseError, RoomError
from casekit.phase import Phase
from casekit.tally import NEARLY_ALL, SMALLEST_CELL, tally
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casekit.answer import Answer
    from casekit.frozen import Language
    from casekit.phase import State
    from casekit.question import Choice
    from casekit.tally import Cells

    Bounds = tuple[float, float]
    Shares = Mapping[tuple[str, ...], float]  # of cells, merged or not

FEW_RIGHT, MOST_RIGHT = 0.35, 0.7
POLARISED = 2 / 3
HALF = 0.5
STEP, FURTHEST = 5, 20  # points of confidence


class Advice(StrEnum):
    EXPLAIN = "split-explain"
    DISCUSS = "split-discuss"
    GO_ON = "split-go-on"


REASONS = {
    (True, Advice.EXPLAIN): "split-few-right",
    (True, Advice.DISCUSS): "split-some-right",
    (True, Advice.GO_ON): "split-most-right",
    (False, Advice.EXPLAIN): "split-scattered",
    (False, Advice.DISCUSS): "split-camps",
    (False, Advice.GO_ON): "split-one-way",
}


@dataclass(frozen=True)
class Split:
    """What a vote is split into; empty or None for what small cells leave untold.

    `top` is the most chosen option, or those that tie, and `share` its share, in
    bounds. `entropy` is that of the shares beside an even spread over all options, 0
    to 1, in bounds. `surer` is by how many points those who chose the one most chosen
    are surer than the others. `judged` says that the advice rests on a right option.
    """

    top: tuple[str, ...] = ()
    share: Bounds | None = None
    entropy: Bounds | None = None
    surer: int | None = None
    advice: Advice | None = None
    judged: bool = False


def split(
    question: Choice,
    answers: Sequence[Answer],
    state: State,
    *,
    right: str | None = None,
) -> Split:
    """The split of one round's answers; `right` is the right option, if there is one.

    Raises:
        PhaseError: the question is not locked yet.
        RoomError: the question is sealed, or has no such option.
    """
    names = [option.id for option in question.options]
    if question.sealed:
        raise RoomError(
            f"question {question.id!r} is sealed: only how many have answered is told"
        )
    if question.die:
        raise RoomError(
            f"question {question.id!r} is asked with a die, so that its counts are "
            "no split; show the estimate"
        )
    if right not in {None, *names}:
        raise RoomError(
            f"question {question.id!r} has no option {right!r}; the right one is one "
            f"of {', '.join(names)}"
        )
    if state.phase in {Phase.DRAFT, Phase.OPEN}:
        raise PhaseError(
            f"question {question.id!r} is {state.phase}; lock it before you look, or "
            "each new count would tell who just answered"
        )
    seen = cast("Cells", tally(question, answers))
    if seen.nearly_all:
        agreed = right in {None, seen.nearly_all}
        advice = Advice.GO_ON if agreed else Advice.EXPLAIN
        share = NEARLY_ALL, 1.0
        return Split((seen.nearly_all,), share, advice=advice, judged=bool(right))
    if not seen.cells:
        return Split()
    total = sum(cell.count for cell in seen.cells)
    shares = {cell.options: cell.count / total for cell in seen.cells}
    most = max(share for options, share in shares.items() if len(options) == 1)
    top = tuple(o[0] for o, share in shares.items() if (len(o), share) == (1, most))
    return Split(
        top=top,
        share=(most, most),
        entropy=_entropy(shares, len(names)),
        surer=_surer(answers, names, top[0]) if len(top) == 1 else None,
        advice=_judged(shares, right) if right else _argued(question, shares, most),
        judged=bool(right),
    )


def _judged(shares: Shares, right: str) -> Advice:
    """Peer Instruction's rule; where a merged cell leaves it open, discuss."""
    options = next(options for options in shares if right in options)
    most = shares[options]
    least = most if len(options) == 1 else 0
    if most < FEW_RIGHT:
        return Advice.EXPLAIN
    return Advice.GO_ON if least > MOST_RIGHT else Advice.DISCUSS


def _argued(question: Choice, shares: Shares, most: float) -> Advice:
    """Discuss where there may be two camps; explain where there is none at all."""
    if question.ordered:
        polarised = apart(shares, [option.id for option in question.options])
        return Advice.DISCUSS if polarised >= POLARISED else Advice.GO_ON
    if camps(shares) >= POLARISED:
        return Advice.DISCUSS
    return Advice.GO_ON if most >= HALF else Advice.EXPLAIN


def camps(shares: Shares) -> float:
    """Reynal-Querol's polarisation; what is merged counts as one camp.

    That is the most it can be, as long as no two in three are merged.

    >>> even, four_to_one = {("a",): 0.5, ("b",): 0.5}, {("a",): 0.8, ("b",): 0.2}
    >>> round(camps(even), 2), round(camps(four_to_one), 2)
    (1.0, 0.64)
    """
    return 4 * sum(share**2 * (1 - share) for share in shares.values())


def apart(shares: Shares, steps: Sequence[str]) -> float:
    """Blair and Lacy's polarisation of a scale, at most.

    Where a merged cell lies on both sides of a step, its worst division is taken.

    >>> apart({("no",): 0.5, ("yes",): 0.5}, ["no", "even", "yes"])
    1.0
    """
    total = 0.0
    for cut in range(1, len(steps)):
        below = {*steps[:cut]}
        least = sum(share for o, share in shares.items() if below >= {*o})
        most = sum(share for o, share in shares.items() if below & {*o})
        worst = min(max(HALF, least), most)
        total += 4 * worst * (1 - worst)
    return total / (len(steps) - 1)


def _entropy(shares: Shares, kinds: int) -> Bounds:
    """As if all in a merged cell had chosen one of its options, or each as many."""
    least = -sum(share * log(share) for share in shares.values())
    within = sum(share * log(len(options)) for options, share in shares.items())
    return least / log(kinds), min(1.0, (least + within) / log(kinds))


def _surer(answers: Sequence[Answer], names: Sequence[str], top: str) -> int | None:
    sure: dict[bool, list[int]] = {True: [], False: []}
    for answer in answers:
        if answer.value in names and answer.confidence is not None:
            sure[answer.value == top].append(answer.confidence)
    if min(map(len, sure.values())) < SMALLEST_CELL:
        return None
    gap = STEP * round((fmean(sure[True]) - fmean(sure[False])) / STEP)
    return max(-FURTHEST, min(FURTHEST, gap))


def told(question: Choice, seen: Split, language: Language) -> tuple[str, ...]:
    """What the instructor reads before she shows a vote, the advice last."""
    if seen.share is None or seen.advice is None:
        return (say("too-few", language),)
    texts = {option.id: option.text[language] for option in question.options}
    least, most = (round(100 * end) for end in seen.share)
    share = (
        say("split-share", language, share=least)
        if least == most
        else say("nearly-all", language)
    )
    top = " = ".join(texts[option] for option in seen.top)
    lines = [say("split-top", language, top=top, share=share)]
    if seen.entropy:
        low, high = (round(end, 2) for end in seen.entropy)
        key = "split-spread" if low == high else "split-spread-between"
        lines.append(say(key, language, low=low, high=high))
    if seen.surer is not None:
        key = "split-surer" if seen.surer > 0 else "split-less-sure"
        key = key if seen.surer else "split-as-sure"
        points = abs(seen.surer)
        lines.append(say(key, language, points=points if points < FURTHEST else "≥ 20"))
    reason, advice = REASONS[seen.judged, seen.advice], seen.advice.value
    return (*lines, f"{say(reason, language)} {say(advice, language)}")
