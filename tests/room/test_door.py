"""The door of a class is made once, and only its own words open it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.errors import RoomError
from casekit.room.door import CODE, CODE_LENGTH, SECRET_BYTES, Door

if TYPE_CHECKING:
    from pathlib import Path

DOOR = Door(code="CDFHJK", instructor="i" * 32, screen="s" * 32, seal="x", port=8800)


def test_a_room_that_opens_again_has_the_same_door(tmp_path: Path) -> None:
    first = Door.of(tmp_path, port=8800)

    assert Door.of(tmp_path, port=9999) == first
    assert first.port == 8800


def test_two_classes_share_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = Door.of(tmp_path / "a", port=1), Door.of(tmp_path / "b", port=1)

    told = [*vars(one).values(), *vars(other).values()]
    assert len(set(told)) == len(told) - 1  # the port


def test_secrets_are_long_and_only_the_owner_reads_them(tmp_path: Path) -> None:
    door = Door.of(tmp_path, port=8800)

    assert SECRET_BYTES * 8 >= 128
    assert len({door.instructor, door.screen, door.seal}) == 3
    assert CODE.fullmatch(door.code)
    assert (tmp_path / "room.json").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["room.json"]


def test_a_door_does_not_show_its_secrets(tmp_path: Path) -> None:
    door = Door.of(tmp_path, port=8800)

    assert repr(door) == "Door(port=8800)"


@given(st.text(max_size=40))
def test_nothing_else_opens_it(typed: str) -> None:
    assert not DOOR.admits(typed)
    assert not DOOR.is_instructor(typed)
    assert not DOOR.is_screen(typed)


def test_each_word_opens_its_own(tmp_path: Path) -> None:
    door = Door.of(tmp_path, port=8800)

    assert door.admits(door.code)
    assert door.admits(" ".join(door.code.lower()))
    assert not door.admits(door.code[: CODE_LENGTH - 1])
    assert door.is_instructor(door.instructor)
    assert not door.is_instructor(door.screen)
    assert door.is_screen(door.screen)
    assert not door.is_screen(door.instructor)


@pytest.mark.parametrize(
    "words",
    [
        *("", "{", "[]", "{}", "null", '{"code": "CDFHJK"}'),
        json.dumps({**vars(DOOR), "seal": "short"}),
        json.dumps({**vars(DOOR), "seal": "x" * 32, "port": 0}),
        json.dumps({**vars(DOOR), "seal": "x" * 32, "code": "cdfhjk"}),
        json.dumps({**vars(DOOR), "seal": 7}),
        json.dumps({**vars(DOOR), "seal": "x" * 32, "more": 1}),
    ],
)
def test_a_damaged_door_is_told_with_the_way_out(tmp_path: Path, words: str) -> None:
    (tmp_path / "room.json").write_text(words, encoding="utf-8")

    with pytest.raises(RoomError, match=r"damaged; put the file back .* or delete it"):
        Door.of(tmp_path, port=8800)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "room.draft").mkdir()

    with pytest.raises(RoomError, match="choose another folder with --data"):
        Door.of(tmp_path, port=8800)
