"""An author who breaks a case reads every problem at once, and each only once."""
# ruff: noqa: E501 - what a check says stands on one line

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from author import Edit, problems

from casekit import casefile
from casekit.errors import CaseError, CaseProblemsError

HERE = Path(__file__).parent


BROKEN: tuple[tuple[str, tuple[Edit, ...], tuple[str, ...]], ...] = (
    (
        "missing translation",
        (("case.yaml", '  en: "Antah 2001: the night ferry"\n', ""),),
        ("toy/case.yaml:3: 'title.en' is missing",),
    ),
    (
        "colon in words",
        (("case.yaml", '"Antah 2001: feri malam"', "Antah 2001: feri malam"),),
        (
            "toy/case.yaml:3: is not YAML here (mapping values are not allowed in this context)",
        ),
    ),
    (
        "norway",
        (("case.yaml", "en: passengers", "en: no"),),
        ("toy/case.yaml:21: 'units.passengers.en' is False, not words",),
    ),
    (
        "date 30 feb",
        (("case.yaml", '"2001-02-03"', "2001-02-30"),),
        ("toy/case.yaml:8: 'as_of' is not sound",),
    ),
    (
        "minutes words",
        (("case.yaml", "minutes: 30", "minutes: thirty"),),
        ("toy/case.yaml:9: 'minutes' is 'thirty', not a number",),
    ),
    (
        "minutes huge",
        (
            (
                "case.yaml",
                "minutes: 30",
                "minutes: 999999999999999999999999999999",
            ),
        ),
        (
            "toy/case.yaml:9: 'minutes' is '999999999999999999999999999999', not a number",
        ),
    ),
    (
        "repeated key",
        (("case.yaml", "minutes: 30", "minutes: 30\nminutes: 40"),),
        ("toy/case.yaml:10: repeats the key 'minutes'",),
    ),
    (
        "alias2",
        (
            (
                "sections/00_dermaga.yaml",
                "debrief:\n  id: Siapa yang menghitung?\n  en: Who does the counting?",
                "debrief: *x",
            ),
        ),
        ("toy/sections/00_dermaga.yaml:71: uses the alias *x",),
    ),
    (
        "anchored alias",
        (
            ("case.yaml", "units:", "units: &u"),
            ("case.yaml", "teaching_numbers:", "x: *u\nteaching_numbers:"),
        ),
        ("toy/case.yaml:25: uses the alias *u",),
    ),
    (
        "typo key",
        (("case.yaml", "summary:", "sumary:"),),
        (
            "toy/case.yaml:2: 'summary' is missing",
            "toy/case.yaml:6: 'sumary' is not a key here",
        ),
    ),
    (
        "nonstring key",
        (("case.yaml", "summary:", "? [a, b]\n: 4\n5: x\nnull: y\nsummary:"),),
        (
            "toy/case.yaml:5: has a list or mapping as a key",
            "toy/case.yaml:7: '5' is not a key here",
            "toy/case.yaml:8: 'null' is not a key here",
        ),
    ),
    (
        "2docs",
        (("case.yaml", "units:", "---\nunits:"),),
        ("toy/case.yaml:18: starts a second document",),
    ),
    (
        "facts broken yaml",
        (("facts.yaml", "values:", "values: ["),),
        ("toy/facts.yaml:6: is not YAML here (did not find expected node content)",),
    ),
    (
        "bad fact id",
        (("facts.yaml", "- id: F2", "- id: f2"),),
        ("toy/facts.yaml:18: 'id' is 'f2'",),
    ),
    (
        "fact no id",
        (("facts.yaml", "- id: F2\n  statement", "- statement"),),
        ("toy/facts.yaml:18: 'id' is missing",),
    ),
    (
        "bad grade",
        (("facts.yaml", "grade: secondary", "grade: A"),),
        ("toy/facts.yaml:26: 'values.grade' is 'A'",),
    ),
    (
        "broken source",
        (("sources.yaml", "date: undated", "date: yesterday"),),
        ("toy/sources.yaml:19: 'date' is 'yesterday'",),
    ),
    (
        "source date int",
        (("sources.yaml", "date: undated", "date: 2019"),),
        ("toy/sources.yaml:19: 'date' is 2019, not words",),
    ),
    (
        "source tracking",
        (("sources.yaml", "/dewan", "/dewan?utm_source=kabar"),),
        ("toy/sources.yaml:12: 'address' is not sound",),
    ),
    (
        "range order",
        (("facts.yaml", "[200, 250]", "[250, 200]"),),
        ("toy/facts.yaml:11: 'values' is not sound",),
    ),
    (
        "range words",
        (("facts.yaml", "[200, 250]", "[few, 250]"),),
        ("toy/facts.yaml:11: 'values.range' is 'few', not a number",),
    ),
    (
        "range three",
        (("facts.yaml", "[200, 250]", "[200, 250, 3]"),),
        ("toy/facts.yaml:11: 'values.range' has 3 parts",),
    ),
    (
        "number words",
        (("facts.yaml", "number: 120", "number: '120'"),),
        ("toy/facts.yaml:6: 'values.number' is '120', not a number",),
    ),
    (
        "number nan",
        (("facts.yaml", "number: 120", "number: .nan"),),
        ("toy/facts.yaml:6: 'values.number' is '.nan', not a number",),
    ),
    (
        "number 1e999",
        (("facts.yaml", "number: 120", "number: 1e999"),),
        ("toy/facts.yaml:6: 'values.number' is '1e999', not a number",),
    ),
    (
        "number true",
        (("facts.yaml", "number: 120", "number: yes"),),
        ("toy/facts.yaml:6: 'values.number' is True, not a number",),
    ),
    (
        "values empty",
        (
            (
                "facts.yaml",
                '  values:\n    - number: 90\n      unit: passengers\n      date: "2002-02-03"\n      grade: read\n      source: later',
                "  values: []",
            ),
        ),
        ("toy/facts.yaml:54: 'values' has 0 parts",),
    ),
    (
        "chart no date",
        (("exhibits/trips.yaml", "chart: bars", "chart: timeline"),),
        ("toy/exhibits/trips.yaml:9: 'columns' is not sound",),
    ),
    (
        "chart unknown",
        (("exhibits/trips.yaml", "chart: bars", "chart: pie"),),
        ("toy/exhibits/trips.yaml:7: 'chart' is 'pie'",),
    ),
    (
        "column kind",
        (("exhibits/trips.yaml", "kind: number", "kind: numbr"),),
        ("toy/exhibits/trips.yaml:18: 'columns.kind' is 'numbr'",),
    ),
    (
        "col unit missing",
        (("exhibits/trips.yaml", "    unit: trips\n", ""),),
        ("toy/exhibits/trips.yaml:14: 'columns' is not sound",),
    ),
    (
        "exhibit broken",
        (("exhibits/trips.yaml", "title:", "titel:"),),
        (
            "toy/exhibits/trips.yaml:1: 'title' is missing",
            "toy/exhibits/trips.yaml:2: 'titel' is not a key here",
        ),
    ),
    (
        "section broken yaml",
        (("sections/01_malam.yaml", "title:", "title: ]"),),
        (
            "toy/sections/01_malam.yaml:1: is not YAML here (did not find expected node content)",
        ),
    ),
    (
        "question kind",
        (("sections/01_malam.yaml", "kind: number", "kind: rang"),),
        ("toy/sections/01_malam.yaml:18: 'questions.kind' is 'rang'",),
    ),
    (
        "question no kind",
        (("sections/01_malam.yaml", "    kind: number\n", ""),),
        ("toy/sections/01_malam.yaml:18: 'questions' has no kind",),
    ),
    (
        "question text extra",
        (
            (
                "sections/00_dermaga.yaml",
                "    kind: text\n    limit: 140",
                "    kind: text\n    text: hi\n    limit: 300",
            ),
        ),
        (
            "toy/sections/00_dermaga.yaml:66: 'questions.text' is not a key here",
            "toy/sections/00_dermaga.yaml:67: 'questions.limit' is 300",
        ),
    ),
    (
        "question id",
        (("sections/01_malam.yaml", "- id: plan", "- id: Plan A"),),
        ("toy/sections/01_malam.yaml:71: 'questions.id' is 'Plan A'",),
    ),
    (
        "least most",
        (("sections/01_malam.yaml", "most: 500", "most: 0"),),
        ("toy/sections/01_malam.yaml:18: 'questions' is not sound",),
    ),
    (
        "rubric three",
        (("sections/01_malam.yaml", "    - id: Menebak\n      en: Guesses\n", ""),),
        ("toy/sections/01_malam.yaml:171: 'rubric.levels' has 3 parts",),
    ),
    (
        "units broken",
        (("case.yaml", "units:\n", "units: none\nunits2:\n"),),
        (
            "toy/case.yaml:18: 'units' is 'none'",
            "toy/case.yaml:20: 'units2' is not a key here",
        ),
    ),
    (
        "case broken + other",
        (
            ("case.yaml", "minutes: 30", "minutes: thirty"),
            (
                "sections/00_dermaga.yaml",
                "id: Siapa yang menghitung?",
                "id: Siapa yang menghitung 121 orang?",
            ),
            ("facts.yaml", "source: later", "source: latr"),
        ),
        (
            "toy/case.yaml:9: 'minutes' is 'thirty', not a number",
            "toy/facts.yaml:59: names source 'latr'",
            "toy/sections/00_dermaga.yaml:72: id: '121' is not borne by any fact",
        ),
    ),
    (
        "case unreadable + other",
        (
            ("case.yaml", "minutes: 30", "minutes: ]"),
            (
                "sections/00_dermaga.yaml",
                "id: Siapa yang menghitung?",
                "id: Siapa yang menghitung 121 orang?",
            ),
            ("facts.yaml", "source: later", "source: latr"),
        ),
        (
            "toy/case.yaml:9: is not YAML here (did not find expected node content)",
            "toy/facts.yaml:59: names source 'latr'",
        ),
    ),
    (
        "many sources id",
        (("sources.yaml", "- id: later", "- id: later\n  unknown: 3"),),
        ("toy/sources.yaml:18: 'unknown' is not a key here",),
    ),
    (
        "csv unit",
        (("exhibits/trips.csv", "4,trips", "4,boats"),),
        ("toy/exhibits/trips.csv:2: 'count' has the unit 'boats'",),
    ),
    (
        "csv nan",
        (("exhibits/trips.csv", "4,trips", "nan,trips"),),
        ("toy/exhibits/trips.csv:2: 'count' is 'nan'",),
    ),
    (
        "csv 1e3",
        (("exhibits/trips.csv", "4,trips", "1e999,trips"),),
        ("toy/exhibits/trips.csv:2: 'count' is '1e999'",),
    ),
    (
        "csv factform",
        (("exhibits/trips.csv", "F2,", "f2;F3,"),),
        ("toy/exhibits/trips.csv:2: 'facts' names 'f2;F3'",),
    ),
    (
        "csv nofact",
        (("exhibits/trips.csv", "F2,", ","),),
        ("toy/exhibits/trips.csv:2: has no facts",),
    ),
    (
        "csv header",
        (("exhibits/trips.csv", "ship.en", "ship.uk"),),
        (
            "toy/exhibits/trips.csv:1: lacks the columns ship.en and has unknown columns ship.uk",
        ),
    ),
    (
        "csv cells",
        (("exhibits/trips.csv", "4,trips", "4"),),
        ("toy/exhibits/trips.csv:2: has 4 cells, the header has 5",),
    ),
    (
        "csv quote",
        (("exhibits/days.csv", "The harbour's book", 'The "harbour" book'),),
        ("toy/exhibits/days.csv:3: is not CSV (',' expected after '\"')",),
    ),
    (
        "csv one lang",
        (("exhibits/trips.csv", "Night ferry", ""),),
        ("toy/exhibits/trips.csv:2: 'ship' has only one language",),
    ),
)


