"""The instructor sees how a vote is split, and no more than her class may see."""

from __future__ import annotations

from datetime import UTC, datetime
from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import entropy

from casekit.answer import Answer, Sharing
from casekit.errors import PhaseError, RoomError
from casekit.frozen import LANGUAGES, Text
from casekit.phase import Phase, State
from casekit.question import Choice, Option
from casekit.split import Advice, Split, apart, camps, split, told
from casekit.tally import Cells, cells

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
LOCKED = State(Phase.LOCKED)
LETTERS = "abcde"


def question(count: int = 3, *, ordered: bool = False, sealed: bool = False) -> Choice:
    return Choice(
        id="advice",
        kind="choice",
        ask=Text(id="?", en="?"),
        options=tuple(
            Option(id=n, text=Text(id=f"pilihan {n}", en=f"option {n}"))
            for n in LETTERS[:count]
        ),
        ordered=ordered,
        sealed=sealed,
        confidence=True,
    )


def voted(*counts: int, sure: tuple[int | None, ...] = (70,) * 5) -> list[Answer]:
    """One round by how many chose each option, and how sure they were."""
    chosen = [
        (n, certain)
        for n, count, certain in zip(LETTERS, counts, sure, strict=False)
        for _ in range(count)
    ]
    return [
        Answer(
            id=f"answer {place}",
            key_hash=f"learner {place}",
            question="advice",
            asked="",
            round=1,
            value=value,
            confidence=certain,
            sharing=Sharing.COUNTED,
            told_at=MORNING,
        )
        for place, (value, certain) in enumerate(chosen)
    ]


def seen(*counts: int, ordered: bool = False, right: str | None = None) -> Split:
    asked = question(len(counts), ordered=ordered)
    return split(asked, voted(*counts), LOCKED, right=right)


@pytest.mark.parametrize(
    ("correct", "advice"),
    [
        (19, Advice.EXPLAIN),
        (20, Advice.DISCUSS),
        (39, Advice.DISCUSS),
        (40, Advice.GO_ON),
    ],
)
def test_a_question_with_a_right_answer_follows_peer_instruction(
    correct: int, advice: Advice
) -> None:
    """35 % of 57 is 19.95, and 70 % is 39.9."""
    assert seen(57 - correct, correct, right="b").advice is advice


def test_a_right_answer_among_the_few_needs_explaining() -> None:
    assert seen(50, 4, 3, right="c").advice is Advice.EXPLAIN


def test_a_right_answer_that_may_be_many_or_few_is_discussed() -> None:
    """Nine and two are told as eleven of 31: the two could be the right ones."""
    assert seen(20, 9, 2, right="c").advice is Advice.DISCUSS


def test_nearly_all_right_go_on_and_nearly_all_wrong_need_explaining() -> None:
    assert seen(55, 2, right="a").advice is Advice.GO_ON
    assert seen(55, 2, right="b").advice is Advice.EXPLAIN
    assert seen(55, 2) == Split(("a",), (0.9, 1.0), advice=Advice.GO_ON)


@pytest.mark.parametrize(
    ("counts", "advice"),
    [
        ((29, 28), Advice.DISCUSS),
        ((43, 14), Advice.DISCUSS),  # three to one are two camps
        ((46, 11), Advice.GO_ON),  # four to one are not
        ((12, 12, 11, 11, 11), Advice.EXPLAIN),
        ((19, 19, 19), Advice.DISCUSS),
        ((43, 7, 7), Advice.GO_ON),
    ],
)
def test_opinions_are_judged_by_how_polarised_they_are(
    counts: tuple[int, ...], advice: Advice
) -> None:
    assert seen(*counts).advice is advice


