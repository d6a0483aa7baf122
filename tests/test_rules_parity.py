"""A class taught in English goes through what a class taught in Indonesian does."""
# ruff: noqa: E501 - what a check says stands on one line

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from author import problems

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Cells = list[dict[str, Any]]
LATER = "toy/en/00_dermaga.ipynb"
FIRST = "toy/id/00_dermaga.ipynb"
LONG = "One two three four five six seven eight nine.\n"


def rewritten(case: Path, language: str, change: Callable[[Cells], None]) -> None:
    folder = case.parents[1] / "notebooks" / "toy" / language
    path = folder / "00_dermaga.ipynb"
    book = json.loads(path.read_text("utf-8"))
    change(book["cells"])
    path.write_text(json.dumps(book, indent=1, ensure_ascii=False), encoding="utf-8")


def says(place: int, text: str) -> Callable[[Cells], None]:
    def change(cells: Cells) -> None:
        cells[place]["source"] = text.splitlines(keepends=True)

    return change


PLANTED: tuple[tuple[str, Callable[[Cells], None], str], ...] = (
    (
        "a heading of another level",
        says(8, "### To discuss\n\nThis part takes 12 minutes."),
        "has headings ### where {id} has ##",
    ),
    (
        "a heading left out",
        says(8, "This part takes 12 minutes."),
        "has headings none where {id} has ##",
    ),
    (
        "a citation left out",
        says(4, "The ferry sails at night."),
        "has citations none where {id} has F2",
    ),
    (
        "a citation twice",
        says(4, "The ferry [F2] sails 4 times a night [F2]."),
        "has citations F2, F2 where {id} has F2",
    ),
    (
        "a table",
        says(4, "| The ferry sails 4 times a night [F2]. |\n|---|"),
        "has table rows 2 where {id} has 0",
    ),
    (
        "a list",
        says(4, "- The ferry sails 4 times a night [F2].\n\n1. Yes."),
        "has list items 2 where {id} has 0",
    ),
    (
        "a link",
        says(4, "The [ferry](01_malam.ipynb) sails 4 times a night [F2]."),
        "has links 01_malam.ipynb where {id} has none",
    ),
    (
        "another call",
        says(5, 'toy.ask("why")\ntoy.ask("keep-the-ferry")'),
        "calls ask('why'), ask('keep-the-ferry') where {id} calls ask('keep-the-ferry')",
    ),
    ("other code", says(1, "toy = 1"), "runs other code than {id}"),
    ("a cell more", lambda cells: cells.append(cells[0]), "goes on where {id} ends"),
    (
        "a cell less",
        lambda cells: cells.__delitem__(8),
        "has a cell of code where {id} has one of markdown",
    ),
    (
        "an earlier end",
        lambda cells: cells.append({**cells[4], "cell_type": "raw"}),
        "goes on where {id} ends",
    ),
)


@pytest.mark.parametrize(
    ("change", "told"), [pytest.param(c, t, id=name) for name, c, t in PLANTED]
)
def test_what_one_language_does_otherwise_is_told_once_with_both_places(
    change: Callable[[Cells], None], told: str, toy_copy: Path
) -> None:
    rewritten(toy_copy, "en", change)

    (found,) = problems(toy_copy)

    place, _, wrong = found.partition(": ")
    before, after = told.split("{id}")
    assert place.startswith(f"{LATER}:")
    assert int(place.rpartition(":")[2]) > 1
    assert wrong.startswith(f"{before}{FIRST}:")
    assert wrong.endswith(after)


def test_a_notebook_that_ends_early_is_told_at_its_last_cell(toy_copy: Path) -> None:
    rewritten(toy_copy, "id", lambda cells: cells.append({**cells[4], "source": ["a"]}))

    (found,) = problems(toy_copy)

    assert found.startswith(f"{LATER}:156: ends where {FIRST}:")


def test_an_empty_cell_has_no_line_of_its_own(toy_copy: Path) -> None:
    rewritten(toy_copy, "en", says(8, ""))

    assert problems(toy_copy) == (
        f"{LATER}:1: has headings none where {FIRST}:112 has ##",
    )


def test_prose_that_was_never_translated_is_told(toy_copy: Path) -> None:
    for language in ("id", "en"):
        rewritten(toy_copy, language, says(8, f"## To discuss\n\n{LONG}"))

    (found,) = problems(toy_copy)

    assert found.endswith("word for word")


def test_a_few_words_may_be_the_same_in_both_languages(toy_copy: Path) -> None:
    few = "## Wall Room\n\n`one two three four five six seven` [F2]\n"
    for language in ("id", "en"):
        rewritten(toy_copy, language, says(4, few))

    assert problems(toy_copy) == ()


def test_code_in_prose_has_no_headings_and_no_lists(toy_copy: Path) -> None:
    words = "The ferry sails 4 times a night [F2].\n\n```\n# a\n- b\n| c |\n```\n"
    rewritten(toy_copy, "en", says(4, words))

    assert problems(toy_copy) == ()


def test_a_language_without_any_notebook_lacks_every_one(toy_copy: Path) -> None:
    shutil.rmtree(toy_copy.parents[1] / "notebooks" / "toy" / "en")

    assert problems(toy_copy) == (
        "toy/en/00_dermaga.ipynb:1: is missing",
        "toy/en/01_malam.ipynb:1: is missing",
    )


def test_a_cell_that_is_wrong_by_itself_is_not_also_compared(toy_copy: Path) -> None:
    rewritten(toy_copy, "en", says(4, "The ferry sails 57 times a night [F2, F3]."))

    found = problems(toy_copy)

    assert len(found) == 2
    assert not any("where" in told for told in found)
