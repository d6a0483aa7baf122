"""Keys that a hand can copy: no sign looks like another, and a slip is noticed.

A key is 16 random signs (66 bits) and 4 that only this room can work out from them, so
that a typing error, or a key from another class, is told instead of being believed.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Choose = Callable[[Sequence[str]], str]

# No vowels, so that no word appears; none that is taken for a digit or a neighbour.
LETTERS = "CDFHJKMNPRTWXY"
SIGNS = LETTERS + "3479"
RANDOM = 16
CHECK = 4
GROUP = 4
LONGEST_TYPED = 64


def letters(count: int, choose: Choose) -> str:
    """Random letters for a code that is read from a screen and typed once."""
    return "".join(choose(LETTERS) for _ in range(count))


def plain(typed: str) -> str:
    """What was meant by what was typed: small letters, spaces and dashes aside.

    >>> plain(" cdfh-jkmn ")
    'CDFHJKMN'
    """
    return "".join(sign for sign in typed[:LONGEST_TYPED].upper() if sign not in " -")


class Keys:
    """The keys of one room, told from all others by the room's own secret."""

    def __init__(self, secret: bytes, *, choose: Choose) -> None:
        self._secret, self._choose = secret, choose

    def make(self) -> str:
        """A new key, in groups of four."""
        signs = "".join(self._choose(SIGNS) for _ in range(RANDOM))
        return grouped(signs + self._check(signs))

    def read(self, typed: str) -> str | None:
        """The key as this room writes it, or None where it is no key of this room.

        >>> keys = Keys(b"of a room", choose=lambda signs: signs[3])
        >>> keys.make()
        'HHHH-HHHH-HHHH-HHHH-JPD9'
        >>> keys.read("hhhhhhhhhhhhhhhh jpd9"), keys.read("hhhhhhhhhhhhhhhh jpd7")
        ('HHHH-HHHH-HHHH-HHHH-JPD9', None)
        """
        signs = plain(typed)
        if len(signs) != RANDOM + CHECK or not set(signs) <= set(SIGNS):
            return None
        mine = hmac.compare_digest(signs[RANDOM:], self._check(signs[:RANDOM]))
        return grouped(signs) if mine else None

    def _check(self, signs: str) -> str:
        digest = hmac.digest(self._secret, b"key:" + signs.encode(), hashlib.sha256)
        number = int.from_bytes(digest)
        return "".join(
            SIGNS[number // len(SIGNS) ** n % len(SIGNS)] for n in range(CHECK)
        )


def grouped(signs: str) -> str:
    return "-".join(signs[n : n + GROUP] for n in range(0, len(signs), GROUP))
