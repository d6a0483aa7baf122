"""How cards and exhibits look: one style sheet, the same in JupyterLab and in Voilà."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from ipywidgets import HTML

HERE = files(__package__)
CSS = HERE.joinpath("style.css").read_text("utf-8")


def style() -> HTML:
    """The style sheet as a widget, so that it comes wherever a card goes."""
    return HTML(f"<style>{CSS}</style>")


def room_style() -> HTML:
    """What only the instructor's desk and the projector need."""
    return HTML(f"<style>{HERE.joinpath('room.css').read_text('utf-8')}</style>")


def paragraphs(text: str, css: str = "") -> str:
    """Plain words as HTML paragraphs; nothing in them can become markup."""
    marked = f' class="{css}"' if css else ""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p{marked}>{escape(part)}</p>" for part in parts)
