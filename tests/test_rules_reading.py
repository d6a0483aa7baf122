"""A class is not given more to read than it has minutes for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from author import Edit, problems

from casekit import casefile

if TYPE_CHECKING:
    from pathlib import Path

SLOW: Edit = (
    "case.yaml",
    "glossary:",
    "reading: {words_per_minute: {id: 100, en: 70}, share: 0}\nglossary:",
)
SHORT: Edit = ("sections/00_dermaga.yaml", "device, minutes: 4", "device, minutes: 1")
ENGLISH = "notebooks/toy/en/00_dermaga.ipynb"


def words(case: Path, stem: str = "00_dermaga", language: str = "en") -> int:
    (found,) = (
        length.words
        for length in casefile.lengths(case)
        if (length.stem, length.language) == (stem, language)
    )
    return found


@pytest.mark.parametrize("verb", ["show", "reveal", "simulate"])
def test_a_card_that_is_not_there_has_nothing_to_read(
    verb: str, toy_copy: Path
) -> None:
    before = words(toy_copy)
    problems(toy_copy, (ENGLISH, 'toy.ask(\\"why\\")', f'toy.{verb}(\\"nobody\\")'))

    assert words(toy_copy) == before - 1  # Why?


def test_a_section_with_more_to_read_than_minutes_is_told_how_much(
    toy_copy: Path,
) -> None:
    assert problems(toy_copy, SLOW) == ()

    assert problems(toy_copy, SHORT) == (
        "toy/en/00_dermaga.ipynb:1: takes 1.7 minutes to read, 117 words",
    )
    (told,) = casefile.check(toy_copy).problems
    assert told.right.startswith("cut it to 70 words, or move some of it")


def test_a_declared_share_of_the_talk_may_go_on_reading(toy_copy: Path) -> None:
    shared = ("case.yaml", "share: 0}", "share: 0.1}")

    assert problems(toy_copy, SLOW, SHORT, shared) == ()


def test_what_waits_until_after_the_class_does_not_count(toy_copy: Path) -> None:
    before = words(toy_copy)
    talk = (ENGLISH, "## To discuss", "One more word.\\n\\n## After class: to discuss")

    problems(toy_copy, talk)

    # "To discuss This part takes 12 minutes." is left out with all after it
    assert words(toy_copy) == before - 7 + 3


def test_another_heading_is_not_the_after_class_part(toy_copy: Path) -> None:
    before = words(toy_copy)

    problems(toy_copy, (ENGLISH, "## To discuss", "## After classes, to discuss"))

    assert words(toy_copy) == before + 2


@pytest.mark.parametrize(
    ("edit", "more"),
    [
        ((ENGLISH, "The harbour counted", "The busy old harbour counted"), 2),
        ((ENGLISH, "The harbour counted", "The `busy old` harbour counted"), 0),
        ((ENGLISH, "The harbour counted", "The 1.228–1.271 harbour counted"), 1),
        (("sections/00_dermaga.yaml", "en: Unsure", "en: Not yet at all sure"), 4),
        (("sections/00_dermaga.yaml", "en: Why?", "en: Why so?"), 1),
        (("exhibits/days.csv", "The night ferry opens", "The night ferry is open"), 1),
        (("sections/00_dermaga.yaml", "en: Asks who", "en: Asks her who"), 0),
        (("sections/01_malam.yaml", "en: A year later", "en: One whole year on"), 0),
    ],
)
def test_all_that_is_on_the_page_unasked_counts(
    edit: Edit, more: int, toy_copy: Path
) -> None:
    before = words(toy_copy)

    problems(toy_copy, edit)

    assert words(toy_copy) == before + more


@pytest.mark.parametrize(
    ("edit", "more"),
    [
        (("sections/01_malam.yaml", "en: A year later", "en: One whole year on"), 1),
        (("sections/01_malam.yaml", "en: The ferry carried", "en: It carried"), -1),
        (("sections/01_malam.yaml", "en: Calendar", "en: The calendar"), 1),
        (("exhibits/afterwards.yaml", "en: ", "en: Much "), 1),
        (("simulators/harbour-masters.yaml", "en: ", "en: Much "), 1),
    ],
)
def test_reveals_and_policies_count_with_what_they_show(
    edit: Edit, more: int, toy_copy: Path
) -> None:
    before = words(toy_copy, "01_malam")

    problems(toy_copy, edit)

    assert words(toy_copy, "01_malam") == before + more


@pytest.mark.parametrize(
    "edit",
    [
        ("sections/00_dermaga.yaml", "device, minutes: 4", "device, minutes: four"),
        ("case.yaml", "glossary:", "reading: {share: 2}\nglossary:"),
        ("case.yaml", "glossary:", "reading:\nglossary:"),
    ],
)
def test_a_pace_or_minutes_that_cannot_be_read_are_told_once(
    edit: Edit, toy_copy: Path
) -> None:
    (found,) = problems(toy_copy, edit)

    assert "to read" not in found


def test_the_lengths_come_in_the_order_of_the_case() -> None:
    found = casefile.lengths(casefile.find("makassar"))

    stems = [length.stem for length in found]
    assert stems == sorted(stems)
    assert len(stems) == 14
    assert all(0 < length.takes <= length.may_take for length in found)


def test_what_is_not_there_has_no_lengths(tmp_path: Path) -> None:
    assert casefile.lengths(tmp_path / "nowhere") == ()
