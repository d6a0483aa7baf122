"""What must hold between the parts of a case: links, seals, minutes, figures in prose.

Each rule takes what could be read, sound or not, and yields problems; none raises.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from casekit.case import Case, Choice, Grade, Grid, Number, Tag, Value, Writing
from casekit.errors import Problem
from casekit.page import Loc, Page, texts
from casekit.prose import Licence, cited, flaws

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from casekit.case import Asked, Fact, Language, Section
    from casekit.notebook import Notebook

Pages = dict[str, Page]


def links(case: Case, pages: Pages) -> Iterator[Problem]:
    """Every id is defined once and every id that is used is defined."""
    yield from _repeats(case, pages)
    yield from _facts(case, pages)
    yield from _exhibits(case, pages)
    yield from _sections(case, pages)


def prose(case: Case, pages: Pages) -> Iterator[Problem]:
    """Every figure in the case's own texts is borne by a fact."""
    ledger = {fact.id: fact for fact in case.facts}
    outline = pages["case.yaml"]
    yield from _page_prose(case, outline, citable=_open(case), skip=("units",))
    for index, fact in enumerate(pages["facts.yaml"].value or []):
        name = fact.get("id") if isinstance(fact, dict) else None
        if name in ledger:
            licence = _licence(case, citable=frozenset(ledger), implied=(name,))
            yield from _texts(pages["facts.yaml"], fact, (index,), licence)
    for exhibit in case.exhibits:
        citable = _open(case, after=exhibit.after)
        page = pages[f"exhibits/{exhibit.id}.yaml"]
        yield from _page_prose(case, page, citable=citable, implied=exhibit.facts)
        for row in exhibit.rows:
            licence = _licence(case, citable=citable, implied=row.facts)
            for words in row.words.values():
                for language in ("id", "en"):
                    for flaw in flaws(words[language], language, licence):
                        path = page.path.removesuffix("yaml") + "csv"
                        yield Problem(path, 1, flaw.wrong, flaw.right)
    for section in case.sections:
        page = pages[f"sections/{section.stem}.yaml"]
        yield from _page_prose(case, page, citable=_open(case), skip=("reveals",))
        for index, reveal in enumerate(section.reveals):
            licence = _licence(case, citable=_open(case, after=reveal.after))
            raw = page.value["reveals"][index]
            yield from _texts(page, raw, ("reveals", index), licence)


def notebooks(case: Case, books: Collection[Notebook]) -> Iterator[Problem]:
    """Notebooks and case name each other's parts, and prose bears its figures."""
    stems = {section.stem: section for section in case.sections}
    licence = _licence(case, citable=_open(case))
    for language in sorted({book.language for book in books}):
        there = {book.stem for book in books if book.language == language}
        folder = f"{case.slug}/{language}"
        for stem in case.outline.sections:
            if stem not in there:
                yield Problem(f"{folder}/{stem}.ipynb", 1, "is missing", "write it")
    for book in books:
        section = stems.get(book.stem)
        if section is None:
            yield Problem(book.path, 1, "has no section", "name it in case.yaml")
            continue
        yield from _calls(section, book)
        language: Language = "id" if book.language == "id" else "en"
        names: list[str] = []
        for cell in book.prose:
            names += cited(cell.text)
            for flaw in flaws(cell.text, language, licence):
                yield Problem(book.path, cell.line(flaw.offset), flaw.wrong, flaw.right)
        told = set(section.facts) | set(_cited_in_section(section))
        for name in dict.fromkeys(names):
            if name not in told:
                wrong = f"cites [{name}], which section {book.stem!r} does not list"
                yield Problem(book.path, 1, wrong, "add it to the section's facts")


def _calls(section: Section, book: Notebook) -> Iterator[Problem]:
    known: dict[str, set[str]] = {
        "ask": {question.id for question in section.questions},
        "show": set(section.exhibits),
        "reveal": {reveal.id for reveal in section.reveals},
        "rubric": {section.stem},
        "sources": {section.stem},
    }
    for call in book.calls:
        if call.name not in known[call.verb]:
            wrong = f"calls {call.verb}({call.name!r}), which section {section.stem!r} lacks"
            right = f"it has {', '.join(sorted(known[call.verb])) or 'none'}"
            yield Problem(book.path, call.line, wrong, right)
    for verb, names in known.items():
        called = {call.name for call in book.calls if call.verb == verb}
        for name in sorted(names - called):
            wrong = f"never calls {verb}({name!r}), which its section lists"
            yield Problem(
                book.path, 1, wrong, "add the cell or take it from the section"
            )


