"""How each chart is drawn on a matplotlib axes: one look, never colour alone."""

from casekit.paint.brush import (
    ACCENT,
    INK,
    PALETTE,
    QUIET,
    WIDTH,
    framed,
    numbers,
    spread,
    wrapped,
)
from casekit.paint.heat import heat
from casekit.paint.rows import bars, dots
from casekit.paint.series import series
from casekit.paint.slope import slope
from casekit.paint.tally import interval, legend, places, shares, stacks, strip
from casekit.paint.timeline import timeline
from casekit.paint.votes import votes

__all__ = [
    "ACCENT",
    "INK",
    "PALETTE",
    "QUIET",
    "WIDTH",
    "bars",
    "dots",
    "framed",
    "heat",
    "interval",
    "legend",
    "numbers",
    "places",
    "series",
    "shares",
    "slope",
    "spread",
    "stacks",
    "strip",
    "timeline",
    "votes",
    "wrapped",
]
