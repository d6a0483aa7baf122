"""A class of policies on the Wall Room's curves: nobody can be singled out."""

from __future__ import annotations

from dataclasses import replace
from math import inf, log10
from statistics import median_low
from typing import TYPE_CHECKING, Any

from casekit.charts import Chart
from casekit.paint import INK, PALETTE, numbers, spread
from casekit.simulators.crowd import crowd, too_few
from casekit.simulators.wallroom_law import across, law, wall
from casekit.simulators.wallroom_paint import APART, PALE, SIZE
from casekit.tally import SINGLES_FROM
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casekit.frozen import Language
    from casekit.models.wallroom import Wall
    from casekit.simulator import Simulator
    from casekit.simulators import Setting
    from casekit.simulators.wallroom_paint import Drawing, Line

    Place = tuple[float, int, int, float]  # threshold, crews, reserve, minutes

COARSE = 0.5  # of a threshold, and of a minute
ENDLESS = inf, 0, 0, inf  # the place of all whose emergencies wait without end
MARKERS = "osD^vPXhp"
SHORTEST = 0.5  # minutes: less is drawn as so much
LOWEST = 0.3  # minutes: the bottom of the picture
LINE = 0.065  # of the height of the picture that a label takes
TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)  # minutes


def class_charts(
    simulator: Simulator,  # noqa: ARG001 - every engine is called alike
    settings: Sequence[Setting],
    language: Language,
) -> tuple[Chart, ...]:
    """Thresholds and waits are rounded, so that a dot is nobody's in particular."""
    if len(settings) < SINGLES_FROM:
        return (too_few(language),)
    walls = [wall(setting) for setting in settings]
    middle = replace(
        walls[0],
        **{
            lever: median_low(getattr(each, lever) for each in walls)
            for lever in ("threshold", "crews", "reserve")
        },
    )
    *places, star = map(_place, (*walls, middle))
    seen = crowd(places)
    dots = tuple(dot for dot in seen.dots if dot[0] != ENDLESS)
    rooms = [
        replace(walls[0], crews=crews, reserve=0)
        for crews in sorted({each.crews for each in walls})
    ]
    curves = {
        room.crews: tuple((at, each.emergency) for at, each in across(room).items())
        for room in rooms
        if law(room).everyone < inf
    }
    keys = (
        *("wallroom-threshold", "wallroom-crews"),
        *("wallroom-reserve", "wallroom-emergency"),
    )
    rows = [
        *seen.rows(lambda place: _told(place, language), language),
        (*_told(star, language), say("wallroom-class-median", language)),
    ]
    return (
        Chart(
            say("wallroom-class", language, count=len(settings)),
            (*(say(key, language) for key in keys), "n"),
            tuple(rows),
            (dots, star),
            _policies(curves, dots, star, language) if dots else None,
            4.8,
        ),
    )


def _place(one: Wall) -> Place:
    """On a coarse scale; where a queue grows without end, all alike."""
    threshold = _rounded(one.threshold or 0.0)
    minutes = law(replace(one, threshold=threshold)).emergency
    if minutes == inf:
        return ENDLESS
    return threshold, one.crews, one.reserve, _rounded(minutes)


def _rounded(value: float) -> float:
    return COARSE * round(value / COARSE)


def _told(place: Place, language: Language) -> tuple[str, ...]:
    if place == ENDLESS:
        return "–", "–", "–", say("wallroom-endless", language)
    return tuple(number(part, language) for part in place)


def _policies(
    curves: Mapping[int, Line],
    dots: Sequence[tuple[Place, int | None]],
    star: Place,
    language: Language,
) -> Drawing:
    """A class on its curves: a dot for equal policies, with their number if told."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        crewed = sorted({*curves, *(place[1] for place, _ in dots)})
        looks = {
            crews: (PALETTE[each % len(PALETTE)], MARKERS[each % len(MARKERS)])
            for each, crews in enumerate(crewed)
        }
        highest = max([5.0, *(place[3] for place, _ in dots)])
        highest = max([highest, *(y for line in curves.values() for _, y in line)])
        low, high = LOWEST, 1.5 * highest
        ends = [log10(max(line[-1][1], SHORTEST)) for line in curves.values()]
        heights = spread(ends, LINE * log10(high / low))
        for (crews, line), height in zip(curves.items(), heights, strict=True):
            thresholds, up = zip(*line, strict=True)
            shown, (colour, marker) = [max(wait, SHORTEST) for wait in up], looks[crews]
            axes.plot(thresholds, shown, color=colour, linewidth=2, zorder=1)
            axes.plot([3.3], [10**height], marker, color=colour, markersize=11)
            axes.text(
                3.45, 10**height, say("wallroom-some-crews", language, crews=crews),
                va="center", fontsize=SIZE, color=INK,
            )  # fmt: skip
        for (threshold, crews, kept, wait), count in dots:
            colour, marker = looks[crews]
            beside = threshold + 2 * APART * kept
            axes.plot(
                [beside], [max(wait, SHORTEST)], marker,
                markersize=11 if count is None else 19,
                color="white" if kept else colour, markeredgecolor=colour,
                markeredgewidth=2.5 if kept else 1, zorder=3,
            )  # fmt: skip
            if count is not None:
                axes.text(
                    beside, max(wait, SHORTEST), number(count, language),
                    ha="center", va="center_baseline",
                    fontsize=12, color=INK, weight="bold", zorder=4,
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
                )  # fmt: skip
        if star != ENDLESS:
            axes.plot(
                [star[0]], [max(star[-1], SHORTEST)], "*", color="#F0E442",
                markeredgecolor=INK, markeredgewidth=1.5, markersize=38, zorder=2,
            )  # fmt: skip
            axes.plot(
                [], [], "*", color="#F0E442", markeredgecolor=INK, markersize=20,
                label=say("wallroom-class-median", language),
            )  # fmt: skip
        if any(place[2] for place, _ in dots):
            axes.plot(
                [], [], "o", color="white", markeredgecolor=INK, markeredgewidth=2.5,
                markersize=11, label=say("wallroom-with-reserve", language),
            )  # fmt: skip
        axes.legend(
            loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False,
            fontsize=SIZE,
        )  # fmt: skip
        ticks = [tick for tick in TICKS if tick <= highest]
        names = [number(tick, language) for tick in ticks]
        axes.set_yscale("log")
        axes.set_yticks(ticks, [f"≤ {names[0]}", *names[1:]])
        axes.minorticks_off()
        axes.set_ylim(low, high)
        axes.set_xlim(-3.2, 4.5)
        axes.set_xticks(range(-3, 4))
        axes.tick_params(labelsize=SIZE)
        numbers(axes.xaxis, language)
        axes.set_xlabel(
            say("wallroom-across", language), fontsize=SIZE - 1, color=INK, loc="left"
        )
        axes.set_ylabel(say("wallroom-emergency", language), fontsize=SIZE, color=INK)
        axes.grid(axis="y", color=PALE, linewidth=0.8, zorder=0)

    return draw
