"""What a class sees of its answers, as a picture."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from casekit.paint.brush import ACCENT, INK, PALETTE, QUIET, numbers, wrapped
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from casekit.frozen import Language
    from casekit.question import Grid
    from casekit.tally import Cells, Dots

LEGEND = 76  # characters across a legend


class Legend(NamedTuple):
    columns: int
    lines: int


def strip(
    dots: Dots, span: tuple[float, float], language: Language
) -> Callable[[Any], None]:
    """A dot for every guess, stacked, over the median interval as a line."""
    counts = Counter(dots.guesses)

    def draw(axes: Any) -> None:  # noqa: ANN401
        axes.plot([dots.low, dots.high], [0.3, 0.3], color="#E69F00", linewidth=5)
        for guess, count in counts.items():
            heights = range(1, count + 1)
            axes.plot([guess] * count, heights, "o", color=ACCENT, markersize=9)
        axes.set_xlim(*span)
        axes.set_ylim(0, max(counts.values()) + 1)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        numbers(axes.xaxis, language)

    return draw


def interval(
    ends: tuple[float, float, float], label: str, language: Language
) -> Callable[[Any], None]:
    """An estimate in per cent as a point on the line of its interval."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        low, middle, high = ends
        axes.plot(
            [low, high], [0, 0], color="#E69F00", linewidth=7, solid_capstyle="butt"
        )
        axes.plot([middle], [0], "o", color=ACCENT, markersize=14)
        for place, lift, side in (
            (low - 1.5, 0.0, "right"),
            (middle, 0.35, "center"),
            (high + 1.5, 0.0, "left"),
        ):
            share = {"right": low, "center": middle, "left": high}[side]
            axes.text(
                place, lift, say("share-told", language, share=share),
                ha=side, va="center", fontsize=13, color=INK,
            )  # fmt: skip
        axes.set_xlabel(label, fontsize=13, color=INK)
        axes.set_xlim(-8, 108)
        axes.set_ylim(-0.4, 0.7)
        axes.set_xticks(range(0, 101, 20))
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        numbers(axes.xaxis, language)

    return draw


def shares(
    points: list[tuple[str, tuple[tuple[str, int], ...]]],
    instead: dict[str, str],
    language: Language,
) -> Callable[[Any], None]:
    """A bar for each row, every share with its own words inside, or words instead."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        for index, (row, cells) in enumerate(reversed(points)):
            left = 0
            if row in instead:
                axes.text(0, index, instead[row], va="center", fontsize=12, color=INK)
            for place, (label, count) in enumerate(cells):
                axes.barh(
                    [index], count, left=left, height=0.7, edgecolor=ACCENT,
                    color=("#D6E9F5", "#FFFFFF")[place % 2],
                )  # fmt: skip
                told = f"{label}: {number(count, language)}"
                axes.text(
                    left + count / 2, index, "\n".join(wrapped(told, max(6, count))),
                    ha="center", va="center", fontsize=12, color=INK,
                )  # fmt: skip
                left += count
        labels = ["\n".join(wrapped(label, 28)) for label, _ in reversed(points)]
        axes.set_yticks(range(len(points)), labels)
        axes.xaxis.set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.spines[["bottom", "left"]].set_visible(False)

    return draw


def stacks(
    bars: list[tuple[str, tuple[tuple[tuple[str, ...], int], ...]]],
    names: dict[str, str],
    language: Language,
) -> Callable[[Any], None]:
    order = {name: index for index, name in enumerate(names)}

    def draw(axes: Any) -> None:  # noqa: ANN401
        labelled: set[str] = set()
        for index, (_, cells) in enumerate(reversed(bars)):
            left = 0
            for options, count in cells:
                merged = len(options) > 1
                label = say("merged", language) if merged else names[options[0]]
                colour = (
                    "#BBBBBB" if merged else PALETTE[order[options[0]] % len(PALETTE)]
                )
                axes.barh(
                    [index], count, left=left, color=colour, edgecolor="white",
                    hatch="//" if merged else None, height=0.6,
                    label=None if label in labelled else label,
                )  # fmt: skip
                labelled.add(label)
                axes.text(
                    left + count / 2, index, number(count, language),
                    ha="center", va="center", fontsize=12, color=INK,
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
                )  # fmt: skip
                left += count
        axes.set_yticks(
            range(len(bars)),
            ["\n".join(wrapped(row, 34)) for row, _ in reversed(bars)],
        )
        axes.xaxis.set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.spines[["bottom", "left"]].set_visible(False)
        columns = legend(names.values()).columns
        axes.figure.legend(
            *_wrapped_labels(axes, LEGEND // columns),
            loc="outside upper left",
            ncols=columns,
            frameon=False,
            fontsize=12,
        )

    return draw


def legend(labels: Collection[str]) -> Legend:
    """How a legend of these labels, and of what is merged, is best set."""
    columns = 2 if all(len(label) <= LEGEND // 2 for label in labels) else 1
    lines = [len(wrapped(label, LEGEND // columns)) for label in (*labels, "")]
    return Legend(columns, -(-sum(lines) // columns))


def _wrapped_labels(axes: Any, width: int) -> tuple[list[Any], list[str]]:  # noqa: ANN401
    handles, labels = axes.get_legend_handles_labels()
    return handles, ["\n".join(wrapped(label, width)) for label in labels]


def places(question: Grid, cells: Cells, language: Language) -> Callable[[Any], None]:
    across, up = question.across, question.up

    def draw(axes: Any) -> None:  # noqa: ANN401
        most = max(cell.count for cell in cells.cells)
        for cell in cells.cells:
            if len(cell.options) > 1:
                continue
            x_id, y_id = cell.options[0].split("×")
            x = [band.id for band in across.bands].index(x_id)
            y = [band.id for band in up.bands].index(y_id)
            shade = 0.25 + 0.75 * cell.count / most
            sides = ([x - 0.48, x + 0.48], y - 0.48, y + 0.48)
            axes.fill_between(*sides, color="#56B4E9", alpha=shade, linewidth=0)
            axes.text(
                x,
                y,
                number(cell.count, language),
                ha="center",
                va="center",
                fontsize=13,
            )
        axes.set_xticks(
            range(len(across.bands)), [b.text[language] for b in across.bands]
        )
        axes.set_yticks(range(len(up.bands)), [b.text[language] for b in up.bands])
        axes.set_xlim(-0.5, len(across.bands) - 0.5)
        axes.set_ylim(-0.5, len(up.bands) - 0.5)
        axes.set_xlabel(across.text[language], fontsize=12, color=QUIET)
        axes.set_ylabel(up.text[language], fontsize=12, color=QUIET)

    return draw