@pytest.mark.parametrize(
    ("counts", "advice"),
    [
        ((0, 0, 7, 25, 25), Advice.GO_ON),  # two steps, but the same side
        ((25, 25, 7, 0, 0), Advice.GO_ON),
        ((20, 9, 0, 9, 19), Advice.DISCUSS),
        ((6, 9, 27, 9, 6), Advice.GO_ON),
        ((3, 22, 9, 19, 4), Advice.DISCUSS),  # both ends are told as one cell
    ],
)
def test_on_a_scale_it_counts_how_far_apart_the_camps_are(
    counts: tuple[int, ...], advice: Advice
) -> None:
    assert seen(*counts, ordered=True).advice is advice


COUNTS = st.lists(st.integers(0, 40), min_size=2, max_size=5).filter(any)


def shares_of(counts: list[int]) -> dict[tuple[str, ...], float]:
    total = sum(counts)
    return {(n,): c / total for n, c in zip(LETTERS, counts, strict=False)}


def shown(counts: list[int]) -> dict[tuple[str, ...], float]:
    names = LETTERS[: len(counts)]
    chosen = [n for n, c in zip(names, counts, strict=True) for _ in range(c)]
    told_ = cells(names, chosen).cells
    return {cell.options: cell.count / sum(counts) for cell in told_}


@given(COUNTS)
def test_what_is_merged_never_hides_that_a_class_is_polarised(
    counts: list[int],
) -> None:
    merged = shown(counts)
    names = LETTERS[: len(counts)]
    if merged:
        assert apart(merged, names) >= apart(shares_of(counts), names) - 1e-9
        hidden = max((s for o, s in merged.items() if len(o) > 1), default=0)
        if hidden <= 2 / 3:
            assert camps(merged) >= camps(shares_of(counts)) - 1e-9


@given(st.integers(0, 40), st.integers(1, 40))
def test_two_options_are_as_polarised_as_a_scale_of_two_steps(a: int, b: int) -> None:
    two = shares_of([a, b])

    assert isclose(camps(two), apart(two, "ab"))


@given(st.lists(st.integers(0, 40), min_size=3, max_size=5).filter(any))
def test_a_scale_is_as_polarised_as_numpy_finds_it(counts: list[int]) -> None:
    below = np.cumsum(counts)[:-1] / sum(counts)
    expected = 4 * np.mean(below * (1 - below))

    found = apart(shares_of(counts), LETTERS[: len(counts)])

    assert isclose(found, expected, abs_tol=1e-9)


@given(COUNTS)
def test_the_entropy_of_the_class_lies_within_what_is_told(counts: list[int]) -> None:
    found = seen(*counts)
    if found.entropy:
        low, high = found.entropy
        true = entropy(counts) / np.log(len(counts))

        assert low - 1e-9 <= true <= high + 1e-9
        assert high <= 1
        if not any(len(options) > 1 for options in shown(counts)):
            assert isclose(low, high)


@given(COUNTS, st.booleans(), st.sampled_from([None, "a", "b"]))
def test_the_most_chosen_is_known_whenever_anything_is(
    counts: list[int],
    ordered: bool,  # noqa: FBT001
    right: str | None,
) -> None:
    found = seen(*counts, ordered=ordered, right=right)

    most = max(counts)
    leaders = tuple(n for n, c in zip(LETTERS, counts, strict=False) if c == most)
    assert found.top in {(), leaders}
    assert bool(found.top) == (found.advice is not None) == (found.share is not None)
    if found.share:
        assert found.share[0] <= most / sum(counts) <= found.share[1]


@pytest.mark.parametrize("right", [None, "a"])
@pytest.mark.parametrize("ordered", [True, False])
def test_classes_that_look_alike_get_the_same_meter(
    *, ordered: bool, right: str | None
) -> None:
    """Whoever knows the meter knows no more than the cells."""
    asked = question(4, ordered=ordered)
    meters: dict[Cells, Split] = {}
    for b in range(12):
        for c in range(12 - b):
            counts = (15, b, c, 11 - b - c)
            chosen = [answer.value for answer in voted(*counts)]
            meter = split(asked, voted(*counts), LOCKED, right=right)

            first = meters.setdefault(cells("abcd", chosen), meter)
            assert (meter.top, meter.share, meter.advice) == (
                first.top,
                first.share,
                first.advice,
            )
            assert meter.entropy == first.entropy


