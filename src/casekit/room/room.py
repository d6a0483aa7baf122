"""A room while it is open: its case, its door, its seats, and who runs what."""

from __future__ import annotations

import secrets
import time
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from casekit.instructor import Instructor
from casekit.room.board import Board
from casekit.room.brake import Brake
from casekit.room.groups import Groups
from casekit.room.keys import Keys
from casekit.room.seats import Seats
from casekit.room.ties import Ties
from casekit.stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.room.door import Door

SEED_BITS = 64


class Room:
    """What all pages of one class share; only memory, but for the door's own file."""

    def __init__(
        self,
        case: Case,
        *,
        notebooks: Path,
        data: Path,
        door: Door,
        language: Language,
    ) -> None:
        self.case, self.notebooks, self.data = case, notebooks, data
        self.door, self.language = door, language
        self.keys = Keys(door.seal.encode(), choose=secrets.choice)
        self.seats = Seats(clock=time.monotonic, choose=secrets.choice)
        self.brake = Brake(clock=time.monotonic)
        self.ties = Ties()
        self.board = Board(data / f"{case.slug}.sqlite", clock=_clock)
        self.groups = Groups(self.seats, draw=partial(secrets.randbits, SEED_BITS))

    def __repr__(self) -> str:
        return f"Room({self.case.slug!r})"

    @property
    def stage(self) -> Stage:
        """The room's own hand on the stage."""
        return Stage(Instructor(self.case, self.board.journal))

    @property
    def stems(self) -> tuple[str, ...]:
        return self.case.outline.sections

    def notebook(self, name: str) -> bool:
        """Whether the case has this notebook; `name` is one of ours."""
        return (self.notebooks / name).is_file()

    def first(self) -> str:
        """Where a learner who comes in begins: where the class is, else the start."""
        section = self.board.section()
        return section if section in self.stems else self.stems[0]


def _clock() -> datetime:
    return datetime.now().astimezone()  # noqa: TID251 - the door by which time comes in
