"""A live copy of a class in another folder, made with SQLite's own online backup."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from casekit.errors import RoomError

if TYPE_CHECKING:
    from pathlib import Path

DOOR = "room.json"


class Backup:
    """Copies one class's journal, and its door, into a folder; whole or not at all."""

    def __init__(self, journal: Path, folder: Path) -> None:
        self._journal, self._folder = journal, folder

    def copy(self) -> bool:
        """Make the copy; False when there is no journal yet.

        The door goes along: without it no learner's key opens the copy.

        Raises:
            RoomError: the folder cannot be written; the class itself goes on.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._copy_door()
            if not self._journal.exists():
                return False
            target = self._folder / self._journal.name
            draft = target.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            with (
                closing(sqlite3.connect(self._journal, timeout=10)) as journal,
                closing(sqlite3.connect(draft)) as copy,
            ):
                journal.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, no companions
            draft.replace(target)
        except (OSError, sqlite3.Error) as error:
            raise RoomError(
                f"the copy in {str(self._folder)!r} could not be written ({error}); "
                f"the answers in {str(self._journal)!r} are safe and the class goes on"
            ) from None
        return True

    def _copy_door(self) -> None:
        door = self._journal.with_name(DOOR)
        if door.exists() and door.parent.resolve() != self._folder.resolve():
            draft = self._folder / "room.draft"
            shutil.copyfile(door, draft)
            draft.chmod(0o600)
            draft.replace(self._folder / DOOR)
