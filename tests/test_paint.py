"""What is painted stays apart, stays in the picture, and can be read."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from casekit import paint
from casekit.charts import Chart
from casekit.paint.heat import shade
from casekit.paint.series import MARK, Box, labels, month, months

if TYPE_CHECKING:
    from collections.abc import Callable

CAMERAS = (
    *(("2014", 69, False), ("2016-05", 69, False), ("2017", 300, True)),
    *(("2018-10-02", 468, False), ("2019", 175, False), ("2019-05-16", 300, True)),
    *(("2019-06", 1000, True), ("2019-08-20", 2500, True)),
)
PLACES = st.lists(st.floats(0, 5), max_size=9)


def luminance(colour: str) -> float:
    """Of WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("part", [0, 0.25, 0.5, 0.75, 1])
def test_the_number_in_a_cell_reads_on_every_shade(part: float) -> None:
    light, dark = luminance(shade(part)), luminance(paint.INK)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("row", [paint.bars, paint.dots])
@pytest.mark.parametrize("values", [(0.0, 0.0), (-5.0, -2.0), (-5.0, 3.0), (2.0, 4.0)])
def test_a_row_of_any_numbers_stays_in_the_picture(
    row: Callable[..., Callable[[Any], None]], values: tuple[float, ...]
) -> None:
    axes = Figure(figsize=(8, 3)).add_subplot()
    row(tuple(("a", value) for value in values), "trips", "en")(axes)

    left, right = axes.get_xlim()
    assert left <= min(values)
    assert max(values) <= right
    assert left < right


@given(PLACES)
def test_labels_are_spread_within_the_picture(places: list[float]) -> None:
    found = paint.spread(places, 0.24, within=(0, 5))

    assert all(-1e-9 <= place <= 5 + 1e-9 for place in found)
    gaps = [b - a for a, b in itertools.pairwise(sorted(found))]
    assert all(gap >= 0.24 * 0.99 for gap in gaps)


def test_labels_of_several_lines_get_the_room_they_take() -> None:
    found = paint.spread([0.0, 0.0, 9.0], [1.0, 3.0, 1.0], within=(0.0, 9.0))

    assert found == [0.0, 2.0, 9.0]


def test_the_numbers_of_a_series_meet_neither_each_other_nor_a_point() -> None:
    across = paint.spread(
        [month(date) / 12 - 2014 for date, *_ in CAMERAS], MARK * 1.15
    )
    marks = [
        Box(x, value / 1000, MARK / 2, MARK / 2)
        for x, (_, value, _) in zip(across, CAMERAS, strict=True)
    ]

    found = labels(marks, [str(value) for _, value, _ in CAMERAS], 7.3)

    assert not any(a.meets(b) for a, b in itertools.combinations(found, 2))
    assert not any(label.meets(mark) for label in found for mark in marks)


def test_a_long_time_is_told_in_years_that_fit() -> None:
    told = months([("1990", 1, False), ("2019-05", 2, False)], "id")

    assert len(told) == 30
    assert [name for *_, name in told if name][:3] == ["1990", "1993", "1996"]


def test_a_short_time_is_told_in_months() -> None:
    told = months([("2019-05-16", 1, False), ("2019-07", 2, False)], "en")

    assert [name for *_, name in told] == ["May 2019", "June 2019", "July 2019"]


DRAWN = (
    paint.series(CAMERAS, "kamera", "id"),
    paint.series((), "kamera", "id"),
    paint.series((("2019", 0, True),), "cameras", "en"),
    paint.series((("2019", -4, True), ("2020", 3, False)), "cameras", "en"),
    paint.slope((("A", 1, 2), ("B", 2, None), ("C", None, 0)), ("x", "y"), "id"),
    paint.slope((), ("x", "y"), "id"),
    paint.heat((("A", 1, None), ("B", -2, 4)), ("x", "y"), "id"),
    paint.heat((), ("x", "y"), "en"),
)


def test_a_picture_is_drawn_of_many_numbers_and_of_none() -> None:
    for drawing, height in DRAWN:
        chart = Chart("", (), (), (), drawing, height)

        assert (chart._repr_png_() or b"").startswith(b"\x89PNG")
