"""What a projector shows of a question once it is shown, page by page.

This is the only way by which a class's answers reach the projector, and it refuses
every question that has not been shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from casekit.charts import Chart, between, movement_chart, tally_chart, votes_chart
from casekit.errors import PhaseError
from casekit.forecast import miss
from casekit.look import gained, look
from casekit.pair import pair_of
from casekit.question import Choice, Grid, Policy
from casekit.simulators import class_charts, every_lever
from casekit.tally import Cells, Dots, Policies, Table, Wall
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.movement import Movement
    from casekit.question import Asked
    from casekit.tally import Tally

Item = TypeVar("Item")
Rows = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
TALLEST = 4.2  # inches of a picture, and of a table below it, that one page holds
CLASS_TALLEST = 4.6  # of a class's policies, whose words are written larger
ROW = 0.3  # inches that a row of a table takes there
WIDEST = 110  # characters of a cell of a table
STATEMENTS = 3  # of a tag question on one page
ROWS = 10  # of a table on one page
LINE = 52  # characters of a text in one of two columns
LINES = 34  # of both columns together


@dataclass(frozen=True)
class Slide:
    """One page: a sentence, pictures with their captions, a table, or texts."""

    sentence: str
    pictures: tuple[tuple[str, Chart], ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    texts: tuple[str, ...] = ()
    note: str = ""
    tallest: float = TALLEST


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
        wall = _wall(question, teacher.wall(question), language)
        return (*wall, *_opposed(question, teacher, language))
    pictures = [*_pictures(question, tallies, language)]
    note = _missed(question, tallies[-1], teacher, language)
    pictures[0] = replace(pictures[0], note=note)
    pictures += _policies(question, tallies[-1], teacher, language)
    tables = _tables(question, tallies, language)
    moved = look(question, teacher).movement
    if isinstance(question, Choice) and moved is not None:
        pictures.append(_moved(question, moved, language))
        told = between(question, moved, language)
        tables += [(("", "", "n"), _unrepeated(page)) for page in _chunks(told, ROWS)]
    if len(pictures) == 1 and _fits(pictures[0], tables):
        header, rows = tables[0]
        return (replace(pictures[0], header=header, rows=rows),)
    ask = question.ask[language]
    pages = [Slide(ask, (), header, rows) for header, rows in tables]
    return (*(page for page in pictures if page.pictures), *pages)


def _moved(question: Choice, moved: Movement, language: Language) -> Slide:
    """How answers moved between two votes, and how much was learnt."""
    chart = movement_chart(question, moved, language)
    note = gained(question, moved, language)
    return Slide(question.ask[language], _drawn("", chart), note=note)


def _fits(slide: Slide, tables: Sequence[Rows]) -> bool:
    """Whether the only table has room under the only picture."""
    height = sum(chart.height for _, chart in slide.pictures)
    return len(tables) == 1 and height + ROW * len(tables[0][1]) <= TALLEST


def _pictures(
    question: Asked, tallies: Sequence[Tally], language: Language
) -> Iterator[Slide]:
    """Both votes in one picture where it holds them, else one after the other."""
    ask, names = question.ask[language], _names(tallies, language)
    votes = [
        (name, tally)
        for name, tally in zip(names, tallies, strict=True)
        if isinstance(tally, Cells)
    ]
    if isinstance(question, Choice) and len(votes) > 1:
        yield Slide(ask, _drawn("", votes_chart(question, votes, language)))
        return
    pieces = [_pieces(question, tally) for tally in tallies]
    for parts in zip(*pieces, strict=True):
        for name, part in zip(names, parts, strict=True):
            yield Slide(ask, _drawn(name, tally_chart(question, part, language)))


def _drawn(name: str, chart: Chart) -> tuple[tuple[str, Chart], ...]:
    return ((name, chart),) if chart.draw else ()


def _names(tallies: Sequence[Tally], language: Language) -> list[str]:
    keys = ("first-vote", "second-vote-title")
    return [say(key, language) for key in keys] if len(tallies) > 1 else [""]


def _tables(
    question: Asked, tallies: Sequence[Tally], language: Language
) -> list[Rows]:
    """The numbers, a page at a time; what stands as in the row above is left out."""
    header: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    for name, tally in zip(_names(tallies, language), tallies, strict=True):
        chart = tally_chart(question, tally, language)
        own = chart.rows[-1:] if isinstance(tally, Dots) else chart.rows
        first = (name,) if name else ()
        bare = isinstance(tally, Dots) or not any(any(row[1:]) for row in own)
        header = () if bare else (*(("",) if name else ()), *chart.header)
        rows += [(*first, *(_brief(cell, language) for cell in row)) for row in own]
    return [(header, _unrepeated(page)) for page in _chunks(rows, ROWS)]


def _brief(cell: str, language: Language) -> str:
    return cell if len(cell) <= WIDEST else say("merged", language)


def _unrepeated(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    told: list[tuple[str, ...]] = []
    above: tuple[str, ...] = ()
    for row in rows:
        same = [a == b for a, b in zip(row[:-1], above[:-1], strict=False)]
        lead = next((n for n, one in enumerate(same) if not one), len(same))
        told.append(("",) * lead + row[lead:])
        above = row
    return tuple(told)


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
            drawn = _drawn("", chart)
            yield Slide(chart.sentence, drawn, tallest=CLASS_TALLEST)


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


def _opposed(
    question: Asked, teacher: Instructor, language: Language
) -> Iterator[Slide]:
    """Two texts from opposite sides, once the instructor has put them up."""
    pair = pair_of(question, teacher)
    if pair is not None and pair.shown:
        yield Slide(say("pair-told", language), texts=pair.shown)


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
