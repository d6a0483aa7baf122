"""The rotation simulator's pictures: big, labelled directly, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from casekit.paint import ACCENT, INK, PALETTE, QUIET, framed
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from casekit.frozen import Language
    from casekit.models.policy import Rule

    Drawing = Callable[[Any], None]
    Curve = tuple[str, tuple[tuple[float, float], ...], "Share"]
    Place = tuple[float, float, float]  # depth, breadth, continuity
    Dot = tuple[Place, int | None]

MEASURES = {
    "depth": "rotation-depth",
    "breadth": "rotation-breadth",
    "continuity": "rotation-continuity",
    "fit": "rotation-fit",
    "collusion": "rotation-collusion",
}
RULES: dict[Rule, str] = {
    "best": "rotation-best",
    "serial": "rotation-serial",
    "random": "rotation-random",
}
SIZE = 14  # points
PALE = "#DDDDDD"
DASHED = (0, (5, 2))
STYLES = (  # of the curves: colour, line, marker
    (ACCENT, "-", "o"),
    (PALETTE[5], DASHED, "s"),
    (PALETTE[2], (0, (1, 1.2)), "D"),
)
YEARS = 10
CEILING = 104.0  # per cent; above it stand the interval and whose choice it is
FIFTHS = range(0, 101, 20)
LINE = 8.0  # per cent of the height that a line of a label takes
LIGHT = 55  # per cent from which on a dot is too light for white figures


class Share(NamedTuple):
    """A measure in per cent: simulated, its standard error, its closed form."""

    value: float
    error: float
    exact: float

    @property
    def apart(self) -> bool:
        """Whether the simulation is too far from the formula for chance alone."""
        return abs(self.value - self.exact) > max(1, 3 * self.error)


def percent(share: float, language: Language, digits: int = 1) -> str:
    return say("rotation-percent", language, share=round(share, digits))


def levels(curves: Sequence[Curve], months: float, language: Language) -> Drawing:
    """Closed forms as lines; at the chosen interval the simulation, ± 2 errors."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=0.76, right=0.08, top=0.31, bottom=0.63)
        left, right = (curves[0][1][end][0] for end in (0, -1))
        axes.axvline(months, color=QUIET, linewidth=1.2, zorder=1)
        axes.text(
            months, 105, say("rotation-chosen", language), va="bottom",
            ha="right" if months > (left + 2 * right) / 3 else "center",
            fontsize=SIZE, color=INK,
        )  # fmt: skip
        axes.text(
            right + 2.6, 105, say("rotation-at", language, months=months),
            va="bottom", fontsize=SIZE, color=INK,
        )  # fmt: skip
        labels = [_label(name, share, language) for name, _, share in curves]
        heights = _apart([curve[-1][1] for _, curve, _ in curves], labels)
        for (_, curve, share), (colour, dashes, marker), label, height in zip(
            curves, STYLES, labels, heights, strict=True
        ):
            across, up = zip(*curve, strict=True)
            axes.plot(across, up, color=colour, linestyle=dashes, linewidth=3, zorder=2)
            ends = [share.value, share.exact]
            axes.plot([months, months], ends, color=INK, linewidth=5, zorder=3)
            error = [share.value - 2 * share.error, share.value + 2 * share.error]
            axes.plot([months, months], error, color=INK, linewidth=2, zorder=4)
            axes.plot(
                [months], [share.value], marker, color=colour, markersize=11,
                markeredgecolor="white", markeredgewidth=1.2, zorder=5,
            )  # fmt: skip
            axes.plot([right, right + 2], [up[-1], height], color=colour, linewidth=1)
            axes.text(right + 2.6, height, label, va="center", fontsize=SIZE, color=INK)
        axes.set_xlim(left - 2, right + 0.5 * (right - left))
        axes.set_xticks(range(12, int(right) + 1, 12))
        axes.spines["bottom"].set_bounds(left - 2, right)
        axes.tick_params(axis="x", labelsize=SIZE)
        words = say("rotation-interval", language)
        axes.set_xlabel(words, fontsize=SIZE, color=INK, loc="left")
        _percents(axes.yaxis, language)
        axes.hlines(FIFTHS, left - 2, right, color=PALE, zorder=0, lw=0.8)
        axes.set_ylim(-4, CEILING)

    return draw


