"""One learner at home: he answers, it locks, he may read on; nobody else's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casekit.answer import Sharing
from casekit.errors import AnswerError, JournalError, PhaseError
from casekit.frozen import Text
from casekit.learner import Learner
from casekit.phase import Phase, State
from casekit.question import Choice, Option

if TYPE_CHECKING:
    from casekit.journal import Journal


def text(words: str) -> Text:
    return Text(id=words, en=words)


COURSE = Choice(
    id="course",
    kind="choice",
    ask=text("?"),
    options=(Option(id="stay", text=text("stay")), Option(id="go", text=text("go"))),
)


def test_a_question_that_is_asked_at_home_is_open(learner: Learner) -> None:
    assert learner.state(COURSE) == State(Phase.OPEN, 1)


def test_a_committed_answer_is_kept_and_locks_its_question(learner: Learner) -> None:
    kept = learner.commit(COURSE, id="one", value="go")

    assert learner.answer(COURSE) == kept
    assert (kept.value, kept.sharing, kept.round) == ("go", Sharing.COUNTED, 1)
    assert kept.asked == COURSE.fingerprint
    assert learner.state(COURSE) == State(Phase.LOCKED, 1)


def test_a_double_click_is_one_answer(learner: Learner, journal: Journal) -> None:
    first = learner.commit(COURSE, id="one", value="go")
    second = learner.commit(COURSE, id="one", value="go")

    assert first == second
    assert len(journal) == 1


def test_after_the_lock_nothing_else_is_taken(
    learner: Learner, journal: Journal
) -> None:
    learner.commit(COURSE, id="one", value="go")

    with pytest.raises(PhaseError, match="is locked"):
        learner.commit(COURSE, id="two", value="stay")

    assert len(journal) == 1


def test_an_unfair_answer_is_not_stored_and_locks_nothing(
    learner: Learner, journal: Journal
) -> None:
    with pytest.raises(AnswerError, match="choice-unknown"):
        learner.commit(COURSE, id="one", value="fly")

    assert len(journal) == 0
    assert learner.state(COURSE) == State(Phase.OPEN, 1)


def test_a_draft_is_there_until_the_answer_is_sent(learner: Learner) -> None:
    learner.state(COURSE)
    learner.keep_draft(COURSE, {"controls": "go"})
    before = learner.draft(COURSE)
    learner.commit(COURSE, id="one", value="go")

    assert before == {"controls": "go"}
    assert learner.draft(COURSE) is None


def test_a_learner_sees_only_his_own_hand(learner: Learner, journal: Journal) -> None:
    learner.commit(COURSE, id="one", value="go")

    assert Learner(journal, key="another key").answer(COURSE) is None


def test_the_same_key_finds_its_answers_again(
    learner: Learner, journal: Journal
) -> None:
    kept = learner.commit(COURSE, id="one", value="go")

    again = Learner(journal, key="a key of the learner at home")

    assert again.answer(COURSE) == kept


def test_what_happened_next_is_sealed_until_the_answer_is_locked(
    learner: Learner,
) -> None:
    learner.state(COURSE)

    with pytest.raises(PhaseError, match="'course' is sealed"):
        learner.reveal("course")

    assert not learner.may_reveal("course")
    assert learner.state(COURSE) == State(Phase.OPEN, 1)


def test_a_lock_without_an_answer_of_his_own_reveals_nothing(
    learner: Learner, journal: Journal
) -> None:
    Learner(journal, key="another key").commit(COURSE, id="one", value="go")

    assert not learner.may_reveal("course")


def test_a_locked_answer_opens_the_seal_for_good(learner: Learner) -> None:
    learner.commit(COURSE, id="one", value="go")
    ready = learner.may_reveal("course")
    learner.reveal("course")
    learner.reveal("course")

    assert ready
    assert learner.may_reveal("course")
    assert learner.state(COURSE) == State(Phase.SHOWN, 1)


def test_cards_that_watch_are_told_of_an_answer_and_of_a_reveal(
    learner: Learner,
) -> None:
    seen: list[Phase] = []
    learner.watchers.append(lambda: seen.append(learner.state(COURSE).phase))
    learner.commit(COURSE, id="one", value="go")
    learner.tell()
    learner.reveal("course")
    learner.tell()

    assert seen == [Phase.LOCKED, Phase.SHOWN]


def test_a_card_that_cannot_look_does_not_undo_an_acknowledgment(
    learner: Learner,
) -> None:
    def blind() -> None:
        raise JournalError("the disk is away")

    learner.watchers.append(blind)
    kept = learner.commit(COURSE, id="one", value="go")
    learner.tell()

    assert learner.answer(COURSE) == kept


def test_a_learner_is_named_by_his_journal_and_never_by_his_key(
    learner: Learner,
) -> None:
    assert repr(learner) == "Learner('toy')"
