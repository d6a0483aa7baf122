"""Nothing is sent before everything typed has arrived.

In the browser ipywidgets holds back a control's newest value while its last one is
under way, but a button's click is never held back: typed quickly, "250" could be
locked as "25". So after every edit the card calls the page, and sends only once the
page has replied twice without another edit: the first reply may overtake what is held
back until the edit's own end is told, the second comes behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipywidgets import IntText, jslink

if TYPE_CHECKING:
    from collections.abc import Callable

REPLIES = 2


class Handshake:
    """Calls `then` once the page has nothing more to say.

    `ask` returns whether that was at once; otherwise `then` follows the page's reply.
    The replies are mostly there before the learner reaches for the button.
    """

    def __init__(self, then: Callable[[], None]) -> None:
        self._then = then
        self._missing = 0  # replies
        self._under_way = False
        self._asked = False
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
        if self._asked:  # pressed again: the last call may have been lost on the way
            self._call_page()
        self._asked = True
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
        elif self._asked:
            self._asked = False
            self._then()
