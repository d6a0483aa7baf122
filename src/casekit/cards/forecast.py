"""What a reveal says of the learner's own answer, and how well it did.

A score is told only where `resolves` says what decides it.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from casekit.question import Allocate, Asked, Choice, Number
from casekit.score import MISS, brier_score, even_brier_score, interval_score, miss
from casekit.words import say

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language

DECIMALS = 2  # of a Brier score; more would be read as precision


@singledispatch
def forecast(
    question: Asked,
    value: Any,  # noqa: ANN401 - an answer that the question has admitted
    case: Case,
    language: Language,
) -> tuple[str, ...]:
    """Sentences on the answer, beside what came true; none for most kinds."""
    del question, value, case, language
    return ()


@forecast.register(Number)
def _(
    question: Number,
    value: Any,  # noqa: ANN401
    case: Case,
    language: Language,
) -> tuple[str, ...]:
    own = say("your-forecast", language, **value)
    came = case.fact(question.resolves.fact).values if question.resolves else ()
    if len(came) != 1 or came[0].number is None:
        return (own,)
    bounds = value["low"], value["high"]
    told = say(
        "interval-score",
        language,
        score=interval_score(*bounds, came[0].number),
        unit=case.outline.units[question.unit][language],
        width=bounds[1] - bounds[0],
        times=MISS,
        miss=miss(*bounds, came[0].number),
    )
    return own, told


@forecast.register(Allocate)
def _(
    question: Allocate,
    value: Any,  # noqa: ANN401
    case: Case,
    language: Language,
) -> tuple[str, ...]:
    del case
    texts = {part.id: part.text[language] for part in question.parts}
    shares = "; ".join(f"{text} ({value[part]})" for part, text in texts.items())
    own = say("your-shares", language, shares=shares)
    if question.resolves is None or question.resolves.part is None:
        return (own,)
    came = question.resolves.part
    told = say(
        "brier-score",
        language,
        came=texts[came],
        score=round(brier_score(value, came), DECIMALS),
        parts=len(texts),
        even=round(even_brier_score(len(texts)), DECIMALS),
    )
    return own, told


@forecast.register(Choice)
def _(
    question: Choice,
    value: Any,  # noqa: ANN401
    case: Case,
    language: Language,
) -> tuple[str, ...]:
    del case
    if question.resolves is None or question.resolves.part is None:
        return ()
    texts = {option.id: option.text[language] for option in question.options}
    came = question.resolves.part
    key = "choice-agrees" if value == came else "choice-differs"
    return (say(key, language, chosen=texts[value], came=texts[came]),)
