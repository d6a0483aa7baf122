"""Triads from differing answers: who sits with whom, told by seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Shuffle = Callable[[list[str]], None]


def groups(
    answers: Mapping[str, str], *, size: int, shuffle: Shuffle
) -> list[list[str]]:
    """Seats in groups of about `size`, as unlike inside as the answers allow.

    `answers` has what each seat answered, in a form that can be compared. Nobody is
    left alone: a remainder joins groups, so that some have one more.

    >>> told = {"ANOA-10": "a", "ELANG-11": "a", "MALEO-12": "b", "YAKI-13": "b"}
    >>> groups(told, size=2, shuffle=lambda seats: None)
    [['ANOA-10', 'MALEO-12'], ['ELANG-11', 'YAKI-13']]
    """
    seats = sorted(answers)
    shuffle(seats)
    seats.sort(key=lambda seat: answers[seat])  # stable: shuffled inside each answer
    count = max(1, len(seats) // size)
    # Dealt like cards: those of one answer come to different tables.
    return [seats[n::count] for n in range(count)] if seats else []
