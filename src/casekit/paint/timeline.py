"""What happened, from the first day down to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.paint.brush import ACCENT, INK, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable


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
