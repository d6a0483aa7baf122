"""The layout of a journal's file: made new, brought up to date, or refused."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from casekit.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION = 0x6361736B  # "cask" in the file's header says that it is ours

# One tuple for each version, oldest first; what has been released is never edited.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {APPLICATION}",
        """
        CREATE TABLE answers (
          seq INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          key_hash TEXT NOT NULL,
          question TEXT NOT NULL,
          asked TEXT NOT NULL,
          round INTEGER NOT NULL,
          value TEXT NOT NULL,
          confidence INTEGER,
          sharing TEXT NOT NULL,
          told_at TEXT NOT NULL
        )
        """,
        "CREATE INDEX answers_latest ON answers (question, round, key_hash, seq)",
        """
        CREATE TABLE phases (
          seq INTEGER PRIMARY KEY,
          question TEXT NOT NULL,
          phase TEXT NOT NULL,
          round INTEGER NOT NULL,
          told_at TEXT NOT NULL
        )
        """,
        "CREATE INDEX phases_latest ON phases (question, seq)",
        """
        CREATE TABLE drafts (
          key_hash TEXT NOT NULL,
          question TEXT NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (key_hash, question)
        ) WITHOUT ROWID
        """,
        *(
            f"""
            CREATE TRIGGER {table}_{event} BEFORE {event} ON {table}
              BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END
            """
            for table in ("answers", "phases")
            for event in ("update", "delete")
        ),
    ),
    (
        """
        CREATE TABLE stage (
          seq INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          value TEXT NOT NULL,
          told_at TEXT NOT NULL
        )
        """,
        "CREATE INDEX stage_latest ON stage (name, seq)",
        *(
            f"""
            CREATE TRIGGER stage_{event} BEFORE {event} ON stage
              BEGIN SELECT RAISE(ABORT, 'stage is append-only'); END
            """
            for event in ("update", "delete")
        ),
    ),
)

HEADER = """
SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)
FROM pragma_application_id, pragma_user_version
"""

PATIENCE = 20.0  # seconds to wait for another process's write


def prepare(db: sqlite3.Connection, path: Path) -> None:
    """Make the file a journal of this version; a file that is not ours stays as it is.

    Raises:
        JournalError: another program's file, a newer casekit's, or a disk without WAL.
    """
    application, version, tables = db.execute(HEADER).fetchone()
    if application != APPLICATION and (application or version or tables):
        raise JournalError(
            f"{str(path)!r} is another program's file, not a journal; choose another "
            "folder with --data or CASEKIT_DATA"
        )
    if version > len(MIGRATIONS):
        raise JournalError(
            f"the journal {str(path)!r} has schema {version}, this casekit knows "
            f"{len(MIGRATIONS)}; use the newer casekit that wrote it"
        )
    mode = _write_ahead(db)
    if mode != "wal":
        raise JournalError(
            f"the disk of {str(path)!r} keeps no write-ahead log (it offers {mode!r}), "
            "so answers could be lost; choose another folder with --data or "
            "CASEKIT_DATA"
        )
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA fullfsync = ON")  # macOS: wait for the disk, not for its cache
    if version < len(MIGRATIONS):
        _migrate(db)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, holding the file's write lock from the first statement."""
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite may have ended it already
            db.rollback()
        raise


def _migrate(db: sqlite3.Connection) -> None:
    with transaction(db):  # another process may have been quicker: ask again
        (version,) = db.execute("PRAGMA user_version").fetchone()
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _write_ahead(db: sqlite3.Connection) -> str:
    """SQLite does not wait for others when a new file changes to WAL; we do."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return str(db.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.01)
