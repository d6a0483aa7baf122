"""The instructor's desk: every press is one call, and nothing is told too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from crowd import HandClock, answer, dump

from casekit.cards import ConsoleCard
from casekit.cards.clock import lasted
from casekit.charts import Chart
from casekit.errors import JournalError
from casekit.instructor import Instructor, Move
from casekit.journal import Journal
from casekit.phase import Phase
from casekit.stage import Scene, Show
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casekit.cards.row import QuestionRow
    from casekit.case import Case
    from casekit.frozen import Language

FERRY, WHY, PLAN = "keep-the-ferry", "why", "plan"
LANGUAGES: tuple[Language, ...] = ("id", "en")


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
def desk(toy: Case, journal: Journal) -> ConsoleCard:
    return ConsoleCard(Instructor(toy, journal), "en")


@pytest.fixture
def ferry(desk: ConsoleCard) -> QuestionRow:
    return desk.rows[FERRY]


def offered(row: QuestionRow) -> list[Move]:
    return [m for m, button in row.moves.items() if button.layout.display != "none"]


def press(row: QuestionRow, clock: HandClock, *moves: Move) -> None:
    """Press as a person does, Show twice."""
    for move in moves:
        clock.wait(seconds=2)
        row.moves[move].click()
        if move is Move.SHOW:
            clock.wait(seconds=2)
            row.moves[move].click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_desk_shows_the_part_s_questions_in_the_order_of_the_plan(
    toy: Case, journal: Journal, language: Language
) -> None:
    desk = ConsoleCard(Instructor(toy, journal), language)

    assert list(desk.rows) == [FERRY, "claim-labels", WHY]
    assert toy.question(FERRY).ask[language] in str(dump(desk.rows[FERRY].box))
    assert toy.outline.title[language] in desk.html()
    assert desk.html() == ConsoleCard(Instructor(toy, journal), language).html()


def test_a_part_is_chosen_by_one_press_and_its_questions_come(
    desk: ConsoleCard, journal: Journal
) -> None:
    desk.parts.buttons["01_malam"].click()

    assert journal.stage("section") == "01_malam"
    assert next(iter(desk.rows)) == "passengers-next-year"
    assert "1 The night" in desk.parts.told.value
    assert "casekit-here" in desk.parts.buttons["01_malam"]._dom_classes  # noqa: SLF001


def test_only_the_moves_that_may_be_made_are_there_to_press(
    ferry: QuestionRow, clock: HandClock, desk: ConsoleCard
) -> None:
    seen = [offered(ferry)]
    for move in (Move.OPEN, Move.LOCK, Move.AGAIN, Move.LOCK, Move.SHOW):
        press(ferry, clock, move)
        seen.append(offered(ferry))

    assert seen == [
        [Move.OPEN],
        [Move.LOCK],
        [Move.SHOW, Move.AGAIN, Move.REOPEN],
        [Move.LOCK],
        [Move.SHOW, Move.REOPEN],
        [],
    ]
    assert "result shown · vote 2" in ferry.head.value
    assert Move.SHOW not in offered(desk.rows[WHY])


def test_what_cannot_be_undone_is_pressed_twice_within_a_few_seconds(
    ferry: QuestionRow, clock: HandClock, journal: Journal
) -> None:
    press(ferry, clock, Move.OPEN, Move.LOCK)
    show = ferry.moves[Move.SHOW]
    clock.wait(seconds=2)

    show.click()
    show.click()  # a double click is one press
    assert journal.state(FERRY).phase is Phase.LOCKED
    assert show.description == say("show-sure", "en")

    clock.wait(seconds=10)
    ferry.tick()
    assert show.description == say("move-show", "en")
    show.click()  # too late: this is a first press again
    assert journal.state(FERRY).phase is Phase.LOCKED

    clock.wait(seconds=2)
    show.click()
    assert journal.state(FERRY).phase is Phase.SHOWN


def test_a_double_click_on_open_does_not_lock(
    ferry: QuestionRow, clock: HandClock, journal: Journal
) -> None:
    press(ferry, clock, Move.OPEN)
    clock.wait(seconds=0.2)
    ferry.moves[Move.LOCK].click()  # which has come to where Open was

    assert journal.state(FERRY).phase is Phase.OPEN


def test_a_question_moved_on_another_screen_is_told_and_followed(
    ferry: QuestionRow, clock: HandClock, desk: ConsoleCard, journal: Journal
) -> None:
    journal.move(FERRY, Phase.OPEN)

    press(ferry, clock, Move.OPEN)

    assert "moved from another screen" in ferry.state.value
    assert offered(ferry) == [Move.LOCK]
    journal.move(FERRY, Phase.LOCKED)
    desk.follow()
    assert offered(ferry) == [Move.SHOW, Move.AGAIN, Move.REOPEN]


def test_a_journal_that_is_busy_is_told_with_the_way_out(
    desk: ConsoleCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise JournalError("busy")

    monkeypatch.setattr(desk.stage.teacher.journal, "set_stage", busy)

    desk.projector.welcome.click()

    assert "this computer is busy" in desk.projector.state.value


def test_a_desk_knows_no_aggregate_while_a_question_is_open(
    toy: Case, tmp_path: Path, clock: HandClock
) -> None:
    """Two classes that differ in every answer look alike until they are locked."""
    told = []
    for seed in (1, 2):
        with Journal(tmp_path / f"{seed}.sqlite", clock=clock) as journal:
            desk = ConsoleCard(Instructor(toy, journal), "en")
            desks = []
            for section in toy.sections:
                desk.parts.go_to(section.stem)
                for row in desk.rows.values():
                    for move in (Move.OPEN, Move.LOCK):
                        press(row, clock, move)
                    press(row, clock, Move.REOPEN)
                    answer(journal, row.question, 12, seed=seed)
                    row.look.click()
                    row.sieve.click()
                    desk.follow()
                desks.append(dump(desk.box))
            told.append(desks)

    assert told[0] == told[1]


def test_a_preview_comes_when_locked_and_goes_when_reopened(
    ferry: QuestionRow, clock: HandClock, journal: Journal
) -> None:
    press(ferry, clock, Move.OPEN)
    answer(journal, ferry.question)
    assert ferry.look.layout.display == "none"
    press(ferry, clock, Move.LOCK)

    ferry.look.click()
    assert "On this desk only" in ferry.preview.value
    assert "Rules: nothing had to be hidden" in ferry.preview.value
    assert "data:image/png" in ferry.preview.value

    press(ferry, clock, Move.REOPEN)
    assert ferry.preview.value == ""
    press(ferry, clock, Move.LOCK)
    assert ferry.preview.value == ""


def test_a_preview_says_when_there_are_too_few(
    ferry: QuestionRow, clock: HandClock, journal: Journal
) -> None:
    press(ferry, clock, Move.OPEN)
    answer(journal, ferry.question, 4)
    press(ferry, clock, Move.LOCK)

    ferry.look.click()

    assert "⚠ Rules: too few answers" in ferry.preview.value


def test_what_is_sealed_for_good_has_neither_show_nor_preview(
    desk: ConsoleCard, clock: HandClock, journal: Journal
) -> None:
    desk.parts.go_to("01_malam")
    plan = desk.rows[PLAN]
    press(plan, clock, Move.OPEN)
    answer(journal, plan.question)
    press(plan, clock, Move.LOCK)

    assert offered(plan) == [Move.AGAIN, Move.REOPEN]
    assert {plan.look.layout.display, plan.sieve.layout.display} == {"none"}
    assert "57 have answered · sealed" in plan.head.value


def test_a_tick_holds_a_text_back_and_another_desk_sees_it(
    desk: ConsoleCard, clock: HandClock, journal: Journal, toy: Case
) -> None:
    why = desk.rows[WHY]
    press(why, clock, Move.OPEN)
    answer(journal, why.question, 12)
    press(why, clock, Move.LOCK)
    why.sieve.click()
    assert why.texts is not None
    text, tick = next(iter(why.texts.ticks.items()))

    tick.value = True

    teacher = Instructor(toy, journal)
    assert set(teacher.texts(why.question)) - set(teacher.wall(why.question)) == {text}
    assert "1 of 12 held back" in why.texts.told.value
    other = ConsoleCard(teacher, "id")
    other.rows[WHY].sieve.click()
    moderation = other.rows[WHY].texts
    assert moderation is not None
    assert moderation.held == [text]

    tick.value = False
    assert teacher.wall(why.question) == teacher.texts(why.question)


def test_paper_ballots_are_entered_one_after_the_other(
    ferry: QuestionRow, clock: HandClock, journal: Journal
) -> None:
    press(ferry, clock, Move.OPEN)
    ferry.paper.click()
    for place, choice in enumerate(("keep", "stop"), start=1):
        form = ferry.form
        assert form is not None
        assert form.number.value == str(place)
        assert form.controls.value is None  # nothing of the last one is left
        form.controls.fill_answer(choice)
        assert form.confidence is not None
        form.confidence.fill(80)
        form.enter()
    ferry.follow()

    assert form is not None
    assert "Ballot 2 is stored; 2 from paper." in form.state.value
    assert "2 have answered · 2 from paper" in ferry.head.value
    assert {a.value for a in journal.answers(FERRY)} == {"keep", "stop"}

    press(ferry, clock, Move.LOCK)
    assert ferry.form is None


def test_a_ballot_that_is_wrong_is_marked_and_not_stored(
    ferry: QuestionRow, clock: HandClock, journal: Journal
) -> None:
    press(ferry, clock, Move.OPEN)
    ferry.paper.click()
    form = ferry.form
    assert form is not None
    form.enter()
    assert "✗" in form.controls.fields[""].error

    form.controls.fill_answer("keep")
    form.number.fill("²")
    form.enter()
    assert "whole number" in form.number.error
    form.number.fill("7")
    form.enter()
    assert form.confidence is not None
    assert "✗" in form.confidence.error
    assert len(journal) == 0


def test_a_ballot_that_comes_too_late_is_told(
    ferry: QuestionRow, clock: HandClock, journal: Journal
) -> None:
    press(ferry, clock, Move.OPEN)
    ferry.paper.click()
    form = ferry.form
    assert form is not None
    form.controls.fill_answer("keep")
    assert form.confidence is not None
    form.confidence.fill(80)
    journal.move(FERRY, Phase.LOCKED)

    form.enter()

    assert "moved from another screen" in form.state.value
    assert len(journal) == 0


def test_the_projector_is_set_by_one_press_and_its_pages_turn(
    desk: ConsoleCard, clock: HandClock, journal: Journal
) -> None:
    labels = desk.rows["claim-labels"]
    press(labels, clock, Move.OPEN)
    answer(journal, labels.question)
    press(labels, clock, Move.LOCK, Move.SHOW)
    stage, remote = desk.stage, desk.projector

    remote.title.click()
    assert stage.scene == Scene(Show.SECTION, "00_dermaga")
    labels.ask.click()
    assert stage.scene == Scene(Show.QUESTION, "claim-labels")
    assert remote.on.disabled
    labels.result.click()
    assert remote.pages == 1
    remote.on.click()
    assert stage.scene == Scene(Show.RESULT, "claim-labels", 0)
    assert "page 1 of 1" in remote.told.value
    remote.welcome.click()
    assert stage.scene == Scene()


def test_pages_turn_to_the_last_and_back(
    desk: ConsoleCard, clock: HandClock, journal: Journal
) -> None:
    desk.parts.go_to("01_malam")
    turns = desk.rows["turns"]
    press(turns, clock, Move.OPEN)
    answer(journal, turns.question)
    press(turns, clock, Move.LOCK, Move.SHOW)
    turns.result.click()
    remote = desk.projector
    last = remote.pages - 1
    assert last > 0

    for _ in range(last + 2):
        remote.on.click()
    assert desk.stage.scene.page == last
    assert remote.on.disabled
    for _ in range(last + 2):
        remote.back.click()
    assert desk.stage.scene.page == 0


def test_a_countdown_is_started_seen_and_stopped(
    desk: ConsoleCard, clock: HandClock
) -> None:
    remote = desk.projector
    remote.minutes[3].click()
    clock.wait(seconds=50)
    desk.tick()
    assert "2:10 left" in remote.left.value

    remote.stop.click()

    assert "Not running" in remote.left.value
    assert desk.stage.left is None


def test_the_clock_tells_the_step_the_talk_and_what_to_cut(
    desk: ConsoleCard, clock: HandClock
) -> None:
    desk.parts.go_to("01_malam")
    assert "not running" in desk.clock.told.value
    desk.clock.begin.click()
    clock.wait(minutes=6.5)

    desk.tick()

    told = desk.clock.told.value
    assert "This part: 6:30 of 11 minutes" in told
    assert "Step 1 of 3, on screen: 6:30 of 4 minutes" in told
    assert "2 minutes behind" in told
    assert "can be left out: Persuade one colleague (1 min)" in told
    assert "Share of talk so far: 0% (planned 0%)" in told
    assert "present step" in desk.rows["turns"].head.value

    desk.clock.next.click()
    desk.clock.next.click()  # a double click is one press
    assert "Step 2 of 3" in desk.clock.told.value
    clock.wait(minutes=1)
    desk.clock.rest.click()
    assert "Paused. This part has taken 7:30 of 11" in desk.clock.told.value
    assert lasted(0) == "0:00"


def test_a_class_may_be_held_in_another_length(
    desk: ConsoleCard, toy: Case, journal: Journal
) -> None:
    desk.clock.length.value = "short"

    assert desk.stage.version == toy.outline.versions[0]
    assert "planned for 7 minutes" in desk.clock.told.value
    assert ConsoleCard(Instructor(toy, journal), "id").clock.length.value == "short"


def test_what_has_not_changed_is_not_drawn_again(
    desk: ConsoleCard, ferry: QuestionRow
) -> None:
    drawn: list[object] = []
    for place in (ferry.head, ferry.preview, desk.parts.told, desk.projector.told):
        place.observe(drawn.append, names="value")
    rows = desk.rows[FERRY]

    desk.follow()
    desk.tick()

    assert drawn == []
    assert desk.rows[FERRY] is rows
