"""The checker reads a notebook's prose and calls, and knows their lines."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from casekit.notebook import Call, Notebook, read_notebook

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, text: str | bytes) -> Notebook:
    path = folder / "00_a.ipynb"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_notebook(path, "toy/id/00_a.ipynb", language="id")


def cell(kind: str, *lines: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"cell_type": kind, "source": list(lines), **more}


def notebook(*cells: object, indent: int | None = 1) -> str:
    return json.dumps({"cells": cells, "nbformat": 4}, indent=indent)


def test_prose_and_calls_are_found_with_their_lines(tmp_path: Path) -> None:
    text = notebook(
        cell("markdown", "# Satu\n", "\n", "dua\n"),
        cell("code", "# lihat\n", 'desk.show("counts")\n', 'desk.ask("why")'),
        cell("raw", "57"),
    )

    book = read(tmp_path, text)

    assert book.sound
    assert [prose.text for prose in book.prose] == ["# Satu\n\ndua\n"]
    assert book.prose[0].lines == (6, 7, 8)
    assert book.prose[0].line(len("# Satu\n\nd")) == 8
    assert book.prose[0].line(10_000) == 8
    assert book.calls == [Call("show", "counts", 15), Call("ask", "why", 16)]


def test_a_line_that_stands_elsewhere_too_is_not_mistaken(tmp_path: Path) -> None:
    outputs = [{"source": ["dua\n"], "cells": [{"source": "dua\n"}]}]
    text = notebook(
        cell("code", "x\n", outputs=outputs), cell("markdown", "dua\n", "\n", "dua\n")
    )

    (prose,) = read(tmp_path, text).prose

    assert [text.splitlines()[line - 1].strip() for line in prose.lines] == [
        '"dua\\n",',
        '"\\n",',
        '"dua\\n"',
    ]


def test_escaped_keys_and_doubled_ones_do_not_confuse_it(tmp_path: Path) -> None:
    text = (
        '{"c\\u0065lls": 1,\n"cells": [{"cell_type": "markdown",\n'
        '"source": ["a"],\n"sourc\\u0065": ["b\\"c"]}]}'
    )

    (prose,) = read(tmp_path, text).prose

    assert (prose.text, prose.lines) == ('b"c', (4,))


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("a\nb\nc", (1, 1, 1)),
        (["a\nb\n", "c"], (2, 2, 3)),
        (["a", "b\nc"], (2, 3)),
        (["", "a\n", "b"], (3, 4)),
        (["a\n", "", "b"], (2, 4)),
    ],
)
def test_a_source_may_be_cut_into_parts_anyhow(
    source: object, lines: tuple[int, ...], tmp_path: Path
) -> None:
    parts = json.dumps(source, indent=0)
    text = f'{{"cells": [{{"cell_type": "markdown", "source": {parts}}}]}}'

    (prose,) = read(tmp_path, text).prose

    assert prose.lines == lines


def test_an_empty_cell_says_nothing(tmp_path: Path) -> None:
    book = read(tmp_path, notebook(cell("markdown"), cell("code"), cell("code", "")))

    assert (book.prose, book.calls, book.sound) == ([], [], True)


def test_other_calls_are_not_a_lookup_in_the_case(tmp_path: Path) -> None:
    code = 'desk.where()\nask("x")\ndesk.ask(name)\ndesk.print("x")\ndesk.show(1)'

    assert read(tmp_path, notebook(cell("code", code))).calls == []


def test_a_code_cell_may_warn_without_a_word(tmp_path: Path) -> None:
    assert read(tmp_path, notebook(cell("code", "'\\d' is 1"))).sound


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("%matplotlib", "has a code cell that is not Python"),
        ("x = (", "has a code cell that is not Python"),
        ("\ud800", "has a code cell that is not Python"),
        ("(" * 5_000, "has a code cell that is not Python"),
        ("-" * 15_000 + "1", "has a code cell that is not Python"),
        ("a" + ".b" * 9_000, "has a code cell that is not Python"),
        ("x" * 20_001, "has a code cell that is not Python (longer than"),
    ],
)
def test_a_cell_that_is_not_python_is_told_where_it_starts(
    code: str, told: str, tmp_path: Path
) -> None:
    book = read(tmp_path, notebook(cell("markdown", "a\n"), cell("code", code)))

    (problem,) = book.page.problems
    assert not book.sound
    assert (problem.line, problem.wrong[: len(told)]) == (12, told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "3",
        "null",
        "{}",
        '{"cells": 3}',
        '{"cells": {"a": 1}}',
        '{"cells": [1]}',
        '{"cells": ["a"]}',
        '{"cells": [{}]}',
        '{"cells": [{"cell_type": "code"}]}',
        '{"cells": [{"cell_type": ["code"], "source": "1"}]}',
        '{"cells": [{"cell_type": "code", "source": 3}]}',
        '{"cells": [{"cell_type": "code", "source": {"a": 1}}]}',
        '{"cells": [{"cell_type": "code", "source": [1]}]}',
        "[" * 100_000,
        f'{{"cells": {"9" * 5_000}}}',
    ],
)
def test_what_is_not_a_notebook_is_one_problem(text: str, tmp_path: Path) -> None:
    (problem,) = read(tmp_path, text).page.problems

    assert problem.wrong.startswith("is not a notebook")


def test_broken_json_is_told_with_its_line(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, '{"cells": [\n\n}').page.problems

    assert problem.line == 3


def test_what_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, b"\xff").page.problems

    assert problem.wrong == "byte 0xff is not UTF-8"


def test_a_notebook_full_of_pictures_is_read_in_a_moment(tmp_path: Path) -> None:
    picture = {"data": {"image/png": "A" * 4_000_000 + "\\n" * 99}}
    began = time.perf_counter()

    book = read(tmp_path, notebook(cell("code", "1", outputs=[picture])))

    assert book.sound
    assert time.perf_counter() - began < 2
