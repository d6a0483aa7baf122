"""One look for every picture: its colours, its margins, and room between labels."""

from __future__ import annotations

import itertools
import textwrap
from math import inf
from typing import TYPE_CHECKING, Any

from casekit.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casekit.frozen import Language

ACCENT = "#0072B2"  # Okabe-Ito blue; 5.2 : 1 on white
INK = "#222222"
QUIET = "#6B6B6B"
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
WIDTH = 8.0  # inches, of every picture
SIZE = 13  # points, of words in a picture
LETTER, ROW = 0.105, 0.24  # inches that a letter and a line of that size take
LINE = 66  # characters that fit beside a timeline


def wrapped(text: str, width: int = LINE) -> list[str]:
    """The lines of a label; never none."""
    return textwrap.wrap(text, width) or [""]


def framed(
    axes: Any,  # noqa: ANN401
    *,
    left: float,
    right: float,
    top: float,
    bottom: float,
) -> None:
    """Margins in inches; a layout engine finds them by drawing more than once."""
    axes.figure.set_layout_engine("none")
    width, height = axes.figure.get_size_inches()
    axes.set_position(
        [
            left / width,
            bottom / height,
            1 - (left + right) / width,
            1 - (top + bottom) / height,
        ]
    )


def numbers(axis: Any, language: Language) -> None:  # noqa: ANN401
    """Write an axis's numbers as the language does."""
    axis.set_major_formatter(lambda value, _: number(round(value, 6), language))


def spread(
    places: Sequence[float],
    apart: float | Sequence[float],
    *,
    within: tuple[float, float] = (-inf, inf),
) -> list[float]:
    """Places for labels, in the order given and nearly this far apart or farther.

    Some may need more room than others; all stand `within`, or if they are too many
    the highest does.

    >>> [round(place, 1) for place in spread([5.0, 1.0, 5.0], 2.0)]
    [4.0, 1.0, 6.0]
    >>> spread([0.0, 0.0], 2.0, within=(0.0, 9.0))
    [0.0, 2.0]
    """
    room = [apart] * len(places) if isinstance(apart, int | float) else apart
    upward = sorted(range(len(places)), key=places.__getitem__)
    steps = [
        (low, high, (room[low] + room[high]) / 2)
        for low, high in itertools.pairwise(upward)
    ]
    found = list(places)
    for _ in range(100):
        gaps = [
            (low, high, step - found[high] + found[low]) for low, high, step in steps
        ]
        if all(gap <= room[low] * 1e-3 for low, _, gap in gaps):
            break
        for low, high, gap in gaps:
            found[low] -= max(gap, 0) / 2
            found[high] += max(gap, 0) / 2
    for lowest in upward[:1]:
        found[lowest] = max(found[lowest], within[0])
    for low, high, step in steps:
        found[high] = max(found[high], found[low] + step)
    for highest in upward[-1:]:
        found[highest] = min(found[highest], within[1])
    for low, high, step in reversed(steps):
        found[low] = min(found[low], found[high] - step)
    return found
