"""Tables: CSV, each row with the line on which it starts."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casekit.page.text import Page, read_text

if TYPE_CHECKING:
    from pathlib import Path


@dataclass
class Table:
    """A page of CSV: its header, and its rows with the line on which each starts."""

    page: Page
    header: tuple[str, ...] = ()
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)


def read_csv(path: Path, name: str) -> Table:
    """A page of CSV; every row kept has every column, flawed rows are left out."""
    page = read_text(path, name)
    table = Table(page)
    if page.problems:
        return table
    reader = csv.reader(io.StringIO(page.text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            row = [cell.strip() for cell in cells]
            start, line = line, reader.line_num + 1
            if not any(row):
                continue
            if not table.header:
                if len(set(row)) < len(row) or "" in row:
                    wrong = "its header has empty or repeated names"
                    page.problem(start, wrong, "name each column once")
                    return table
                table.header = tuple(row)
            elif len(row) != len(table.header):
                page.problem(
                    start,
                    f"has {len(row)} cells, the header has {len(table.header)}",
                    "give every column a cell; put quotes around commas",
                )
            else:
                table.rows.append((start, dict(zip(table.header, row, strict=True))))
    except csv.Error as error:
        page.problem(line, f"is not CSV ({error})", "check quotes and commas")
    return table
