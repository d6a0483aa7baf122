"""The card of a question: asked, drafted, committed, locked, and said in words."""

from __future__ import annotations

import uuid
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Button, VBox

from casekit.answer import Sharing, check
from casekit.cards.bundle import Bundle
from casekit.cards.controls import controls
from casekit.cards.face import confidence_field, heading, sharing_field
from casekit.cards.handshake import Handshake
from casekit.cards.style import paragraphs, style
from casekit.errors import AnswerError, CasekitError, PhaseError
from casekit.phase import Phase, State
from casekit.words import clock, say

if TYPE_CHECKING:
    from casekit.answer import Answer
    from casekit.cards.field import Field
    from casekit.frozen import Language
    from casekit.learner import Learner
    from casekit.question import Asked

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
        self._seen: tuple[State, str | None] | None = None  # as the card shows it
        self.controls = controls(question, language)
        self.confidence = confidence_field(language) if question.confidence else None
        self.sharing = sharing_field(language) if question.shareable else None
        self.button = Button(
            description=say("commit" if learner.alone else "send", language)
        )
        self.button.on_click(lambda _: self.press())
        self.handshake = Handshake(self.commit)
        self.state = HTML()
        parts = [self.sharing, self.confidence]
        before, after = ([f.box] if f else [] for f in parts)
        help_key = "commit-help" if learner.alone else "send-help"
        foot = HTML(paragraphs(say(help_key, language), "casekit-help"))
        self.foot = VBox([self.button, foot])
        self.body = VBox([*before, self.controls.box, *after])
        box = VBox(
            [
                style(),
                HTML(heading(question, language)),
                self.body,
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
        return heading(self.question, self._language)

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
            self._say("draft-changed" if self._stored else "draft-kept")
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
        self._typed = False
        self._settle(otherwise="trouble", just=kept)
        self._learner.tell()

    def follow(self) -> None:
        """Open, close and fill as the journal says, however it came about."""
        if self._now() != self._seen:
            self._settle(otherwise="not-sent")

    @property
    def _stored(self) -> bool:
        return self._seen is not None and self._seen[1] is not None

    def _now(self) -> tuple[State, str | None]:
        kept = self._learner.answer(self.question)
        return self._learner.state(self.question), kept.id if kept else None

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
        """Fill the card with the stored answer, and with what was typed after it."""
        self._filling = True
        self._settle(otherwise="not-sent")
        draft = None if self.button.disabled else self._learner.draft(self.question)
        if isinstance(draft, dict):
            typed = self.controls.translated(draft["controls"], draft["language"])
            self.controls.fill(typed)
            for field, name in (
                (self.confidence, "confidence"),
                (self.sharing, "sharing"),
            ):
                if field is not None:
                    field.fill(draft[name])
            self._say("draft-changed" if self._stored else "draft-kept")
        self.controls.refresh()
        self._filling = False

    def _settle(self, *, otherwise: str, just: Answer | None = None) -> None:
        """Show what the journal holds; where it holds nothing, say `otherwise`.

        `just` is an answer that the journal acknowledged a moment ago: it is told as
        safe even if the journal cannot be read now.
        """
        filling, self._filling = self._filling, True
        try:
            state, kept = self._learner.state(self.question), just
            kept = kept or self._learner.answer(self.question)
            before = self._learner.before(self.question)
        except CasekitError:
            if just is None:
                self._say(otherwise)
                self._filling = filling
                return
            phase = Phase.LOCKED if self._learner.alone else Phase.OPEN
            state, kept, before = State(phase, just.round), just, None
        self._seen = state, kept.id if kept else None
        if self._seen[1] == self._id:  # acknowledged, now or by an earlier attempt
            self._id = uuid.uuid4().hex
        self._lay_out(state.phase)
        if kept is not None:
            opened = state.phase is Phase.OPEN
            self._tell_kept(kept, "saved-at" if opened else "locked-at")
            self._show(kept)
        elif before is not None and state.phase is not Phase.OPEN:
            self._tell_kept(before, "first-kept")
            self._show(before)
        elif state.phase is not Phase.OPEN:
            unsent = self._typed and state.phase is not Phase.DRAFT
            waiting = state.phase is Phase.DRAFT
            key = "not-yet" if waiting else "locked-unsent" if unsent else "locked"
            self._say(key)
        elif before is not None and not self._typed:
            self._show(before)
            self._say("vote-again")
        else:
            self._say(otherwise)
        self._filling = filling

    def _lay_out(self, phase: Phase) -> None:
        """Show of the card what its question's phase allows."""
        opened = phase is Phase.OPEN
        self.button.disabled = not opened
        self.foot.layout.display = "" if opened else "none"
        self.body.layout.display = "none" if phase is Phase.DRAFT else ""
        for field in self.fields:
            field.freeze(frozen=not opened)

    def _tell_kept(self, kept: Answer, key: str) -> None:
        """Say first that the answer is safe, and what else stands on the card."""
        language = self._language
        told = say(key, language, time=clock(kept.told_at, language))
        if kept.asked != self.question.fingerprint:
            told = f"{told} {say('old-wording', language)}"
        if self._typed:
            told = f"{told} {say('not-this', language)}"
        self._typed = False
        self._write_state(told, safe=True)

    def _show(self, kept: Answer) -> None:
        """Fill the card with an answer; one to an older wording may no longer fit."""
        with suppress(AnswerError):
            check(
                self.question,
                kept.value,
                confidence=kept.confidence,
                sharing=kept.sharing,
            )
            self.controls.fill_answer(kept.value)
            if self.confidence:
                self.confidence.fill(kept.confidence)
            if self.sharing:
                self.sharing.fill(kept.sharing.value)
            self.controls.refresh()

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
