"""What a projector shows of a question once it is shown, page by page.

This is the only way by which a class's answers reach the projector, and it refuses
every question that has not been shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from casekit.charts import Chart, tally_chart
from casekit.errors import PhaseError
from casekit.forecast import miss
from casekit.question import Grid, Policy
from casekit.simulators import class_charts, every_lever
from casekit.tally import Dots, Policies, Table, Wall
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.question import Asked
    from casekit.tally import Tally

Item = TypeVar("Item")
TALLEST = 3.9  # inches of pictures that one page holds at full width
STATEMENTS = 3  # of a tag question on one page
ROWS = 7  # of a table on one page
BESIDE = 2.6  # inches of pictures that leave room for a table below
LINE = 46  # characters of a text in one of two columns
LINES = 30  # of both columns together


@dataclass(frozen=True)
class Slide:
    """One page: a sentence, pictures with their captions, a table, or texts."""

    sentence: str
    pictures: tuple[tuple[str, Chart], ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    texts: tuple[str, ...] = ()
    note: str = ""


def slides(
    question: Asked, teacher: Instructor, language: Language
) -> tuple[Slide, ...]:
    """The pages of a result; there is at least one.

    Raises:
        PhaseError: the question has not been shown, or is sealed for good.
    """
    state = teacher.state(question)
    if question.sealed or not state.revealed:
        raise PhaseError(f"question {question.id!r} is {state.phase}: show it first")
    tallies = teacher.tallies(question)
    if isinstance(tallies[-1], Wall):
        return tuple(_wall(question, teacher.wall(question), language))
    pages = [*_pictures(question, tallies, language)]
    pages[0] = replace(pages[0], note=_missed(question, tallies[-1], teacher, language))
    # a place for the movement between two votes: pages of `movement`, when it is there
    pages += _policies(question, tallies[-1], teacher, language)
    return tuple(pages)


def _pictures(
    question: Asked, tallies: Sequence[Tally], language: Language
) -> Iterator[Slide]:
    ask = question.ask[language]
    pieces = [_pieces(question, tally) for tally in tallies]
    for parts in zip(*pieces, strict=True):
        charts = [tally_chart(question, part, language) for part in parts]
        keys = ("first-vote", "second-vote-title") if len(charts) > 1 else ("",)
        names = [say(key, language) if key else "" for key in keys]
        told = list(zip(names, charts, strict=True))
        heights = [chart.height for chart in charts if chart.draw is not None]
        whole = sum(heights) <= TALLEST
        groups = [tuple(told)] if whole else [(one,) for one in told]
        tables = [_table(charts, names)]
        if whole and sum(heights) <= BESIDE and len(tables[0][1]) <= ROWS - 2:
            header, rows = tables.pop()
            yield Slide(ask, groups[0] if heights else (), header, rows)
            continue
        yield from (Slide(ask, group) for group in groups if heights)
        for header, rows in tables:
            yield from (Slide(ask, (), header, some) for some in _chunks(rows, ROWS))


def _table(
    charts: Sequence[Chart], names: Sequence[str]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The numbers of one chart, or of two under each other, each with its name."""
    if len(charts) == 1:
        return charts[0].header, charts[0].rows
    rows = tuple(
        (name, *row)
        for name, chart in zip(names, charts, strict=True)
        for row in chart.rows
    )
    return ("", *charts[0].header), rows


def _pieces(question: Asked, tally: Tally) -> list[Tally]:
    """A tally in parts that can be read from the last row of the room."""
    if not isinstance(tally, Table):
        return [tally]
    size = 1 if isinstance(question, Grid) else STATEMENTS
    return [Table(rows) for rows in _chunks(tally.rows, size)]


def _policies(
    question: Asked, tally: Tally, teacher: Instructor, language: Language
) -> Iterator[Slide]:
    """A class's policies on the pictures of their simulator."""
    if not isinstance(question, Policy) or not isinstance(tally, Policies):
        return
    for simulator in teacher.case.simulators:
        if simulator.policy != question.id:
            continue
        settings = [every_lever(simulator, question, one) for one in tally.settings]
        for chart in class_charts(simulator, settings, language):
            yield Slide(chart.sentence, (("", chart),) if chart.draw else ())


def _wall(question: Asked, texts: Sequence[str], language: Language) -> Iterator[Slide]:
    """The texts in pages of two columns."""
    page: list[str] = []
    used = 0
    for text in texts:
        lines = 1 + sum(1 + len(line) // LINE for line in text.split("\n"))
        if page and used + lines > LINES:
            yield Slide(question.ask[language], texts=tuple(page))
            page, used = [], 0
        page.append(text)
        used += lines
    told = () if page else ((say("too-few", language),),)
    yield Slide(question.ask[language], rows=told, texts=tuple(page))


def _missed(
    question: Asked, tally: Tally, teacher: Instructor, language: Language
) -> str:
    """What a forecast's crowd and its average learner missed the figure by."""
    found = miss(teacher.case, question, tally) if isinstance(tally, Dots) else None
    if found is None:
        return ""
    told = {name: round(value, 1) for name, value in found._asdict().items()}
    return say("forecast-missed", language, **told)


def _chunks(many: Sequence[Item], size: int) -> list[tuple[Item, ...]]:
    return [tuple(many[n : n + size]) for n in range(0, len(many), size)]
