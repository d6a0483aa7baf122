"""Pictures of exhibits and tallies: the only home of matplotlib.

A chart says in a sentence what it shows and carries its numbers as a table; the
picture is drawn when it is first asked for.
"""

from __future__ import annotations

import io
import textwrap
from collections import Counter
from dataclasses import dataclass, field
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from casekit.case import (
    Asked,
    ChartKind,
    Choice,
    ColumnKind,
    Grid,
    Number,
    Tag,
    Writing,
)
from casekit.tally import Cells, Dots, Table, Tally, Wall
from casekit.words import day, number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.case import Exhibit, Language, Option

ACCENT = "#0072B2"  # Okabe-Ito blue; 5.2 : 1 on white
INK = "#222222"
QUIET = "#6B6B6B"
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
WIDTH = 8.0  # inches
DPI = 120
LINE = 66  # characters that fit beside a timeline


@dataclass(frozen=True)
class Chart:
    """A picture with its sentence and its numbers.

    `points` are what the picture draws, in the order drawn, for tests to check.
    """

    sentence: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    points: tuple[Any, ...] = ()
    draw: Callable[[Any], None] | None = field(default=None, repr=False, compare=False)
    height: float = 3.0

    def _repr_png_(self) -> bytes | None:
        if self.draw is None:
            return None
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415 - first chart only

        figure = Figure(figsize=(WIDTH, self.height), dpi=DPI, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=11, colors=INK)
        self.draw(axes)
        picture = io.BytesIO()
        figure.savefig(picture, format="png", metadata={"Software": None})
        return picture.getvalue()


def exhibit_chart(exhibit: Exhibit, language: Language) -> Chart:
    """An exhibit's table, and its picture when it has one."""
    header = tuple(column.label[language] for column in exhibit.columns)
    rows = tuple(
        tuple(_cell(column, row, language) for column in exhibit.columns)
        for row in exhibit.rows
    )
    sentence = exhibit.sentence[language]
    kinds = {kind: _columns(exhibit, kind) for kind in ColumnKind}
    words = kinds[ColumnKind.WORDS]
    labels = [row.words[words[0]][language] if words else "" for row in exhibit.rows]
    if exhibit.chart is ChartKind.TIMELINE:
        dates = [row.dates.get(kinds[ColumnKind.DATE][0], "") for row in exhibit.rows]
        points = tuple(zip(dates, labels, strict=True))
        told = [(day(d, language) if d else "", label) for d, label in points]
        lines = sum(len(_wrapped(label, LINE)) for _, label in told)
        height = 0.6 + 0.25 * lines + 0.22 * len(told)
        return Chart(sentence, header, rows, points, _timeline(told), height)
    if exhibit.chart in {ChartKind.DOTS, ChartKind.BARS}:
        names = kinds[ColumnKind.NUMBER]
        ends = [[r.numbers[n] for n in names if n in r.numbers] for r in exhibit.rows]
        points = tuple(
            (label, *numbers) for label, numbers in zip(labels, ends, strict=True)
        )
        unit = next(c.label[language] for c in exhibit.columns if c.name == names[0])
        paint = _dots if exhibit.chart is ChartKind.DOTS else _bars
        height = 0.9 + 0.62 * len(points)
        return Chart(
            sentence, header, rows, points, paint(points, unit, language), height
        )
    return Chart(sentence, header, rows)


@singledispatch
def tally_chart(question: Asked, tally: Tally, language: Language) -> Chart:
    """How a class sees its answers; one function for each kind of question."""
    raise TypeError(
        f"no picture for a {type(question).__name__}: {tally!r}, {language}"
    )


@tally_chart.register(Choice)
def _(question: Choice, tally: Cells, language: Language) -> Chart:
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
    paint = _heat(question, drawn[0], language) if drawn else None
    return Chart(sentence, header, tuple(rows), tuple(points), paint, 4.2)


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
    paint = _strip(tally, (question.least, question.most), language)
    return Chart(sentence, header, (*rows, interval), points, paint, 2.4)


