"""The journal: every answer of a class, append-only, on this computer's disk.

What it promises: an answer that `write` returned for is on the disk, once, whatever
dies afterwards; the latest in the journal's own sequence counts, never the clock; an
answer to a question that is not open is refused by the statement that would store it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from casekit import schema
from casekit.answer import Answer, Sharing
from casekit.disk import NETWORK, file_system
from casekit.errors import JournalError, PhaseError
from casekit.phase import Phase, State, move

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Clock = Callable[[], datetime]

COLUMNS = "id, key_hash, question, asked, round, value, confidence, sharing, told_at"

OPEN = """EXISTS (
  SELECT 1 FROM phases
  WHERE seq = (SELECT max(seq) FROM phases WHERE question = :question)
    AND phase = 'open' AND round = coalesce(:round, round)
)"""

WRITE = f"""
INSERT INTO answers ({COLUMNS})
SELECT :id, :key_hash, :question, :asked, :round, :value, :confidence, :sharing,
  :told_at
WHERE {OPEN}
ON CONFLICT (id) DO NOTHING
"""

KEEP = f"""
INSERT INTO drafts (key_hash, question, value)
SELECT :key_hash, :question, :value
WHERE {OPEN}
ON CONFLICT (key_hash, question) DO UPDATE SET value = excluded.value
"""


def key_hash(key: str) -> str:
    """What stands for a learner in the journal; the key itself is never stored.

    A key has at least 60 random bits, so a plain hash cannot be tried through.
    """
    return hashlib.sha256(b"casekit:" + key.encode()).hexdigest()


class Journal:
    """The answers of one class in one SQLite file; safe with many processes on it.

    `clock` gives an aware datetime; it is stored as told and never decides anything.

    Raises:
        JournalError: the folder is on a network file system, the file is not a
            journal, or it comes from a newer casekit.
    """

    def __init__(self, path: Path, *, clock: Clock) -> None:
        self.path = path
        self._clock = clock
        self._lock = threading.RLock()  # JupyterLab may answer widgets in a thread
        kind = file_system(path.resolve().parent)
        if kind in NETWORK:
            raise JournalError(
                f"the folder {str(path.parent)!r} is on a network file system "
                f"({kind}), where answers could be lost; choose a folder on this "
                "computer with --data or CASEKIT_DATA"
            )
        with ExitStack() as undo:
            try:
                self._db = sqlite3.connect(
                    path,
                    timeout=schema.PATIENCE,
                    isolation_level=None,
                    check_same_thread=False,
                )
                undo.callback(self._db.close)
                schema.prepare(self._db, path)
            except sqlite3.Error as error:
                raise JournalError(
                    f"cannot use the journal {str(path)!r} ({error}); choose another "
                    "folder with --data or CASEKIT_DATA"
                ) from None
            undo.pop_all()

    def __repr__(self) -> str:
        count = len(self)
        return f"Journal({self.path.stem!r}, {count} answer{'s' * (count != 1)})"

    def __len__(self) -> int:
        return int(self._all("SELECT count(*) FROM answers")[0][0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    def state(self, question: str) -> State:
        """Where a question stands; one that nobody has opened is a draft."""
        row = self._one(
            "SELECT phase, round FROM phases WHERE question = ? "
            "ORDER BY seq DESC LIMIT 1",
            question,
        )
        return State(Phase(row[0]), row[1]) if row else State()

    def move(self, question: str, phase: Phase, *, next_round: bool = False) -> State:
        """Move a question along its life; the same move twice is refused.

        Raises:
            PhaseError: the life of a question has no such move.
        """
        with self._writing():
            return self._move(question, phase, next_round=next_round)

    def move_from(self, question: str, start: Phase, phase: Phase) -> State:
        """Move a question if it stands at `start`; where it stands now, either way."""
        state = self.state(question)
        if state.phase is not start:
            return state  # the usual case, and it takes no lock
        with self._writing():
            state = self.state(question)
            return self._move(question, phase) if state.phase is start else state

    def write(self, answer: Answer, *, lock: bool = False) -> Answer:
        """Store an answer; when this returns, it is on the disk.

        The same answer sent again is acknowledged and stored once. `lock` also locks
        the question, in the same transaction. The learner's draft goes with it.

        Raises:
            PhaseError: the question is not open in the answer's round.
            JournalError: the id belongs to a different answer.
        """
        row = _row(answer)
        with self._writing():
            stored = self._db.execute(WRITE, row).rowcount == 1
            if not stored:
                return self._acknowledge(answer, row)
            self._db.execute(
                "DELETE FROM drafts WHERE key_hash = ? AND question = ?",
                (answer.key_hash, answer.question),
            )
            if lock:
                self._move(answer.question, Phase.LOCKED)
        return answer

    def latest(self, question: str, key_hash: str, *, round: int = 1) -> Answer | None:  # noqa: A002
        """A learner's answer that counts, by the journal's own sequence."""
        row = self._one(
            f"SELECT {COLUMNS} FROM answers "  # noqa: S608
            "WHERE question = ? AND round = ? AND key_hash = ? "
            "ORDER BY seq DESC LIMIT 1",
            question,
            round,
            key_hash,
        )
        return _answer(row) if row else None

    def answers(
        self,
        question: str,
        *,
        round: int = 1,  # noqa: A002
        until: int | None = None,
    ) -> tuple[Answer, ...]:
        """Each learner's answer that counts, in no order that tells who sent it.

        `until` is a mark that the journal gave: what came later is left out.
        """
        rows = self._all(
            f"SELECT {COLUMNS} FROM answers WHERE seq IN ("  # noqa: S608
            "SELECT max(seq) FROM answers WHERE question = ? AND round = ? "
            "AND seq <= coalesce(?, seq) GROUP BY key_hash) ORDER BY key_hash",
            question,
            round,
            until,
        )
        return tuple(_answer(row) for row in rows)

    @property
    def mark(self) -> int:
        """How far the journal has come; it never goes back."""
        return int(self._all("SELECT coalesce(max(seq), 0) FROM answers")[0][0])

    def keep_draft(self, question: str, key_hash: str, value: Any) -> None:  # noqa: ANN401
        """Keep what is typed but not sent; a draft is a courtesy, not an answer.

        It does not wait for the disk, so that typing stays light.

        Raises:
            PhaseError: the question is not open, so nothing can be sent later.
        """
        draft = {
            "key_hash": key_hash,
            "question": question,
            "round": None,
            "value": json.dumps(value),
        }
        with self._lock, self._troubles():
            self._db.execute("PRAGMA synchronous = NORMAL")
            try:
                kept = self._db.execute(KEEP, draft).rowcount == 1
            finally:
                self._db.execute("PRAGMA synchronous = FULL")
        if not kept:
            raise PhaseError(f"question {question!r} is not open; no draft was kept")

    def draft(self, question: str, key_hash: str) -> Any:  # noqa: ANN401
        """What was typed but not sent, or None."""
        row = self._one(
            "SELECT value FROM drafts WHERE question = ? AND key_hash = ?",
            question,
            key_hash,
        )
        return json.loads(row[0]) if row else None

    def set_stage(self, name: str, value: Any) -> None:  # noqa: ANN401 - plain JSON
        """Put on the stage what all desks of the class are to follow."""
        with self._writing():
            self._db.execute(
                "INSERT INTO stage (name, value, told_at) VALUES (?, ?, ?)",
                (name, json.dumps(value), self._clock().isoformat()),
            )

    def stage(self, name: str) -> Any:  # noqa: ANN401
        """What is on the stage under a name, or None."""
        row = self._one(
            "SELECT value FROM stage WHERE name = ? ORDER BY seq DESC LIMIT 1", name
        )
        return json.loads(row[0]) if row else None

    def version(self) -> int:
        """A number that changes when another desk has written."""
        return int(self._all("PRAGMA data_version")[0][0])

    def now(self) -> datetime:
        return self._clock()

    def _acknowledge(self, answer: Answer, row: dict[str, Any]) -> Answer:
        """The stored twin of an answer sent again, or why there is none."""
        twin = self._one(f"SELECT {COLUMNS} FROM answers WHERE id = ?", answer.id)  # noqa: S608
        if twin is None:
            state = self.state(answer.question)
            raise PhaseError(
                f"question {answer.question!r} is {state.phase} in round "
                f"{state.round}, so the answer for round {answer.round} was not stored"
            )
        kept = _answer(twin)
        if _row(kept) | {"told_at": ""} != row | {"told_at": ""}:
            raise JournalError(
                f"answer id {answer.id!r} already belongs to another answer; "
                "draw the card again for a new id"
            )
        return kept

    def _move(self, question: str, phase: Phase, *, next_round: bool = False) -> State:
        state = move(self.state(question), phase, next_round=next_round)
        self._db.execute(
            "INSERT INTO phases (question, phase, round, told_at) VALUES (?, ?, ?, ?)",
            (question, state.phase.value, state.round, self._clock().isoformat()),
        )
        return state

    def _one(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        return next(iter(self._all(statement, *values)), None)

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock, self._troubles():
            return self._db.execute(statement, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock, self._troubles(), schema.transaction(self._db):
            yield

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise JournalError(
                f"the journal {self.path.stem!r} did not take this ({error}); nothing "
                "was stored: check the disk's space and rights, then try again"
            ) from None


def _row(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id,
        "key_hash": answer.key_hash,
        "question": answer.question,
        "asked": answer.asked,
        "round": answer.round,
        "value": json.dumps(answer.value, sort_keys=True),
        "confidence": answer.confidence,
        "sharing": answer.sharing.value,
        "told_at": answer.told_at.isoformat(),
    }


def _answer(row: tuple[Any, ...]) -> Answer:
    identity, hashed, question, asked, round_, value, confidence, sharing, told = row
    return Answer(
        id=identity,
        key_hash=hashed,
        question=question,
        asked=asked,
        round=round_,
        value=json.loads(value),
        confidence=confidence,
        sharing=Sharing(sharing),
        told_at=datetime.fromisoformat(told),
    )
