"""The kit speaks both languages, and writes numbers as each of them does."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.frozen import LANGUAGES, Grade
from casekit.question import KINDS
from casekit.words import WORDS, number, parse_number, say

SOURCE = Path(__file__).resolve().parents[1] / "src" / "casekit"


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_fill_the_same_places(key: str) -> None:
    places = [
        {name for _, name, _, _ in Formatter().parse(s) if name} for s in WORDS[key]
    ]

    assert all(sentence.strip() for sentence in WORDS[key])
    assert places[0] == places[1]


def test_every_sentence_is_used_and_every_used_sentence_exists() -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for path in SOURCE.rglob("*")
        if path.suffix in {".py", ".html"} and path.parent.name != "words"
    )
    used = set(re.findall(r"""["']([a-z]+(?:-[a-z]+)*)["']""", code)) & set(WORDS)
    used |= {f"grade-{grade.value}" for grade in Grade}
    used |= {f"level-{place}" for place in range(1, 5)}
    used |= {
        f"note-kind-{get_args(k.model_fields['kind'].annotation)[0]}" for k in KINDS
    }
    used |= {"sharing-counted", "sharing-text"}
    said = set(re.findall(r"""(?:say|_say)\(\s*["']([a-z0-9-]+)["']""", code))
    said |= set(re.findall(r'AnswerError\(\s*"([a-z-]+)"', code))

    assert set(WORDS) - used == set()
    assert said - set(WORDS) == set()


@given(st.integers(-(10**9), 10**9) | st.decimals(0, 10**6, places=2).map(float))
def test_a_number_is_read_as_it_was_written(value: float) -> None:
    for language in LANGUAGES:
        assert parse_number(number(value, language), language) == value


@given(st.text(max_size=40))
def test_anything_typed_is_a_number_or_not_and_never_an_error(typed: str) -> None:
    for language in LANGUAGES:
        parsed = parse_number(typed, language)
        assert parsed is None or isinstance(parsed, int | float)


@pytest.mark.parametrize("typed", ["1.5", "1,2,3", "١٢", "1e5", "nan", "", "12 34"])
def test_what_is_no_number_in_indonesian_is_none(typed: str) -> None:
    assert parse_number(typed, "id") is None


def test_amounts_in_a_sentence_are_written_in_its_language() -> None:
    assert say("number-outside", "id", least=0, most=5000).endswith("0 dan 5.000.")
    assert say("number-outside", "en", least=0, most=5000).endswith("0 and 5,000.")
