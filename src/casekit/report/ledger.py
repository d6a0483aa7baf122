"""The appendix of a teaching note: terms, every fact with its standing, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.frozen import fact_order
from casekit.note import Paragraph, Row, Run, Table
from casekit.report.phrase import NOTHING, cell, filled, joined, name, strong, told
from casekit.words import day, number, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casekit.case import Case, Fact, Source, Value
    from casekit.frozen import Language
    from casekit.note import Block, Lines, Runs


def glossary(case: Case, language: Language) -> tuple[Block, ...]:
    """The terms of the case, in the alphabet of the language."""
    terms = sorted(
        case.outline.glossary, key=lambda term: term.term[language].casefold()
    )
    rows = [
        Row((cell(strong(term.term[language])), cell(term.meaning[language])))
        for term in terms
    ]
    if not rows:
        return (Paragraph((Run(say("note-none", language)),)),)
    return (_table(("note-term", "note-meaning"), rows, language),)


def ledger(case: Case, language: Language) -> tuple[Block, ...]:
    """Every fact by its id, so that a citation is found at once."""
    facts = sorted(case.facts, key=lambda fact: fact_order(fact.id))
    places = {source.id: place for place, source in enumerate(case.sources, start=1)}
    rows = [_fact(case, fact, places, language) for fact in facts]
    keys = ("note-fact", "note-statement", "note-values")
    return (_table(keys, rows, language, small=True),)


def sources(case: Case, language: Language) -> tuple[Block, ...]:
    """Every source under the number by which the ledger names it."""
    rows = [
        Row(
            (cell(str(place)), _source(source, language)),
            anchor=f"source-{place}",
        )
        for place, source in enumerate(case.sources, start=1)
    ]
    keys = ("note-number", "note-source")
    return (_table(keys, rows, language, small=True),)


def _fact(case: Case, fact: Fact, places: dict[str, int], language: Language) -> Row:
    statement: list[Runs] = [told(fact.statement[language])]
    if _disputed(fact):
        count = say("note-discrepancy", language, count=len(fact.values))
        statement.append(strong(count))
    if fact.after is not None:
        until = (name(fact.after),)
        statement.append(filled("note-sealed-until", language, question=until))
    values = tuple(_value(case, value, places, language) for value in fact.values)
    cells: tuple[Lines, ...] = (cell(strong(fact.id)), tuple(statement), values)
    return Row(cells, anchor=f"fact-{fact.id}")


def _disputed(fact: Fact) -> bool:
    """Whether two sources tell one thing differently; what was computed tells none."""
    told = {
        (value.source, value.unit, value.figures or value.words)
        for value in fact.values
    }
    return any(
        one[0] != other[0] and one[1] == other[1] and one[2] != other[2]
        for one in told
        for other in told
        if one[0] is not None and other[0] is not None
    )


def _value(
    case: Case, value: Value, places: dict[str, int], language: Language
) -> Runs:
    """One value: what, when, how well known, who says so, and where."""
    parts: list[Runs] = [
        (Run(_amount(case, value, language)),),
        (Run(day(value.date, language)),),
        (Run(say(f"grade-{value.grade.value}", language)),),
        *_who(case, value, language),
    ]
    if value.computed_from:
        inputs = joined((Run(n, to=f"#fact-{n}"),) for n in value.computed_from)
        parts[2] = (Run(f"{say('note-computed-from', language)} "), *inputs)
    if value.source is not None:
        place = places[value.source]
        parts.append((Run(f"[{place}]", to=f"#source-{place}"),))
    return joined(parts, " · ")


def _amount(case: Case, value: Value, language: Language) -> str:
    if value.words is not None:
        return value.words[language]
    unit = case.outline.units[value.unit][language] if value.unit else ""
    figures = "–".join(number(figure, language) for figure in value.figures)
    return f"{figures} {unit}".strip()


def _who(case: Case, value: Value, language: Language) -> Iterator[Runs]:
    post = case.role(value.by).post[language] if value.by else ""
    if value.claim:
        key = "note-claim-by" if post else "note-claim"
        yield (Run(say(key, language, post=post), emphasis=True),)
    elif post:
        yield (Run(say("note-by", language, post=post)),)


def _source(source: Source, language: Language) -> Lines:
    dated = source.date != "undated"
    when = day(source.date, language) if dated else say("undated", language)
    first: list[Run] = [*strong(source.publisher), Run(f", {when}.")]
    if source.title:
        first += [Run(" "), Run(source.title, emphasis=True), Run(".")]
    if source.promotional:
        first.append(Run(f" ({say('promotional', language)})"))
    about = source.about[language] or NOTHING
    return tuple(first), told(about), (Run(source.address, to=source.address),)


def _table(
    keys: tuple[str, ...], rows: list[Row], language: Language, *, small: bool = False
) -> Table:
    head = tuple(strong(say(key, language)) for key in keys)
    return Table(head, tuple(rows), small=small)
