"""Who is in the room, and whose turn it is, on the instructor's desk."""

from __future__ import annotations

import secrets
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from ipywidgets import HTML, VBox

from casekit.cards.panel import SETTLE, Panel, hang, row
from casekit.errors import CasekitError
from casekit.turn import later, told, turns
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from casekit.frozen import Language
    from casekit.intercom import Intercom
    from casekit.stage import Stage

LOT_BITS = 32


class AttendancePanel(Panel):
    """Asks the room who is here, and passes on which seats."""

    def __init__(self, intercom: Intercom, turn: TurnPanel, language: Language) -> None:
        super().__init__(language)
        self._intercom, self._turn = intercom, turn
        self.told = HTML()
        self.box = VBox([self.told])

    async def look(self) -> None:
        """Ask the room, and show what it says."""
        try:
            crowd = await self._intercom.crowd()
            seats = await self._intercom.seats()
        except CasekitError:
            words, css = say("room-unheard", self.language), "casekit-late"
        else:
            words = say("attendance", self.language, **crowd._asdict())
            css = "casekit-big"
            self._turn.sit(seats)
        hang(self.told, f'<p class="{css}" role="status">{escape(words)}</p>')


class TurnPanel(Panel):
    """The seat to call next: none twice before every seat once."""

    def __init__(self, stage: Stage, language: Language) -> None:
        super().__init__(language)
        self._stage = stage
        self._seats: tuple[str, ...] = ()
        self._pressed: datetime | None = None
        self.told = HTML()
        self.next = self.button("turn-call", self.press_next, quiet=False)
        self.skip = self.button("turn-skip", self.press_skip)
        head = HTML(f"<h4>{escape(say('turn', language))}</h4>")
        self.box = VBox([head, self.told, row([self.next, self.skip]), self.state])
        self.box.add_class("casekit-panel")
        self.box.add_class("casekit-turn")

    @property
    def waiting(self) -> tuple[str, ...]:
        """The seats still to be called in this round, the next one first."""
        if not self._seats:
            return ()
        seed = self._stage.lot(partial(secrets.randbits, LOT_BITS))
        due = turns(self._seats, self._stage.called, seed=seed)
        return later(due, self._stage.passed)

    def sit(self, seats: tuple[str, ...]) -> None:
        """These seats are here now."""
        self._seats = seats
        self.follow()

    def press_next(self) -> None:
        self._settle(self._stage.call)

    def press_skip(self) -> None:
        self._settle(self._stage.skip)

    def follow(self) -> None:
        waiting, called = self.waiting, self._stage.called
        self.next.disabled = self.skip.disabled = not waiting
        now = say("turn-now", self.language, seat=called[-1]) if called else ""
        lines = [("casekit-big", now)] if now else []
        lines.append(("", told(waiting, self.language)))
        html = "".join(f'<p class="{css}">{escape(line)}</p>' for css, line in lines)
        if waiting[1:]:
            after = escape(" · ".join(waiting[1:]))
            summary = escape(say("turn-after", self.language))
            html += f"<details><summary>{summary}</summary><p>{after}</p></details>"
        hang(self.told, html)

    def _settle(self, do: Callable[[str], object]) -> None:
        """Do it with the next seat; a double click is one press."""
        now, waiting = self._stage.teacher.journal.now(), self.waiting
        if not waiting or (self._pressed and now - self._pressed < SETTLE):
            return
        if self.attempt(lambda: do(waiting[0])):
            self._pressed = now
        self.follow()
