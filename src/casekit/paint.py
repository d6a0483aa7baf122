"""How each chart is drawn on a matplotlib axes: one look, never colour alone."""

from __future__ import annotations

import itertools
import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from casekit.frozen import Language
    from casekit.question import Grid
    from casekit.tally import Cells, Dots

ACCENT = "#0072B2"  # Okabe-Ito blue; 5.2 : 1 on white
INK = "#222222"
QUIET = "#6B6B6B"
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
LINE = 66  # characters that fit beside a timeline
MANY = 6  # rows
LEGEND = 76  # characters across a legend


class Legend(NamedTuple):
    columns: int
    lines: int


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


def spread(places: Sequence[float], apart: float) -> list[float]:
    """Places for labels, in the order given and nearly this far apart or farther.

    >>> [round(place, 1) for place in spread([5.0, 1.0, 5.0], 2.0)]
    [4.0, 1.0, 6.0]
    """
    upward = sorted(range(len(places)), key=places.__getitem__)
    found = list(places)
    for _ in range(100):
        gaps = [
            (low, high, apart - found[high] + found[low])
            for low, high in itertools.pairwise(upward)
        ]
        if all(gap <= apart * 1e-3 for *_, gap in gaps):
            break
        for low, high, gap in gaps:
            found[low] -= max(gap, 0) / 2
            found[high] += max(gap, 0) / 2
    return found


def timeline(told: list[tuple[str, str]]) -> Callable[[Any], None]:
    def draw(axes: Any) -> None:  # noqa: ANN401
        axes.set_axis_off()
        place, places = 0.0, []
        for date, label in told:
            lines = wrapped(label)
            places.append(place)
            axes.plot([0], [place], "o", color=ACCENT, markersize=9, zorder=3)
            axes.text(
                -0.02, place, date, ha="right", va="center", fontsize=12, color=INK
            )
            axes.text(
                0.02, place + 0.12, "\n".join(lines), ha="left", va="top",
                fontsize=12, color=INK, linespacing=1.25,
            )  # fmt: skip
            place -= 0.25 * len(lines) + 0.22
        axes.plot([0, 0], [places[0], places[-1]], color=ACCENT, linewidth=2, zorder=1)
        axes.set_xlim(-0.26, 0.8)
        axes.set_ylim(place + 0.1, 0.3)

    return draw


def dots(
    points: tuple[tuple[Any, ...], ...],
    unit: str,
    language: Language,
    *,
    forecast: tuple[float, float, float] | None = None,
) -> Callable[[Any], None]:
    """A row for each value or range, over the learner's own interval as a band."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        top = max((max(ends) for _, *ends in points if ends), default=1)
        if forecast is not None:
            low, guess, high = forecast
            top = max(top, high)
            band = say("your-interval", language)
            axes.axvspan(
                low, high, color="#E69F00", alpha=0.25, linewidth=0, label=band
            )
            axes.axvline(guess, color="#A86F00", linewidth=2, linestyle="--")
            axes.legend(
                loc="lower right", bbox_to_anchor=(1, 1), frameon=False, fontsize=11
            )
        for index, (_, *ends) in enumerate(reversed(points)):
            if not ends:
                continue
            axes.plot(ends, [index] * len(ends), color=ACCENT, linewidth=4, zorder=2)
            axes.plot(
                ends, [index] * len(ends), "o", color=ACCENT, markersize=10, zorder=3
            )
            told = "–".join(number(end, language) for end in ends)
            axes.text(
                max(ends) + 0.025 * top,
                index,
                told,
                va="center",
                fontsize=12,
                color=INK,
            )
        _rows(axes, [label for label, *_ in reversed(points)], top, unit, language)

    return draw


def bars(
    points: tuple[tuple[Any, ...], ...], unit: str, language: Language
) -> Callable[[Any], None]:
    def draw(axes: Any) -> None:  # noqa: ANN401
        top = max((ends[0] for _, *ends in points if ends), default=1)
        for index, (_, *ends) in enumerate(reversed(points)):
            if not ends:
                continue
            axes.barh([index], ends[0], color=ACCENT, height=0.55, zorder=2)
            axes.text(
                ends[0] + 0.015 * top, index, number(ends[0], language),
                va="center", fontsize=12, color=INK,
            )  # fmt: skip
        _rows(axes, [label for label, *_ in reversed(points)], top, unit, language)

    return draw


def _rows(
    axes: Any,  # noqa: ANN401
    labels: list[str],
    top: float,
    unit: str,
    language: Language,
) -> None:
    """One labelled line a row, and an axis of numbers as the language writes them."""
    width = 34 if len(labels) < MANY else 44  # else a label runs into the next
    axes.set_yticks(range(len(labels)), ["\n".join(wrapped(w, width)) for w in labels])
    axes.set_ylim(-0.6, len(labels) - 0.4)
    axes.set_xlim(0, top * 1.22)
    numbers(axes.xaxis, language)
    axes.grid(axis="x", color="#DDDDDD", zorder=0)
    axes.tick_params(labelsize=12)
    axes.set_xlabel("\n".join(wrapped(unit, 46)), fontsize=12, color=QUIET)


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


def heat(question: Grid, cells: Cells, language: Language) -> Callable[[Any], None]:
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
