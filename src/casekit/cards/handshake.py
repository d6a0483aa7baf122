"""Nothing is sent before everything typed has arrived.

In the browser ipywidgets holds back a control's newest value while its last one is
under way, but a button's click is never held back: typed quickly, "250" could be
locked as "25". So after every edit the card calls the page, and sends only once the
page has replied twice without another edit: the first reply may overtake what is held
back until the edit's own end is told, the second comes behind it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ipywidgets import IntText, jslink

if TYPE_CHECKING:
    from collections.abc import Callable

REPLIES = 2
STALE = 30.0  # seconds; a page that comes back later no longer speaks for the press


class Handshake:
    """Calls `then` once the page has nothing more to say.

    `ask` returns whether that was at once; otherwise `then` follows the page's reply.
    The replies are mostly there before the learner reaches for the button.
    """

    def __init__(
        self, then: Callable[[], None], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._then, self._clock = then, clock
        self._missing = 0  # replies
        self._under_way = False
        self._asked_at: float | None = None
        self.call, self.reply = IntText(), IntText()
        self._link = jslink((self.call, "value"), (self.reply, "value"))
        self.reply.observe(self._replied, names="value")

    def edited(self) -> None:
        self._missing = REPLIES
        if not self._under_way:
            self._call_page()

    def ask(self) -> bool:
        if self._missing == 0:
            self._then()
            return True
        if self._asked_at is not None:  # pressed again: the call may have been lost
            self._call_page()
        self._asked_at = self._clock()
        return False

    def _call_page(self) -> None:
        self._under_way = True
        self.call.value += 1

    def _replied(self, _: object) -> None:
        self._under_way = False
        if self._missing:
            self._missing -= 1
        if self._missing:
            self._call_page()
        elif self._asked_at is not None:
            fresh = self._clock() - self._asked_at < STALE
            self._asked_at = None
            if fresh:
                self._then()
