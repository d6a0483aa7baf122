"""Whoever installed the package works on a copy, which is never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casekit.errors import CaseError
from casekit.workcopy import WorkCopy, work_copy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    book = tmp_path / "package" / "notebooks" / "toy" / "id" / "00_dermaga.ipynb"
    book.parent.mkdir(parents=True)
    book.write_text("as shipped", encoding="utf-8")
    return tmp_path / "package"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    return tmp_path / "mine"


def test_a_checkout_s_notebooks_are_used_as_they_are(
    shipped: Path, folder: Path
) -> None:
    notebooks = shipped / "notebooks" / "toy"

    assert work_copy(notebooks, shipped=folder, into=folder) == WorkCopy(
        notebooks, copied=False, made=False
    )
    assert list(folder.iterdir()) == []


def test_a_package_s_notebooks_are_copied_whole(shipped: Path, folder: Path) -> None:
    copy = work_copy(shipped / "notebooks" / "toy", shipped=shipped, into=folder)

    assert copy == WorkCopy(folder / "casekit-toy", copied=True, made=True)
    assert (copy.folder / "id" / "00_dermaga.ipynb").read_text("utf-8") == "as shipped"
    assert list(folder.iterdir()) == [copy.folder]


def test_a_copy_that_was_changed_is_left_as_it_is(shipped: Path, folder: Path) -> None:
    notebooks = shipped / "notebooks" / "toy"
    first = work_copy(notebooks, shipped=shipped, into=folder)
    mine = first.folder / "id" / "00_dermaga.ipynb"
    mine.write_text("as I changed it", encoding="utf-8")

    second = work_copy(notebooks, shipped=shipped, into=folder)

    assert second == WorkCopy(first.folder, copied=True, made=False)
    assert mine.read_text("utf-8") == "as I changed it"


def test_a_folder_that_takes_no_copy_is_told_with_the_way_out(
    shipped: Path, tmp_path: Path
) -> None:
    with pytest.raises(CaseError, match="where you may write"):
        work_copy(
            shipped / "notebooks" / "toy", shipped=shipped, into=tmp_path / "nowhere"
        )


def test_missing_notebooks_are_told(shipped: Path, folder: Path) -> None:
    with pytest.raises(CaseError, match="install casekit again"):
        work_copy(shipped / "notebooks" / "other", shipped=shipped, into=folder)
