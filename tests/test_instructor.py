"""The instructor moves questions, sees counts, and no aggregate before its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import MORNING

from casekit.answer import Sharing
from casekit.classmate import Classmate
from casekit.errors import AnswerError, CaseError, JournalError, PhaseError
from casekit.instructor import INTO, Instructor, Move
from casekit.journal import Journal
from casekit.phase import Phase
from casekit.tally import Cells

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.case import Case
    from casekit.question import Asked


@pytest.fixture
def teacher(toy: Case, journal: Journal) -> Instructor:
    return Instructor(toy, journal)


@pytest.fixture
def vote(toy: Case) -> Asked:
    return toy.question("keep-the-ferry")


def answer(journal: Journal, vote: Asked, *values: str, round: int = 1) -> None:  # noqa: A002
    for seat, value in enumerate(values):
        mate = Classmate(journal, key=f"seat {seat}")
        mate.commit(vote, id=f"{round}-{seat}", value=value, confidence=80)


def test_a_question_goes_through_two_votes_and_is_shown_once(
    teacher: Instructor, vote: Asked, journal: Journal
) -> None:
    offered = [teacher.moves(vote)]
    for move in (Move.OPEN, Move.LOCK, Move.AGAIN, Move.LOCK, Move.SHOW):
        teacher.move(vote, move)
        offered.append(teacher.moves(vote))

    assert offered == [
        (Move.OPEN,),
        (Move.LOCK,),
        (Move.SHOW, Move.AGAIN, Move.REOPEN),
        (Move.LOCK,),
        (Move.SHOW, Move.REOPEN),
        (),
    ]
    assert journal.state(vote.id).phase is Phase.SHOWN


def test_what_was_locked_too_early_is_opened_again_in_the_same_round(
    teacher: Instructor, vote: Asked
) -> None:
    for move in (Move.OPEN, Move.LOCK, Move.REOPEN):
        teacher.move(vote, move)

    assert teacher.state(vote).round == 1


def test_a_move_that_is_not_offered_is_refused_with_what_is(
    teacher: Instructor, vote: Asked
) -> None:
    with pytest.raises(PhaseError, match=r"cannot show .* possible now: open"):
        teacher.move(vote, Move.SHOW)
    assert set(INTO) == set(Move)


def test_what_is_sealed_for_good_is_never_shown(
    teacher: Instructor, vote: Asked
) -> None:
    sealed = vote.model_copy(update={"sealed": True})
    for move in (Move.OPEN, Move.LOCK):
        teacher.move(sealed, move)

    assert Move.SHOW not in teacher.moves(sealed)
    with pytest.raises(PhaseError):
        teacher.move(sealed, Move.SHOW)


def test_of_what_is_sealed_for_good_only_a_count_is_told(
    teacher: Instructor, toy: Case, journal: Journal
) -> None:
    plan = toy.question("plan")
    teacher.move(plan, Move.OPEN)
    for seat in range(12):
        mate = Classmate(journal, key=f"seat {seat}")
        mate.commit(plan, id=f"p{seat}", value={"step": "a", "proof": "b"})
    teacher.move(plan, Move.LOCK)

    assert teacher.answered(plan) == 12
    for look in (teacher.tallies, teacher.texts, teacher.wall):
        with pytest.raises(PhaseError, match="'plan' is sealed"):
            look(plan)


def test_answers_are_counted_while_a_question_is_open_and_tallied_after(
    teacher: Instructor, vote: Asked, journal: Journal
) -> None:
    with pytest.raises(PhaseError, match="lock it"):
        teacher.tallies(vote)
    teacher.move(vote, Move.OPEN)
    answer(journal, vote, *["keep"] * 6, *["stop"] * 5)

    assert teacher.answered(vote) == 11
    with pytest.raises(PhaseError, match="lock it"):
        teacher.tallies(vote)

    teacher.move(vote, Move.LOCK)
    (first,) = teacher.tallies(vote)
    assert isinstance(first, Cells)
    assert {cell.options[0]: cell.count for cell in first.cells}["keep"] == 6


def test_the_second_round_is_counted_and_tallied_beside_the_first(
    teacher: Instructor, vote: Asked, journal: Journal
) -> None:
    teacher.move(vote, Move.OPEN)
    answer(journal, vote, *["keep"] * 6, *["stop"] * 6)
    for move in (Move.LOCK, Move.AGAIN):
        teacher.move(vote, move)
    answer(journal, vote, *["keep"] * 5, *["stop"] * 6, round=2)

    assert teacher.answered(vote) == 11
    teacher.move(vote, Move.LOCK)
    assert len(teacher.tallies(vote)) == 2


def test_every_desk_follows_the_part_the_class_is_in(
    teacher: Instructor, journal: Journal
) -> None:
    told: list[str] = []
    teacher.watchers.append(lambda: told.append(teacher.section))

    assert teacher.section == "00_dermaga"
    teacher.go_to("01_malam")
    with pytest.raises(CaseError, match="has no section '09'"):
        teacher.go_to("09")

    assert told == ["01_malam"]
    assert Instructor(teacher.case, journal).section == "01_malam"


def test_a_card_that_cannot_follow_stops_no_other(teacher: Instructor) -> None:
    told: list[bool] = []

    def trouble() -> None:
        raise JournalError("busy")

    teacher.watchers += [trouble, lambda: told.append(True)]

    teacher.go_to("01_malam")

    assert told == [True]
    assert teacher.tell() == 1
    assert repr(teacher) == "Instructor('toy')"


def test_paper_ballots_give_the_same_tally_as_devices(
    teacher: Instructor, vote: Asked, journal: Journal, tmp_path: Path
) -> None:
    votes = ["keep"] * 7 + ["stop"] * 6
    teacher.move(vote, Move.OPEN)
    answer(journal, vote, *votes)
    teacher.move(vote, Move.LOCK)
    with Journal(tmp_path / "paper.sqlite", clock=lambda: MORNING) as other:
        paper = Instructor(teacher.case, other)
        paper.move(vote, Move.OPEN)
        for ballot, value in enumerate(votes):
            paper.cast(vote, ballot, value, confidence=80)
        paper.move(vote, Move.LOCK)

        assert paper.tallies(vote) == teacher.tallies(vote)


def test_a_ballot_entered_again_replaces_itself(
    teacher: Instructor, vote: Asked
) -> None:
    teacher.move(vote, Move.OPEN)
    teacher.cast(vote, 7, "keep", confidence=80)
    teacher.cast(vote, 7, "stop", confidence=60)

    assert teacher.answered(vote) == 1
    with pytest.raises(AnswerError):
        teacher.cast(vote, 8, "burn", confidence=60)


def test_a_text_that_is_hidden_is_not_on_the_wall(
    teacher: Instructor, toy: Case, journal: Journal
) -> None:
    why = toy.question("why")
    teacher.move(why, Move.OPEN)
    for seat in range(12):
        mate = Classmate(journal, key=f"seat {seat}")
        mate.commit(why, id=f"w{seat}", value=f"reason {seat}", sharing=Sharing.TEXT)
    teacher.move(why, Move.LOCK)

    teacher.hide(why, ["reason 3", "reason 4"])
    assert len(teacher.texts(why)) == 12
    assert set(teacher.texts(why)) - set(teacher.wall(why)) == {"reason 3", "reason 4"}

    teacher.hide(why, [])
    assert teacher.wall(why) == teacher.texts(why)


def test_a_question_without_texts_has_an_empty_wall(
    teacher: Instructor, vote: Asked
) -> None:
    for move in (Move.OPEN, Move.LOCK):
        teacher.move(vote, move)

    assert teacher.wall(vote) == ()
