"""One room and no other on a folder."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from casekit.errors import RoomError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """This room and no other on the folder; the system lets go when we end.

    Raises:
        RoomError: another room holds it, or the folder cannot be used.
    """
    with ExitStack() as undo:
        _take(folder, undo)
        yield


def _take(folder: Path, undo: ExitStack) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / "room.lock", timeout=0, isolation_level=None)
        undo.callback(lock.close)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        held = "locked" in str(error)
        raise RoomError(
            f"another room is open on {str(folder)!r}; end it first, or choose another "
            "folder with --data"
            if held
            else f"cannot use {str(folder)!r} ({error}); choose another with --data"
        ) from None
    except OSError as error:
        raise RoomError(
            f"cannot use {str(folder)!r} ({error.strerror}); choose another with --data"
        ) from None
