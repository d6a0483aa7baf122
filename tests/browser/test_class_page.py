"""A whole question in a whole class: three learners, the desk and the projector."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest
from classroom import LAPTOP, PHONE, Instructor, Learner, Person, Room, Screen, within
from conftest import CHROMIUM, QUIET
from playwright.sync_api import TimeoutError as Waited
from playwright.sync_api import expect
from wire_cutter import Wire, silent_port

from casekit.phase import Phase, State
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.question import Asked

pytestmark = [pytest.mark.browser, pytest.mark.kernel]
SOON = 3.0  # seconds from the instructor's press to the projector, on a busy machine
STOP = {"id": "Hentikan", "en": "Stop it"}
KEEP = {"id": "Teruskan", "en": "Keep it"}
OTHERS = 10  # learners whose pages nobody looks at


@pytest.fixture
def ferry(case: Case) -> Asked:
    return case.question("keep-the-ferry")


@pytest.fixture
def room(case: Case, tmp_path: Path, chromium: Browser) -> Iterator[Room]:
    with Room(case, tmp_path, chromium) as room:
        yield room


def tells_of_a_result(person: Person) -> bool:
    """Whether a result has come to a page, seen or not."""
    names = ("casekit-result", "casekit-preview", "casekit-light")
    return any(
        person.hears_of(f"class={quote}{name}")
        for name in names
        for quote in ('"', '\\"')
    )


def sealed_from(screen: Screen, ibu: Instructor, learners: list[Learner]) -> None:
    """No result has come to any page, and nobody's seat to another."""
    for person in (screen, ibu, *learners):
        assert not tells_of_a_result(person)
    for person in (screen, *learners):
        others = {learner.seat for learner in learners if learner is not person}
        assert not any(person.hears_of(seat) for seat in others)


def test_a_question_goes_through_a_whole_class(  # noqa: PLR0915 - one lesson
    room: Room, ferry: Asked, language: Language
) -> None:
    told: dict[str, float] = {}
    with (
        Learner(room, "id", PHONE) as ani,
        Learner(room, "id", LAPTOP) as budi,
        Learner(room, "en", PHONE) as carol,
        Instructor(room, language) as ibu,
        Screen(room, language) as screen,
    ):
        learners = [ani, budi, carol]
        for person in (*learners, ibu, screen):
            person.join()
        for learner in learners:
            learner.reads(ferry, "not-yet")
            assert not learner.may_send(ferry)

        ibu.projects(ferry)
        with within(SOON, "projected", told):
            screen.sees(ferry.ask[language])
        screen.sees(say("screen-soon", language))
        expect(screen.choices).to_have_count(0)  # they come when it opens

        ibu.opens(ferry)
        with within(SOON, "opened", told):
            expect(screen.choices).to_have_count(3)
        for learner in learners:
            learner.reads(ferry, "not-sent")
            assert learner.may_send(ferry)
        ibu.enters_a_ballot(ferry, STOP[language])
        ibu.enters_a_ballot(ferry, STOP[language])
        room.others_answer(ferry, OTHERS)
        for learner in learners:
            learner.answer(ferry, STOP[learner.language])
            learner.reads(ferry, "saved-at")
        count = OTHERS + 2 + len(learners)
        expect(screen.counts).to_have_text(say("answered", language, count=count))
        ibu.reads(ferry, "answered", count=count)
        ibu.reads(ferry, "of-these-paper", count=2)
        expect(ibu.row(ferry).get_by_text(say("preview", language))).to_be_hidden()
        sealed_from(screen, ibu, learners)
        ani.picture("learner-sent")
        ibu.picture("desk-open")
        screen.picture("screen-open")

        ibu.locks(ferry)
        with within(SOON, "locked", told):
            screen.sees(say("screen-closed", language))
        for learner in learners:
            learner.reads(ferry, "locked-at")
            assert not learner.may_send(ferry)
        sealed_from(screen, ibu, learners)

        ibu.votes_again(ferry)
        with within(SOON, "again", told):
            screen.sees(say("second-vote-title", language))
        for learner in learners:
            learner.reads(ferry, "vote-again")
            learner.has_on_the_card(ferry, STOP[learner.language])
        sealed_from(screen, ibu, learners)  # the first vote stays hidden
        ibu.picture("desk-again")
        carol.picture("learner-again")
        room.others_answer(ferry, OTHERS, seed=2)
        ani.answer(ferry, KEEP["id"], confidence=90)
        carol.answer(ferry, KEEP["en"], confidence=90)
        for learner in (ani, carol):
            learner.reads(ferry, "saved-at")
        budi.reads(ferry, "vote-again")  # he sends nothing

        ibu.locks(ferry)
        with within(SOON, "locked again", told):
            screen.sees(say("screen-closed", language))
        ani.reads(ferry, "locked-at")
        budi.reads(ferry, "first-kept")
        sealed_from(screen, ibu, learners)
        budi.picture("learner-did-not-vote-again")

        ibu.shows(ferry)
        ibu.reads(ferry, "phase-shown")
        ibu.projects_the_result(ferry)
        with within(2 * SOON, "shown", told):  # the first picture wakes matplotlib
            screen.result.wait_for()
        expect(ibu.row(ferry).get_by_text(say("move-show", language))).to_be_hidden()
        for learner in learners:
            assert not learner.may_send(ferry)
            assert not tells_of_a_result(learner)  # it is read together, in front
            assert not screen.hears_of(learner.seat)
        assert tells_of_a_result(screen)
        ibu.picture("desk-shown")
        screen.picture("screen-shown")
        ani.picture("learner-shown")

    print("seconds to the projector:", {k: round(v, 2) for k, v in told.items()})  # noqa: T201
    assert room.stored(ferry) == 2 * OTHERS + 2 + 3 + 2
    with room.journal() as journal:
        assert journal.state(ferry.id) == State(Phase.SHOWN, 2)


