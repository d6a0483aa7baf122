"""How a class's answers moved, and that two tallies and the movement give nobody away.

The attackers know the rules, both tallies, who took part in which vote and, in the
last attack, one classmate's two answers. Every class of a size is listed by how many
people moved from where to where; classes that look alike are compared.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import casekit.movement
import casekit.tally
from casekit.answer import Answer, Sharing
from casekit.frozen import Text
from casekit.movement import Movement, Way, moved, movement
from casekit.question import Choice, Option
from casekit.tally import Cells, cells

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from random import Random

    Known = tuple[Cells, Cells, int, int, int]
    Array = np.ndarray[Any, np.dtype[Any]]
    Table = tuple[tuple[int, ...], ...]

LETTERS = "abcde"
SCALE = Choice(
    id="pace",
    kind="choice",
    ask=Text(id="?", en="?"),
    options=tuple(Option(id=name, text=Text(id=name, en=name)) for name in "abc"),
    ordered=True,
)


def votes(table: Table) -> tuple[dict[int, str], dict[int, str]]:
    """Learners by number; a last row or column holds those who voted only once."""
    size = min(len(table), len(table[0]))
    size -= len(table) == len(table[0]) and table[-1][-1] < 0
    first, second, learner = {}, {}, itertools.count()
    for before, line in enumerate(table):
        for after, count in enumerate(line):
            for _ in range(count):
                one = next(learner)
                if before < size:
                    first[one] = LETTERS[before]
                if after < size:
                    second[one] = LETTERS[after]
    return first, second


def seen(*table: tuple[int, ...], ordered: bool = True) -> Movement:
    """Of those who all voted twice."""
    return moved(LETTERS[: len(table)], *votes(table), ordered=ordered)


def test_a_scale_moves_towards_higher_and_lower() -> None:
    found = seen((9, 6, 2), (4, 12, 5), (3, 4, 12))

    assert dict(found.ways) == {Way.LOWER: 11, Way.STAYED: 33, Way.HIGHER: 13}
    assert found.both == 57
    assert found.once == (0, 0)
    assert found.at_least is None


def test_options_without_an_order_stay_or_change() -> None:
    found = seen((9, 6, 2), (4, 12, 5), (3, 4, 12), ordered=False)

    assert dict(found.ways) == {Way.STAYED: 33, Way.CHANGED: 24}


def test_each_vote_has_its_own_tally_beside_the_movement() -> None:
    first, second = votes(((9, 6, 2), (4, 12, 5), (3, 4, 12)))

    found = moved("abc", first, second, ordered=True)

    assert found.first == cells("abc", first.values())
    assert found.second == cells("abc", second.values())


def test_of_a_class_that_hardly_moved_a_share_is_told_and_no_count() -> None:
    found = seen((20, 1, 0), (2, 14, 1), (0, 2, 17))

    assert found.at_least == (Way.STAYED, 0.75)
    assert found.ways == ()
    assert found.both is None


def test_of_a_large_class_that_hardly_moved_nine_in_ten_is_the_most_that_is_told() -> (
    None
):
    found = seen((150, 1, 0), (1, 150, 1), (0, 1, 150))

    assert found.at_least == (Way.STAYED, 0.9)


def test_directions_that_the_tallies_nearly_give_away_are_not_told() -> None:
    found = seen((15, 8, 4), (1, 10, 6), (2, 1, 10))

    assert found.at_least == (Way.CHANGED, 0.35)
    assert found.ways == ()


def test_the_whole_matrix_is_told_where_every_cell_holds_five() -> None:
    table = (7, 6, 5), (5, 7, 6), (5, 6, 10)

    found = seen(*table)

    assert found.matrix == table


@pytest.mark.parametrize("few", [0, 1, 4])
def test_a_cell_under_five_and_a_zero_hide_the_matrix(few: int) -> None:
    found = seen((7, 6, few), (5, 7, 6), (5, 6, 10))

    assert found.matrix == ()
    assert found.ways


def test_two_options_of_which_each_cell_is_told_are_a_matrix() -> None:
    assert seen((18, 12), (7, 18)).matrix == ((18, 12), (7, 18))


def test_a_first_answer_that_nearly_all_kept_hides_the_matrix() -> None:
    found = seen((90, 5, 5), (20, 20, 20), (20, 20, 20))

    assert found.matrix == ()
    assert seen((110, 8), (30, 30), ordered=False).ways == ()


def test_with_two_options_one_who_left_hides_all_counts() -> None:
    """Odd or even would tell how the one voted who is not there any more."""
    first, second = votes(((18, 12), (7, 18)))
    del second[0]

    found = moved("ab", first, second, ordered=False)

    assert found.ways == ()
    assert found.at_least == (Way.CHANGED, 0.3)


@pytest.mark.parametrize(("left", "once"), [(0, (0, 0)), (2, None), (5, (5, 0))])
def test_who_voted_only_once_is_counted_from_five(
    left: int, once: tuple[int, int] | None
) -> None:
    first, second = votes(((19, 14, 9), (9, 19, 14), (9, 9, 19)))
    for learner in range(left):
        del second[learner]

    found = moved("abc", first, second, ordered=True)

    assert found.both == 121 - left
    assert found.once == once


def test_votes_that_never_meet_tell_no_movement() -> None:
    first = dict.fromkeys(range(20), "a") | dict.fromkeys(range(20, 40), "b")
    second = {learner + 100: vote for learner, vote in first.items()}

    found = moved("ab", first, second, ordered=False)

    assert found == Movement(found.first, found.second)
    assert found.first.cells


def test_a_vote_of_nearly_one_mind_tells_no_movement() -> None:
    found = seen((30, 2), (24, 1))

    assert found.second == Cells(nearly_all="a")
    assert found == Movement(found.first, found.second)


def test_a_class_of_twenty_with_two_options_is_too_small_for_a_movement() -> None:
    found = seen((5, 5), (5, 5))

    assert found == Movement(found.first, found.second)


def answered(cast: dict[int, str], round_: int) -> list[Answer]:
    return [
        Answer(
            id=f"{round_} {learner}",
            key_hash=f"learner {learner}",
            question=SCALE.id,
            asked=SCALE.fingerprint,
            round=round_,
            value=value,
            confidence=None,
            sharing=Sharing.COUNTED,
            told_at=datetime(2019, 5, 16, 10, 42, tzinfo=UTC),
        )
        for learner, value in cast.items()
    ]


def test_a_scale_too_long_to_be_worked_out_in_class_tells_no_movement() -> None:
    """Eleven steps would hold up the instructor's desk for half a minute."""
    steps = [f"step {n}" for n in range(11)]
    first = {one: steps[one % 11] for one in range(165)}
    second = {one: steps[one * 7 // 3 % 11] for one in range(165)}
    began = time.process_time()

    found = moved(steps, first, second, ordered=True)

    assert time.process_time() - began < 1
    assert found == Movement(found.first, found.second)


def test_answers_are_joined_by_key_and_misfits_are_left_out() -> None:
    first, second = votes(((9, 6, 2), (4, 12, 5), (3, 4, 12)))
    plain = moved("abc", first, second, ordered=True)

    found = movement(
        SCALE,
        answered(first | {99: "old"}, 1),
        answered(second | {99: "a"}, 2)[::-1],
    )

    assert found.ways == plain.ways
    assert found.first == plain.first


# every pair of votes of a class of some size


tables = st.integers(2, 4).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 14), min_size=size + 1, max_size=size + 1).map(tuple),
        min_size=size + 1,
        max_size=size + 1,
    ).map(lambda lines: (*lines[:-1], (*lines[-1][:-1], -1)))
)


