"""The parts of a case agree: ids, seals, minutes, figures and notebooks."""
# ruff: noqa: E501 - what a check says stands on one line

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from author import Edit, problems

HERE = Path(__file__).parent


BROKEN: tuple[tuple[str, tuple[Edit, ...], tuple[str, ...]], ...] = (
    (
        "dup fact",
        (("facts.yaml", "- id: F2", "- id: F1"),),
        ("toy/facts.yaml:18: repeats the id 'F1' of toy/facts.yaml:1",),
    ),
    (
        "after unknown",
        (("facts.yaml", "after: passengers-next-year", "after: nobody"),),
        ("toy/facts.yaml:53: names question 'nobody'",),
    ),
    (
        "unknown source",
        (("facts.yaml", "source: later", "source: latr"),),
        ("toy/facts.yaml:59: names source 'latr'",),
    ),
    (
        "unknown unit",
        (("facts.yaml", "unit: trips", "unit: trip"),),
        ("toy/facts.yaml:24: names unit 'trip'",),
    ),
    (
        "circle",
        (("facts.yaml", "computed_from: [F1, F2]", "computed_from: [F1, F3]"),),
        ("toy/facts.yaml:28: fact F3 is computed from F3, and that from it",),
    ),
    (
        "csv fact",
        (("exhibits/trips.csv", "F2,", "F9,"),),
        ("toy/exhibits/trips.csv:2: names fact 'F9'",),
    ),
    (
        "csv cells 2",
        (("exhibits/days.csv", "\nF4", "\n\nF9,x,y,z\nF4"),),
        ("toy/exhibits/days.csv:3: names fact 'F9'",),
    ),
    (
        "sealed exhibit",
        (("exhibits/trips.yaml", "chart: bars", "chart: bars\nafter: plan"),),
        ("toy/sections/01_malam.yaml:14: lists the sealed exhibit 'trips'",),
    ),
    (
        "question dup",
        (("sections/01_malam.yaml", "- id: plan", "- id: why"),),
        (
            "toy/sections/01_malam.yaml:71: repeats the id 'why' of toy/sections/00_dermaga.yaml:64",
        ),
    ),
    (
        "option dup",
        (("sections/00_dermaga.yaml", "- id: keep\n", "- id: stop\n"),),
        (
            "toy/sections/00_dermaga.yaml:37: repeats the id 'stop' of toy/sections/00_dermaga.yaml:29",
        ),
    ),
    (
        "resolves many",
        (("sections/01_malam.yaml", "fact: F5", "fact: F1"),),
        ("toy/sections/01_malam.yaml:27: is resolved by F1, which has several values",),
    ),
    (
        "resolves open",
        (("sections/01_malam.yaml", "fact: F5", "fact: F2"),),
        (
            "toy/sections/01_malam.yaml:27: is resolved by F2, which is not sealed after it",
        ),
    ),
    (
        "resolves unknown",
        (("sections/01_malam.yaml", "fact: F5", "fact: F6"),),
        ("toy/sections/01_malam.yaml:27: names fact 'F6'",),
    ),
    (
        "resolves range",
        (("sections/01_malam.yaml", "most: 500", "most: 80"),),
        (
            "toy/sections/01_malam.yaml:27: is resolved by F5, which is outside 0 to 80 passengers",
        ),
    ),
    (
        "resolves number part",
        (("sections/01_malam.yaml", "fact: F5", "fact: F5\n      part: boat"),),
        (
            "toy/sections/01_malam.yaml:28: names the part 'boat', and the question has no parts",
        ),
    ),
    (
        "section unlisted",
        (("case.yaml", "  - 01_malam\n", ""),),
        ("toy/sections/01_malam.yaml:1: is not in case.yaml",),
    ),
    (
        "objective",
        (("sections/01_malam.yaml", "- weigh-evidence", "- weigh"),),
        ("toy/sections/01_malam.yaml:9: names objective 'weigh'",),
    ),
    (
        "unverified",
        (("facts.yaml", "grade: secondary", "grade: unverified"),),
        (
            "toy/exhibits/days.csv:3: shows fact F2, which is unverified",
            "toy/exhibits/trips.csv:2: shows fact F2, which is unverified",
            "toy/sections/00_dermaga.yaml:12: shows fact F2, which is unverified",
            "toy/sections/01_malam.yaml:11: shows fact F2, which is unverified",
        ),
    ),
    (
        "sealed used",
        (("facts.yaml", "- id: F2", "- id: F2\n  after: why"),),
        (
            "toy/en/00_dermaga.ipynb:62: cites [F2] where it is sealed",
            "toy/en/01_malam.ipynb:154: cites [F2] where it is sealed",
            "toy/exhibits/days.csv:3: shows fact F2, sealed after 'why'",
            "toy/exhibits/trips.csv:2: shows fact F2, sealed after 'why'",
            "toy/facts.yaml:38: is computed from F2, sealed after 'why'",
            "toy/id/00_dermaga.ipynb:62: cites [F2] where it is sealed",
            "toy/id/01_malam.ipynb:154: cites [F2] where it is sealed",
            "toy/sections/00_dermaga.yaml:12: shows fact F2, sealed after 'why'",
            "toy/sections/01_malam.yaml:11: shows fact F2, sealed after 'why'",
        ),
    ),
    (
        "csv number",
        (("exhibits/trips.csv", "4,trips", "5,trips"),),
        ("toy/exhibits/trips.csv:2: 'count' is 5 trips",),
    ),
    (
        "csv date",
        (("exhibits/days.csv", "1999-12-24", "1999-12-25"),),
        ("toy/exhibits/days.csv:2: 'date' is '1999-12-25'",),
    ),
    (
        "csv multi",
        (
            (
                "exhibits/days.csv",
                "The harbour's book is closed:\n4 trips\"",
                "The harbour's book is closed:\n77 trips\"",
            ),
        ),
        ("toy/exhibits/days.csv:3: en: '77' is not borne by any fact",),
    ),
    (
        "figure prose",
        (
            (
                "sections/00_dermaga.yaml",
                "id: Siapa yang menghitung?",
                "id: Siapa yang menghitung 121 orang?",
            ),
        ),
        ("toy/sections/00_dermaga.yaml:72: id: '121' is not borne by any fact",),
    ),
    (
        "figure folded",
        (
            (
                "sections/00_dermaga.yaml",
                "id: Siapa yang menghitung?",
                "id: >-\n    Siapa yang menghitung\n    semua 121 orang\n    itu?",
            ),
        ),
        ("toy/sections/00_dermaga.yaml:74: id: '121' is not borne by any fact",),
    ),
    (
        "figure plain multi",
        (
            (
                "sections/00_dermaga.yaml",
                "id: Siapa yang menghitung?",
                "id: Siapa yang menghitung\n    semua 121 orang\n    itu?",
            ),
        ),
        ("toy/sections/00_dermaga.yaml:73: id: '121' is not borne by any fact",),
    ),
    (
        "figure sealed",
        (
            (
                "sections/00_dermaga.yaml",
                "id: Siapa yang menghitung?",
                "id: Siapa 90 orang [F5] itu?",
            ),
        ),
        ("toy/sections/00_dermaga.yaml:72: id: cites [F5] where it is sealed",),
    ),
    (
        "title gives away",
        (
            (
                "sections/01_malam.yaml",
                "id: Setahun kemudian\n",
                "id: Setahun kemudian, 90 [F5]\n",
            ),
        ),
        ("toy/sections/01_malam.yaml:157: id: cites [F5] where it is sealed",),
    ),
    (
        "almost citation",
        (
            (
                "sections/00_dermaga.yaml",
                "id: Siapa yang menghitung?",
                "id: Siapa 120 orang [f1] itu?",
            ),
        ),
        ("toy/sections/00_dermaga.yaml:72: id: '[f1]' is not how a fact is cited",),
    ),
    (
        "nb figure",
        (
            (
                "notebooks/toy/id/00_dermaga.ipynb",
                "Feri itu berlayar 4 kali",
                "Feri itu berlayar 57 kali",
            ),
        ),
        ("toy/id/00_dermaga.ipynb:62: '57' is not borne by F2",),
    ),
    (
        "nb call",
        (
            (
                "notebooks/toy/id/00_dermaga.ipynb",
                'toy.ask(\\"why\\")',
                'toy.ask(\\"whi\\")',
            ),
        ),
        (
            "toy/id/00_dermaga.ipynb:104: calls ask('whi'), which section '00_dermaga' lacks",
        ),
    ),
    (
        "nb syntax",
        (("notebooks/toy/id/00_dermaga.ipynb", 'toy.ask(\\"why\\")', "toy.ask(why"),),
        (
            "toy/id/00_dermaga.ipynb:104: has a code cell that is not Python ('(' was never closed (<unknown>, line 1))",
        ),
    ),
    (
        "nb cite",
        (
            (
                "notebooks/toy/id/00_dermaga.ipynb",
                "Feri itu berlayar 4 kali",
                "Feri itu [F3] berlayar 4 kali",
            ),
        ),
        (
            "toy/id/00_dermaga.ipynb:62: cites [F3], which section '00_dermaga' does not list",
        ),
    ),
)


