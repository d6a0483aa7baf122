"""How the gallery's pictures are drawn on a matplotlib axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from casekit.paint import ACCENT, INK, QUIET, framed, numbers, spread, wrapped
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.frozen import Language
    from casekit.models.gallery import Floats, Whole

PALE = "#B9CBD8"  # every option but the first
RIVAL = "#C24E00"  # 4.6 : 1 on white
GREY = "#9A9A9A"
NAME = 24  # characters of an option's name on one line


@dataclass(frozen=True)
class Bar:
    """An option's score; without a share it is the one that was added."""

    name: str
    score: float
    low: float
    high: float
    place: int
    share: float | None = None
    before: float | None = None
    place_before: int | None = None


@dataclass(frozen=True)
class Line:
    """An option's scores: the first place's, the one's that takes it, or another's."""

    name: str
    scores: Floats
    colour: str = GREY

    @property
    def heavy(self) -> bool:
        return self.colour != GREY


@dataclass(frozen=True)
class Part:
    """A cell of a class's tally; one that is not `whole` merges several options."""

    name: str
    count: int
    percent: str
    notes: tuple[str, ...]
    whole: bool


def ranking(
    bars: Sequence[Bar], best: float, axis: str, language: Language
) -> Callable[[Any], None]:
    """Scores as bars with their ranges, the first on top and marked in words."""
    keys = [
        say(key, language)
        for key, told in (
            ("gallery-interval", any(bar.high > bar.low for bar in bars)),
            ("gallery-before", any(bar.before is not None for bar in bars)),
        )
        if told
    ]

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=2.7, right=1.6, top=0.7, bottom=0.6)
        heights = np.array([len(bars) - bar.place for bar in bars])
        axes.barh(
            heights, [bar.score for bar in bars], height=0.6, zorder=2,
            color=[ACCENT if bar.place == 1 else PALE for bar in bars],
            edgecolor="white", linewidth=0,
            hatch=["//" if bar.share is None else "" for bar in bars],
        )  # fmt: skip
        low, high = np.array([(bar.low, bar.high) for bar in bars]).T
        wide = high > low
        axes.hlines(heights[wide], low[wide], high[wide], color=INK, lw=1.8, zorder=3)
        axes.plot(
            [*low[wide], *high[wide]], [*heights[wide], *heights[wide]], "|",
            color=INK, markersize=11, markeredgewidth=1.8, zorder=3, clip_on=False,
        )  # fmt: skip
        moved = [(bar.before, h) for bar, h in zip(bars, heights, strict=True)]
        before = [(x, h) for x, h in moved if x is not None]
        axes.plot(
            [x for x, _ in before], [h for _, h in before], "D", markersize=9,
            zorder=4, markerfacecolor="white", markeredgecolor=INK, markeredgewidth=1.6,
        )  # fmt: skip
        for bar in bars:
            _name(axes, bar, len(bars) - bar.place, best, language)
        above = len(bars) - 0.4
        axes.text(0, above, "\n".join(keys), fontsize=13, color=QUIET, va="bottom")
        axes.text(
            1.03, above, say("gallery-share-short", language), fontsize=13,
            color=QUIET, va="bottom", transform=axes.get_yaxis_transform(),
        )  # fmt: skip
        axes.yaxis.set_visible(False)
        axes.set_ylim(-0.5, len(bars) - 0.5)
        axes.set_xlim(0, best)
        axes.set_xticks([0, best / 2, best])
        _numbers(axes.xaxis, language)
        axes.grid(axis="x", color="#DDDDDD", zorder=0)
        axes.set_xlabel(axis, fontsize=13, color=QUIET)

    return draw


def _name(axes: Any, bar: Bar, height: int, best: float, language: Language) -> None:  # noqa: ANN401
    """What stands left of a bar, inside it, and right of it."""
    first = bar.place == 1
    weight = "bold" if first else "normal"
    notes = [say("gallery-first-mark", language)] if first else []
    if bar.place_before not in {None, bar.place}:
        notes.append(say("gallery-was", language, place=bar.place_before))
    lines = [*wrapped(f"{bar.place}. {bar.name}", NAME), ", ".join(notes)]
    axes.text(
        -0.02, height, "\n".join(filter(None, lines)), ha="right", va="center",
        fontsize=13, fontweight=weight, color=INK,
        transform=axes.get_yaxis_transform(),
    )  # fmt: skip
    axes.text(
        0.015 * best, height, number(round(bar.score, 1 if best > 1 else 2), language),
        va="center", fontsize=13, fontweight="bold", zorder=5,
        color="white" if first else INK,
    )  # fmt: skip
    told = (
        say("gallery-added", language)
        if bar.share is None
        else say("gallery-percent", language, share=round(bar.share))
    )
    axes.text(
        1.03, height, told, va="center", fontsize=13 if bar.share is None else 14,
        fontweight=weight, color=INK, transform=axes.get_yaxis_transform(),
    )  # fmt: skip


