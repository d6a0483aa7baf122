"""What a class may see of its answers, and that nobody can be singled out from it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.answer import Answer, Sharing
from casekit.frozen import Grade, Text
from casekit.question import (
    KINDS,
    Allocate,
    Asked,
    Axis,
    Choice,
    Grid,
    Lever,
    Measure,
    Number,
    Option,
    Policy,
    Rank,
    Tag,
)
from casekit.question import Writing as Words
from casekit.tally import (
    SMALLEST_CELL,
    Cell,
    Cells,
    Dots,
    Parts,
    Policies,
    Ranking,
    Table,
    Wall,
    cells,
    tally,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
LETTERS = "abcde"


def text(words: str) -> Text:
    return Text(id=words, en=words)


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(id=name, text=text(name)) for name in names)


CHOICE = Choice(
    id="course", kind="choice", ask=text("?"), options=options("a", "b", "c")
)
TAG = Tag(
    id="claims",
    kind="tag",
    ask=text("?"),
    labels=options("fact", "claim"),
    statements=options("calls", "cameras"),
)
NUMBER = Number(
    id="cameras", kind="number", ask=text("?"), unit="cameras", least=0, most=200
)
GRID = Grid(
    id="map",
    kind="grid",
    ask=text("?"),
    across=Axis(text=text("cost"), bands=options("little", "much")),
    up=Axis(text=text("use"), bands=options("low", "high")),
    items=options("wall"),
)
NOTE = Words(id="note", kind="text", ask=text("?"), shareable=True)
RANK = Rank(id="order", kind="rank", ask=text("?"), items=options("a", "b", "c"))
PARTS = Allocate(
    id="budget", kind="allocate", ask=text("?"), parts=options("a", "b", "c")
)
POLICY = Policy(
    id="rule",
    kind="policy",
    ask=text("?"),
    levers=(
        Lever(
            id="crews",
            label=text("crews"),
            unit=text("crews"),
            least=1,
            most=2,
            step=1,
            default=1,
            grade=Grade.ASSUMED,
            origin=text("ours"),
        ),
    ),
    predict=(Measure(id="wait", label=text("wait"), unit=text("minutes"), most=60),),
)
CANVAS = Words(
    id="canvas",
    kind="text",
    ask=text("?"),
    shareable=True,
    fields=options("step", "aim"),
)


def answered(
    question: Asked, values: list[Any], sharing: Sharing = Sharing.COUNTED
) -> list[Answer]:
    return [
        Answer(
            id=f"answer {number}",
            key_hash=f"learner {number}",
            question=question.id,
            asked=question.fingerprint,
            round=1,
            value=value,
            confidence=None,
            sharing=sharing,
            told_at=MORNING,
        )
        for number, value in enumerate(values)
    ]


def counted(*counts: int) -> Cells:
    names = LETTERS[: len(counts)]
    chosen = [n for n, count in zip(names, counts, strict=True) for _ in range(count)]
    return cells(names, chosen)


def test_large_counts_are_told_as_they_are() -> None:
    assert counted(9, 8, 5).cells == (
        Cell(("a",), 9),
        Cell(("b",), 8),
        Cell(("c",), 5),
    )


def test_cells_under_five_are_told_together() -> None:
    assert counted(9, 3, 2).cells == (Cell(("a",), 9), Cell(("b", "c"), 5))


def test_a_lone_small_cell_hides_behind_the_smallest_of_the_others() -> None:
    assert counted(9, 8, 2).cells == (Cell(("a",), 9), Cell(("b", "c"), 10))


def test_others_that_tie_for_the_smallest_are_hidden_together() -> None:
    assert counted(9, 6, 6, 4).cells == (Cell(("a",), 9), Cell(("b", "c", "d"), 16))


def test_small_cells_that_are_all_four_do_not_give_each_other_away() -> None:
    assert counted(9, 7, 4, 4).cells == (Cell(("a",), 9), Cell(("b", "c", "d"), 15))


def test_two_options_of_which_one_is_small_tell_nothing() -> None:
    assert counted(16, 4) == Cells()


def test_four_answers_are_too_few_to_show() -> None:
    assert counted(4, 0) == Cells()


@pytest.mark.parametrize("counts", [(10, 0), (9, 1), (45, 5), (57, 0)])
def test_near_unanimity_is_told_without_its_count(counts: tuple[int, int]) -> None:
    assert counted(*counts) == Cells(nearly_all="a")


def test_nine_of_one_mind_are_too_few_to_say_so() -> None:
    assert counted(9, 0) == Cells()


@given(st.lists(st.integers(0, 60), min_size=2, max_size=5))
def test_no_cell_and_no_hidden_sum_is_under_five(counts: list[int]) -> None:
    seen = counted(*counts)

    assert all(cell.count >= 5 for cell in seen.cells)
    assert sum(cell.count for cell in seen.cells) in {0, sum(counts)}
    hidden = [cell for cell in seen.cells if len(cell.options) > 1]
    assert len(hidden) <= 1
    told = Counter(o for cell in seen.cells for o in cell.options)
    assert set(told.values()) <= {1}
    assert not (seen.cells and seen.nearly_all)


@pytest.mark.parametrize(("kinds", "people"), [(2, 30), (3, 30), (4, 20)])
def test_who_knows_the_rules_and_the_total_cannot_work_out_a_small_count(
    kinds: int, people: int
) -> None:
    """Every class that could be behind what is shown is listed, and compared."""
    behind = defaultdict(list)
    for counts in itertools.product(range(people + 1), repeat=kinds):
        if sum(counts) <= people:
            behind[sum(counts), counted(*counts)].append(counts)

    given_away = [
        (shown, classes)
        for shown, classes in behind.items()
        for option in range(kinds)
        if len(possible := {counts[option] for counts in classes}) == 1
        and 0 < possible.pop() < 5
    ]

    assert given_away == []


def test_a_class_sees_the_counts_of_a_choice() -> None:
    seen = tally(CHOICE, answered(CHOICE, ["a"] * 6 + ["b"] * 5 + ["c"] * 7))

    assert seen == Cells((Cell(("a",), 6), Cell(("b",), 5), Cell(("c",), 7)))


def test_a_class_sees_each_statement_by_itself() -> None:
    values = [{"calls": "fact", "cameras": "claim"}] * 6 + [
        {"calls": "claim", "cameras": "claim"}
    ] * 5

    seen = tally(TAG, answered(TAG, values))

    assert seen == Table(
        (
            ("calls", Cells((Cell(("fact",), 6), Cell(("claim",), 5)))),
            ("cameras", Cells(nearly_all="claim")),
        )
    )


def test_places_that_would_give_away_who_chose_none_are_not_told() -> None:
    values = [{"wall": {"across": "much", "up": "high"}}] * 6 + [
        {"wall": {"across": "little", "up": "low"}}
    ] * 6

    seen = tally(GRID, answered(GRID, values))

    assert seen == Table((("wall", Cells()),))


def test_a_class_sees_a_place_that_many_chose() -> None:
    places = [("much", "high", 9), ("little", "low", 7), ("much", "low", 3)]
    values = [
        {"wall": {"across": across, "up": up}}
        for across, up, count in places
        for _ in range(count)
    ]

    seen = tally(GRID, answered(GRID, values))

    hidden = Cell(("little×low", "much×low", "little×high"), 10)
    assert seen == Table((("wall", Cells((Cell(("much×high",), 9), hidden))),))


def forecast(guess: float, spread: float) -> dict[str, float]:
    return {"low": guess - spread, "guess": guess, "high": guess + spread}


def test_nine_forecasts_are_too_few_for_dots() -> None:
    assert tally(NUMBER, answered(NUMBER, [forecast(100, 5)] * 9)) == Dots()


def test_ten_forecasts_are_coarse_dots_in_no_order_of_people() -> None:
    guesses = [180, 21, 33, 40, 52, 64, 71, 89, 93, 104]

    seen = tally(NUMBER, answered(NUMBER, [forecast(g, 20) for g in guesses]))

    assert isinstance(seen, Dots)
    assert seen.guesses == (20, 30, 40, 50, 60, 70, 90, 90, 100, 180)


@given(
    st.lists(
        st.lists(st.integers(0, 200), min_size=3, max_size=3).map(sorted),
        min_size=10,
        max_size=57,
    )
)
def test_of_the_ends_only_the_middle_is_told_so_none_joins_its_guess(
    forecasts: list[list[int]],
) -> None:
    values = [
        {"low": low, "guess": guess, "high": high} for low, guess, high in forecasts
    ]

    seen = tally(NUMBER, answered(NUMBER, values))

    assert isinstance(seen, Dots)
    half = (len(values) + 1) // 2
    for end, shown in (("low", seen.low), ("high", seen.high)):
        assert shown is not None
        assert sum(value[end] <= shown + 5 for value in values) >= half
        assert sum(value[end] >= shown - 5 for value in values) >= half


def ranking(*orders: str) -> Ranking:
    return mean_places([[*order] for order in orders])


def test_a_class_sees_every_mean_place_to_half_a_place() -> None:
    seen = ranking(*["abc"] * 6, *["bac"] * 5)

    assert seen.means == (("a", 1.5), ("b", 1.5), ("c", 3.0))


def test_nine_orders_are_too_few_for_mean_places() -> None:
    assert ranking(*["abc"] * 9) == Ranking()


def test_no_small_group_can_be_worked_out_from_mean_places() -> None:
    """Every class of ten and eleven over three items, by how many hold each order.

    Whoever knows the rules cannot tell from the means how few put an item in a place.
    """
    orders = ["".join(order) for order in itertools.permutations("abc")]
    for size in (10, 11):
        meant: dict[Ranking, dict[tuple[str, int], set[int]]] = {}
        for held in of_size(size, len(orders)):
            class_of = [
                [*o]
                for o, count in zip(orders, held, strict=True)
                for _ in range(count)
            ]
            seen = meant.setdefault(mean_places(class_of), defaultdict(set))
            for name, place in itertools.product("abc", range(3)):
                seen[name, place].add(sum(order[place] == name for order in class_of))

        for view in meant.values():
            for counts in view.values():
                assert len(counts) > 1 or not 0 < min(counts) < SMALLEST_CELL


def of_size(size: int, groups: int) -> Iterator[tuple[int, ...]]:
    """Every way to part a class into groups."""
    if groups == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in of_size(size - first, groups - 1):
            yield (first, *rest)


def mean_places(orders: list[list[str]]) -> Ranking:
    found = tally(RANK, answered(RANK, orders))
    assert isinstance(found, Ranking)
    return found


def test_a_class_sees_the_middle_half_of_each_part_and_no_single_answer() -> None:
    values = [
        {"a": n, "b": 100 - n, "c": 0} for n in (0, 1, 2, 9, 11, 12, 14, 20, 21, 90)
    ]

    seen = tally(PARTS, answered(PARTS, values))

    assert isinstance(seen, Parts)
    assert dict(seen.quartiles) == {
        "a": (0, 10, 20),
        "b": (80, 90, 100),
        "c": (0, 0, 0),
    }
    assert tally(PARTS, answered(PARTS, values[:9])) == Parts()


def test_a_class_sees_every_lever_by_itself_and_no_prediction() -> None:
    values = [
        {"levers": {"crews": 1 + n % 2}, "predicted": {"wait": 40 + n}}
        for n in range(12)
    ]

    seen = tally(POLICY, answered(POLICY, values))

    assert isinstance(seen, Policies)
    assert seen.levers == (("crews", Cells((Cell(("1",), 6), Cell(("2",), 6)))),)
    assert sorted(str(s) for s in seen.settings) == sorted(
        str(v["levers"]) for v in values
    )
    few = tally(POLICY, answered(POLICY, values[:9]))
    assert isinstance(few, Policies)
    assert few.settings == ()


def test_a_policy_is_told_without_the_hand_that_wrote_it() -> None:
    values = [
        {"levers": {"crews": 2.0 if n else 2}, "predicted": {"wait": 0}}
        for n in range(10)
    ]

    seen = tally(POLICY, answered(POLICY, values))

    assert isinstance(seen, Policies)
    assert {repr(setting) for setting in seen.settings} == {"{'crews': 2}"}


def test_policies_are_in_an_order_that_no_learner_has() -> None:
    values = [
        {"levers": {"crews": 1 + n // 6}, "predicted": {"wait": 0}} for n in range(12)
    ]
    found = tally(POLICY, answered(POLICY, values), seed=3)
    backwards = tally(POLICY, answered(POLICY, values[::-1]), seed=3)

    assert found == backwards
    assert isinstance(found, Policies)
    assert [*found.settings] != [v["levers"] for v in values]


def test_nine_texts_are_too_few_to_hide_among() -> None:
    nine = answered(NOTE, [f"kata {n}" for n in range(9)], Sharing.TEXT)
    silent = answered(NOTE, ["hanya dihitung"] * 20)

    assert tally(NOTE, nine + silent) == Wall()


def test_only_texts_that_may_be_shown_are_shown() -> None:
    ten = answered(NOTE, [f"kata {n}" for n in range(10)], Sharing.TEXT)
    silent = answered(NOTE, ["hanya dihitung"])

    seen = tally(NOTE, silent + ten)

    assert isinstance(seen, Wall)
    assert sorted(seen.texts) == [f"kata {n}" for n in range(10)]


def test_texts_are_shown_in_an_order_that_no_learner_has() -> None:
    words = [f"kata {n}" for n in range(12)]

    seen = tally(NOTE, answered(NOTE, words, Sharing.TEXT))
    again = tally(NOTE, answered(NOTE, words[::-1], Sharing.TEXT))
    anew = tally(NOTE, answered(NOTE, words, Sharing.TEXT), seed=1)

    assert isinstance(seen, Wall)
    assert list(seen.texts) != words
    assert seen == again
    assert seen != anew


def test_two_walls_of_the_same_learners_do_not_share_their_order() -> None:
    words = [f"kata {n}" for n in range(12)]
    other = NOTE.model_copy(update={"id": "other-note"})

    first = tally(NOTE, answered(NOTE, words, Sharing.TEXT))
    second = tally(other, answered(other, words, Sharing.TEXT))

    assert first != second


def test_a_canvas_is_read_in_the_order_of_its_fields() -> None:
    values = [{"aim": "terang", "step": "mulai"}] * 10

    seen = tally(CANVAS, answered(CANVAS, values, Sharing.TEXT))

    assert seen == Wall(("mulai\nterang",) * 10)


def test_words_of_a_question_that_is_no_longer_shared_are_not_shown() -> None:
    private = NOTE.model_copy(update={"shareable": False})

    seen = tally(private, answered(NOTE, ["kata"] * 12, Sharing.TEXT))

    assert seen == Wall()


@pytest.mark.parametrize("misfit", [None, 7, "old", ["a"], {"wall": {"up": "old"}}])
@pytest.mark.parametrize("question", [CHOICE, TAG, NUMBER, GRID, CANVAS])
def test_answers_to_an_older_wording_that_no_longer_fit_are_left_out(
    question: Asked, misfit: object
) -> None:
    seen = tally(question, answered(question, [misfit] * 20, Sharing.TEXT))

    assert seen == tally(question, [])


def test_every_kind_of_question_says_what_a_class_sees() -> None:
    unseen = {kind for kind in KINDS if tally.dispatch(kind) is tally.dispatch(Asked)}

    assert unseen == set()


def test_a_kind_without_a_rule_is_named() -> None:
    with pytest.raises(TypeError, match="sees of a Asked"):
        tally(Asked(id="bare", ask=text("?")), [])
