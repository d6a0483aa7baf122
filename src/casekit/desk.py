"""What a notebook holds: a case, a learner's journal, and a language."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from casekit import cards, casefile, pulse
from casekit.classmate import Classmate
from casekit.errors import CaseError
from casekit.frozen import LANGUAGES
from casekit.journal import Journal
from casekit.learner import Learner
from casekit.place import data_folder, home_key

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language


class Desk:
    """A learner's desk; `ask`, `show`, `simulate` and `reveal` give cards.

    Raises:
        CaseError: each method, for an id that the case does not have.
    """

    def __init__(self, case: Case, learner: Learner, language: Language) -> None:
        self.case, self.learner, self.language = case, learner, language

    def __repr__(self) -> str:
        return f"Desk({self.case.slug!r}, {self.language!r})"

    def ask(self, question: str) -> cards.QuestionCard:
        """A question's card; what was answered or typed before is on it again."""
        return cards.QuestionCard(
            self.case.question(question), self.learner, self.language
        )

    def show(self, exhibit: str) -> cards.ExhibitCard:
        """An exhibit with its sources.

        Raises:
            CaseError: also for a sealed exhibit; its reveal shows it.
        """
        found = self.case.exhibit(exhibit)
        if found.after is not None:
            raise CaseError(
                f"exhibit {exhibit!r} is sealed until {found.after!r} is shown; "
                "a reveal opens it"
            )
        return cards.ExhibitCard(found, self.case, self.learner, self.language)

    def simulate(self, simulator: str) -> cards.SimulatorCard:
        """A simulator; it runs once the policy that its card asks for is locked."""
        return cards.SimulatorCard(
            self.case.simulator(simulator), self.case, self.learner, self.language
        )

    def reveal(self, reveal: str) -> cards.RevealCard:
        """What happened next, sealed until its question is locked."""
        return cards.RevealCard(
            self.case.reveal(reveal), self.case, self.learner, self.language
        )

    def agenda(self, section: str) -> cards.SheetCard:
        """A section's steps: how long, where, and what."""
        return cards.agenda_card(self.case.section(section), self.language)

    def rubric(self, section: str) -> cards.SheetCard:
        """A section's four-level rubric."""
        return cards.rubric_card(self.case.section(section), self.language)

    def sources(self, section: str) -> cards.SheetCard:
        """The facts a section uses and where they were published."""
        return cards.sources_card(self.case.section(section), self.case, self.language)

    def where(self) -> cards.WhereCard:
        """Where this computer keeps the answers, told on request."""
        return cards.WhereCard(self.learner, self.language)


def open_case(slug: str, *, language: Language = "id") -> Desk:
    """The desk of a case, its journal in `data_folder()`.

    Raises:
        CaseError: no such case or language, or the case has problems.
        JournalError: the folder of answers cannot be used.
    """
    if language not in LANGUAGES:
        raise CaseError(
            f"no language {language!r}; choose one of {', '.join(LANGUAGES)}"
        )
    case = casefile.open_casefile(casefile.find(slug))
    folder = data_folder()
    key = os.environ.get("CASEKIT_KEY")  # the room gives it to a learner's kernel
    learner = (Classmate if key else Learner)(
        key=key or home_key(folder),
        journal=Journal(folder / f"{slug}.sqlite", clock=pulse.now),
    )
    if not learner.alone:
        pulse.start(learner.journal, learner.tell)
    return Desk(case, learner, language)
