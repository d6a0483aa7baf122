"""The rule light: which rules of the wall a tally has met, before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.tally import (
    Cells,
    Dice,
    Dots,
    Parts,
    Policies,
    Ranking,
    Table,
    Wall,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casekit.tally import Tally

FEW, MERGED, NEARLY, CLEAR = "rule-few", "rule-merged", "rule-nearly", "rule-clear"


def lights(tally: Tally) -> tuple[str, ...]:
    """Keys of the kit's words, the gravest first; `rule-clear` where none was met.

    >>> from casekit.tally import Cell
    >>> lights(Cells((Cell(("a",), 9), Cell(("b", "c"), 10))))
    ('rule-merged',)
    """
    found: set[str] = set()
    match tally:
        case Cells():
            found = _met([tally])
        case Table(rows):
            found = _met(cells for _, cells in rows)
        case Policies(levers, settings):
            found = _met(cells for _, cells in levers) | _few(settings)
        case Dots(guesses):
            found = _few(guesses)
        case Ranking(means):
            found = _few(means)
        case Parts(quartiles):
            found = _few(quartiles)
        case Wall(texts):
            found = _few(texts)
        case Dice(_, count):
            found = set() if count else {FEW}
    return tuple(key for key in (FEW, MERGED, NEARLY) if key in found) or (CLEAR,)


def _met(every: Iterable[Cells]) -> set[str]:
    found = set()
    for cells in every:
        if cells.nearly_all is not None:
            found.add(NEARLY)
        elif not cells.cells:
            found.add(FEW)
        elif any(len(cell.options) > 1 for cell in cells.cells):
            found.add(MERGED)
    return found


def _few(shown: tuple[object, ...]) -> set[str]:
    return set() if shown else {FEW}
