"""A page tells the line of everything in it, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from casekit.page import Page, Table, markup, read_csv, read_text, read_yaml, texts

if TYPE_CHECKING:
    from pathlib import Path


def page(folder: Path, text: str) -> Page:
    (folder / "a.yaml").write_text(text, encoding="utf-8", newline="")
    return read_yaml(folder / "a.yaml", "toy/a.yaml")


def table(folder: Path, text: str) -> Table:
    (folder / "a.csv").write_text(text, encoding="utf-8", newline="")
    return read_csv(folder / "a.csv", "toy/a.csv")


def told(page: Page) -> list[tuple[int, str]]:
    return [(problem.line, problem.wrong) for problem in page.problems]


def test_plain_values_are_what_an_author_means(tmp_path: Path) -> None:
    read = page(
        tmp_path,
        "a: 12\nb: 1.5\nc: yes\nd: no\ne: ~\nf: '12'\ng: 2019-05-16\nh: 1e9\n"
        "i: 0x1F\nj: 1_000\nk: 12:30\nl: !!int 3\nm:\nn: .inf\no: =\n",
    )

    assert read.value == {
        "a": 12,
        "b": 1.5,
        "c": True,
        "d": False,
        "e": None,
        "f": "12",
        "g": "2019-05-16",
        "h": "1e9",
        "i": "0x1F",
        "j": "1_000",
        "k": "12:30",
        "l": "3",
        "m": None,
        "n": ".inf",
        "o": "=",
    }
    assert told(read) == []


def test_a_scalar_can_be_the_whole_page(tmp_path: Path) -> None:
    assert page(tmp_path, "hello").value == "hello"


def test_every_part_knows_its_line(tmp_path: Path) -> None:
    read = page(tmp_path, "# on top\na:\n  - b: 1\n    c: 2\n  - d\n")

    assert read.line(("a",)) == 3
    assert read.line(("a", 0, "c")) == 4
    assert read.line(("a", 1)) == 5
    assert read.line(("a", 0, "c", "not there")) == 4
    assert Page("toy/a.yaml").line(("a",)) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: one 57 two", 1),
        ("a: >-\n  one\n\n  two (57)\n  three", 4),
        ("a: |\n  one\n  57\n", 3),
        ("a: |  # why\n  57\n", 2),
        ("a: one\n  two\n  57", 3),
        ('a: "one\n  two 57"', 2),
        ('a: "57\n  two"', 1),
    ],
)
def test_a_word_knows_its_line_however_it_is_wrapped(
    text: str, line: int, tmp_path: Path
) -> None:
    read = page(tmp_path, text)
    words = read.value["a"]

    for _ in "twice":
        assert read.line_in(("a",), words[: words.index("57")]) == line


def test_a_word_behind_escaped_spaces_is_not_looked_for_below_its_text(
    tmp_path: Path,
) -> None:
    read = page(tmp_path, 'a: "b\\nc\\nd\n  57"\ne: 1')

    assert read.line_in(("a",), "b c d e f g h ") == 2


@pytest.mark.parametrize(
    ("text", "value", "problems"),
    [
        (
            "a: &x {b: 1}\nc: *x\nd: 2",
            {"a": {"b": 1}, "c": None, "d": 2},
            [(2, "uses the alias *x")],
        ),
        ("- &x a\n- *x", ["a", None], [(2, "uses the alias *x")]),
        ("&x a: 1\n*x : 2\nb: 3", {"a": 1, "b": 3}, [(2, "uses the alias *x")]),
        ("*x", None, [(1, "uses the alias *x")]),
        (
            "? [a, {b: [c]}]\n: {d: 1}\ne: 2",
            {"e": 2},
            [(1, "has a list or mapping as a key")],
        ),
        ("a: 1\nb: 2\na: [3, 4]\nc: 5", {"a": 1, "b": 2, "c": 5}, [(3, "repeats")]),
        ("a: {b: 1}\na:\n  b: 2\nc: 3", {"a": {"b": 1}, "c": 3}, [(2, "repeats")]),
        ("a: 1\n---\nb: 2", None, [(2, "starts a second document")]),
        ("---\n---\n", None, [(2, "starts a second document")]),
        ("a: [1", None, [(2, "is not YAML here")]),
        ("a\tb: 'c", None, [(1, "is not YAML here")]),
    ],
)
def test_what_yaml_allows_and_a_case_does_not_is_told(
    text: str, value: object, problems: list[tuple[int, str]], tmp_path: Path
) -> None:
    read = page(tmp_path, text)

    assert read.value == value
    assert [line for line, _ in told(read)] == [line for line, _ in problems]
    assert all(
        wrong.startswith(start)
        for (_, wrong), (_, start) in zip(told(read), problems, strict=True)
    )


def test_a_repeated_part_leaves_the_lines_of_the_first(tmp_path: Path) -> None:
    read = page(tmp_path, "a:\n  b: [1]\na:\n  b: [2]\n")

    assert read.line(("a", "b", 0)) == 2


def test_lists_as_keys_inside_lists_as_keys_are_told_once_each(tmp_path: Path) -> None:
    read = page(tmp_path, "? {? [a] : b, c: [{d: e}]}\n: f\ng: h\n")

    assert read.value == {"g": "h"}
    assert len(read.problems) == 2


def test_an_alias_in_what_is_not_kept_is_told_too(tmp_path: Path) -> None:
    read = page(tmp_path, "a: &x 1\n? [*x]\n: *x\n")

    assert read.value == {"a": 1}
    assert [line for line, _ in told(read)] == [2, 2, 3]


def test_twenty_levels_are_enough(tmp_path: Path) -> None:
    assert told(page(tmp_path, "[" * 20 + "]" * 20)) == []
    assert told(page(tmp_path, "[" * 21 + "]" * 21)) == [
        (1, "is nested deeper than 20")
    ]


def test_an_error_without_a_place_is_told_on_the_first_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise yaml.MarkedYAMLError(problem="lost")

    monkeypatch.setattr(yaml, "parse", fail)

    assert told(page(tmp_path, "a: 1")) == [(1, "is not YAML here (lost)")]


def test_the_parser_in_python_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'a: >-\n  one\n  57\nb: "\\ud800"\nc: [1, 2.5]\n'
    monkeypatch.setattr(markup, "_Loader", yaml.SafeLoader)

    read = page(tmp_path, text)

    assert read.value["c"] == [1, 2.5]
    assert read.line_in(("a",), "one ") == 3


@pytest.mark.parametrize(
    ("raw", "line", "wrong"),
    [
        (b"a\n\xff", 2, "byte 0xff is not UTF-8"),
        (b"a\r\n\r\n\x00", 3, "has the invisible sign U+0000"),
        ("a\rb\u2028".encode(), 2, "has the invisible sign U+2028"),
        ("a\ufeff".encode(), 1, "has the invisible sign U+FEFF"),
    ],
)
def test_what_is_not_plain_text_is_told_with_its_line(
    raw: bytes, line: int, wrong: str, tmp_path: Path
) -> None:
    (tmp_path / "a").write_bytes(raw)

    assert told(read_text(tmp_path / "a", "toy/a")) == [(line, wrong)]


def test_a_row_knows_the_line_on_which_it_starts(tmp_path: Path) -> None:
    read = table(tmp_path, '\nf,w\n\nS1,"a\nb"\r\n\rS2,c\n,\nS3,"d"')

    assert read.header == ("f", "w")
    assert read.rows == [
        (4, {"f": "S1", "w": "a\nb"}),
        (7, {"f": "S2", "w": "c"}),
        (9, {"f": "S3", "w": "d"}),
    ]


@pytest.mark.parametrize(
    ("text", "problems", "rows"),
    [
        ("", [], 0),
        ("f,f\n1,2", [(1, "its header has empty or repeated names")], 0),
        ("f,\n1,2", [(1, "its header has empty or repeated names")], 0),
        ("f,w\n1\n\n1,2,3\n4,5", [(2, "has 1 cells"), (4, "has 3 cells")], 1),
        ('f,w\n1,2\n3,"4\n5', [(3, "is not CSV")], 1),
        ('f,w\n1,2\n3,"4"5\n', [(3, "is not CSV")], 1),
        (f'f,w\n1,"{"2" * 140_000}"\n', [(2, "is not CSV")], 0),
    ],
)
def test_a_flawed_row_is_told_and_the_others_are_kept(
    text: str, problems: list[tuple[int, str]], rows: int, tmp_path: Path
) -> None:
    read = table(tmp_path, text)

    assert len(read.rows) == rows
    assert [line for line, _ in told(read.page)] == [line for line, _ in problems]
    assert all(
        wrong.startswith(start)
        for (_, wrong), (_, start) in zip(told(read.page), problems, strict=True)
    )


def test_a_table_that_is_not_there_is_a_problem_of_its_page(tmp_path: Path) -> None:
    read = read_csv(tmp_path / "none.csv", "toy/none.csv")

    assert read.rows == []
    assert told(read.page)[0][1].startswith("cannot be read")


def test_texts_are_found_wherever_they_stand() -> None:
    value = {"a": {"id": "x", "en": 3}, "b": [{"c": {"id": "y", "en": "z"}}, "no"]}

    assert list(texts(value)) == [
        (("a",), "id", "x"),
        (("b", 0, "c"), "id", "y"),
        (("b", 0, "c"), "en", "z"),
    ]