@pytest.mark.parametrize(
    ("edits", "told"), [pytest.param(e, t, id=name) for name, e, t in BROKEN]
)
def test_a_broken_part_is_told_once_with_its_line(
    edits: tuple[Edit, ...], told: tuple[str, ...], toy_copy: Path
) -> None:
    assert problems(toy_copy, *edits) == told


@pytest.mark.parametrize(
    ("edits", "told"), [pytest.param(e, t, id=name) for name, e, t in BROKEN]
)
def test_a_broken_case_does_not_open(
    edits: tuple[Edit, ...], told: tuple[str, ...], toy_copy: Path
) -> None:
    problems(toy_copy, *edits)

    with pytest.raises(CaseProblemsError) as refused:
        casefile.open_casefile(toy_copy)

    found = {f"{p.path}:{p.line}: {p.wrong}" for p in refused.value.problems}
    assert found <= set(told)


def test_a_sound_case_is_one_line_of_counts(toy_copy: Path) -> None:
    assert str(casefile.check(toy_copy)) == (
        "toy: 9 facts, 3 sources, 7 exhibits, 9 questions, 1 simulators, 4 notebooks; no problems"
    )


def test_every_problem_is_a_line_with_its_cure(toy_copy: Path) -> None:
    problems(toy_copy, ("case.yaml", "minutes: 30", "minutes: thirty"))

    assert str(casefile.check(toy_copy)) == (
        "toy/case.yaml:9: 'minutes' is 'thirty', not a number; "
        "write digits like 1228 or 85.4, without quotes"
    )


