"""The instructor is shown three addresses and a code, or a program one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from casekit.room.opening import Addresses
from casekit.room.poster import Poster, drawn

if TYPE_CHECKING:
    import pytest

WHERE = Addresses(
    learners="http://192.168.1.20:8800/",
    code="CDFHJK",
    screen="http://127.0.0.1:8800/screen/s",
    instructor="http://127.0.0.1:8800/instructor/i",
)


def test_a_person_reads_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    Poster("id", as_json=False, browse=False).show(WHERE, "Antah")

    told = capsys.readouterr().out
    assert all(words in told for words in vars(WHERE).values())
    assert "Ruang kelas terbuka: Antah" in told
    assert "█" in told


def test_a_program_reads_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    reader = Poster("en", as_json=True, browse=False)
    reader.tell("Checking")
    reader.show(WHERE, "Antah")

    told = capsys.readouterr()
    assert json.loads(told.out) == vars(WHERE)
    assert told.out.count("\n") == 1
    assert told.err == "Checking\n"


def test_an_address_is_drawn_as_large_as_its_place() -> None:
    picture = drawn(WHERE.learners)

    assert picture.startswith("<svg ")
    assert "viewBox" in picture
    assert "width" not in picture.partition(">")[0].replace("stroke-width", "")


def test_the_instructor_s_page_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)

    Poster("en", as_json=False, browse=True).show(WHERE, "Antah")

    assert opened == [WHERE.instructor]
