"""A question as a class reads it from the wall: its wording, and what to choose."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from casekit import die
from casekit.cards.style import paragraphs
from casekit.question import (
    Allocate,
    Choice,
    Grid,
    Number,
    Policy,
    Rank,
    Tag,
    Writing,
)
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casekit.case import Case
    from casekit.frozen import Language, Text
    from casekit.question import Asked


def asked_html(question: Asked, case: Case, language: Language, *, whole: bool) -> str:
    """The wording, what decides, and, where `whole`, what there is to choose."""
    told = paragraphs(question.ask[language], "casekit-asked")
    if whole:
        items = "".join(
            f"<li>{escape(words)}</li>" for words in choices(question, case, language)
        )
        told += f'<ul class="casekit-choices">{items}</ul>' if items else ""
    if isinstance(question, Choice) and question.die:
        told += "".join(map(paragraphs, die.rules(language)))
    if question.resolves is not None:
        sentence = question.resolves.sentence[language]
        told += paragraphs(say("resolution", language, sentence=sentence))
    return told


def choices(question: Asked, case: Case, language: Language) -> list[str]:
    """What a learner chooses from, places, labels or fills in, line by line."""
    match question:
        case Choice():
            told = _texts((option.text for option in question.options), language)
        case Rank():
            told = _texts((item.text for item in question.items), language)
        case Allocate():
            told = _texts((part.text for part in question.parts), language)
        case Writing():
            told = _texts((field.text for field in question.fields), language)
        case Policy():
            told = _texts((lever.label for lever in question.levers), language)
        case Tag():
            labels = _texts((label.text for label in question.labels), language)
            statements = (statement.text for statement in question.statements)
            told = [" / ".join(labels), *_texts(statements, language)]
        case Grid():
            axes = [question.across.text[language], question.up.text[language]]
            told = [
                " × ".join(axes),
                *_texts((i.text for i in question.items), language),
            ]
        case Number():
            ends = {"least": question.least, "most": question.most}
            written = {name: number(end, language) for name, end in ends.items()}
            unit = case.outline.units[question.unit][language]
            told = [f"{say('screen-between', language, **written)} {unit}"]
        case _:
            told = []
    return told


def _texts(texts: Iterable[Text], language: Language) -> list[str]:
    return [text[language] for text in texts]