@given(table=tables, ordered=st.booleans(), chance=st.randoms())
def test_no_count_is_under_five_and_all_add_up_in_any_order_of_people(
    *, table: Table, ordered: bool, chance: Random
) -> None:
    first, second = votes(table)
    names = LETTERS[: len(table) - 1]
    both = first.keys() & second.keys()

    found = moved(names, first, second, ordered=ordered)

    shuffled = list(first)
    chance.shuffle(shuffled)
    assert found == moved(
        names, {one: first[one] for one in shuffled}, second, ordered=ordered
    )
    assert all(count >= 5 for _, count in found.ways)
    assert found.both in {None, len(both)}
    assert not (found.ways and found.at_least)
    assert all(count == 0 or count >= 5 for count in found.once or ())
    truth = dict.fromkeys(Way, 0)
    for one in both:
        truth[Way.STAYED] += first[one] == second[one]
        truth[Way.CHANGED] += first[one] != second[one]
        truth[Way.HIGHER] += first[one] < second[one]
        truth[Way.LOWER] += first[one] > second[one]
    assert all(truth[way] == count for way, count in found.ways)
    if found.at_least is not None:
        way, share = found.at_least
        assert 0 < share <= 0.9
        assert truth[way] >= share * len(both)
    if found.matrix:
        assert min(map(min, found.matrix)) >= 5
        by_row = dict(zip(names, map(sum, found.matrix), strict=True))
        by_column = dict(
            zip(names, map(sum, zip(*found.matrix, strict=True)), strict=True)
        )
        assert by_row == {c.options[0]: c.count for c in found.first.cells}
        assert by_column == {c.options[0]: c.count for c in found.second.cells}


