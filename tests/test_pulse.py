"""A desk follows what other desks write, within a beat, and survives trouble."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from conftest import MORNING

from casekit import pulse
from casekit.errors import JournalError, RoomError
from casekit.journal import Journal
from casekit.learner import Learner
from casekit.phase import Phase

if TYPE_CHECKING:
    import pytest

BEAT = 0.01


async def followed(journal: Journal, *moves: Phase) -> int:
    """How often a desk was told while another desk moved a question."""
    told: list[None] = []
    task = asyncio.create_task(
        pulse.follow(journal, lambda: told.append(None), beat=BEAT)
    )
    await asyncio.sleep(5 * BEAT)
    with Journal(journal.path, clock=lambda: MORNING) as other:
        for phase in moves:
            other.move("course", phase)
            await asyncio.sleep(5 * BEAT)
    task.cancel()
    return len(told)


def test_a_desk_is_told_once_for_each_change_and_not_between(journal: Journal) -> None:
    assert asyncio.run(followed(journal)) == 1
    assert asyncio.run(followed(journal, Phase.OPEN, Phase.LOCKED)) == 3


def test_a_journal_that_cannot_be_read_now_is_asked_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles = [JournalError("busy")]
    told: list[None] = []

    def version(_: Journal) -> int:
        if troubles:
            raise troubles.pop()
        return 1

    monkeypatch.setattr(Journal, "version", version)

    async def patiently() -> None:
        task = asyncio.create_task(
            pulse.follow(journal, lambda: told.append(None), beat=BEAT)
        )
        await asyncio.sleep(10 * BEAT)
        task.cancel()

    asyncio.run(patiently())
    assert len(told) == 1


def test_a_card_that_could_not_follow_is_told_again(journal: Journal) -> None:
    learner = Learner(journal, key="ani")
    troubles = [JournalError("busy")]
    told: list[None] = []

    def card() -> None:
        if troubles:
            raise troubles.pop()
        told.append(None)

    learner.watchers.append(card)

    async def patiently() -> None:
        task = asyncio.create_task(pulse.follow(journal, learner.tell, beat=BEAT))
        await asyncio.sleep(10 * BEAT)
        task.cancel()

    asyncio.run(patiently())
    assert len(told) == 1


def test_without_a_running_loop_there_is_no_pulse(journal: Journal) -> None:
    assert pulse.start(journal, lambda: None) is None


def test_what_is_asked_at_every_beat_is_awaited_and_may_fail() -> None:
    asked: list[None] = []

    async def question() -> None:
        asked.append(None)
        raise RoomError("silent")

    async def patiently() -> None:
        task = pulse.start_asking(question, beat=BEAT)
        assert task is not None
        await asyncio.sleep(10 * BEAT)
        task.cancel()

    asyncio.run(patiently())
    assert len(asked) > 1


def test_in_a_running_loop_the_pulse_starts(journal: Journal) -> None:
    async def started() -> bool:
        task = pulse.start(journal, lambda: None)
        assert task is not None
        task.cancel()
        return True

    assert asyncio.run(started())
