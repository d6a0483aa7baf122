"""The instructor's hand in the journal: what moves, what is counted, what is shown.

Nothing aggregated is told while a question is open, not even to the instructor; what
is sealed is never shown.
"""

from __future__ import annotations

import hashlib
import secrets
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from casekit.classmate import Classmate
from casekit.errors import PhaseError, RoomError
from casekit.learner import tell
from casekit.phase import ROUNDS, Phase
from casekit.question import Choice
from casekit.tally import Wall, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from casekit.answer import Answer
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
PAPER = "paper-"  # how the answer ids of paper ballots begin


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
                once = state.round == ROUNDS or _with_die(question)
                again = () if once else (Move.AGAIN,)
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
            PhaseError: the question is still open, has never been, or is sealed for
                good, so that only how many have answered is told.
        """
        state = self.state(question)
        if question.sealed:
            raise PhaseError(
                f"question {question.id!r} is sealed for good: only how many have "
                "answered is told"
            )
        if state.phase in {Phase.DRAFT, Phase.OPEN}:
            raise PhaseError(
                f"question {question.id!r} is {state.phase}: lock it, then look"
            )
        rounds = range(1, state.round + 1)
        answers = [self.journal.answers(question.id, round=r) for r in rounds]
        return tuple(tally(question, given) for given in answers)

    def cast(
        self,
        question: Asked,
        ballot: int,
        value: Any,  # noqa: ANN401 - whatever stands on the paper
        *,
        confidence: int | None = None,
    ) -> Answer:
        """Enter a paper ballot; one number is one voter, in both rounds.

        Entered again in the same round it replaces what was entered before.

        Raises:
            AnswerError: the question does not admit it; nothing was stored.
            PhaseError: the question is not open.
            RoomError: it is asked with a die, which only its own hand can throw.
        """
        if _with_die(question):
            raise RoomError(
                f"question {question.id!r} is asked with a die in the learner's own "
                "hand; a ballot typed in could skip it"
            )
        voter = Classmate(self.journal, key=f"paper ballot {ballot}")
        name = f"{PAPER}{secrets.token_hex(8)}"
        kept = voter.commit(question, id=name, value=value, confidence=confidence)
        self.tell()
        return kept

    def ballots(self, question: Asked) -> int:
        """How many of those who have answered did so on paper."""
        now = self.state(question).round
        given = self.journal.answers(question.id, round=now)
        return sum(answer.id.startswith(PAPER) for answer in given)

    def texts(self, question: Asked) -> tuple[str, ...]:
        """The texts a class may see, before moderation, in the wall's own order.

        Raises:
            PhaseError: as for `tallies`.
        """
        wall = self.tallies(question)[-1]
        return wall.texts if isinstance(wall, Wall) else ()

    def hide(self, question: Asked, texts: Collection[str]) -> None:
        """Keep these texts off the wall; what was hidden before comes back."""
        self.journal.set_stage(f"hidden {question.id}", sorted(map(mark_of, texts)))
        self.tell()

    def wall(self, question: Asked) -> tuple[str, ...]:
        """The texts that the instructor lets through."""
        hidden = set(self.journal.stage(f"hidden {question.id}") or ())
        return tuple(t for t in self.texts(question) if mark_of(t) not in hidden)

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

    def tell(self) -> int:
        """Let every card of this desk follow; how many could not."""
        return tell(self.watchers)


def _with_die(question: Asked) -> bool:
    """Asked once, and in no other way: a second throw would wear the die thin."""
    return isinstance(question, Choice) and question.die


def mark_of(words: str) -> str:
    """What stands for a text on the stage, so that no text is kept twice."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]
