"""What is drawn of an exhibit, and its table in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit import paint
from casekit.charts.chart import Chart
from casekit.exhibit import ChartKind, ColumnKind, compared
from casekit.words import day, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from casekit.case import Case
    from casekit.exhibit import Column, Exhibit, Row
    from casekit.frozen import Language

    Drawn = tuple[tuple[Any, ...], Callable[[Any], None], float]  # points, how, inches


def exhibit_chart(
    exhibit: Exhibit,
    case: Case,
    language: Language,
    *,
    forecast: tuple[float, float, float] | None = None,
) -> Chart:
    """An exhibit's table, and its picture when it has one.

    `forecast` (low, guess, high) lays the learner's own interval under the dots.
    """
    header = tuple(column.label[language] for column in exhibit.columns)
    rows = tuple(
        tuple(_cell(column, row, language) for column in exhibit.columns)
        for row in exhibit.rows
    )
    sentence = exhibit.sentence[language]
    match exhibit.chart:
        case ChartKind.NONE:
            return Chart(sentence, header, rows)
        case ChartKind.TIMELINE:
            points, drawing, height = _timeline(exhibit, language)
        case ChartKind.SERIES:
            points, drawing, height = _series(exhibit, case, language)
        case ChartKind.SLOPE:
            points, drawing, height = _slope(exhibit, language)
        case ChartKind.HEAT:
            points, drawing, height = _heat(exhibit, language)
        case ChartKind.DOTS | ChartKind.BARS:
            points, drawing, height = _rows(exhibit, language, forecast)
    return Chart(sentence, header, rows, points, drawing, height)


def _timeline(exhibit: Exhibit, language: Language) -> Drawn:
    name = _first(exhibit, ColumnKind.DATE)
    dates = [row.dates.get(name, "") for row in exhibit.rows]
    points = tuple(zip(dates, _labels(exhibit, language), strict=True))
    told = [(day(date, language) if date else "", label) for date, label in points]
    lines = sum(len(paint.wrapped(label)) for _, label in told)
    return points, paint.timeline(told), 0.6 + 0.25 * lines + 0.22 * len(told)


def _series(exhibit: Exhibit, case: Case, language: Language) -> Drawn:
    """Every row that has both a date and a number, and whether it is a claim."""
    when, what = (_first(exhibit, k) for k in (ColumnKind.DATE, ColumnKind.NUMBER))
    points = tuple(
        (row.dates[when], row.numbers[what], bool(case.claims(exhibit, row)))
        for row in exhibit.rows
        if when in row.dates and what in row.numbers
    )
    unit = next(c.label[language] for c in exhibit.columns if c.name == what)
    return points, *paint.series(points, unit, language)


def _slope(exhibit: Exhibit, language: Language) -> Drawn:
    """Every row that has one of the two numbers at least."""
    first, second = compared(exhibit.chart, exhibit.columns)
    points = tuple(
        (label, row.numbers.get(first.name), row.numbers.get(second.name))
        for label, row in zip(_labels(exhibit, language), exhibit.rows, strict=True)
        if first.name in row.numbers or second.name in row.numbers
    )
    heads = [column.label[language] for column in (first, second)]
    return points, *paint.slope(points, heads, language)


def _heat(exhibit: Exhibit, language: Language) -> Drawn:
    columns = compared(exhibit.chart, exhibit.columns)
    points = tuple(
        (label, *(row.numbers.get(column.name) for column in columns))
        for label, row in zip(_labels(exhibit, language), exhibit.rows, strict=True)
    )
    heads = [column.label[language] for column in columns]
    return points, *paint.heat(points, heads, language)


def _rows(
    exhibit: Exhibit,
    language: Language,
    forecast: tuple[float, float, float] | None,
) -> Drawn:
    names = [c.name for c in exhibit.columns if c.kind is ColumnKind.NUMBER]
    ends = [[r.numbers[n] for n in names if n in r.numbers] for r in exhibit.rows]
    labels = _labels(exhibit, language)
    points = tuple((w, *own) for w, own in zip(labels, ends, strict=True))
    unit = next(c.label[language] for c in exhibit.columns if c.name == names[0])
    if exhibit.chart is ChartKind.BARS:
        drawing = paint.bars(points, unit, language)
    else:
        drawing = paint.dots(points, unit, language, forecast=forecast)
    return points, drawing, 0.9 + 0.62 * len(points)


def _labels(exhibit: Exhibit, language: Language) -> list[str]:
    """Each row's first words; none where it has none."""
    name = _first(exhibit, ColumnKind.WORDS)
    return [
        row.words[name][language] if name in row.words else "" for row in exhibit.rows
    ]


def _first(exhibit: Exhibit, kind: ColumnKind) -> str:
    return next((c.name for c in exhibit.columns if c.kind is kind), "")


def _cell(column: Column, row: Row, language: Language) -> str:
    if column.kind is ColumnKind.WORDS:
        text = row.words.get(column.name)
        return text[language] if text else "–"
    if column.kind is ColumnKind.NUMBER:
        value = row.numbers.get(column.name)
        return "–" if value is None else number(value, language)
    date = row.dates.get(column.name)
    return day(date, language) if date else "–"
