"""What a projector may show: only what was shown, page by page, for the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from crowd import answer

from casekit.errors import PhaseError
from casekit.forecast import miss
from casekit.frozen import LANGUAGES
from casekit.instructor import Instructor, Move
from casekit.phase import Phase
from casekit.question import Policy
from casekit.rulelight import CLEAR, FEW, MERGED, NEARLY, lights
from casekit.slides import ROWS, slides
from casekit.tally import Cell, Cells, Dots, Parts, Policies, Ranking, Table, Wall

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.journal import Journal
    from casekit.question import Asked


@pytest.fixture
def teacher(toy: Case, journal: Journal) -> Instructor:
    return Instructor(toy, journal)


def questions(toy: Case) -> list[Asked]:
    return [question for section in toy.sections for question in section.questions]


def vote(teacher: Instructor, question: Asked, *, count: int = 57) -> None:
    teacher.move(question, Move.OPEN)
    answer(teacher.journal, question, count)
    teacher.move(question, Move.LOCK)


def test_every_question_has_pages_once_it_is_shown_and_none_before(
    teacher: Instructor, toy: Case
) -> None:
    for question in questions(toy):
        vote(teacher, question)
        with pytest.raises(PhaseError, match="show it first"):
            slides(question, teacher, "en")
        if question.sealed:
            continue
        teacher.move(question, Move.SHOW)

        for language in LANGUAGES:
            pages = slides(question, teacher, language)
            assert pages
            assert all(page.sentence for page in pages)
            assert all(page.pictures or page.rows or page.texts for page in pages)
            assert all(len(page.rows) <= ROWS for page in pages)


def test_what_is_sealed_for_good_has_no_page_in_any_phase(
    teacher: Instructor, toy: Case
) -> None:
    plan = toy.question("plan")
    vote(teacher, plan)
    teacher.journal.move(plan.id, Phase.SHOWN)  # by another hand than the instructor's

    with pytest.raises(PhaseError):
        slides(plan, teacher, "en")


def test_two_votes_stand_in_one_picture(teacher: Instructor, toy: Case) -> None:
    ferry = toy.question("keep-the-ferry")
    vote(teacher, ferry)
    teacher.move(ferry, Move.AGAIN)
    answer(teacher.journal, ferry, 55)
    teacher.move(ferry, Move.LOCK)
    teacher.move(ferry, Move.SHOW)

    pages = slides(ferry, teacher, "en")

    ((_, chart),) = pages[0].pictures
    assert [row for row, _ in chart.points] == ["First vote", "Second vote"]
    told = [row for page in pages for row in page.rows]
    votes = told[: [row[0] for row in told].index("From first vote to second")]
    assert sum(int(row[-1]) for row in votes) == 57 + 55


def test_too_few_answers_make_a_page_that_says_so(
    teacher: Instructor, toy: Case
) -> None:
    for question in questions(toy):
        if question.sealed:
            continue
        vote(teacher, question, count=3)
        teacher.move(question, Move.SHOW)

        pages = slides(question, teacher, "en")

        assert not any(page.pictures or page.texts for page in pages)
        assert "Too few answers" in str(pages[0].rows)


def test_a_class_s_policies_lie_on_their_simulator_s_picture(
    teacher: Instructor, toy: Case
) -> None:
    turns = toy.question("turns")
    assert isinstance(turns, Policy)
    vote(teacher, turns)
    teacher.move(turns, Move.SHOW)

    drawn = [page for page in slides(turns, teacher, "en") if page.pictures]

    assert len(drawn) > 1


def test_a_text_that_is_held_back_is_on_no_page(teacher: Instructor, toy: Case) -> None:
    why = toy.question("why")
    vote(teacher, why)
    teacher.move(why, Move.SHOW)
    held = teacher.texts(why)[0]
    teacher.hide(why, [held])

    pages = slides(why, teacher, "id")
    texts = [text for page in pages for text in page.texts]

    assert len(pages) > 1
    assert sorted(texts) == sorted(teacher.wall(why))
    assert held not in texts


def test_the_crowd_is_never_further_off_than_the_average_guess(toy: Case) -> None:
    forecast = toy.question("passengers-next-year")

    found = miss(toy, forecast, Dots((80.0, 100.0, 120.0), 70.0, 130.0))

    assert found is not None
    assert (found.truth, found.mean, found.crowd) == (90, 100, 10)
    assert found.average == pytest.approx(50 / 3)
    assert miss(toy, forecast, Dots()) is None
    assert miss(toy, toy.question("why"), Dots((1.0,), 1.0, 1.0)) is None


def test_a_forecast_s_page_tells_both_errors(teacher: Instructor, toy: Case) -> None:
    forecast = toy.question("passengers-next-year")
    vote(teacher, forecast)
    teacher.move(forecast, Move.SHOW)

    assert "The figure is 90" in slides(forecast, teacher, "en")[0].note


def test_the_rule_light_names_each_rule_that_was_met() -> None:
    merged = Cells((Cell(("a",), 9), Cell(("b", "c"), 10)))
    nearly, few = Cells(nearly_all="a"), Cells()
    clear = Cells((Cell(("a",), 9), Cell(("b",), 10)))

    assert [lights(one) for one in (clear, merged, nearly, few)] == [
        (CLEAR,),
        (MERGED,),
        (NEARLY,),
        (FEW,),
    ]
    assert lights(Table((("x", merged), ("y", few)))) == (FEW, MERGED)
    assert lights(Policies((("x", clear),))) == (FEW,)
    for empty in (Dots(), Wall(), Ranking(), Parts()):
        assert lights(empty) == (FEW,)
    assert lights(Wall(("words",))) == (CLEAR,)
