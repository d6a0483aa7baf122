"""The stage: what the instructor has put up for all to see, and the class's clock.

It lives in the journal, so that every desk of the class follows it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from casekit.errors import CaseError
from casekit.pace import Mark, kept_steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from casekit.instructor import Instructor
    from casekit.plan import Version
    from casekit.question import Asked

OVERTIME = 30  # seconds for which an ended countdown still says so


class Show(StrEnum):
    WELCOME = "welcome"
    SECTION = "section"
    QUESTION = "question"
    RESULT = "result"
    GROUPS = "groups"


class Scene(NamedTuple):
    """What the projector is to show: of which part or question, and which page."""

    show: Show = Show.WELCOME
    name: str = ""
    page: int = 0


class Seated(NamedTuple):
    """Who talks with whom after one vote: `size` 4 is two and two from each side."""

    size: int
    groups: tuple[tuple[str, ...], ...]


class Stage:
    """One hand on the stage; every change is told to the desks that follow."""

    def __init__(self, teacher: Instructor) -> None:
        self.teacher = teacher
        self._case, self._journal = teacher.case, teacher.journal

    def __repr__(self) -> str:
        return f"Stage({self._case.slug!r})"

    @property
    def scene(self) -> Scene:
        """What is on the projector; the welcome where nothing known is."""
        told = self._journal.stage("screen")
        try:
            scene = Scene(
                Show(told["show"]), str(told.get("id", "")), int(told.get("page", 0))
            )
            if scene.show is Show.SECTION:
                self._case.section(scene.name)
            elif scene.show is not Show.WELCOME:
                self._case.question(scene.name)
        except (CaseError, TypeError, ValueError, KeyError, AttributeError):
            return Scene()
        return scene

    def welcome(self) -> None:
        self._set("screen", {"show": Show.WELCOME})

    def title(self) -> None:
        """The title of the part the class is in."""
        self._set("screen", {"show": Show.SECTION, "id": self.teacher.section})

    def ask(self, question: Asked) -> None:
        """A question's wording, and how many have answered."""
        told = {"show": Show.QUESTION, "id": question.id}
        self._set("screen", {**told, "round": self.teacher.state(question).round})

    def result(self, question: Asked, *, page: int = 0) -> None:
        """A question's result; the projector shows it once it may be seen."""
        told = {"show": Show.RESULT, "id": question.id, "page": max(page, 0)}
        self._set("screen", {**told, "round": self.teacher.state(question).round})

    @property
    def door(self) -> dict[str, Any]:
        """How one joins: `address`, `code` and `qr`, as the room has told them."""
        told = self._journal.stage("door")
        return told if isinstance(told, dict) else {}

    def open_door(self, address: str, code: str, qr: str) -> None:
        """Tell how one joins; `qr` is a picture of the address, as SVG or as PNG."""
        self._set("door", {"address": address, "code": code, "qr": qr})

    def show_groups(self, question: Asked) -> None:
        """Who talks with whom about a question, for all to read."""
        self._set("screen", {"show": Show.GROUPS, "id": question.id})

    def seat(self, question: Asked, seated: Seated) -> None:
        """Keep the groups of a question's vote; the same vote has no others."""
        told = {"size": seated.size, "groups": seated.groups}
        self._set(self._groups(question, self.teacher.state(question).round), told)

    def seated(self, question: Asked) -> Seated | None:
        """The groups made from the question's present vote, if any."""
        return self._seated(question, self.teacher.state(question).round)

    def talking(self, question: Asked) -> Seated | None:
        """The groups that talk about a question now: of its latest vote with any."""
        now = self.teacher.state(question).round
        found = (self._seated(question, round_) for round_ in range(now, 0, -1))
        return next((seated for seated in found if seated), None)

    @property
    def called(self) -> tuple[str, ...]:
        """The seats that have had a turn, in order."""
        return tuple(self._journal.stage("called") or ())

    @property
    def passed(self) -> tuple[str, ...]:
        """The seats that let their turn go by, and are asked once more."""
        return tuple(self._journal.stage("passed") or ())

    def call(self, seat: str) -> None:
        """It is this seat's turn."""
        if seat in self.passed:
            self._set("passed", [other for other in self.passed if other != seat])
        self._set("called", [*self.called, seat])

    def skip(self, seat: str) -> None:
        """Leave a seat out: till the end of the round, or if asked again, for it."""
        if seat in self.passed:
            self.call(seat)
        else:
            self._set("passed", [*self.passed, seat])

    def lot(self, draw: Callable[[], int]) -> int:
        """What the order of turns is drawn by: drawn once, and kept."""
        kept = self._journal.stage("lot")
        if kept is None:
            kept = draw()
            self._journal.set_stage("lot", kept)
        return int(kept)

    def count_down(self, minutes: int) -> None:
        until = self._journal.now() + timedelta(minutes=minutes)
        self._set("countdown", {"until": until.isoformat()})

    def stop(self) -> None:
        """Take the countdown down."""
        self._set("countdown", None)

    @property
    def left(self) -> int | None:
        """Seconds left of the countdown; 0 just after it, None without one."""
        told = self._journal.stage("countdown")
        if told is None:
            return None
        until = datetime.fromisoformat(told["until"])
        left = (until - self._journal.now()).total_seconds()
        return max(round(left), 0) if left > -OVERTIME else None

    @property
    def version(self) -> Version | None:
        """The length in which the class is held; None for the case's own."""
        name = self._journal.stage("version")
        versions = self._case.outline.versions
        return next((v for v in versions if v.id == name), None)

    def hold(self, version: str | None) -> None:
        """Hold the class in another of its lengths; None for the case's own."""
        self._set("version", version)

    @property
    def marks(self) -> tuple[Mark, ...]:
        told = self._journal.stage("clock") or ()
        return tuple(
            Mark(section, step, datetime.fromisoformat(at))
            for section, step, at in told
        )

    def begin(self) -> None:
        """Start the clock of the part the class is in, at its first step."""
        self._mark(kept_steps(self._section, self.version)[0])

    def go_on(self) -> None:
        """The part's next step; after its last one the clock rests."""
        steps = kept_steps(self._section, self.version)
        now = self.marks[-1] if self.marks else None
        done = now.step if now and now.section == self._section.stem else -1
        self._mark(next((step for step in steps if step > done), None))

    def rest(self) -> None:
        """Stop the clock: a pause, or the end."""
        self._mark(None)

    def _groups(self, question: Asked, round_: int) -> str:
        return f"groups {question.id} {round_}"

    def _seated(self, question: Asked, round_: int) -> Seated | None:
        told = self._journal.stage(self._groups(question, round_))
        if told is None:
            return None
        return Seated(told["size"], tuple(map(tuple, told["groups"])))

    @property
    def _section(self) -> Any:  # noqa: ANN401
        return self._case.section(self.teacher.section)

    def _mark(self, step: int | None) -> None:
        at = self._journal.now()
        section = None if step is None else self._section.stem
        marks = [*self.marks, Mark(section, step or 0, at)]
        self._set("clock", [(m.section, m.step, m.at.isoformat()) for m in marks])

    def _set(self, name: str, value: Any) -> None:  # noqa: ANN401 - plain JSON
        self._journal.set_stage(name, value)
        self.teacher.tell()
