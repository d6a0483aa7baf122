"""Two opposed texts tell that two people differ, and no more of anybody.

The attackers know the rule, the wall of texts, the tally and their own answers.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.answer import Answer, Sharing
from casekit.frozen import Text
from casekit.positions import opposed
from casekit.question import Choice, Option, Writing
from casekit.tally import Cells, tally

if TYPE_CHECKING:
    from random import Random

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
ASK = Text(id="?", en="?")
STEPS = "abcde"
SCALE = Choice(
    id="scale",
    kind="choice",
    ask=ASK,
    options=tuple(Option(id=n, text=Text(id=n, en=n)) for n in STEPS),
    ordered=True,
    confidence=True,
)
WRITING = Writing(id="now", kind="text", ask=ASK, shareable=True, opposed="scale")
TEXT = Answer(
    id="",
    key_hash="",
    question="now",
    asked="",
    round=1,
    value="",
    confidence=None,
    sharing=Sharing.TEXT,
    told_at=MORNING,
)
Person = tuple[str, int, Sharing]  # a vote, how sure, and whether his text may be shown
PERSON = st.tuples(
    st.sampled_from(STEPS), st.integers(50, 100), st.sampled_from(Sharing)
)
PEOPLE = st.lists(PERSON, max_size=70)
SEED = st.integers(0, 99)


def answers(people: list[Person]) -> tuple[list[Answer], list[Answer]]:
    """Each writes a text that no other has written, and votes."""
    texts = [
        replace(TEXT, key_hash=f"{n}", value=f"text {n}", sharing=sharing)
        for n, (_, _, sharing) in enumerate(people)
    ]
    votes = [
        replace(TEXT, key_hash=f"{n}", value=vote, confidence=sure)
        for n, (vote, sure, _) in enumerate(people)
    ]
    return texts, votes


def drawn(people: list[Person], seed: int = 0) -> tuple[str, str] | None:
    return opposed(WRITING, SCALE, *answers(people), seed=seed)


def person(text: str) -> int:
    return int(text.split()[1])


def crowd(low: int, high: int, middle: int = 0) -> list[Person]:
    """As many on each side; every third at the end of his side, each as sure."""
    votes = [STEPS[n % 3 == 0] for n in range(low)]
    votes += [STEPS[3 + (n % 3 == 0)] for n in range(high)] + ["c"] * middle
    return [(vote, 80, Sharing.TEXT) for vote in votes]


def test_a_class_of_fifty_seven_has_two_opposed_texts() -> None:
    assert drawn(crowd(20, 22, 15)) is not None


@pytest.mark.parametrize(("low", "high"), [(4, 20), (20, 4), (5, 4), (0, 30)])
def test_fewer_than_five_texts_on_a_side_are_too_few(low: int, high: int) -> None:
    assert drawn(crowd(low, high, 20)) is None


def test_five_on_each_side_are_enough() -> None:
    assert drawn(crowd(5, 5, 12)) is not None


def test_a_class_whose_tally_is_hidden_has_no_opposed_texts() -> None:
    """Five here and five there would be told by nothing but the draw."""
    assert drawn(crowd(5, 5)) is None


def test_a_class_told_as_nearly_unanimous_has_no_opposed_texts() -> None:
    nearly = [*[("a", 80, Sharing.TEXT)] * 5, *[("e", 80, Sharing.TEXT)] * 52]

    assert drawn(nearly) is None


@given(PEOPLE, SEED)
def test_both_let_their_words_be_shown_and_stand_across_the_middle(
    people: list[Person], seed: int
) -> None:
    found = drawn(people, seed)
    if found:
        one, other = (people[person(text)] for text in found)

        assert one[2] is other[2] is Sharing.TEXT
        assert {one[0] < "c", other[0] < "c"} == {True, False}
        assert "c" not in {one[0], other[0]}
        assert len({person(text) for text in found}) == 2


@given(PEOPLE, SEED)
def test_each_is_drawn_from_three_or_more_of_the_surer_half_of_five(
    people: list[Person], seed: int
) -> None:
    found = drawn(people, seed)
    if found:
        for text in found:
            vote, sure, _ = people[person(text)]
            side = sorted(
                s
                for v, s, sharing in people
                if v != "c" and (v < "c") == (vote < "c") and sharing is Sharing.TEXT
            )
            assert len(side) >= 5
            assert sum(s >= side[len(side) // 2] for s in side) >= 3
            assert sure >= side[len(side) // 2]


@given(PEOPLE, SEED, st.randoms())
def test_who_votes_otherwise_within_his_side_changes_nothing(
    people: list[Person], seed: int, chance: Random
) -> None:
    """So that the draw cannot tell the exact option of anybody."""
    others = [
        (chance.choice("c" if vote == "c" else "ab" if vote < "c" else "de"), sure, way)
        for vote, sure, way in people
    ]
    told = [tally(SCALE, answers(some)[1]) for some in (people, others)]
    if all(isinstance(one, Cells) and one.cells for one in told):
        assert drawn(people, seed) == drawn(others, seed)


@given(PEOPLE, SEED)
def test_only_who_is_surer_counts_and_not_by_how_much(
    people: list[Person], seed: int
) -> None:
    ranks = sorted({sure for _, sure, _ in people})
    flat = [(vote, 50 + ranks.index(sure), sharing) for vote, sure, sharing in people]

    assert drawn(people, seed) == drawn(flat, seed)


@given(PEOPLE, SEED)
def test_neither_the_order_nor_the_keys_of_learners_count(
    people: list[Person], seed: int
) -> None:
    texts, votes = answers(people)
    renamed = [
        [replace(a, key_hash=f"other {a.key_hash}") for a in reversed(given_)]
        for given_ in (texts, votes)
    ]

    assert opposed(WRITING, SCALE, texts, votes, seed=seed) == opposed(
        WRITING, SCALE, *renamed, seed=seed
    )


def test_over_many_seeds_every_text_of_the_surer_half_is_as_likely() -> None:
    people = [("b", 60 + n, Sharing.TEXT) for n in range(6)]
    people += [("d", 60 + n, Sharing.TEXT) for n in range(6)]
    people += [("c", 99, Sharing.TEXT)] * 8
    found = [drawn(people, seed) for seed in range(1200)]

    texts = [text for pair in found if pair for text in pair]

    counts = {n: [person(t) for t in texts].count(n) for n in range(12)}
    assert {n for n, count in counts.items() if count} == {3, 4, 5, 9, 10, 11}
    assert all(320 < counts[n] < 480 for n in (3, 4, 5, 9, 10, 11))


def test_the_order_does_not_tell_the_side() -> None:
    found = [drawn(crowd(10, 10), seed) for seed in range(400)]

    low_first = sum(pair is not None and person(pair[0]) < 10 for pair in found)

    assert 140 < low_first < 260


def test_a_text_written_twice_and_a_text_without_a_vote_are_left_out() -> None:
    texts, votes = answers(crowd(5, 6))
    doubled = [replace(texts[0], value="text 1"), *texts[1:]]
    for n in range(50):
        assert opposed(WRITING, SCALE, texts, votes[1:], seed=n) is None
        assert opposed(WRITING, SCALE, doubled, votes, seed=n) is None


@pytest.mark.parametrize(
    "change",
    [{"ordered": False}, {"sealed": True}, {"die": True}],
    ids=["no scale", "sealed", "with a die"],
)
def test_what_is_no_open_scale_opposes_nothing(change: dict[str, bool]) -> None:
    scale = SCALE.model_copy(update=change)

    assert opposed(WRITING, scale, *answers(crowd(20, 20)), seed=0) is None


@pytest.mark.parametrize("change", [{"shareable": False}, {"sealed": True}])
def test_words_that_are_not_shared_are_not_opposed(change: dict[str, bool]) -> None:
    writing = WRITING.model_copy(update=change)

    assert opposed(writing, SCALE, *answers(crowd(20, 20)), seed=0) is None
