"""The projector: only what has been shown reaches it, in every phase."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from crowd import HandClock, answer, dump

from casekit.answer import Sharing
from casekit.cards import ScreenCard
from casekit.cards.asked import choices
from casekit.cards.wall import qr_source
from casekit.charts import Chart
from casekit.classmate import Classmate
from casekit.instructor import Instructor, Move
from casekit.journal import Journal, key_hash
from casekit.phase import Phase
from casekit.question import Writing
from casekit.stage import OVERTIME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casekit.case import Case
    from casekit.question import Asked

BEFORE = (Move.OPEN, Move.LOCK, Move.REOPEN, Move.LOCK, Move.AGAIN, Move.LOCK)


@pytest.fixture(autouse=True)
def _sketched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures by their points; painting them is the business of other tests."""
    monkeypatch.setattr(
        Chart, "picture", lambda chart, **_: chart.draw and repr(chart.points).encode()
    )


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def journal(tmp_path: Path, clock: HandClock) -> Iterator[Journal]:
    with Journal(tmp_path / "toy.sqlite", clock=clock) as journal:
        yield journal


@pytest.fixture
def screen(toy: Case, journal: Journal) -> ScreenCard:
    return ScreenCard(Instructor(toy, journal), "en")


def questions(toy: Case) -> list[Asked]:
    return [question for section in toy.sections for question in section.questions]


def everything(screen: ScreenCard, question: Asked) -> list[object]:
    """All that the projector is told, whatever the instructor puts up."""
    told: list[object] = []
    stage = screen.stage
    stage.ask(question)
    told.append(dump(screen.box))
    for page in range(2):
        stage.result(question, page=page)
        told.append(dump(screen.box))
    for put_up in (stage.title, stage.welcome):
        put_up()
        told.append(dump(screen.box))
    return told


def lives(toy: Case, path: Path, seed: int) -> list[list[object]]:
    """What a projector is told in each phase of every question's life."""
    phases: list[list[object]] = [[] for _ in (None, *BEFORE, Move.SHOW)]
    with Journal(path, clock=HandClock()) as journal:
        teacher = Instructor(toy, journal)
        screen = ScreenCard(teacher, "id")
        for question in questions(toy):
            phases[0] += everything(screen, question)
            for place, move in enumerate((*BEFORE, Move.SHOW), start=1):
                if move in teacher.moves(question):
                    teacher.move(question, move)
                if teacher.state(question).phase is Phase.OPEN:
                    answer(journal, question, 12, seed=seed) if place != 3 else None
                phases[place] += everything(screen, question)
    return phases


def test_two_classes_look_alike_on_the_projector_until_they_are_shown(
    toy: Case, tmp_path: Path
) -> None:
    one = lives(toy, tmp_path / "1.sqlite", 1)
    two = lives(toy, tmp_path / "2.sqlite", 2)

    assert one[:-1] == two[:-1]
    assert one[-1] != two[-1]


def test_no_seat_no_key_and_nothing_sealed_is_ever_on_the_projector(
    toy: Case, journal: Journal, screen: ScreenCard
) -> None:
    teacher = screen.stage.teacher
    told = ""
    for question in questions(toy):
        for move in (Move.OPEN, Move.LOCK, Move.SHOW):
            if move in teacher.moves(question):
                teacher.move(question, move)
            if move is Move.OPEN:
                answer(journal, question, 15)
            told += str(everything(screen, question))
    kept = [a for question in questions(toy) for a in journal.answers(question.id)]
    secrets = [f"seat {seat}" for seat in range(15)]
    secrets += [key_hash(secret) for secret in secrets]
    secrets += [a.id for a in kept]
    sealed = [a.value for a in kept if a.question == "plan"]
    secrets += [words for value in sealed for words in value.values()]

    assert len(kept) == 15 * len(questions(toy))
    assert [secret for secret in secrets if secret in told] == []


def test_a_question_that_is_open_shows_its_wording_its_options_and_a_count(
    toy: Case, journal: Journal, screen: ScreenCard
) -> None:
    ferry = toy.question("keep-the-ferry")
    screen.stage.ask(ferry)
    assert "About to open" in screen.body.value
    assert "Stop it" not in screen.body.value
    screen.stage.teacher.move(ferry, Move.OPEN)
    answer(journal, ferry, 23)
    screen.follow()

    assert "Should the night ferry be kept?" in screen.body.value
    assert "Stop it" in screen.body.value
    assert "23 have answered" in screen.count.value

    screen.stage.teacher.move(ferry, Move.LOCK)
    assert "Closed." in screen.body.value


def test_every_kind_says_what_there_is_to_choose(toy: Case) -> None:
    for question in questions(toy):
        told = choices(question, toy, "en")

        bare = isinstance(question, Writing) and not question.fields
        assert bool(told) is not bare