def test_sections_come_in_the_order_of_the_outline(toy_copy: Path) -> None:
    both = "  - 00_dermaga\n  - 01_malam\n"
    problems(toy_copy, ("case.yaml", both, "  - 01_malam\n  - 00_dermaga\n"))

    case = casefile.open_casefile(toy_copy)

    assert [section.stem for section in case.sections] == ["01_malam", "00_dermaga"]


STRANGE = {
    "empty": (b"", "roles.yaml:1: is not a list"),
    "words": (b"a word", "roles.yaml:1: is not a list"),
    "a comment": (b"# later\n", "roles.yaml:1: is not a list"),
    "UTF-16": ("- id: a".encode("utf-16"), "roles.yaml:1: byte 0xff is not UTF-8"),
    "Latin-1": (b"# a\r# b\r\n- id: caf\xe9", "roles.yaml:3: byte 0xe9 is not UTF-8"),
    "NUL": (b"- id: a\n  post:\0", "roles.yaml:2: has the invisible sign U+0000"),
    "huge": (b"#" * 1_000_001, "roles.yaml:1: is larger than 1000000 bytes"),
    "deep lists": (b"[" * 99_999, "roles.yaml:1: is nested deeper than 20"),
    "deep keys": (b"{a: " * 99_999, "roles.yaml:1: is nested deeper than 20"),
    "a directive": (
        b"%YAML 7.0\n--- a",
        "roles.yaml:1: is not YAML here (found incompatible YAML document)",
    ),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_file_that_is_not_a_page_is_one_problem(kind: str, toy_copy: Path) -> None:
    raw, told = STRANGE[kind]
    (toy_copy / "roles.yaml").write_bytes(raw)

    assert problems(toy_copy) == (f"toy/{told}",)


@pytest.mark.parametrize(
    "name", ["case.yaml", "facts.yaml", "exhibits/counts.csv", "sections/01_malam.yaml"]
)
@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "dangling"])
def test_what_is_not_a_file_is_one_problem_and_never_waited_for(
    kind: str, name: str, toy_copy: Path
) -> None:
    path = toy_copy / name
    path.unlink()
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case "dangling":
            path.symlink_to(path.with_name("nowhere"))

    (told,) = problems(toy_copy)

    wrong = "is not a file" if kind in {"folder", "pipe"} else "cannot be read"
    assert told.startswith(f"toy/{name}:1: {wrong}")


