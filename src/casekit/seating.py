"""Who talks with whom: groups of seats whose answers differ, and that tell of nobody.

How they are made. Seats are sorted by answer, the most frequent first, and dealt to the
groups in turn, like cards. No dealing has more groups with two answers, nor, among
those, more with three, and so on. For of every answer each group can use one, so that
`m` groups hold at most the sum of min(count, m) different answers; dealing in turn
reaches that sum and spreads it evenly, and an even spread has the most groups at every
number of answers. Seats without an answer are dealt last; where fewer than two answers
a group came in, only as many groups as can differ are dealt them.

What a list of seats may tell. A neighbour learns that someone in his group probably
differs from someone: that is what the group is for, and its members say it aloud a
minute later if they like. He must not learn who, nor be sure. An even deal would let
him: where 19 of 57 disagree, each group has one of them, who would know how the other
two voted. So every fifth group, and at least one, is drawn by lot, and nobody is told
which: whatever the rest suggests may be chance. Answers differ only as far as
`tally.cells` tells them apart, so that fewer than five stand out here no more than on
the wall; where it tells none, all groups are drawn by lot. Sealed questions and fewer
than ten answers are refused. Not covered, as in the design: neighbours who pool what
they know, or who compare several lists made from one vote; so make one.

`seed` is as secret as the answers: who has both could deal again.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Literal

from casekit.errors import RoomError
from casekit.question import Choice
from casekit.tally import SINGLES_FROM, cells
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from casekit.frozen import Language
    from casekit.question import Asked

    Answers = Mapping[str, str | None]
    Sides = Mapping[str, str | None]
    Sided = Sequence[tuple[str | None, str]]  # a seat behind what it is dealt by
    Deal = Callable[[Sided, int], list[list[str]]]
    Groups = tuple[tuple[str, ...], ...]

ONE_BY_LOT_IN = 5
PAIRS = 4  # seats of a structured controversy: two and two


def groups(
    question: Choice, answers: Answers, *, seed: int, size: Literal[3, 4] = 3
) -> Groups:
    """Every seat in a group of `size`, or a little more where the class is not even.

    `answers` has an option for each seat, or None. Nobody is left alone or in a pair:
    57 make nineteen threes, 58 one four, 59 two. Neither the order of the groups nor
    that within them has a meaning.

    Raises:
        RoomError: the question is sealed, or has fewer than ten answers.
    """
    _refuse(question, answers)
    names = [option.id for option in question.options]
    shown = cells(names, (a for a in answers.values() if a is not None)).cells
    alike = {name: cell.options[0] for cell in shown for name in cell.options}
    sides = {seat: alike.get(answer or "") for seat, answer in answers.items()}
    return _seated(sides, deal_mixed, size, _lot(question, answers, seed))


def controversies(question: Choice, answers: Answers, *, seed: int) -> Groups:
    """Fours, two and two from opposite sides, as many as there can be.

    The sides are the two options, or the two ends of a scale; its middle and seats
    without an answer fill up. Who speaks for which side is told by the order in a
    group, the first two for it: by lot, so that nobody's part betrays his answer.

    Raises:
        RoomError: as for `groups`, or the question has no two sides.
    """
    _refuse(question, answers)
    names = [option.id for option in question.options]
    if not two_sided(question):
        raise RoomError(
            f"question {question.id!r} has no two sides; take one with two options or "
            "a scale, or make ordinary groups of four"
        )
    half = len(names) // 2
    side = dict.fromkeys(names[:half], "first") | dict.fromkeys(names[-half:], "last")
    sides = {seat: side.get(answer or "") for seat, answer in answers.items()}
    if not cells(["first", "last"], (s for s in sides.values() if s)).cells:
        sides = dict.fromkeys(answers)
    return _seated(sides, deal_pairs, PAIRS, _lot(question, answers, seed))


def two_sided(question: Asked) -> bool:
    """Whether a question has a side for and a side against: two options, or a scale."""
    return isinstance(question, Choice) and (
        question.ordered or len(question.options) == len(("for", "against"))
    )


def join(seated: Groups, newcomers: Iterable[str], *, seed: int) -> Groups:
    """Late-comers in the smallest groups, each last in his own; nobody else moves.

    Whoever sits already stays. Answers play no part.

    >>> join((("ANOA-27", "MALEO-03", "ANOA-11"),), ["MALEO-08"], seed=7)
    (('ANOA-27', 'MALEO-03', 'ANOA-11', 'MALEO-08'),)
    """
    if not seated:
        raise RoomError("there are no groups to join yet; make them first")
    lot = random.Random(f"{seed} {seated}")  # noqa: S311 - the caller keeps the seed
    grown = [list(group) for group in seated]
    sitting = {seat for group in seated for seat in group}
    for seat in sorted(set(newcomers) - sitting):
        fewest = min(len(group) for group in grown)
        lot.choice([group for group in grown if len(group) == fewest]).append(seat)
    return tuple(tuple(group) for group in grown)


def told(language: Language, *, controversy: bool = False) -> str:
    """What stands above a list of seats."""
    above = say("seating-told", language)
    return f"{above} {say('seating-sides', language)}" if controversy else above


def _refuse(question: Choice, answers: Answers) -> None:
    if question.sealed:
        raise RoomError(
            f"question {question.id!r} is sealed, and groups made from its answers "
            "would tell of them; make groups from another question"
        )
    if question.die:
        raise RoomError(
            f"question {question.id!r} is asked with a die, and groups made from its "
            "answers would tell of them; make groups from another question"
        )
    names = {option.id for option in question.options}
    count = sum(answer in names for answer in answers.values())
    if count < SINGLES_FROM:
        raise RoomError(
            f"question {question.id!r} has {count} answers, and so few would be "
            f"recognised in their groups; wait for {SINGLES_FROM}, or let neighbours "
            "talk"
        )


def _lot(question: Choice, answers: Answers, seed: int) -> random.Random:
    """Chance that nobody can repeat who knows the seed, but not the answers."""
    return random.Random(f"{seed} {question.id} {sorted(answers.items())}")  # noqa: S311


def _seated(sides: Sides, deal: Deal, size: int, lot: random.Random) -> Groups:
    """Some groups by lot, the rest dealt, and no order that tells which."""
    seats = sorted(sides)
    lot.shuffle(seats)
    count = len(seats) // size
    sizes = [len(seats[start::count]) for start in range(count)]
    lot.shuffle(sizes)
    found = []
    for _ in range(-(-count // ONE_BY_LOT_IN)):
        taken = sizes.pop()
        found.append(seats[:taken])
        seats = seats[taken:]
    found += deal([(sides[seat], seat) for seat in seats], len(sizes))
    lot.shuffle(found)
    for group in found:
        lot.shuffle(group)
    return tuple(tuple(group) for group in found)


def deal_mixed(sided: Sided, count: int) -> list[list[str]]:
    """As many groups with two answers as there can be, then with three, and so on.

    >>> deal_mixed([("a", "S1"), ("a", "S2"), ("b", "S3"), ("b", "S4")], 2)
    [['S1', 'S3'], ['S2', 'S4']]
    """
    given = [(side, seat) for side, seat in sided if side is not None]
    often = Counter(side for side, _ in given)
    rank = {side: place for place, (side, _) in enumerate(often.most_common())}
    dealt: list[list[str]] = [[] for _ in range(count)]
    differing = max(1, min(count, len(given) // 2))
    for place, (_, seat) in enumerate(sorted(given, key=lambda pair: rank[pair[0]])):
        dealt[place % differing].append(seat)
    return _filled(dealt, [seat for side, seat in sided if side is None])


def deal_pairs(sided: Sided, count: int) -> list[list[str]]:
    """As many groups with two seats from each side as there can be."""
    first = [seat for side, seat in sided if side == "first"]
    last = [seat for side, seat in sided if side == "last"]
    fillers = [seat for side, seat in sided if side is None]
    full = min(count, len(first) // 2, len(last) // 2)
    starts = range(0, 2 * full, 2)
    dealt = [first[n : n + 2] + last[n : n + 2] for n in starts]
    dealt += [[] for _ in range(count - full)]
    rest = sorted((first[2 * full :], last[2 * full :]), key=len)
    return _filled(dealt, [*rest[0], *rest[1], *fillers])


def _filled(dealt: list[list[str]], seats: Iterable[str]) -> list[list[str]]:
    for seat in seats:
        min(dealt, key=len).append(seat)
    return dealt
