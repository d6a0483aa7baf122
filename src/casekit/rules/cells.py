"""Cells: every number and date in an exhibit's table is one of its row's facts' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casekit.case import Value
    from casekit.exhibit import Column, Row
    from casekit.rules.parts import ExhibitPart, Parts


def cells(parts: Parts) -> Iterator[Problem]:
    """Every number or date in a table that its row's facts do not bear."""
    for part in parts.exhibits:
        columns = part.exhibit.columns if part.exhibit is not None else ()
        for line, row in part.rows:
            values = _values(parts, row)
            for column in columns if values else ():
                yield from _cell(part, line, row, column, values)


def _values(parts: Parts, row: Row) -> list[Value]:
    """What a row's facts bear; nothing unless all of it is known."""
    if any(name not in parts.ledger for name in row.facts):
        return []
    values = [value for name in row.facts for value in parts.ledger[name].values]
    odd = any(value.unit and parts.unit_ids.lacks(value.unit) for value in values)
    return [] if odd else values


def _cell(
    part: ExhibitPart, line: int, row: Row, column: Column, values: list[Value]
) -> Iterator[Problem]:
    number, date = row.numbers.get(column.name), row.dates.get(column.name)
    if number is not None and not any(
        value.unit == column.unit and number in value.figures for value in values
    ):
        wrong = f"{column.name!r} is {number:.15g} {column.unit}"
        right = "use a figure of the row's facts, in its unit"
        yield Problem(part.table.path, line, wrong, right)
    if date is not None and all(value.date != date for value in values):
        wrong = f"{column.name!r} is {date!r}"
        yield Problem(part.table.path, line, wrong, "use a date of the row's facts")