def _repeats(case: Case, pages: Pages) -> Iterator[Problem]:
    for name in ("sources", "facts", "roles"):
        page = pages[f"{name}.yaml"]
        raw = page.value if isinstance(page.value, list) else []
        yield from _twice(page, [((i,), _id(item)) for i, item in enumerate(raw)])
    outline = pages["case.yaml"]
    objectives = enumerate(case.outline.objectives)
    yield from _twice(outline, [(("objectives", i), o.id) for i, o in objectives])
    yield from _twice(
        outline, [(("sections", i), s) for i, s in enumerate(case.outline.sections)]
    )
    seen: dict[str, str] = {}
    for section in case.sections:
        page = pages[f"sections/{section.stem}.yaml"]
        for kind, parts in (
            ("questions", section.questions),
            ("reveals", section.reveals),
        ):
            for index, part in enumerate(parts):
                first = seen.setdefault(f"{kind} {part.id}", page.path)
                if first != page.path:
                    line = page.line((kind, index))
                    wrong = f"{part.id!r} is also in {first}"
                    yield Problem(page.path, line, wrong, "give each its own id")
            yield from _twice(page, [((kind, i), p.id) for i, p in enumerate(parts)])
        for index, question in enumerate(section.questions):
            for options in _option_lists(question):
                here = ("questions", index)
                yield from _twice(
                    page, [((*here, i), o) for i, o in enumerate(options)]
                )


def _facts(case: Case, pages: Pages) -> Iterator[Problem]:
    page = pages["facts.yaml"]
    places = _places(page)
    sources = _ids(pages["sources.yaml"])
    roles = _ids(pages["roles.yaml"])
    facts = _ids(page)
    for fact in case.facts:
        loc = places.get(fact.id, ())
        if fact.after is not None and fact.after not in _questions(pages):
            yield _unknown(page, (*loc, "after"), "question", fact.after)
        for index, value in enumerate(fact.values):
            here = (*loc, "values", index)
            if value.source is not None and value.source not in sources:
                yield _unknown(page, (*here, "source"), "source", value.source)
            if value.by is not None and value.by not in roles:
                yield _unknown(page, (*here, "by"), "role", value.by)
            if value.unit is not None and value.unit not in case.outline.units:
                yield _unknown(page, (*here, "unit"), "unit", value.unit)
            for name in value.computed_from:
                if name not in facts:
                    yield _unknown(page, (*here, "computed_from"), "fact", name)
        if _circular(case, fact.id):
            line = page.line(loc)
            yield Problem(
                page.path, line, f"{fact.id} is computed from itself", "break it"
            )


def _exhibits(case: Case, pages: Pages) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in case.facts}
    for exhibit in case.exhibits:
        page = pages[f"exhibits/{exhibit.id}.yaml"]
        table = page.path.removesuffix("yaml") + "csv"
        if exhibit.after is not None and exhibit.after not in _questions(pages):
            yield _unknown(page, ("after",), "question", exhibit.after)
        for index, column in enumerate(exhibit.columns):
            if column.unit is not None and column.unit not in case.outline.units:
                yield _unknown(page, ("columns", index, "unit"), "unit", column.unit)
        for number, row in enumerate(exhibit.rows, start=2):
            if not row.facts:
                yield Problem(
                    table, number, "has no facts", "name the facts that bear it"
                )
            known = [facts[name] for name in row.facts if name in facts]
            for name in row.facts:
                if name not in _ids(pages["facts.yaml"]):
                    yield Problem(
                        table, number, f"names fact {name!r}", "no fact has this id"
                    )
            for fact in known:
                yield from _showable(fact, table, number, after=exhibit.after)
            values = [value for fact in known for value in fact.values]
            yield from _cells(exhibit.columns, row, values, table, number)


