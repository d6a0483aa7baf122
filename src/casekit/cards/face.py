"""What the card of any question has beside the controls of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit import die
from casekit.answer import CONFIDENCE, Sharing
from casekit.cards.field import drop, pick
from casekit.cards.style import paragraphs
from casekit.frozen import Text
from casekit.question import Asked, Choice, Number, Option
from casekit.words import WORDS, say

if TYPE_CHECKING:
    from casekit.cards.field import Field
    from casekit.frozen import Language

CONFIDENCE_STEP = 10


def heading(question: Asked, language: Language) -> str:
    """The question, its help, its die, and what will decide it, as HTML."""
    told = paragraphs(question.ask[language], "casekit-ask")
    if question.help is not None:
        told += paragraphs(question.help[language], "casekit-help")
    if isinstance(question, Choice) and question.die:
        do, reveals = die.rules(language)
        told += paragraphs(do, "casekit-die") + paragraphs(reveals, "casekit-help")
    if isinstance(question, Number):
        told += paragraphs(say("interval-help", language), "casekit-help")
        if question.resolves is None:
            told += paragraphs(say("unscored", language), "casekit-help")
    if question.resolves is not None:
        sentence = question.resolves.sentence[language]
        told += paragraphs(
            say("resolution", language, sentence=sentence), "casekit-help"
        )
    return told


def confidence_field(language: Language) -> Field:
    steps = range(CONFIDENCE[0], CONFIDENCE[-1] + 1, CONFIDENCE_STEP)
    pairs = [(say("confidence-step", language, confidence=n), n) for n in steps]
    return drop(say("confidence", language), pairs, say("choose", language))


def sharing_field(language: Language) -> Field:
    options = [
        Option(id=kind.value, text=_text(f"sharing-{kind.value}")) for kind in Sharing
    ]
    field = pick(say("sharing", language), options, language)
    field.fill(Sharing.COUNTED.value)
    return field


def _text(key: str) -> Text:
    indonesian, english = WORDS[key]
    return Text(id=indonesian, en=english)
