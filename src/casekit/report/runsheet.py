"""The run sheet: what happens when, where, and which questions move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.note import Paragraph, Row, Run, Table
from casekit.plan import Where, minutes_of
from casekit.report.phrase import (
    NOTHING,
    cell,
    clock,
    joined,
    name,
    percent,
    strong,
    told,
)
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.case import Case, Section
    from casekit.frozen import Language
    from casekit.note import Block, Lines, Runs
    from casekit.plan import Pause, Step, Version

PLACES = {
    Where.DEVICE: "note-on-device",
    Where.GROUP: "note-in-group",
    Where.PLENARY: "note-in-plenary",
}
MOVES = {  # in the order of a step
    "open": "note-open",
    "again": "note-again",
    "lock": "note-lock",
    "show": "note-show",
}


def lengths(case: Case) -> tuple[Version | None, ...]:
    """The case's own length, None, and its other versions."""
    return (None, *case.outline.versions)


def minutes_in(case: Case, version: Version | None) -> int:
    """The length of a version with its pauses, as it is announced."""
    return case.outline.minutes if version is None else version.minutes


def pauses(case: Case, version: Version | None) -> tuple[Pause, ...]:
    return case.outline.pauses if version is None else version.pauses


def run_sheet(case: Case, language: Language) -> tuple[Block, ...]:
    """The whole class in one table, its clock column empty for the day's own times."""
    rows: list[Row] = []
    start = 0
    for section in case.sections:
        title = strong(_title(section, language))
        spent = [section.minutes(version).total for version in lengths(case)]
        rows.append(_row(_at(start, spent[0], language), spent, title, band=True))
        rows += _step_rows(case, section, language, start)
        start += spent[0]
        rest = [_rest(case, version, section.stem) for version in lengths(case)]
        if any(rest):
            title = strong(say("note-pause", language))
            rows.append(_row(_at(start, rest[0], language), rest, title))
            start += rest[0]
    rows += _totals(case, language)
    table = _table(case, language, rows)
    return table, _legend(case, language)


def steps_table(case: Case, section: Section, language: Language) -> Table:
    """One section's steps, its clock running from the section's own start."""
    rows = _step_rows(case, section, language, 0)
    return _table(case, language, rows, blank=False)


def _step_rows(
    case: Case, section: Section, language: Language, start: int
) -> list[Row]:
    found = []
    for step in section.steps:
        spent = [step.minutes_in(version) for version in lengths(case)]
        row = _row(
            _at(start, spent[0], language),
            spent,
            told(step.do[language]),
            where=say(PLACES[step.where], language),
            moves=_moves(step, language),
        )
        found.append(row)
        start += step.minutes
    return found


def _totals(case: Case, language: Language) -> Iterator[Row]:
    steps = [step for section in case.sections for step in section.steps]
    spent = [minutes_of(steps, version) for version in lengths(case)]
    rest = [
        sum(pause.minutes for pause in pauses(case, version))
        for version in lengths(case)
    ]
    whole = [work.total + pause for work, pause in zip(spent, rest, strict=True)]
    end = clock(whole[0], language)
    yield _row(end, whole, strong(say("note-whole", language)), band=True)
    talk = [percent(work.talk, language) for work in spent]
    yield _row("", talk, strong(say("note-talk", language)), band=True)


def _table(
    case: Case, language: Language, rows: Iterable[Row], *, blank: bool = True
) -> Table:
    """The columns of a run sheet; `blank` keeps one for the times by the clock."""
    before = ("note-start", "note-actual", "note-where")
    figures = [str(minutes_in(case, version)) for version in lengths(case)]
    heads = [
        *(say(key, language) for key in before),
        *figures,
        say("note-do", language),
        say("note-moves", language),
    ]
    made = list(rows)
    if not blank:
        del heads[1]
        made = [
            Row((row.cells[0], *row.cells[2:]), row.band, row.anchor) for row in made
        ]
    first = heads.index(figures[0])
    return Table(
        tuple(strong(head) for head in heads),
        tuple(made),
        frozenset({0, *range(first, first + len(figures))}),
        small=True,
    )


def _row(  # noqa: PLR0913 - one for each column
    start: str,
    figures: Iterable[int | str],
    do: Runs,
    *,
    where: str = "",
    moves: Runs = (),
    band: bool = False,
) -> Row:
    shown: list[Lines] = [cell(str(figure or NOTHING)) for figure in figures]
    return Row(
        (cell(start), cell(""), cell(where), *shown, cell(do), cell(moves)), band
    )


def _at(start: int, minutes: int, language: Language) -> str:
    """When it begins; nothing for what only another version has."""
    return clock(start, language) if minutes else ""


def _rest(case: Case, version: Version | None, stem: str) -> int:
    return sum(p.minutes for p in pauses(case, version) if p.after == stem)


def _moves(step: Step, language: Language) -> Runs:
    """Which questions the step opens, locks and shows, in that order."""
    told_moves = [
        (Run(f"{say(key, language)} "), *joined((name(n),) for n in names))
        for move, key in MOVES.items()
        if (names := getattr(step, move))
    ]
    return joined(told_moves, " · ")


def _legend(case: Case, language: Language) -> Paragraph:
    said = [say("note-legend", language, length=case.outline.minutes)]
    said += [
        say(
            "note-version",
            language,
            minutes=version.minutes,
            title=version.title[language],
        )
        for version in case.outline.versions
    ]
    return Paragraph((Run(" ".join(said)),), quiet=True)


def _title(section: Section, language: Language) -> str:
    """A section's number and title.

    The number is its stem's, so that note, notebook and sheet agree.
    """
    return f"{int(section.stem[:2])} · {section.title[language]}"
