"""A Jupyter teaching kit on leadership case studies.

`open_case("makassar")` gives a notebook its desk: `ask`, `show`, `reveal`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casekit.desk import open_case

__all__ = ["open_case"]


def __getattr__(name: str) -> object:
    """Load the desk, and with it ipywidgets, only where a notebook asks for it."""
    if name == "open_case":
        from casekit.desk import open_case  # noqa: PLC0415

        return open_case
    raise AttributeError(f"module 'casekit' has no {name!r}; it has open_case")
