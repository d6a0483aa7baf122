"""Nothing is sent before everything typed has arrived.

In the browser ipywidgets holds back a control's newest value while its last one is
under way, but a button's click is never held back: typed quickly, "250" could be
locked as "25". So after a recent edit the card first calls the page and sends only on
the page's reply, which comes behind all that was held back.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ipywidgets import IntText, jslink

if TYPE_CHECKING:
    from collections.abc import Callable

CALM = 2.0  # seconds without an edit, longer than any room's round trip


class Handshake:
    """Calls `then` once the page has nothing more to say.

    `ask` returns whether that was at once; otherwise `then` follows the page's reply.
    """

    def __init__(
        self, then: Callable[[], None], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._then, self._clock = then, clock
        self._edited_at = -CALM
        self._call, self.reply = IntText(), IntText()
        self._link = jslink((self._call, "value"), (self.reply, "value"))
        self.reply.observe(self._replied, names="value")

    def edited(self) -> None:
        self._edited_at = self._clock()

    def ask(self) -> bool:
        if self._clock() - self._edited_at >= CALM:
            self._then()
            return True
        self._call.value += 1
        return False

    def _replied(self, _: object) -> None:
        self._then()
