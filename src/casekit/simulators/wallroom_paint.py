"""The Wall Room's pictures: big, labelled directly, never colour alone."""

from __future__ import annotations

from math import inf, isfinite
from typing import TYPE_CHECKING, Any

from casekit.paint import ACCENT, INK, PALETTE, QUIET, framed, numbers
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from casekit.frozen import Language

    Drawing = Callable[[Any], None]
    Line = tuple[tuple[float, float], ...]
    Seen = tuple[tuple[float, tuple[float, float]], ...]  # threshold, minutes, error

SIZE = 14  # points
PALE = "#DDDDDD"
WARM = PALETTE[5]
DASHED = (0, (5, 2))
LOOK: dict[str, tuple[str, Any, str]] = {  # colour, line, marker
    "emergency": (ACCENT, "-", "o"),
    "everyone": (WARM, DASHED, "s"),
}
LINES = {"emergency": "wallroom-emergency-line", "everyone": "wallroom-everyone-line"}
ROOM = 3.0  # times the tallest wait of the chosen threshold that a curve may rise to
HALF = 0.7  # a threshold from which on there is more room on its left
APART = 0.06  # of a threshold: what stands beside each other there


def curve(
    lines: Mapping[str, Line],
    seen: Mapping[str, Seen],
    chosen: float,
    language: Language,
    *,
    holds: bool,
) -> Drawing:
    """Closed forms as lines; the simulation as points, ± 2 errors."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=0.95, right=0.15, top=0.5, bottom=0.95)
        top = _top(lines, seen, chosen)
        axes.axvline(chosen, color=PALE, linewidth=7, zorder=0)
        for name, (colour, dashes, marker) in LOOK.items():
            axes.plot(
                *zip(*lines[name], strict=True), color=colour, linestyle=dashes,
                linewidth=3 if holds else 2, alpha=1 if holds else 0.55, zorder=2,
            )  # fmt: skip
            side = APART if name == "everyone" else -APART
            for own in (False, True):
                points = [point for point in seen[name] if (point[0] == chosen) == own]
                if points:
                    axes.errorbar(
                        [at + (0 if own else side) for at, _ in points],
                        [value for _, (value, _) in points],
                        [2 * error for _, (_, error) in points],
                        fmt=marker, color=colour, markersize=13 if own else 9,
                        markeredgecolor="white", markeredgewidth=1.2,
                        elinewidth=2.5 if own else 1.5, zorder=4 if own else 3,
                    )  # fmt: skip
            now = {each: dict(points)[chosen][0] for each, points in seen.items()}
            up = now[name] == max(now.values())
            _minutes(axes, (chosen, now[name]), colour, language, up=up)
        left = chosen > HALF
        axes.text(
            chosen + (-2 if left else 2) * APART, 0.99 * top,
            say("wallroom-chosen", language), ha="right" if left else "left",
            va="top", fontsize=SIZE - 1, color=QUIET,
        )  # fmt: skip
        axes.set_xlim(-3.15, 3.15)
        axes.set_ylim(0, top)
        _key(axes, language)
        axes.tick_params(labelsize=SIZE, left=False, bottom=False)
        axes.set_xticks(range(-3, 4))
        axes.locator_params(axis="y", nbins=5)
        note = "wallroom-line-and-points" if holds else "wallroom-line-unbroken"
        axes.set_xlabel(
            f"{say('wallroom-across', language)}\n{say(note, language)}",
            fontsize=SIZE - 1, color=INK,
        )  # fmt: skip
        axes.set_ylabel(say("wallroom-up", language), fontsize=SIZE, color=INK)
        numbers(axes.xaxis, language)
        numbers(axes.yaxis, language)
        axes.grid(axis="y", color=PALE, linewidth=0.8, zorder=0)

    return draw


def waits(
    bars: Sequence[tuple[str, float, float, float]], language: Language
) -> Drawing:
    """A bar for each kind of report; who waits without end has an arrow."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        finite = [value for _, _, value, _ in bars if isfinite(value)]
        top = widest = max([*finite, 1e-9])
        for place, (_, rate, value, error) in enumerate(reversed(bars)):
            missed = place % 2 == 0
            colour = ACCENT if place >= len(bars) // 2 else QUIET
            width = value if isfinite(value) else (top if value == inf else 0)
            axes.barh(
                [place], width, color="white" if missed else colour, edgecolor=colour,
                hatch="///" if missed else None, linewidth=2, height=0.6, zorder=2,
            )  # fmt: skip
            if isfinite(value):
                axes.errorbar(
                    [value], [place], xerr=[2 * error], color=INK, capsize=4, zorder=3
                )
            arrow = "→ " if value == inf else ""
            words = f"{arrow}{_told(value, language)}  ({_often(rate, language)})"
            side = width + (2 * error if isfinite(error) else 0)
            widest = max(widest, side)
            axes.annotate(
                words, (side, place), (9, 0), textcoords="offset points",
                va="center", fontsize=SIZE, color=INK,
            )  # fmt: skip
        names = [bar[0].replace(", ", ",\n") for bar in reversed(bars)]
        axes.set_yticks(range(len(bars)), names)
        axes.tick_params(labelsize=SIZE)
        axes.set_xlim(0, 2.1 * widest)
        axes.xaxis.set_visible(False)
        axes.spines["bottom"].set_visible(False)

    return draw


