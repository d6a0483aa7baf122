"""The instructor's and the projector's notebooks need nothing but the journal."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from casekit import open_room
from casekit.errors import CaseError
from casekit.instructor import Instructor, Move
from casekit.journal import Journal
from casekit.pulse import now

CASES = Path(__file__).parent / "cases"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEKIT_CASES", str(CASES))
    monkeypatch.setenv("CASEKIT_DATA", str(tmp_path))
    monkeypatch.delenv("CASEKIT_LANG", raising=False)


def test_a_room_speaks_as_it_is_told_else_as_the_class_else_indonesian(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert repr(open_room("toy")) == "RoomDesk('toy', 'id')"
    monkeypatch.setenv("CASEKIT_LANG", "en")
    assert repr(open_room("toy")) == "RoomDesk('toy', 'en')"
    assert open_room("toy", language="id").language == "id"
    monkeypatch.setenv("CASEKIT_LANG", "fr")
    with pytest.raises(CaseError, match="choose one of id, en"):
        open_room("toy")


def test_two_desks_that_know_nothing_of_each_other_show_the_same_within_a_second(
    tmp_path: Path,
) -> None:
    """The instructor presses on one; the projector and another desk follow."""

    async def lesson() -> tuple[str, str, str]:
        room = open_room("toy", language="en")
        screen, console = room.screen(), room.console()
        await asyncio.sleep(0)
        with Journal(tmp_path / "toy.sqlite", clock=now) as journal:
            elsewhere = Instructor(room.teacher.case, journal)
            vote = room.teacher.case.question("keep-the-ferry")
            elsewhere.move(vote, Move.OPEN)
            until = (now()).isoformat()
            journal.set_stage("countdown", {"until": until})
            journal.set_stage("screen", {"show": "question", "id": vote.id})
            await asyncio.sleep(1)
        row = console.rows[vote.id]
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        return screen.body.value, row.head.value, screen.left.value

    told, row, left = asyncio.run(lesson())

    assert "Should the night ferry be kept?" in told
    assert "open · 0 have answered" in row
    assert "Time is up" in left
