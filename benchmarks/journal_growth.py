"""Does a journal stay quick as it grows? Ratios, all measured in one run.

`python benchmarks/journal_growth.py [--answers 1000000] [--rounds 300]`

Three journals are filled by SQL in one transaction each (that is not what is measured).
Then, turn by turn, each writes one answer through `Journal.write` and reads one back
through `Journal.latest`, so that whatever the disk does at a moment it does to all.
The bare INSERT is a table without any index, by `sqlite3`, as durable (WAL, FULL).
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
import uuid
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from casekit.answer import Answer, Sharing
from casekit.journal import Journal
from casekit.phase import Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
SIZES = (100, 10_000, 1_000_000)
GOAL = 1.5
QUESTIONS, LEARNERS = 40, 57
VALUE = {"low": 9, "guess": 17, "high": 25}
FILL = "INSERT INTO answers VALUES (NULL, ?, ?, ?, ?, 1, ?, NULL, 'counted', ?)"


def learner(number: int) -> str:
    return f"{number % LEARNERS:064x}"


def question(number: int) -> str:
    return f"question-{number % QUESTIONS}"


def answer(number: int) -> Answer:
    return Answer(
        id=uuid.uuid4().hex,
        key_hash=learner(number),
        question=question(number),
        asked="0123456789abcdef",
        round=1,
        value=VALUE,
        confidence=None,
        sharing=Sharing.COUNTED,
        told_at=MORNING,
    )


def rows(answers: int) -> Iterator[tuple[str, ...]]:
    told = MORNING.isoformat()
    for n in range(answers):
        yield (
            uuid.uuid4().hex, learner(n), question(n), "0123456789abcdef",
            '{"guess": 17, "high": 25, "low": 9}', told,
        )  # fmt: skip


def grown(path: Path, answers: int) -> Journal:
    journal = Journal(path, clock=lambda: MORNING)
    for number in range(QUESTIONS):
        journal.move(question(number), Phase.OPEN)
    with closing(sqlite3.connect(path)) as db:
        with db:
            db.executemany(FILL, rows(answers))
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return journal


def milliseconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def bare(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE answers (value TEXT)")
    return db


def main() -> None:
    parser = argparse.ArgumentParser(description="A journal's growth, in ratios.")
    parser.add_argument("--answers", type=int, default=SIZES[-1], help="at most")
    parser.add_argument("--rounds", type=int, default=300)
    chosen = parser.parse_args()
    sizes = sorted({min(size, chosen.answers) for size in SIZES})
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        peer = stack.enter_context(closing(bare(folder / "bare.sqlite")))
        journals = {
            size: stack.enter_context(grown(folder / f"{size}.sqlite", size))
            for size in sizes
        }
        insert: list[float] = []
        writes: dict[int, list[float]] = {size: [] for size in sizes}
        reads: dict[int, list[float]] = {size: [] for size in sizes}
        for turn in range(chosen.rounds):
            sent = answer(turn * 7919)  # another question and learner each time
            insert.append(
                milliseconds(
                    lambda: peer.execute("INSERT INTO answers VALUES (?)", ("a",))
                )
            )
            for size, journal in journals.items():
                writes[size].append(milliseconds(lambda j=journal: j.write(sent)))  # type: ignore[misc]  # noqa: B023 - called at once
                reads[size].append(
                    milliseconds(
                        lambda j=journal: j.latest(sent.question, sent.key_hash)  # type: ignore[misc]  # noqa: B023
                    )
                )
    print(f"medians of {chosen.rounds} interleaved rounds; goal: ratio < {GOAL}")
    print(f"{'ratio':>6}  {'ms':>8}")
    for deed, times in (("write", writes), ("read latest", reads)):
        base = statistics.median(times[sizes[0]])
        for size in sizes:
            median = statistics.median(times[size])
            print(f"{median / base:6.2f}  {median:8.3f}  {deed} at {size:,} answers")
    peer_time = statistics.median(insert)
    ratio = statistics.median(writes[sizes[0]]) / peer_time
    print(f"{ratio:6.2f}  {peer_time:8.3f}  write at {sizes[0]:,} / bare FULL INSERT")


if __name__ == "__main__":
    main()
