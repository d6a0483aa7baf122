"""A fair copy of a notebook: run from top to bottom and stripped of what is not ours.

What is committed is a function of the case and the language, never of a journal, a
clock or a kernel: no live widget, no widget state, no times.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import (
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)

from casekit.errors import CasekitError

if TYPE_CHECKING:
    from pathlib import Path

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}
KERNEL_WARNINGS = (  # a warning is an error, but ipykernel warns of itself as it ends
    "error,ignore::PendingDeprecationWarning:ipykernel.kernelbase"
)
PROSE = {"editable": False}  # a double click must not show a learner raw Markdown
CODE = {"jupyter": {"source_hidden": True}}
OF_A_ROOM = {  # not of an author's desk
    *("CASEKIT_ROLE", "CASEKIT_KEY", "CASEKIT_LANG"),
    *("CASEKIT_ROOM", "CASEKIT_ROOM_SECRET"),
}
CELL_TIMEOUT = 120  # seconds; a first chart on an old laptop takes ten


def fair_copy(path: Path, *, data: Path) -> bool:
    """Run a notebook on an empty journal in `data` and store it as it is committed.

    Returns whether the file changed.

    Raises:
        CasekitError: a cell failed; the notebook was left as it was.
    """
    try:
        before = path.read_text("utf-8")
        book = nbformat.reads(before, as_version=4)
    except (OSError, ValueError, nbformat.reader.NotJSONError) as error:
        raise CasekitError(
            f"{path.name} is not a notebook ({error}); mend it"
        ) from None
    environment = {
        **{name: told for name, told in os.environ.items() if name not in OF_A_ROOM},
        "CASEKIT_DATA": str(data),
        "PYTHONWARNINGS": KERNEL_WARNINGS,
    }
    client = NotebookClient(book, kernel_name="python3", timeout=CELL_TIMEOUT)
    try:
        client.execute(cwd=str(path.parent), env=environment)
    except CellExecutionError as error:
        raise CasekitError(
            f"{path.name} was not stored: a cell failed with {error.ename}: "
            f"{error.evalue}; correct the cell or the case"
        ) from None
    except (CellTimeoutError, DeadKernelError) as error:
        raise CasekitError(
            f"{path.name} was not stored: {error}; run it by hand to see where"
        ) from None
    strip(book)
    after: str = nbformat.writes(book) + "\n"
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return after != before


def strip(book: nbformat.NotebookNode) -> None:
    """Take out of a notebook, in place, what must not be committed."""
    book.metadata = nbformat.from_dict(METADATA)
    for cell in book.cells:
        if cell.cell_type != "code":
            cell.metadata = nbformat.from_dict(PROSE)
            continue
        cell.metadata = nbformat.from_dict(CODE)
        for output in cell.outputs:
            output.get("data", {}).pop(WIDGET_VIEW, None)
