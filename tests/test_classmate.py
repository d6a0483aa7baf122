"""A learner in a class: the instructor opens and closes, he answers meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from test_cards import fill

from casekit.cards.question import QuestionCard
from casekit.cards.reveal import RevealCard
from casekit.cards.simulator import SimulatorCard
from casekit.classmate import Classmate
from casekit.errors import AnswerError, JournalError, PhaseError
from casekit.journal import Journal
from casekit.phase import Phase, State

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.question import Asked

VOTE = "keep-the-ferry"


@pytest.fixture
def ani(journal: Journal) -> Classmate:
    return Classmate(journal, key="ani")


@pytest.fixture
def vote(toy: Case) -> Asked:
    return toy.question(VOTE)


def silent(*_: object) -> State:
    raise JournalError("the disk is away")


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


def test_a_second_vote_not_sent_leaves_the_first_in_sight(
    ani: Classmate, vote: Asked, journal: Journal
) -> None:
    journal.move(VOTE, Phase.OPEN)
    card = QuestionCard(vote, ani, "en")
    fill(card)
    card.commit()
    first = card.controls.value
    again(journal)
    ani.tell()
    card.controls.fill_answer("unsure")
    journal.move(VOTE, Phase.LOCKED)
    ani.tell()

    reloaded = QuestionCard(vote, Classmate(journal, key="ani"), "en")

    for seen in (card, reloaded):
        assert "first answer was saved at 10:42; no second vote" in seen.state.value
        assert seen.controls.value == first
    assert "anything else typed here was not sent" in card.state.value


def test_an_answer_is_safe_and_still_open_where_the_journal_falls_silent(
    ani: Classmate, vote: Asked, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.move(VOTE, Phase.OPEN)
    card = QuestionCard(vote, ani, "en")
    fill(card)
    kept = ani.commit

    def commit(*given: Any, **named: Any) -> Any:  # noqa: ANN401
        answer = kept(*given, **named)
        monkeypatch.setattr(Journal, "state", silent)
        return answer

    monkeypatch.setattr(ani, "commit", commit)
    card.commit()

    assert "Saved at 10:42. You may change it" in card.state.value
    assert not card.button.disabled


def test_an_answer_that_was_stored_unseen_may_still_be_changed(
    ani: Classmate, vote: Asked, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.move(VOTE, Phase.OPEN)
    card = QuestionCard(vote, ani, "en")
    fill(card)
    kept = ani.commit

    def commit(*given: Any, **named: Any) -> Any:  # noqa: ANN401
        kept(*given, **named)
        raise JournalError("stored, but nobody said so")

    with monkeypatch.context() as trouble:
        trouble.setattr(ani, "commit", commit)
        card.commit()
    card.controls.fill_answer("unsure")
    card.commit()

    (counted,) = journal.answers(VOTE)
    assert counted.value == "unsure"


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


def test_a_reveal_waits_for_the_instructor_and_offers_no_button(
    ani: Classmate, toy: Case
) -> None:
    card = RevealCard(toy.reveal("what-happened-next"), toy, ani, "en")

    assert "once your instructor shows" in card.content.value
    assert card.button.layout.display == "none"


def test_a_reveal_speaks_of_the_first_forecast_where_there_is_no_second(
    ani: Classmate, toy: Case, journal: Journal
) -> None:
    question = toy.question("passengers-next-year")
    journal.move(question.id, Phase.OPEN)
    own = {"low": 70, "guess": 80, "high": 95}
    ani.commit(question, id="one", value=own)
    journal.move(question.id, Phase.LOCKED)
    journal.move(question.id, Phase.OPEN, next_round=True)
    journal.move(question.id, Phase.LOCKED)
    journal.move(question.id, Phase.SHOWN)

    card = RevealCard(toy.reveal("what-happened-next"), toy, ani, "en")

    assert "Your forecast: 80, interval 70–95" in card.content.value


def test_a_simulator_starts_from_the_first_policy_where_there_is_no_second(
    ani: Classmate, toy: Case, journal: Journal
) -> None:
    card = SimulatorCard(toy.simulator("harbour-masters"), toy, ani, "en")
    policy = card.policy.id
    journal.move(policy, Phase.OPEN)
    ani.tell()
    fill(card.question)
    card.question.commit()
    journal.move(policy, Phase.LOCKED)
    journal.move(policy, Phase.OPEN, next_round=True)
    journal.move(policy, Phase.LOCKED)
    ani.tell()

    card.run()

    assert card.bench is not None
    chosen = {lever.id: lever.settings[-1] for lever in card.policy.levers}
    assert chosen.items() <= card.bench.setting.items()
