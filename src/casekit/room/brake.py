"""The brake: who tries wrong codes waits, and many wrong codes slow all who try them.

Somebody who has not tried yet never waits, so nobody can shut the class out by trying.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FREE = 5  # slips that cost nothing
LONGEST = 60.0  # seconds
FORGOTTEN = 600.0  # seconds without a wrong try
CROWD = 30  # wrong tries in all within one `LONGEST`: somebody is guessing
MOST = 1000  # addresses kept in mind; the ones longest quiet go first


@dataclass
class _Tries:
    count: int
    last: float


class Brake:
    """Counts wrong tries by address and in all; `clock` gives seconds."""

    def __init__(self, *, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._tries: dict[str, _Tries] = {}  # the one longest quiet first
        self._all: deque[float] = deque(maxlen=CROWD)

    def wait(self, address: str) -> float:
        """Seconds until this address may try again; 0 for now.

        >>> now = [0.0]
        >>> brake = Brake(clock=lambda: now[0])
        >>> for _ in range(7):
        ...     brake.wrong("10.0.0.7")
        >>> brake.wait("10.0.0.7"), brake.wait("10.0.0.8")
        (4.0, 0.0)
        """
        now = self._clock()
        tries = self._tries.get(address)
        if tries is None or now - tries.last > FORGOTTEN:
            return 0.0
        pause = 0.0
        if tries.count >= FREE:
            pause = min(2.0 ** min(tries.count - FREE, 10), LONGEST)
        if len(self._all) == CROWD and now - self._all[0] < LONGEST:
            pause = LONGEST
        return max(0.0, tries.last + pause - now)

    def wrong(self, address: str) -> None:
        now = self._clock()
        tries = self._tries.pop(address, None)
        if tries is None or now - tries.last > FORGOTTEN:
            tries = _Tries(0, now)
        self._tries[address] = _Tries(tries.count + 1, now)
        self._all.append(now)
        if len(self._tries) > MOST:
            del self._tries[next(iter(self._tries))]

    def right(self, address: str) -> None:
        """Forget this address: whoever knows the code made slips, no guesses."""
        self._tries.pop(address, None)