def test_a_result_is_shown_with_both_votes_and_stays_as_it_was(
    toy: Case, journal: Journal, screen: ScreenCard
) -> None:
    ferry, teacher = toy.question("keep-the-ferry"), screen.stage.teacher
    for move in (Move.OPEN, Move.LOCK, Move.AGAIN, Move.LOCK):
        teacher.move(ferry, move)
        if teacher.state(ferry).phase is Phase.OPEN:
            answer(journal, ferry)
    screen.stage.result(ferry)
    assert "Closed." in screen.body.value

    teacher.move(ferry, Move.SHOW)

    assert "data:image/png" in screen.body.value
    code = screen.body.value.partition("base64,")[2].partition('"')[0]
    drawn = base64.b64decode(code).decode()
    assert "First vote" in drawn
    assert "Second vote" in drawn
    assert "Second vote · 57 have answered" in screen.count.value


def test_texts_come_through_moderation_and_go_when_held_back_later(
    toy: Case, journal: Journal, screen: ScreenCard
) -> None:
    why, teacher = toy.question("why"), screen.stage.teacher
    teacher.move(why, Move.OPEN)
    answer(journal, why, 12)
    teacher.move(why, Move.LOCK)
    first, second, *_ = teacher.texts(why)
    teacher.hide(why, [first])
    screen.stage.result(why)
    assert second not in screen.body.value
    teacher.move(why, Move.SHOW)

    assert first not in screen.body.value
    assert second in screen.body.value
    teacher.hide(why, [first, second])
    assert second not in screen.body.value


def test_a_text_cannot_become_markup(
    toy: Case, journal: Journal, screen: ScreenCard
) -> None:
    why, teacher = toy.question("why"), screen.stage.teacher
    teacher.move(why, Move.OPEN)
    answer(journal, why, 12)

    bad = "<script>alert(1)</script>"
    hand = Classmate(journal, key="bad")
    hand.commit(why, id="bad", value=bad, sharing=Sharing.TEXT)
    teacher.move(why, Move.LOCK)
    teacher.move(why, Move.SHOW)
    screen.stage.result(why)

    assert bad not in screen.body.value
    assert "&lt;script&gt;" in screen.body.value


def test_the_welcome_says_how_to_join_once_the_room_has_told(
    toy: Case, journal: Journal, screen: ScreenCard
) -> None:
    assert "about to begin" in screen.body.value
    door = {"address": "http://10.0.0.2:8000", "code": "ANOAKU", "qr": "<svg/>"}
    journal.set_stage("door", door)
    screen.follow()

    assert "http://10.0.0.2:8000" in screen.body.value
    assert "ANOAKU" in screen.body.value
    assert "data:image/svg+xml;base64," in screen.body.value
    assert toy.outline.title["en"] in screen.body.value


def test_a_code_is_only_ever_a_picture() -> None:
    assert qr_source("iVBOR").startswith("data:image/png;base64,iVBOR")
    assert qr_source("data:image/png;base64,x") == "data:image/png;base64,x"
    assert '"' not in qr_source('x" onload="alert(1)')
    assert qr_source(None) == qr_source({}) == ""


def test_the_part_s_title_stands_between_questions(screen: ScreenCard) -> None:
    screen.stage.teacher.go_to("01_malam")
    screen.stage.title()

    assert "The night" in screen.body.value
    assert screen.count.value == ""


def test_the_countdown_is_seen_on_every_page(
    screen: ScreenCard, clock: HandClock
) -> None:
    screen.stage.count_down(2)
    clock.wait(seconds=45)
    screen.tick()
    assert "1:15" in screen.left.value
    clock.wait(seconds=75)
    screen.tick()
    assert "Time is up" in screen.left.value
    clock.wait(seconds=OVERTIME + 1)
    screen.tick()
    assert screen.left.value == ""


def test_a_picture_that_fails_says_so_and_the_screen_goes_on(
    toy: Case,
    journal: Journal,
    screen: ScreenCard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ferry, teacher = toy.question("keep-the-ferry"), screen.stage.teacher
    teacher.move(ferry, Move.OPEN)
    answer(journal, ferry)
    for move in (Move.LOCK, Move.SHOW):
        teacher.move(ferry, move)

    def fails(*_: object, **__: object) -> bytes:
        raise ArithmeticError

    with monkeypatch.context() as broken:
        broken.setattr(Chart, "picture", fails)
        screen.stage.result(ferry)
        assert "could not be drawn" in screen.body.value

    screen.follow()
    assert "data:image/png" in screen.body.value


def test_the_projector_has_nothing_to_press_and_is_not_drawn_twice(
    screen: ScreenCard,
) -> None:
    drawn: list[object] = []
    screen.body.observe(drawn.append, names="value")

    screen.follow()

    assert drawn == []
    assert "Button" not in str([type(w) for w in screen.box.children])
    assert (
        screen.html() == "<p>The class&#x27;s screen: Antah 2001: the night ferry</p>"
    )
