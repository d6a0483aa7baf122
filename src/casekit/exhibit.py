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


DRAWN_FROM = {
    ChartKind.NONE: None,
    ChartKind.TIMELINE: ColumnKind.DATE,
    ChartKind.DOTS: ColumnKind.NUMBER,
    ChartKind.BARS: ColumnKind.NUMBER,
}


class Exhibit(Frozen):
    """A table with sources, and the picture that is drawn from it."""

    title: Text
    sentence: Text
    chart: Annotated[ChartKind, Field(strict=False)] = ChartKind.NONE
    columns: Annotated[tuple[Column, ...], Field(min_length=1, strict=False)]
    note: Text | None = None
    after: Slug | None = None
    id: str = ""
    rows: tuple[Row, ...] = ()

    @field_validator("columns")
    @classmethod
    def _drawable(
        cls, columns: tuple[Column, ...], given: ValidationInfo
    ) -> tuple[Column, ...]:
        chart = given.data.get("chart", ChartKind.NONE)
        needed = DRAWN_FROM[chart]
        if needed is not None and all(column.kind is not needed for column in columns):
            told = f"a column of kind {needed.value}"
            raise ValueError(f"chart {chart.value!r} needs {told}")
        return columns

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact for row in self.rows for fact in row.facts))
