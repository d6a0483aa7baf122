"""Numbers by date: a point on a stem for each, and never a line from one to the next.

What the points count may differ from one to the next; a line would say it does not.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Any, NamedTuple

from casekit.paint.brush import (
    ACCENT,
    INK,
    LETTER,
    QUIET,
    ROW,
    SIZE,
    framed,
    spread,
)
from casekit.words import day, number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from casekit.frozen import Language

    Points = Sequence[tuple[str, float, bool]]  # date, number, whether it is a claim

HEIGHT = 4.2  # inches
YEAR = 12  # months
FEW = 14  # months; longer times are told in years
YEARS, MONTHS = 12, 4  # names of which fit below the picture
MARK, SIDE = 0.17, 0.35  # inches: a point, and the room left and right
HEADROOM = 1.18  # times the greatest number, for its label


class Box(NamedTuple):
    """A place in inches: its middle and its half sizes."""

    x: float
    y: float
    wide: float
    high: float

    def meets(self, other: Box) -> bool:
        return (
            abs(self.x - other.x) < self.wide + other.wide
            and abs(self.y - other.y) < self.high + other.high
        )


def series(
    points: Points, unit: str, language: Language
) -> tuple[Callable[[Any], None], float]:
    def draw(axes: Any) -> None:  # noqa: ANN401
        axes.spines[["left"]].set_visible(False)
        axes.set_yticks([])
        framed(axes, left=SIDE, right=SIDE, top=0.95, bottom=0.5)
        axes.set_title(unit, loc="left", fontsize=SIZE, color=QUIET)
        if not points:
            axes.set_xticks([])
            return
        bands = months(points, language)
        across = _across(axes, bands)
        up = _up(axes, [value for _, value, _ in points])
        wide = axes.get_xlim()[1]
        stems = spread(
            [across(month(date)) for date, *_ in points],
            min(MARK * 1.15, wide / len(points)),
            within=(MARK / 2, wide - MARK / 2),
        )
        marks = [
            Box(x, up(value), MARK / 2, MARK / 2)
            for x, (_, value, _) in zip(stems, points, strict=True)
        ]
        told = [number(value, language) for _, value, _ in points]
        places = labels(marks, told, wide)
        for (_, _, claim), mark, words, place in zip(
            points, marks, told, places, strict=True
        ):
            axes.plot([mark.x, mark.x], [up(0), mark.y], color="#BBBBBB", lw=1.5)
            if place.y - mark.y > ROW:
                axes.plot([mark.x, place.x], [mark.y, place.y], color="#BBBBBB", lw=1)
            _mark(axes, [mark.x], [mark.y], claim=claim)
            axes.text(
                place.x, place.y, words, fontsize=SIZE, color=INK, zorder=4,
                ha="center", va="center_baseline",
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            )  # fmt: skip
        _legend(axes, {claim for *_, claim in points}, language)

    return draw, HEIGHT


def month(date: str) -> float:
    """Months since year 0; a year or a month stands in its own middle.

    >>> month("2019") - month("2018"), month("2019-07") - month("2019-06")
    (12.0, 1.0)
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year * YEAR + YEAR / 2
    of_year, *of_month = rest
    return year * YEAR + of_year - 1 + ((of_month[0] - 0.5) / 31 if of_month else 0.5)


def months(points: Points, language: Language) -> list[tuple[int, int, str]]:
    """The years or months below the picture: first and last month, and the name.

    >>> months([("2018", 1, False), ("2019-05", 2, False)], "en")
    [(24216, 24228, '2018'), (24228, 24240, '2019')]
    """
    dates = [date for date, *_ in points]
    first, last = min(map(month, dates)), max(map(month, dates))
    whole = last - first > FEW or any(date.isdecimal() for date in dates)
    step = YEAR if whole else 1
    start, stop = floor(first / step), floor(last / step) + 1
    every = ceil((stop - start) / (YEARS if whole else MONTHS))
    found = []
    for place in range(start, stop):
        year, of_year = divmod(place * step, YEAR)
        name = f"{year:04}" if whole else f"{year:04}-{of_year + 1:02}"
        told = "" if (place - start) % every else day(name, language)
        found.append((place * step, (place + 1) * step, told))
    return found


