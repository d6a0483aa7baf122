"""The copy is whole, opens by itself, and its failing harms no class."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from casekit.errors import RoomError
from casekit.journal import Journal
from casekit.phase import Phase
from casekit.room.backup import Backup
from casekit.room.door import Door

if TYPE_CHECKING:
    from pathlib import Path

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    (tmp_path / "class").mkdir()
    return tmp_path / "class" / "toy.sqlite"


def test_a_copy_is_whole_while_the_class_goes_on(kept: Path, tmp_path: Path) -> None:
    door = Door.of(kept.parent, port=8800)
    copy = Backup(kept, tmp_path / "stick")
    with Journal(kept, clock=lambda: MORNING) as journal:
        journal.move("keep-the-ferry", Phase.OPEN)

        assert copy.copy()

        journal.move("keep-the-ferry", Phase.LOCKED)
        assert copy.copy()
    shutil.rmtree(kept.parent)

    stick = tmp_path / "stick"
    assert sorted(path.name for path in stick.iterdir()) == ["room.json", "toy.sqlite"]
    assert (stick / "room.json").stat().st_mode & 0o077 == 0
    assert Door.of(stick, port=1) == door
    with Journal(stick / "toy.sqlite", clock=lambda: MORNING) as journal:
        assert journal.state("keep-the-ferry").phase is Phase.LOCKED


def test_a_class_without_answers_has_nothing_to_copy(
    kept: Path, tmp_path: Path
) -> None:
    assert not Backup(kept, tmp_path / "stick").copy()


def test_a_copy_in_the_same_folder_leaves_the_door_alone(kept: Path) -> None:
    door = Door.of(kept.parent, port=8800)

    assert not Backup(kept, kept.parent).copy()

    assert Door.of(kept.parent, port=1) == door


def test_a_stick_that_was_pulled_is_told(kept: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.write_text("not a folder")

    with pytest.raises(RoomError, match=r"could not be written .* are safe"):
        Backup(kept, stick).copy()


def test_a_journal_that_cannot_be_read_is_told(kept: Path, tmp_path: Path) -> None:
    kept.write_bytes(b"not a journal" * 200)

    with pytest.raises(RoomError, match="could not be written"):
        Backup(kept, tmp_path / "stick").copy()

    with closing(sqlite3.connect(tmp_path / "other.sqlite")):
        pass
