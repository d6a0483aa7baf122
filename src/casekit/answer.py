"""A valid answer: what each kind of question admits, and the record that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from casekit.errors import AnswerError
from casekit.question import (
    WHOLE,
    Allocate,
    Asked,
    Choice,
    Grid,
    Number,
    Policy,
    Rank,
    Tag,
    Writing,
)

if TYPE_CHECKING:
    from datetime import datetime


class Sharing(StrEnum):
    """What the learner allows, chosen before answering and never widened."""

    COUNTED = "counted"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it is kept.

    `id` is made by the card when it is drawn: sending it twice stores it once.
    `key_hash` stands for the learner, `asked` for the question's exact wording,
    `value` is plain JSON, `told_at` the time as told by the kit's clock.
    """

    id: str
    key_hash: str
    question: str
    asked: str
    round: int
    value: Any
    confidence: int | None
    sharing: Sharing
    told_at: datetime


CONFIDENCE = range(50, 101)


def check(
    question: Asked,
    value: Any,  # noqa: ANN401 - whatever a browser may send
    *,
    confidence: int | None = None,
    sharing: Sharing = Sharing.COUNTED,
) -> None:
    """Refuse what the question does not admit.

    Raises:
        AnswerError: names the part of the answer and what would be right.
    """
    admit(question, value)
    if question.confidence and confidence is None:
        raise AnswerError("confidence-missing", field="confidence")
    if confidence is not None and (
        not question.confidence
        or type(confidence) is not int
        or confidence not in CONFIDENCE
    ):
        raise AnswerError("confidence-wrong", field="confidence")
    if sharing is Sharing.TEXT and not question.shareable:
        raise AnswerError("sharing-wrong", field="sharing")


@singledispatch
def admit(question: Asked, value: Any) -> None:  # noqa: ANN401
    """Whether a kind of question admits this value; one function for each kind."""
    raise TypeError(f"no rule says what a {type(question).__name__} admits: {value!r}")


@admit.register(Choice)
def _(question: Choice, value: Any) -> None:  # noqa: ANN401
    if value is None:
        raise AnswerError("choice-missing")
    if value not in [option.id for option in question.options]:
        raise AnswerError("choice-unknown")


@admit.register(Tag)
def _(question: Tag, value: Any) -> None:  # noqa: ANN401
    given = _mapping(value, {statement.id for statement in question.statements})
    labels = [label.id for label in question.labels]
    for statement in question.statements:
        label = given.get(statement.id)
        if label is None:
            raise AnswerError("label-missing", field=statement.id)
        if label not in labels:
            raise AnswerError("choice-unknown", field=statement.id)


@admit.register(Number)
def _(question: Number, value: Any) -> None:  # noqa: ANN401
    given = _mapping(value, {"low", "guess", "high"})
    for field in ("low", "guess", "high"):
        _amount(given.get(field), question.least, question.most, field=field)
    if given["low"] > given["high"]:
        raise AnswerError("bounds-crossed", field="low")
    if not given["low"] <= given["guess"] <= given["high"]:
        raise AnswerError("guess-outside", field="guess")


@admit.register(Grid)
def _(question: Grid, value: Any) -> None:  # noqa: ANN401
    given = _mapping(value, {item.id for item in question.items})
    for item in question.items:
        point = _mapping(given.get(item.id, {}), {"across", "up"})
        for side, axis in (("across", question.across), ("up", question.up)):
            field = f"{item.id}.{side}"
            if point.get(side) is None:
                raise AnswerError("choice-missing", field=field)
            if point[side] not in [band.id for band in axis.bands]:
                raise AnswerError("choice-unknown", field=field)


@admit.register(Writing)
def _(question: Writing, value: Any) -> None:  # noqa: ANN401
    if question.fields:
        given = _mapping(value, {field.id for field in question.fields})
        for field in question.fields:
            _written(given.get(field.id), limit=question.limit, field=field.id)
    else:
        _written(value, limit=question.limit, field="")


@admit.register(Rank)
def _(question: Rank, value: Any) -> None:  # noqa: ANN401
    names = [item.id for item in question.items]
    given = [] if value is None else value
    if not isinstance(given, list) or not all(isinstance(n, str) for n in given):
        raise AnswerError("answer-wrong")
    if not set(given) <= set(names) or len(given) > len(set(given)):
        raise AnswerError("answer-wrong")
    for name in names:
        if name not in given:
            raise AnswerError("place-missing", field=name)


@admit.register(Allocate)
def _(question: Allocate, value: Any) -> None:  # noqa: ANN401
    given = _mapping(value, {part.id for part in question.parts})
    for part in question.parts:
        amount = given.get(part.id)
        if amount is None:
            raise AnswerError("number-missing", field=part.id)
        if type(amount) is not int or not 0 <= amount <= WHOLE:
            raise AnswerError("part-wrong", field=part.id)
    total = sum(given.values())
    last = question.parts[-1].id
    if total < WHOLE:
        raise AnswerError("sum-short", field=last, total=total, left=WHOLE - total)
    if total > WHOLE:
        raise AnswerError("sum-over", field=last, total=total, over=total - WHOLE)


@admit.register(Policy)
def _(question: Policy, value: Any) -> None:  # noqa: ANN401
    given = _mapping(value, {"levers", "predicted"})
    levers = _mapping(given.get("levers"), {lever.id for lever in question.levers})
    for lever in question.levers:
        setting = levers.get(lever.id)
        if setting is None:
            raise AnswerError("choice-missing", field=lever.id)
        if isinstance(setting, bool) or setting not in lever.settings:
            raise AnswerError("choice-unknown", field=lever.id)
    measures = {measure.id for measure in question.predict}
    predicted = _mapping(given.get("predicted"), measures)
    for measure in question.predict:
        field = f"predict.{measure.id}"
        _amount(predicted.get(measure.id), measure.least, measure.most, field=field)


def _amount(amount: Any, least: float, most: float, *, field: str) -> None:  # noqa: ANN401
    if amount is None:
        raise AnswerError("number-missing", field=field)
    if type(amount) not in {int, float} or amount != amount:  # noqa: PLR0124 - NaN
        raise AnswerError("number-wrong", field=field)
    if not least <= amount <= most:
        raise AnswerError("number-outside", field=field, least=least, most=most)


def _written(words: Any, *, limit: int, field: str) -> None:  # noqa: ANN401
    if words is None or (isinstance(words, str) and not words.strip()):
        raise AnswerError("text-missing", field=field)
    if not isinstance(words, str) or not _whole(words):
        raise AnswerError("text-wrong", field=field)
    if len(words) > limit:
        raise AnswerError("text-too-long", field=field, length=len(words), limit=limit)


def _whole(words: str) -> bool:
    """Half a sign (an emoji cut in two) can be stored but never be shown again."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mapping(value: Any, fields: set[str]) -> dict[str, Any]:  # noqa: ANN401
    if value is None:
        return {}
    if not isinstance(value, dict) or not set(value) <= fields:
        raise AnswerError("answer-wrong")
    return value