def sweep(
    at: Floats,
    lines: Sequence[Line],
    marks: tuple[float, float | None],
    axis: str,
    language: Language,
) -> Callable[[Any], None]:
    """Every option's score along one criterion's weight, from nothing to all.

    `marks` are the weight as it is and where the first place is lost.
    """
    now, then = marks
    ends = np.array([line.scores[-1] for line in lines])
    low = min(float(line.scores.min()) for line in lines)
    high = max(float(line.scores.max()) for line in lines)
    room = max(high - low, 1e-6)

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=0.85, right=2.5, top=0.1, bottom=0.65)
        places = spread(ends.tolist(), 0.075 * room)
        for line, end, place in zip(lines, ends, places, strict=True):
            axes.plot(
                at, line.scores, color=line.colour, zorder=3 if line.heavy else 2,
                linewidth=3.5 if line.heavy else 1.6,
                linestyle="--" if line.colour == RIVAL else "-",
            )  # fmt: skip
            axes.plot([100, 102], [end, place], color=GREY, lw=0.8, clip_on=False)
            axes.text(
                102.5, place, line.name, va="center", fontsize=13,
                color=line.colour if line.heavy else INK,
                fontweight="bold" if line.heavy else "normal",
            )  # fmt: skip
        axes.set_xlim(0, 100)
        axes.set_ylim(low - 0.06 * room, high + 0.3 * room)
        told = say("gallery-your-weight", language, now=round(now, 1))
        _mark(axes, now, told, (1.0, "-", INK))
        if then is not None and then != now:
            told = say("gallery-turns", language, then=round(then, 1))
            _mark(axes, then, told, (0.9, "--", RIVAL))
            for line in lines:
                if line.colour == RIVAL:
                    height = np.interp(then, at, line.scores)
                    axes.plot(then, height, "o", markersize=12, color=RIVAL, zorder=5)
        axes.set_yticks(
            [tick for tick in axes.get_yticks() if low <= tick <= high + 1e-9]
        )
        _numbers(axes.xaxis, language)
        _numbers(axes.yaxis, language)
        axes.set_xlabel(axis, fontsize=13, color=QUIET)
        axes.set_ylabel(say("gallery-score", language), fontsize=13, color=QUIET)

    return draw


def _mark(
    axes: Any,  # noqa: ANN401
    place: float,
    told: str,
    look: tuple[float, str, str],
) -> None:
    height, style, colour = look
    left = place > 55  # noqa: PLR2004 - else its words would not fit
    axes.axvline(place, color=colour, linestyle=style, linewidth=1.8, zorder=1)
    axes.text(
        place + (-1.5 if left else 1.5), height, told, ha="right" if left else "left",
        va="top", fontsize=13, fontweight="bold", color=colour,
        transform=axes.get_xaxis_transform(),
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
    )  # fmt: skip


def curse(
    shown: Floats, true: Floats, top: Whole, kept: float, language: Language
) -> Callable[[Any], None]:
    """Shown against true: what hangs in the gallery lies under the diagonal."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=0.85, right=2.0, top=0.5, bottom=0.65)
        rest = np.delete(np.arange(len(shown)), top)
        end = max(float(shown.max()), 1.0) * 1.05
        least = float(min(shown.min(), true.min())) * 1.05
        across = np.array([min(0, least), end])
        axes.plot(across, across, color=QUIET, linestyle=":", linewidth=2, zorder=1)
        axes.plot(across, kept * across, color=ACCENT, linewidth=3, zorder=2)
        axes.plot(shown[rest], true[rest], "o", color=GREY, markersize=6, zorder=2)
        axes.plot(
            shown[top], true[top], "D", color=RIVAL, markersize=9, zorder=3,
            markeredgecolor="white",
        )  # fmt: skip
        percent = say("gallery-percent", language, share=round(kept * 100))
        places = spread([kept * end, end], 0.16 * (end - least))
        labels = (("gallery-kept-line", ACCENT), ("gallery-as-shown", QUIET))
        for height, (key, colour) in zip(places, labels, strict=True):
            axes.annotate(
                say(key, language, kept=percent), (end, height), (8, 0),
                textcoords="offset points", va="center", fontsize=13, color=colour,
                fontweight="bold", annotation_clip=False,
            )  # fmt: skip
        axes.text(
            0.02, 0.98, f"◆ {say('gallery-top', language)}", color=RIVAL, fontsize=13,
            fontweight="bold", va="top", transform=axes.transAxes,
        )  # fmt: skip
        axes.text(
            0.02, 0.9, f"● {say('gallery-rest', language)}", color=QUIET, fontsize=13,
            va="top", transform=axes.transAxes,
        )  # fmt: skip
        axes.set_xlim(least, end)
        _numbers(axes.xaxis, language)
        _numbers(axes.yaxis, language)
        axes.set_xlabel(say("gallery-shown", language), fontsize=13, color=QUIET)
        axes.set_ylabel(say("gallery-true", language), fontsize=13, color=QUIET)

    return draw


def parts(told: Sequence[Part], language: Language) -> Callable[[Any], None]:
    """How many of a class each option is first for; merged cells are hatched."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=2.6, right=0.1, top=0.1, bottom=0.1)
        most = max(part.count for part in told)
        for height, part in enumerate(reversed(told)):
            axes.barh(
                height, part.count, height=0.6, zorder=2,
                color=ACCENT if part.whole else "white",
                edgecolor="none" if part.whole else QUIET,
                hatch=None if part.whole else "///",
            )  # fmt: skip
            label = f"{number(part.count, language)} ({part.percent})"
            axes.text(
                part.count + 0.015 * most, height, "\n".join([label, *part.notes]),
                va="center", fontsize=13, color=INK,
            )  # fmt: skip
        axes.set_yticks(
            range(len(told)),
            ["\n".join(wrapped(part.name, NAME)) for part in reversed(told)],
            fontsize=13,
        )
        axes.set_xlim(0, most * 2.1)
        axes.set_ylim(-0.5, len(told) - 0.5)
        axes.xaxis.set_visible(False)
        axes.spines["bottom"].set_visible(False)

    return draw


def _numbers(axis: Any, language: Language) -> None:  # noqa: ANN401
    numbers(axis, language)
    axis.set_tick_params(labelsize=13)
