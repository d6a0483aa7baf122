"""A panel of the instructor's desk: its buttons, and a line that says what failed."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from ipywidgets import HTML, Button, HBox

from casekit.errors import CasekitError, PhaseError
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.frozen import Language

QUIET = "casekit-quiet"
SETTLE = timedelta(seconds=0.7)  # a double click is one press


class Panel:
    """What is pressed here is tried; what fails is told, and nothing is lost."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.state = HTML()

    def attempt(self, do: Callable[[], object]) -> bool:
        """Whether it was done; if not, the panel says why and what to do."""
        try:
            do()
        except PhaseError:
            self.say("moved-meanwhile")
            return False
        except CasekitError:
            self.say("trouble-desk")
            return False
        self.tell("")
        return True

    def say(self, key: str, **amounts: object) -> None:
        self.tell(say(key, self.language, **amounts))

    def tell(self, words: str) -> None:
        told = f'<div class="casekit-state" role="status">{escape(words)}</div>'
        hang(self.state, told if words else "")

    def button(
        self, key: str, do: Callable[[], object], *, quiet: bool = True
    ) -> Button:
        """A button whose press is one call."""
        return press(say(key, self.language), do, quiet=quiet)


def press(label: str, do: Callable[[], object], *, quiet: bool = True) -> Button:
    button = Button(description=label, tooltip="")
    button.on_click(lambda _: do())
    if quiet:
        button.add_class(QUIET)
    return button


def hang(place: HTML, html: str) -> None:
    """Redraw only what has changed, so that a page stays still."""
    if place.value != html:
        place.value = html


def show(button: Button, *, shown: bool) -> None:
    display = "" if shown else "none"
    if button.layout.display != display:
        button.layout.display = display


def mark(widget: Button, css: str, *, on: bool) -> None:
    """Give a widget a look, or take it away."""
    there = css in widget._dom_classes  # noqa: SLF001 - ipywidgets has no other way to ask
    if on and not there:
        widget.add_class(css)
    elif there and not on:
        widget.remove_class(css)


def row(buttons: Sequence[Button]) -> HBox:
    """Buttons beside each other, in as many lines as they need."""
    box = HBox(list(buttons))
    box.add_class("casekit-buttons")
    return box
