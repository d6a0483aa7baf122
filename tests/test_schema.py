"""A journal's file is made, brought up to date, or refused and left as it is."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from casekit import schema
from casekit.answer import Answer, Sharing
from casekit.errors import JournalError
from casekit.journal import Journal
from casekit.phase import Phase

if TYPE_CHECKING:
    from pathlib import Path

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
FIRST = Answer(
    id="one",
    key_hash="ani",
    question="course",
    asked="0123456789abcdef",
    round=1,
    value="a",
    confidence=None,
    sharing=Sharing.COUNTED,
    told_at=MORNING,
)


def opened(path: Path) -> Journal:
    return Journal(path, clock=lambda: MORNING)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "class.sqlite"


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE budget (amount INTEGER)")
    before = path.read_bytes()

    with pytest.raises(JournalError, match="another program's file"):
        opened(path)

    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_journal(path: Path) -> None:
    path.touch()

    with opened(path) as journal:
        assert len(journal) == 0


def test_a_journal_of_a_newer_casekit_is_refused_and_left_as_it_is(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 99")
        other.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()

    with pytest.raises(JournalError, match="schema 99, this casekit knows"):
        opened(path)

    assert path.read_bytes() == before


def test_an_older_journal_is_brought_up_to_date_with_all_it_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path) as journal:
        journal.move("course", Phase.OPEN)
        journal.write(FIRST)
    newer = (*schema.MIGRATIONS, ("CREATE TABLE seats (seat TEXT NOT NULL)",))
    monkeypatch.setattr(schema, "MIGRATIONS", newer)

    opened(path).close()

    with opened(path) as journal, closing(sqlite3.connect(path)) as other:
        assert journal.answers("course") == (FIRST,)
        assert other.execute("PRAGMA user_version").fetchone() == (len(newer),)
        assert other.execute("SELECT count(*) FROM seats").fetchone() == (0,)


def test_a_migration_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(path).close()
    broken = ("CREATE TABLE seats (seat TEXT NOT NULL)", "CREATE NONSENSE")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))

    with pytest.raises(JournalError, match="NONSENSE"):
        opened(path)

    monkeypatch.undo()
    with opened(path), closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (
            len(schema.MIGRATIONS),
        )
        with pytest.raises(sqlite3.Error, match="no such table"):
            other.execute("SELECT * FROM seats")


def test_a_disk_without_a_write_ahead_log_is_refused(tmp_path: Path) -> None:
    with (
        closing(sqlite3.connect(":memory:")) as nowhere,
        pytest.raises(JournalError, match="it offers 'memory'"),
    ):
        schema.prepare(nowhere, tmp_path)


def test_a_file_that_stays_locked_is_told_after_some_patience(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(JournalError, match="locked"):
            opened(path)


def test_a_file_that_another_reads_becomes_a_journal_when_he_is_done(
    path: Path,
) -> None:
    with (
        closing(sqlite3.connect(path, check_same_thread=False)) as reader,
        closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as db,
    ):
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        done = threading.Timer(0.1, reader.rollback)
        done.start()

        schema.prepare(db, path)

        done.join()
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_another_reads_for_ever_is_told_after_some_patience(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()

        with pytest.raises(JournalError, match="locked"):
            opened(path)
