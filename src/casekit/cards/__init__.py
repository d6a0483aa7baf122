"""The only home of ipywidgets: how a case is asked and shown inside a notebook."""

from __future__ import annotations

from casekit.cards import policy  # noqa: F401 - registers how a policy is asked
from casekit.cards.console import ConsoleCard
from casekit.cards.controls import controls
from casekit.cards.exhibit import (
    ExhibitCard,
    SheetCard,
    agenda_card,
    rubric_card,
    sources_card,
)
from casekit.cards.question import QuestionCard
from casekit.cards.reveal import RevealCard, WhereCard
from casekit.cards.screen import ScreenCard
from casekit.cards.simulator import SimulatorCard

__all__ = [
    "ConsoleCard",
    "ExhibitCard",
    "QuestionCard",
    "RevealCard",
    "ScreenCard",
    "SheetCard",
    "SimulatorCard",
    "WhereCard",
    "agenda_card",
    "controls",
    "rubric_card",
    "sources_card",
]
