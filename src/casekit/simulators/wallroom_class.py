"""A class of policies on the Wall Room's curves: nobody is named, all is rounded."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import inf
from statistics import median_low
from typing import TYPE_CHECKING, Any

from casekit.charts import Chart
from casekit.paint import INK, PALETTE
from casekit.simulators.wallroom_law import across, law, wall
from casekit.simulators.wallroom_paint import APART, PALE, SIZE, numbers
from casekit.tally import SINGLES_FROM
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casekit.frozen import Language
    from casekit.models.wallroom import Wall
    from casekit.simulator import Simulator
    from casekit.simulators import Setting
    from casekit.simulators.wallroom_paint import Drawing, Line

    Dot = tuple[float, int, int, float, int]  # threshold, crews, reserve, minutes, n

COARSE = 0.5  # of a threshold, and of a minute
MARKERS = "osD^vPXhp"
SHORTEST = 0.5  # minutes: less is drawn as so much
TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)  # minutes


def class_charts(
    simulator: Simulator, settings: Sequence[Setting], language: Language
) -> tuple[Chart, ...]:
    """Thresholds and waits are rounded, so that a dot is nobody's in particular."""
    if len(settings) < SINGLES_FROM:
        sentence, few = simulator.title[language], say("too-few", language)
        return (Chart(sentence, ("",), ((few,),)),)
    walls = [wall(setting) for setting in settings]
    middle = replace(
        walls[0],
        **{
            lever: median_low(getattr(each, lever) for each in walls)
            for lever in ("threshold", "crews", "reserve")
        },
    )
    counts = Counter(_coarse(each) for each in walls)
    waits = {each: law(each).emergency for each in (*counts, _coarse(middle))}
    dots = tuple(
        (*_place(each), _rounded(waits[each]), count)
        for each, count in sorted(counts.items(), key=lambda pair: _place(pair[0]))
        if waits[each] < inf
    )
    endless = sum(count for each, count in counts.items() if waits[each] == inf)
    mean = _coarse(middle)
    star = (*_place(mean), _rounded(waits[mean])) if waits[mean] < inf else None
    rooms = [
        replace(walls[0], crews=crews, reserve=0)
        for crews in sorted({each.crews for each in counts})
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
        tuple(number(part, language) for part in (threshold, crews, kept, wait, count))
        for threshold, crews, kept, wait, count in dots
    ]
    words = say("wallroom-class-median", language)
    at = _place(mean)
    shown = number(star[-1], language) if star else say("wallroom-endless", language)
    rows.append((*(number(part, language) for part in at), shown, words))
    sentence = say("wallroom-class", language, count=len(settings), endless=endless)
    return (
        Chart(
            sentence,
            (*(say(key, language) for key in keys), "n"),
            tuple(rows),
            (dots, endless, star),
            _policies(curves, dots, star, language) if dots else None,
            4.8,
        ),
    )


def _coarse(one: Wall) -> Wall:
    return replace(one, threshold=COARSE * round((one.threshold or 0.0) / COARSE))


def _place(one: Wall) -> tuple[float, int, int]:
    return one.threshold or 0.0, one.crews, one.reserve


def _rounded(minutes: float) -> float:
    return COARSE * round(minutes / COARSE)


def _policies(
    curves: Mapping[int, Line],
    dots: Sequence[Dot],
    star: tuple[float, int, int, float] | None,
    language: Language,
) -> Drawing:
    """A class on its curves: a dot for equal policies, with their number if several."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        looks = {
            crews: (PALETTE[place % len(PALETTE)], MARKERS[place % len(MARKERS)])
            for place, crews in enumerate(curves)
        }
        for crews, line in curves.items():
            thresholds, up = zip(*line, strict=True)
            shown, (colour, marker) = [max(wait, SHORTEST) for wait in up], looks[crews]
            axes.plot(thresholds, shown, color=colour, linewidth=2, zorder=1)
            axes.plot([3.3], [shown[-1]], marker, color=colour, markersize=11)
            axes.text(
                3.45, shown[-1], say("wallroom-some-crews", language, crews=crews),
                va="center", fontsize=SIZE, color=INK,
            )  # fmt: skip
        for threshold, crews, kept, wait, count in dots:
            colour, marker = looks[crews]
            beside = threshold + 2 * APART * kept
            axes.plot(
                [beside], [max(wait, SHORTEST)], marker,
                markersize=11 if count == 1 else 19,
                color="white" if kept else colour, markeredgecolor=colour,
                markeredgewidth=2.5 if kept else 1, zorder=3,
            )  # fmt: skip
            if count > 1:
                axes.text(
                    beside, max(wait, SHORTEST), number(count, language),
                    ha="center", va="center_baseline",
                    fontsize=12, color=INK, weight="bold", zorder=4,
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
                )  # fmt: skip
        if star is not None:
            axes.plot(
                [star[0]], [max(star[-1], SHORTEST)], "*", color="#F0E442",
                markeredgecolor=INK, markeredgewidth=1.5, markersize=38, zorder=2,
            )  # fmt: skip
            axes.plot(
                [], [], "*", color="#F0E442", markeredgecolor=INK, markersize=20,
                label=say("wallroom-class-median", language),
            )  # fmt: skip
        if any(dot[2] for dot in dots):
            axes.plot(
                [], [], "o", color="white", markeredgecolor=INK, markeredgewidth=2.5,
                markersize=11, label=say("wallroom-with-reserve", language),
            )  # fmt: skip
        axes.legend(
            loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False,
            fontsize=SIZE,
        )  # fmt: skip
        highest = max([5.0, *(dot[3] for dot in dots)])
        highest = max([highest, *(y for line in curves.values() for _, y in line)])
        ticks = [tick for tick in TICKS if tick <= highest]
        names = [number(tick, language) for tick in ticks]
        axes.set_yscale("log")
        axes.set_yticks(ticks, [f"≤ {names[0]}", *names[1:]])
        axes.minorticks_off()
        axes.set_ylim(0.36, 1.5 * highest)
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
