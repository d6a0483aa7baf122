"""Charts say what they show, carry their numbers, and draw them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from conftest import MORNING

from casekit.answer import Answer, Sharing
from casekit.charts import exhibit_chart, tally_chart
from casekit.exhibit import ChartKind
from casekit.question import (
    Allocate,
    Choice,
    Grid,
    Number,
    Policy,
    Rank,
    Tag,
    Writing,
)
from casekit.tally import Cell, Cells, Dots, Policies, Wall, tally
from casekit.words import say

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.question import Asked

PNG = b"\x89PNG"


def answers(question: Asked, count: int) -> list[Answer]:
    """`count` learners: two in three give the first answer, the others the last."""
    return [
        Answer(
            id=f"{question.id}-{place}",
            key_hash=str(place),
            question=question.id,
            asked=question.fingerprint,
            round=1,
            value=value(question, 0 if place % 3 else -1),
            confidence=None,
            sharing=Sharing.TEXT,
            told_at=MORNING,
        )
        for place in range(count)
    ]


def value(question: Asked, which: int) -> object:  # noqa: PLR0911 - one a kind
    match question:
        case Choice():
            return question.options[which].id
        case Tag():
            label = question.labels[which].id
            return {statement.id: label for statement in question.statements}
        case Number():
            least = question.least if which else question.most
            return {"low": least, "guess": least, "high": least}
        case Grid():
            across, up = question.across.bands[which].id, question.up.bands[which].id
            return {item.id: {"across": across, "up": up} for item in question.items}
        case Rank():
            names = [item.id for item in question.items]
            return names if which == 0 else names[::-1]
        case Allocate():
            given = dict.fromkeys((part.id for part in question.parts), 0)
            return {**given, question.parts[which].id: 100}
        case Policy():
            return {
                "levers": {lv.id: lv.settings[which] for lv in question.levers},
                "predicted": {m.id: m.least for m in question.predict},
            }
        case Writing(fields=()):
            return f"reason {which}"
        case Writing():
            return {field.id: f"reason {which}" for field in question.fields}
    raise AssertionError(question)


def questions(case: Case) -> list[Asked]:
    return [question for section in case.sections for question in section.questions]


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_exhibit_s_picture_draws_the_numbers_of_its_table(
    toy: Case, language: Language
) -> None:
    for exhibit in toy.exhibits:
        chart = exhibit_chart(exhibit, toy, language)

        assert chart.sentence == exhibit.sentence[language]
        assert len(chart.rows) == len(exhibit.rows)
        if exhibit.chart in {ChartKind.DOTS, ChartKind.BARS}:
            drawn = [number for _, *numbers in chart.points for number in numbers]
            assert drawn == [n for row in exhibit.rows for n in row.numbers.values()]
        if exhibit.chart is ChartKind.TIMELINE:
            assert [date for date, _ in chart.points] == [
                date for row in exhibit.rows for date in row.dates.values()
            ]
        picture = chart._repr_png_()
        assert (picture is None) == (exhibit.chart is ChartKind.NONE)
        assert picture is None or picture.startswith(PNG)


def test_a_series_draws_each_number_at_its_date_and_tells_claims_apart(
    toy: Case,
) -> None:
    riders = toy.exhibit("riders")

    chart = exhibit_chart(riders, toy, "en")

    assert chart.points == (
        ("1999-12-24", 60, False),
        ("2000-06", 100, True),
        ("2001-01-31", 120, False),
        ("2002-02-03", 90, False),
    )


def test_a_series_leaves_out_what_has_no_date_or_number(toy: Case) -> None:
    riders = toy.exhibit("riders")
    first, second, third, _ = riders.rows
    bare = (
        first,
        second.model_copy(update={"dates": {}}),
        third.model_copy(update={"numbers": {}}),
    )

    chart = exhibit_chart(riders.model_copy(update={"rows": bare}), toy, "en")

    assert chart.points == (("1999-12-24", 60, False),)
    assert len(chart.rows) == 3


def test_a_slope_keeps_the_row_that_was_not_found_again(toy: Case) -> None:
    quays = toy.exhibit("quays")

    chart = exhibit_chart(quays, toy, "en")

    assert chart.points == (("North", 2, 4), ("South", 3, None))
    assert chart.rows[-1] == ("South", "3", "–")


def test_a_slope_leaves_out_a_row_without_numbers(toy: Case) -> None:
    quays = toy.exhibit("quays")
    bare = quays.rows[0].model_copy(update={"numbers": {}})
    rows = (bare, quays.rows[1])

    chart = exhibit_chart(quays.model_copy(update={"rows": rows}), toy, "id")

    assert chart.points == (("Selatan", 3, None),)


def test_a_heat_map_has_a_cell_for_every_row_and_column(toy: Case) -> None:
    nights = toy.exhibit("nights")

    chart = exhibit_chart(nights, toy, "id")

    assert chart.points == (("Utara", 2, 4), ("Selatan", 3, None))


def test_a_row_without_words_is_drawn_without_a_name(toy: Case) -> None:
    trips = toy.exhibit("trips")
    nameless = trips.rows[0].model_copy(update={"words": {}})

    chart = exhibit_chart(trips.model_copy(update={"rows": (nameless,)}), toy, "id")

    assert chart.points == (("", 4),)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_class_of_thirty_sees_a_picture_of_every_kind(
    toy: Case, language: Language
) -> None:
    for question in questions(toy):
        seen = tally(question, answers(question, 30))

        chart = tally_chart(question, seen, language)

        assert chart.sentence == question.ask[language]
        assert chart.rows
        drawn = chart._repr_png_()
        assert drawn is None if isinstance(question, Writing) else drawn is not None


def test_a_class_of_three_sees_why_there_is_nothing(toy: Case) -> None:
    for question in questions(toy):
        chart = tally_chart(question, tally(question, answers(question, 3)), "en")

        assert any("Too few answers" in cell for row in chart.rows for cell in row)
        assert chart._repr_png_() is None


def test_the_bars_of_a_choice_are_its_cells(toy: Case) -> None:
    question = next(q for q in questions(toy) if isinstance(q, Choice))
    names = [option.id for option in question.options]
    seen = Cells((Cell((names[0],), 12), Cell((names[1], names[2]), 8)))

    chart = tally_chart(question, seen, "id")

    assert chart.points == (("", (((names[0],), 12), ((names[1], names[2]), 8))),)
    assert [row[-1] for row in chart.rows] == ["12", "8"]
    assert chart._repr_png_() is not None


def test_near_unanimity_is_told_and_not_drawn(toy: Case) -> None:
    question = next(q for q in questions(toy) if isinstance(q, Choice))

    chart = tally_chart(question, Cells(nearly_all=question.options[0].id), "id")

    assert chart.rows == ((question.options[0].text["id"], "≥ 90 %"),)


def test_a_strip_has_a_dot_for_every_forecast(toy: Case) -> None:
    question = next(q for q in questions(toy) if isinstance(q, Number))
    seen = Dots(guesses=(100.0, 100.0, 250.0), low=50.0, high=400.0)

    chart = tally_chart(question, seen, "id")

    assert chart.points == (("", 100.0), ("", 100.0), ("", 250.0))
    assert chart.rows[:2] == (("100", "2"), ("250", "1"))
    assert chart.rows[-1][1] == "50 – 400"


def test_a_wall_is_its_words_in_the_order_given(toy: Case) -> None:
    question = next(q for q in questions(toy) if isinstance(q, Writing))

    chart = tally_chart(question, Wall(("b", "a")), "id")

    assert chart.rows == (("b",), ("a",))


def test_matplotlib_and_numpy_are_not_loaded_before_a_picture_is_drawn() -> None:
    code = (
        "import sys, casekit.desk, casekit.charts; "
        "sys.exit(any(m in sys.modules for m in ('matplotlib', 'numpy')))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_forecast_lies_under_the_published_values_and_changes_none_of_them(
    toy: Case,
) -> None:
    exhibit = next(e for e in toy.exhibits if e.chart is ChartKind.DOTS)

    plain = exhibit_chart(exhibit, toy, "id")
    over = exhibit_chart(exhibit, toy, "id", forecast=(1.0, 2.0, 3.0))

    assert over == plain
    assert over._repr_png_() != plain._repr_png_()


def test_settings_told_together_are_listed_in_the_table_and_named_in_the_picture(
    toy: Case,
) -> None:
    policy = next(q for q in questions(toy) if isinstance(q, Policy))
    merged = Cells((Cell(("24",), 9), Cell(("12", "36"), 6)))
    seen = Policies((("interval", merged), ("calendar", Cells())))

    chart = tally_chart(policy, seen, "en")

    assert ("Time between turns", "12 months, 36 months", "6") in chart.rows
    assert chart.points[0] == (
        "Time between turns",
        (("24 months", 9), (say("others", "en"), 6)),
    )
