"""Two opposed texts on the desk, and the press that puts them on the projector."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ipywidgets import HTML, VBox

from casekit.cards.panel import Panel, hang, row, show
from casekit.cards.style import paragraphs
from casekit.slides import slides
from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.pair import Pair
    from casekit.stage import Stage


class OpposedPanel(Panel):
    """Draws once; what came stays, and nobody else sees it before it is put up."""

    def __init__(self, pair: Pair, stage: Stage, language: Language) -> None:
        super().__init__(language)
        self._pair, self._stage = pair, stage
        self.told = HTML()
        self.draw = self.button("pair-draw", self.press_draw)
        self.put_up = self.button("pair-project", self.press_put_up)
        self.box = VBox([self.told, row([self.draw, self.put_up]), self.state])

    def press_draw(self) -> None:
        self.attempt(self._pair.draw)
        self.follow()

    def press_put_up(self) -> None:
        """Put both texts up, on the last page of the question's result."""
        if self.attempt(self._pair.put_up):
            question, teacher = self._pair.writing, self._stage.teacher
            last = len(slides(question, teacher, self.language)) - 1
            self.attempt(lambda: self._stage.result(question, page=last))
        self.follow()

    def follow(self) -> None:
        pair, teacher = self._pair, self._stage.teacher
        both = pair.writing, pair.scale
        shown = all(teacher.state(one).revealed for one in both)
        show(self.draw, shown=pair.ready and not pair.drawn)
        show(self.put_up, shown=shown and bool(pair.texts))
        hang(self.told, self._html() if pair.ready else "")

    def _html(self) -> str:
        pair, language = self._pair, self.language
        if not pair.drawn:
            return paragraphs(say("pair-help", language), "casekit-help")
        if not pair.texts:
            return paragraphs(say("pair-none", language))
        quoted = (f"<blockquote>{escape(text)}</blockquote>" for text in pair.texts)
        return paragraphs(say("pair-told", language)) + "".join(quoted)
