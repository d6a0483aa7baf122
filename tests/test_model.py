"""A model's complaint reads as one author would tell another."""
# ruff: noqa: E501 - what a model says stands on one line

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel, Field

from casekit import case, exhibit, frozen, plan, question
from casekit.model import SCHEMAS, schema, validated
from casekit.page import Page, read_yaml

if TYPE_CHECKING:
    from pathlib import Path


def complaints(form: Any, value: object) -> list[str]:  # noqa: ANN401
    _, problems = validated(form, Page("toy/a.yaml"), (), value)
    return [f"{problem.wrong}; {problem.right}" for problem in problems]


TEXT = {"id": "a", "en": "a"}
STEP = {"where": "group", "minutes": 3, "do": TEXT}
VALUE = {"number": 1, "unit": "calls", "date": "2019", "grade": "assumed"}
NUMBER = {
    "id": "a",
    "kind": "number",
    "ask": TEXT,
    "unit": "calls",
    "least": 1,
    "most": 2,
}
TEXTBOX = {"id": "a", "kind": "text", "ask": TEXT}


@pytest.mark.parametrize(
    ("form", "value", "told"),
    [
        (frozen.Text, {"id": "a"}, "'en' is missing; add it"),
        (
            frozen.Text,
            {"id": "a", "en": "b", "idd": "c"},
            "'idd' is not a key here; did you mean 'id'?",
        ),
        (frozen.Text, {**TEXT, "zzzz": 1}, "'zzzz' is not a key here; remove it"),
        (
            frozen.Text,
            {"id": "a", "en": False},
            "'en' is False, not words; write words; put quotes around numbers, dates, yes and no",
        ),
        (
            frozen.Text,
            {"id": "a", "en": ""},
            "'en' is ''; write words that are not blank",
        ),
        (
            frozen.Text,
            {"id": "a", "en": " "},
            "'en' is ' '; write words that are not blank",
        ),
        (frozen.Text, None, "'this' is empty; write its keys below it"),
        (frozen.Text, ["a"], "'this' is a list; write its keys below it"),
        (
            case.Role,
            {"id": "A b", "post": TEXT},
            "'id' is 'A b'; write small letters and digits with hyphens, like 'calls-per-day'",
        ),
        (
            plan.Step,
            {**STEP, "minutes": -1},
            "'minutes' is -1; write 0 or more",
        ),
        (
            plan.Step,
            {**STEP, "minutes": 1.5},
            "'minutes' is 1.5, not a number; write digits like 1228 or 85.4, without quotes",
        ),
        (
            plan.Step,
            {**STEP, "minutes": 0},
            "'this' is not sound; a step takes minutes in some version",
        ),
        (
            plan.Step,
            {**STEP, "where": "triad"},
            "'where' is 'triad'; write one of 'device', 'group' or 'plenary'",
        ),
        (
            case.Value,
            {**VALUE, "claim": 1},
            "'claim' is 1, not true or false; write true or false",
        ),
        (
            case.Value,
            {**VALUE, "number": "1"},
            "'number' is '1', not a number; write digits like 1228 or 85.4, without quotes",
        ),
        (case.Value, {**VALUE, "range": {}}, "'range' is a mapping; write a list"),
        (case.Value, {**VALUE, "range": [1]}, "'range' has 1 parts; write one more"),
        (
            case.Value,
            {**VALUE, "grade": "A"},
            "'grade' is 'A'; write one of 'read', 'secondary', 'computed', 'unverified', 'simulated' or 'assumed'",
        ),
        (
            case.Value,
            {**VALUE, "words": TEXT},
            "'this' is not sound; a value is exactly one of number, range and words",
        ),
        (
            case.Value,
            {**VALUE, "unit": None},
            "'this' is not sound; a number or range has a unit, words have none",
        ),
        (
            case.Value,
            {**VALUE, "grade": "computed"},
            "'this' is not sound; grade 'computed' goes with computed_from: [fact ids]",
        ),
        (
            case.Value,
            {**VALUE, "grade": "read"},
            "'this' is not sound; grade 'read' needs a source",
        ),
        (
            case.Value,
            {**VALUE, "date": "2019-02-29"},
            "'date' is not sound; there is no 2019-02-29 in the calendar",
        ),
        (
            question.Question,
            {**NUMBER, "kind": "rang"},
            "'this.kind' is 'rang'; write one of 'choice', 'tag', 'number', 'grid', 'text', 'rank', 'allocate', 'policy'",
        ),
        (
            question.Question,
            {"id": "a"},
            "'this' has no kind; add kind: choice, tag, number, grid, text, rank, allocate or policy",
        ),
        (
            question.Question,
            {**NUMBER, "number": 3, "unit": 4},
            "'unit' is 4, not words; write words; put quotes around numbers, dates, yes and no",
        ),
        (question.Question, "why", "'this' is 'why'; write its keys below it"),
        (
            question.Question,
            {**TEXTBOX, "limit": 281},
            "'limit' is 281; write 280 or less",
        ),
        (
            question.Question,
            {**TEXTBOX, "text": "a", "limit": 1},
            "'text' is not a key here; did you mean 'text'?",
        ),
        (
            exhibit.Column,
            {"name": "facts", "label": TEXT, "kind": "words"},
            "'this' is not sound; 'facts' is the first column of every table",
        ),
    ],
)
def test_a_complaint_names_the_part_the_value_and_the_cure(
    form: Any,  # noqa: ANN401
    value: object,
    told: str,
) -> None:
    assert told in complaints(form, value)


