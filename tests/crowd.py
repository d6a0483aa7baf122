"""A class that answers: as many learners as wanted, each time the same by its seed."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from conftest import MORNING

from casekit.answer import Sharing
from casekit.classmate import Classmate
from casekit.question import (
    WHOLE,
    Allocate,
    Asked,
    Choice,
    Grid,
    Number,
    Policy,
    Rank,
    Tag,
    Writing,
)

if TYPE_CHECKING:
    from datetime import datetime

    from ipywidgets import Widget

    from casekit.journal import Journal

Z = "warga dulu, bukti dulu, lalu regu"


class HandClock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def wait(self, *, seconds: float = 0, minutes: float = 0) -> None:
        self.now += timedelta(seconds=seconds, minutes=minutes)


def value(question: Asked, chance: random.Random) -> Any:  # noqa: PLR0911, ANN401
    match question:
        case Choice():
            return chance.choice(question.options).id
        case Tag():
            return {
                s.id: chance.choice(question.labels).id for s in question.statements
            }
        case Number():
            guess = chance.randint(int(question.least) + 1, int(question.most) - 1)
            return {"low": guess - 1, "guess": guess, "high": guess + 1}
        case Grid():
            return {
                item.id: {
                    "across": chance.choice(question.across.bands).id,
                    "up": chance.choice(question.up.bands).id,
                }
                for item in question.items
            }
        case Rank():
            names = [item.id for item in question.items]
            return chance.sample(names, len(names))
        case Allocate():
            first, *rest = (part.id for part in question.parts)
            part = chance.randint(0, WHOLE)
            return {first: part, rest[0]: WHOLE - part, **dict.fromkeys(rest[1:], 0)}
        case Policy():
            levers = {one.id: chance.choice(one.settings) for one in question.levers}
            predicted = {
                m.id: chance.uniform(m.least, m.most) for m in question.predict
            }
            return {"levers": levers, "predicted": predicted}
        case Writing():
            words = f"{chance.choice(Z.split())} {chance.randrange(10**6)}"
            return {f.id: words for f in question.fields} or words
    raise TypeError(question)


def answer(
    journal: Journal, question: Asked, count: int = 57, *, seed: int = 0
) -> None:
    """Let a class answer a question that is open."""
    now = journal.state(question.id).round
    chance = random.Random(f"{seed} {now} {question.id}")
    for seat in range(count):
        Classmate(journal, key=f"seat {seat}").commit(
            question,
            id=f"{question.id}-{now}-{seat}",
            value=value(question, chance),
            confidence=chance.randint(50, 100) if question.confidence else None,
            sharing=Sharing.TEXT if question.shareable else Sharing.COUNTED,
        )


def dump(box: Widget) -> list[tuple[str, str]]:
    """Every trait of every widget below a box, as a browser is told of it."""
    found = []
    waiting = [box]
    while waiting:
        widget = waiting.pop()
        waiting += reversed(getattr(widget, "children", ()))
        waiting.append(widget.layout) if hasattr(widget, "layout") else None
        state = widget.get_state()
        found += [
            (name, repr(told))
            for name, told in sorted(state.items())
            if "IPY_MODEL_" not in repr(told) and not name.startswith("_")
        ]
    return found