@pytest.mark.parametrize("name", ["case", "facts", "sources", "roles"])
def test_a_missing_list_is_one_problem(name: str, toy_copy: Path) -> None:
    (toy_copy / f"{name}.yaml").unlink()

    (told,) = problems(toy_copy)

    assert told.startswith(f"toy/{name}.yaml:1: cannot be read")


@pytest.mark.parametrize("name", ["exhibits", "sections"])
def test_a_folder_of_parts_that_is_a_file_is_one_problem(
    name: str, toy_copy: Path
) -> None:
    shutil.rmtree(toy_copy / name)
    (toy_copy / name).write_text("lost")

    assert problems(toy_copy) == (f"toy/{name}:1: cannot be listed (Not a directory)",)


def test_a_missing_folder_of_sections_names_each_section(toy_copy: Path) -> None:
    shutil.rmtree(toy_copy / "sections")

    assert problems(toy_copy) == (
        "toy/case.yaml:11: names section '00_dermaga'",
        "toy/case.yaml:12: names section '01_malam'",
    )


def test_a_folder_of_notebooks_that_is_a_file_is_a_problem(toy_copy: Path) -> None:
    folder = toy_copy.parents[1] / "notebooks" / "toy" / "en"
    shutil.rmtree(folder)
    folder.write_text("lost")

    assert problems(toy_copy) == ("toy/en:1: cannot be listed (Not a directory)",)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("days.yaml", "days.yml", "days.yml:1: is not read"),
        ("days.yaml", "days.md", "days.csv:1: has no description"),
        ("days.csv", "days.CSV", "days.CSV:1: is not read"),
    ],
)
def test_a_file_with_the_wrong_ending_is_not_lost_in_silence(
    old: str, new: str, told: str, toy_copy: Path
) -> None:
    exhibits = toy_copy / "exhibits"
    (exhibits / old).rename(exhibits / new)

    assert f"toy/exhibits/{told}" in problems(toy_copy)


