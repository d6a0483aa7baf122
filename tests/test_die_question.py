"""A sensitive question is asked with a die: every face of it, and what it may not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from casekit import seating
from casekit.answer import admit
from casekit.cards import controls
from casekit.cards.asked import asked_html
from casekit.cards.face import heading
from casekit.cards.preview import preview_html
from casekit.cards.row import QuestionRow
from casekit.casefile import open_casefile
from casekit.charts import tally_chart
from casekit.classmate import Classmate
from casekit.errors import AnswerError, PhaseError, RoomError
from casekit.frozen import LANGUAGES, Text
from casekit.instructor import Instructor, Move
from casekit.look import look
from casekit.phase import Phase, State
from casekit.question import Choice, Option, Resolution
from casekit.report.question import question_box
from casekit.rulelight import CLEAR, FEW, lights
from casekit.slides import slides
from casekit.split import split
from casekit.stage import Stage
from casekit.tally import Dice, tally

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.journal import Journal

CASEFILES = Path(__file__).parents[1] / "casefiles"
YES, NO = (
    Option(id="yes", text=Text(id="Ya", en="Yes")),
    Option(id="no", text=Text(id="Tidak", en="No")),
)
MOVED = Choice(
    id="moved",
    kind="choice",
    die=True,
    ask=Text(id="Pernahkah?", en="Ever?"),
    options=(YES, NO),
)
PLAIN = MOVED.model_copy(update={"die": False})


@pytest.fixture
def teacher(toy: Case, journal: Journal) -> Instructor:
    return Instructor(toy, journal)


def rolled(teacher: Instructor, yes: int, count: int) -> None:
    """A class that has answered, each with a die, and is locked."""
    teacher.move(MOVED, Move.OPEN)
    for seat in range(count):
        Classmate(teacher.journal, key=f"seat {seat}").commit(
            MOVED, id=f"{seat}", value="yes" if seat < yes else "no"
        )
    teacher.move(MOVED, Move.LOCK)


@pytest.mark.parametrize(
    ("extra", "wrong"),
    [
        ({"confidence": True}, "asks for no confidence"),
        ({"sealed": True}, "neither sealed nor resolved"),
        (
            {"resolves": Resolution(fact="F5", sentence=MOVED.ask, part="yes")},
            "neither sealed nor resolved",
        ),
        ({"options": (YES,) * 3}, "exactly two options"),
    ],
)
def test_a_die_stands_beside_neither_confidence_nor_a_seal_nor_a_score(
    extra: dict[str, object], wrong: str
) -> None:
    with pytest.raises(ValidationError, match=wrong):
        Choice.model_validate({**dict(MOVED), **extra})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_learner_is_told_to_roll_and_what_an_answer_still_reveals(
    language: str, toy: Case
) -> None:
    lang = next(one for one in LANGUAGES if one == language)
    wanted = {
        "id": ("Lempar dadu", "lima kali lebih mungkin"),
        "en": ("Roll the die", "five times as likely"),
    }

    for told in (heading(MOVED, lang), asked_html(MOVED, toy, lang, whole=True)):
        assert all(words in told for words in wanted[lang])
        assert told.index(wanted[lang][0]) < told.index(wanted[lang][1])
    assert wanted[lang][0] not in heading(PLAIN, lang)
    assert list(controls(MOVED, lang).fields) == [""]


def test_it_is_answered_by_yes_or_no_alone() -> None:
    admit(MOVED, "yes")
    with pytest.raises(AnswerError):
        admit(MOVED, "maybe")


def test_a_class_sees_the_estimate_its_interval_and_the_price(
    teacher: Instructor,
) -> None:
    rolled(teacher, 21, 57)
    (seen,) = look(MOVED, teacher).tallies
    assert seen == Dice(21, 57)
    assert lights(seen) == (CLEAR,)
    with pytest.raises(PhaseError, match="show it first"):
        slides(MOVED, teacher, "en")
    teacher.move(MOVED, Move.SHOW)

    (page,) = slides(MOVED, teacher, "en")

    told = str(page.rows)
    for amount in ("57", "30%", "12% to 51%", "9.6", "6.1"):
        assert amount in told
    ((_, chart),) = page.pictures
    assert chart.points == (12, 30, 51)
    assert (chart.picture() or b"").startswith(b"\x89PNG")
    assert "21" not in told


def test_nine_answers_are_told_to_nobody(teacher: Instructor) -> None:
    rolled(teacher, 3, 9)

    seen = look(MOVED, teacher)

    assert seen.tallies == (Dice(),)
    assert lights(seen.tallies[0]) == (FEW,)
    assert "Too few answers" in preview_html(MOVED, teacher, "en")
    teacher.move(MOVED, Move.SHOW)
    (page,) = slides(MOVED, teacher, "en")
    assert "Too few answers" in str(page.rows)
    assert not page.pictures


def test_answers_that_no_fair_die_gives_have_no_estimate() -> None:
    chart = tally_chart(MOVED, Dice(57, 57), "en")

    assert "No estimate is shown" in str(chart.rows)
    assert chart.draw is None


def test_it_is_asked_once_and_never_on_paper(teacher: Instructor) -> None:
    teacher.move(MOVED, Move.OPEN)
    row = QuestionRow(MOVED, Stage(teacher), "en")
    row.follow()
    assert row.paper.layout.display == "none"
    with pytest.raises(RoomError, match="own hand"):
        teacher.cast(MOVED, 1, "yes")
    teacher.move(MOVED, Move.LOCK)

    assert teacher.moves(MOVED) == (Move.SHOW, Move.REOPEN)
    with pytest.raises(PhaseError):
        teacher.move(MOVED, Move.AGAIN)


def test_it_has_no_split_and_makes_no_groups(teacher: Instructor) -> None:
    rolled(teacher, 21, 57)

    seen = look(MOVED, teacher)

    assert (seen.split, seen.movement) == (None, None)
    with pytest.raises(RoomError, match="asked with a die"):
        split(MOVED, (), State(Phase.LOCKED))
    answers = {f"SEAT-{n:02}": ("yes", "no")[n % 2] for n in range(20)}
    with pytest.raises(RoomError, match="asked with a die"):
        seating.groups(MOVED, answers, seed=7)
    with pytest.raises(RoomError, match="asked with a die"):
        seating.controversies(MOVED, answers, seed=7)


def test_the_same_answers_without_a_die_are_cells() -> None:
    assert not isinstance(tally(PLAIN, ()), Dice)


def test_the_note_says_that_a_die_is_needed() -> None:
    makassar = open_casefile(CASEFILES / "makassar")
    asked = makassar.question("moved-not-for-competence")
    assert isinstance(asked, Choice)
    assert asked.die
    for language, words in zip(LANGUAGES, ("dadu", "die"), strict=True):
        assert words in str(question_box(makassar, asked.id, language))
