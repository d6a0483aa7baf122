"""A learner meets one word for one thing, in whichever language he reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from author import Edit, problems

from casekit import casefile

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.case import Case

SAID: tuple[tuple[str, Edit, str], ...] = (
    (
        "in the outline",
        ("case.yaml", "apakah feri malam diteruskan", "apakah kapal malam diteruskan"),
        "toy/case.yaml:6: id: says 'kapal malam'",
    ),
    (
        "in a question",
        ("sections/00_dermaga.yaml", "the night ferry be", "the night boat be"),
        "toy/sections/00_dermaga.yaml:24: en: says 'night boat'",
    ),
    (
        "with a capital, over a line's end",
        (
            "sections/00_dermaga.yaml",
            "love the night ferry",
            "love the Late\n            ferry",
        ),
        "toy/sections/00_dermaga.yaml:63: en: says 'late ferry'",
    ),
    (
        "in a row",
        ("exhibits/trips.csv", "Night ferry", "Night boat"),
        "toy/exhibits/trips.csv:2: en: says 'night boat'",
    ),
    (
        "in a fact",
        ("facts.yaml", "The night ferry carries", "The night boat carries"),
        "toy/facts.yaml:4: en: says 'night boat'",
    ),
    (
        "in our words on a source",
        ("sources.yaml", "about:\n    id: ", "about:\n    id: Kapal malam. "),
        "toy/sources.yaml:7: id: says 'kapal malam'",
    ),
    (
        "in a notebook",
        ("notebooks/toy/en/01_malam.ipynb", "Each trip", "Each trip of the night boat"),
        "toy/en/01_malam.ipynb:10: says 'night boat'",
    ),
)


@pytest.mark.parametrize(
    ("edit", "told"), [pytest.param(e, t, id=name) for name, e, t in SAID]
)
def test_what_the_glossary_avoids_is_told_where_it_is_said(
    edit: Edit, told: str, toy_copy: Path
) -> None:
    assert problems(toy_copy, edit) == (told,)


def test_the_cure_is_the_glossary_s_own_term(toy_copy: Path) -> None:
    path = toy_copy / "exhibits" / "trips.csv"
    path.write_text(path.read_text("utf-8").replace("Night ferry", "Late ferry"))

    (found,) = casefile.check(toy_copy).problems

    assert found.right == "the glossary's term is 'night ferry'"


@pytest.mark.parametrize(
    "edit",
    [
        ("exhibits/trips.csv", "Night ferry", "Night boats"),  # another word
        ("exhibits/trips.csv", "Feri malam", "Feri night boat malam"),  # in Indonesian
        ("notebooks/toy/en/01_malam.ipynb", "Each trip", "`night boat` Each trip"),
        (
            "notebooks/toy/en/01_malam.ipynb",
            "Each trip",
            "<!-- night boat --> Each trip",
        ),
        ("sources.yaml", "title: ", "title: The night boat, "),
        ("case.yaml", "sesudah gelap.", "sesudah gelap; bukan kapal malam."),
    ],
)
def test_the_glossary_has_no_say_there(edit: Edit, toy_copy: Path) -> None:
    assert problems(toy_copy, edit) == ()


def test_a_word_is_not_avoided_within_a_term(toy_copy: Path) -> None:
    edits = (
        ("case.yaml", "[night boat, late ferry]", "[ferry]"),
        ("case.yaml", "en: city council", "en: ferry council"),
        ("sections/00_dermaga.yaml", "Stop it", "Ask the ferry council"),
        ("sections/00_dermaga.yaml", "Keep it", "Keep the ferry"),
    )

    found = problems(toy_copy, *edits)

    assert "toy/sections/00_dermaga.yaml:40: en: says 'ferry'" in found
    assert not any("00_dermaga.yaml:32" in told for told in found)


def test_a_word_that_is_a_term_cannot_be_avoided(toy_copy: Path) -> None:
    edits = (
        ("case.yaml", "night boat", "City  Council"),
        ("sections/00_dermaga.yaml", "Stop it", "Ask the city council"),
    )

    assert problems(toy_copy, *edits) == (
        "toy/case.yaml:37: avoids 'City  Council', the term of 'council'",
    )


def test_a_term_has_an_id_of_its_own(toy_copy: Path) -> None:
    edit = ("case.yaml", "- id: council", "- id: night-ferry")

    assert problems(toy_copy, edit) == (
        "toy/case.yaml:38: repeats the id 'night-ferry' of toy/case.yaml:32",
    )


def test_a_broken_term_is_told_once_and_the_others_still_count(toy_copy: Path) -> None:
    edits = (
        ("case.yaml", "en: city council", "en: 7"),
        ("exhibits/trips.csv", "Night ferry", "Night boat"),
    )

    assert problems(toy_copy, *edits) == (
        "toy/case.yaml:39: 'glossary.term.en' is 7, not words",
        "toy/exhibits/trips.csv:2: en: says 'night boat'",
    )


def test_a_case_may_do_without_a_glossary(toy_copy: Path, toy: Case) -> None:
    path = toy_copy / "case.yaml"
    path.write_text(path.read_text("utf-8").partition("glossary:")[0])

    assert problems(toy_copy) == ()
    assert [term.id for term in toy.outline.glossary] == ["night-ferry", "council"]


def test_a_teaching_note_keeps_to_the_terms_too(toy_copy: Path) -> None:
    slip = ("teaching-note.en.md", "\n## ", "\nThe night boat sails.\n\n## ")

    told = problems(toy_copy, slip)

    assert any("teaching-note.en.md" in p and "says 'night boat'" in p for p in told)