@pytest.mark.parametrize(
    ("edits", "told"), [pytest.param(e, t, id=name) for name, e, t in BROKEN]
)
def test_a_rule_that_is_broken_is_told_once_with_its_line(
    edits: tuple[Edit, ...], told: tuple[str, ...], toy_copy: Path
) -> None:
    assert problems(toy_copy, *edits) == told


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            ("facts.yaml", "from: [F1, F2]", "from: [F1, F7]"),
            "toy/facts.yaml:37: names fact 'F7'",
        ),
        (
            ("facts.yaml", "by: council-chair", "by: mayor"),
            "toy/facts.yaml:16: names role 'mayor'",
        ),
        (
            ("sections/00_dermaga.yaml", "  - days\n", "  - hours\n  - days\n"),
            "toy/sections/00_dermaga.yaml:16: names exhibit 'hours'",
        ),
        (
            ("sections/01_malam.yaml", "    unit: passengers", "    unit: people"),
            "toy/sections/01_malam.yaml:20: names unit 'people'",
        ),
        (
            ("sections/01_malam.yaml", "    exhibit: afterwards", "    exhibit: later"),
            "toy/sections/01_malam.yaml:162: names exhibit 'later'",
        ),
        (
            ("sections/01_malam.yaml", "    after: passengers", "    after: what"),
            "toy/sections/01_malam.yaml:155: names question 'what-next-year'",
        ),
        (
            ("exhibits/trips.yaml", "    unit: trips", "    unit: sails"),
            "toy/exhibits/trips.yaml:19: names unit 'sails'",
        ),
        (
            ("exhibits/afterwards.yaml", "after: passengers", "after: what"),
            "toy/exhibits/afterwards.yaml:7: names question 'what-next-year'",
        ),
    ],
)
def test_an_id_that_is_not_there_is_told_where_it_is_used(
    edit: Edit, told: str, toy_copy: Path
) -> None:
    assert told in problems(toy_copy, edit)


