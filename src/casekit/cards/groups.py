"""Groups from differing answers: made on the desk, read there and in front."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from ipywidgets import HTML, VBox

from casekit import pulse
from casekit.cards.panel import Panel, hang, press, row, show
from casekit.cards.projector import short
from casekit.cards.style import paragraphs
from casekit.errors import CasekitError
from casekit.phase import Phase
from casekit.seating import PAIRS, told, two_sided
from casekit.words import say

if TYPE_CHECKING:
    import asyncio

    from casekit.frozen import Language
    from casekit.intercom import Intercom
    from casekit.question import Asked, Choice
    from casekit.stage import Seated, Stage

SIZES = {3: "groups-threes", PAIRS: "groups-fours"}
TWO_LINES = 150  # characters on the projector


class GroupsPanel(Panel):
    """The room makes the groups and puts them on the stage; of one vote, once.

    The desk learns seats, and never who answered what.
    """

    def __init__(
        self, question: Choice, stage: Stage, language: Language, intercom: Intercom
    ) -> None:
        super().__init__(language)
        self._question, self._stage, self._intercom = question, stage, intercom
        self._asking: asyncio.Task[None] | None = None
        self.sizes = {
            size: press(say(key, language), partial(self.press, size))
            for size, key in SIZES.items()
        }
        self.late = self.button("groups-late", self.press_late)
        self.project = self.button("groups-project", self.press_project)
        self.list = HTML()
        buttons = row([*self.sizes.values(), self.late, self.project])
        self.box = VBox([buttons, self.state, self.list])

    def press(self, size: int) -> None:
        """Have groups made; the desk goes on while the room deals."""
        if self._asking is None or self._asking.done():
            self._asking = pulse.run(self.make(size))

    def press_late(self) -> None:
        """Let those who came since join; nobody moves."""
        seated = self._stage.seated(self._question)
        if seated:
            self.press(seated.size)

    def press_project(self) -> None:
        self.attempt(lambda: self._stage.show_groups(self._question))

    async def make(self, size: int) -> None:
        try:
            made = await self._intercom.group(self._question.id, size=size)
        except CasekitError:
            self.say("room-unheard")
            return
        if made:
            self.tell("")
        else:
            self.say("groups-few")
        self._stage.teacher.tell()

    def follow(self) -> None:
        question, stage = self._question, self._stage
        phase = stage.teacher.state(question).phase
        voted = phase in {Phase.LOCKED, Phase.SHOWN}
        made = stage.seated(question) is not None
        for size, button in self.sizes.items():
            fits = size != PAIRS or two_sided(question)
            show(button, shown=voted and not made and fits)
        seated = stage.talking(question)
        show(self.late, shown=voted and made)
        show(self.project, shown=seated is not None)
        hang(self.list, self._html(seated) if seated else "")

    def _html(self, seated: Seated) -> str:
        seats = sum(map(len, seated.groups))
        count = say(
            "groups-count", self.language, count=len(seated.groups), seats=seats
        )
        return (
            f"<details open><summary>{escape(count)}</summary>"
            f"{groups_html(seated, self.language)}</details>"
        )


def groups_page(question: Asked, seated: Seated, language: Language) -> str:
    """The groups as a page of the projector."""
    ask = paragraphs(short(question.ask[language], TWO_LINES), "casekit-sentence")
    return f'<div class="casekit-seated">{ask}{groups_html(seated, language)}</div>'


def groups_html(seated: Seated, language: Language) -> str:
    """The groups as a numbered list, and what it does and does not tell."""
    sides = seated.size == PAIRS
    listed = "".join(
        f"<li>{_seats(group, sides=sides)}</li>" for group in seated.groups
    )
    note = paragraphs(told(language, controversy=sides), "casekit-help")
    return f'<ol class="casekit-groups">{listed}</ol>{note}'


def _seats(group: tuple[str, ...], *, sides: bool) -> str:
    """The seats of a group; between its two sides an arrow."""
    half = PAIRS // 2
    parts = [group[:half], group[half:]] if sides else [group]
    lines = (" · ".join(f"<span>{escape(s)}</span>" for s in part) for part in parts)
    return " ↔ ".join(f'<span class="casekit-side">{line}</span>' for line in lines)
