"""Groups are made of those who differ, and nobody is left over."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from casekit.room.groups import groups


@given(
    st.dictionaries(st.integers(0, 200).map(str), st.sampled_from("abc"), max_size=60),
    st.integers(2, 8),
    st.integers(),
)
def test_everybody_sits_once_and_nobody_alone(
    answers: dict[str, str], size: int, seed: int
) -> None:
    made = groups(answers, size=size, shuffle=random.Random(seed).shuffle)

    assert sorted(seat for group in made for seat in group) == sorted(answers)
    if len(answers) >= size:
        assert all(len(group) >= size for group in made)
        assert max(map(len, made)) - min(map(len, made)) <= 1


@given(st.integers(1, 19))
def test_a_split_class_sits_mixed(pairs: int) -> None:
    answers = {f"{n:03}": "for" if n < pairs else "against" for n in range(2 * pairs)}

    for group in groups(answers, size=2, shuffle=random.Random(1).shuffle):
        assert {answers[seat] for seat in group} == {"for", "against"}


def test_an_empty_room_has_no_groups() -> None:
    assert groups({}, size=3, shuffle=random.Random(1).shuffle) == []
