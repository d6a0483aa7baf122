"""What is drawn of an exhibit, and its table in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit import paint
from casekit.charts.chart import Chart
from casekit.exhibit import ChartKind, ColumnKind
from casekit.words import day, number

if TYPE_CHECKING:
    from casekit.exhibit import Exhibit
    from casekit.frozen import Language


def exhibit_chart(
    exhibit: Exhibit,
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
    kinds = {kind: _columns(exhibit, kind) for kind in ColumnKind}
    words = kinds[ColumnKind.WORDS]
    labels = [row.words[words[0]][language] if words else "" for row in exhibit.rows]
    points: tuple[Any, ...]
    if exhibit.chart is ChartKind.TIMELINE:
        dates = [row.dates.get(kinds[ColumnKind.DATE][0], "") for row in exhibit.rows]
        points = tuple(zip(dates, labels, strict=True))
        told = [
            (day(date, language) if date else "", label)
            for date, label in zip(dates, labels, strict=True)
        ]
        lines = sum(len(paint.wrapped(label)) for _, label in told)
        height = 0.6 + 0.25 * lines + 0.22 * len(told)
        return Chart(sentence, header, rows, points, paint.timeline(told), height)
    if exhibit.chart is not ChartKind.NONE:
        names = kinds[ColumnKind.NUMBER]
        ends = [[r.numbers[n] for n in names if n in r.numbers] for r in exhibit.rows]
        points = tuple((w, *n) for w, n in zip(labels, ends, strict=True))
        unit = next(c.label[language] for c in exhibit.columns if c.name == names[0])
        height = 0.9 + 0.62 * len(points)
        if exhibit.chart is ChartKind.BARS:
            drawing = paint.bars(points, unit, language)
        else:
            drawing = paint.dots(points, unit, language, forecast=forecast)
        return Chart(sentence, header, rows, points, drawing, height)
    return Chart(sentence, header, rows)


def _columns(exhibit: Exhibit, kind: ColumnKind) -> list[str]:
    return [column.name for column in exhibit.columns if column.kind is kind]


def _cell(column: Any, row: Any, language: Language) -> str:  # noqa: ANN401
    if column.kind is ColumnKind.WORDS:
        text = row.words.get(column.name)
        return text[language] if text else "–"
    if column.kind is ColumnKind.NUMBER:
        value = row.numbers.get(column.name)
        return "–" if value is None else number(value, language)
    date = row.dates.get(column.name)
    return day(date, language) if date else "–"