def test_a_choice_may_be_resolved_by_words(toy_copy: Path) -> None:
    decided = """    resolves:
      fact: F6
      sentence: {id: Keputusan dewan., en: The council's decision.}
    options:
"""
    fact = """- id: F6
  statement: {id: Feri diteruskan, en: The ferry was kept}
  after: keep-the-ferry
  values:
    - {words: {id: diteruskan, en: kept}, date: "2002", grade: assumed}
"""
    with (toy_copy / "facts.yaml").open("a", encoding="utf-8") as file:
        file.write(fact)

    edit = ("sections/00_dermaga.yaml", "    options:\n", decided)

    assert problems(toy_copy, edit) == ()


@pytest.mark.parametrize(
    ("name", "options", "part", "told"),
    [
        ("00_dermaga", "options", "      part: keep\n", ()),
        (
            "00_dermaga",
            "options",
            "      part: sink\n",
            ("30: is resolved by 'sink', which it does not offer",),
        ),
        ("01_malam", "parts", "      part: crew\n", ()),
        ("01_malam", "parts", "", ("111: does not say which part came true",)),
        (
            "01_malam",
            "parts",
            "      part: hull\n",
            ("112: is resolved by 'hull', which it does not offer",),
        ),
    ],
)
def test_what_came_true_is_one_of_the_parts_that_were_offered(
    name: str, options: str, part: str, told: tuple[str, ...], toy_copy: Path
) -> None:
    question = {"options": "keep-the-ferry", "parts": "share-fares"}[options]
    fact = f"""- id: F6
  statement: {{id: Dewan memutuskan, en: The council decided}}
  after: {question}
  values:
    - {{words: {{id: ya, en: it did}}, date: "2002", grade: assumed}}
"""
    decided = f"""    resolves:
      fact: F6
{part}      sentence: {{id: Keputusan dewan., en: The council's decision.}}
    {options}:
"""
    with (toy_copy / "facts.yaml").open("a", encoding="utf-8") as file:
        file.write(fact)

    edit = (f"sections/{name}.yaml", f"    {options}:\n", decided)

    assert problems(toy_copy, edit) == tuple(
        f"toy/sections/{name}.yaml:{line}" for line in told
    )


