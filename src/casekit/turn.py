"""Whose turn it is to speak: nobody twice before everybody once.

What has been is all that is kept: the seats that were called, in order. A round ends
when everyone who is here has had a turn, so that a seat called anew begins the next.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from casekit.frozen import Language


def turns(
    seats: Iterable[str], called: Sequence[str] = (), *, seed: int
) -> tuple[str, ...]:
    """The seats still to be called in the present round, the next one first.

    Every seat draws its place by itself, so that the list stays as it is when someone
    comes or goes: who comes late is put somewhere into it, who left falls out of it.
    Nobody opens a round who closed the last one, unless he is alone.

    `seats` are those who are here, `called` what was taken from this list before.

    >>> here = ["ANOA-27", "MALEO-03", "RUSA-11"]
    >>> turns(here, seed=7)
    ('ANOA-27', 'MALEO-03', 'RUSA-11')
    >>> turns([*here, "TARSIUS-40"], ["ANOA-27"], seed=7)
    ('MALEO-03', 'TARSIUS-40', 'RUSA-11')
    """
    here = set(seats)
    number, start = _round(called)
    if here <= set(called[start:]):
        number, start = number + 1, len(called)
    heard = set(called[start:])

    def place(seat: str) -> tuple[float, str]:
        draw = random.Random(f"{seed} {number} {seat}")  # noqa: S311 - an order
        return draw.random(), seat

    order = sorted(here | heard, key=place)
    if order[1:] and start and called[start - 1] == order[0]:
        order[:2] = order[1::-1]
    return tuple(seat for seat in order if seat not in heard)


def later(waiting: Sequence[str], passed: Collection[str]) -> tuple[str, ...]:
    """The same list, those who let a turn go by at its end.

    >>> later(["ANOA-27", "MALEO-03", "RUSA-11"], {"ANOA-27"})
    ('MALEO-03', 'RUSA-11', 'ANOA-27')
    """
    return tuple(sorted(waiting, key=lambda seat: seat in passed))


def told(waiting: Sequence[str], language: Language) -> str:
    """What the instructor reads: whom to call, and how many are still to come."""
    if not waiting:
        return say("turn-nobody", language)
    return say("turn-next", language, seat=waiting[0], count=len(waiting))


def _round(called: Sequence[str]) -> tuple[int, int]:
    """The number of the present round, and where in `called` it starts."""
    number, start = 1, 0
    heard: set[str] = set()
    for place, seat in enumerate(called):
        if seat in heard:
            number, start, heard = number + 1, place, set()
        heard.add(seat)
    return number, start
