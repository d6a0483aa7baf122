"""Groups differ as far as they can, and their list gives nobody's answer away."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.errors import CasekitError, RoomError
from casekit.frozen import LANGUAGES, Text
from casekit.question import Choice, Option
from casekit.seating import (
    controversies,
    deal_mixed,
    deal_pairs,
    groups,
    join,
    told,
    two_sided,
)

if TYPE_CHECKING:
    from casekit.case import Case


def question(*names: str, ordered: bool = False, sealed: bool = False) -> Choice:
    return Choice(
        id="advice",
        kind="choice",
        ask=Text(id="?", en="?"),
        options=tuple(Option(id=n, text=Text(id=n, en=n)) for n in names),
        ordered=ordered,
        sealed=sealed,
    )


ABC = question("a", "b", "c")
SCALE = question("no", "rather-no", "even", "rather-yes", "yes", ordered=True)


def voted(**counts: int) -> dict[str, str | None]:
    """A class by how many chose each option; `none` have not answered."""
    chosen = [n for n, count in counts.items() for _ in range(count)]
    return {
        f"KURSI-{place:02}": None if name == "none" else name.replace("_", "-")
        for place, name in enumerate(chosen)
    }


def mixed(answers: dict[str, str | None], seated: tuple[tuple[str, ...], ...]) -> int:
    """How many groups hold two different answers."""
    return sum(len({answers[s] for s in group} - {None}) > 1 for group in seated)


def test_fifty_seven_officials_make_nineteen_threes() -> None:
    answers = voted(a=30, b=17, c=10)

    seated = groups(ABC, answers, seed=7)

    assert [len(group) for group in seated] == [3] * 19
    assert sorted(itertools.chain(*seated)) == sorted(answers)


@pytest.mark.parametrize(
    ("people", "size", "sizes"),
    [
        (10, 3, {3: 2, 4: 1}),
        (11, 3, {3: 1, 4: 2}),
        (58, 3, {3: 18, 4: 1}),
        (59, 3, {3: 17, 4: 2}),
        (57, 4, {4: 13, 5: 1}),
        (59, 4, {4: 11, 5: 3}),
    ],
)
def test_nobody_is_left_alone_or_in_a_pair(
    people: int, size: int, sizes: dict[int, int]
) -> None:
    seated = groups(
        ABC,
        voted(a=people // 2, b=people - people // 2),
        seed=7,
        size=3 if size == 3 else 4,
    )

    assert Counter(map(len, seated)) == sizes


def kept(values: list[str | None], dealt: list[list[str]]) -> tuple[int, ...]:
    """How many groups have at least two different answers, at least three, …"""
    kinds = [len({values[int(seat)] for seat in g} - {None}) for g in dealt]
    return tuple(sum(k >= n for k in kinds) for n in (2, 3, 4))


def every_way(seats: frozenset[str], sizes: list[int]) -> list[list[list[str]]]:
    """Every way to sit in groups of these sizes."""
    if not sizes:
        return [[]]
    first = min(seats)
    return [
        [[first, *others], *rest]
        for n in sorted(set(sizes))
        for others in itertools.combinations(sorted(seats - {first}), n - 1)
        for rest in every_way(
            seats - {first, *others},
            [*sizes[: sizes.index(n)], *sizes[sizes.index(n) + 1 :]],
        )
    ]


@pytest.mark.parametrize(("people", "count"), [(6, 2), (7, 2), (8, 2), (9, 3), (10, 3)])
def test_no_other_seating_of_a_small_class_differs_more(
    people: int, count: int
) -> None:
    """Every class over up to four options, and every way to seat it, is listed."""
    sizes = [len(range(start, people, count)) for start in range(count)]
    ways = every_way(frozenset(map(str, range(people))), sizes)
    for cuts in itertools.combinations_with_replacement(range(people + 1), 4):
        counts = [b - a for a, b in itertools.pairwise((0, *cuts, people))]
        if counts[:4] != sorted(counts[:4], reverse=True):
            continue  # another name for the same class
        values = [
            kind
            for kind, n in zip([*"abcd", None], counts, strict=True)
            for _ in range(n)
        ]
        dealt = deal_mixed([(v, str(seat)) for seat, v in enumerate(values)], count)

        assert sorted(map(len, dealt)) == sorted(sizes)
        assert kept(values, dealt) == max(kept(values, way) for way in ways)


SIDES = st.lists(st.sampled_from(["a", "b", "c", "d", "e", None]), min_size=12)


@given(SIDES)
def test_of_every_answer_a_group_has_no_more_than_an_even_share(
    values: list[str | None],
) -> None:
    count = len(values) // 3
    dealt = deal_mixed([(v, str(seat)) for seat, v in enumerate(values)], count)

    assert {len(group) for group in dealt} <= {
        len(values) // count,
        -(-len(values) // count),
    }
    often = Counter(v for v in values if v is not None)
    given_ = sum(often.values())
    others = given_ - max(often.values(), default=0)
    assert kept(values, dealt)[0] == min(count, given_ // 2, others)


@given(st.lists(st.sampled_from(["first", "last", None]), min_size=8))
def test_two_and_two_sit_together_as_often_as_they_can(
    values: list[str | None],
) -> None:
    count = len(values) // 4
    dealt = deal_pairs([(v, str(seat)) for seat, v in enumerate(values)], count)

    full = sum(
        min(sides["first"], sides["last"]) >= 2
        for sides in (Counter(values[int(seat)] for seat in g) for g in dealt)
    )
    assert full == min(count, values.count("first") // 2, values.count("last") // 2)
    assert {len(group) for group in dealt} <= {
        len(values) // count,
        -(-len(values) // count),
    }
    assert sorted(itertools.chain(*dealt)) == sorted(map(str, range(len(values))))


def test_almost_every_group_of_a_split_class_has_something_to_discuss() -> None:
    answers = voted(a=30, b=27)

    counts = [mixed(answers, groups(ABC, answers, seed=seed)) for seed in range(200)]

    assert min(counts) >= 15  # all but the four drawn by lot
    assert sum(counts) / len(counts) > 17.5


def test_one_of_a_minority_cannot_be_sure_how_his_neighbours_voted() -> None:
    """Nineteen of 57: without the lot, each would sit with two of the others."""
    answers = voted(a=38, b=19)
    company: Counter[int] = Counter()
    for seed in range(300):
        for group in groups(ABC, answers, seed=seed):
            here = [answers[seat] for seat in group].count("b")
            company[here] += here

    alone = company[1] / company.total()
    assert 0.8 < alone < 0.95


def test_fewer_than_five_do_not_shape_the_groups() -> None:
    few = voted(a=54, b=3)

    spread = [
        sum("b" in {few[s] for s in group} for group in groups(ABC, few, seed=seed))
        for seed in range(200)
    ]

    assert set(spread) >= {2, 3}  # by chance some of the three sit together


def test_options_that_a_class_sees_together_count_as_one_answer() -> None:
    answers = voted(a=40, b=14, c=3)
    together = {s: "b" if a == "c" else a for s, a in answers.items()}

    found = [groups(ABC, answers, seed=seed) for seed in range(50)]

    assert max(mixed(together, seated) for seated in found) == 17


def test_neither_the_order_of_groups_nor_that_within_them_tells_an_answer() -> None:
    answers = voted(a=19, b=19, c=19)
    first: Counter[str | None] = Counter()
    foremost: Counter[str | None] = Counter()
    for seed in range(300):
        seated = groups(ABC, answers, seed=seed)
        first.update(answers[group[0]] for group in seated)
        foremost.update(answers[seat] for seat in seated[0])

    for counts in (first, foremost):
        assert all(0.28 < counts[n] / counts.total() < 0.39 for n in "abc")


def test_the_same_vote_and_seed_make_the_same_list_whoever_came_first() -> None:
    answers = voted(a=20, b=20, c=17)
    backwards = dict(reversed(answers.items()))

    assert groups(ABC, answers, seed=7) == groups(ABC, backwards, seed=7)
    assert groups(ABC, answers, seed=7) != groups(ABC, answers, seed=8)


def test_the_lots_of_one_vote_do_not_tell_those_of_another() -> None:
    """Who knows the seed alone cannot deal the groups again."""
    answers = voted(a=30, b=27)
    changed = answers | {"KURSI-00": "b"}

    here = groups(ABC, answers, seed=7)
    there = groups(ABC, changed, seed=7)

    assert len(set(map(frozenset, here)) & set(map(frozenset, there))) < 5


def test_answers_that_the_question_no_longer_has_count_as_none() -> None:
    answers = voted(a=12, old=8)

    seated = groups(ABC, answers, seed=7)

    assert sorted(itertools.chain(*seated)) == sorted(answers)


def test_a_sealed_question_makes_no_groups() -> None:
    sealed = question("a", "b", sealed=True)

    for make in (groups, controversies):
        with pytest.raises(RoomError, match="'advice' is sealed"):
            make(sealed, voted(a=20, b=20), seed=7)


@pytest.mark.parametrize("people", [0, 1, 2, 9])
def test_fewer_than_ten_answers_make_no_groups(people: int) -> None:
    answers = voted(yes=people, none=30)

    for make in (groups, controversies):
        with pytest.raises(CasekitError, match=f"has {people} answers.* wait for 10"):
            make(SCALE, answers, seed=7)


def test_a_controversy_seats_two_against_two() -> None:
    answers = voted(no=10, rather_no=16, even=5, rather_yes=18, yes=8)
    ends = dict.fromkeys(("no", "rather-no"), "low")
    ends |= dict.fromkeys(("yes", "rather-yes"), "high")

    matched = []
    for seed in range(100):
        seated = controversies(SCALE, answers, seed=seed)
        assert Counter(map(len, seated)) == {4: 13, 5: 1}
        sides = [Counter(ends.get(answers[s] or "") for s in g) for g in seated]
        matched.append(sum(min(n["low"], n["high"]) >= 2 for n in sides))

    assert sum(matched) / 100 > 10  # of fourteen, three of them drawn by lot


def test_who_speaks_first_in_a_controversy_is_no_clue_to_his_answer() -> None:
    answers = voted(no=28, yes=28)
    speakers: Counter[str | None] = Counter()
    for seed in range(200):
        for group in controversies(SCALE, answers, seed=seed):
            speakers.update(answers[seat] for seat in group[:2])

    assert 0.47 < speakers["no"] / speakers.total() < 0.53


def test_a_controversy_with_hardly_anyone_on_one_side_is_drawn_by_lot() -> None:
    answers = voted(no=40, even=6, yes=4)

    spread = {
        max(
            sum(answers[s] == "yes" for s in group)
            for group in controversies(SCALE, answers, seed=seed)
        )
        for seed in range(100)
    }

    assert spread >= {1, 2}


def test_several_ways_to_go_have_no_two_sides() -> None:
    with pytest.raises(RoomError, match="'advice' has no two sides"):
        controversies(ABC, voted(a=20, b=20), seed=7)


def test_two_options_are_two_sides() -> None:
    two = question("a", "b")

    assert len(controversies(two, voted(a=20, b=20), seed=7)) == 10


def test_a_question_has_two_sides_or_has_not(toy: Case) -> None:
    assert two_sided(SCALE)
    assert two_sided(question("a", "b"))
    assert not two_sided(ABC)
    assert not two_sided(toy.question("why"))


def test_a_late_comer_joins_the_smallest_group_and_nobody_moves() -> None:
    seated = (("S1", "S2", "S3", "S4"), ("S5", "S6", "S7"))

    grown = join(seated, ["S9", "S8", "S1"], seed=7)

    assert [group[: len(old)] for group, old in zip(grown, seated, strict=True)] == [
        *seated
    ]
    assert sorted(map(len, grown)) == [4, 5]
    assert sorted(itertools.chain(*grown)) == [f"S{n}" for n in range(1, 10)]
    assert join(grown, ["S8"], seed=9) == grown


def test_there_is_nothing_to_join_before_groups_are_made() -> None:
    with pytest.raises(RoomError, match="no groups to join"):
        join((), ["S1"], seed=7)


def test_a_list_of_seats_says_what_it_is() -> None:
    for language in LANGUAGES:
        alone, sided = told(language), told(language, controversy=True)

        assert sided.startswith(alone)
        assert len(sided) > len(alone)