@pytest.mark.parametrize("cut", ["short", "long", "other network"])
def test_an_answer_sent_while_the_wire_is_cut_is_stored_once_or_told_as_not_sent(
    room: Room, ferry: Asked, cut: str
) -> None:
    with Wire(room.port) as wire, Learner(room, "id", through=wire.port) as ani:
        ani.join()
        room.moves(ferry, Phase.OPEN)
        ani.reads(ferry, "not-sent")

        wire.cut()
        if cut == "other network":
            wire.tear()
        ani.answer(ferry, KEEP["id"])
        ani.send(ferry)  # he presses again, as anybody would
        ani.line("silent")
        ani.picture("cut")
        if cut == "long":
            wire.tear()
        wire.mend()
        if cut == "long":
            ani.line("lost")
        ani.line("answers")

        if cut == "long":
            ani.reads(ferry, "draft-kept")  # what he chose stands there again
            ani.has_on_the_card(ferry, KEEP["id"])
            expect(ani.card(ferry).get_by_role("status")).to_be_in_viewport()
            assert room.stored(ferry) == 0
            ani.picture("mended")
            ani.send(ferry)
        ani.reads(ferry, "saved-at")
        ani.has_on_the_card(ferry, KEEP["id"])
    assert room.stored(ferry) == 1
    assert [answer.value for answer in room.answers(ferry)] == ["keep"]


def test_a_kernel_that_dies_while_the_wire_is_cut_loses_no_answer(
    room: Room, ferry: Asked
) -> None:
    before = set(room.kernels())
    with Wire(room.port) as wire, Learner(room, "en", LAPTOP, through=wire.port) as ani:
        ani.join()
        room.moves(ferry, Phase.OPEN)
        ani.answer(ferry, STOP["en"])
        ani.reads(ferry, "saved-at")

        wire.cut()
        ani.answer(ferry, KEEP["en"])
        for kernel in set(room.kernels()) - before:
            os.kill(kernel, signal.SIGKILL)
        ani.line("silent")
        wire.tear()
        wire.mend()
        ani.line("again")
        ani.line("answers")

        ani.reads(ferry, "draft-changed")
        ani.has_on_the_card(ferry, KEEP["en"])
        assert room.stored(ferry) == 1
        ani.send(ferry)
        ani.reads(ferry, "saved-at")
    assert room.stored(ferry) == 2
    assert [answer.value for answer in room.answers(ferry)] == ["keep"]


def test_a_page_stands_as_soon_when_every_other_host_hangs(
    room: Room, chromium: Browser
) -> None:
    """Half-working Wi-Fi refuses nothing and answers nothing."""
    with silent_port() as port:
        rules = f"MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1"
        hanging = chromium.browser_type.launch(
            executable_path=CHROMIUM, args=[*QUIET, f"--host-resolver-rules={rules}"]
        )
        try:
            proof = hanging.new_page()
            with pytest.raises(Waited):
                proof.goto("http://elsewhere.example/", timeout=2_000)
            first(room, chromium)  # the laptop reads its files from the disk once
            free = min(first(room, chromium) for _ in range(2))
            hung = min(first(room, hanging) for _ in range(2))
        finally:
            hanging.close()

    print(f"first card: {free:.1f} s, other hosts hanging: {hung:.1f} s")  # noqa: T201
    assert hung < 1.5 * free + 3


def first(room: Room, browser: Browser) -> float:
    """Seconds from the address to the first card."""
    with Learner(room, "id", browser=browser) as learner:
        start = time.monotonic()
        learner.join()
        return time.monotonic() - start