def labels(marks: list[Box], told: Sequence[str], right: float) -> list[Box]:
    """A place for each mark's label that meets no other label or mark.

    Where the stems leave no room a label stands on one of them.
    """
    stems = [Box(mark.x, mark.y / 2, 0.01, mark.y / 2) for mark in marks]
    found: dict[int, Box] = {}
    for index in sorted(range(len(marks)), key=marks.__getitem__):
        taken = [*marks, *found.values()]

        def crowd(place: Box, taken: list[Box] = taken) -> tuple[int, int]:
            outside = abs(place.x - right / 2) + place.wide > right / 2 + SIDE
            met = sum(map(place.meets, taken)) + outside
            return met, sum(map(place.meets, stems))

        found[index] = min(_round(marks[index], told[index]), key=crowd)
    return [found[index] for index in range(len(marks))]


def _round(mark: Box, told: str) -> Iterator[Box]:
    """Where a mark's label may stand, the best place first."""
    wide, high = LETTER * max(len(told), 2) / 2 + 0.06, ROW / 2
    aside, above = MARK / 2 + wide + 0.07, MARK / 2 + high + 0.01
    for x, y in ((0.0, above), (aside, 0.0), (-aside, 0.0)):
        yield Box(mark.x + x, mark.y + y, wide, high)
    for step in range(1, 7):
        for x in (0.0, aside, -aside):
            yield Box(mark.x + x, mark.y + above + step * ROW * 1.05, wide, high)


def _across(
    axes: Any,  # noqa: ANN401
    bands: list[tuple[int, int, str]],
) -> Callable[[float], float]:
    """Bands of time with their names; the axes' own numbers are inches."""
    wide = axes.get_position().width * axes.figure.get_size_inches()[0]
    first, last = bands[0][0], bands[-1][1]

    def across(month: float) -> float:
        return float(wide * (month - first) / (last - first))

    axes.set_xlim(0, wide)
    axes.set_xticks([across(start) for start, *_ in bands] + [wide])
    axes.set_xticklabels([])
    axes.set_xticks([across((a + b) / 2) for a, b, _ in bands], minor=True)
    axes.set_xticklabels([told for *_, told in bands], minor=True)
    axes.tick_params(axis="x", which="minor", length=0, labelsize=SIZE, colors=INK)
    axes.grid(axis="x", color="#EEEEEE", zorder=0)
    axes.set_axisbelow(True)
    return across


def _up(axes: Any, values: list[float]) -> Callable[[float], float]:  # noqa: ANN401
    high = axes.get_position().height * axes.figure.get_size_inches()[1]
    most, least = max(*values, 0) * HEADROOM, min(*values, 0) * HEADROOM
    tall = most - least or 1

    def up(value: float) -> float:
        return float(high * (value - least) / tall)

    axes.set_ylim(0, high)
    axes.spines["bottom"].set_position(("data", up(0)))
    return up


def _mark(
    axes: Any,  # noqa: ANN401
    x: list[float],
    y: list[float],
    *,
    claim: bool,
    told: str | None = None,
) -> None:
    """Filled, or hollow where it is a claim."""
    axes.plot(
        x, y, "o", markersize=11, markeredgewidth=2.5, markeredgecolor=ACCENT,
        markerfacecolor="white" if claim else ACCENT, zorder=3, label=told,
        linestyle="none",
        clip_on=False,
    )  # fmt: skip


def _legend(axes: Any, kinds: set[bool], language: Language) -> None:  # noqa: ANN401
    for claim in sorted(kinds):
        told = say("mark-claim" if claim else "mark-no-claim", language)
        _mark(axes, [], [], claim=claim, told=told)
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.02, 1.1), ncols=2, frameon=False,
        fontsize=SIZE, borderaxespad=0, handletextpad=0.2, columnspacing=1.5,
        labelcolor=INK,
    )  # fmt: skip
