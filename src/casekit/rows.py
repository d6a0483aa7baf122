"""An exhibit's rows: a CSV whose every figure and date is one of its facts' own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casekit.errors import Problem
from casekit.exhibit import FACTS_COLUMN, Column, ColumnKind, Exhibit, Row
from casekit.frozen import FACT_ID, Text

if TYPE_CHECKING:
    from casekit.page import Table

_PLAIN = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
Lined = tuple[tuple[int, Row], ...]


def exhibit_rows(exhibit: Exhibit, table: Table) -> tuple[Lined, list[Problem]]:
    """The rows of an exhibit's CSV, each with its line, and what is wrong with them."""
    path, wanted = table.page.path, header(exhibit)
    if not table.header:
        return (), [Problem(path, 1, "is empty", f"its header is {','.join(wanted)}")]
    missing = [name for name in wanted if name not in table.header]
    extra = [name for name in table.header if name not in wanted]
    if missing or extra:
        lacks = f"lacks the columns {', '.join(missing)}" if missing else ""
        knows = f"has unknown columns {', '.join(extra)}" if extra else ""
        wrong = " and ".join(part for part in (lacks, knows) if part)
        return (), [Problem(path, 1, wrong, f"its header is {','.join(wanted)}")]
    problems = [] if table.rows or table.page.problems else [_no_rows(path)]
    made = []
    for line, cells in table.rows:
        flaws: list[tuple[str, str]] = []
        made.append((line, _row(exhibit, cells, flaws)))
        problems += [Problem(path, line, wrong, right) for wrong, right in flaws]
    return tuple(made), problems


def header(exhibit: Exhibit) -> list[str]:
    """The names that an exhibit's CSV starts with."""
    return [FACTS_COLUMN, *(n for column in exhibit.columns for n in _names(column))]


def _names(column: Column) -> tuple[str, ...]:
    match column.kind:
        case ColumnKind.WORDS:
            return f"{column.name}.id", f"{column.name}.en"
        case ColumnKind.NUMBER:
            return column.name, f"{column.name}.unit"
    return (column.name,)


def _no_rows(path: str) -> Problem:
    return Problem(path, 1, "has no rows", "write one below the header")


def _row(exhibit: Exhibit, cells: dict[str, str], flaws: list[tuple[str, str]]) -> Row:
    words: dict[str, Text] = {}
    numbers: dict[str, float] = {}
    dates: dict[str, str] = {}
    for column in exhibit.columns:
        name = column.name
        given = [cells[n] for n in _names(column)]
        if not any(given):
            continue
        if column.kind is ColumnKind.WORDS:
            if all(given):
                words[name] = Text(id=given[0], en=given[1])
            else:
                flaws.append((f"{name!r} has only one language", "translate it"))
        elif column.kind is ColumnKind.NUMBER:
            if given[1] != column.unit:
                wrong = f"{name!r} has the unit {given[1]!r}"
                flaws.append((wrong, f"the column's unit is {column.unit!r}"))
            if _PLAIN.fullmatch(given[0]):
                numbers[name] = float(given[0])
            else:
                right = "write a plain number like 1228 or 85.4"
                flaws.append((f"{name!r} is {given[0]!r}", right))
        else:
            dates[name] = given[0]
    facts = _fact_ids(cells[FACTS_COLUMN], flaws)
    return Row(words=words, numbers=numbers, dates=dates, facts=facts)


def _fact_ids(cell: str, flaws: list[tuple[str, str]]) -> tuple[str, ...]:
    """The row's facts; none at all where one of them cannot be read."""
    named = tuple(cell.split())
    if not named:
        flaws.append(("has no facts", "name the facts that bear it"))
    odd = [name for name in named if not re.fullmatch(FACT_ID, name)]
    for name in odd:
        wrong = f"{FACTS_COLUMN!r} names {name!r}"
        flaws.append((wrong, "write fact ids with spaces between, like S2 A26"))
    return () if odd else named
