"""One learner's hand in the journal: his answers, his drafts, and what he may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.answer import Answer, Sharing, check
from casekit.errors import CasekitError, PhaseError
from casekit.journal import Journal, key_hash
from casekit.phase import Phase, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from casekit.question import Asked


class Learner:
    """Alone at home a question opens when asked, locks on commit, and may reveal.

    `watchers` follow what has changed when they are told to: the card that made the
    change says first that the answer is safe, then calls `tell`.
    """

    alone = True  # at home; in a class the instructor opens and closes

    def __init__(self, journal: Journal, *, key: str) -> None:
        self.journal = journal
        self.watchers: list[Callable[[], None]] = []
        self._hash = key_hash(key)

    def __repr__(self) -> str:
        return f"Learner({self.journal.path.stem!r})"

    def state(self, question: Asked) -> State:
        """Where the question stands; asking for a draft question opens it."""
        return self.journal.move_from(question.id, Phase.DRAFT, Phase.OPEN)

    def answer(self, question: Asked) -> Answer | None:
        return self.journal.latest(question.id, self._hash)

    def before(self, question: Asked) -> Answer | None:  # noqa: ARG002
        """The answer of an earlier round; at home there is one round."""
        return None

    def commit(
        self,
        question: Asked,
        *,
        id: str,  # noqa: A002 - the answer's own name for it
        value: Any,  # noqa: ANN401
        confidence: int | None = None,
        sharing: Sharing = Sharing.COUNTED,
    ) -> Answer:
        """Check, store and lock an answer.

        Raises:
            AnswerError: the question does not admit it; nothing was stored.
            PhaseError: the question is not open.
            JournalError: the disk did not take it.
        """
        check(question, value, confidence=confidence, sharing=sharing)
        answer = self._answer(question, id, value, confidence, sharing)
        return self.journal.write(answer, lock=True)

    def may_reveal(self, question: str) -> bool:
        state = self.journal.state(question)
        return state.revealed or (
            state.phase is Phase.LOCKED
            and self.journal.latest(question, self._hash) is not None
        )

    def settled(self, question: str) -> bool:
        """Whether his answer can no longer change, so that a simulator may run."""
        return self.may_reveal(question)

    def reveal(self, question: str) -> None:
        """Show what the question sealed; there is no way back.

        Raises:
            PhaseError: the learner has not locked an answer yet.
        """
        if not (
            self.may_reveal(question)
            and self.journal.move_from(question, Phase.LOCKED, Phase.SHOWN).revealed
        ):
            raise PhaseError(
                f"question {question!r} is sealed until its answer is locked"
            )

    def keep_draft(self, question: Asked, value: Any) -> None:  # noqa: ANN401
        self.journal.keep_draft(question.id, self._hash, value)

    def draft(self, question: Asked) -> Any:  # noqa: ANN401
        return self.journal.draft(question.id, self._hash)

    def _answer(
        self,
        question: Asked,
        id: str,  # noqa: A002
        value: Any,  # noqa: ANN401
        confidence: int | None,
        sharing: Sharing,
    ) -> Answer:
        return Answer(
            id=id,
            key_hash=self._hash,
            question=question.id,
            asked=question.fingerprint,
            round=self.state(question).round,
            value=value,
            confidence=confidence,
            sharing=sharing,
            told_at=self.journal.now(),
        )

    def tell(self) -> int:
        """Let every card of this learner follow; how many could not."""
        return tell(self.watchers)


def tell(watchers: Iterable[Callable[[], None]]) -> int:
    """Call them all, and count those that could not follow.

    What is stored stays stored, seen or not.
    """
    lost = 0
    for watcher in tuple(watchers):
        try:
            watcher()
        except CasekitError:
            lost += 1
    return lost