def _cells(
    columns: Iterable[Any],
    row: Any,
    values: list[Value],
    table: str,
    line: int,
) -> Iterator[Problem]:
    for column in columns:
        if column.name in row.numbers:
            number = row.numbers[column.name]
            borne = any(v.unit == column.unit and number in v.figures for v in values)
            if not borne:
                wrong = f"{column.name!r} is {number:g} {column.unit}"
                right = "use a figure of the row's facts, in its unit"
                yield Problem(table, line, wrong, right)
        if column.name in row.dates:
            date = row.dates[column.name]
            if all(value.date != date for value in values):
                wrong = f"{column.name!r} is {date}"
                yield Problem(table, line, wrong, "use a date of the row's facts")


def _sections(case: Case, pages: Pages) -> Iterator[Problem]:
    outline = pages["case.yaml"]
    found = {section.stem for section in case.sections}
    files = {name[9:-5] for name in pages if name.startswith("sections/")}
    for index, stem in enumerate(case.outline.sections):
        if stem not in files:
            wrong = f"names section {stem!r}"
            line = outline.line(("sections", index))
            yield Problem(outline.path, line, wrong, f"write sections/{stem}.yaml")
    for stem in sorted(found - set(case.outline.sections)):
        path = pages[f"sections/{stem}.yaml"].path
        yield Problem(path, 1, "is not in case.yaml", "add it to the sections there")
    total = sum(section.minutes.total for section in case.sections)
    if total > case.outline.minutes:
        line = outline.line(("minutes",))
        wrong = f"the sections take {total} minutes of {case.outline.minutes}"
        yield Problem(outline.path, line, wrong, "shorten them")
    for section in case.sections:
        yield from _section(case, section, pages)


def _section(case: Case, section: Section, pages: Pages) -> Iterator[Problem]:
    page = pages[f"sections/{section.stem}.yaml"]
    facts = {fact.id: fact for fact in case.facts}
    exhibits = {exhibit.id: exhibit for exhibit in case.exhibits}
    known = {
        "objectives": ("objective", {o.id for o in case.outline.objectives}),
        "facts": ("fact", _ids(pages["facts.yaml"])),
        "exhibits": (
            "exhibit",
            {name[9:-5] for name in pages if name[:9] == "exhibits/"},
        ),
    }
    for key, (noun, names) in known.items():
        for index, name in enumerate(getattr(section, key)):
            if name not in names:
                yield _unknown(page, (key, index), noun, name)
    for index, name in enumerate(section.facts):
        if name in facts:
            line = page.line(("facts", index))
            yield from _showable(facts[name], page.path, line, after=None)
    for index, name in enumerate(section.exhibits):
        if name in exhibits and exhibits[name].after is not None:
            line = page.line(("exhibits", index))
            wrong = f"lists the sealed exhibit {name!r}"
            yield Problem(page.path, line, wrong, "name it in the reveal that opens it")
    for index, question in enumerate(section.questions):
        loc = ("questions", index)
        yield from _question(case, question, page, loc, facts)
    for index, reveal in enumerate(section.reveals):
        here = ("reveals", index)
        if reveal.after not in _questions(pages):
            yield _unknown(page, (*here, "after"), "question", reveal.after)
        if reveal.exhibit is None:
            continue
        if reveal.exhibit not in exhibits:
            yield _unknown(page, (*here, "exhibit"), "exhibit", reveal.exhibit)
        elif exhibits[reveal.exhibit].after not in {None, reveal.after}:
            line = page.line((*here, "exhibit"))
            wrong = f"shows {reveal.exhibit!r}, sealed after another question"
            yield Problem(page.path, line, wrong, f"seal it after {reveal.after!r}")


def _question(
    case: Case, question: Asked, page: Page, loc: Loc, facts: Mapping[str, Fact]
) -> Iterator[Problem]:
    if isinstance(question, Number) and question.unit not in case.outline.units:
        yield _unknown(page, (*loc, "unit"), "unit", question.unit)
    if question.resolves is None:
        return
    fact = facts.get(question.resolves.fact)
    line = page.line((*loc, "resolves"))
    if fact is None:
        yield _unknown(page, (*loc, "resolves", "fact"), "fact", question.resolves.fact)
    elif len(fact.values) > 1:
        wrong = f"is resolved by {fact.id}, which has several values"
        yield Problem(
            page.path, line, wrong, "where sources conflict there is no score"
        )
    elif fact.after != question.id:
        wrong = f"is resolved by {fact.id}, which is not sealed after it"
        yield Problem(
            page.path, line, wrong, f"seal the fact with after: {question.id}"
        )


