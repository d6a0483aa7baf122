"""The clock on the instructor's desk: planned and taken, talk, and what can be cut."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ipywidgets import HTML, Dropdown, VBox

from casekit.cards.exhibit import PLACES
from casekit.cards.panel import QUIET, SETTLE, Panel, hang, mark, row
from casekit.pace import pace
from casekit.words import number, say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.pace import Pace
    from casekit.plan import Step
    from casekit.stage import Stage

OWN = ""  # the case's own length, in the list of lengths
LATE = 1  # minutes behind before it is worth a word


class ClockPanel(Panel):
    """Follows the part the class is in; started, moved on and rested by hand."""

    def __init__(self, stage: Stage, language: Language) -> None:
        super().__init__(language)
        self._stage, self._case = stage, stage.teacher.case
        self.told = HTML()
        self.begin = self.button("clock-begin", self.press_begin, quiet=False)
        self.next = self.button("clock-next", self.press_next, quiet=False)
        self.rest = self.button("clock-rest", self.press_rest)
        outline = self._case.outline
        lengths = [(say("own-length", language, minutes=outline.minutes), OWN)]
        lengths += [(v.title[language], v.id) for v in outline.versions]
        self.length = Dropdown(
            options=lengths, value=OWN, description=say("class-length", language)
        )
        self.length.observe(lambda _: self.choose(), names="value")
        head = HTML(f"<h4>{escape(say('clock', language))}</h4>")
        buttons = row([self.begin, self.next, self.rest])
        self.box = VBox([head, self.told, buttons, self.length, self.state])
        self.box.add_class("casekit-panel")

    def press_begin(self) -> None:
        self.attempt(self._stage.begin)

    def press_next(self) -> None:
        """Go on by one step, however quickly it was pressed twice."""
        marks = self._stage.marks
        now = self._stage.teacher.journal.now()
        if not marks or now - marks[-1].at >= SETTLE:
            self.attempt(self._stage.go_on)

    def press_rest(self) -> None:
        self.attempt(self._stage.rest)

    def choose(self) -> None:
        """Hold the class in the length that is chosen."""
        version = self._stage.version
        if self.length.value != (version.id if version else OWN):
            self.attempt(lambda: self._stage.hold(self.length.value or None))

    def follow(self) -> None:
        version = self._stage.version
        self.length.value = version.id if version else OWN
        now = self.pace
        mark(self.begin, QUIET, on=now.place is not None)
        self.next.disabled = now.place is None
        self.rest.disabled = now.place is None
        hang(self.told, self._html(now))

    tick = follow

    @property
    def pace(self) -> Pace:
        teacher = self._stage.teacher
        return pace(
            self._case,
            teacher.section,
            version=self._stage.version,
            marks=self._stage.marks,
            now=teacher.journal.now(),
        )

    def _html(self, now: Pace) -> str:
        language = self.language
        amounts = {"spent": lasted(now.spent), "planned": now.planned}
        if now.step is None or now.place is None:
            key = "clock-resting" if now.spent else "clock-off"
            lines = [("casekit-big", say(key, language, **amounts))]
        else:
            step = say(
                "clock-step",
                language,
                place=now.place + 1,
                count=len(now.steps),
                where=say(PLACES[now.step.where], language),
                spent=lasted(now.step_spent),
                planned=now.step_planned,
            )
            lines = [
                ("casekit-big", say("clock-part", language, **amounts)),
                ("casekit-big", step),
                ("", now.step.do[language]),
                *self._late(now),
            ]
        ahead = now.steps[0 if now.place is None else now.place + 1 :]
        if ahead:
            lines.append(("casekit-help", self._then(ahead[0])))
        if now.talk is not None and now.talk_planned is not None:
            shares = {"actual": now.talk, "planned": now.talk_planned}
            percent = {name: round(100 * share) for name, share in shares.items()}
            lines.append(("", say("clock-talk", language, **percent)))
        return "".join(f'<p class="{css}">{escape(told)}</p>' for css, told in lines)

    def _late(self, now: Pace) -> list[tuple[str, str]]:
        language = self.language
        if now.late < LATE:
            return [("casekit-safe", say("clock-in-time", language))]
        told = say("clock-late", language, minutes=int(now.late))
        if not now.cuts:
            return [("casekit-late", f"{told} {say('clock-no-cut', language)}")]
        steps = "; ".join(
            f"{step.do[language]} ({self._minutes(step)})" for step in now.cuts
        )
        return [("casekit-late", f"{told} {say('clock-cut', language, steps=steps)}")]

    def _then(self, step: Step) -> str:
        where = say(PLACES[step.where], self.language)
        minutes = number(self._long(step), self.language)
        do = step.do[self.language]
        return say("clock-then", self.language, where=where, minutes=minutes, do=do)

    def _minutes(self, step: Step) -> str:
        return say("minutes", self.language, minutes=self._long(step))

    def _long(self, step: Step) -> int:
        return step.minutes_in(self._stage.version) or step.minutes


def lasted(minutes: float) -> str:
    """Minutes and seconds, as a clock shows them.

    >>> lasted(12.5)
    '12:30'
    """
    whole = int(minutes * 60)
    return f"{whole // 60}:{whole % 60:02}"
