"""What the room reads in the class's journal for its pages: where the class is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


class Board:
    """The journal as the server looks at it, opened when it is first asked for."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime]) -> None:
        self.path, self._clock = path, clock
        self._journal: Journal | None = None

    @property
    def journal(self) -> Journal:
        if self._journal is None:
            self._journal = Journal(self.path, clock=self._clock)
        return self._journal

    def section(self) -> str | None:
        """The part that the class is in, as the instructor has told it."""
        told = self.journal.stage("section")
        return told if isinstance(told, str) else None

    def version(self) -> int:
        """A number that changes when something was written."""
        return self.journal.version()

    def close(self) -> None:
        if self._journal is not None:
            self._journal.close()