def _showable(
    fact: Fact, path: str, line: int, *, after: str | None
) -> Iterator[Problem]:
    if fact.after not in {None, after}:
        wrong = f"shows fact {fact.id}, sealed after {fact.after!r}"
        yield Problem(path, line, wrong, "leave it to the reveal after that question")
    if any(value.grade is Grade.UNVERIFIED for value in fact.values):
        wrong = f"shows fact {fact.id}, which is unverified"
        yield Problem(path, line, wrong, "leave it out until a source is read")


def _page_prose(
    case: Case,
    page: Page,
    *,
    citable: frozenset[str],
    implied: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
) -> Iterator[Problem]:
    licence = _licence(case, citable=citable, implied=implied)
    raw = page.value if isinstance(page.value, dict) else {}
    for key, part in raw.items():
        if key not in skip:
            yield from _texts(page, part, (key,), licence)


def _texts(page: Page, raw: Any, loc: Loc, licence: Licence) -> Iterator[Problem]:  # noqa: ANN401
    for place, language, words in texts(raw, loc):
        known: Language = "id" if language == "id" else "en"
        for flaw in flaws(words, known, licence):
            line = page.line((*place, language)) + words.count("\n", 0, flaw.offset)
            yield Problem(page.path, line, f"{language}: {flaw.wrong}", flaw.right)


def _licence(
    case: Case, *, citable: frozenset[str], implied: tuple[str, ...] = ()
) -> Licence:
    return Licence(
        ledger={fact.id: fact for fact in case.facts},
        citable=citable,
        as_of=case.outline.as_of,
        teaching_numbers=frozenset(case.outline.teaching_numbers),
        implied=implied,
    )


def _open(case: Case, *, after: str | None = None) -> frozenset[str]:
    return frozenset(fact.id for fact in case.facts if fact.after in {None, after})


def _cited_in_section(section: Section) -> Iterator[str]:
    parts: tuple[Any, ...] = (section.questions, section.debrief, section.rubric)
    for part in chain.from_iterable(p if isinstance(p, tuple) else (p,) for p in parts):
        for _, _, words in texts(part.model_dump()):
            yield from cited(words)


def _circular(case: Case, name: str) -> bool:
    inputs = {
        fact.id: {i for value in fact.values for i in value.computed_from}
        for fact in case.facts
    }
    seen: set[str] = set()
    waiting = set(inputs.get(name, ()))
    while waiting:
        seen |= waiting
        waiting = {i for n in waiting for i in inputs.get(n, ())} - seen
    return name in seen


def _option_lists(question: Asked) -> tuple[list[str], ...]:
    match question:
        case Choice():
            lists = (question.options,)
        case Tag():
            lists = (question.labels, question.statements)
        case Grid():
            lists = (question.items, question.across.bands, question.up.bands)
        case Writing():
            lists = (question.fields,)
        case _:
            lists = ()
    return tuple([option.id for option in options] for options in lists)


def _twice(page: Page, named: Iterable[tuple[Loc, str | None]]) -> Iterator[Problem]:
    pairs = [(loc, name) for loc, name in named if name is not None]
    counts = Counter(name for _, name in pairs)
    seen: set[str] = set()
    for loc, name in pairs:
        if counts[name] > 1 and name in seen:
            yield Problem(
                page.path, page.line(loc), f"repeats the id {name!r}", "rename it"
            )
        seen.add(name)


def _id(item: Any) -> str | None:  # noqa: ANN401 - whatever the file holds
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else None


def _ids(page: Page) -> set[str]:
    """Ids as they stand in the file, so that a flawed part is not also "unknown"."""
    return set(_places(page))


def _places(page: Page) -> dict[str, Loc]:
    raw = page.value if isinstance(page.value, list) else []
    return {name: (i,) for i, item in enumerate(raw) if (name := _id(item)) is not None}


def _questions(pages: Pages) -> set[str]:
    values = [
        page.value for name, page in pages.items() if name.startswith("sections/")
    ]
    lists = [v.get("questions") for v in values if isinstance(v, dict)]
    items = chain.from_iterable(part for part in lists if isinstance(part, list))
    return {name for item in items if (name := _id(item)) is not None}


def _unknown(page: Page, loc: Loc, noun: str, name: str) -> Problem:
    return Problem(
        page.path, page.line(loc), f"names {noun} {name!r}", f"no {noun} has this id"
    )
