"""A Jupyter teaching kit on leadership case studies.

`open_case("makassar")` gives a notebook its desk: `ask`, `show`, `reveal`.
"""

from casekit.desk import open_case

__all__ = ["open_case"]
