"""The instructor's desk in a room: who is here, who talks with whom, whose turn."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest
from crowd import HandClock, answer, dump

from casekit import open_room
from casekit.cards.console import ConsoleCard
from casekit.cards.screen import ScreenCard
from casekit.errors import RoomError
from casekit.instructor import Instructor, Move
from casekit.intercom import Crowd, Intercom
from casekit.journal import Journal
from casekit.question import Choice
from casekit.stage import Seated, Stage
from casekit.turn import turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casekit.cards.groups import GroupsPanel
    from casekit.case import Case

SEATS = tuple(f"ANOA-{n}" for n in range(10, 22))
THREES = tuple(SEATS[n : n + 3] for n in range(0, 12, 3))
FOURS = tuple(SEATS[n : n + 4] for n in range(0, 12, 4))


class Room(Intercom):
    """A room in which twelve sit, and which makes groups without a server."""

    def __init__(self, stage: Stage) -> None:
        super().__init__("http://127.0.0.1:1", secret="")
        self.stage, self.here = stage, SEATS
        self.silent = self.few = False
        self.asked: list[tuple[str, int]] = []

    async def crowd(self) -> Crowd:
        if self.silent:
            raise RoomError("the room does not answer")
        return Crowd(len(SEATS), len(self.here))

    async def seats(self) -> tuple[str, ...]:
        return self.here

    async def group(self, question: str, *, size: int) -> bool:
        await self.crowd()
        self.asked.append((question, size))
        if not self.few:
            asked = self.stage.teacher.case.question(question)
            self.stage.seat(asked, Seated(size, THREES if size == 3 else FOURS))
        return not self.few


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def stage(toy: Case, tmp_path: Path, clock: HandClock) -> Iterator[Stage]:
    with Journal(tmp_path / "toy.sqlite", clock=clock) as journal:
        yield Stage(Instructor(toy, journal))


@pytest.fixture
def room(stage: Stage) -> Room:
    return Room(stage)


@pytest.fixture
def desk(stage: Stage, room: Room) -> ConsoleCard:
    return ConsoleCard(stage.teacher, "id", room)


def look(desk: ConsoleCard) -> str:
    assert desk.room is not None
    asyncio.run(desk.room.look())
    return re.sub("<.*?>", "", desk.room.told.value)


def panel(desk: ConsoleCard) -> GroupsPanel:
    found = desk.rows["keep-the-ferry"].groups
    assert found is not None
    return found


def offered(desk: ConsoleCard) -> set[str]:
    groups = panel(desk)
    buttons = {"late": groups.late, "project": groups.project}
    buttons |= {str(size): button for size, button in groups.sizes.items()}
    return {name for name, b in buttons.items() if b.layout.display != "none"}


def locked(stage: Stage) -> None:
    vote = stage.teacher.case.question("keep-the-ferry")
    stage.teacher.move(vote, Move.OPEN)
    answer(stage.teacher.journal, vote, 12)
    stage.teacher.move(vote, Move.LOCK)


def test_the_desk_says_who_has_joined_and_who_is_there(
    desk: ConsoleCard, room: Room
) -> None:
    room.here = SEATS[:10]

    assert look(desk) == "12 bergabung, 10 terhubung sekarang"


def test_a_room_that_does_not_answer_is_told_until_it_does(
    desk: ConsoleCard, room: Room
) -> None:
    room.silent = True
    assert "tidak menjawab" in look(desk)

    room.silent = False
    assert "bergabung" in look(desk)


def test_without_a_room_the_desk_says_nothing_of_one(
    stage: Stage, desk: ConsoleCard
) -> None:
    alone = ConsoleCard(stage.teacher, "id")

    assert alone.room is None
    assert all(row.groups is None for row in alone.rows.values())
    for words in ("terhubung", "Giliran", "Kelompok"):
        assert words not in str(dump(alone.box))
    assert (repr(alone), alone.html()) == (repr(desk), desk.html())


def test_a_notebook_run_alone_has_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_DATA", str(tmp_path))
    for name in ("CASEKIT_ROOM", "CASEKIT_ROOM_SECRET", "CASEKIT_LANG"):
        monkeypatch.delenv(name, raising=False)

    alone = open_room("makassar")

    assert alone.intercom is None
    assert alone.console().room is None
    alone.teacher.journal.close()


def test_groups_are_offered_for_a_choice_once_it_is_locked(
    desk: ConsoleCard, stage: Stage
) -> None:
    vote = stage.teacher.case.question("keep-the-ferry")
    assert offered(desk) == set()

    stage.teacher.move(vote, Move.OPEN)
    assert offered(desk) == set()

    stage.teacher.move(vote, Move.LOCK)
    assert offered(desk) == {"3", "4"}
    for name, row in desk.rows.items():
        question = stage.teacher.case.question(name)
        unsealed = isinstance(question, Choice) and not question.sealed
        assert (row.groups is not None) == unsealed


def test_groups_are_a_list_on_the_desk_and_in_front(
    desk: ConsoleCard, room: Room, stage: Stage
) -> None:
    screen = ScreenCard(stage.teacher, "id")
    locked(stage)

    asyncio.run(panel(desk).make(3))
    listed = panel(desk).list.value
    panel(desk).press_project()

    assert room.asked == [("keep-the-ferry", 3)]
    assert "4 kelompok, 12 kursi" in listed
    assert listed.count("<li>") == 4
    assert offered(desk) == {"late", "project"}
    for seat in SEATS:
        assert seat in listed
        assert seat in screen.body.value
    assert "kelompok untuk" in desk.projector.told.value


def test_a_controversy_shows_two_against_two(desk: ConsoleCard, stage: Stage) -> None:
    locked(stage)

    asyncio.run(panel(desk).make(4))

    listed = panel(desk).list.value
    assert listed.count("↔") == len(FOURS)
    assert "Dua kursi pertama" in listed


def test_late_comers_are_asked_for_in_the_size_there_is(
    desk: ConsoleCard, room: Room, stage: Stage
) -> None:
    locked(stage)
    asyncio.run(panel(desk).make(4))

    async def press() -> None:
        panel(desk).press_late()
        panel(desk).press_late()  # a double click is one press
        await asyncio.sleep(0.01)

    asyncio.run(press())

    assert room.asked == [("keep-the-ferry", 4)] * 2


def test_groups_that_cannot_be_made_are_told_and_nothing_is_kept(
    desk: ConsoleCard, room: Room, stage: Stage
) -> None:
    locked(stage)

    room.few = True
    asyncio.run(panel(desk).make(3))
    assert "kurang dari sepuluh" in panel(desk).state.value

    room.silent = True
    asyncio.run(panel(desk).make(3))
    assert "tidak menjawab" in panel(desk).state.value
    assert offered(desk) == {"3", "4"}


def test_the_groups_of_the_first_vote_stay_while_the_second_is_open(
    desk: ConsoleCard, stage: Stage
) -> None:
    locked(stage)
    asyncio.run(panel(desk).make(3))

    stage.teacher.move(stage.teacher.case.question("keep-the-ferry"), Move.AGAIN)

    assert "ANOA-10" in panel(desk).list.value
    assert offered(desk) == {"project"}


def test_a_screen_without_groups_shows_how_to_join(stage: Stage) -> None:
    screen = ScreenCard(stage.teacher, "id")
    stage.open_door("http://192.168.1.20:8800/", "CDFHJK", "<svg/>")
    stage.show_groups(stage.teacher.case.question("keep-the-ferry"))

    assert "CDFHJK" in screen.body.value
    assert "data:image/svg+xml;base64," in screen.body.value


def test_no_seat_is_called_twice_before_every_seat_once(
    desk: ConsoleCard, stage: Stage, clock: HandClock
) -> None:
    look(desk)
    for _ in range(24):
        desk.turn.press_next()
        desk.turn.press_next()  # a double click is one press
        clock.wait(seconds=1)

    called = stage.called
    assert sorted(called[:12]) == sorted(called[12:]) == sorted(SEATS)
    assert f"Dipanggil: {called[-1]}" in desk.turn.told.value


def test_a_seat_that_is_skipped_comes_at_the_end_of_the_round(
    desk: ConsoleCard, clock: HandClock, stage: Stage
) -> None:
    look(desk)
    first, second, *_ = desk.turn.waiting

    desk.turn.press_skip()
    clock.wait(seconds=1)

    assert desk.turn.waiting[0] == second
    assert desk.turn.waiting[-1] == first
    assert stage.called == ()


def test_the_order_outlives_the_desk(desk: ConsoleCard, stage: Stage) -> None:
    look(desk)
    desk.turn.press_next()
    again = ConsoleCard(stage.teacher, "en", Room(stage))
    look(again)

    assert again.turn.waiting == desk.turn.waiting
    assert turns(SEATS, stage.called, seed=stage.lot(int)) == again.turn.waiting


def test_with_nobody_there_nobody_is_called(desk: ConsoleCard, room: Room) -> None:
    room.here = ()
    look(desk)

    desk.turn.press_next()

    assert desk.turn.next.disabled
    assert desk.turn.skip.disabled
    assert "tidak ada giliran" in desk.turn.told.value
