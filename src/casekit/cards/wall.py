"""The pages of the projector as HTML; everything here may be read by everyone."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, Any

from casekit.cards.asked import asked_html
from casekit.cards.projector import short
from casekit.cards.style import paragraphs
from casekit.phase import Phase
from casekit.words import say

if TYPE_CHECKING:
    from casekit.case import Case, Section
    from casekit.charts import Chart
    from casekit.frozen import Language
    from casekit.phase import State
    from casekit.question import Asked
    from casekit.slides import Slide

TWO_LINES = 190  # characters
FINE = 220  # dots an inch: a picture as wide as the projector stays sharp
PNG = "data:image/png;base64,"


def welcome_html(case: Case, door: dict[str, Any], language: Language) -> str:
    """The case's title, and how to join where the room has told it."""
    title = f"<h1>{escape(case.outline.title[language])}</h1>"
    address, code = str(door.get("address") or ""), str(door.get("code") or "")
    if not address:
        told = paragraphs(say("screen-wait", language))
        return f'<div class="casekit-welcome">{title}{told}</div>'
    parts = [("screen-address", address), ("screen-code", code)]
    joined = "".join(
        f"<dt>{escape(say(key, language))}</dt><dd>{escape(value)}</dd>"
        for key, value in parts
        if value
    )
    source = qr_source(door.get("qr"))
    alt = escape(say("screen-qr", language))
    picture = f'<img class="casekit-qr" alt="{alt}" src="{source}">' if source else ""
    join = f"<h2>{escape(say('screen-join', language))}</h2><dl>{joined}</dl>"
    return (
        f'<div class="casekit-welcome">{title}'
        f'<div class="casekit-join"><div>{join}</div>{picture}</div></div>'
    )


def qr_source(told: object) -> str:
    """A QR code as the source of a picture: from SVG, a data address, or base64 PNG.

    An SVG is shown as a picture, so that nothing in it can run.
    """
    if not isinstance(told, str) or not told:
        return ""
    if told.lstrip().startswith("<"):
        code = base64.b64encode(told.encode()).decode()
        return f"data:image/svg+xml;base64,{code}"
    return escape(told if told.startswith("data:image/") else f"{PNG}{told}")


def title_html(section: Section, language: Language) -> str:
    number = int(section.stem.partition("_")[0])
    title = escape(section.title[language])
    return (
        f'<div class="casekit-welcome"><p class="casekit-number">{number}</p>'
        f"<h1>{title}</h1></div>"
    )


def asking_html(question: Asked, case: Case, state: State, language: Language) -> str:
    """A question; what there is to choose once it is open."""
    draft = state.phase is Phase.DRAFT
    told = asked_html(question, case, language, whole=not draft)
    if state.phase is not Phase.OPEN:
        key = "screen-soon" if draft else "screen-closed"
        told += paragraphs(say(key, language), "casekit-closed")
    return f'<div class="casekit-asking">{told}</div>'


def result_html(slide: Slide, language: Language) -> str:
    """One page of what has been shown."""
    told = paragraphs(short(slide.sentence, TWO_LINES), "casekit-sentence")
    told += paragraphs(slide.note, "casekit-note") if slide.note else ""
    pictures = "".join(
        _picture(caption, chart.picture(dpi=FINE, tallest=slide.tallest), chart)
        for caption, chart in slide.pictures
    )
    told += f'<div class="casekit-pictures">{pictures}</div>' if pictures else ""
    if slide.rows:
        told += _table(slide)
    if slide.texts:
        cards = "".join(map(_card, slide.texts))
        told += f'<div class="casekit-wall">{cards}</div>'
    return f'<div class="casekit-result" lang="{language}">{told}</div>'


def _card(text: str) -> str:
    lines = text.replace("\n", "\n\n")
    return f"<blockquote>{paragraphs(lines)}</blockquote>"


def _picture(caption: str, png: bytes | None, chart: Chart) -> str:
    if png is None:
        return ""
    told = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    code = base64.b64encode(png).decode()
    alt = escape(f"{caption} {chart.sentence}".strip())
    return f'<figure>{told}<img alt="{alt}" src="{PNG}{code}"></figure>'


def _table(slide: Slide) -> str:
    heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in slide.header)
    head = f"<thead><tr>{heads}</tr></thead>" if any(slide.header) else ""
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in slide.rows
    )
    return f'<table class="casekit-figures">{head}<tbody>{body}</tbody></table>'
