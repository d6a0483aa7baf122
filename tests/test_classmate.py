"""A learner in a class: the instructor opens and closes, he answers meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_cards import fill

from casekit.cards.question import QuestionCard
from casekit.cards.reveal import RevealCard
from casekit.classmate import Classmate
from casekit.errors import AnswerError, PhaseError
from casekit.phase import Phase, State

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.journal import Journal
    from casekit.question import Asked

VOTE = "keep-the-ferry"


@pytest.fixture
def ani(journal: Journal) -> Classmate:
    return Classmate(journal, key="ani")


@pytest.fixture
def vote(toy: Case) -> Asked:
    return toy.question(VOTE)


def again(journal: Journal) -> None:
    """The instructor locks the first vote and opens the second."""
    journal.move(VOTE, Phase.LOCKED)
    journal.move(VOTE, Phase.OPEN, next_round=True)


def send(learner: Classmate, vote: Asked, value: str, *, id: str) -> None:  # noqa: A002
    learner.commit(vote, id=id, value=value, confidence=80)


def test_asking_for_a_question_does_not_open_it(ani: Classmate, vote: Asked) -> None:
    assert ani.state(vote) == State(Phase.DRAFT, 1)
    with pytest.raises(PhaseError):
        send(ani, vote, "stop", id="one")


def test_an_answer_may_change_until_the_instructor_locks(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    send(ani, vote, "stop", id="one")
    send(ani, vote, "keep", id="two")
    journal.move(VOTE, Phase.LOCKED)

    with pytest.raises(PhaseError):
        send(ani, vote, "stop", id="three")

    (counted,) = journal.answers(VOTE)
    assert counted.value == "keep"
    assert ani.settled(VOTE)


def test_what_no_question_admits_is_not_stored(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)

    with pytest.raises(AnswerError):
        send(ani, vote, "burn", id="one")

    assert len(journal) == 0


def test_the_second_vote_leaves_the_first_as_it_was(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    send(ani, vote, "stop", id="one")
    assert ani.before(vote) is None

    again(journal)
    first = ani.before(vote)
    assert first is not None
    assert first.value == "stop"
    assert ani.answer(vote) is None

    send(ani, vote, "keep", id="two")

    assert [a.value for r in (1, 2) for a in journal.answers(VOTE, round=r)] == [
        "stop",
        "keep",
    ]


def test_only_the_instructor_shows(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    send(ani, vote, "stop", id="one")
    journal.move(VOTE, Phase.LOCKED)

    with pytest.raises(PhaseError, match="sealed until it is shown"):
        ani.reveal(VOTE)

    journal.move(VOTE, Phase.SHOWN)
    ani.reveal(VOTE)
    assert ani.may_reveal(VOTE)


def test_a_card_waits_opens_takes_changes_and_closes(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    card = QuestionCard(vote, ani, "en")
    assert "not opened this question yet" in card.state.value
    assert card.body.layout.display == "none"

    journal.move(VOTE, Phase.OPEN)
    ani.tell()
    assert card.body.layout.display == ""
    assert not card.button.disabled

    fill(card)
    card.commit()
    assert "Saved at 10:42. You may change it" in card.state.value
    assert not card.button.disabled

    card.controls.fill_answer("keep")
    assert "has not been sent yet" in card.state.value
    card.commit()
    journal.move(VOTE, Phase.LOCKED)
    ani.tell()

    assert "Saved at 10:42 and locked" in card.state.value
    assert card.button.disabled
    (counted,) = journal.answers(VOTE)
    assert counted.value == "keep"


def test_what_was_typed_too_late_is_told_as_not_sent(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    card = QuestionCard(vote, ani, "en")
    fill(card)
    journal.move(VOTE, Phase.LOCKED)

    card.commit()

    assert "was not sent in time" in card.state.value
    assert len(journal) == 0


def test_a_second_vote_starts_from_the_first_and_must_be_sent(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    card = QuestionCard(vote, ani, "en")
    fill(card)
    card.commit()
    first = card.controls.value

    again(journal)
    ani.tell()

    assert "Second vote" in card.state.value
    assert card.controls.value == first
    assert not card.button.disabled
    card.commit()
    assert len(journal.answers(VOTE, round=2)) == 1


def test_two_devices_on_one_key_show_the_same(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    phone = Classmate(journal, key="ani")
    here, there = QuestionCard(vote, ani, "en"), QuestionCard(vote, phone, "en")

    fill(here)
    here.commit()
    phone.tell()

    assert there.controls.value == here.controls.value
    assert "Saved at 10:42" in there.state.value


def test_a_change_that_was_not_sent_is_there_after_a_reload(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    card = QuestionCard(vote, ani, "en")
    fill(card)
    card.commit()
    card.controls.fill_answer("unsure")

    reloaded = QuestionCard(vote, Classmate(journal, key="ani"), "en")

    assert reloaded.controls.value == "unsure"
    assert "has not been sent yet" in reloaded.state.value


def test_a_reveal_opens_only_when_the_instructor_shows(
    ani: Classmate, toy: Case, journal: Journal
) -> None:
    reveal = toy.reveal("what-happened-next")
    card = RevealCard(reveal, toy, ani, "en")
    for phase in (Phase.OPEN, Phase.LOCKED):
        journal.move(reveal.after, phase)
        ani.tell()
        card.open()
        assert "90" not in card.content.value

    journal.move(reveal.after, Phase.SHOWN)
    ani.tell()

    assert "90 passengers" in card.content.value
