"""The card of a question: asked, drafted, committed, locked, and said in words."""

from __future__ import annotations

import uuid
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Button, VBox

from casekit.answer import CONFIDENCE, Sharing, check
from casekit.cards.bundle import Bundle
from casekit.cards.controls import controls
from casekit.cards.field import Field, drop, pick
from casekit.cards.handshake import Handshake
from casekit.cards.style import paragraphs, style
from casekit.errors import AnswerError, CasekitError, PhaseError
from casekit.frozen import Text
from casekit.phase import Phase
from casekit.question import Asked, Number, Option
from casekit.words import WORDS, clock, say

if TYPE_CHECKING:
    from casekit.answer import Answer
    from casekit.frozen import Language
    from casekit.learner import Learner

CONFIDENCE_STEP = 10
LIVE = {"text-too-long"}  # told while typing; the rest may yet come right


class QuestionCard(Bundle):
    """One question in front of one learner.

    The answer's id is made here and renewed only by an acknowledgment, so that a
    double click or a repeated message stores one answer.
    """

    def __init__(self, question: Asked, learner: Learner, language: Language) -> None:
        self.question = question
        self._learner, self._language = learner, language
        self._id = uuid.uuid4().hex
        self._typed = False  # since the last acknowledgment
        self.controls = controls(question, language)
        self.confidence = self._confidence() if question.confidence else None
        self.sharing = self._sharing() if question.shareable else None
        self.button = Button(description=say("commit", language))
        self.button.on_click(lambda _: self.press())
        self.handshake = Handshake(self.commit)
        self.state = HTML()
        parts = [self.sharing, self.confidence]
        before, after = ([f.box] if f else [] for f in parts)
        foot = HTML(paragraphs(say("commit-help", language), "casekit-help"))
        self.foot = VBox([self.button, foot])
        box = VBox(
            [
                style(),
                HTML(self._heading()),
                *before,
                self.controls.box,
                *after,
                self.foot,
                self.state,
            ]
        )
        super().__init__(box)
        self._restore()
        for field in self.fields:
            field.watch(self.edited)
        learner.watchers.append(self.follow)

    def __repr__(self) -> str:
        return f"{self.question.ask[self._language]}"

    def html(self) -> str:
        """The question as a page shows it where no widget can live."""
        return self._heading()

    @property
    def raw(self) -> dict[str, Any]:
        """All that is typed or chosen on the card, right or wrong."""
        return {
            "language": self._language,
            "controls": self.controls.raw,
            "confidence": self.confidence.value if self.confidence else None,
            "sharing": self.sharing.value if self.sharing else None,
        }

    def edited(self) -> None:
        """Keep the draft, and tell at once what more typing cannot mend."""
        if self._filling:
            return
        self._typed = True
        self.controls.refresh()
        wrong = self._wrong()
        self._mark(wrong if wrong is not None and wrong.code in LIVE else None)
        try:
            self._learner.keep_draft(self.question, self.raw)
        except PhaseError:  # it was locked while this was on its way
            self._settle(otherwise="draft-lost")
        except CasekitError:
            self._say("draft-lost")
        else:
            self._say("draft-kept")
        self.handshake.edited()

    def press(self) -> None:
        """Commit as soon as everything typed has arrived."""
        if not self.handshake.ask():
            self._say("sending")

    def commit(self) -> None:
        """Send the answer; on success the card locks, else it says why not."""
        wrong = self._wrong()
        self._mark(wrong)
        if wrong is not None:
            self._say("mend")
            return
        try:
            kept = self._learner.commit(
                self.question,
                id=self._id,
                value=self.controls.value,
                confidence=self._given_confidence(),
                sharing=self._given_sharing(),
            )
        except CasekitError:
            self._settle(otherwise="trouble")
            return
        self._id, self._typed = uuid.uuid4().hex, False
        self._lock(kept)
        self._learner.tell()

    def follow(self) -> None:
        """Lock too when the same question was answered on another card."""
        if not self.button.disabled and self._learner.answer(self.question) is not None:
            self._settle(otherwise="trouble")

    def _wrong(self) -> AnswerError | None:
        try:
            check(
                self.question,
                self.controls.value,
                confidence=self._given_confidence(),
                sharing=self._given_sharing(),
            )
        except AnswerError as error:
            return error
        return None

    def _given_confidence(self) -> int | None:
        return self.confidence.value if self.confidence else None

    def _given_sharing(self) -> Sharing:
        return Sharing(self.sharing.value) if self.sharing else Sharing.COUNTED

    def _restore(self) -> None:
        """Fill the card with the stored answer, or else with the draft."""
        self._filling = True
        if not self._settle(otherwise="not-sent"):
            draft = self._learner.draft(self.question)
            if isinstance(draft, dict):
                typed = self.controls.translated(draft["controls"], draft["language"])
                self.controls.fill(typed)
                for field, name in (
                    (self.confidence, "confidence"),
                    (self.sharing, "sharing"),
                ):
                    if field is not None:
                        field.fill(draft[name])
                self._say("draft-kept")
        self.controls.refresh()
        self._filling = False

    def _settle(self, *, otherwise: str) -> bool:
        """Show what the journal holds; where it holds nothing, say `otherwise`."""
        try:
            state = self._learner.state(self.question)
            kept = self._learner.answer(self.question)
        except CasekitError:
            self._say(otherwise)
            return False
        if kept is not None:
            self._lock(kept)
        elif state.phase is not Phase.OPEN:
            self._freeze()
            self._say("locked")
        else:
            self._say(otherwise)
            return False
        return True

    def _lock(self, kept: Answer) -> None:
        """Say first that the answer is safe, then show it and close the card."""
        told = say(
            "locked-at", self._language, time=clock(kept.told_at, self._language)
        )
        if kept.asked != self.question.fingerprint:
            told = f"{told} {say('old-wording', self._language)}"
        if self._typed:
            told = f"{told} {say('not-this', self._language)}"
        self._write_state(told, safe=True)
        self._filling = True
        with suppress(AnswerError):  # an answer to an older wording may no longer fit
            check(
                self.question,
                kept.value,
                confidence=kept.confidence,
                sharing=kept.sharing,
            )
            self._show(kept)
        self._filling = False
        self._freeze()

    def _show(self, kept: Answer) -> None:
        self.controls.fill_answer(kept.value)
        if self.confidence:
            self.confidence.fill(kept.confidence)
        if self.sharing:
            self.sharing.fill(kept.sharing.value)
        self.controls.refresh()

    def _freeze(self) -> None:
        self.button.disabled = True
        self.foot.layout.display = "none"
        for field in self.fields:
            field.freeze()

    @property
    def fields(self) -> list[Field]:
        """Every field of the card, the question's own first."""
        extra = [
            field for field in (self.confidence, self.sharing) if field is not None
        ]
        return [*self.controls.fields.values(), *extra]

    def _mark(self, wrong: AnswerError | None) -> None:
        named = {**self.controls.fields}
        if self.confidence:
            named["confidence"] = self.confidence
        if self.sharing:
            named["sharing"] = self.sharing
        for field in named.values():
            field.tell("")
        if wrong is not None:
            place = named.get(wrong.field) or next(iter(named.values()))
            place.tell(say(wrong.code, self._language, **wrong.amounts))

    def _say(self, key: str) -> None:
        self._write_state(say(key, self._language), safe=False)

    def _write_state(self, words: str, *, safe: bool) -> None:
        css = "casekit-state casekit-safe" if safe else "casekit-state"
        mark = "✓ " if safe else ""
        told = f'<div class="{css}" role="status">{mark}{escape(words)}</div>'
        if self.state.value != told:
            self.state.value = told

    def _heading(self) -> str:
        question, language = self.question, self._language
        told = paragraphs(question.ask[language], "casekit-ask")
        if question.help is not None:
            told += paragraphs(question.help[language], "casekit-help")
        if isinstance(question, Number):
            told += paragraphs(say("interval-help", language), "casekit-help")
            if question.resolves is None:
                told += paragraphs(say("unscored", language), "casekit-help")
        if question.resolves is not None:
            sentence = question.resolves.sentence[language]
            told += paragraphs(
                say("resolution", language, sentence=sentence), "casekit-help"
            )
        return told

    def _confidence(self) -> Field:
        language = self._language
        steps = range(CONFIDENCE[0], CONFIDENCE[-1] + 1, CONFIDENCE_STEP)
        pairs = [(say("confidence-step", language, confidence=n), n) for n in steps]
        return drop(say("confidence", language), pairs, say("choose", language))

    def _sharing(self) -> Field:
        options = [
            Option(id=kind.value, text=_text(f"sharing-{kind.value}"))
            for kind in Sharing
        ]
        field = pick(say("sharing", self._language), options, self._language)
        field.fill(Sharing.COUNTED.value)
        return field


def _text(key: str) -> Text:
    indonesian, english = WORDS[key]
    return Text(id=indonesian, en=english)