def test_a_list_of_sections_with_an_odd_one_doubts_no_other(toy_copy: Path) -> None:
    edit = ("case.yaml", "  - 01_malam", "  - malam")

    assert problems(toy_copy, edit) == ("toy/case.yaml:12: 'sections' is 'malam'",)


def test_an_exhibit_that_no_section_shows_is_a_problem(toy_copy: Path) -> None:
    for ending in ("yaml", "csv"):
        exhibit = toy_copy / "exhibits" / f"trips.{ending}"
        shutil.copy(exhibit, exhibit.with_name(f"again.{ending}"))

    assert problems(toy_copy) == ("toy/exhibits/again.yaml:1: is shown by no section",)


def test_a_missing_notebook_is_told_by_the_language_that_lacks_it(
    toy_copy: Path,
) -> None:
    (toy_copy.parents[1] / "notebooks" / "toy" / "en" / "01_malam.ipynb").unlink()

    assert problems(toy_copy) == ("toy/en/01_malam.ipynb:1: is missing",)


def test_a_notebook_without_a_section_is_a_problem(toy_copy: Path) -> None:
    folder = toy_copy.parents[1] / "notebooks" / "toy" / "en"
    shutil.copy(folder / "01_malam.ipynb", folder / "02_pagi.ipynb")

    assert problems(toy_copy) == ("toy/en/02_pagi.ipynb:1: has no section",)


def test_a_cell_that_was_taken_out_is_missed(toy_copy: Path) -> None:
    gone = ("notebooks/toy/en/00_dermaga.ipynb", 'toy.ask(\\"why\\")', "toy")

    assert problems(toy_copy, gone) == (
        "toy/en/00_dermaga.ipynb:1: never calls ask('why'), which its section has",
    )


def test_a_notebook_may_show_an_earlier_question_again(toy_copy: Path) -> None:
    again = [
        (
            f"notebooks/toy/{language}/01_malam.ipynb",
            'toy.ask(\\"plan\\")',
            'toy.ask(\\"plan\\"), toy.ask(\\"why\\")',
        )
        for language in ("id", "en")
    ]

    assert problems(toy_copy, *again) == ()