class Classes:
    """Every class of a size, by how many people moved from where to where.

    At most `absent` voted only once; they stand in a last row and a last column.
    """

    def __init__(self, options: int, people: int, absent: int) -> None:
        self.options = options
        side = range(options + (absent > 0))
        self.moves = [(a, b) for a in side for b in side if min(a, b) < options]
        self.tables = parted(people, len(self.moves))
        once = self.tally(lambda a, b: max(a, b) == options)
        self.tables = self.tables[once <= absent]
        answers = [(vote, place) for vote in (0, 1) for place in side]
        self.lines = np.column_stack(
            [self.tally(lambda *m, v=v, p=p: m[v] == p) for v, p in answers]
        )
        # what must stay open: how many moved so, how many gave this answer
        self.secrets = np.hstack([self.tables, self.lines])
        # whether all with its first, or all with its second answer made this move
        self.one_mind = np.column_stack(
            [
                (self.tables[:, n] > 0)
                & (
                    self.tables[:, n]
                    == self.lines[:, answers.index((vote, move[vote]))]
                )
                for n, move in enumerate(self.moves)
                for vote in (0, 1)
            ]
        )

    def tally(self, holds: Callable[[int, int], bool]) -> Array:
        found: Array = self.tables[:, [holds(*m) for m in self.moves]].sum(axis=1)
        return found

    def votes(self, number: int) -> tuple[dict[int, str], dict[int, str]]:
        table = [[0] * (self.options + 1) for _ in range(self.options + 1)]
        for (a, b), count in zip(self.moves, self.tables[number].tolist(), strict=True):
            table[a][b] = count
        table[-1][-1] = -1
        return votes(tuple(map(tuple, table)))

    def shown(
        self, cell: int, *, ordered: bool
    ) -> tuple[list[tuple[Known, Movement]], Array]:
        """What classes see, once for those that cannot differ, and each one's place."""
        size = self.options
        inner = self.tally(lambda a, b: max(a, b) < size)
        inside = [max(move) < size for move in self.moves]
        full = np.min(self.tables[:, inside], axis=1) >= cell
        parts = [
            self.lines,
            inner,
            self.tally(lambda a, b: a == b),
            self.tally(lambda a, b: ordered and a < b < size),
            np.where(full, np.arange(len(inner)), -1),
        ]
        _, one, group = np.unique(
            np.column_stack(parts), axis=0, return_index=True, return_inverse=True
        )
        seen = []
        for number in one:
            first, second = self.votes(number)
            found = moved(LETTERS[:size], first, second, ordered=ordered)
            both = int(inner[number])
            known = (found.first, found.second, len(first), len(second), both)
            seen.append((known, found))
        return seen, group.ravel()


