"""A picture with its sentence and its table: the only place that draws one.

The picture is drawn when it is first asked for.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, Any

from casekit.paint import INK, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

DPI = 120


@dataclass(frozen=True)
class Chart:
    """A picture with its sentence and its numbers.

    `points` are what the picture draws, in the order drawn, for tests to check.
    """

    sentence: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    points: tuple[Any, ...] = ()
    draw: Callable[[Any], None] | None = field(default=None, repr=False, compare=False)
    height: float = 3.0

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the picture."""
        return int(WIDTH * DPI), int(self.height * DPI)

    def _repr_png_(self) -> bytes | None:
        return self.picture()

    def picture(self, *, dpi: int = DPI, tallest: float = inf) -> bytes | None:
        """The picture, finer where it is shown large; None where there is none.

        One that is taller than `tallest` inches is drawn closer, not smaller.
        """
        if self.draw is None:
            return None
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415 - first chart only

        size = WIDTH, min(self.height, tallest)
        figure = Figure(figsize=size, dpi=dpi, layout="constrained")
        canvas: Any = FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=12, colors=INK)
        self.draw(axes)
        picture = io.BytesIO()
        canvas.print_png(  # unlike savefig, draws once
            picture,
            metadata={"Software": None},
            pil_kwargs={"compress_level": 3},
        )
        return picture.getvalue()
