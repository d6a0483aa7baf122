"""The projector's remote control on the instructor's desk, and the countdown."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from ipywidgets import HTML, VBox

from casekit.cards.panel import Panel, hang, press, row
from casekit.errors import PhaseError
from casekit.slides import slides
from casekit.stage import Scene, Show
from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.stage import Stage

COUNTDOWNS = (1, 2, 3, 5, 10)  # minutes
SHORT = 80  # characters of a question where only one line is meant


class ProjectorPanel(Panel):
    """Says what is on the projector, turns its pages, and counts down."""

    def __init__(self, stage: Stage, language: Language) -> None:
        super().__init__(language)
        self._stage, self._case = stage, stage.teacher.case
        self.told, self.left = HTML(), HTML()
        self.welcome = self.button("projector-welcome", self.press_welcome)
        self.title = self.button("projector-title", self.press_title)
        self.back = self.button("projector-back", lambda: self.turn(-1))
        self.on = self.button("projector-on", lambda: self.turn(1))
        self.stop = self.button("countdown-stop", self.press_stop)
        self.minutes = {
            minutes: press(
                say("countdown-minutes", language, minutes=minutes),
                partial(self.press_minutes, minutes),
            )
            for minutes in COUNTDOWNS
        }
        titles = [
            HTML(f"<h4>{escape(say(key, language))}</h4>")
            for key in ("projector", "countdown")
        ]
        self.box = VBox(
            [
                titles[0],
                self.told,
                row([self.welcome, self.title, self.back, self.on]),
                titles[1],
                self.left,
                row([*self.minutes.values(), self.stop]),
                self.state,
            ]
        )
        self.box.add_class("casekit-panel")

    def press_welcome(self) -> None:
        self.attempt(self._stage.welcome)

    def press_title(self) -> None:
        self.attempt(self._stage.title)

    def press_minutes(self, minutes: int) -> None:
        self.attempt(lambda: self._stage.count_down(minutes))

    def press_stop(self) -> None:
        self.attempt(self._stage.stop)

    def turn(self, by: int) -> None:
        """Turn the pages of the result that is on the projector."""
        scene = self._stage.scene
        if scene.show is Show.RESULT:
            page = min(max(scene.page + by, 0), self.pages - 1)
            question = self._case.question(scene.name)
            self.attempt(lambda: self._stage.result(question, page=page))

    @property
    def pages(self) -> int:
        """How many pages the result on the projector has."""
        scene = self._stage.scene
        if scene.show is not Show.RESULT:
            return 1
        question = self._case.question(scene.name)
        try:
            return len(slides(question, self._stage.teacher, self.language))
        except (PhaseError, ArithmeticError, ValueError):
            return 1

    def follow(self) -> None:
        scene = self._stage.scene
        count = self.pages
        self.back.disabled = scene.show is not Show.RESULT or scene.page == 0
        self.on.disabled = scene.show is not Show.RESULT or scene.page >= count - 1
        what = say("projector-now", self.language, what=self._what(scene, count))
        hang(self.told, f'<p class="casekit-big">{escape(what)}</p>')
        self.tick()

    def tick(self) -> None:
        left = self._stage.left
        told = say("countdown-off", self.language)
        if left is not None:
            told = say("countdown-left", self.language, left=remaining(left))
        hang(self.left, f'<p class="casekit-big">{escape(told)}</p>')
        self.stop.disabled = left is None

    def _what(self, scene: Scene, pages: int) -> str:
        language, case = self.language, self._case
        if scene.show is Show.WELCOME:
            return say("scene-welcome", language)
        if scene.show is Show.SECTION:
            title = case.section(scene.name).title[language]
            return say("scene-section", language, title=title)
        ask = short(case.question(scene.name).ask[language])
        if scene.show is Show.GROUPS:
            return say("scene-groups", language, ask=ask)
        if scene.show is Show.QUESTION:
            return say("scene-question", language, ask=ask)
        page = min(scene.page + 1, pages)
        return say("scene-result", language, ask=ask, page=page, pages=pages)


def short(text: str, most: int = SHORT) -> str:
    """The beginning of a text, cut between words.

    >>> short("Haruskah feri malam diteruskan?", 20)
    'Haruskah feri malam …'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[: most + 1].rsplit(' ', 1)[0]} …"


def remaining(seconds: int) -> str:
    """What a countdown shows.

    >>> remaining(65)
    '1:05'
    """
    return f"{seconds // 60}:{seconds % 60:02}"
