"""A labelled row for each value: dots, ranges and bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.paint.brush import ACCENT, INK, QUIET, numbers, wrapped
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.frozen import Language

MANY = 6  # rows


def dots(
    points: tuple[tuple[Any, ...], ...],
    unit: str,
    language: Language,
    *,
    forecast: tuple[float, float, float] | None = None,
) -> Callable[[Any], None]:
    """A row for each value or range, over the learner's own interval as a band."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        span = _span(forecast or (), *(ends for _, *ends in points))
        if forecast is not None:
            low, guess, high = forecast
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
                max(ends) + 0.02 * (span[1] - span[0]),
                index,
                told,
                va="center",
                fontsize=12,
                color=INK,
            )
        _rows(axes, [label for label, *_ in reversed(points)], span, unit, language)

    return draw


def bars(
    points: tuple[tuple[Any, ...], ...], unit: str, language: Language
) -> Callable[[Any], None]:
    def draw(axes: Any) -> None:  # noqa: ANN401
        span = _span(*(ends[:1] for _, *ends in points))
        for index, (_, *ends) in enumerate(reversed(points)):
            if not ends:
                continue
            axes.barh([index], ends[0], color=ACCENT, height=0.55, zorder=2)
            axes.text(
                max(ends[0], 0) + 0.0125 * (span[1] - span[0]), index,
                number(ends[0], language), va="center", fontsize=12, color=INK,
            )  # fmt: skip
        _rows(axes, [label for label, *_ in reversed(points)], span, unit, language)

    return draw


def _span(*every: Sequence[float]) -> tuple[float, float]:
    """An axis from zero, or from below it, with room for a number at its end."""
    values = [value for ends in every for value in ends]
    return min((*values, 0)) * 1.22, max((*values, 0)) * 1.22 or float(not any(values))


def _rows(
    axes: Any,  # noqa: ANN401
    labels: list[str],
    span: tuple[float, float],
    unit: str,
    language: Language,
) -> None:
    """One labelled line a row, and an axis of numbers as the language writes them."""
    width = 34 if len(labels) < MANY else 44  # else a label runs into the next
    axes.set_yticks(range(len(labels)), ["\n".join(wrapped(w, width)) for w in labels])
    axes.set_ylim(-0.6, len(labels) - 0.4)
    axes.set_xlim(*span)
    numbers(axes.xaxis, language)
    axes.grid(axis="x", color="#DDDDDD", zorder=0)
    axes.tick_params(labelsize=12)
    axes.set_xlabel("\n".join(wrapped(unit, 46)), fontsize=12, color=QUIET)
