"""The instructor looks at a locked vote by herself; the first look at it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casekit.cards.preview import preview_html
from casekit.classmate import Classmate
from casekit.errors import PhaseError
from casekit.frozen import LANGUAGES
from casekit.instructor import Instructor, Move
from casekit.look import gained, look
from casekit.question import Choice, Resolution
from casekit.slides import slides
from casekit.split import Advice
from casekit.tally import Cells

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.journal import Journal


@pytest.fixture
def teacher(toy: Case, journal: Journal) -> Instructor:
    return Instructor(toy, journal)


@pytest.fixture
def ferry(toy: Case) -> Choice:
    """Keep, a trial or stop the ferry: a scale."""
    found = toy.question("keep-the-ferry")
    assert isinstance(found, Choice)
    return found


def vote(teacher: Instructor, question: Choice, *counts: int, start: int = 0) -> None:
    """Learners from `start` on choose; a question that is not open is opened."""
    chosen = [
        option.id
        for option, count in zip(question.options, counts, strict=True)
        for _ in range(count)
    ]
    now = teacher.state(question).round
    for seat, value in enumerate(chosen, start=start):
        Classmate(teacher.journal, key=f"seat {seat}").commit(
            question, id=f"{now} {seat} {value}", value=value, confidence=80
        )


def moved(teacher: Instructor, question: Choice, *moves: Move) -> None:
    for move in moves:
        teacher.move(question, move)


def total(tally: object) -> int:
    assert isinstance(tally, Cells)
    return sum(cell.count for cell in tally.cells)


def test_nobody_looks_before_the_lock_or_at_what_is_sealed(
    teacher: Instructor, ferry: Choice
) -> None:
    with pytest.raises(PhaseError, match="lock it first"):
        look(ferry, teacher)
    moved(teacher, ferry, Move.OPEN)
    with pytest.raises(PhaseError, match="lock it first"):
        look(ferry, teacher)
    moved(teacher, ferry, Move.LOCK)
    with pytest.raises(PhaseError, match="is sealed"):
        look(ferry.model_copy(update={"sealed": True}), teacher)
    assert preview_html(ferry.model_copy(update={"sealed": True}), teacher, "id") == ""


def test_the_first_look_at_a_vote_stands_until_it_is_shown(
    teacher: Instructor, ferry: Choice
) -> None:
    moved(teacher, ferry, Move.OPEN)
    vote(teacher, ferry, 20, 10, 20)
    moved(teacher, ferry, Move.LOCK)
    first = look(ferry, teacher)
    page = preview_html(ferry, teacher, "en")
    moved(teacher, ferry, Move.REOPEN)
    vote(teacher, ferry, 1, 0, 0, start=50)
    vote(teacher, ferry, 0, 0, 1)  # who came first has changed his mind
    moved(teacher, ferry, Move.LOCK)

    again = look(ferry, teacher)

    assert (again.tallies, again.split) == (first.tallies, first.split)
    assert (first.kept, again.kept) == (None, 50)
    assert "at 50 answers" in preview_html(ferry, teacher, "en")
    assert "first look" not in page
    moved(teacher, ferry, Move.SHOW)
    (shown,) = look(ferry, teacher).tallies
    assert total(shown) == 51
    assert "first look" not in preview_html(ferry, teacher, "en")


def test_who_has_not_looked_before_it_was_reopened_sees_every_answer(
    teacher: Instructor, ferry: Choice
) -> None:
    moved(teacher, ferry, Move.OPEN)
    vote(teacher, ferry, 20, 10, 20)
    moved(teacher, ferry, Move.LOCK, Move.REOPEN)
    vote(teacher, ferry, 1, 0, 0, start=50)
    moved(teacher, ferry, Move.LOCK)

    (tally,) = look(ferry, teacher).tallies

    assert total(tally) == 51


def test_what_was_first_seen_of_the_first_vote_stands_beside_the_second(
    teacher: Instructor, ferry: Choice
) -> None:
    moved(teacher, ferry, Move.OPEN)
    vote(teacher, ferry, 20, 10, 20)
    moved(teacher, ferry, Move.LOCK)
    before = look(ferry, teacher)
    moved(teacher, ferry, Move.REOPEN)
    vote(teacher, ferry, 1, 0, 0, start=50)
    moved(teacher, ferry, Move.LOCK, Move.AGAIN)
    vote(teacher, ferry, 11, 20, 20)
    moved(teacher, ferry, Move.LOCK)

    after = look(ferry, teacher)

    assert after.tallies[0] == before.tallies[0]
    assert total(after.tallies[1]) == 51
    assert after.movement is not None
    assert after.movement.first == before.tallies[0]


def test_another_desk_s_first_look_counts_too(
    teacher: Instructor, toy: Case, ferry: Choice
) -> None:
    moved(teacher, ferry, Move.OPEN)
    vote(teacher, ferry, 20, 10, 20)
    moved(teacher, ferry, Move.LOCK)
    look(ferry, Instructor(toy, teacher.journal))
    moved(teacher, ferry, Move.REOPEN)
    vote(teacher, ferry, 1, 0, 0, start=50)
    moved(teacher, ferry, Move.LOCK)

    assert look(ferry, teacher).kept == 50


def test_the_preview_reads_the_split_and_one_advice_until_it_is_shown(
    teacher: Instructor, ferry: Choice
) -> None:
    moved(teacher, ferry, Move.OPEN)
    vote(teacher, ferry, 25, 5, 27)
    moved(teacher, ferry, Move.LOCK)

    for language, words in zip(
        LANGUAGES, ("Saran: diskusi", "Advice: discuss"), strict=True
    ):
        page = preview_html(ferry, teacher, language)
        assert words in page
        assert "47" in page
    moved(teacher, ferry, Move.SHOW)
    assert "Advice" not in preview_html(ferry, teacher, "en")


def test_a_right_option_decides_the_advice_and_the_gain(
    teacher: Instructor, ferry: Choice, toy: Case
) -> None:
    right = ferry.options[1].id
    known = ferry.model_copy(
        update={
            "resolves": Resolution(fact="F5", sentence=ferry.ask, part=right),
        }
    )
    moved(teacher, known, Move.OPEN)
    vote(teacher, known, 25, 20, 12)
    moved(teacher, known, Move.LOCK)
    first = look(known, teacher)
    assert first.split is not None
    assert first.split.advice is Advice.DISCUSS
    assert "35" in preview_html(known, teacher, "en")
    moved(teacher, known, Move.AGAIN)
    vote(teacher, known, 12, 38, 7)
    moved(teacher, known, Move.LOCK)

    seen = look(known, teacher)

    assert seen.split is not None
    assert seen.split.judged
    assert seen.movement is not None
    assert "0.49" in gained(known, seen.movement, "en")
    assert gained(ferry, seen.movement, "en") == ""
    assert "Learning gain" in preview_html(known, teacher, "en")
    assert known.id == toy.question("keep-the-ferry").id


def test_the_movement_is_a_page_of_the_projector_once_both_votes_are_shown(
    teacher: Instructor, ferry: Choice
) -> None:
    moved(teacher, ferry, Move.OPEN)
    vote(teacher, ferry, 20, 17, 20)
    moved(teacher, ferry, Move.LOCK, Move.AGAIN)
    vote(teacher, ferry, 19, 0, 19)
    vote(teacher, ferry, 0, 19, 0, start=38)
    moved(teacher, ferry, Move.LOCK)
    with pytest.raises(PhaseError, match="show it first"):
        slides(ferry, teacher, "en")
    private = preview_html(ferry, teacher, "en")
    moved(teacher, ferry, Move.SHOW)

    pages = slides(ferry, teacher, "en")

    drawn = [chart for page in pages for _, chart in page.pictures]
    assert len(drawn) == 2
    assert "voted twice" in drawn[1].sentence
    told = [row for page in pages for row in page.rows]
    assert any("From first vote to second" in row for row in told)
    assert "From first vote to second" in private


def test_a_movement_that_would_point_at_someone_is_told_as_hidden(
    teacher: Instructor, ferry: Choice
) -> None:
    moved(teacher, ferry, Move.OPEN)
    vote(teacher, ferry, 3, 3, 5)
    moved(teacher, ferry, Move.LOCK, Move.AGAIN)
    vote(teacher, ferry, 5, 6, 0)
    moved(teacher, ferry, Move.LOCK, Move.SHOW)

    pages = slides(ferry, teacher, "en")

    told = [row for page in pages for row in page.rows]
    assert not any("From first vote to second" in row for row in told)
