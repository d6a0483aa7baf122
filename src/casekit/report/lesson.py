"""What a teaching note says of objectives, lengths, and each section of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.note import Box, Paragraph, Row, Run, Table
from casekit.report.phrase import (
    NOTHING,
    cell,
    filled,
    joined,
    labelled,
    name,
    percent,
    strong,
    told,
)
from casekit.report.runsheet import lengths, minutes_in, pauses, steps_table
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.case import Case, Section
    from casekit.frozen import Language
    from casekit.note import Block, Runs

LEVELS = ("level-1", "level-2", "level-3", "level-4")


def objectives(case: Case, language: Language) -> tuple[Block, ...]:
    """Each objective, and the wording of the questions in which it is seen."""
    head = ("note-objective", "note-seen-in")
    rows = [
        Row(
            (
                cell(objective.text[language]),
                tuple(
                    (*told(case.question(asked).ask[language]), Run(" "), name(asked))
                    for asked in objective.seen_in
                ),
            )
        )
        for objective in case.outline.objectives
    ]
    return (_table(head, rows, language),)


def versions(case: Case, language: Language) -> tuple[Block, ...]:
    """The minutes of each section in each length, with pauses and share of talk."""
    each = lengths(case)
    rows = [
        _figures(
            told(f"{int(section.stem[:2])} · {section.title[language]}"),
            [section.minutes(version).total for version in each],
        )
        for section in case.sections
    ]
    spent = [
        [
            sum(parts)
            for parts in zip(*(s.minutes(v) for s in case.sections), strict=True)
        ]
        for v in each
    ]
    rest = [sum(pause.minutes for pause in pauses(case, v)) for v in each]
    work = [sum(parts) for parts in spent]
    whole = [sum(pair) for pair in zip(work, rest, strict=True)]
    rows.append(_figures(strong(say("note-work", language)), work, band=True))
    for index, key in enumerate(("note-device", "note-group", "note-plenary")):
        told_of = [parts[index] for parts in spent]
        rows.append(_figures(told(say(key, language)), told_of))
    talk = [
        percent((group + plenary) / total, language) if total else NOTHING
        for (_, group, plenary), total in zip(spent, work, strict=True)
    ]
    rows += [
        _figures(strong(say("note-talk", language)), talk, band=True),
        _figures(told(say("note-pauses", language)), rest),
        _figures(strong(say("note-whole", language)), whole, band=True),
    ]
    heads = [
        say("note-own-length", language, minutes=minutes_in(case, None)),
        *(version.title[language] for version in case.outline.versions),
    ]
    head = (say("note-part", language), *heads)
    numeric = frozenset(range(1, len(head)))
    return (Table(tuple(strong(words) for words in head), tuple(rows), numeric),)


def section(case: Case, stem: str, language: Language) -> tuple[Block, ...]:
    """One section: what it is for, its steps, what it shows, and its rubric."""
    found = case.section(stem)
    goals = {goal.id: goal.text for goal in case.outline.objectives}
    aims = joined((told(goals[aim][language]) for aim in found.objectives), "; ")
    box = Box(
        (*strong(found.title[language]), Run(f"  {stem}", code=True)),
        (
            Paragraph((Run(_minutes(case, found, language)),)),
            labelled(say("note-objectives", language), (*aims, Run("."))),
            *_shown(case, found, language),
            labelled(say("note-debrief", language), told(found.debrief[language])),
        ),
        anchor=f"section-{stem}",
    )
    return box, steps_table(case, found, language), _rubric(found, language)


def _minutes(case: Case, section: Section, language: Language) -> str:
    own = section.minutes()
    said = [
        say(
            "note-minutes-of",
            language,
            minutes=own.total,
            device=own.device,
            group=own.group,
            plenary=own.plenary,
        )
    ]
    said += [
        say(
            "note-minutes-in",
            language,
            minutes=section.minutes(version).total or NOTHING,
            version=version.title[language],
        )
        for version in case.outline.versions
    ]
    return f"{'; '.join(said)}."


def _shown(case: Case, section: Section, language: Language) -> Iterator[Paragraph]:
    """What the section has beside its questions of the class, one label each."""
    moved = {
        name
        for part in case.sections
        for step in part.steps
        if step.minutes
        for name in step.moved
    }
    lists: tuple[tuple[str, Iterable[Runs]], ...] = (
        (
            "note-exhibits",
            (told(case.exhibit(n).title[language]) for n in section.exhibits),
        ),
        (
            "note-simulators",
            (told(case.simulator(n).title[language]) for n in section.simulators),
        ),
        (
            "note-reveals",
            (
                filled(
                    "note-reveal-after",
                    language,
                    title=told(reveal.title[language]),
                    question=(name(reveal.after),),
                )
                for reveal in section.reveals
            ),
        ),
        (
            "note-after-class",
            ((name(q.id),) for q in section.questions if q.id not in moved),
        ),
    )
    for key, parts in lists:
        if runs := joined(parts, "; "):
            yield labelled(say(key, language), (*runs, Run(".")))


def _rubric(section: Section, language: Language) -> Table:
    rows = [
        Row((cell(say(key, language)), cell(level[language])))
        for key, level in zip(LEVELS, section.rubric.levels, strict=True)
    ]
    subject = section.rubric.subject[language]
    head = (say("level", language), say("note-rubric", language, subject=subject))
    return Table(tuple(strong(words) for words in head), tuple(rows))


def _figures(label: Runs, figures: Iterable[int | str], *, band: bool = False) -> Row:
    return Row((cell(label), *(cell(str(f or NOTHING)) for f in figures)), band)


def _table(keys: tuple[str, ...], rows: Iterable[Row], language: Language) -> Table:
    return Table(tuple(strong(say(key, language)) for key in keys), tuple(rows))
