"""A table's header, units and cells are told row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casekit.exhibit import Column, Exhibit
from casekit.frozen import Text
from casekit.page import read_csv
from casekit.rows import exhibit_rows, header

if TYPE_CHECKING:
    from pathlib import Path

SAID = Text(id="Sesuatu", en="Something")
EXHIBIT = Exhibit(
    title=SAID,
    sentence=SAID,
    columns=(
        Column(name="what", label=SAID, kind="words"),  # type: ignore[arg-type]
        Column(name="count", label=SAID, kind="number", unit="calls"),  # type: ignore[arg-type]
        Column(name="told", label=SAID, kind="date"),  # type: ignore[arg-type]
    ),
)
HEADER = "facts,what.id,what.en,count,count.unit,told"


def problems(text: str, folder: Path) -> list[tuple[int, str]]:
    (folder / "a.csv").write_text(text, encoding="utf-8", newline="")
    _, found = exhibit_rows(EXHIBIT, read_csv(folder / "a.csv", "toy/a.csv"))
    return [(problem.line, problem.wrong) for problem in found]


def test_the_header_follows_from_the_columns() -> None:
    assert ",".join(header(EXHIBIT)) == HEADER


def test_a_row_keeps_its_line_and_what_is_blank_is_left_out(tmp_path: Path) -> None:
    text = f'{HEADER}\n\nS2 A26,"satu\ndua",one,85.4,calls,2019-05\nS2,,,,,\n'
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")

    rows, found = exhibit_rows(EXHIBIT, read_csv(tmp_path / "a.csv", "toy/a.csv"))

    (line, full), (below, blank) = rows
    assert found == []
    assert (line, below) == (3, 5)
    assert full.words == {"what": Text(id="satu\ndua", en="one")}
    assert (full.numbers, full.dates) == ({"count": 85.4}, {"told": "2019-05"})
    assert full.facts == ("S2", "A26")
    assert (blank.words, blank.numbers, blank.dates) == ({}, {}, {})


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    text = "told,count.unit,count,what.en,what.id,facts\n2019,calls,1,a,b,S2\n"

    assert problems(text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "is empty"),
        (HEADER, "has no rows"),
        (f"{HEADER}\n,,,,,\n", "has no rows"),
        ("facts,what.id\n", "lacks the columns what.en, count, count.unit, told"),
        (f"{HEADER},odd\n", "has unknown columns odd"),
        (
            "facts,what.id,what.en,count,unit,told",
            "lacks the columns count.unit and has unknown columns unit",
        ),
    ],
)
def test_a_header_is_told_on_the_first_line(
    text: str, wrong: str, tmp_path: Path
) -> None:
    assert problems(text, tmp_path) == [(1, wrong)]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("S2,satu,,1,calls,2019", "'what' has only one language"),
        ("S2,,one,1,calls,2019", "'what' has only one language"),
        ("S2,a,b,1,boats,2019", "'count' has the unit 'boats'"),
        ("S2,a,b,1,,2019", "'count' has the unit ''"),
        ("S2,a,b,,calls,2019", "'count' is ''"),
        ("S2,a,b,nan,calls,2019", "'count' is 'nan'"),
        ("S2,a,b,inf,calls,2019", "'count' is 'inf'"),
        ("S2,a,b,1e999,calls,2019", "'count' is '1e999'"),
        ("S2,a,b,1_000,calls,2019", "'count' is '1_000'"),
        ("S2,a,b,٣,calls,2019", "'count' is '٣'"),
        ('S2,a,b,"1,5",calls,2019', "'count' is '1,5'"),
        (f"S2,a,b,{'9' * 16},calls,2019", f"'count' is '{'9' * 16}'"),
        (",a,b,1,calls,2019", "has no facts"),
        ("s2,a,b,1,calls,2019", "'facts' names 's2'"),
        ('"S2,S3",a,b,1,calls,2019', "'facts' names 'S2,S3'"),
    ],
)
def test_a_flawed_cell_is_told_on_its_own_line(
    row: str, wrong: str, tmp_path: Path
) -> None:
    assert problems(f"{HEADER}\n\n{row}\n", tmp_path) == [(3, wrong)]


def test_every_flaw_of_a_row_is_told(tmp_path: Path) -> None:
    assert problems(f"{HEADER}\na b,x,,y,z,\n", tmp_path) == [
        (2, "'what' has only one language"),
        (2, "'count' has the unit 'z'"),
        (2, "'count' is 'y'"),
        (2, "'facts' names 'a'"),
        (2, "'facts' names 'b'"),
    ]


def test_rows_that_could_not_be_read_are_not_also_missed(tmp_path: Path) -> None:
    assert problems(f"{HEADER}\nS2,a\n", tmp_path) == []