def parted(people: int, groups: int) -> Array:
    """Every way to part a class into groups, one a row."""
    bars = itertools.combinations(range(people + groups - 1), groups - 1)
    places = np.array([(-1, *at, people + groups - 1) for at in bars], np.int16)
    return np.diff(places, axis=1) - 1


def given_away(
    classes: Classes, alike: Array, among: Array, cell: int
) -> dict[int, tuple[Array, Array]]:
    """For each number in `alike`, which secrets its classes `among` all share."""
    order = among[np.argsort(alike[among], kind="stable")]
    starts = np.flatnonzero(np.diff(alike[order], prepend=-1))
    low = np.minimum.reduceat(classes.secrets[order], starts)
    high = np.maximum.reduceat(classes.secrets[order], starts)
    sure = np.logical_and.reduceat(classes.one_mind[order], starts)
    small = (low == high) & (low > 0) & (low < cell)
    return dict(
        zip(alike[order][starts].tolist(), zip(small, sure, strict=True), strict=True)
    )


@pytest.fixture
def small_cells(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """The same rules with smaller cells, so that small classes meet all of them."""

    def shrink(cell: int) -> None:
        for module in (casekit.tally, casekit.movement):
            monkeypatch.setattr(module, "SMALLEST_CELL", cell)
            monkeypatch.setattr(module, "SINGLES_FROM", 2 * cell)

    return shrink


@dataclass(frozen=True)
class Attack:
    options: int
    people: int
    absent: int
    cell: int
    ordered: bool


@pytest.mark.parametrize(
    "attack",
    [
        Attack(2, 26, absent=0, cell=5, ordered=True),
        Attack(2, 26, absent=0, cell=5, ordered=False),
        Attack(2, 14, absent=2, cell=2, ordered=False),
        pytest.param(
            Attack(3, 12, absent=0, cell=2, ordered=True), marks=pytest.mark.thorough
        ),
        pytest.param(
            Attack(3, 12, absent=0, cell=2, ordered=False), marks=pytest.mark.thorough
        ),
    ],
    ids=str,
)
def test_nobody_can_be_worked_out_of_two_tallies_and_the_movement(
    attack: Attack, small_cells: Callable[[int], None]
) -> None:
    """No small count and no one mind that the tallies alone do not already tell.

    Larger ones hold too and take minutes: three options with 12 people of whom one was
    absent, 14 people, 16 people with cells of three.
    """
    cell, ordered = attack.cell, attack.ordered
    small_cells(cell)
    classes = Classes(attack.options, attack.people, attack.absent)
    views, place = classes.shown(cell, ordered=ordered)
    known = numbered(known for known, _ in views)[place]
    seen = numbered(views)[place]
    everyone = np.arange(len(place))

    before = given_away(classes, known, everyone, cell)
    after = given_away(classes, seen, everyone, cell)

    for number, one in zip(*np.unique(seen, return_index=True), strict=True):
        small, sure = after[number]
        small_anyway, sure_anyway = before[known[one]]
        assert not (small & ~small_anyway).any(), views[place[one]]
        assert not (sure & ~sure_anyway).any(), views[place[one]]
    # who knows his own two answers takes himself away
    for own in range(len(classes.moves)):
        his = np.flatnonzero(classes.tables[:, own] > 0)
        before = given_away(classes, known, his, cell)
        after = given_away(classes, seen, his, cell)
        for one in his[np.unique(seen[his], return_index=True)[1]]:
            small = after[seen[one]][0] & ~before[known[one]][0]
            small[own] &= classes.tables[one, own] > 1
            assert not small.any(), (classes.moves[own], views[place[one]])
    assert any(found.ways for _, found in views)
    assert any(found.at_least for _, found in views)


def numbered(things: Iterable[Hashable]) -> Array:
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(thing, len(numbers)) for thing in things])
