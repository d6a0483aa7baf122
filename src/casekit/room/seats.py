"""Seats: names that may be said aloud and open nothing.

Who sits where is known here, in memory, and nowhere else; after a restart a learner's
own browser tells it again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casekit.errors import RoomError

if TYPE_CHECKING:
    from collections.abc import Callable

    from casekit.room.keys import Choose

ANIMALS = (
    *("ANOA", "BABIRUSA", "DUYUNG", "ELANG", "KAKATUA", "KUSKUS"),
    *("MALEO", "MUSANG", "PENYU", "RANGKONG", "TARSIUS", "YAKI"),
)
FIRST, LAST = 10, 99
SEAT = re.compile(rf"({'|'.join(ANIMALS)})-[1-9][0-9]")
PRESENT = 15.0  # seconds; a page asks every three


@dataclass
class _Learner:
    seat: str
    seen: float


class Seats:
    """The seats of one room, by learner; a learner is the hash of his key."""

    def __init__(self, *, clock: Callable[[], float], choose: Choose) -> None:
        self._clock, self._choose = clock, choose
        self._learners: dict[str, _Learner] = {}

    def __len__(self) -> int:
        """How many have joined."""
        return len(self._learners)

    def take(self, learner: str, wanted: str = "") -> str:
        """His seat: the one he has, else the one he asks for if free, else any.

        >>> seats = Seats(clock=lambda: 0.0, choose=lambda free: free[0])
        >>> seats.take("ani"), seats.take("budi", "YAKI-27"), seats.take("ani")
        ('ANOA-10', 'YAKI-27', 'ANOA-10')

        Raises:
            RoomError: every seat is taken.
        """
        known = self._learners.get(learner)
        if known is not None:
            known.seen = self._clock()
            return known.seat
        taken = {each.seat for each in self._learners.values()}
        seat = wanted
        if wanted in taken or not SEAT.fullmatch(wanted):
            free = [seat for seat in EVERY if seat not in taken]
            if not free:
                raise RoomError(f"all {len(EVERY)} seats of the room are taken")
            seat = self._choose(free)
        self._learners[learner] = _Learner(seat, self._clock())
        return seat

    def connected(self) -> frozenset[str]:
        """The learners whose page has asked lately."""
        since = self._clock() - PRESENT
        return frozenset(
            learner for learner, each in self._learners.items() if each.seen >= since
        )

    def chart(self) -> dict[str, str]:
        """Who sits where, by learner, in no order that tells who came when."""
        return {
            learner: self._learners[learner].seat for learner in sorted(self._learners)
        }


EVERY = tuple(f"{name}-{n}" for name in ANIMALS for n in range(FIRST, LAST + 1))
