"""The projector: what the instructor has put up, read from the last row of the room."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, HBox, VBox

from casekit.cards.bundle import Bundle
from casekit.cards.groups import groups_page
from casekit.cards.panel import hang
from casekit.cards.projector import remaining
from casekit.cards.style import paragraphs, room_style
from casekit.cards.wall import asking_html, result_html, title_html, welcome_html
from casekit.errors import CasekitError
from casekit.pair import pair_of
from casekit.phase import Phase
from casekit.slides import slides
from casekit.stage import Scene, Show, Stage
from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.slides import Slide


class ScreenCard(Bundle):
    """One page for all to see; it has nothing to press.

    Only what has been shown is drawn here, whatever the stage says: until then a
    result is its question, and how many have answered.
    """

    def __init__(self, teacher: Instructor, language: Language) -> None:
        self._teacher, self._language = teacher, language
        self.stage = Stage(teacher)
        self._seen: tuple[Any, ...] = ()
        self._pages: tuple[tuple[Any, ...], tuple[Slide, ...]] = (), ()
        self.body, self.count, self.page, self.left = HTML(), HTML(), HTML(), HTML()
        foot = HBox([self.count, self.page, self.left])
        foot.add_class("casekit-foot")
        self.body.add_class("casekit-body")
        super().__init__(VBox([room_style(), self.body, foot]), css="casekit-screen")
        teacher.watchers.append(self.follow)
        self.follow()

    def __repr__(self) -> str:
        title = self._teacher.case.outline.title[self._language]
        return f"{say('screen', self._language)}: {title}"

    def html(self) -> str:
        return paragraphs(repr(self))

    def follow(self) -> None:
        """Show what is on the stage now, and redraw only what is another."""
        scene = self.stage.scene
        if scene.show in {Show.QUESTION, Show.RESULT}:
            self._follow_question(scene)
        else:
            hang(self.count, "")
            hang(self.page, "")
            self._follow_words(scene)
        self.tick()

    def tick(self) -> None:
        """The countdown, second by second."""
        left = self.stage.left
        told = ""
        if left is not None:
            told = remaining(left) if left else say("screen-time-up", self._language)
        hang(self.left, f'<p class="casekit-left">{escape(told)}</p>' if told else "")

    def _follow_words(self, scene: Scene) -> None:
        case, language = self._teacher.case, self._language
        question = case.question(scene.name) if scene.show is Show.GROUPS else None
        seated = question and self.stage.talking(question)
        if question and seated:
            told = groups_page(question, seated, language)
        elif scene.show is Show.SECTION:
            told = title_html(case.section(scene.name), language)
        else:
            told = welcome_html(case, self.stage.door, language)
        self._seen = (scene, told)
        hang(self.body, told)

    def _follow_question(self, scene: Scene) -> None:
        teacher, language = self._teacher, self._language
        question = teacher.case.question(scene.name)
        state = teacher.state(question)
        count = ""
        if state.phase is not Phase.DRAFT:
            told = say("answered", language, count=teacher.answered(question))
            if state.round > 1:
                told = f"{say('second-vote-title', language)} · {told}"
            count = f'<p class="casekit-answered">{escape(told)}</p>'
        hang(self.count, count)
        result = scene.show is Show.RESULT and state.revealed and not question.sealed
        if result:
            self._follow_result(scene)
            return
        hang(self.page, "")
        now = (question.id, state)
        if now != self._seen:
            self._seen = now
            hang(self.body, asking_html(question, teacher.case, state, language))

    def _follow_result(self, scene: Scene) -> None:
        teacher, language = self._teacher, self._language
        question = teacher.case.question(scene.name)
        pair = pair_of(question, teacher)
        put_up = pair.shown if pair else ()
        let = (question.id, teacher.state(question), teacher.wall(question), put_up)
        now = (*let, scene.page)
        if now == self._seen:
            return
        try:
            if self._pages[0] != let:
                self._pages = let, slides(question, teacher, language)
            pages = self._pages[1]
            page = min(scene.page, len(pages) - 1)
            drawn = result_html(pages[page], language)
            told = say("screen-page", language, page=page + 1, pages=len(pages))
        except (CasekitError, ArithmeticError, ValueError):
            hang(self.body, paragraphs(say("screen-trouble", language)))
            return
        self._seen = now
        hang(self.page, f"<p>{escape(told)}</p>" if len(pages) > 1 else "")
        hang(self.body, drawn)
