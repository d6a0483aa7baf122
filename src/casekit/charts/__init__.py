"""Pictures of exhibits and tallies: the only home of matplotlib.

A chart says in a sentence what it shows and carries its numbers as a table.
"""

from casekit.charts.chart import DPI, Chart
from casekit.charts.exhibit import exhibit_chart
from casekit.charts.movement import between, movement_chart
from casekit.charts.tally import (
    quartile_chart,
    setting_told,
    tally_chart,
    votes_chart,
)
from casekit.paint import WIDTH

__all__ = [
    "DPI",
    "WIDTH",
    "Chart",
    "between",
    "exhibit_chart",
    "movement_chart",
    "quartile_chart",
    "setting_told",
    "tally_chart",
    "votes_chart",
]
