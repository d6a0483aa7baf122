"""A key can be copied by hand, and a slip of the hand is noticed."""

from __future__ import annotations

import math
import secrets
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from casekit.room.keys import CHECK, LETTERS, RANDOM, SIGNS, Keys, letters

if TYPE_CHECKING:
    import random

KEYS = Keys(b"of this room", choose=secrets.choice)
OTHERS = Keys(b"of another room", choose=secrets.choice)
LOOK_ALIKES = ("0OQDG", "1ILJ", "2Z", "5S", "8B", "6G", "UV", "4A")


def test_a_key_has_at_least_sixty_random_bits() -> None:
    assert RANDOM * math.log2(len(SIGNS)) >= 60


def test_no_two_signs_look_alike() -> None:
    for alike in LOOK_ALIKES:
        assert len(set(alike) & set(SIGNS)) <= 1
    assert set(LETTERS) <= set(SIGNS)
    assert not set("AEIOU") & set(SIGNS)  # no word can appear


def test_every_key_of_a_room_is_read_by_it_alone() -> None:
    made = [KEYS.make() for _ in range(200)]

    assert len(set(made)) == 200
    assert all(KEYS.read(key) == key for key in made)
    assert sum(OTHERS.read(key) is not None for key in made) <= 1


@given(st.randoms(use_true_random=False), st.integers(0, RANDOM + CHECK - 1))
def test_a_wrong_sign_is_noticed(chance: random.Random, place: int) -> None:
    signs = list(Keys(b"of this room", choose=chance.choice).make().replace("-", ""))
    signs[place] = SIGNS[(SIGNS.index(signs[place]) + 1) % len(SIGNS)]

    # One slip in a hundred thousand may look right; none of these does so often.
    read = KEYS.read("".join(signs))

    assert read is None or place < RANDOM


@given(st.text(max_size=80))
def test_anything_typed_is_a_key_or_none(typed: str) -> None:
    assert KEYS.read(typed) is None


@given(st.sampled_from(["", " ", "-", " - "]), st.booleans())
def test_a_key_is_read_however_it_is_typed(between: str, small: bool) -> None:  # noqa: FBT001
    key = KEYS.make()
    typed = between.join(key.split("-"))

    assert KEYS.read(typed.lower() if small else typed) == key


def test_a_code_is_made_of_letters_only() -> None:
    assert set(letters(500, secrets.choice)) == set(LETTERS)
