"""One learner in a class: the instructor opens and closes, he answers meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.answer import Answer, Sharing, check
from casekit.errors import PhaseError
from casekit.learner import Learner
from casekit.phase import Phase

if TYPE_CHECKING:
    from casekit.phase import State
    from casekit.question import Asked


class Classmate(Learner):
    """Only the instructor moves a question; while it is open an answer may change.

    In the second round the answer of the first stands on the card until it is sent
    again.
    """

    alone = False

    def state(self, question: Asked) -> State:
        """Where the question stands; asking for it opens nothing."""
        return self.journal.state(question.id)

    def answer(self, question: Asked) -> Answer | None:
        """The answer that counts in the question's round."""
        now = self.state(question).round
        return self.journal.latest(question.id, self._hash, round=now)

    def before(self, question: Asked) -> Answer | None:
        """The answer of the first round, where the second has begun."""
        if self.state(question).round == 1:
            return None
        return self.journal.latest(question.id, self._hash)

    def commit(
        self,
        question: Asked,
        *,
        id: str,  # noqa: A002 - the answer's own name for it
        value: Any,  # noqa: ANN401
        confidence: int | None = None,
        sharing: Sharing = Sharing.COUNTED,
    ) -> Answer:
        """Check and store an answer; the question stays open.

        Raises:
            AnswerError: the question does not admit it; nothing was stored.
            PhaseError: the question is not open.
            JournalError: the disk did not take it.
        """
        check(question, value, confidence=confidence, sharing=sharing)
        return self.journal.write(
            self._answer(question, id, value, confidence, sharing)
        )

    def may_reveal(self, question: str) -> bool:
        return self.journal.state(question).revealed

    def settled(self, question: str) -> bool:
        phase = self.journal.state(question).phase
        return phase not in {Phase.DRAFT, Phase.OPEN}

    def reveal(self, question: str) -> None:
        """What the instructor has shown is open; a learner shows nothing.

        Raises:
            PhaseError: the instructor has not shown it yet.
        """
        if not self.may_reveal(question):
            raise PhaseError(f"question {question!r} is sealed until it is shown")
