"""Where the policies of a class lie, on a coarse scale; nobody can be singled out.

A picture has a dot for each place. How many lie there is told as `casekit.tally.cells`
tells it, in numbers beside dots and in tables alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from casekit.charts import Chart
from casekit.tally import cells
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.frozen import Language

Place = TypeVar("Place", bound="tuple[float, ...]")


@dataclass(frozen=True)
class Crowd(Generic[Place]):
    """Every place that is taken, in order, and its count where that may be told.

    `nearly_all` is the place of nearly all, `others` how many lie where no count is
    told; both are None where they do not apply.
    """

    dots: tuple[tuple[Place, int | None], ...]
    nearly_all: Place | None
    others: int | None

    def rows(
        self, told: Callable[[Place], tuple[str, ...]], language: Language
    ) -> list[tuple[str, ...]]:
        """The counts as a table; `told` writes a place, the count stands last."""
        rows = [
            (*told(place), number(count, language))
            for place, count in self.dots
            if count is not None
        ]
        if self.nearly_all is not None:
            rows.append((*told(self.nearly_all), say("nearly-all", language)))
        if self.others is not None or not rows:
            blank = ("",) * (len(told(self.dots[0][0])) - 1) if self.dots else ()
            key, rest = "too-few", ""
            if self.others is not None:
                key, rest = "merged", number(self.others, language)
            rows.append((say(key, language), *blank, rest))
        return rows


def crowd(places: Sequence[Place]) -> Crowd[Place]:
    """The places of a class's policies, one for each.

    >>> crowd([(1, 2)] * 9 + [(0, 5)] * 8 + [(3, 3)] * 2).dots
    (((0, 5), None), ((1, 2), 9), ((3, 3), None))
    """
    names = {str(place): place for place in sorted(set(places))}
    seen = cells([*names], map(str, places))
    alone = {c.options[0]: c.count for c in seen.cells if len(c.options) == 1}
    return Crowd(
        dots=tuple((place, alone.get(name)) for name, place in names.items()),
        nearly_all=None if seen.nearly_all is None else names[seen.nearly_all],
        others=next((c.count for c in seen.cells if len(c.options) > 1), None),
    )


def too_few(language: Language) -> Chart:
    """What stands instead of a class that is too small to be shown."""
    return Chart(say("too-few", language), (), ())
