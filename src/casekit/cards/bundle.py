"""What every card gives a notebook: its box, and words where no widget can live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipywidgets import Widget


class Bundle:
    """A card around a box of ipywidgets.

    Its text is a function of the case and the language alone, never of answers, so
    that committed notebooks compare equal for everybody.
    """

    def __init__(self, box: Widget, *, css: str = "casekit") -> None:
        self.box = box
        box.add_class(css)

    def html(self) -> str:
        raise NotImplementedError

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        live: dict[str, Any] = self.box._repr_mimebundle_()
        return {**live, "text/plain": repr(self), "text/html": self.html()}
