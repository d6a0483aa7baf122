"""Two opposed texts of a class: drawn once, seen on the desk, put up by a press.

What was drawn stands, a refusal too: a second draw would sort the texts by side. A text
that is held back after the draw takes its pair with it.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from casekit.errors import PhaseError
from casekit.instructor import mark_of
from casekit.phase import Phase
from casekit.positions import opposed
from casekit.question import Choice, Writing

if TYPE_CHECKING:
    from casekit.instructor import Instructor
    from casekit.question import Asked

CLOSED = {Phase.LOCKED, Phase.SHOWN, Phase.ARCHIVED}


class Pair:
    """The two texts of one question, by the scale that it names."""

    def __init__(self, writing: Writing, scale: Choice, teacher: Instructor) -> None:
        self.writing, self.scale = writing, scale
        self._teacher = teacher

    def __repr__(self) -> str:
        return f"Pair({self.writing.id!r}, {self.scale.id!r})"

    @property
    def ready(self) -> bool:
        """Whether both questions are closed, so that a draw may be made."""
        both = self.writing, self.scale
        return all(self._teacher.state(one).phase in CLOSED for one in both)

    @property
    def drawn(self) -> bool:
        return self._kept is not None

    @property
    def texts(self) -> tuple[str, ...]:
        """Both texts, or none."""
        if not self.ready or not self._kept:
            return ()
        let = {mark_of(text): text for text in self._teacher.wall(self.writing)}
        found = tuple(let[mark] for mark in self._kept["texts"] if mark in let)
        return found if len(found) == len(self._kept["texts"]) else ()

    @property
    def shown(self) -> tuple[str, ...]:
        """What the class may see of it: both texts once both questions are shown."""
        both = self.writing, self.scale
        revealed = all(self._teacher.state(one).revealed for one in both)
        return self.texts if revealed and self._kept and self._kept["up"] else ()

    def draw(self) -> None:
        """Draw once and for all; where something was drawn, it stays.

        Raises:
            PhaseError: one of the questions is not closed.
        """
        if not self.ready:
            raise PhaseError(
                f"lock {self.writing.id!r} and {self.scale.id!r} before a draw"
            )
        if self.drawn:
            return
        journal, both = self._teacher.journal, (self.writing, self.scale)
        texts, votes = (
            journal.answers(one.id, round=self._teacher.state(one).round)
            for one in both
        )
        let = set(self._teacher.wall(self.writing))
        through = [answer for answer in texts if answer.value in let]
        seed = secrets.randbits(64)
        found = opposed(self.writing, self.scale, through, votes, seed=seed)
        self._keep({"texts": [mark_of(text) for text in found or ()], "up": False})

    def put_up(self) -> None:
        """Let the projector show both texts.

        Raises:
            PhaseError: one of the questions has not been shown, or nothing was drawn.
        """
        both = self.writing, self.scale
        if not self.texts or not all(self._teacher.state(q).revealed for q in both):
            raise PhaseError(
                f"show {self.writing.id!r} and {self.scale.id!r} before their texts"
            )
        self._keep({**(self._kept or {}), "up": True})

    @property
    def _kept(self) -> dict[str, Any] | None:
        kept = self._teacher.journal.stage(f"pair {self.writing.id}")
        return kept if isinstance(kept, dict) else None

    def _keep(self, told: dict[str, Any]) -> None:
        self._teacher.journal.set_stage(f"pair {self.writing.id}", told)
        self._teacher.tell()


def pair_of(question: Asked, teacher: Instructor) -> Pair | None:
    """The pair of a question that names its scale; None for all others."""
    if not isinstance(question, Writing) or question.opposed is None:
        return None
    scale = teacher.case.question(question.opposed)
    return Pair(question, scale, teacher) if isinstance(scale, Choice) else None
