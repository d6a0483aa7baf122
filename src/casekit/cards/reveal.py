"""What is sealed until its question is shown, and where the answers are kept."""

from __future__ import annotations

from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Button, VBox

from casekit.cards.bundle import Bundle
from casekit.cards.exhibit import exhibit_html, picture_html
from casekit.cards.forecast import forecast
from casekit.cards.style import paragraphs, style
from casekit.charts import exhibit_chart
from casekit.errors import CasekitError, PhaseError
from casekit.question import Number
from casekit.words import say

if TYPE_CHECKING:
    from casekit.case import Case, Reveal
    from casekit.frozen import Language
    from casekit.learner import Learner


class RevealCard(Bundle):
    """A sealed text; it opens at the learner's word once his answer is locked.

    In a class it opens by itself when the instructor shows the question.
    """

    def __init__(
        self, reveal: Reveal, case: Case, learner: Learner, language: Language
    ) -> None:
        self.reveal = reveal
        self._case, self._learner, self._language = case, learner, language
        self._open = False
        self.button = Button(description=say("open-reveal", language))
        self.button.on_click(lambda _: self.open())
        self.content = HTML()
        super().__init__(VBox([style(), HTML(self.html()), self.button, self.content]))
        learner.watchers.append(self.refresh)
        self.refresh()

    def __repr__(self) -> str:
        return self.reveal.title[self._language]

    def html(self) -> str:
        return paragraphs(repr(self), "casekit-ask")

    def open(self) -> None:
        """Open the seal; until the answer is locked it stays closed and says so."""
        try:
            with suppress(PhaseError):  # still sealed, and said so
                self._learner.reveal(self.reveal.after)
            self.refresh()
        except CasekitError:
            self._say("not-opened")
        self._learner.tell()

    def refresh(self) -> None:
        """Follow the journal: sealed, ready to open, or open for good."""
        if self._open:
            return
        learner = self._learner
        if learner.journal.state(self.reveal.after).revealed:
            self.content.value = self._told()
            self._open = True
        elif learner.alone:
            ready = learner.may_reveal(self.reveal.after)
            self._say("ready" if ready else "sealed")
        else:
            self._say("sealed-in-class")
        waits = learner.alone and not self._open
        self.button.layout.display = "" if waits else "none"

    def _say(self, key: str) -> None:
        words = escape(say(key, self._language))
        self.content.value = f'<div role="status">{words}</div>'

    def _told(self) -> str:
        language, value = self._language, self._answer()
        question = self._case.question(self.reveal.after)
        own, picture, table = "", "", ""
        if value is not None:
            told = forecast(question, value, self._case, language)
            own = "".join(paragraphs(words, "casekit-state") for words in told)
        if self.reveal.exhibit is not None:
            exhibit = self._case.exhibit(self.reveal.exhibit)
            laid_over = None
            if value is not None and isinstance(question, Number):
                laid_over = value["low"], value["guess"], value["high"]
            chart = exhibit_chart(exhibit, self._case, language, forecast=laid_over)
            png = chart._repr_png_()
            picture = picture_html(chart, png) if png else ""
            table = exhibit_html(exhibit, chart, self._case, language)
        return own + picture + paragraphs(self.reveal.text[language]) + table

    def _answer(self) -> Any:  # noqa: ANN401 - of whatever kind the question is
        """The learner's own answer, None where he gave one to another wording.

        His first one, where he sent no second.
        """
        question = self._case.question(self.reveal.after)
        kept = self._learner.answer(question) or self._learner.before(question)
        if kept is None or kept.asked != question.fingerprint:
            return None
        return kept.value


class WhereCard(Bundle):
    """Where this computer keeps the answers, told only on request."""

    def __init__(self, learner: Learner, language: Language) -> None:
        self._learner, self._language = learner, language
        self.button = Button(description=say("where-show", language))
        self.button.on_click(lambda _: self.show())
        self.place = HTML()
        super().__init__(VBox([style(), HTML(self.html()), self.button, self.place]))

    def __repr__(self) -> str:
        return say("where-title", self._language)

    def html(self) -> str:
        return paragraphs(repr(self), "casekit-ask")

    def show(self) -> None:
        told = escape(say("where", self._language))
        path = escape(str(self._learner.journal.path))
        self.place.value = f'<div role="status">{told}<br><code>{path}</code></div>'