def growth(
    seen: Sequence[tuple[float, float, float]],
    line: Line,
    surge: float,
    language: Language,
) -> Drawing:
    """How many wait, hour by hour, over the fluid limit where there is one."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        times, many, errors = zip(*seen, strict=True)
        low = [n - 2 * e for n, e in zip(many, errors, strict=True)]
        high = [n + 2 * e for n, e in zip(many, errors, strict=True)]
        top = 1.15 * max(high)
        if surge:
            axes.axvspan(0, surge, color=PALE, alpha=0.7, linewidth=0, zorder=0)
            axes.text(
                surge / 2, 0.95 * top, say("wallroom-surge", language), ha="center",
                va="top", fontsize=SIZE, color=INK,
            )  # fmt: skip
        axes.fill_between(times, low, high, color=ACCENT, alpha=0.2, linewidth=0)
        axes.plot(times, many, color=ACCENT, linewidth=3, zorder=3)
        axes.plot([times[-1]], [many[-1]], "o", color=ACCENT, markersize=12, zorder=4)
        axes.text(
            times[-1] + 0.15, many[-1], number(float(f"{many[-1]:.2g}"), language),
            va="center", fontsize=SIZE + 2, color=INK,
        )  # fmt: skip
        if line:
            axes.plot(
                *zip(*line, strict=True), color=INK, linestyle=DASHED, linewidth=2,
                label=say("wallroom-grows", language),
            )  # fmt: skip
            axes.legend(
                loc="lower left", bbox_to_anchor=(0, 1), frameon=False, fontsize=SIZE
            )
        axes.set_xlim(0, times[-1] + 0.9)
        axes.set_ylim(0, top)
        axes.set_xticks(range(int(times[-1]) + 1))
        axes.tick_params(labelsize=SIZE)
        numbers(axes.yaxis, language)
        axes.set_xlabel(say("wallroom-hour", language), fontsize=SIZE, color=INK)
        axes.set_ylabel(say("wallroom-waiting", language), fontsize=SIZE, color=INK)
        axes.grid(axis="y", color=PALE, linewidth=0.8, zorder=0)

    return draw


def _top(lines: Mapping[str, Line], seen: Mapping[str, Seen], chosen: float) -> float:
    """The top of the picture: all of it, but for curves that go out of sight."""
    ends = [
        value + 2 * error
        for points in seen.values()
        for threshold, (value, error) in points
        if threshold == chosen
    ]
    highest = max((y for line in lines.values() for _, y in line), default=0.0)
    return 1.18 * max(*ends, min(highest, ROOM * max(ends)), 0.1)


def _minutes(
    axes: Any,  # noqa: ANN401
    point: tuple[float, float],
    colour: str,
    language: Language,
    *,
    up: bool,
) -> None:
    """The chosen point's number: on the side with room, and clear of the other's."""
    left = point[0] > HALF
    axes.annotate(
        _told(point[1], language), point,
        xytext=(-14 if left else 14, 9 if up else -6), textcoords="offset points",
        ha="right" if left else "left", va="bottom" if up else "top",
        fontsize=SIZE + 2, color=colour, weight="bold", zorder=5,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 0.5},
    )  # fmt: skip


def _told(value: float, language: Language) -> str:
    if not isfinite(value):
        return say("wallroom-endless" if value == inf else "wallroom-nobody", language)
    return say("wallroom-figure", language, value=float(f"{value:.2g}"))


def _often(rate: float, language: Language) -> str:
    if rate < 1:
        return say("wallroom-seldom", language, hours=float(f"{1 / rate:.2g}"))
    return say("wallroom-rate", language, rate=float(f"{rate:.2g}"))


def _key(axes: Any, language: Language) -> None:  # noqa: ANN401
    for name, (colour, dashes, marker) in LOOK.items():
        axes.plot(
            [], [], color=colour, linestyle=dashes, marker=marker, markersize=11,
            linewidth=3, label=say(LINES[name], language),
        )  # fmt: skip
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False,
        fontsize=SIZE, handlelength=3.4,
    )  # fmt: skip
