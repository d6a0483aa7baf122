"""The instructor's desk: the part, the time, the questions and the projector."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from ipywidgets import HTML, VBox

from casekit.cards.attendance import AttendancePanel, TurnPanel
from casekit.cards.bundle import Bundle
from casekit.cards.clock import ClockPanel
from casekit.cards.panel import Panel, hang, mark, press, row
from casekit.cards.projector import ProjectorPanel
from casekit.cards.row import QuestionRow
from casekit.cards.style import paragraphs, room_style, style
from casekit.stage import Stage
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casekit.case import Section
    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.intercom import Intercom
    from casekit.plan import Step
    from casekit.question import Asked


class ConsoleCard(Bundle):
    """Everything here follows the journal; what is pressed is written there first.

    Through `intercom` it knows who has joined; without one it says nothing of a room.
    """

    def __init__(
        self,
        teacher: Instructor,
        language: Language,
        intercom: Intercom | None = None,
    ) -> None:
        self._teacher, self._language, self._intercom = teacher, language, intercom
        self.stage = Stage(teacher)
        self.parts = PartPanel(teacher, language)
        self.clock = ClockPanel(self.stage, language)
        self.projector = ProjectorPanel(self.stage, language)
        self.turn = TurnPanel(self.stage, language)
        self.room: AttendancePanel | None = None
        if intercom:
            self.room = AttendancePanel(intercom, self.turn, language)
        self.rows: dict[str, QuestionRow] = {}
        self._section = ""
        self._list, self._none = VBox([]), HTML()
        here, turn = ([self.room.box], [self.turn.box]) if self.room else ([], [])
        sides = VBox([self.clock.box, self.projector.box, *turn])
        sides.add_class("casekit-sides")
        head = HTML(f"<h4>{escape(say('questions-here', language))}</h4>")
        main = VBox([head, self._none, self._list])
        both = VBox([sides, main])
        both.add_class("casekit-both")
        top = [style(), room_style(), HTML(self.html()), self.parts.box, *here]
        super().__init__(VBox([*top, both]))
        self.box.add_class("casekit-console")
        teacher.watchers.append(self.follow)
        self.follow()

    def __repr__(self) -> str:
        title = self._teacher.case.outline.title[self._language]
        return f"{say('console', self._language)}: {title}"

    def html(self) -> str:
        intro = paragraphs(say("console-intro", self._language), "casekit-help")
        return f"<h3>{escape(repr(self))}</h3>{intro}"

    def follow(self) -> None:
        """Show what the journal says; the rows of another part when it is another."""
        section = self._teacher.case.section(self._teacher.section)
        if section.stem != self._section:
            self._section = section.stem
            self.rows = {
                question.id: QuestionRow(
                    question, self.stage, self._language, self._intercom
                )
                for question in questions_of(section, self._teacher)
            }
            self._list.children = tuple(row.box for row in self.rows.values())
            told = paragraphs(say("no-questions", self._language))
            hang(self._none, "" if self.rows else told)
        self.parts.follow()
        self.clock.follow()
        self.projector.follow()
        if self.room:
            self.turn.follow()
        now = self.clock.pace.step
        due = set(moved_in(now)) if now else set()
        for name, question in self.rows.items():
            question.follow(due=name in due)

    def tick(self) -> None:
        """Show what time alone has changed."""
        self.clock.tick()
        self.projector.tick()
        for question in self.rows.values():
            question.tick()


class PartPanel(Panel):
    """The parts of the case, one button each; the class goes where one is pressed."""

    def __init__(self, teacher: Instructor, language: Language) -> None:
        super().__init__(language)
        self._teacher = teacher
        self.told = HTML()
        self.buttons = {
            section.stem: press(
                part_name(section, language),
                partial(self.go_to, section.stem),
            )
            for section in teacher.case.sections
        }
        self.box = VBox([self.told, row(list(self.buttons.values())), self.state])

    def go_to(self, section: str) -> None:
        self.attempt(lambda: self._teacher.go_to(section))

    def follow(self) -> None:
        now = self._teacher.section
        for stem, button in self.buttons.items():
            mark(button, "casekit-here", on=stem == now)
        title = part_name(self._teacher.case.section(now), self.language, whole=True)
        told = f"{say('class-is-in', self.language)} {title}"
        hang(self.told, f'<p class="casekit-big">{escape(told)}</p>')


def part_name(section: Section, language: Language, *, whole: bool = False) -> str:
    """A part's number and title, or the beginning of it."""
    title = section.title[language]
    number = int(section.stem.partition("_")[0])
    return f"{number} {title if whole else title.partition(':')[0]}"


def questions_of(section: Section, teacher: Instructor) -> Iterable[Asked]:
    """A part's questions in the order of its plan, others that its plan moves too."""
    planned = [name for step in section.steps for name in moved_in(step)]
    own = [question.id for question in section.questions]
    return map(teacher.case.question, dict.fromkeys([*planned, *own]))


def moved_in(step: Step) -> tuple[str, ...]:
    """The questions that a step of the plan moves."""
    return (*step.open, *step.again, *step.lock, *step.show)
