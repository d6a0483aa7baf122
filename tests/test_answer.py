"""What a learner may answer, and what is said about what he may not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.answer import Answer, Sharing, admit, check
from casekit.errors import AnswerError
from casekit.frozen import Grade, Text
from casekit.journal import Journal
from casekit.phase import Phase
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

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)


def text(words: str) -> Text:
    return Text(id=words, en=words)


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(id=name, text=text(name)) for name in names)


CHOICE = Choice(id="course", kind="choice", ask=text("?"), options=options("a", "b"))
TAG = Tag(
    id="claims",
    kind="tag",
    ask=text("?"),
    labels=options("fact", "claim"),
    statements=options("calls", "cameras"),
)
NUMBER = Number(
    id="cameras", kind="number", ask=text("?"), unit="cameras", least=0, most=1000
)
GRID = Grid(
    id="map",
    kind="grid",
    ask=text("?"),
    across=Axis(text=text("cost"), bands=options("little", "much")),
    up=Axis(text=text("use"), bands=options("low", "high")),
    items=options("wall", "gallery"),
)
NOTE = Words(id="note", kind="text", ask=text("?"), shareable=True)
CANVAS = Words(
    id="canvas", kind="text", ask=text("?"), limit=20, fields=options("aim", "step")
)
RANK = Rank(id="duty", kind="rank", ask=text("?"), items=options("fire", "flood"))
PARTS = Allocate(
    id="budget",
    kind="allocate",
    ask=text("?"),
    parts=options("crews", "phones", "eyes"),
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
            step=0.5,
            default=1,
            grade=Grade.ASSUMED,
            origin=text("ours"),
        ),
        Lever(
            id="order",
            label=text("order"),
            options=options("first", "urgent"),
            default="first",
            grade=Grade.ASSUMED,
            origin=text("ours"),
        ),
    ),
    predict=(Measure(id="wait", label=text("wait"), unit=text("minutes"), most=60),),
)
SET = {"crews": 1.5, "order": "urgent"}


def guessed(wait: object) -> dict[str, Any]:
    return {"levers": SET, "predicted": {"wait": wait}}


SURE = CHOICE.model_copy(update={"id": "sure", "confidence": True})
QUESTIONS: tuple[Asked, ...] = (
    *(CHOICE, TAG, NUMBER, GRID, NOTE, CANVAS, RANK, PARTS, POLICY),
    SURE,
)

FAIR: list[tuple[Asked, Any]] = [
    (CHOICE, "a"),
    (TAG, {"calls": "fact", "cameras": "claim"}),
    (NUMBER, {"low": 0, "guess": 500.5, "high": 1000}),
    (NUMBER, {"low": 7, "guess": 7, "high": 7}),
    (
        GRID,
        {
            "wall": {"across": "much", "up": "low"},
            "gallery": {"across": "little", "up": "high"},
        },
    ),
    (NOTE, "x" * 280),
    (CANVAS, {"aim": "terang", "step": "mulai 🙂"}),
    (RANK, ["flood", "fire"]),
    (PARTS, {"crews": 100, "phones": 0, "eyes": 0}),
    (PARTS, {"crews": 33, "phones": 33, "eyes": 34}),
    (POLICY, guessed(0)),
    (POLICY, {"levers": {**SET, "crews": 2}, "predicted": {"wait": 59.5}}),
]
UNFAIR: list[tuple[Asked, Any, str, str]] = [
    (CHOICE, None, "choice-missing", ""),
    (CHOICE, "c", "choice-unknown", ""),
    (CHOICE, ["a"], "choice-unknown", ""),
    (TAG, None, "label-missing", "calls"),
    (TAG, {"calls": "fact"}, "label-missing", "cameras"),
    (TAG, {"calls": "fact", "cameras": "rumour"}, "choice-unknown", "cameras"),
    (TAG, {"calls": "fact", "other": "fact"}, "answer-wrong", ""),
    (TAG, "fact", "answer-wrong", ""),
    (NUMBER, None, "number-missing", "low"),
    (NUMBER, {"low": 1, "guess": 2}, "number-missing", "high"),
    (NUMBER, {"low": "1", "guess": 2, "high": 3}, "number-wrong", "low"),
    (NUMBER, {"low": True, "guess": 2, "high": 3}, "number-wrong", "low"),
    (NUMBER, {"low": 1, "guess": float("nan"), "high": 3}, "number-wrong", "guess"),
    (NUMBER, {"low": 1, "guess": 2, "high": 1001}, "number-outside", "high"),
    (NUMBER, {"low": float("-inf"), "guess": 2, "high": 3}, "number-outside", "low"),
    (NUMBER, {"low": 9, "guess": 5, "high": 3}, "bounds-crossed", "low"),
    (NUMBER, {"low": 1, "guess": 5, "high": 3}, "guess-outside", "guess"),
    (GRID, None, "choice-missing", "wall.across"),
    (GRID, {"wall": {"across": "much"}}, "choice-missing", "wall.up"),
    (GRID, {"wall": {"across": "huge"}}, "choice-unknown", "wall.across"),
    (GRID, {"wall": {"left": "much"}}, "answer-wrong", ""),
    (NOTE, None, "text-missing", ""),
    (NOTE, " \n\t", "text-missing", ""),
    (NOTE, 7, "text-wrong", ""),
    (NOTE, "half an emoji \ud83d", "text-wrong", ""),
    (NOTE, "x" * 281, "text-too-long", ""),
    (CANVAS, {"aim": "terang"}, "text-missing", "step"),
    (CANVAS, {"aim": "terang", "step": "x" * 21}, "text-too-long", "step"),
    (CANVAS, "terang", "answer-wrong", ""),
    (RANK, None, "place-missing", "fire"),
    (RANK, ["fire"], "place-missing", "flood"),
    (RANK, ["fire", "fire"], "answer-wrong", ""),
    (RANK, ["fire", "storm"], "answer-wrong", ""),
    (RANK, [["fire"], "flood"], "answer-wrong", ""),
    (RANK, "fire", "answer-wrong", ""),
    (PARTS, None, "number-missing", "crews"),
    (PARTS, {"crews": 50, "phones": 50}, "number-missing", "eyes"),
    (PARTS, {"crews": 50.0, "phones": 50, "eyes": 0}, "part-wrong", "crews"),
    (PARTS, {"crews": True, "phones": 99, "eyes": 0}, "part-wrong", "crews"),
    (PARTS, {"crews": -1, "phones": 101, "eyes": 0}, "part-wrong", "crews"),
    (PARTS, {"crews": 30, "phones": 30, "eyes": 30}, "sum-short", "eyes"),
    (PARTS, {"crews": 40, "phones": 40, "eyes": 40}, "sum-over", "eyes"),
    (PARTS, {"crews": 100, "doors": 0}, "answer-wrong", ""),
    (POLICY, None, "choice-missing", "crews"),
    (POLICY, {"levers": {"crews": 1}}, "choice-missing", "order"),
    (POLICY, {"levers": {**SET, "crews": 1.2}}, "choice-unknown", "crews"),
    (POLICY, {"levers": {**SET, "crews": True}}, "choice-unknown", "crews"),
    (POLICY, {"levers": {**SET, "order": ["first"]}}, "choice-unknown", "order"),
    (POLICY, {"levers": SET}, "number-missing", "predict.wait"),
    (
        POLICY,
        {"levers": SET, "predicted": {"wait": "1"}},
        "number-wrong",
        "predict.wait",
    ),
    (
        POLICY,
        {"levers": SET, "predicted": {"wait": 61}},
        "number-outside",
        "predict.wait",
    ),
    (POLICY, {"levers": SET, "guessed": {}}, "answer-wrong", ""),
]


@pytest.mark.parametrize(("question", "value"), FAIR)
def test_a_fair_answer_is_admitted(question: Asked, value: object) -> None:
    check(question, value)


@pytest.mark.parametrize(("question", "value", "code", "field"), UNFAIR)
def test_an_unfair_answer_is_refused_where_it_is_wrong(
    question: Asked, value: object, code: str, field: str
) -> None:
    with pytest.raises(AnswerError) as refused:
        check(question, value)

    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_text_that_is_too_long_is_told_its_length_and_its_limit() -> None:
    with pytest.raises(AnswerError, match="length=281, limit=280"):
        check(NOTE, "x" * 281)


def test_a_sum_that_is_not_a_hundred_is_told_what_is_left_or_over() -> None:
    with pytest.raises(AnswerError, match="left=10"):
        check(PARTS, {"crews": 30, "phones": 30, "eyes": 30})
    with pytest.raises(AnswerError, match="over=20"):
        check(PARTS, {"crews": 40, "phones": 40, "eyes": 40})


def test_a_question_about_confidence_wants_one() -> None:
    check(SURE, "a", confidence=50)

    with pytest.raises(AnswerError, match="confidence-missing"):
        check(SURE, "a")


@pytest.mark.parametrize("confidence", [49, 101, 70.0, True, "70"])
def test_confidence_is_a_whole_per_cent_from_fifty_up(confidence: object) -> None:
    with pytest.raises(AnswerError, match="confidence-wrong"):
        check(SURE, "a", confidence=confidence)  # type: ignore[arg-type]


def test_confidence_that_nobody_asked_for_is_refused() -> None:
    with pytest.raises(AnswerError, match="confidence-wrong"):
        check(CHOICE, "a", confidence=70)


def test_words_are_shared_only_where_the_question_allows_it() -> None:
    check(NOTE, "kata", sharing=Sharing.TEXT)

    with pytest.raises(AnswerError, match="sharing-wrong"):
        check(CANVAS, {"aim": "a", "step": "b"}, sharing=Sharing.TEXT)


def test_every_kind_of_question_says_what_it_admits() -> None:
    unruled = {kind for kind in KINDS if admit.dispatch(kind) is admit.dispatch(Asked)}

    assert unruled == set()


def test_a_kind_without_a_rule_is_named() -> None:
    with pytest.raises(TypeError, match="a Asked admits"):
        check(Asked(id="bare", ask=text("?")), "a")


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters())
    | st.sampled_from(["a", "fact", "claim", "much", "low"])
)
NAMES = st.sampled_from(["low", "guess", "high", "calls", "cameras", "wall", "aim"])
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=8,
)
NUMBERS = st.fixed_dictionaries(
    dict.fromkeys(("low", "guess", "high"), st.integers(-1, 1001) | st.floats())
)
TAGS = st.fixed_dictionaries(dict.fromkeys(("calls", "cameras"), LEAVES))
CANVASES = st.fixed_dictionaries(dict.fromkeys(("aim", "step"), st.text(max_size=21)))


ORDERS = st.lists(st.sampled_from(["fire", "flood"]) | LEAVES, max_size=3)
SHARES = st.fixed_dictionaries(
    dict.fromkeys(("crews", "phones", "eyes"), st.sampled_from([0, 50, 100, 50.0]))
)
POLICIES = st.fixed_dictionaries(
    {
        "levers": st.fixed_dictionaries(
            {"crews": st.sampled_from([1, 1.5, 2.0]) | LEAVES, "order": LEAVES}
        )
        | st.just(SET),
        "predicted": st.fixed_dictionaries({"wait": st.integers(0, 61) | LEAVES}),
    }
)


@given(
    question=st.sampled_from(QUESTIONS),
    value=JSON | NUMBERS | TAGS | CANVASES | ORDERS | SHARES | POLICIES | LEAVES,
)
@settings(deadline=None)
def test_whatever_a_browser_sends_is_refused_or_comes_back_from_the_journal(
    question: Asked, value: object
) -> None:
    confidence = 70 if question.confidence else None
    try:
        check(question, value, confidence=confidence)
    except AnswerError:
        return
    answer = Answer(
        id="one",
        key_hash="ani",
        question=question.id,
        asked=question.fingerprint,
        round=1,
        value=value,
        confidence=confidence,
        sharing=Sharing.COUNTED,
        told_at=MORNING,
    )
    with (
        TemporaryDirectory() as folder,
        Journal(Path(folder) / "class.sqlite", clock=lambda: MORNING) as journal,
    ):
        journal.move(question.id, Phase.OPEN)
        journal.write(answer)

        assert journal.latest(question.id, "ani") == answer
