"""A Jupyter teaching kit on leadership case studies.

`open_case("makassar")` gives a notebook its desk: `ask`, `show`, `reveal`.
`open_room("makassar")` gives an instructor's notebook its room: `console`, `screen`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casekit.desk import open_case
    from casekit.rostrum import open_room

__all__ = ["open_case", "open_room"]


def __getattr__(name: str) -> object:
    """Load the desk, and with it ipywidgets, only where a notebook asks for it."""
    if name == "open_case":
        from casekit.desk import open_case  # noqa: PLC0415

        return open_case
    if name == "open_room":
        from casekit.rostrum import open_room  # noqa: PLC0415

        return open_room
    known = "open_case and open_room"
    raise AttributeError(f"module 'casekit' has no {name!r}; it has {known}")