def test_too_few_answers_have_no_split() -> None:
    assert seen(2, 2) == seen(16, 4) == Split()


def test_it_tells_how_much_surer_the_most_are_in_steps_of_five() -> None:
    asked = question(2)

    found = [
        split(asked, voted(30, 27, sure=pair), LOCKED).surer
        for pair in ((78, 70), (70, 78), (71, 70), (100, 50), (50, 100))
    ]

    assert found == [10, -10, 0, 20, -20]


def test_of_a_tie_nobody_is_surer() -> None:
    found = split(question(2), voted(28, 28, sure=(90, 60)), LOCKED)

    assert found.top == ("a", "b")
    assert found.surer is None


def test_confidence_that_too_few_have_told_is_not_told() -> None:
    answers = voted(30, 27, sure=(90, None)) + voted(0, 4)

    assert split(question(2), answers, LOCKED).surer is None


@pytest.mark.parametrize("phase", [Phase.DRAFT, Phase.OPEN])
def test_there_is_no_preview_before_the_lock(phase: Phase) -> None:
    with pytest.raises(PhaseError, match="lock it before you look"):
        split(question(), voted(20, 20, 17), State(phase))


def test_a_sealed_question_has_no_preview() -> None:
    with pytest.raises(RoomError, match="'advice' is sealed"):
        split(question(sealed=True), voted(20, 20, 17), LOCKED)


def test_a_right_answer_must_be_one_of_the_options() -> None:
    with pytest.raises(RoomError, match="no option 'z'; the right one is one of a, b"):
        split(question(), voted(20, 20, 17), LOCKED, right="z")


def test_the_instructor_reads_the_split_and_one_advice() -> None:
    asked = question(3)
    found = split(asked, voted(30, 20, 7, sure=(80, 70, 70)), LOCKED)

    assert told(asked, found, "en")[:3] == (
        "Most chosen: option a (53%).",
        "Spread 0.88 (0: all the same; 1: even).",
        "Those who chose it are 10 points surer, on average, than the others.",
    )
    assert told(asked, found, "en")[3].startswith(
        "There may be two camps of like strength. Advice: discuss."
    )
    assert "53 %" in told(asked, found, "id")[0]


@pytest.mark.parametrize(
    ("counts", "right", "reason"),
    [
        ((30, 10, 17), "b", "Fewer than 35% are right. Advice: explain"),
        ((20, 30, 7), "b", "Perhaps 35 to 70% are right"),
        ((8, 44, 5), "b", "More than 70% are right. Advice: go on"),
        ((12, 12, 11, 11, 11), None, "Choices are scattered"),
        ((43, 7, 7), None, "The class leans one way"),
    ],
)
def test_an_advice_says_on_what_it_rests(
    counts: tuple[int, ...], right: str | None, reason: str
) -> None:
    asked = question(len(counts))

    advice = told(asked, seen(*counts, right=right), "en")[-1]

    assert advice.startswith(reason)


def test_every_split_can_be_read_in_both_languages() -> None:
    asked = question(3)
    for language in LANGUAGES:
        merged = told(asked, seen(30, 9, 2), language)
        assert len(merged) == 4
        assert told(asked, Split(), language)[0].endswith(".")
        assert "≥ 90" in told(asked, seen(55, 1, 1), language)[0]
        for pair in ((100, 50, 50), (50, 100, 100), (70, 70, 70)):
            answers = voted(30, 20, 7, sure=pair)
            assert len(told(asked, split(asked, answers, LOCKED), language)) == 4
    assert (
        "≥ 20"
        in told(
            asked, split(asked, voted(30, 20, 7, sure=(100, 50, 50)), LOCKED), "id"
        )[2]
    )
