"""Paper ballots: a small form that enters one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipywidgets import HTML, VBox

from casekit.answer import check
from casekit.cards.controls import controls
from casekit.cards.face import confidence_field
from casekit.cards.field import line
from casekit.cards.handshake import Handshake
from casekit.cards.panel import Panel
from casekit.cards.style import paragraphs
from casekit.errors import AnswerError
from casekit.words import say

if TYPE_CHECKING:
    from casekit.cards.field import Field
    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.question import Asked


class BallotForm(Panel):
    """A ballot's number and the question's own controls; emptied once it is stored."""

    def __init__(
        self, question: Asked, teacher: Instructor, language: Language
    ) -> None:
        super().__init__(language)
        self._question, self._teacher = question, teacher
        self.number = line(say("paper-number", language))
        self.number.fill("1")
        self.button_enter = self.button("paper-enter", self.press, quiet=False)
        self.handshake = Handshake(self.enter)
        self.box = VBox([])
        self._empty()
        self.number.watch(self.handshake.edited)

    def press(self) -> None:
        """Enter the ballot as soon as everything typed has arrived."""
        if not self.handshake.ask():
            self.say("sending")

    def enter(self) -> None:
        """Store the ballot and make ready for the next one, or say what is wrong."""
        wrong = self._wrong()
        self._mark(wrong)
        if wrong is not None:
            self.say("mend")
            return
        ballot = int(self.number.value)
        if self.attempt(lambda: self._cast(ballot)):
            count = self._teacher.ballots(self._question)
            self._empty()
            self.number.fill(str(ballot + 1))
            self.say("paper-kept", ballot=ballot, count=count)

    def _cast(self, ballot: int) -> None:
        confidence = self.confidence.value if self.confidence else None
        value = self.controls.value
        self._teacher.cast(self._question, ballot, value, confidence=confidence)

    def _empty(self) -> None:
        """Fresh controls: nothing of the last ballot can slip into the next."""
        question, language = self._question, self.language
        self.controls = controls(question, language)
        self.confidence = confidence_field(language) if question.confidence else None
        extra = [self.confidence] if self.confidence else []
        for field in (*self.controls.fields.values(), *extra):
            field.watch(self._edited)
        self.box.children = (
            HTML(paragraphs(say("paper-help", language), "casekit-help")),
            self.number.box,
            self.controls.box,
            *(field.box for field in extra),
            self.button_enter,
            self.state,
        )

    def _edited(self) -> None:
        self.controls.refresh()
        self.handshake.edited()

    def _wrong(self) -> AnswerError | None:
        number = self.number.value.strip()
        if not (number.isascii() and number.isdigit() and int(number)):
            return AnswerError("paper-number-wrong", field="ballot")
        try:
            confidence = self.confidence.value if self.confidence else None
            check(self._question, self.controls.value, confidence=confidence)
        except AnswerError as error:
            return error
        return None

    def _mark(self, wrong: AnswerError | None) -> None:
        named: dict[str, Field] = {**self.controls.fields, "ballot": self.number}
        if self.confidence:
            named["confidence"] = self.confidence
        for field in named.values():
            field.tell("")
        if wrong is not None:
            place = named.get(wrong.field) or next(iter(named.values()))
            place.tell(say(wrong.code, self.language, **wrong.amounts))
