"""A question in a teaching note: its wording in a box, and what its answers are."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from casekit.note import Box, Listing, Paragraph, Run
from casekit.question import (
    Allocate,
    Asked,
    Choice,
    Grid,
    Lever,
    Number,
    Policy,
    Rank,
    Tag,
    Writing,
)
from casekit.report.phrase import joined, labelled, strong, texts, told
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.case import Case
    from casekit.frozen import Language, Text
    from casekit.note import Block, Runs


def question_box(case: Case, name: str, language: Language) -> Box:
    """The question as a learner reads it, with what only the instructor is told."""
    asked = case.question(name)
    kind = say(f"note-kind-{getattr(asked, 'kind', '')}", language)
    return Box(
        (*strong(kind), Run(f"  {name}", code=True)),
        (
            Paragraph(strong(asked.ask[language])),
            *([Paragraph(told(asked.help[language]))] if asked.help else []),
            *answers(asked, case, language),
            Paragraph((Run(" ".join(_terms(asked, language))),), quiet=True),
        ),
        anchor=f"question-{name}",
    )


def _terms(asked: Asked, language: Language) -> Iterator[str]:
    """On which terms it is answered."""
    if isinstance(asked, Writing):
        yield say("note-limit", language, limit=asked.limit)
    if asked.confidence:
        yield say("note-confidence", language)
    if isinstance(asked, Choice) and asked.die:
        yield say("note-die", language)
    if asked.shareable:
        yield say("note-shareable", language)
    if asked.sealed:
        yield say("note-kept-sealed", language)
    if asked.resolves is None:
        yield say("note-unscored", language)
    else:
        sentence = asked.resolves.sentence[language]
        yield say("note-scored", language, sentence=sentence)


@singledispatch
def answers(asked: Asked, _case: Case, _language: Language) -> Iterable[Block]:
    """What can be chosen, labelled, placed or filled in."""
    raise NotImplementedError(f"no note for {type(asked).__name__}")


@answers.register(Choice)
def _(asked: Choice, _case: Case, language: Language) -> Iterable[Block]:
    return [_bullets((option.text for option in asked.options), language)]


@answers.register(Tag)
def _(asked: Tag, _case: Case, language: Language) -> Iterable[Block]:
    labels = joined(texts((label.text for label in asked.labels), language), " / ")
    return [
        labelled(say("note-labels", language), labels),
        _bullets((statement.text for statement in asked.statements), language),
    ]


@answers.register(Number)
def _(asked: Number, case: Case, language: Language) -> Iterable[Block]:
    limits = say(
        "note-between",
        language,
        least=asked.least,
        most=asked.most,
        unit=case.outline.units[asked.unit][language],
    )
    return [Paragraph((Run(limits),))]


@answers.register(Grid)
def _(asked: Grid, _case: Case, language: Language) -> Iterable[Block]:
    sides = []
    for key, axis in (("note-across", asked.across), ("note-up", asked.up)):
        bands = joined(texts((band.text for band in axis.bands), language), " / ")
        text = say(key, language, text=axis.text[language])
        sides.append((Paragraph((*told(text), Run(" ("), *bands, Run(")"))),))
    items = joined(texts((item.text for item in asked.items), language), "; ")
    return [Listing(tuple(sides)), labelled(say("note-items", language), items)]


@answers.register(Writing)
def _(asked: Writing, _case: Case, language: Language) -> Iterable[Block]:
    if not asked.fields:
        return []
    return [_bullets((field.text for field in asked.fields), language)]


@answers.register(Rank)
def _(asked: Rank, _case: Case, language: Language) -> Iterable[Block]:
    return [_bullets((item.text for item in asked.items), language)]


@answers.register(Allocate)
def _(asked: Allocate, _case: Case, language: Language) -> Iterable[Block]:
    return [_bullets((part.text for part in asked.parts), language)]


@answers.register(Policy)
def _(asked: Policy, _case: Case, language: Language) -> Iterable[Block]:
    levers = [(Paragraph(_lever(lever, language)),) for lever in asked.levers]
    predicted = joined(texts((m.label for m in asked.predict), language), "; ")
    return [
        Listing(tuple(levers)),
        labelled(say("note-predict", language), predicted),
    ]


def _lever(lever: Lever, language: Language) -> Runs:
    """A lever's label and its settings; the case's own setting is emphasised."""
    label = (*told(lever.label[language]), Run(": "))
    if lever.options:
        options = (
            (Run(o.text[language], emphasis=o.id == lever.default),)
            for o in lever.options
        )
        return (*label, *joined(options, " / "))
    setting = say(
        "note-setting",
        language,
        least=lever.least or 0,
        most=lever.most or 0,
        unit=lever.unit[language] if lever.unit else "",
    )
    default = say(
        "note-default", language, setting=number(float(lever.default), language)
    )
    return (*label, Run(f"{setting} "), Run(default, emphasis=True))


def _bullets(parts: Iterable[Text], language: Language) -> Listing:
    return Listing(tuple((Paragraph(runs),) for runs in texts(parts, language)))
