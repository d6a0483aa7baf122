"""Two votes beside each other, a line for each option between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.paint.brush import INK, PALETTE, framed, spread, wrapped
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from casekit.frozen import Language

DASHES = ("-", (0, (5, 2)), (0, (1, 1.5)), (0, (5, 2, 1, 2)))
APART = (4.0, 8.0)  # per cent of a vote between labels; names take two lines
PLACES = (0, 1)

Slope = tuple[str, float, float]  # an option, its share in each vote in per cent


def votes(
    points: tuple[Slope, ...], told: str, language: Language
) -> Callable[[Any], None]:
    """A line for each option from its first share to its second, named at its end."""

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=1.0, right=3.0, top=0.45, bottom=0.75)
        for at, (_, before, after) in enumerate(points):
            axes.plot(
                PLACES, (before, after), color=PALETTE[at % len(PALETTE)], linewidth=3,
                linestyle=DASHES[at % len(DASHES)], marker="o", markersize=9,
            )  # fmt: skip
        firsts, seconds = [one[1] for one in points], [one[2] for one in points]
        for place, side, ends in ((0, -1, firsts), (1, 1, seconds)):
            heights = spread(ends, APART[place])
            for (name, *_), share, height in zip(points, ends, heights, strict=True):
                percent = say("share-told", language, share=round(share))
                words = f"{percent}  {name}" if side > 0 else percent
                axes.text(
                    place + 0.04 * side, height, "\n".join(wrapped(words, 30)),
                    ha="left" if side > 0 else "right", va="center",
                    fontsize=12, color=INK,
                )  # fmt: skip
        axes.set_xticks(
            PLACES, [say("first-vote", language), say("second-vote", language)]
        )
        axes.xaxis.tick_top()
        axes.tick_params(labelsize=13, length=0)
        axes.set_xlim(-0.05, 1.05)
        axes.set_ylim(0, max(firsts + seconds) + APART[1])
        axes.set_yticks([])
        axes.spines[["left", "bottom", "top"]].set_visible(False)
        axes.text(
            0.0, -0.04, "\n".join(wrapped(told, 72)), transform=axes.transAxes,
            ha="left", va="top", fontsize=13, color=INK,
        )  # fmt: skip

    return draw
