"""Where answers are kept at home, and the key that finds them again."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import platformdirs
import pytest

from casekit import place
from casekit.errors import JournalError
from casekit.place import class_folder, data_folder, home_key, whole


def test_the_folder_of_answers_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_DATA", str(tmp_path))

    assert data_folder() == tmp_path


def test_a_tilde_in_the_chosen_folder_is_the_users_home(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CASEKIT_DATA", str(Path("~") / "kelas"))

    assert data_folder() == Path.home() / "kelas"


@pytest.mark.parametrize("chosen", [None, ""])
def test_else_answers_lie_where_the_system_keeps_a_users_files(
    monkeypatch: pytest.MonkeyPatch, chosen: str | None
) -> None:
    monkeypatch.delenv("CASEKIT_DATA", raising=False)
    if chosen is not None:
        monkeypatch.setenv("CASEKIT_DATA", chosen)

    assert data_folder() == platformdirs.user_data_path("casekit", appauthor=False)


def test_the_key_is_made_once_and_leaves_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"

    first = home_key(folder)

    assert home_key(folder) == first
    assert [path.name for path in folder.iterdir()] == ["key"]
    assert len(bytes.fromhex(first)) >= 8


def test_two_learners_have_two_keys(tmp_path: Path) -> None:
    assert home_key(tmp_path / "ani") != home_key(tmp_path / "budi")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file rights")
def test_only_the_user_may_read_his_key(tmp_path: Path) -> None:
    home_key(tmp_path)

    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_notebooks_opened_at_the_same_time_share_one_key(tmp_path: Path) -> None:
    for turn in range(20):
        keys: list[str] = []
        start = threading.Barrier(6)

        def open_notebook(folder: Path, start: threading.Barrier) -> None:
            start.wait()
            keys.append(home_key(folder))  # noqa: B023 - joined within the loop

        folder = tmp_path / str(turn)
        threads = [
            threading.Thread(target=open_notebook, args=(folder, start))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(keys) == 6
        assert len(set(keys)) == 1


def test_a_notebook_that_was_slower_takes_the_others_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_was_quicker(_: Path, path: Path) -> None:
        path.write_text("the key of the other", encoding="ascii")
        raise FileExistsError

    monkeypatch.setattr(place, "NAME_ONCE", another_was_quicker)

    assert home_key(tmp_path) == "the key of the other"
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_a_memory_stick_without_links_keeps_a_key_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(place, "NAME_ONCE", no_links)
    first = home_key(tmp_path)

    assert home_key(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_on_such_a_stick_a_key_that_is_there_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_was_quicker(_: Path, path: Path) -> None:
        path.write_text("the key of the other", encoding="ascii")
        raise PermissionError

    monkeypatch.setattr(place, "NAME_ONCE", another_was_quicker)

    assert home_key(tmp_path) == "the key of the other"


def test_a_key_saved_by_an_editor_is_still_the_key(tmp_path: Path) -> None:
    key = home_key(tmp_path)
    (tmp_path / "key").write_text(f"{key}\n", encoding="ascii")

    assert home_key(tmp_path) == key


def test_an_empty_key_is_told_rather_than_hiding_every_answer(tmp_path: Path) -> None:
    (tmp_path / "key").touch()

    with pytest.raises(JournalError, match="is empty; put it back"):
        home_key(tmp_path)


def test_a_key_that_is_not_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(JournalError, match="cannot keep answers"):
        home_key(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(JournalError, match="choose another folder with --data"):
        home_key(tmp_path / "file" / "folder")


def test_journals_without_their_key_are_not_given_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "toy.sqlite").touch()

    with pytest.raises(JournalError, match="belong to nobody"):
        home_key(tmp_path)


def test_home_is_understood_in_a_folder_s_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    assert whole(Path("~/answers")) == tmp_path / "answers"


def test_a_class_is_not_kept_where_it_was_tried_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASEKIT_DATA", raising=False)
    assert class_folder() == data_folder() / "class"

    monkeypatch.setenv("CASEKIT_DATA", str(tmp_path))
    assert class_folder() == data_folder() == tmp_path
