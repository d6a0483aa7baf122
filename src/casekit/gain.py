"""How much of what a class did not know it came to know between two votes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.tally import Cells

NORMAL_95 = 1.959964


class Gain(NamedTuple):
    """The normalised gain, at most 1 and below 0 for a loss, with its 95 % interval."""

    value: float
    low: float
    high: float


def gain(first: Cells, second: Cells, right: str) -> Gain | None:
    """(after − before) / (1 − before), from two tallies that both name `right`.

    The gain is Hake's (American Journal of Physics 66, 1998, 64-74): the share of the
    wrong answers that became right. It is one minus a ratio of two shares of wrong
    answers, so its interval is the delta method's on the logarithm of that ratio (Katz
    et al., Biometrics 34, 1978, 469-474). The two votes are taken as independent: what
    links them may not be shown, and an interval that used it would show it. People who
    keep their answers make it wider than it need be. A class is no random sample, so
    the interval tells how far chance alone could move so small a class.

    None where a tally merges `right` with others or says no more than "≥ 90 %".

    >>> from casekit.tally import cells
    >>> before = cells("ab", "a" * 20 + "b" * 37)
    >>> after = cells("ab", "a" * 38 + "b" * 19)
    >>> [round(value, 2) for value in gain(before, after, "a")]
    [0.49, 0.22, 0.66]
    """
    tallies = [{cell.options: cell.count for cell in t.cells} for t in (first, second)]
    if not all((right,) in counts for counts in tallies):
        return None
    totals = [sum(counts.values()) for counts in tallies]
    wrong = [total - c[right,] for c, total in zip(tallies, totals, strict=True)]
    ratio = wrong[1] / totals[1] / (wrong[0] / totals[0])
    error = math.sqrt(sum(1 / w - 1 / n for w, n in zip(wrong, totals, strict=True)))
    low, high = (1 - ratio * math.exp(sign * NORMAL_95 * error) for sign in (1, -1))
    return Gain(1 - ratio, low, high)


def told(seen: Gain, language: Language) -> str:
    """What is read beside two votes on a question with a right answer.

    >>> told(Gain(0.487, 0.221, 0.662), "en")[:59]
    'Learning gain (Hake): 0.49, 95% interval 0.22 to 0.66; 1 if'
    """
    rounded = {name: round(value, 2) for name, value in seen._asdict().items()}
    return say("gain-told", language, **rounded)
