"""An exhibit's table: a CSV whose every figure and date is one of its facts' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.case import ColumnKind, Exhibit, Row, Text
from casekit.errors import Problem

if TYPE_CHECKING:
    from casekit.page import Page

FACTS = "facts"


def exhibit_rows(
    exhibit: Exhibit, page: Page, rows: list[tuple[int, dict[str, str]]]
) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows of an exhibit's CSV, and what is wrong with its header and cells."""
    wanted = header(exhibit)
    given = list(rows[0][1]) if rows else []
    if not rows or set(given) != set(wanted):
        missing = sorted(set(wanted) - set(given))
        extra = sorted(set(given) - set(wanted))
        wrong = (
            f"lacks columns {missing} and has unknown ones {extra}"
            if rows
            else "is empty"
        )
        return (), [Problem(page.path, 1, wrong, f"its header is {','.join(wanted)}")]
    problems: list[Problem] = []
    made = []
    for line, cells in rows:
        row, flaws = _row(exhibit, cells)
        problems += [Problem(page.path, line, wrong, right) for wrong, right in flaws]
        made.append(row)
    return tuple(made), problems


def header(exhibit: Exhibit) -> list[str]:
    """The names that an exhibit's CSV starts with."""
    names = [FACTS]
    for column in exhibit.columns:
        if column.kind is ColumnKind.WORDS:
            names += [f"{column.name}.id", f"{column.name}.en"]
        elif column.kind is ColumnKind.NUMBER:
            names += [column.name, f"{column.name}.unit"]
        else:
            names.append(column.name)
    return names


def _row(exhibit: Exhibit, cells: dict[str, str]) -> tuple[Row, list[tuple[str, str]]]:
    flaws: list[tuple[str, str]] = []
    words: dict[str, Text] = {}
    numbers: dict[str, float] = {}
    dates: dict[str, str] = {}
    for column in exhibit.columns:
        name = column.name
        if column.kind is ColumnKind.WORDS:
            pair = {language: cells[f"{name}.{language}"] for language in ("id", "en")}
            if all(pair.values()):
                words[name] = Text(**pair)
            elif any(pair.values()):
                flaws.append((f"{name!r} has only one language", "translate it"))
        elif column.kind is ColumnKind.NUMBER:
            if cells[name] or cells[f"{name}.unit"]:
                if cells[f"{name}.unit"] != column.unit:
                    told = f"{name!r} has the unit {cells[f'{name}.unit']!r}"
                    flaws.append((told, f"the column's unit is {column.unit!r}"))
                try:
                    numbers[name] = float(cells[name])
                except ValueError:
                    told = f"{name!r} is {cells[name]!r}"
                    flaws.append((told, "write a plain number like 1228 or 85.4"))
        elif cells[name]:
            dates[name] = cells[name]
    facts = tuple(cells[FACTS].split())
    return Row(words=words, numbers=numbers, dates=dates, facts=facts), flaws
