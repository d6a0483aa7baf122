"""Exhibits, their sources, and the rubric: what a case shows without asking."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, Any

from IPython.display import display
from ipywidgets import HTML, VBox

from casekit.cards.bundle import Bundle
from casekit.cards.style import paragraphs, style
from casekit.charts import Chart, exhibit_chart
from casekit.frozen import fact_order
from casekit.plan import Where
from casekit.words import day, number, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from casekit.case import Case, Fact, Section, Source
    from casekit.exhibit import Exhibit, Row
    from casekit.frozen import Language
    from casekit.learner import Learner

FIGURE = "casekit-figure"
PLACES = {
    Where.DEVICE: "on-device",
    Where.GROUP: "on-group",
    Where.PLENARY: "on-plenary",
}


class ExhibitCard:
    """An exhibit: its picture if it has one, its sentence, its table, its sources.

    Shown as two outputs, so that a code host shows the picture and the table both.
    What is committed of an exhibit that grows is what everybody may see at once; its
    widgets follow the journal.
    """

    def __init__(
        self, exhibit: Exhibit, case: Case, learner: Learner, language: Language
    ) -> None:
        self._exhibit, self._case, self._language = exhibit, case, language
        self._learner, self._seen = learner, case.seen(exhibit)
        chart = exhibit_chart(self._seen, case, language)
        self.picture = _Picture(chart) if chart.draw is not None else None
        self.sheet = SheetCard(repr(self), self._told(chart))
        if exhibit.grows:
            learner.watchers.append(self.refresh)
            self.refresh()

    def __repr__(self) -> str:
        return self._exhibit.title[self._language]

    def _ipython_display_(self) -> None:
        for part in (self.picture, self.sheet):
            if part is not None:
                display(part)

    def refresh(self) -> None:
        """Follow the journal: a row appears once all that seals it is shown."""
        state = self._learner.journal.state
        seals = self._case.seals(self._exhibit)
        shown = {question for question in seals if state(question).revealed}
        seen = self._case.seen(self._exhibit, shown)
        if seen == self._seen:
            return
        chart = exhibit_chart(seen, self._case, self._language)
        self._seen = seen
        if self.picture is not None:
            self.picture.tell(chart)
        self.sheet.tell(self._told(chart))

    def _told(self, chart: Chart) -> str:
        return exhibit_html(self._seen, chart, self._case, self._language)


class SheetCard(Bundle):
    """A page of words: a rubric or a list of sources."""

    def __init__(self, title: str, html: str) -> None:
        self._title, self._html = title, html
        self.content = HTML(html)
        super().__init__(VBox([style(), self.content]), css=FIGURE)

    def __repr__(self) -> str:
        return self._title

    def html(self) -> str:
        return self._html

    def tell(self, html: str) -> None:
        """Say something else on the page; what is committed stays."""
        self.content.value = html


class _Picture(Bundle):
    """A chart as a picture that a screen reader can name."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._png = chart._repr_png_() or b""
        self.content = HTML(picture_html(chart, self._png))
        super().__init__(VBox([style(), self.content]), css=FIGURE)

    def __repr__(self) -> str:
        return self._chart.sentence

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle = super()._repr_mimebundle_()
        del bundle["text/html"]
        return {**bundle, "image/png": base64.b64encode(self._png).decode()}

    def html(self) -> str:
        return ""

    def tell(self, chart: Chart) -> None:
        """Show another picture on the page; what is committed stays."""
        self.content.value = picture_html(chart, chart._repr_png_() or b"")


def picture_html(chart: Chart, png: bytes) -> str:
    """A picture inside its page, with its sentence for those who cannot see it."""
    code, (wide, high) = base64.b64encode(png).decode(), chart.pixels
    return (  # its size keeps the page still until it is decoded
        f'<img alt="{escape(chart.sentence)}" width="{wide}" height="{high}"'
        f' src="data:image/png;base64,{code}">'
    )


def exhibit_html(exhibit: Exhibit, chart: Chart, case: Case, language: Language) -> str:
    """An exhibit's title, sentence, table, note and sources."""
    note = paragraphs(exhibit.note[language]) if exhibit.note else ""
    if exhibit.grows:
        note += paragraphs(say("grows", language), "casekit-state")
    last = [_standing(row, case.claims(exhibit, row), language) for row in exhibit.rows]
    numeric = [column.kind == "number" for column in exhibit.columns]
    header = (*chart.header, say("facts", language))
    rows = [(*row, told) for row, told in zip(chart.rows, last, strict=True)]
    sources = source_list(case.sources_of(exhibit.facts), language)
    return (
        f"<h4>{escape(exhibit.title[language])}</h4>"
        f"{paragraphs(exhibit.sentence[language])}"
        f"{table_html(header, rows, numeric)}{note}"
        f"<details><summary>{say('sources', language)}</summary>{sources}</details>"
    )


