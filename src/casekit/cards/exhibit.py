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
from casekit.words import day, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casekit.case import Case, Fact, Section, Source
    from casekit.exhibit import Exhibit
    from casekit.frozen import Language

FIGURE = "casekit-figure"


class ExhibitCard:
    """An exhibit: its picture if it has one, its sentence, its table, its sources.

    Shown as two outputs, so that a code host shows the picture and the table both.
    """

    def __init__(self, exhibit: Exhibit, case: Case, language: Language) -> None:
        self.chart = exhibit_chart(exhibit, language)
        self._exhibit, self._case, self._language = exhibit, case, language

    def __repr__(self) -> str:
        return self._exhibit.title[self._language]

    def _ipython_display_(self) -> None:
        if self.chart.draw is not None:
            display(_Picture(self.chart))
        display(SheetCard(repr(self), self.html()))

    def html(self) -> str:
        """The exhibit without its picture."""
        return exhibit_html(self._exhibit, self.chart, self._case, self._language)


class SheetCard(Bundle):
    """A page of words: a rubric or a list of sources."""

    def __init__(self, title: str, html: str) -> None:
        self._title, self._html = title, html
        super().__init__(VBox([style(), HTML(html)]), css=FIGURE)

    def __repr__(self) -> str:
        return self._title

    def html(self) -> str:
        return self._html


class _Picture(Bundle):
    """A chart as a picture that a screen reader can name."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._png = chart._repr_png_() or b""
        picture = HTML(picture_html(chart, self._png))
        super().__init__(VBox([style(), picture]), css=FIGURE)

    def __repr__(self) -> str:
        return self._chart.sentence

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle = super()._repr_mimebundle_()
        del bundle["text/html"]
        return {**bundle, "image/png": base64.b64encode(self._png).decode()}

    def html(self) -> str:
        return ""


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
    facts = [[case.fact(name) for name in row.facts] for row in exhibit.rows]
    last = [", ".join(_standing(fact, language) for fact in row) for row in facts]
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
    exhibits = [case.exhibit(name) for name in section.exhibits]
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
        for fact in map(case.fact, sorted(names, key=_order))
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


def _standing(fact: Fact, language: Language) -> str:
    """A fact's id, with a mark where an interested party states it."""
    claimed = any(value.claim for value in fact.values)
    return f"{fact.id} ({say('claim', language)})" if claimed else fact.id


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


def _order(name: str) -> tuple[str, int, str]:
    letters = name.rstrip("abcdefghijklmnopqrstuvwxyz").rstrip("0123456789")
    digits = "".join(sign for sign in name if sign.isdigit())
    return letters, int(digits), name
