"""Numbers of one unit in rows and columns, the greater the bluer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.paint.brush import INK, LETTER, ROW, SIZE, WIDTH, framed, wrapped
from casekit.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.frozen import Language

    Points = Sequence[tuple[Any, ...]]  # a row's name, then its numbers or None

BLUE = (0x56, 0xB4, 0xE9)  # Okabe-Ito sky blue; ink on it is 6.7 : 1
NAME = 24  # characters of a row's name on one line
LEFT, RIGHT = 2.7, 0.2  # inches
PALEST = 0.08


def heat(
    points: Points, heads: Sequence[str], language: Language
) -> tuple[Callable[[Any], None], float]:
    names = ["\n".join(wrapped(name, NAME)) for name, *_ in reversed(points)]
    room = int((WIDTH - LEFT - RIGHT) / len(heads) / LETTER) - 1
    titles = ["\n".join(wrapped(head, max(room, 6))) for head in heads]
    top = 0.3 + ROW * max(title.count("\n") + 1 for title in titles)
    tall = max(0.6, 0.2 + ROW * max((n.count("\n") + 1 for n in names), default=1))
    height = top + 0.15 + tall * max(len(points), 1)

    def draw(axes: Any) -> None:  # noqa: ANN401
        framed(axes, left=LEFT, right=RIGHT, top=top, bottom=0.15)
        numbers = [n for _, *own in points for n in own if n is not None]
        least, most = min((*numbers, 0)), max((*numbers, 0))
        for y, (_, *own) in enumerate(reversed(points)):
            for x, value in enumerate(own):
                part = 0 if value is None else (value - least) / (most - least or 1)
                axes.fill(
                    [x - 0.49, x + 0.49, x + 0.49, x - 0.49],
                    [y - 0.47, y - 0.47, y + 0.47, y + 0.47],
                    facecolor="white" if value is None else shade(part),
                    edgecolor="#BBBBBB", lw=1, hatch="//" if value is None else None,
                )  # fmt: skip
                axes.text(
                    x, y, "–" if value is None else number(value, language),
                    ha="center", va="center", fontsize=SIZE + 2, color=INK,
                )  # fmt: skip
        axes.spines[:].set_visible(False)
        axes.xaxis.tick_top()
        axes.set_xticks(range(len(heads)), titles)
        axes.set_yticks(range(len(points)), names)
        axes.tick_params(length=0, labelsize=SIZE, colors=INK)
        axes.set_xlim(-0.5, len(heads) - 0.5)
        axes.set_ylim(-0.5, max(len(points), 1) - 0.5)

    return draw, height


def shade(part: float) -> str:
    """From nearly white to blue; ink reads on all of it.

    >>> shade(0), shade(1)
    ('#f1f9fd', '#56b4e9')
    """
    deep = PALEST + (1 - PALEST) * part
    return "#" + "".join(f"{round(255 - (255 - c) * deep):02x}" for c in BLUE)
