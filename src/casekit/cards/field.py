"""One labelled control, with the place beside it where a wrong input is told."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Dropdown, RadioButtons, Text, Textarea, VBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casekit.frozen import Language
    from casekit.question import Option

UNCHOSEN = ""


class Field:
    """A control of ipywidgets in a box: its label above, its error below.

    `value` is plain JSON; an unchosen option is None, an empty box is "".
    """

    def __init__(self, control: Any, *, short: bool = False) -> None:  # noqa: ANN401
        self.control = control
        self._unchosen = UNCHOSEN if isinstance(control, Dropdown) else None
        self._error = HTML()
        self.box = VBox([control, self._error])
        if short:
            self.box.add_class("casekit-short")

    @property
    def value(self) -> Any:  # noqa: ANN401
        value = self.control.value
        return None if value == self._unchosen else value

    def fill(self, value: Any) -> None:  # noqa: ANN401
        """Put a kept value back; one that no longer fits is left out."""
        if isinstance(self.control, RadioButtons | Dropdown):
            known = {option[1] for option in self.control.options}
            self.control.value = value if value in known else self._unchosen
        elif isinstance(value, str):
            self.control.value = value

    @property
    def error(self) -> str:
        """What stands beside the control, as HTML; empty when nothing is wrong."""
        return str(self._error.value)

    def tell(self, words: str) -> None:
        told = f'<span class="casekit-wrong" role="alert">✗ {escape(words)}</span>'
        self._error.value = told if words else ""

    def freeze(self, *, frozen: bool = True) -> None:
        self.control.disabled = frozen

    def watch(self, change: Callable[[], None]) -> None:
        self.control.observe(lambda _: change(), names="value")


def pick(label: str, options: Sequence[Option], language: Language) -> Field:
    """One of several, all in sight."""
    return spread(label, [(option.text[language], option.id) for option in options])


def spread(label: str, pairs: Sequence[tuple[str, Any]], value: Any = None) -> Field:  # noqa: ANN401
    """One of several, all in sight; a long one wraps where a list would cut it."""
    return Field(
        RadioButtons(options=pairs, value=value, description=label, tooltip=label)
    )


def drop(label: str, pairs: Sequence[tuple[str, Any]], unchosen: str) -> Field:
    """One of several in a short list."""
    options = [(unchosen, UNCHOSEN), *pairs]
    return Field(Dropdown(options=options, value=UNCHOSEN, description=label))


def wide(field: Field) -> Field:
    """A field of whole phrases."""
    field.box.add_class("casekit-wide")
    return field


def line(label: str) -> Field:
    """A short line, for a number."""
    return Field(Text(description=label), short=True)


def lines(label: str) -> Field:
    """A few lines of words."""
    return Field(Textarea(description=label, rows=4))
