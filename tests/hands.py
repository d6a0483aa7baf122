"""How a visitor answers any card: by mouse, or by the keyboard alone."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from casekit.cards.policy import measured
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
    from collections.abc import Iterator

    from actors import Visitor
    from playwright.sync_api import Locator

    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.question import Asked

WORDS = "Karena bukti / because of the evidence"


def questions(case: Case) -> list[Asked]:
    return [question for section in case.sections for question in section.questions]


def amounts(question: Number) -> dict[str, float]:
    step = (question.most - question.least) / 4
    low = question.least
    return {"low": low, "guess": low + step, "high": low + 2 * step}


def shared(question: Allocate) -> list[int]:
    """A hundred points, all but five of them on the first part."""
    return [95, 5, *[0] * (len(question.parts) - 2)]


def typed_by_keys(question: Asked) -> Iterator[float]:
    """What is typed into the short lines of a card, one after the other."""
    match question:
        case Number():
            yield from amounts(question).values()
        case Allocate():
            yield from shared(question)
        case Policy():
            yield from (measure.most for measure in question.predict)


@singledispatch
def put(question: Asked, card: Locator, language: Language) -> None:
    """Answer a question's own controls by mouse; one function for each kind."""
    raise TypeError(f"nobody knows how to answer {question.id} on {card} in {language}")


@put.register(Choice)
def _(question: Choice, card: Locator, language: Language) -> None:
    check(card, say("your-choice", language), question.options[-1].text[language])


@put.register(Tag)
def _(question: Tag, card: Locator, language: Language) -> None:
    for place, statement in enumerate(question.statements, start=1):
        label = f"{place}. {statement.text[language]}"
        card.get_by_label(label, exact=True).select_option(index=1)


@put.register(Number)
def _(question: Number, card: Locator, language: Language) -> None:
    for name, amount in amounts(question).items():
        label = say(name, language)
        card.get_by_label(label, exact=True).fill(number(amount, language))


@put.register(Grid)
def _(question: Grid, card: Locator, language: Language) -> None:
    for item in question.items:
        for axis in (question.across, question.up):
            label = axis.text[language]
            if len(question.items) > 1:
                label = f"{item.text[language]} – {label}"
            check(card, label, axis.bands[0].text[language])


@put.register(Rank)
def _(question: Rank, card: Locator, language: Language) -> None:
    for place, item in enumerate(reversed(question.items), start=1):
        label = item.text[language]
        card.get_by_label(label, exact=True).select_option(str(place))


@put.register(Allocate)
def _(question: Allocate, card: Locator, language: Language) -> None:
    for part, points in zip(question.parts, shared(question), strict=True):
        card.get_by_label(part.text[language], exact=True).fill(str(points))


@put.register(Policy)
def _(question: Policy, card: Locator, language: Language) -> None:
    for lever in question.levers:
        label = lever.label[language]
        if lever.options:
            check(card, label, lever.options[0].text[language])
        else:
            card.get_by_label(label, exact=True).select_option(index=1)
    for measure in question.predict:
        label = measured(measure, language)
        card.get_by_label(label, exact=True).fill(number(measure.most, language))


@put.register(Writing)
def _(question: Writing, card: Locator, language: Language) -> None:
    labels = [field.text[language] for field in question.fields]
    for label in labels or [say("your-text", language)]:
        card.get_by_label(label, exact=True).fill(WORDS)


def answer_by_mouse(card: Locator, question: Asked, language: Language) -> None:
    put(question, card, language)
    if question.confidence:
        label = say("confidence", language)
        card.get_by_label(label, exact=True).select_option(index=3)
    if question.shareable:
        check(card, say("sharing", language), say("sharing-text", language))


def check(card: Locator, label: str, option: str) -> None:
    options = card.locator(".widget-radio").filter(has_text=label)
    options.get_by_label(option, exact=True).check()


def answer_by_keys(visitor: Visitor, card: Locator, question: Asked) -> None:
    """Walk the card with Tab, answer each control, press Enter on the button."""
    keys = visitor.page.keyboard
    values, chosen = typed_by_keys(question), 0
    card.locator("input, select, textarea").first.focus()
    for _ in range(80):
        kind = visitor.page.evaluate(
            """() => { const at = document.activeElement;
              const set = at.closest('.widget-radio');
              if (set && set.querySelector('input:checked')) return 'done';
              return at.type || at.tagName; }"""
        )
        if kind == "radio":
            keys.press("Space")
        elif kind == "select-one":
            chosen += 1
            for _ in range(chosen if isinstance(question, Rank) else 1):
                keys.press("ArrowDown")
        elif kind == "textarea":
            keys.type(WORDS)
        elif kind == "text":
            keys.type(number(next(values), visitor.language))
        elif kind in {"submit", "button"}:
            keys.press("Enter")
            return
        keys.press("Tab")
    raise AssertionError(f"Tab never reached the button of {question.id}")


def ask(question: Asked, language: Language) -> str:
    return question.ask[language].split("\n")[0]
