"""Two rooms on one folder would give two learners one seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casekit.errors import RoomError
from casekit.room.alone import alone

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_room_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    with (
        alone(tmp_path / "class"),
        pytest.raises(RoomError, match="another room is open"),
        alone(tmp_path / "class"),
    ):
        pass

    with alone(tmp_path / "class"):
        pass


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "room.lock").mkdir()

    for folder in (tmp_path / "file", tmp_path):
        with pytest.raises(RoomError, match="with --data"), alone(folder):
            pass


def test_what_goes_wrong_inside_is_told_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), alone(tmp_path):
        raise FileNotFoundError("a notebook")
