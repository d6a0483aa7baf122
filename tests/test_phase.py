"""The life of a question, as the instructor may and may not lead it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.errors import PhaseError
from casekit.phase import MOVES, Phase, State, move


def test_a_question_lives_from_draft_to_archive() -> None:
    state = State()
    for phase in (Phase.OPEN, Phase.LOCKED, Phase.SHOWN, Phase.ARCHIVED):
        state = move(state, phase)

    assert state == State(Phase.ARCHIVED, 1)


def test_a_locked_question_can_be_opened_again_in_its_round() -> None:
    reopened = move(State(Phase.LOCKED, 1), Phase.OPEN)

    assert reopened == State(Phase.OPEN, 1)


def test_a_second_round_follows_a_locked_first_one() -> None:
    second = move(State(Phase.LOCKED, 1), Phase.OPEN, next_round=True)

    assert second == State(Phase.OPEN, 2)


@pytest.mark.parametrize(
    ("state", "phase"),
    [
        (State(Phase.DRAFT, 1), Phase.OPEN),
        (State(Phase.OPEN, 1), Phase.LOCKED),
        (State(Phase.LOCKED, 1), Phase.SHOWN),
        (State(Phase.LOCKED, 2), Phase.OPEN),
    ],
)
def test_no_other_move_leads_to_a_next_round(state: State, phase: Phase) -> None:
    with pytest.raises(PhaseError, match="no next round"):
        move(state, phase, next_round=True)


def test_a_refused_move_says_what_can_be_done() -> None:
    with pytest.raises(
        PhaseError, match="locked cannot become draft; it can become open, shown"
    ):
        move(State(Phase.LOCKED, 1), Phase.DRAFT)


def test_an_archived_question_can_become_nothing() -> None:
    with pytest.raises(PhaseError, match="it can become nothing"):
        move(State(Phase.ARCHIVED, 1), Phase.OPEN)


@pytest.mark.parametrize("phase", Phase)
def test_only_a_shown_or_archived_question_is_revealed(phase: Phase) -> None:
    assert State(phase, 1).revealed == (phase in {Phase.SHOWN, Phase.ARCHIVED})


@given(st.lists(st.tuples(st.sampled_from(Phase), st.booleans())))
def test_whatever_is_tried_nothing_leads_back_from_shown(
    tries: list[tuple[Phase, bool]],
) -> None:
    state = State()
    for phase, next_round in tries:
        before = state
        try:
            state = move(state, phase, next_round=next_round)
        except PhaseError:
            continue

        assert state.phase in MOVES[before.phase]
        assert state.revealed or not before.revealed
        assert before.round <= state.round <= 2
