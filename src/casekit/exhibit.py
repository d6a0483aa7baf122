"""An exhibit as a value: a table with its facts, and which picture is drawn of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from casekit.frozen import FactId, Frozen, Slug, Text


class ChartKind(StrEnum):
    NONE = "none"
    TIMELINE = "timeline"
    DOTS = "dots"
    BARS = "bars"
    SERIES = "series"
    SLOPE = "slope"
    HEAT = "heat"


class ColumnKind(StrEnum):
    WORDS = "words"
    NUMBER = "number"
    DATE = "date"


FACTS_COLUMN = "facts"  # the first of every table


class Column(Frozen):
    """A column of an exhibit's table; words stand in `name.id` and `name.en`."""

    name: Slug
    label: Text
    kind: Annotated[ColumnKind, Field(strict=False)]
    unit: Slug | None = None

    @model_validator(mode="after")
    def _unit_of_numbers(self) -> Self:
        if (self.kind is ColumnKind.NUMBER) != (self.unit is not None):
            raise ValueError("a number column has a unit, the others have none")
        if self.name == FACTS_COLUMN:
            raise ValueError(f"{FACTS_COLUMN!r} is the first column of every table")
        return self


class Row(Frozen):
    """One row of an exhibit: what it says, column by column, and its facts."""

    words: dict[str, Text]
    numbers: dict[str, float]
    dates: dict[str, str]
    facts: tuple[FactId, ...]


DRAWN_FROM: dict[ChartKind, dict[ColumnKind, int]] = {  # the columns it cannot lack
    ChartKind.NONE: {},
    ChartKind.TIMELINE: {ColumnKind.DATE: 1},
    ChartKind.DOTS: {ColumnKind.NUMBER: 1},
    ChartKind.BARS: {ColumnKind.NUMBER: 1},
    ChartKind.SERIES: {ColumnKind.DATE: 1, ColumnKind.NUMBER: 1},
    ChartKind.SLOPE: {ColumnKind.WORDS: 1, ColumnKind.NUMBER: 2},
    ChartKind.HEAT: {ColumnKind.WORDS: 1, ColumnKind.NUMBER: 2},
}
SIDES = 2  # of a slope; a third number column stands in its table only


class Exhibit(Frozen):
    """A table with sources, and the picture that is drawn from it.

    One that `grows` has rows that are sealed by their own facts: each appears once
    the questions that seal it are shown.
    """

    title: Text
    sentence: Text
    chart: Annotated[ChartKind, Field(strict=False)] = ChartKind.NONE
    columns: Annotated[tuple[Column, ...], Field(min_length=1, strict=False)]
    note: Text | None = None
    after: Slug | None = None
    grows: bool = False
    id: str = ""
    rows: tuple[Row, ...] = ()

    @field_validator("columns")
    @classmethod
    def _drawable(
        cls, columns: tuple[Column, ...], given: ValidationInfo
    ) -> tuple[Column, ...]:
        chart = given.data.get("chart", ChartKind.NONE)
        for kind, count in DRAWN_FROM[chart].items():
            if sum(column.kind is kind for column in columns) < count:
                told = "a column" if count == 1 else f"{count} columns"
                needs = f"{told} of kind {kind.value}"
                raise ValueError(f"chart {chart.value!r} needs {needs}")
        units = dict.fromkeys(column.unit for column in compared(chart, columns))
        if len(units) > 1:
            told = " and ".join(map(str, units))
            wrong = f"chart {chart.value!r} compares numbers in {told}"
            raise ValueError(f"{wrong}; give its number columns one unit")
        return columns

    @model_validator(mode="after")
    def _sealed_once(self) -> Self:
        if self.grows and self.after is not None:
            wrong = f"'grows' and 'after: {self.after}' seal the same rows"
            raise ValueError(f"{wrong}; take one of them out")
        return self

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact for row in self.rows for fact in row.facts))


def compared(chart: ChartKind, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The number columns that a picture sets side by side, on one scale."""
    numbers = tuple(column for column in columns if column.kind is ColumnKind.NUMBER)
    match chart:
        case ChartKind.SLOPE:
            return numbers[:SIDES]
        case ChartKind.HEAT:
            return numbers
    return ()
