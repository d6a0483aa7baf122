"""The notebooks one works on: the checkout's own, or a copy of the package's."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from casekit.errors import CaseError


@dataclass(frozen=True)
class WorkCopy:
    """Where the notebooks are; `made` says whether they were copied just now."""

    folder: Path
    copied: bool
    made: bool


def work_copy(notebooks: Path, *, shipped: Path, into: Path) -> WorkCopy:
    """The notebooks themselves, or where they are shipped in a package, a copy.

    The copy stands in `into` as `casekit-<slug>`; one that is there already is used as
    it is and never overwritten.

    Raises:
        CaseError: there are no notebooks, or the copy cannot be made.
    """
    if not notebooks.is_dir():
        raise CaseError(f"no notebooks in {str(notebooks)!r}; install casekit again")
    if not notebooks.is_relative_to(shipped):
        return WorkCopy(notebooks, copied=False, made=False)
    target = into / f"casekit-{notebooks.name}"
    if target.is_dir():
        return WorkCopy(target, copied=True, made=False)
    try:  # whole or not at all: it gets its name last
        with tempfile.TemporaryDirectory(dir=into, prefix=".casekit-") as draft:
            made = Path(draft) / notebooks.name
            shutil.copytree(notebooks, made)
            made.rename(target)
    except OSError as error:
        raise CaseError(
            f"cannot copy the notebooks to {str(target)!r} ({error.strerror}); "
            "start casekit in a folder where you may write"
        ) from None
    return WorkCopy(target, copied=True, made=True)