@tally_chart.register(Writing)
def _(question: Writing, tally: Wall, language: Language) -> Chart:
    texts = tally.texts or (say("too-few", language),)
    rows = tuple((text,) for text in texts)
    return Chart(question.ask[language], ("",), rows, tally.texts)


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
    paint = _stacks(bars, names, language) if any(cells for _, cells in bars) else None
    height = 1.1 + 0.75 * len(rows)
    return Chart(
        question.ask[language], header, tuple(told), tuple(bars), paint, height
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


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _timeline(told: list[tuple[str, str]]) -> Callable[[Any], None]:
    def draw(axes: Any) -> None:  # noqa: ANN401
        axes.set_axis_off()
        place, places = 0.0, []
        for date, label in told:
            lines = _wrapped(label, LINE)
            places.append(place)
            axes.plot([0], [place], "o", color=ACCENT, markersize=9, zorder=3)
            axes.text(
                -0.02, place, date, ha="right", va="center", fontsize=12, color=INK
            )
            axes.text(
                0.02, place + 0.12, "\n".join(lines), ha="left", va="top",
                fontsize=12, color=INK, linespacing=1.25,
            )  # fmt: skip
            place -= 0.25 * len(lines) + 0.22
        axes.plot([0, 0], [places[0], places[-1]], color=ACCENT, linewidth=2, zorder=1)
        axes.set_xlim(-0.26, 0.8)
        axes.set_ylim(place + 0.1, 0.3)

    return draw


def _dots(
    points: tuple[tuple[Any, ...], ...], unit: str, language: Language
) -> Callable[[Any], None]:
    def draw(axes: Any) -> None:  # noqa: ANN401
        top = max((max(ends) for _, *ends in points if ends), default=1)
        for index, (_, *ends) in enumerate(reversed(points)):
            if not ends:
                continue
            axes.plot(ends, [index] * len(ends), color=ACCENT, linewidth=4, zorder=2)
            axes.plot(
                ends, [index] * len(ends), "o", color=ACCENT, markersize=10, zorder=3
            )
            told = "–".join(number(end, language) for end in ends)
            axes.text(
                max(ends) + 0.025 * top,
                index,
                told,
                va="center",
                fontsize=12,
                color=INK,
            )
        _rows(axes, [label for label, *_ in reversed(points)], top, unit, language)

    return draw


def _bars(
    points: tuple[tuple[Any, ...], ...], unit: str, language: Language
) -> Callable[[Any], None]:
    def draw(axes: Any) -> None:  # noqa: ANN401
        top = max((ends[0] for _, *ends in points if ends), default=1)
        for index, (_, *ends) in enumerate(reversed(points)):
            if not ends:
                continue
            axes.barh([index], ends[0], color=ACCENT, height=0.55, zorder=2)
            axes.text(
                ends[0] + 0.015 * top, index, number(ends[0], language),
                va="center", fontsize=12, color=INK,
            )  # fmt: skip
        _rows(axes, [label for label, *_ in reversed(points)], top, unit, language)

    return draw


def _rows(
    axes: Any,  # noqa: ANN401
    labels: list[str],
    top: float,
    unit: str,
    language: Language,
) -> None:
    """One labelled line a row, and an axis of numbers as the language writes them."""
    axes.set_yticks(range(len(labels)), ["\n".join(_wrapped(w, 34)) for w in labels])
    axes.set_ylim(-0.6, len(labels) - 0.4)
    axes.set_xlim(0, top * 1.22)
    axes.xaxis.set_major_formatter(lambda value, _: number(round(value, 6), language))
    axes.grid(axis="x", color="#DDDDDD", zorder=0)
    axes.set_xlabel(unit, fontsize=11, color=QUIET)


def _strip(
    dots: Dots, span: tuple[float, float], language: Language
) -> Callable[[Any], None]:
    """A dot for every guess, stacked, over the median interval as a line."""
    counts = Counter(dots.guesses)

    def draw(axes: Any) -> None:  # noqa: ANN401
        axes.plot([dots.low, dots.high], [0.3, 0.3], color="#E69F00", linewidth=5)
        for guess, count in counts.items():
            heights = range(1, count + 1)
            axes.plot([guess] * count, heights, "o", color=ACCENT, markersize=9)
        axes.set_xlim(*span)
        axes.set_ylim(0, max(counts.values()) + 1)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.xaxis.set_major_formatter(
            lambda value, _: number(round(value, 6), language)
        )

    return draw


def _stacks(
    bars: list[tuple[str, tuple[tuple[tuple[str, ...], int], ...]]],
    names: dict[str, str],
    language: Language,
) -> Callable[[Any], None]:
    order = {name: index for index, name in enumerate(names)}

    def draw(axes: Any) -> None:  # noqa: ANN401
        labelled: set[str] = set()
        for index, (_, cells) in enumerate(reversed(bars)):
            left = 0
            for options, count in cells:
                merged = len(options) > 1
                label = say("merged", language) if merged else names[options[0]]
                colour = (
                    "#BBBBBB" if merged else PALETTE[order[options[0]] % len(PALETTE)]
                )
                axes.barh(
                    [index], count, left=left, color=colour, edgecolor="white",
                    hatch="//" if merged else None, height=0.6,
                    label=None if label in labelled else label,
                )  # fmt: skip
                labelled.add(label)
                axes.text(
                    left + count / 2, index, number(count, language),
                    ha="center", va="center", fontsize=12, color=INK,
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
                )  # fmt: skip
                left += count
        axes.set_yticks(
            range(len(bars)),
            ["\n".join(_wrapped(row, 34)) for row, _ in reversed(bars)],
        )
        axes.xaxis.set_visible(False)
        axes.spines[["bottom", "left"]].set_visible(False)
        axes.legend(
            loc="lower center",
            bbox_to_anchor=(0.5, 1.0),
            ncols=2,
            frameon=False,
            fontsize=11,
        )

    return draw


def _heat(question: Grid, cells: Cells, language: Language) -> Callable[[Any], None]:
    across, up = question.across, question.up

    def draw(axes: Any) -> None:  # noqa: ANN401
        most = max(cell.count for cell in cells.cells)
        for cell in cells.cells:
            if len(cell.options) > 1:
                continue
            x_id, y_id = cell.options[0].split("×")
            x = [band.id for band in across.bands].index(x_id)
            y = [band.id for band in up.bands].index(y_id)
            shade = 0.25 + 0.75 * cell.count / most
            axes.add_patch(_square(x, y, shade))
            axes.text(
                x,
                y,
                number(cell.count, language),
                ha="center",
                va="center",
                fontsize=13,
            )
        axes.set_xticks(
            range(len(across.bands)), [b.text[language] for b in across.bands]
        )
        axes.set_yticks(range(len(up.bands)), [b.text[language] for b in up.bands])
        axes.set_xlim(-0.5, len(across.bands) - 0.5)
        axes.set_ylim(-0.5, len(up.bands) - 0.5)
        axes.set_xlabel(across.text[language], fontsize=11, color=QUIET)
        axes.set_ylabel(up.text[language], fontsize=11, color=QUIET)

    return draw


def _square(x: int, y: int, shade: float) -> Any:  # noqa: ANN401
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - first chart only

    return Rectangle(
        (x - 0.48, y - 0.48),
        0.96,
        0.96,
        facecolor="#56B4E9",
        alpha=shade,
        edgecolor="none",
    )