def test_a_notebook_may_not_ask_a_later_section_s_question(toy_copy: Path) -> None:
    path = "notebooks/toy/en/00_dermaga.ipynb"
    early = (path, 'toy.ask(\\"why\\")', 'toy.ask(\\"why\\"), toy.ask(\\"plan\\")')

    (told,) = problems(toy_copy, early)

    assert "calls ask('plan'), which section '00_dermaga' lacks" in told


def test_a_broken_notebook_is_not_also_told_what_it_lacks(toy_copy: Path) -> None:
    path = toy_copy.parents[1] / "notebooks" / "toy" / "id" / "00_dermaga.ipynb"
    path.write_text("{}")

    (told,) = problems(toy_copy)

    assert told.startswith("toy/id/00_dermaga.ipynb:1: is not a notebook")


def test_a_circle_of_facts_is_told_where_it_closes(toy_copy: Path) -> None:
    fact = """- id: {name}
  statement: {{id: a, en: a}}
  values:
    - {{number: 1, unit: trips, date: "2001", grade: computed, computed_from: [{of}]}}
"""
    with (toy_copy / "facts.yaml").open("a", encoding="utf-8") as file:
        for name, of in (("G1", "G2, F1"), ("G2", "G3, F2"), ("G3", "F3, G1")):
            file.write(fact.format(name=name, of=of))

    assert problems(toy_copy) == (
        "toy/facts.yaml:115: fact G3 is computed from G1, and that from it",
    )


COMPUTED = """- id: G1
  {after}statement: {{id: a, en: a}}
  values:
    - {{number: 1, unit: trips, date: "2001", grade: computed, computed_from: [F1, F5]}}
"""


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (
            "",
            (
                "toy/facts.yaml:110: is computed from F5, sealed after 'passengers-next-year'",
            ),
        ),
        ("after: passengers-next-year\n  ", ()),
    ],
    ids=["open", "sealed too"],
)
def test_what_is_computed_from_a_sealed_fact_is_sealed_with_it(
    after: str, told: tuple[str, ...], toy_copy: Path
) -> None:
    with (toy_copy / "facts.yaml").open("a", encoding="utf-8") as file:
        file.write(COMPUTED.format(after=after))

    assert problems(toy_copy) == told


def test_a_reveal_shows_what_its_own_question_seals(toy_copy: Path) -> None:
    edit = ("exhibits/afterwards.yaml", "after: passengers-next-year", "after: why")

    found = problems(toy_copy, edit)

    assert (
        "toy/sections/01_malam.yaml:162: shows 'afterwards', sealed after another question"
        in found
    )


