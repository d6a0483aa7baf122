"""How good a forecast was, by rules under which an honest forecaster does best.

All are penalties: smaller is better. Pure functions of numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.question import WHOLE

if TYPE_CHECKING:
    from collections.abc import Mapping

MISS = 10  # 2 / 0.2: what a step outside an 80 % interval costs beside a step of width


def miss(low: float, high: float, came: float) -> float:
    """How far what came lies outside an interval; nothing where it lies inside."""
    return max(low - came, came - high, 0)


def interval_score(low: float, high: float, came: float) -> float:
    """The interval score of a central 80 % interval, in the number's own unit.

    Its width, and `MISS` times the distance by which it missed (Winkler 1972;
    Gneiting and Raftery 2007, equation 43). 0 is best; there is no worst.

    >>> interval_score(3, 8, 5), interval_score(3, 8, 10)
    (5, 25)
    """
    return high - low + MISS * miss(low, high, came)


def brier_score(shares: Mapping[str, float], came: str) -> float:
    """The score of a hundred points of probability over parts that exclude each other.

    The sum of squared errors over all parts (Brier 1950): from 0 to 2.

    >>> brier_score({"kept": 50, "closed": 30, "grown": 20}, "kept")
    0.38
    >>> brier_score({"kept": 0, "closed": 100}, "kept")
    2.0
    """
    errors = (share - WHOLE * (part == came) for part, share in shares.items())
    return sum(error * error for error in errors) / WHOLE**2


def even_brier_score(parts: int) -> float:
    """The score of who knows nothing and gives every part the same: 1 − 1/n.

    >>> even_brier_score(4)
    0.75
    """
    return 1 - 1 / parts