def path(
    mean: Sequence[float],
    city: Sequence[float] | None,
    exact: float,
    language: Language,
) -> Drawing:
    """Ten years of depth, over the formula as a level line.

    Where every city has a path of its own, `city` is one of them.
    """

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=0.76, right=0.16, top=0.4, bottom=0.63)
        years = [YEARS * step / (len(mean) - 1) for step in range(len(mean))]
        word = "rotation-heads" if city is None else "rotation-cities"
        axes.plot(
            years, mean, color=ACCENT, linewidth=2.5, zorder=3,
            label=say(word, language),
        )  # fmt: skip
        if city is not None:
            axes.plot(
                years, city, color=QUIET, linewidth=1.5, zorder=2,
                label=say("rotation-city", language),
            )  # fmt: skip
        level = percent(exact, language, 0)
        axes.axhline(
            exact, color=INK, linewidth=1.8, linestyle=DASHED, zorder=4,
            label=say("rotation-formula-mean", language, share=level),
        )  # fmt: skip
        line = mean if city is None else city
        low = min(zip(line, years, strict=True), key=_lowest_in_the_middle)
        axes.plot(low[1], low[0], "v", color=INK, markersize=10, zorder=5)
        lowest = percent(low[0], language, 0)
        inside = low[0] > 2 * LINE and 1 < low[1] < YEARS - 1
        axes.annotate(
            say("rotation-lowest", language, share=lowest), (low[1], low[0]),
            xytext=(0, -20) if inside else (11, 0), fontsize=SIZE,
            ha="center" if inside else "left",
            textcoords="offset points", color=INK, zorder=6,
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1},
        )  # fmt: skip
        _legend(axes)
        axes.set_xlim(-0.1, YEARS + 0.05)
        axes.set_xticks(range(YEARS + 1))
        axes.tick_params(axis="x", labelsize=SIZE)
        axes.set_xlabel(say("rotation-years", language), fontsize=SIZE, color=INK)
        _percents(axes.yaxis, language)
        axes.yaxis.grid(color=PALE)
        axes.set_ylim(-4, CEILING)

    return draw


