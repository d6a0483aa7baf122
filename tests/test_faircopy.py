"""A fair copy is run, stripped, and left alone when a cell fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest

from casekit.errors import CasekitError
from casekit.faircopy import CODE, METADATA, WIDGET_VIEW, fair_copy, strip

if TYPE_CHECKING:
    from pathlib import Path


def book(*cells: str) -> nbformat.NotebookNode:
    made: nbformat.NotebookNode = nbformat.v4.new_notebook()
    made.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    return made


def save(made: nbformat.NotebookNode, path: Path) -> Path:
    path.write_text(nbformat.writes(made), encoding="utf-8")
    return path


def test_live_widgets_and_times_are_stripped_and_words_stay() -> None:
    made = book("card")
    made.cells[0].metadata["execution"] = {"iopub.status.busy": "2026-01-01"}
    made.cells[0].outputs = [
        nbformat.v4.new_output(
            "display_data",
            {"text/plain": "the question", WIDGET_VIEW: {"model_id": "1"}},
        )
    ]
    made.metadata["widgets"] = {"state": "of every answer"}

    strip(made)

    assert made.metadata == METADATA
    assert made.cells[0].metadata == CODE
    assert made.cells[0].outputs[0].data == {"text/plain": "the question"}


@pytest.mark.kernel
def test_a_notebook_is_run_once_and_then_unchanged(tmp_path: Path) -> None:
    path = save(book("6 * 7"), tmp_path / "00_toy.ipynb")

    assert fair_copy(path, data=tmp_path)
    assert "42" in path.read_text("utf-8")
    assert not fair_copy(path, data=tmp_path)


@pytest.mark.kernel
def test_a_failing_cell_leaves_the_notebook_as_it_was(tmp_path: Path) -> None:
    path = save(book("1 / 0"), tmp_path / "00_toy.ipynb")
    before = path.read_bytes()

    with pytest.raises(CasekitError, match="ZeroDivisionError"):
        fair_copy(path, data=tmp_path)

    assert path.read_bytes() == before


def test_what_is_not_a_notebook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "00_toy.ipynb"
    path.write_text("{", encoding="utf-8")

    with pytest.raises(CasekitError, match="is not a notebook"):
        fair_copy(path, data=tmp_path)
