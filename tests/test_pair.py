"""Two opposed texts are drawn once, and shown only when everything else is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casekit.answer import Sharing
from casekit.cards import ScreenCard
from casekit.cards.row import QuestionRow
from casekit.casefile import open_casefile
from casekit.classmate import Classmate
from casekit.errors import PhaseError
from casekit.instructor import Instructor, Move
from casekit.pair import Pair, pair_of
from casekit.slides import slides
from casekit.stage import Stage

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.journal import Journal
    from casekit.question import Asked

CASEFILES = Path(__file__).parents[1] / "casefiles"


@pytest.fixture(scope="module")
def makassar() -> Case:
    return open_casefile(CASEFILES / "makassar")


@pytest.fixture
def teacher(makassar: Case, journal: Journal) -> Instructor:
    return Instructor(makassar, journal)


@pytest.fixture
def scale(makassar: Case) -> Asked:
    return makassar.question("two-year-rotation")


@pytest.fixture
def writing(makassar: Case) -> Asked:
    return makassar.question("rotation-now")


@pytest.fixture
def pair(writing: Asked, teacher: Instructor) -> Pair:
    found = pair_of(writing, teacher)
    assert found is not None
    return found


def held(teacher: Instructor, scale: Asked, writing: Asked, *, each: int) -> None:
    """As many against as for, and twelve between; all let their words be shown."""
    for question in (scale, writing):
        teacher.move(question, Move.OPEN)
    for seat in range(2 * each + 12):
        mate = Classmate(teacher.journal, key=f"seat {seat}")
        vote = ("disagree", "agree")[seat % 2] if seat < 2 * each else "undecided"
        mate.commit(scale, id=f"vote {seat}", value=vote, confidence=80)
        mate.commit(
            writing,
            id=f"text {seat}",
            value=f"{vote} {seat}",
            confidence=80,
            sharing=Sharing.TEXT,
        )
    for question in (scale, writing):
        teacher.move(question, Move.LOCK)


def test_nothing_is_drawn_before_both_are_locked(
    teacher: Instructor, scale: Asked, pair: Pair
) -> None:
    teacher.move(scale, Move.OPEN)
    teacher.move(scale, Move.LOCK)

    with pytest.raises(PhaseError, match="before a draw"):
        pair.draw()
    assert pair.texts == ()


def test_one_draw_stands_for_every_desk(
    teacher: Instructor, makassar: Case, scale: Asked, writing: Asked, pair: Pair
) -> None:
    held(teacher, scale, writing, each=20)
    pair.draw()
    first = pair.texts

    for _ in range(20):
        pair.draw()
    other = pair_of(writing, Instructor(makassar, teacher.journal))

    assert {text.split()[0] for text in first} == {"agree", "disagree"}
    assert pair.texts == first
    assert other is not None
    assert other.texts == first


def test_a_refusal_stands_too(
    teacher: Instructor, scale: Asked, writing: Asked, pair: Pair
) -> None:
    """Or texts held back one by one would tell on which side each of them is."""
    held(teacher, scale, writing, each=5)
    teacher.hide(writing, ["agree 1"])
    pair.draw()
    teacher.hide(writing, ())

    pair.draw()

    assert pair.drawn
    assert pair.texts == ()


def test_a_text_that_is_held_back_is_not_drawn_and_takes_its_pair_with_it(
    teacher: Instructor, scale: Asked, writing: Asked, pair: Pair
) -> None:
    held(teacher, scale, writing, each=20)
    away = teacher.texts(writing)[:15]
    teacher.hide(writing, away)
    pair.draw()
    found = pair.texts
    assert len(found) == 2
    assert not {*found} & {*away}

    teacher.hide(writing, [found[0]])

    assert pair.texts == ()


def test_it_is_put_up_by_a_press_once_both_are_shown(
    teacher: Instructor, scale: Asked, writing: Asked, pair: Pair
) -> None:
    held(teacher, scale, writing, each=20)
    row, screen = QuestionRow(writing, Stage(teacher), "en"), ScreenCard(teacher, "en")
    assert row.opposed is not None
    row.opposed.press_draw()
    with pytest.raises(PhaseError, match="before their texts"):
        pair.put_up()
    teacher.move(writing, Move.SHOW)
    with pytest.raises(PhaseError):
        pair.put_up()
    assert not any(page.texts == pair.texts for page in slides(writing, teacher, "en"))
    teacher.move(scale, Move.SHOW)
    row.follow()
    assert row.opposed.put_up.layout.display == ""
    assert pair.shown == ()

    row.opposed.press_put_up()

    assert slides(writing, teacher, "en")[-1].texts == pair.texts
    assert all(text in screen.body.value for text in pair.texts)
    assert "Two opposed positions" in screen.body.value
    teacher.hide(writing, [pair.texts[0]])
    assert "Two opposed positions" not in screen.body.value


def test_too_few_are_told_on_the_desk(
    teacher: Instructor, scale: Asked, writing: Asked
) -> None:
    held(teacher, scale, writing, each=4)
    row = QuestionRow(writing, Stage(teacher), "en")
    assert row.opposed is not None
    row.follow()
    assert "one draw only" in row.opposed.told.value

    row.opposed.press_draw()

    assert "each side needs" in row.opposed.told.value
    assert row.opposed.draw.layout.display == "none"


def test_other_questions_have_no_pair(
    makassar: Case, teacher: Instructor, scale: Asked
) -> None:
    assert pair_of(scale, teacher) is None
    assert pair_of(makassar.question("rotation-miss"), teacher) is None
