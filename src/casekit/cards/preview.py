"""A private look at what the class would see, with the rules that it has met."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from casekit import split
from casekit.cards.exhibit import picture_html, table_html
from casekit.cards.style import paragraphs
from casekit.charts import movement_chart, tally_chart
from casekit.errors import PhaseError
from casekit.look import gained, look
from casekit.question import Choice
from casekit.rulelight import CLEAR, lights
from casekit.words import say

if TYPE_CHECKING:
    from casekit.charts import Chart
    from casekit.frozen import Language
    from casekit.instructor import Instructor
    from casekit.look import Look
    from casekit.question import Asked
    from casekit.tally import Tally


def preview_html(question: Asked, teacher: Instructor, language: Language) -> str:
    """The meter, and each round's picture and numbers; empty while it is open."""
    try:
        seen = look(question, teacher)
        shown = teacher.state(question).revealed
    except PhaseError:
        return ""
    key = "preview-seen" if shown else "preview-private"
    told = paragraphs(say(key, language), "casekit-help")
    if seen.kept is not None:
        kept = say("look-first", language, count=seen.kept)
        told += paragraphs(kept, "casekit-help")
    told += _meter_html(question, seen, language)
    titles = [say(key, language) for key in ("first-vote", "second-vote-title")]
    told += "".join(
        (f"<h5>{escape(title)}</h5>" if len(seen.tallies) > 1 else "")
        + _round_html(question, tally, language)
        for title, tally in zip(titles, seen.tallies, strict=False)
    )
    told += _movement_html(question, seen, language)
    return f'<div class="casekit-preview">{told}</div>'


def _meter_html(question: Asked, seen: Look, language: Language) -> str:
    """How the vote is split in one line, and what to do about it."""
    if not isinstance(question, Choice) or seen.split is None:
        return ""
    *line, advice = split.told(question, seen.split, language)
    return paragraphs(" ".join(line), "casekit-split") + paragraphs(
        advice, "casekit-advice"
    )


def _movement_html(question: Asked, seen: Look, language: Language) -> str:
    if not isinstance(question, Choice) or seen.movement is None:
        return ""
    chart = movement_chart(question, seen.movement, language)
    gain = paragraphs(gained(question, seen.movement, language))
    return f"<h5>{escape(say('both-votes', language))}</h5>{gain}{_drawn(chart)}"


def _round_html(question: Asked, tally: Tally, language: Language) -> str:
    keys = lights(tally)
    sign = "✓" if keys == (CLEAR,) else "⚠"
    rules = "; ".join(say(key, language) for key in keys)
    light = f"{sign} {say('rules', language)}: {rules}"
    chart = tally_chart(question, tally, language)
    return f'<p class="casekit-light">{escape(light)}</p>{_drawn(chart)}'


def _drawn(chart: Chart) -> str:
    png = chart._repr_png_()
    numeric = [False] * len(chart.header)
    return (
        f"{picture_html(chart, png) if png else ''}"
        f"{table_html(chart.header, chart.rows, numeric)}"
    )
