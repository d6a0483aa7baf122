"""One question on the instructor's desk: where it stands, and what may be done."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, VBox

from casekit.cards.ballot import BallotForm
from casekit.cards.groups import GroupsPanel
from casekit.cards.moderation import Moderation
from casekit.cards.opposed import OpposedPanel
from casekit.cards.panel import SETTLE, Panel, hang, mark, press, row, show
from casekit.cards.preview import preview_html
from casekit.cards.projector import short
from casekit.errors import PhaseError
from casekit.instructor import Move
from casekit.pair import pair_of
from casekit.phase import Phase
from casekit.question import Choice, Writing
from casekit.words import say

if TYPE_CHECKING:
    from datetime import datetime

    from casekit.frozen import Language
    from casekit.intercom import Intercom
    from casekit.question import Asked
    from casekit.stage import Stage

MOVES = {
    Move.OPEN: "move-open",
    Move.LOCK: "move-lock",
    Move.SHOW: "move-show",
    Move.AGAIN: "move-again",
    Move.REOPEN: "move-reopen",
}
PHASES = {
    Phase.DRAFT: "phase-draft",
    Phase.OPEN: "phase-open",
    Phase.LOCKED: "phase-locked",
    Phase.SHOWN: "phase-shown",
    Phase.ARCHIVED: "phase-archived",
}
PATIENCE = timedelta(seconds=6)  # for the second press of what cannot be undone
LONG = 160  # characters of a question


class QuestionRow(Panel):
    """A question's moves, its projection, its preview, its texts and its ballots.

    `advice` is a place for more, under the buttons; the split meter is in the preview,
    and `groups` are there where a room can make them.
    """

    def __init__(
        self,
        question: Asked,
        stage: Stage,
        language: Language,
        intercom: Intercom | None = None,
    ) -> None:
        super().__init__(language)
        self.question, self._stage, self._teacher = question, stage, stage.teacher
        self._armed: datetime | None = None
        self._moved: datetime | None = None
        self._due = self._looking = False
        self._drawn: tuple[Any, ...] = ()
        self.moves = {
            move: press(say(key, language), partial(self.move, move), quiet=False)
            for move, key in MOVES.items()
        }
        for move in (Move.REOPEN, Move.AGAIN):
            self.moves[move].add_class("casekit-quiet")
        self.ask = self.button("project-question", self.project_question)
        self.result = self.button("project-result", self.project_result)
        self.look = self.button("preview", self.toggle_preview)
        self.sieve = self.button("moderate", self.toggle_texts)
        self.paper = self.button("paper", self.toggle_paper)
        self.head, self.preview = HTML(), HTML()
        self.form: BallotForm | None = None
        self.texts: Moderation | None = None
        self.groups: GroupsPanel | None = None
        if intercom and isinstance(question, Choice) and _may_sit(question):
            self.groups = GroupsPanel(question, stage, language, intercom)
        pair = pair_of(question, self._teacher)
        self.opposed = OpposedPanel(pair, stage, language) if pair else None
        self.advice, self._below = VBox([]), VBox([])
        words = escape(short(question.ask[language], LONG))
        full = escape(question.ask[language], quote=True)
        wording = HTML(f'<p class="casekit-asks" title="{full}">{words}</p>')
        others = [self.ask, self.result, self.look, self.sieve, self.paper]
        buttons = row([*self.moves.values(), *others])
        parts = [self.head, wording, buttons, self.state, self.advice]
        own = [panel.box for panel in (self.groups, self.opposed) if panel]
        self.box = VBox([*parts, self.preview, self._below, *own])
        self.box.add_class("casekit-row")

    def move(self, move: Move) -> None:
        """Move the question; what has no way back asks for a second press."""
        now = self._teacher.journal.now()
        if self._moved is not None and now - self._moved < SETTLE:
            return
        if move is Move.SHOW and not self._sure(now):
            return
        self._armed = None
        if self.attempt(lambda: self._teacher.move(self.question, move)):
            self._moved = now
            for offered in self._teacher.moves(self.question)[:1]:
                self.moves[offered].focus()
        self.follow()

    def project_question(self) -> None:
        self.attempt(lambda: self._stage.ask(self.question))

    def project_result(self) -> None:
        self.attempt(lambda: self._stage.result(self.question))

    def toggle_preview(self) -> None:
        """Look at what the class would see; nobody else does."""
        self._looking = not self._looking
        self.follow()

    def toggle_texts(self) -> None:
        self.texts = None if self.texts else self._open_texts()
        self.follow()

    def toggle_paper(self) -> None:
        form = BallotForm(self.question, self._teacher, self.language)
        self.form = None if self.form else form
        self.follow()

    def follow(self, *, due: bool | None = None) -> None:
        """Show where the question stands now; `due` in the present step."""
        phase, offered = self._state[0], self._teacher.moves(self.question)
        for move, button in self.moves.items():
            show(button, shown=move in offered)
        closed = phase not in {Phase.DRAFT, Phase.OPEN}
        seen = closed and not self.question.sealed
        words = isinstance(self.question, Writing)
        show(self.result, shown=self._teacher.state(self.question).revealed)
        show(self.look, shown=seen and not words)
        show(self.sieve, shown=seen and words and self.question.shareable)
        die = isinstance(self.question, Choice) and self.question.die
        show(self.paper, shown=phase is Phase.OPEN and not die)
        self.form = self.form if phase is Phase.OPEN else None
        self.texts = self.texts if seen else None
        if due is not None:
            self._due = due
        hang(self.head, self._html())
        self._follow_preview()
        self._follow_below()
        for panel in (self.groups, self.opposed):
            if panel:
                panel.follow()
        self.tick()

    def tick(self) -> None:
        """A press that was not confirmed in time is forgotten."""
        if self._armed and self._teacher.journal.now() - self._armed > PATIENCE:
            self._armed = None
        button = self.moves[Move.SHOW]
        key = "show-sure" if self._armed else "move-show"
        button.description = say(key, self.language)
        mark(button, "casekit-sure", on=bool(self._armed))

    @property
    def _state(self) -> tuple[Any, ...]:
        return tuple(self._teacher.state(self.question))

    def _sure(self, now: datetime) -> bool:
        """Whether this is a second press, neither too soon nor too late."""
        if self._armed is not None and now - self._armed < SETTLE:
            return False
        sure = self._armed is not None and now - self._armed <= PATIENCE
        self._armed = None if sure else now
        self.tick()
        return sure

    def _open_texts(self) -> Moderation | None:
        try:
            return Moderation(self.question, self._teacher, self.language)
        except PhaseError:
            return None

    def _follow_preview(self) -> None:
        """The picture of this very state; of an open question there is none."""
        self._looking &= self._state[0] not in {Phase.DRAFT, Phase.OPEN}
        key = "preview-close" if self._looking else "preview"
        self.look.description = say(key, self.language)
        drawn = self._state if self._looking else ()
        if drawn != self._drawn:
            self._drawn = drawn
            looks = preview_html(self.question, self._teacher, self.language)
            hang(self.preview, looks if self._looking else "")

    def _follow_below(self) -> None:
        for button, panel, keys in (
            (self.sieve, self.texts, ("moderate", "moderate-close")),
            (self.paper, self.form, ("paper", "paper-close")),
        ):
            button.description = say(keys[panel is not None], self.language)
        below = tuple(panel.box for panel in (self.texts, self.form) if panel)
        if self._below.children != below:
            self._below.children = below
        if self.texts:
            self.texts.follow()

    def _html(self) -> str:
        language, state = self.language, self._teacher.state(self.question)
        told = [say(PHASES[state.phase], language)]
        if state.round > 1:
            told.append(say("round-told", language, round=state.round))
        if state.phase is not Phase.DRAFT:
            count = self._teacher.answered(self.question)
            told.append(say("answered", language, count=count))
            paper = self._teacher.ballots(self.question)
            if paper:
                told.append(say("of-these-paper", language, count=paper))
        if self.question.sealed:
            told.append(say("sealed-for-good", language))
        due = f"<b>▸ {escape(say('this-step', language))}</b> · " if self._due else ""
        css = f"casekit-phase casekit-phase-{state.phase}"
        return f'<p class="{css}">{due}{escape(" · ".join(told))}</p>'


def _may_sit(question: Choice) -> bool:
    """Whether groups may be made of its answers: not of sealed or sensitive ones."""
    return not (question.sealed or question.die)
