"""A private look at a locked question, on the instructor's desk alone.

The first look at a vote stands. A question that was looked at, reopened for one who
came late and locked again would tell by subtraction what he chose, so every later look
at that vote is at the answers of the first. Who reopens without having looked sees all
of them. Once a result is shown, everybody sees every answer, and whoever looked before
can subtract after all: to reopen after a look is to learn what a few who came late have
chosen, only later. A class is told so where it is told what is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casekit import gain
from casekit.errors import PhaseError
from casekit.movement import movement
from casekit.phase import ROUNDS, Phase
from casekit.question import Choice
from casekit.split import split
from casekit.tally import tally

if TYPE_CHECKING:
    from casekit.answer import Answer
    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.movement import Movement
    from casekit.question import Asked
    from casekit.split import Split
    from casekit.tally import Tally

    Votes = tuple[tuple[Answer, ...], ...]


@dataclass(frozen=True)
class Look:
    """What the instructor sees: each vote's tally, and more of a plain choice.

    `split` is how the present vote is split, while it is locked; `movement` is how
    answers moved between two votes. `kept` is how many answers the first look was at,
    where there are others now.
    """

    tallies: tuple[Tally, ...]
    split: Split | None = None
    movement: Movement | None = None
    kept: int | None = None


def look(question: Asked, teacher: Instructor) -> Look:
    """Look at a question; from now on this is the first look at its vote.

    Raises:
        PhaseError: the question is still open, or sealed for good.
    """
    state = teacher.state(question)
    if question.sealed:
        raise PhaseError(f"question {question.id!r} is sealed: nobody looks")
    if state.phase in {Phase.DRAFT, Phase.OPEN}:
        raise PhaseError(f"question {question.id!r} is {state.phase}: lock it first")
    votes = seen(question, teacher)
    tallies = tuple(tally(question, answers) for answers in votes)
    if not isinstance(question, Choice) or question.die:
        return Look(tallies, kept=_kept(question, teacher, votes))
    right = question.resolves.part if question.resolves else None
    return Look(
        tallies,
        None if state.revealed else split(question, votes[-1], state, right=right),
        movement(question, *votes) if len(votes) == ROUNDS else None,
        _kept(question, teacher, votes),
    )


def seen(question: Asked, teacher: Instructor) -> Votes:
    """Each vote's answers: all of them once they are shown, else those first seen."""
    state, journal = teacher.state(question), teacher.journal
    rounds = range(1, state.round + 1)
    if state.revealed:
        return tuple(journal.answers(question.id, round=n) for n in rounds)
    name = f"look {question.id}"
    marks: dict[str, int] = journal.stage(name) or {}
    if str(state.round) not in marks:
        new = {str(n): journal.mark for n in rounds}
        marks = {**new, **marks}
        journal.set_stage(name, marks)
    return tuple(
        journal.answers(question.id, round=n, until=marks[str(n)]) for n in rounds
    )


def _kept(question: Asked, teacher: Instructor, votes: Votes) -> int | None:
    every = teacher.journal.answers(question.id, round=len(votes))
    return None if every == votes[-1] else len(votes[-1])


def gained(question: Choice, moved: Movement, language: Language) -> str:
    """How much was learnt between two votes, in words; empty where it is not told."""
    right = question.resolves.part if question.resolves else None
    seen = gain.gain(moved.first, moved.second, right) if right else None
    return gain.told(seen, language) if seen else ""
