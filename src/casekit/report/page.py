"""A report as one HTML file: nothing in it is fetched from anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from casekit.report.document import Document

HERE = Path(__file__).parent


def html(document: Document) -> str:
    """The page, its style and its contents list inside it."""
    home = Environment(
        loader=FileSystemLoader(HERE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return home.get_template("page.html").render(document=document)
