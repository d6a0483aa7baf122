"""The rostrum: what the instructor's and the projector's notebooks hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from casekit import cards, casefile, pulse
from casekit.errors import CaseError
from casekit.frozen import LANGUAGES
from casekit.instructor import Instructor
from casekit.intercom import Intercom
from casekit.journal import Journal
from casekit.place import data_folder

if TYPE_CHECKING:
    from casekit.frozen import Language

BEAT = 0.5  # seconds; what the instructor does is seen within one


class RoomDesk:
    """The instructor's hand on a class; `console` and `screen` give cards."""

    def __init__(
        self,
        teacher: Instructor,
        language: Language,
        intercom: Intercom | None = None,
    ) -> None:
        self.teacher, self.language, self.intercom = teacher, language, intercom

    def __repr__(self) -> str:
        return f"RoomDesk({self.teacher.case.slug!r}, {self.language!r})"

    def console(self) -> cards.ConsoleCard:
        """The instructor's desk: part, time, questions, projector."""
        card = cards.ConsoleCard(self.teacher, self.language, self.intercom)
        pulse.start_ticking(card.tick)
        if card.room:
            pulse.start_asking(card.room.look)
        return card

    def screen(self) -> cards.ScreenCard:
        """The projector: what the instructor has put up, and nothing else."""
        card = cards.ScreenCard(self.teacher, self.language)
        pulse.start_ticking(card.tick, beat=BEAT)
        return card


def open_room(slug: str, *, language: Language | None = None) -> RoomDesk:
    """The room of a case, its journal in `data_folder()`.

    Without a `language` it speaks that of CASEKIT_LANG, else Indonesian.

    Raises:
        CaseError: no such case or language, or the case has problems.
        JournalError: the folder of answers cannot be used.
    """
    chosen = language or os.environ.get("CASEKIT_LANG") or LANGUAGES[0]
    known = next((one for one in LANGUAGES if one == chosen), None)
    if known is None:
        raise CaseError(f"no language {chosen!r}; choose one of {', '.join(LANGUAGES)}")
    case = casefile.open_casefile(casefile.find(slug))
    journal = Journal(data_folder() / f"{slug}.sqlite", clock=pulse.now)
    teacher = Instructor(case, journal)
    pulse.start(journal, teacher.tell, beat=BEAT)
    return RoomDesk(teacher, known, Intercom.of(os.environ))
