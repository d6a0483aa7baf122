"""The picture of two votes on one question, and of the movement between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit import paint
from casekit.charts.chart import Chart
from casekit.movement import Way
from casekit.words import number, say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.movement import Movement
    from casekit.question import Choice
    from casekit.tally import Cells

WAYS = {
    Way.HIGHER: "way-higher",
    Way.STAYED: "way-stayed",
    Way.LOWER: "way-lower",
    Way.CHANGED: "way-changed",
}


def movement_chart(question: Choice, movement: Movement, language: Language) -> Chart:
    """Both votes beside each other, and between them what may be told.

    `points` are the shares that the picture joins: those of options that both tallies
    name. What is merged, nearly all, or hidden stands in the table alone.
    """
    names = {option.id: option.text[language] for option in question.options}
    rows = [
        *_vote(say("first-vote", language), movement.first, names, language),
        *_vote(say("second-vote", language), movement.second, names, language),
        *between(question, movement, language),
    ]
    shares = [_shares(vote) for vote in (movement.first, movement.second)]
    points = tuple(
        (names[option], shares[0][option], shares[1][option])
        for option in names
        if option in shares[0] and option in shares[1]
    )
    sentence = _sentence(movement, language)
    drawing = paint.votes(points, sentence, language) if points else None
    return Chart(
        f"{question.ask[language]} {sentence}",
        ("", "", "n"),
        tuple(rows),
        points,
        drawing,
        4.2,
    )


def _sentence(movement: Movement, language: Language) -> str:
    if movement.ways:
        counts = {way.value: count for way, count in movement.ways}
        key = "moved-scale" if Way.HIGHER in counts else "moved-choice"
        return say(key, language, both=movement.both, **counts)
    if movement.at_least is None:
        return say("moved-hidden", language)
    way, share = movement.at_least
    key = "moved-stayed" if way is Way.STAYED else "moved-changed"
    return say(key, language, share=round(100 * share))


def _vote(
    vote: str, tally: Cells, names: dict[str, str], language: Language
) -> list[tuple[str, str, str]]:
    if tally.nearly_all is not None:
        return [(vote, names[tally.nearly_all], say("nearly-all", language))]
    if not tally.cells:
        return [(vote, say("too-few", language), "")]
    return [
        (vote, ", ".join(names[o] for o in cell.options), number(cell.count, language))
        for cell in tally.cells
    ]


def between(
    question: Choice, movement: Movement, language: Language
) -> list[tuple[str, str, str]]:
    """What may be told of the way from one vote to the other, row by row."""
    names = {option.id: option.text[language] for option in question.options}
    both = say("both-votes", language)
    if movement.at_least is not None:
        way, share = movement.at_least
        told = say("at-least", language, share=round(100 * share))
        return [(both, say(WAYS[way], language), told)]
    rows = [
        (both, say(WAYS[way], language), number(count, language))
        for way, count in movement.ways
    ]
    rows += [
        (both, f"{before} → {after}", number(count, language))
        for before, line in zip(names.values(), movement.matrix, strict=False)
        for after, count in zip(names.values(), line, strict=True)
    ]
    once = say("voted-once", language)
    votes = say("first-vote", language), say("second-vote", language)
    rows += [
        (vote, once, number(count, language))
        for vote, count in zip(votes, movement.once or (), strict=False)
        if count
    ]
    return rows


def _shares(tally: Cells) -> dict[str, float]:
    """The share in per cent of every option that the tally names by itself."""
    total = sum(cell.count for cell in tally.cells)
    return {
        cell.options[0]: 100 * cell.count / total
        for cell in tally.cells
        if len(cell.options) == 1
    }
