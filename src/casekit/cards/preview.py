"""A private look at what the class would see, with the rules that it has met."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from casekit.cards.exhibit import picture_html, table_html
from casekit.cards.style import paragraphs
from casekit.charts import tally_chart
from casekit.errors import PhaseError
from casekit.rulelight import CLEAR, lights
from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.question import Asked
    from casekit.tally import Tally


def preview_html(question: Asked, teacher: Instructor, language: Language) -> str:
    """Each round's picture and numbers; empty while the question is open."""
    try:
        tallies = teacher.tallies(question)
        shown = teacher.state(question).revealed
    except PhaseError:
        return ""
    titles = [say(key, language) for key in ("first-vote", "second-vote-title")]
    told = "".join(
        (f"<h5>{escape(title)}</h5>" if len(tallies) > 1 else "")
        + _round_html(question, tally, language)
        for title, tally in zip(titles, tallies, strict=False)
    )
    key = "preview-seen" if shown else "preview-private"
    return (
        f'<div class="casekit-preview">{paragraphs(say(key, language), "casekit-help")}'
        f"{told}</div>"
    )


def _round_html(question: Asked, tally: Tally, language: Language) -> str:
    chart = tally_chart(question, tally, language)
    png = chart._repr_png_()
    keys = lights(tally)
    sign = "✓" if keys == (CLEAR,) else "⚠"
    rules = "; ".join(say(key, language) for key in keys)
    light = f"{sign} {say('rules', language)}: {rules}"
    numeric = [False] * len(chart.header)
    return (
        f'<p class="casekit-light">{escape(light)}</p>'
        f"{picture_html(chart, png) if png else ''}"
        f"{table_html(chart.header, chart.rows, numeric)}"
    )
