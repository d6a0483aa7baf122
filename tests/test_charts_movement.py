"""Two votes are one picture with its sentence and its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casekit.charts import movement_chart
from casekit.movement import Movement, Way, moved
from casekit.question import Choice
from casekit.tally import Cells, cells

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language

PNG = b"\x89PNG"


@pytest.fixture
def ferry(toy: Case) -> Choice:
    found = (q for section in toy.sections for q in section.questions)
    return next(q for q in found if isinstance(q, Choice) and q.ordered)


def seen(question: Choice, *table: tuple[int, int, int]) -> Movement:
    names = [option.id for option in question.options]
    pairs = [
        (before, after)
        for before, line in zip(names, table, strict=True)
        for after, count in zip(names, line, strict=True)
        for _ in range(count)
    ]
    first, second = (dict(enumerate(vote)) for vote in zip(*pairs, strict=True))
    return moved(names, first, second, ordered=question.ordered)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_picture_joins_the_shares_of_both_votes(
    ferry: Choice, language: Language
) -> None:
    chart = movement_chart(
        ferry, seen(ferry, (9, 6, 2), (4, 12, 5), (3, 4, 12)), language
    )

    assert [round(share) for _, *ends in chart.points for share in ends] == [
        *(30, 28),
        *(37, 39),
        *(33, 33),
    ]
    assert [int(count) for *_, count in chart.rows] == [
        *(17, 21, 19),
        *(16, 22, 19),
        *(11, 33, 13),
    ]
    assert "57" in chart.sentence
    picture = chart._repr_png_()
    assert picture is not None
    assert picture.startswith(PNG)


def test_a_matrix_is_told_move_by_move_and_adds_up_to_both_votes(ferry: Choice) -> None:
    chart = movement_chart(ferry, seen(ferry, (7, 6, 5), (5, 7, 6), (5, 6, 10)), "en")

    moves = [int(count) for _, move, count in chart.rows if "→" in move]
    votes = [int(count) for vote, _, count in chart.rows if vote == "First vote"]
    assert len(moves) == 9
    assert sum(moves) == sum(votes) == 57


def test_a_share_is_told_where_counts_are_not(ferry: Choice) -> None:
    chart = movement_chart(ferry, seen(ferry, (20, 1, 0), (2, 14, 1), (0, 2, 17)), "en")

    assert "At least 75% of those who voted twice kept" in chart.sentence
    assert chart.rows[-1] == ("From first vote to second", "stayed", "≥ 75%")


def test_changes_are_told_as_a_share_too(ferry: Choice) -> None:
    names = [option.id for option in ferry.options]
    plain = cells(names, [n for n in names for _ in range(10)])

    movement = Movement(plain, plain, at_least=(Way.CHANGED, 0.3))

    chart = movement_chart(ferry, movement, "id")

    assert "Sedikitnya 30 %" in chart.sentence


def test_who_voted_only_once_is_told_beside_his_vote(ferry: Choice) -> None:
    names = [option.id for option in ferry.options]
    plain = cells(names, [n for n in names for _ in range(10)])
    movement = Movement(
        plain, plain, ways=((Way.STAYED, 12), (Way.CHANGED, 12)), once=(6, 0)
    )

    chart = movement_chart(ferry, movement, "en")

    assert chart.rows[-1] == ("First vote", "in this vote only", "6")
    assert "12 stayed, 12 changed" in chart.sentence


def test_what_cannot_be_shown_is_said_and_not_drawn(ferry: Choice) -> None:
    nearly = Cells(nearly_all=ferry.options[0].id)

    chart = movement_chart(ferry, Movement(nearly, Cells()), "en")

    assert "cannot be shown" in chart.sentence
    assert chart.rows == (
        ("First vote", ferry.options[0].text["en"], "≥ 90%"),
        (
            "Second vote",
            "Too few answers to show without pointing at someone.",
            "",
        ),
    )
    assert chart._repr_png_() is None
