"""The answering process is killed, again and again; what it acknowledged is there."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from casekit.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL"),
    reason="Windows has no SIGKILL; the promise is the same there, untested",
)

DEATHS = 50
MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)

# Each line on its standard input starts one learner, who answers until he is killed.
# He is forked, after the imports, so that fifty deaths take seconds and not a minute.
NURSERY = """
import os, sys, uuid
from datetime import UTC, datetime
from pathlib import Path
from casekit.answer import Answer, Sharing
from casekit.journal import Journal
from casekit.phase import Phase

now = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
times = int(sys.argv[2])

def say(line):  # in one write, so that a death leaves a whole line or none
    os.write(1, f"{line}\\n".encode())

def live(name):
    journal = Journal(Path(sys.argv[1]), clock=lambda: now)
    journal.move_from("course", Phase.DRAFT, Phase.OPEN)
    while True:
        answer = Answer(
            uuid.uuid4().hex, name, "course", "?", 1, "a", None, Sharing.COUNTED, now
        )
        journal.keep_draft("course", name, "typed")
        for _ in range(times):
            journal.write(answer)
            say(answer.id)

for name in sys.stdin:
    child = os.fork()
    if not child:
        say(os.getpid())
        live(name)
    _, ended = os.waitpid(child, 0)
    say(f"killed by {os.WTERMSIG(ended)}")
"""


def acknowledged_until_killed(
    nursery: subprocess.Popen[str], name: str, chance: random.Random
) -> list[str]:
    """Kill right after an acknowledgment, or a moment later in the midst of a write."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{name}\n")
    nursery.stdin.flush()
    learner = int(nursery.stdout.readline())
    heard = [nursery.stdout.readline().strip()]
    time.sleep(chance.choice([0, 0, chance.uniform(0, 0.01)]))
    os.kill(learner, signal.SIGKILL)
    while not heard[-1].startswith("killed by"):
        heard.append(nursery.stdout.readline().strip() or "killed by its nursery's end")
    assert heard.pop() == f"killed by {int(signal.SIGKILL)}"
    return heard


@pytest.mark.parametrize("times", [1, 2], ids=["sent once", "each sent twice"])
def test_fifty_deaths_lose_no_acknowledged_answer_and_double_none(
    tmp_path: Path, times: int
) -> None:
    path = tmp_path / "class.sqlite"
    chance = random.Random(times)
    acknowledged: set[str] = set()

    with subprocess.Popen(
        [sys.executable, "-c", NURSERY, str(path), str(times)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        for turn in range(DEATHS):
            acknowledged |= {*acknowledged_until_killed(nursery, f"{turn}", chance)}
            with Journal(path, clock=lambda: MORNING) as journal:
                assert len(journal) >= len(acknowledged)

    assert len(acknowledged) >= DEATHS
    with closing(sqlite3.connect(path)) as stored:
        kept = [row[0] for row in stored.execute("SELECT id FROM answers")]
        assert stored.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(kept) == len(set(kept))
    assert acknowledged <= set(kept)