def test_a_table_among_the_sections_is_not_lost_in_silence(toy_copy: Path) -> None:
    (toy_copy / "sections" / "counts.csv").write_text("facts")

    assert problems(toy_copy) == ("toy/sections/counts.csv:1: is not read",)


def test_other_files_beside_the_notebooks_are_let_be(toy_copy: Path) -> None:
    notes = toy_copy.parents[1] / "notebooks" / "toy" / "id" / "notes.md"
    notes.write_text("57")

    assert problems(toy_copy) == ()


def test_a_byte_order_mark_and_old_line_ends_do_no_harm(toy_copy: Path) -> None:
    for path in toy_copy.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r"))

    assert problems(toy_copy) == ()


def test_a_long_chain_of_computed_facts_is_followed_to_its_end(toy_copy: Path) -> None:
    number = 1500  # more than Python's own calls may nest
    chain = "".join(
        f"- id: Z{n}\n  statement: {{id: a, en: a}}\n  values:\n"
        f"    - {{number: 1, unit: trips, date: '2001', grade: computed,"
        f" computed_from: [{f'Z{n + 1}' if n < number else 'F1'}]}}\n"
        for n in range(number + 1)
    )
    with (toy_copy / "facts.yaml").open("a", encoding="utf-8") as file:
        file.write(chain)
    case = casefile.open_casefile(toy_copy)

    assert [source.id for source in case.sources_of(["Z0"])] == [
        "harbour-log",
        "council",
    ]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path / "nowhere") == ("nowhere:1: is not a folder",)
    with pytest.raises(CaseProblemsError, match="is not a folder"):
        casefile.open_casefile(tmp_path / "nowhere")


def test_a_folder_that_may_not_be_looked_into_is_a_problem(
    toy_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_dir", refuse)

    assert problems(toy_copy) == ("toy:1: is not a folder",)


def test_cases_are_found_where_the_author_says(
    toy_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_CASES", str(toy_copy.parent))

    assert casefile.every_case() == [toy_copy]
    assert casefile.find("toy") == toy_copy


@pytest.mark.parametrize("slug", ["nowhere", "", "..", "../toy", "toy/", "a\0b"])
def test_a_case_that_is_not_there_names_those_that_are(
    slug: str, toy_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_CASES", str(toy_copy.parent))

    with pytest.raises(CaseError, match="there: toy"):
        casefile.find(slug)


def test_without_a_checkout_the_cases_shipped_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASEKIT_CASES", raising=False)
    monkeypatch.setattr(casefile, "CHECKOUT", tmp_path)

    assert casefile.home() == casefile.SHIPPED / "casefiles"
