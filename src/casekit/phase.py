"""The life of a question: what may follow what, and nothing leads back from shown."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from casekit.errors import PhaseError


class Phase(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    LOCKED = "locked"
    SHOWN = "shown"
    ARCHIVED = "archived"


class State(NamedTuple):
    """Where a question stands: its phase and the round (1 or 2) it is in."""

    phase: Phase = Phase.DRAFT
    round: int = 1

    @property
    def revealed(self) -> bool:
        return self.phase in {Phase.SHOWN, Phase.ARCHIVED}


ROUNDS = 2

MOVES: dict[Phase, frozenset[Phase]] = {
    Phase.DRAFT: frozenset({Phase.OPEN}),
    Phase.OPEN: frozenset({Phase.LOCKED}),
    Phase.LOCKED: frozenset({Phase.OPEN, Phase.SHOWN}),
    Phase.SHOWN: frozenset({Phase.ARCHIVED}),
    Phase.ARCHIVED: frozenset(),
}


def move(state: State, phase: Phase, *, next_round: bool = False) -> State:
    """The state after a move.

    `next_round` opens the second round instead of reopening the first.

    Raises:
        PhaseError: the life of a question has no such move.

    >>> move(State(Phase.LOCKED, 1), Phase.OPEN, next_round=True)
    State(phase=<Phase.OPEN: 'open'>, round=2)
    """
    if phase not in MOVES[state.phase]:
        allowed = ", ".join(sorted(MOVES[state.phase])) or "nothing"
        raise PhaseError(
            f"{state.phase} cannot become {phase}; it can become {allowed}"
        )
    if not next_round:
        return State(phase, state.round)
    if (state.phase, phase) != (Phase.LOCKED, Phase.OPEN) or state.round == ROUNDS:
        raise PhaseError(
            f"round {state.round} in phase {state.phase} has no next round; "
            f"lock round 1 first, there are {ROUNDS} rounds"
        )
    return State(phase, state.round + 1)