def placed(
    rules: Mapping[Rule, float], chosen: Rule, fit: Share, language: Language
) -> Drawing:
    """A bar for the formula of each rule; on the chosen one the simulation's point."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=2.04, right=0.16, top=0.06, bottom=0.64)
        word, drawn = (
            say(key, language) for key in ("rotation-formula", "rotation-simulated")
        )
        for row, (rule, exact) in enumerate(reversed([*rules.items()])):
            own = rule == chosen
            axes.barh(
                [row], exact, height=0.56, zorder=2, edgecolor=ACCENT, linewidth=1.5,
                color=ACCENT if own else "white",
            )  # fmt: skip
            right = max(exact, fit.value + 2 * fit.error) if own else exact
            told = f"{word} {percent(exact, language, 0)}"
            if own:
                told += f"\n{drawn} {percent(fit.value, language, 0)}"
                axes.errorbar(
                    [fit.value], [row], xerr=[2 * fit.error], fmt="o",
                    color=PALETTE[1], markersize=12, markeredgecolor=INK, ecolor=INK,
                    elinewidth=2.5, capsize=6, zorder=4,
                )  # fmt: skip
            axes.text(right + 2.5, row, told, va="center", fontsize=SIZE, color=INK)
        names = [say(RULES[rule], language) for rule in reversed([*rules])]
        axes.set_yticks(range(len(names)), names)
        axes.tick_params(axis="y", length=0, labelsize=SIZE)
        axes.set_ylim(-0.5, len(names) - 0.5)
        axes.axvline(0, color=INK, linewidth=1.2, zorder=3)
        _percents(axes.xaxis, language)
        axes.xaxis.grid(color=PALE)
        axes.set_xlim(min(-4, fit.value - 2 * fit.error - 2), 130)
        axes.set_xlabel(say("rotation-avoided", language), fontsize=SIZE, color=INK)

    return draw


def plane(
    dots: Sequence[Dot],
    best: Sequence[tuple[float, float]],
    mean: Place,
    language: Language,
) -> Drawing:
    """A class: depth across, breadth up, continuity as size and shade.

    A dot is a place and how many policies lie there, where that may be told.
    """

    def draw(axes: Any) -> None:  # noqa: ANN401
        across, up, shade = zip(*(place for place, _ in dots), strict=True)
        sizes = [170 + 3.4 * share for share in shade]
        drawn = axes.scatter(
            across, up, sizes, shade, cmap="viridis", vmin=0, vmax=100,
            edgecolors="white", linewidths=1.2, zorder=3,
        )  # fmt: skip
        for (x, y, share), count in dots:
            if count is not None:
                axes.text(
                    x, y, number(count, language), ha="center", va="center_baseline",
                    fontsize=12, fontweight="bold", zorder=4,
                    color=INK if share > LIGHT else "white",
                )  # fmt: skip
        axes.plot(
            *zip(*best, strict=True), color=INK, linewidth=1.8, linestyle=DASHED,
            zorder=2, label=say("rotation-frontier", language),
        )  # fmt: skip
        axes.plot(
            [mean[0]], [mean[1]], "X", color=PALETTE[5], markersize=17,
            markeredgecolor=INK, zorder=5, label=say("rotation-mean-policy", language),
        )  # fmt: skip
        _legend(axes)
        axes.margins(0.08)
        axes.grid(color=PALE)
        axes.set_axisbelow(True)
        scale = axes.figure.colorbar(drawn, ax=axes, pad=0.02, aspect=18)
        for axis, name in zip(
            (axes.xaxis, axes.yaxis, scale.ax.yaxis),
            ("depth", "breadth", "continuity"),
            strict=True,
        ):
            axis.set_major_formatter(lambda share, _: percent(share, language, 0))
            axis.set_tick_params(labelsize=SIZE)
            axis.set_label_text(say(MEASURES[name], language), fontsize=SIZE, color=INK)

    return draw


def _lowest_in_the_middle(point: tuple[float, float]) -> tuple[float, float]:
    depth, year = point
    return round(depth, 6), abs(year - YEARS / 2)


def _label(name: str, share: Share, language: Language) -> str:
    told = f"{say(MEASURES[name], language)} {percent(share.value, language, 0)}"
    if not share.apart:
        return told
    exact = percent(share.exact, language, 0)
    return f"{told}\n{say('rotation-formula-says', language, share=exact)}"


def _apart(heights: Sequence[float], labels: Sequence[str]) -> list[float]:
    """Near the given heights, the ones at which no label touches another."""
    halves = [LINE * (label.count("\n") + 1) / 2 for label in labels]
    upward = sorted(range(len(heights)), key=heights.__getitem__)
    placed, floor, ceiling = list(heights), -LINE, CEILING
    for label in upward:
        placed[label] = max(placed[label], floor + halves[label])
        floor = placed[label] + halves[label]
    for label in reversed(upward):
        placed[label] = min(placed[label], ceiling - halves[label])
        ceiling = placed[label] - halves[label]
    return placed


def _legend(axes: Any) -> None:  # noqa: ANN401
    axes.legend(
        loc="lower left", bbox_to_anchor=(-0.01, 1.0), ncols=3, frameon=False,
        fontsize=13, handlelength=2.6, borderaxespad=0.2, columnspacing=1.4,
    )  # fmt: skip


def _percents(axis: Any, language: Language) -> None:  # noqa: ANN401
    axis.set_ticks(FIFTHS, [percent(share, language, 0) for share in FIFTHS])
    axis.set_tick_params(labelsize=SIZE)
