"""The texts before they are shown: a list in which each can be held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipywidgets import HTML, Checkbox, VBox

from casekit.cards.panel import Panel, hang
from casekit.cards.style import paragraphs
from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.question import Asked


class Moderation(Panel):
    """A tick holds a text back, at once and until the tick is taken away."""

    def __init__(
        self, question: Asked, teacher: Instructor, language: Language
    ) -> None:
        super().__init__(language)
        self._question, self._teacher = question, teacher
        self._following = False
        self.ticks: dict[str, Checkbox] = {}
        self.told = HTML()
        self.list = VBox([])
        self.list.add_class("casekit-texts")
        self.box = VBox([self.told, self.list, self.state])
        self.follow()

    @property
    def held(self) -> list[str]:
        return [text for text, tick in self.ticks.items() if tick.value]

    def hold(self) -> None:
        """Keep what is ticked off the wall."""
        if not self._following:
            self.attempt(lambda: self._teacher.hide(self._question, self.held))
            self._tell()

    def follow(self) -> None:
        """Tick as the journal says."""
        texts = dict.fromkeys(self._teacher.texts(self._question))
        let = set(self._teacher.wall(self._question))
        if list(self.ticks) != list(texts):
            self.ticks = {text: self._tick(text) for text in texts}
            self.list.children = tuple(self.ticks.values())
        self._following = True
        for text, tick in self.ticks.items():
            tick.value = text not in let
        self._following = False
        self._tell()

    def _tick(self, text: str) -> Checkbox:
        tick = Checkbox(value=False, description=text, indent=False)
        tick.observe(lambda _: self.hold(), names="value")
        return tick

    def _tell(self) -> None:
        amounts = {"hidden": len(self.held), "count": len(self.ticks)}
        words = say("moderate-help", self.language, **amounts)
        if not self.ticks:
            words = say("too-few", self.language)
        hang(self.told, paragraphs(words, "casekit-help"))
