"""How a class sees its answers: one picture for each kind of question."""

from __future__ import annotations

from collections import Counter
from functools import singledispatch
from typing import TYPE_CHECKING

from casekit import die, paint
from casekit.charts.chart import Chart
from casekit.question import (
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
from casekit.tally import Dice
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casekit.frozen import Language
    from casekit.question import Lever, Option
    from casekit.tally import (
        Cells,
        Dots,
        Parts,
        Policies,
        Ranking,
        Table,
        Tally,
        Wall,
    )

QUARTILES = ("lower-quartile", "median", "upper-quartile")


@singledispatch
def tally_chart(question: Asked, tally: Tally, language: Language) -> Chart:
    """How a class sees its answers; one function for each kind of question."""
    raise TypeError(
        f"no picture for a {type(question).__name__}: {tally!r}, {language}"
    )


@tally_chart.register(Choice)
def _(question: Choice, tally: Cells | Dice, language: Language) -> Chart:
    if isinstance(tally, Dice):
        return _die_chart(question, tally, language)
    return _cells_chart(question, question.options, (("", tally),), language)


@tally_chart.register(Tag)
def _(question: Tag, tally: Table, language: Language) -> Chart:
    texts = {s.id: s.text[language] for s in question.statements}
    rows = tuple((texts[name], cells) for name, cells in tally.rows)
    return _cells_chart(question, question.labels, rows, language)


@tally_chart.register(Grid)
def _(question: Grid, tally: Table, language: Language) -> Chart:
    places = [
        (f"{a.id}×{u.id}", f"{a.text[language]} · {u.text[language]}")
        for u in question.up.bands
        for a in question.across.bands
    ]
    names = dict(places)
    rows, points = [], []
    for item_id, cells in tally.rows:
        item = next(i for i in question.items if i.id == item_id).text[language]
        for label, count in _told(cells, names, language):
            rows.append((item, label, count))
        points.append((item_id, tuple((c.options, c.count) for c in cells.cells)))
    sentence = question.ask[language]
    header = (
        "",
        question.across.text[language] + " · " + question.up.text[language],
        "n",
    )
    drawn = [cells for _, cells in tally.rows if cells.cells]
    drawing = paint.places(question, drawn[0], language) if drawn else None
    return Chart(sentence, header, tuple(rows), tuple(points), drawing, 4.2)


@tally_chart.register(Number)
def _(question: Number, tally: Dots, language: Language) -> Chart:
    sentence, header = question.ask[language], (say("guess", language), "n")
    if tally.low is None or tally.high is None:
        return Chart(sentence, header, ((say("too-few", language), ""),))
    counts = Counter(tally.guesses)
    rows = tuple((number(v, language), number(n, language)) for v, n in counts.items())
    interval = (
        f"{say('low', language)} – {say('high', language)} ({say('median', language)})",
        f"{number(tally.low, language)} – {number(tally.high, language)}",
    )
    points = tuple(("", value) for value in tally.guesses)
    drawing = paint.strip(tally, (question.least, question.most), language)
    return Chart(sentence, header, (*rows, interval), points, drawing, 2.4)


@tally_chart.register(Writing)
def _(question: Writing, tally: Wall, language: Language) -> Chart:
    texts = tally.texts or (say("too-few", language),)
    rows = tuple((text,) for text in texts)
    return Chart(question.ask[language], ("",), rows, tally.texts)


@tally_chart.register(Rank)
def _(question: Rank, tally: Ranking, language: Language) -> Chart:
    sentence, header = question.ask[language], ("", say("mean-place", language))
    if not tally.means:
        return Chart(sentence, header, ((say("too-few", language), ""),))
    names = {item.id: item.text[language] for item in question.items}
    best_first = sorted(tally.means, key=lambda one: one[1])
    points = tuple((names[name], mean) for name, mean in best_first)
    rows = tuple((name, number(mean, language)) for name, mean in points)
    drawing = paint.bars(points, header[1], language)
    return Chart(sentence, header, rows, points, drawing, 0.9 + 0.62 * len(points))


@tally_chart.register(Allocate)
def _(question: Allocate, tally: Parts, language: Language) -> Chart:
    sentence = question.ask[language]
    if not tally.quartiles:
        return Chart(sentence, ("",), ((say("too-few", language),),))
    names = {part.id: part.text[language] for part in question.parts}
    points = tuple((names[name], *amounts) for name, amounts in tally.quartiles)
    return quartile_chart(sentence, points, language)


@tally_chart.register(Policy)
def _(question: Policy, tally: Policies, language: Language) -> Chart:
    rows, points, instead = [], [], {}
    for lever, (_, cells) in zip(question.levers, tally.levers, strict=True):
        label = lever.label[language]
        names = {str(s): setting_told(lever, s, language) for s in lever.settings}
        told = _told(cells, names, language)
        rows += [(label, *one) for one in told]
        if not cells.cells:
            instead[label] = " ".join(told[0])
        shown = tuple(
            (
                say("others", language)
                if len(cell.options) > 1
                else names[cell.options[0]],
                cell.count,
            )
            for cell in cells.cells
        )
        points.append((label, shown))
    drawing = (
        paint.shares(points, instead, language)
        if any(cells for _, cells in points)
        else None
    )
    height = 0.6 + 0.85 * len(points)
    sentence = question.ask[language]
    return Chart(sentence, ("", "", "n"), tuple(rows), tuple(points), drawing, height)


def votes_chart(
    question: Choice, votes: Sequence[tuple[str, Cells]], language: Language
) -> Chart:
    """Several votes on one question under each other, each with its name."""
    return _cells_chart(question, question.options, tuple(votes), language)


def quartile_chart(
    sentence: str,
    points: tuple[tuple[str, float, float, float], ...],
    language: Language,
) -> Chart:
    """The quartiles of each part of a hundred: its name, lower, median, upper."""
    header = ("", *(say(key, language) for key in QUARTILES))
    rows = tuple(
        (name, *(number(amount, language) for amount in amounts))
        for name, *amounts in points
    )
    drawing = paint.dots(points, say("quartiles", language), language)
    return Chart(sentence, header, rows, points, drawing, 0.9 + 0.62 * len(points))


def setting_told(lever: Lever, setting: float | str, language: Language) -> str:
    """A lever's setting as a person reads it, with its unit."""
    if isinstance(setting, str) or lever.unit is None:
        return next(o.text[language] for o in lever.options if o.id == setting)
    return f"{number(setting, language)} {lever.unit[language]}"


def _die_chart(question: Choice, tally: Dice, language: Language) -> Chart:
    """The estimate in its interval; its price beside that of a direct question.

    `points` are the low end, the estimate and the high end, in per cent.
    """
    seen = die.seen_in(tally)
    told = die.told(seen, language)
    sentence = f"{question.ask[language]} {told}"
    if seen is None or seen.odd:
        return Chart(sentence, ("",), ((told,),))
    yes = question.options[0].text[language]
    ends = seen.low, min(1.0, max(0.0, seen.share)), seen.high
    low, middle, high = (round(100 * end) for end in ends)
    rows = (
        (say("die-answers", language), number(seen.count, language)),
        (say("die-share", language, yes=yes), _percent(middle, language)),
        (say("die-between", language), say("die-ends", language, low=low, high=high)),
        (say("die-error", language), _points(seen.error, language)),
        (say("die-direct", language), _points(seen.direct, language)),
    )
    drawing = paint.interval((low, middle, high), rows[1][0], language)
    return Chart(sentence, ("", ""), rows, (low, middle, high), drawing, 1.8)


def _percent(share: int, language: Language) -> str:
    return say("share-told", language, share=share)


def _points(share: float, language: Language) -> str:
    return say("die-points", language, points=round(100 * share, 1))


def _cells_chart(
    question: Asked,
    options: Sequence[Option],
    rows: tuple[tuple[str, Cells], ...],
    language: Language,
) -> Chart:
    names = {option.id: option.text[language] for option in options}
    told, bars = [], []
    for row, cells in rows:
        for label, count in _told(cells, names, language):
            told.append((row, label, count) if row else (label, count))
        bars.append((row, tuple((cell.options, cell.count) for cell in cells.cells)))
    header = ("", "", "n") if rows[0][0] else ("", "n")
    drawing = (
        paint.stacks(bars, names, language) if any(cells for _, cells in bars) else None
    )
    key = paint.legend(names.values())
    height = 0.3 + 0.75 * len(rows) + 0.24 * key.lines
    return Chart(
        question.ask[language], header, tuple(told), tuple(bars), drawing, height
    )


def _told(
    cells: Cells, names: dict[str, str], language: Language
) -> list[tuple[str, str]]:
    if cells.nearly_all is not None:
        return [(names[cells.nearly_all], say("nearly-all", language))]
    if not cells.cells:
        return [(say("too-few", language), "")]
    return [
        (", ".join(names[o] for o in cell.options), number(cell.count, language))
        for cell in cells.cells
    ]
