"""An exhibit has the columns its picture needs, and is sealed in one way only."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from casekit.exhibit import DRAWN_FROM, ChartKind, Exhibit, compared

SAID = {"id": "Sesuatu", "en": "Something"}
WHAT = {"name": "what", "label": SAID, "kind": "words"}
TOLD = {"name": "told", "label": SAID, "kind": "date"}
THEN, NOW, LATER = (
    {"name": name, "label": SAID, "kind": "number", "unit": unit}
    for name, unit in (("then", "calls"), ("now", "calls"), ("later", "days"))
)


def exhibit(chart: str, *columns: Any, **more: Any) -> Exhibit:  # noqa: ANN401
    return Exhibit.model_validate(
        {"title": SAID, "sentence": SAID, "chart": chart, "columns": columns, **more}
    )


def test_every_kind_of_picture_says_what_it_is_drawn_from() -> None:
    assert DRAWN_FROM.keys() == {*ChartKind}


@pytest.mark.parametrize(
    ("chart", "columns"),
    [
        ("none", [WHAT]),
        ("timeline", [TOLD]),
        ("dots", [THEN]),
        ("bars", [THEN, LATER]),
        ("series", [TOLD, THEN, LATER]),
        ("slope", [WHAT, THEN, NOW, LATER]),
        ("heat", [WHAT, THEN, NOW]),
    ],
)
def test_a_picture_with_the_columns_it_needs_is_sound(
    chart: str, columns: list[Any]
) -> None:
    assert exhibit(chart, *columns).chart == chart


@pytest.mark.parametrize(
    ("chart", "columns", "told"),
    [
        ("timeline", [WHAT], "chart 'timeline' needs a column of kind date"),
        ("dots", [WHAT], "chart 'dots' needs a column of kind number"),
        ("series", [THEN], "chart 'series' needs a column of kind date"),
        ("series", [TOLD], "chart 'series' needs a column of kind number"),
        ("slope", [THEN, NOW], "chart 'slope' needs a column of kind words"),
        ("slope", [WHAT, THEN], "chart 'slope' needs 2 columns of kind number"),
        ("heat", [WHAT, THEN], "chart 'heat' needs 2 columns of kind number"),
        (
            "slope",
            [WHAT, THEN, LATER],
            (
                "chart 'slope' compares numbers in calls and days; "
                "give its number columns one unit"
            ),
        ),
        (
            "heat",
            [WHAT, THEN, NOW, LATER],
            (
                "chart 'heat' compares numbers in calls and days; "
                "give its number columns one unit"
            ),
        ),
    ],
)
def test_a_picture_that_lacks_a_column_or_mixes_units_is_refused(
    chart: str, columns: list[Any], told: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        exhibit(chart, *columns)

    assert told in str(refused.value)


def test_a_table_that_grows_is_not_sealed_as_a_whole_too() -> None:
    assert exhibit("none", WHAT, grows=True).grows
    with pytest.raises(ValidationError, match="'grows' and 'after: why' seal the same"):
        exhibit("none", WHAT, grows=True, after="why")


def test_a_slope_compares_two_columns_and_a_heat_map_all() -> None:
    slope = exhibit("slope", WHAT, THEN, NOW, LATER)
    heat = exhibit("heat", WHAT, THEN, NOW)
    series = exhibit("series", TOLD, THEN)

    names = [[c.name for c in compared(e.chart, e.columns)] for e in (slope, heat)]
    assert names == [["then", "now"], ["then", "now"]]
    assert compared(series.chart, series.columns) == ()
