"""Two texts from opposite sides of a scale: the strongest that may be set side by side.

What is told by setting them so: that those who wrote them voted on different sides of
the middle, and that each was as sure as the surer half of those who may be shown from
his side. Not told: which side is whose, who chose what on a side, and how sure anyone
was. The choice knows texts, sides and confidence alone; what was voted within a side
enters it only by whether the class is told a tally at all.

Each text is drawn from three or more, out of five or more on its side, and from ten or
more in all. A reader who finds his own text there learns that he is of the surer half,
and that the other text is of someone across the middle; of everybody else, that five
or more on each side let their words be shown. A reader whose text is not there learns
the last alone. Whoever knows a writer by his style learns on which side of the reader's
own view that writer voted: as a rule his words have told it already, and a writer whose
vote and words differ is the one whom this rule cannot protect. So a text is left out
that stands there twice, and nothing is drawn where the class is told no more than
"≥ 90 %", or too few.

One draw tells little, many would sort the whole wall, and so would refusals, if texts
were held back one by one and the draw tried again. So whoever calls this calls it once
for a question, and keeps what came, whatever came (see `Pair`).

In a class of 57 in which three in five let their words be shown, both sides reach five
as a rule. In one of twenty they seldom do: then nothing is drawn, and that is said.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from casekit.answer import Sharing
from casekit.tally import SINGLES_FROM, SMALLEST_CELL, admitted, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casekit.answer import Answer
    from casekit.question import Choice, Writing


class Position(NamedTuple):
    """A text that may be shown, and how sure of his vote its writer was."""

    text: str
    sure: int


def opposed(
    writing: Writing,
    scale: Choice,
    texts: Sequence[Answer],
    votes: Sequence[Answer],
    *,
    seed: int,
) -> tuple[str, str] | None:
    """One text from each side, in an order that means nothing, or None.

    `texts` and `votes` hold one answer a learner, `texts` without those that the
    instructor holds back.
    """
    shown = tally(scale, votes)
    if not getattr(shown, "cells", ()) or not _may_stand_beside(writing, scale):
        return None
    sides = _sides(writing, scale, texts, votes)
    sizes = [len(side) for side in sides]
    if min(sizes) < SMALLEST_CELL or sum(sizes) < SINGLES_FROM:
        return None
    lot = random.Random(f"{seed} {writing.id}")  # noqa: S311 - kept, so not tried again
    one, other = (lot.choice(_surer(side)) for side in sides)
    return (one, other) if lot.random() < 0.5 else (other, one)  # noqa: PLR2004


def _may_stand_beside(writing: Writing, scale: Choice) -> bool:
    told = writing.sealed or scale.sealed or scale.die
    return writing.shareable and not writing.fields and scale.ordered and not told


def _sides(
    writing: Writing,
    scale: Choice,
    texts: Sequence[Answer],
    votes: Sequence[Answer],
) -> tuple[list[Position], list[Position]]:
    """Those who may be shown, below and above the middle of the scale."""
    last = len(scale.options) - 1
    twice = {option.id: 2 * n - last for n, option in enumerate(scale.options)}
    voted = {vote.key_hash: vote for vote in admitted(scale, votes)}
    allowed = [a for a in admitted(writing, texts) if a.sharing is Sharing.TEXT]
    times = Counter(answer.value for answer in allowed)
    sides: tuple[list[Position], list[Position]] = ([], [])
    for answer in allowed:
        vote = voted.get(answer.key_hash)
        if vote is None or times[answer.value] > 1:
            continue
        if place := twice[vote.value]:
            sides[place > 0].append(Position(answer.value, vote.confidence or 0))
    return sides


def _surer(side: Sequence[Position]) -> list[str]:
    """The surer half, with all who tie for its last place, in no order of theirs."""
    sure = sorted((one.sure for one in side), reverse=True)
    least = sure[(len(side) - 1) // 2]
    return sorted(one.text for one in side if one.sure >= least)
