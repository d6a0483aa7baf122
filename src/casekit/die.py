"""A die in the learner's hand: 1 says yes, 6 says no, anything else the truth.

Randomised response (Warner 1965), with forced answers (Boruch 1971). Nobody but the
learner sees the die, so that nobody can say of a yes whether it was his or the die's.

It hides much, not all. A yes comes from five in six of those for whom it is true and
from one in six of the others: five to one. Where three in ten could truly say yes, a
yes makes it 68 % likely of the one who gave it, and a no 8 %. Learners are told so
before they answer. As every answer is covered by its own die, the sum of them needs no
merging of small cells; it is shown from ten answers up all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, exp, log, sqrt
from typing import TYPE_CHECKING

from casekit.errors import RoomError
from casekit.tally import SINGLES_FROM
from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.tally import Dice

SAYS_YES, SAYS_NO, FACES = 1, 6, 6
FORCED = 1 / FACES  # the share of yes that the die gives by itself; of no, the same
TRUE = 1 - 2 * FORCED
RISK = 0.05
HALVINGS = 40


def said(*, truth: bool, face: int) -> bool:
    """What is answered with this face up."""
    return {SAYS_YES: True, SAYS_NO: False}.get(face, truth)


@dataclass(frozen=True)
class Share:
    """The true share of yes among `count`, as far as the die lets it be known.

    `share` is unbiased, and so may lie outside 0 to 1. `error` is its standard error
    (at the nearest share that can be, so never less than the die's own chance),
    `direct` that of a question asked openly of as many with the same share. `low` and
    `high` are the 95 % interval: the exact one of the yes that were said (Clopper and
    Pearson 1934: at least 95 %, whatever the share), seen through the die and cut to
    0 to 1. `odd` says that a fair die, honestly followed, hardly gives such answers at
    any share: then no interval means anything.
    """

    count: int
    share: float
    error: float
    direct: float
    low: float
    high: float
    odd: bool


def estimate(yes: int, count: int) -> Share | None:
    """What `yes` of `count` answers tell; None below ten answers.

    >>> seen = estimate(21, 57)
    >>> f"{seen.share:.2f} ± {seen.error:.3f}, {seen.low:.2f} to {seen.high:.2f}"
    '0.30 ± 0.096, 0.12 to 0.51'
    """
    if not 0 <= yes <= count:
        raise RoomError(
            f"{yes} of {count} answers cannot be yes; count both answers again"
        )
    if count < SINGLES_FROM:
        return None
    share = _seen_through(yes / count)
    low, high = (_seen_through(end) for end in _exact(yes, count))
    return Share(
        count=count,
        share=share,
        error=error(_kept(share), count),
        direct=sqrt(_kept(share) * (1 - _kept(share)) / count),
        low=_kept(low),
        high=_kept(high),
        odd=high < 0 or low > 1,
    )


def error(share: float, count: int) -> float:
    """The standard error of the estimate where the true share is `share`.

    >>> round(error(0.3, 57), 3), round(sqrt(0.3 * 0.7 / 57), 3)
    (0.096, 0.061)
    """
    yes = FORCED + TRUE * share
    return sqrt(yes * (1 - yes) / count) / TRUE


def rules(language: Language) -> tuple[str, str]:
    """What a learner reads before he rolls: what to do, and what an answer reveals."""
    return say("die-rules", language), say("die-reveals", language)


def seen_in(dice: Dice) -> Share | None:
    """What a class's answers tell; None below ten answers."""
    return estimate(dice.yes, dice.count)


def told(seen: Share | None, language: Language) -> str:
    """What is read beside the estimate, with the price of the die."""
    if seen is None:
        return say("too-few", language)
    if seen.odd:
        return say("die-odd", language, count=seen.count)
    return say(
        "die-told",
        language,
        count=seen.count,
        share=round(100 * _kept(seen.share)),
        low=round(100 * seen.low),
        high=round(100 * seen.high),
        error=round(100 * seen.error, 1),
        direct=round(100 * seen.direct, 1),
    )


def _seen_through(yes: float) -> float:
    """The true share where `yes` is the share of yes that were said."""
    return (yes - FORCED) / TRUE


def _kept(share: float) -> float:
    return min(1.0, max(0.0, share))


def _exact(yes: int, count: int) -> tuple[float, float]:
    """Both ends of Clopper and Pearson's interval, by halving."""
    return _lowest(yes, count), 1 - _lowest(count - yes, count)


def _lowest(yes: int, count: int) -> float:
    """The share at which so many yes or more come with half the risk; 0 for none."""
    ways = [(n, count - n, log(comb(count, n))) for n in range(yes, count + 1)]

    def or_more(share: float) -> float:
        """By logarithms, as binomials of large classes are beyond a float."""
        here, not_here = log(share), log(1 - share)
        return sum(exp(n * here + rest * not_here + way) for n, rest, way in ways)

    low, high = 0.0, 1.0
    for _ in range(HALVINGS if yes else 0):
        middle = (low + high) / 2
        if or_more(middle) < RISK / 2:
            low = middle
        else:
            high = middle
    return low
