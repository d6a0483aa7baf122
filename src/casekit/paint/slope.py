"""From a first number to a second: a line for each row, labelled where it starts."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from casekit.paint.brush import (
    ACCENT,
    INK,
    QUIET,
    ROW,
    SIZE,
    framed,
    spread,
    wrapped,
)
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.frozen import Language

    Points = Sequence[tuple[str, float | None, float | None]]
    Ends = tuple[float | None, float | None]  # of a line, in inches above the foot

LOOKS = ((ACCENT, "o"), ("#D55E00", "s"), ("#007A59", "D"), ("#A8487F", "^"))
NAME = 22  # characters of a row's name on one line
LEFT, RIGHT, GAP = 3.5, 1.2, 0.3  # inches beside the lines; from a line to its label
SHORT = 0.22  # of the way, where a line without its other end stops
HEAD = 22  # characters of a column's name on one line


def slope(
    points: Points, heads: Sequence[str], language: Language
) -> tuple[Callable[[Any], None], float]:
    """A row that lacks one of its numbers stops short, and says so."""
    names = [wrapped(name, NAME) for name, *_ in points]
    talls = [ROW * len(lines) + 0.06 for lines in names]
    top = 0.3 + ROW * max(len(wrapped(head, HEAD)) for head in heads)
    height = top + 0.35 + max(2.2, 1.2 * sum(talls))

    def draw(axes: Any) -> None:  # noqa: ANN401
        axes.set_axis_off()
        framed(axes, left=LEFT, right=RIGHT, top=top, bottom=0.35)
        up = _up(axes, [n for _, *own in points for n in own if n is not None])
        (_, wide), (_, high) = axes.get_xlim(), axes.get_ylim()
        for x, head in zip((0, wide), heads, strict=True):
            axes.plot([x, x], [0, high], color="#BBBBBB", lw=1, zorder=1)
            axes.text(
                x, high + 0.15, "\n".join(wrapped(head, HEAD)),
                ha="center", va="bottom", fontsize=SIZE, color=QUIET,
            )  # fmt: skip
        ends = [
            (None if first is None else up(first), None if last is None else up(last))
            for _, first, last in points
        ]
        starts = [first if first is not None else second for first, second in ends]
        lefts = spread([y or 0 for y in starts], talls, within=(0, high))
        looks = list(itertools.islice(itertools.cycle(LOOKS), len(points)))
        for (_, value, _), lines, (first, _), y, (colour, shape) in zip(
            points, names, ends, lefts, looks, strict=True
        ):
            told = "–" if value is None else number(value, language)
            if first is not None:
                _lead(axes, (0, first), (-GAP, y))
            axes.plot(  # the row's own mark, for lines that start at one point
                [-GAP], [y], marker=shape, markersize=8, color=colour, clip_on=False
            )
            axes.text(
                -GAP - 0.15, y, told, ha="right", va="center", fontsize=SIZE, color=INK
            )
            axes.text(
                -GAP - 0.85, y, "\n".join(lines), ha="right", va="center",
                fontsize=SIZE, color=INK,
            )  # fmt: skip
        for own, look in zip(ends, looks, strict=True):
            _line(axes, own, look)
        _right(axes, points, [second for _, second in ends], language)
        for side in (0, 1):
            _short(axes, ends, side, language)

    return draw, height


def _right(
    axes: Any,  # noqa: ANN401
    points: Points,
    ends: list[float | None],
    language: Language,
) -> None:
    wide = axes.get_xlim()[1]
    there = [
        (end, number(value, language))
        for end, (*_, value) in zip(ends, points, strict=True)
        if end is not None and value is not None
    ]
    places = spread([end for end, _ in there], ROW, within=axes.get_ylim())
    for (end, told), y in zip(there, places, strict=True):
        _lead(axes, (wide, end), (wide + GAP, y))
        axes.text(wide + GAP + 0.05, y, told, va="center", fontsize=SIZE, color=INK)


def _line(axes: Any, ends: Ends, look: tuple[str, str]) -> None:  # noqa: ANN401
    colour, shape = look
    wide = axes.get_xlim()[1]
    there = [(x, y) for x, y in zip((0, wide), ends, strict=True) if y is not None]
    axes.plot(
        *zip(*there, strict=True), marker=shape, markersize=9, color=colour, lw=2.5,
        zorder=4, clip_on=False,
    )  # fmt: skip


def _short(axes: Any, every: Sequence[Ends], side: int, language: Language) -> None:  # noqa: ANN401
    """Lines that start on one side and stop there: dotted to an open mark, in words."""
    lost = [
        (own[side] or 0, look)
        for own, look in zip(every, itertools.cycle(LOOKS), strict=False)
        if own[1 - side] is None
    ]
    wide = axes.get_xlim()[1]
    start, stop, aside = (0, SHORT * wide, 0.14)
    if side:
        start, stop, aside = wide, wide - stop, -aside
    for (y, (colour, shape)), place in zip(
        lost, spread([y for y, _ in lost], ROW, within=axes.get_ylim()), strict=True
    ):
        axes.plot([start, stop], [y, place], ":", color=colour, lw=2.5, zorder=3)
        axes.plot(
            [stop], [place], shape, markersize=9, markerfacecolor="white",
            markeredgecolor=colour, markeredgewidth=2, zorder=4, clip_on=False,
        )  # fmt: skip
        axes.text(
            stop + aside, place, say("not-found", language), va="center",
            ha="right" if side else "left", fontsize=SIZE, color=INK, zorder=5,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
        )  # fmt: skip


def _lead(axes: Any, start: tuple[float, float], stop: tuple[float, float]) -> None:  # noqa: ANN401
    """A thin line from an end to its label, which may have had to move."""
    across, up = zip(start, stop, strict=True)
    axes.plot(across, up, color="#BBBBBB", lw=1, zorder=2, clip_on=False)


def _up(axes: Any, values: list[float]) -> Callable[[float], float]:  # noqa: ANN401
    """The axes' own numbers are inches; a number's height is measured from zero."""
    box, (wide, high) = axes.get_position(), axes.figure.get_size_inches()
    most, least = max((*values, 0)), min((*values, 0))
    tall = most - least or 1
    axes.set_xlim(0, box.width * wide)
    axes.set_ylim(0, box.height * high)

    def up(value: float) -> float:
        return float(box.height * high * (value - least) / tall)

    return up