def test_a_union_is_one_complaint_with_every_way_out() -> None:
    source = {"id": "a", "publisher": "b", "date": "soon", "about": TEXT}

    assert complaints(case.Source, {**source, "address": "https://a.example"}) == [
        "'date' is 'soon'; write a date as YYYY, YYYY-MM or YYYY-MM-DD, or 'undated'"
    ]


def test_a_list_is_not_short_because_its_parts_are_flawed() -> None:
    fact = {"id": "S2", "statement": TEXT, "values": [{**VALUE, "date": 2019}]}

    assert len(complaints(case.Fact, fact)) == 1


def test_a_list_that_is_too_long_or_too_short_is_counted() -> None:
    rubric = {"subject": TEXT, "levels": [TEXT] * 3}

    assert complaints(case.Rubric, rubric) == ["'levels' has 3 parts; write 4 or more"]
    assert complaints(case.Rubric, {**rubric, "levels": [TEXT] * 5}) == [
        "'levels' has 5 parts; write 4 or fewer"
    ]


def test_what_the_page_told_is_not_told_again(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: &a x\nen: *a\n", encoding="utf-8")
    page = read_yaml(path, "toy/a.yaml")

    assert len(page.problems) == 1
    assert validated(frozen.Text, page, (), page.value) == (None, [])


def test_a_long_value_is_cut_short() -> None:
    (told,) = complaints(frozen.Text, {"id": "a", "en": list(range(9))})
    assert told.startswith("'en' is a list, not words")

    (told,) = complaints(case.Role, {"id": "X" * 99, "post": TEXT})
    assert len(told) < 130


class Odd(BaseModel):
    share: float = Field(gt=0, lt=1)


def test_what_no_one_foresaw_is_told_in_the_words_of_the_model() -> None:
    assert complaints(Odd, {"share": 2}) == [
        "'share': Input should be less than 1; see the file's JSON Schema"
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_editor_is_offered_only_what_authors_write(name: str) -> None:
    made = schema(name)

    assert made["$schema"].endswith("2020-12/schema")
    assert not {"rows", "stem"} & set(made.get("properties", {}))
    if name == "exhibit":
        assert "id" not in made["properties"]
    if name in {"sources", "facts", "roles"}:
        (noun,) = (n for n in made["$defs"] if n.lower() == name.removesuffix("s"))
        assert "id" in made["$defs"][noun]["properties"]