def table_html(
    header: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[bool] = ()
) -> str:
    """A table that a screen reader can walk through; numbers stand to the right."""
    kinds = [*numeric, *[False] * (len(header) - len(numeric))]
    right = ' class="casekit-number"'
    heads = "".join(
        f'<th scope="col"{right if n else ""}>{escape(h)}</th>'
        for h, n in zip(header, kinds, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f"<td{right if n else ''}>{escape(cell)}</td>"
            for cell, n in zip(row, kinds, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return scrolled(
        f'<table class="casekit-table"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def scrolled(html: str) -> str:
    """What is wider than a phone scrolls by finger or by keyboard."""
    return f'<div class="casekit-scroll" tabindex="0">{html}</div>'


def sources_card(section: Section, case: Case, language: Language) -> SheetCard:
    """The sources of a section's open facts, and what stands behind each fact id."""
    exhibits = [case.seen(case.exhibit(name)) for name in section.exhibits]
    simulators = [case.simulator(name) for name in section.simulators]
    names = dict.fromkeys(
        [
            *section.facts,
            *(fact for exhibit in exhibits for fact in exhibit.facts),
            *(fact for simulator in simulators for fact in simulator.every_fact),
        ]
    )
    sources = case.sources_of(names)
    numbers = {source.id: place for place, source in enumerate(sources, start=1)}
    facts = [
        (
            fact.id,
            fact.statement[language],
            _grades(fact, language),
            ", ".join(str(numbers[s.id]) for s in case.sources_of([fact.id])),
        )
        for fact in map(case.fact, sorted(names, key=fact_order))
    ]
    header = (
        say("code", language),
        say("facts", language),
        say("grade", language),
        say("source", language),
    )
    title = say("sources-count", language, count=len(sources))
    html = (
        f"{paragraphs(title)}{table_html(header, facts)}"
        f"{source_list(sources, language)}"
    )
    return SheetCard(title, html)


def rubric_card(section: Section, language: Language) -> SheetCard:
    """The four levels of the section's rubric."""
    rows = [
        (say(f"level-{place}", language), level[language])
        for place, level in enumerate(section.rubric.levels, start=1)
    ]
    title = f"{say('rubric', language)}: {section.rubric.subject[language]}"
    head = (say("level", language), say("sign", language))
    return SheetCard(title, f"<h4>{escape(title)}</h4>{table_html(head, rows)}")


def agenda_card(section: Section, language: Language) -> SheetCard:
    """The section's steps in the case's own length: how long, where, and what."""
    minutes = section.minutes()
    rows = [
        (
            say("minutes", language, minutes=step.minutes),
            say(PLACES[step.where], language),
            step.do[language],
        )
        for step in section.steps
        if step.minutes
    ]
    places = ", ".join(
        f"{number(spent, language)} {say(PLACES[where], language)}"
        for where, spent in zip(PLACES, minutes, strict=True)
        if spent
    )
    title = say("agenda", language, minutes=minutes.total, places=places)
    keys = ("agenda-time", "agenda-where", "agenda-what")
    head = [say(key, language) for key in keys]
    return SheetCard(title, f"{paragraphs(title)}{table_html(head, rows)}")


def _standing(row: Row, claims: Collection[str], language: Language) -> str:
    """A row's fact ids, with a mark where an interested party states it."""
    claim = f" ({say('claim', language)})"
    return ", ".join(name + claim * (name in claims) for name in row.facts)


def _grades(fact: Fact, language: Language) -> str:
    grades = dict.fromkeys(say(f"grade-{v.grade.value}", language) for v in fact.values)
    claimed = any(value.claim for value in fact.values)
    return "; ".join([*grades, *([say("claim", language)] if claimed else [])])


def source_list(sources: Iterable[Source], language: Language) -> str:
    lines = []
    for source in sources:
        date = say("undated", language)
        if source.date != "undated":
            date = day(source.date, language)
        parts = [source.publisher, date]
        if source.promotional:
            parts.append(say("promotional", language))
        title = f"“{escape(source.title)}”. " if source.title else ""
        host = source.address.split("/")[2]  # an address may spell out a person's name
        link = f'<a href="{escape(source.address)}">{escape(host)}</a>'
        about = escape(source.about[language])
        lines.append(f"<li>{escape(', '.join(parts))}. {title}{about} {link}</li>")
    return f"<ol>{''.join(lines)}</ol>"
