"""Links: every id is defined once, and every id that is used is defined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.case import Objective
from casekit.errors import Problem
from casekit.frozen import FACT_ID, SLUG
from casekit.question import Choice, Grid, Number, Policy, Writing
from casekit.rules.placed import Placed, named, sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casekit.case import Fact
    from casekit.page import Loc
    from casekit.question import Asked, Lever
    from casekit.rules.parts import Parts, SectionPart
    from casekit.rules.placed import Ids


LISTS = (  # of questions, by the name of their field
    *("options", "labels", "statements", "items", "fields", "parts"),
    *("levers", "predict"),
)


def links(parts: Parts) -> Iterator[Problem]:
    """Every id that is doubled or unknown, and sections without a file or time."""
    yield from _repeats(parts)
    for fact in parts.facts:
        yield from _fact(parts, fact)
    yield from _circles(parts)
    yield from _exhibits(parts)
    yield from _outline(parts)
    for section in parts.sections:
        yield from _section(parts, section)


def _repeats(parts: Parts) -> Iterator[Problem]:
    for name, form in (("sources", SLUG), ("facts", FACT_ID), ("roles", SLUG)):
        yield from _twice(named(parts.pages[f"{name}.yaml"], None, form))
    for key in ("objectives", "versions", "glossary"):
        yield from _twice(named(parts.outline, key, SLUG))
    yield from _twice(parts.stems)
    for exhibit in parts.exhibits:
        columns = exhibit.exhibit.columns if exhibit.exhibit else ()
        yield from _twice(
            Placed(exhibit.page, ("columns", index, "name"), column.name)
            for index, column in enumerate(columns)
        )
    for key in ("questions", "reveals"):
        yield from _twice(
            placed
            for section in parts.sections
            for placed in named(section.page, key, SLUG)
        )
    for section in parts.sections:
        for question in section.questions:
            for loc, options in _option_lists(question.value):
                yield from _twice(
                    Placed(question.page, (*question.loc, *loc, index), option.id)
                    for index, option in enumerate(options)
                )


def _twice(placed: Iterable[Placed[str]]) -> Iterator[Problem]:
    seen: dict[str, Placed[str]] = {}
    for here in placed:
        first = seen.setdefault(here.value, here)
        if first is not here:
            line = first.page.line(first.loc)
            wrong = f"repeats the id {here.value!r} of {first.page.path}:{line}"
            yield here.problem(wrong, "give each its own id")


def _option_lists(question: Asked) -> Iterator[tuple[Loc, Sequence[Any]]]:
    """Every list of a question whose entries have ids."""
    for name in LISTS:
        if hasattr(question, name):
            yield (name,), getattr(question, name)
    match question:
        case Grid():
            yield ("across", "bands"), question.across.bands
            yield ("up", "bands"), question.up.bands
        case Policy():
            for index, lever in enumerate(question.levers):
                yield ("levers", index, "options"), lever.options


def _fact(parts: Parts, placed: Placed[Fact]) -> Iterator[Problem]:
    fact = placed.value
    if fact.after is not None and parts.question_ids.lacks(fact.after):
        yield placed.unknown("question", fact.after, "after")
    for index, value in enumerate(fact.values):
        named_here = (
            ("source", value.source, parts.source_ids),
            ("by", value.by, parts.role_ids),
            ("unit", value.unit, parts.unit_ids),
        )
        for key, name, ids in named_here:
            if name is not None and ids.lacks(name):
                noun = "role" if key == "by" else key
                yield placed.unknown(noun, name, "values", index, key)
        for place, name in enumerate(value.computed_from):
            if parts.fact_ids.lacks(name):
                inner = ("values", index, "computed_from", place)
                yield placed.unknown("fact", name, *inner)


def _circles(parts: Parts) -> Iterator[Problem]:
    """Facts computed from themselves, told where the circle closes."""
    inputs = {
        name: [i for value in fact.values for i in value.computed_from]
        for name, fact in parts.ledger.items()
    }
    places = {placed.value.id: placed for placed in reversed(parts.facts)}
    done: set[str] = set()
    for start, first in inputs.items():
        path = {start: iter(first)} if start not in done else {}
        while path:
            name, rest = next(reversed(path.items()))
            for into in rest:
                if into in path:
                    wrong = f"fact {name} is computed from {into}, and that from it"
                    yield places[name].problem(wrong, "break the circle")
                elif into in inputs and into not in done:
                    path[into] = iter(inputs[into])
                    break
            else:
                del path[name]
                done.add(name)


def _exhibits(parts: Parts) -> Iterator[Problem]:
    shown = {name.value for s in parts.sections for name in s.names("exhibits")}
    shown |= {r.value.exhibit or "" for s in parts.sections for r in s.reveals}
    sure = parts.question_ids.sure and all(
        s.listed("exhibits").sure and len(s.reveals) == len(s.ids("reveals").names)
        for s in parts.sections
    )
    for part in parts.exhibits:
        page = Placed(part.page, (), part.stem)
        if part.after is not None and parts.question_ids.lacks(part.after):
            yield page.unknown("question", part.after, "after")
        for index, column in enumerate(part.exhibit.columns if part.exhibit else ()):
            if column.unit is not None and parts.unit_ids.lacks(column.unit):
                yield page.unknown("unit", column.unit, "columns", index, "unit")
        for line, row in part.rows:
            for name in row.facts:
                if parts.fact_ids.lacks(name):
                    wrong = f"names fact {name!r}"
                    yield Problem(part.table.path, line, wrong, "no fact has this id")
        if sure and part.stem not in shown:
            right = "list it in a section, or in the reveal that opens it"
            yield page.problem("is shown by no section", right)


def _outline(parts: Parts) -> Iterator[Problem]:
    there = {section.stem for section in parts.sections}
    for stem in parts.stems:
        if stem.value not in there and parts.listed:
            wrong = f"names section {stem.value!r}"
            yield stem.problem(wrong, f"write sections/{stem.value}.yaml")
    for section in parts.sections:
        if parts.stem_ids.lacks(section.stem):
            right = "add it to the sections there"
            yield Problem(section.page.path, 1, "is not in case.yaml", right)
    yield from _objectives(parts)


def _objectives(parts: Parts) -> Iterator[Problem]:
    """An objective is seen in questions of a section that has it among its own."""
    lists = [section.listed("objectives") for section in parts.sections]
    lost = any(parts.objective_ids.lacks(n) for names in lists for n in names.names)
    sure = not lost and all(names.sure for names in lists) and parts.question_ids.sure
    for objective in sound(parts.outline, "objectives", Objective):
        name, asked = objective.value.id, objective.value.seen_in
        holders = [s for s in parts.sections if name in s.listed("objectives").names]
        if sure and not holders:
            yield objective.problem("is in no section", "list it in one")
        there = {n for section in holders for n in section.ids("questions").names}
        for index, question in enumerate(asked):
            if parts.question_ids.lacks(question):
                yield objective.unknown("question", question, "seen_in", index)
            elif sure and holders and question not in there:
                wrong = f"is seen in {question!r}, of a section without it"
                right = f"add {name!r} to that section's objectives"
                yield objective.problem(wrong, right, "seen_in", index)


def _section(parts: Parts, section: SectionPart) -> Iterator[Problem]:
    lists: tuple[tuple[str, str, str, Ids], ...] = (
        ("objectives", SLUG, "objective", parts.objective_ids),
        ("facts", FACT_ID, "fact", parts.fact_ids),
        ("exhibits", SLUG, "exhibit", parts.exhibit_ids),
        ("simulators", SLUG, "simulator", parts.simulator_ids),
    )
    for key, form, noun, ids in lists:
        for name in section.names(key, form):
            if ids.lacks(name.value):
                yield name.unknown(noun, name.value)
    for question in section.questions:
        yield from _question(parts, question)
        yield from _opposed(parts, section, question)
    for reveal in section.reveals:
        if parts.question_ids.lacks(reveal.value.after):
            yield reveal.unknown("question", reveal.value.after, "after")
        shown = reveal.value.exhibit
        if shown is not None and parts.exhibit_ids.lacks(shown):
            yield reveal.unknown("exhibit", shown, "exhibit")


def _question(parts: Parts, question: Placed[Asked]) -> Iterator[Problem]:
    asked = question.value
    if isinstance(asked, Number) and parts.unit_ids.lacks(asked.unit):
        yield question.unknown("unit", asked.unit, "unit")
    if isinstance(asked, Policy):
        yield from unborne(parts, question, asked.levers)
    if asked.resolves and parts.fact_ids.lacks(asked.resolves.fact):
        yield question.unknown("fact", asked.resolves.fact, "resolves", "fact")


def _opposed(
    parts: Parts, section: SectionPart, question: Placed[Asked]
) -> Iterator[Problem]:
    """A scale that opposes texts: of opinion, open to all, in the same section."""
    asked = question.value
    if not isinstance(asked, Writing) or asked.opposed is None:
        return
    for placed in section.questions:
        scale = placed.value
        if scale.id == asked.opposed:
            fits = isinstance(scale, Choice) and scale.ordered and not scale.die
            if not fits or scale.sealed or scale.resolves:
                wrong = f"opposes texts by {scale.id!r}, which is no scale of opinions"
                right = "name an ordered choice, neither sealed nor resolved"
                yield question.problem(wrong, right, "opposed")
            return
    if parts.question_ids.sure:
        wrong = f"opposes texts by {asked.opposed!r}, which its section does not ask"
        yield question.problem(wrong, "name a scale of the section", "opposed")


def unborne(
    parts: Parts, placed: Placed[Any], levers: Sequence[Lever]
) -> Iterator[Problem]:
    """Facts that levers name, and there are none."""
    for index, lever in enumerate(levers):
        for place, name in enumerate(lever.facts):
            if parts.fact_ids.lacks(name):
                yield placed.unknown("fact", name, "levers", index, "facts", place)
