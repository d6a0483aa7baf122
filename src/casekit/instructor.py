"""The instructor's hand in the journal: what moves, what is counted, what is shown.

Nothing aggregated is told while a question is open, not even to the instructor; what
is sealed is never shown.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from casekit.errors import CasekitError, PhaseError
from casekit.phase import ROUNDS, Phase
from casekit.tally import tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from casekit.case import Case
    from casekit.journal import Journal
    from casekit.phase import State
    from casekit.question import Asked
    from casekit.tally import Tally


class Move(StrEnum):
    """What the instructor may do with a question."""

    OPEN = "open"
    LOCK = "lock"
    REOPEN = "reopen"
    AGAIN = "again"
    SHOW = "show"


INTO = {
    Move.OPEN: Phase.OPEN,
    Move.LOCK: Phase.LOCKED,
    Move.REOPEN: Phase.OPEN,
    Move.AGAIN: Phase.OPEN,
    Move.SHOW: Phase.SHOWN,
}


class Instructor:
    """Moves questions, counts answers, and sets the stage that all desks follow.

    `watchers` are told of every change, as a learner's are.
    """

    def __init__(self, case: Case, journal: Journal) -> None:
        self.case, self.journal = case, journal
        self.watchers: list[Callable[[], None]] = []

    def __repr__(self) -> str:
        return f"Instructor({self.case.slug!r})"

    def state(self, question: Asked) -> State:
        return self.journal.state(question.id)

    def moves(self, question: Asked) -> tuple[Move, ...]:
        """What may be done with a question now, the usual thing first."""
        state = self.state(question)
        match state.phase:
            case Phase.DRAFT:
                return (Move.OPEN,)
            case Phase.OPEN:
                return (Move.LOCK,)
            case Phase.LOCKED:
                again = (Move.AGAIN,) if state.round < ROUNDS else ()
                show = () if question.sealed else (Move.SHOW,)
                return (*show, *again, Move.REOPEN)
        return ()

    def move(self, question: Asked, move: Move) -> State:
        """Move a question, and let every desk here follow.

        Raises:
            PhaseError: the question cannot be so moved, or it is sealed for good.
        """
        if move not in self.moves(question):
            told = ", ".join(self.moves(question)) or "nothing"
            state = self.state(question)
            raise PhaseError(
                f"cannot {move} {question.id!r}: it is {state.phase} in round "
                f"{state.round}; possible now: {told}"
            )
        state = self.journal.move(
            question.id, INTO[move], next_round=move is Move.AGAIN
        )
        self.tell()
        return state

    def answered(self, question: Asked) -> int:
        """How many have answered in the question's round."""
        return len(self.journal.answers(question.id, round=self.state(question).round))

    def tallies(self, question: Asked) -> tuple[Tally, ...]:
        """What a class may see of each round so far, by the rules of the wall.

        Raises:
            PhaseError: the question is still open, or has never been.
        """
        state = self.state(question)
        if state.phase in {Phase.DRAFT, Phase.OPEN}:
            raise PhaseError(
                f"question {question.id!r} is {state.phase}: lock it, then look"
            )
        rounds = range(1, state.round + 1)
        answers = [self.journal.answers(question.id, round=r) for r in rounds]
        return tuple(tally(question, given) for given in answers)

    def go_to(self, section: str) -> None:
        """Tell every desk which part the class is in.

        Raises:
            CaseError: the case has no such section.
        """
        self.journal.set_stage("section", self.case.section(section).stem)
        self.tell()

    @property
    def section(self) -> str:
        """The part the class is in; the first one where nobody has said."""
        return self.journal.stage("section") or self.case.sections[0].stem

    def tell(self) -> None:
        """Let every card of this desk follow what has changed."""
        for watcher in tuple(self.watchers):
            with suppress(CasekitError):  # what is stored stays stored, seen or not
                watcher()