GROWN = "exhibits/riders.csv"
OPEN = """P1,1999-12-24,Karcis malam pertama,Tickets of the first night,60,passengers
P2,2000-06,Kata dewan,The council's word,100,passengers
F1,2001-01-31,Hitungan pelabuhan,The harbour's count,120,passengers
"""


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        pytest.param(
            (
                (GROWN, OPEN, ""),
                ("exhibits/riders.yaml", "ada 60 penumpang", "ada penumpang"),
                ("exhibits/riders.yaml", "were 60 passengers", "were passengers"),
            ),
            ("toy/exhibits/riders.yaml:8: grows from nothing: no row of it is open",),
            id="no row is open",
        ),
        pytest.param(
            (
                (
                    GROWN,
                    "F5,2002-02-03,Kabar 90 penumpang [F5],News of 90 passengers [F5],90,passengers\n",
                    "",
                ),
            ),
            ("toy/exhibits/riders.yaml:8: grows, and no row of it is sealed",),
            id="no row is sealed",
        ),
        pytest.param(
            (("facts.yaml", "- id: P2\n", "- id: P2\n  after: plan\n"),),
            ("toy/exhibits/riders.csv:3: waits for 'plan', which no reveal shows",),
            id="no reveal shows it",
        ),
        pytest.param(
            (("facts.yaml", "- id: P2\n", "- id: P2\n  after: nobody\n"),),
            ("toy/facts.yaml:71: names question 'nobody'",),
            id="no question of that name",
        ),
        pytest.param(
            (("exhibits/riders.yaml", "grows: true", "after: plan\ngrows: true"),),
            (
                "toy/exhibits/riders.yaml:1: 'this' is not sound",
                "toy/sections/01_malam.yaml:14: lists the sealed exhibit 'riders'",
            ),
            id="sealed twice",
        ),
        pytest.param(
            (("exhibits/riders.yaml", "ada 60 penumpang", "ada 60 lalu 90 penumpang"),),
            ("toy/exhibits/riders.yaml:5: id: '90' is not borne by any fact",),
            id="its sentence tells a sealed figure",
        ),
        pytest.param(
            (("exhibits/riders.yaml", "ada 60 penumpang", "ada 90 penumpang [F5]"),),
            ("toy/exhibits/riders.yaml:5: id: cites [F5] where it is sealed",),
            id="its sentence cites a sealed fact",
        ),
        pytest.param(
            ((GROWN, "Kata dewan", "Kata dewan [F5]"),),
            ("toy/exhibits/riders.csv:3: id: cites [F5] where it is sealed",),
            id="an open row cites a sealed fact",
        ),
        pytest.param(
            (("sections/01_malam.yaml", "exhibit: afterwards", "exhibit: riders"),),
            (
                "toy/exhibits/afterwards.yaml:1: is shown by no section",
                "toy/sections/01_malam.yaml:162: shows 'riders', which grows by itself",
            ),
            id="a reveal shows it",
        ),
        pytest.param(
            (("facts.yaml", "grade: read\n      source: later", "grade: unverified"),),
            (
                "toy/exhibits/afterwards.csv:2: shows fact F5, which is unverified",
                "toy/exhibits/riders.csv:5: shows fact F5, which is unverified",
            ),
            id="a sealed row is unverified",
        ),
        pytest.param(
            (("sections/01_malam.yaml", "  - F3\n", "  - F3\n  - F5\n"),),
            (
                "toy/sections/01_malam.yaml:13: shows fact F5, sealed after 'passengers-next-year'",
            ),
            id="its section lists a sealed fact",
        ),
    ],
)
def test_a_table_that_grows_keeps_its_seals(
    edits: tuple[Edit, ...], told: tuple[str, ...], toy_copy: Path
) -> None:
    assert problems(toy_copy, *edits) == told


@pytest.mark.parametrize(
    "edit",
    [
        ("exhibits/trips.yaml", "chart: bars", "chart: slope"),
        ("exhibits/trips.yaml", "chart: bars", "chart: series"),
        ("exhibits/nights.yaml", "    unit: trips", "    unit: passengers"),
    ],
    ids=["one number", "no date", "two units"],
)
def test_a_picture_that_cannot_be_drawn_is_told_where_its_columns_stand(
    edit: Edit, toy_copy: Path
) -> None:
    (told,) = problems(toy_copy, edit)

    assert told == f"toy/{edit[0]}:9: 'columns' is not sound"


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ((), ()),
        ((("    ordered: true\n", ""),), ("which is no scale of opinions",)),
        ((("    confidence: true\n", "    sealed: true\n"),), ("which is no scale",)),
        ((("opposed: keep-the-ferry", "opposed: who-decides"),), ("does not ask",)),
    ],
    ids=["a scale", "not ordered", "sealed", "another section's"],
)
def test_texts_are_opposed_by_an_open_scale_of_their_own_section(
    edits: tuple[tuple[str, str], ...], told: tuple[str, ...], toy_copy: Path
) -> None:
    page = "sections/00_dermaga.yaml"
    words = page, "shareable: true", "shareable: true\n    opposed: keep-the-ferry"

    found = [
        p
        for p in problems(toy_copy, words, *((page, *e) for e in edits))
        if "opposes" in p
    ]

    assert len(found) == len(told)
    assert all(words in p for words, p in zip(told, found, strict=True))
