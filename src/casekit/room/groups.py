"""Who talks with whom: groups from the answers to one question, told by seats alone.

Of one vote there is one list, which late-comers join; more lists of the same vote could
be compared, and would tell more than each of them. It is kept on the stage, so that a
room that restarts does not deal again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit import seating
from casekit.errors import RoomError
from casekit.phase import Phase
from casekit.question import Choice
from casekit.stage import Seated

if TYPE_CHECKING:
    from collections.abc import Callable

    from casekit.question import Asked
    from casekit.room.seats import Seats
    from casekit.stage import Stage

SIZES = (3, 4)  # threes, or fours of two and two from opposite sides


class Groups:
    """The groups of one room.

    `draw` gives a seed, as secret as the answers, for every list anew: two votes with
    the same answers must not be known by the same list.
    """

    def __init__(self, seats: Seats, *, draw: Callable[[], int]) -> None:
        self._seats, self._draw = seats, draw

    def make(self, stage: Stage, question: Asked, *, size: int) -> Seated:
        """The list of the question's present vote, with everybody who is here now.

        `size` counts when the list is made; asked again it is the list there is.

        Raises:
            RoomError: the question, its phase or its answers make no groups.
        """
        state = stage.teacher.state(question)
        if not isinstance(question, Choice) or question.sealed:
            raise RoomError(f"no groups are made from the answers to {question.id!r}")
        if state.phase not in {Phase.LOCKED, Phase.SHOWN}:
            raise RoomError(f"question {question.id!r} is {state.phase}: lock it first")
        answers = self._answers(stage, question)
        kept = stage.seated(question)
        if kept is None:
            made = self._deal(question, answers, size)
        else:
            made = kept._replace(
                groups=seating.join(kept.groups, answers, seed=self._draw())
            )
        if made != kept:
            stage.seat(question, made)
        return made

    def _deal(self, question: Choice, answers: seating.Answers, size: int) -> Seated:
        if size == seating.PAIRS:
            found = seating.controversies(question, answers, seed=self._draw())
        else:
            found = seating.groups(question, answers, seed=self._draw())
        return Seated(size, found)

    def _answers(self, stage: Stage, question: Choice) -> dict[str, str | None]:
        """What each seat answered; of those who did not, the seats that are here."""
        now = stage.teacher.state(question).round
        given = stage.teacher.journal.answers(question.id, round=now)
        told = {answer.key_hash: answer.value for answer in given}
        here = self._seats.connected()
        return {
            seat: told.get(who)
            for who, seat in self._seats.chart().items()
            if who in told or who in here
        }
