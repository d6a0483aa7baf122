"""The instructor leads a question on the desk; the projector follows, in Voilà."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from actors import PATIENCE, free_port, serving
from axe_playwright_python.sync_playwright import Axe
from crowd import answer
from playwright.sync_api import expect

from casekit import casefile
from casekit.instructor import Instructor, Move
from casekit.journal import Journal
from casekit.pulse import now
from casekit.stage import Stage
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from casekit.case import Case
    from casekit.frozen import Language

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

ROOT = Path(__file__).resolve().parents[2]
WITHIN_A_SECOND = 1500  # milliseconds, with the browser's own share
LEAST = 32  # pixels: 24 points on a page of 1920
VOTE, PART = "viral-first", "02_wall-room"
SHOTS = os.environ.get("CASEKIT_SHOTS")  # a folder for pictures to look at

SMALLEST = """() => Math.min(...[...document.querySelectorAll('.casekit-screen *')]
  .filter(at => at.tagName !== 'STYLE' && [...at.childNodes].some(
    node => node.nodeType === 3 && node.textContent.trim()))
  .map(at => parseFloat(getComputedStyle(at).fontSize)))"""
WIDER = "() => document.documentElement.scrollWidth - innerWidth"


class Class:
    """The desk and the projector of one class, and a hand in its journal."""

    def __init__(
        self, desk: Page, screen: Page, teacher: Instructor, language: Language
    ) -> None:
        self.desk, self.screen, self.teacher = desk, screen, teacher
        self.language = language

    def row(self, name: str) -> Locator:
        ask = self.teacher.case.question(name).ask[self.language]
        return self.desk.locator(".casekit-row").filter(has_text=ask[:60])

    def press(self, place: Locator, key: str, **amounts: object) -> None:
        label = say(key, self.language, **amounts)
        place.get_by_role("button", name=label, exact=True).click()
        self.desk.wait_for_timeout(800)  # a double click is one press

    def look(self, name: str) -> None:
        if SHOTS:
            for what, page in (("desk", self.desk), ("screen", self.screen)):
                path = Path(SHOTS) / f"{self.language}-{name}-{what}.png"
                page.screenshot(path=path)


@pytest.fixture(scope="module")
def case() -> Case:
    return casefile.open_casefile(ROOT / "casefiles" / "makassar")


@pytest.fixture
def lesson(
    language: Language, case: Case, chromium: Browser, tmp_path: Path
) -> Iterator[Class]:
    books = tmp_path / "pengajar"
    shutil.copytree(ROOT / "notebooks" / "makassar" / "pengajar", books)
    data = tmp_path / "answers"
    data.mkdir()
    port = free_port()
    command = ["voila", "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    told = {"CASEKIT_DATA": str(data), "CASEKIT_LANG": language}
    with serving([*command, str(books)], tmp_path, **told) as lines:
        next(line for line in lines if "running at" in line)
        pages: list[Page] = []
        for name, wide, high in (("kendali", 1100, 900), ("layar", 1920, 1080)):
            context = chromium.new_context(viewport={"width": wide, "height": high})
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{port}/voila/render/{name}.ipynb")
            pages.append(page)
        pages[0].locator(".casekit-console").wait_for(timeout=PATIENCE)
        pages[1].locator(".casekit-screen").wait_for(timeout=PATIENCE)
        with Journal(data / "makassar.sqlite", clock=now) as journal:
            desk, screen = pages
            yield Class(desk, screen, Instructor(case, journal), language)
        for page in pages:
            page.context.close()


def test_a_question_goes_through_two_votes_and_the_projector_follows(
    lesson: Class, case: Case
) -> None:
    language, screen = lesson.language, lesson.screen
    vote = case.question(VOTE)
    expect(screen.get_by_role("heading")).to_have_text(case.outline.title[language])
    lesson.look("1-welcome")
    part = lesson.desk.get_by_role("button", name=re.compile("^2 Wall"))
    part.click()
    row = lesson.row(VOTE)

    lesson.press(row, "move-open")
    lesson.press(row, "project-question")
    expect(screen.get_by_text(vote.ask[language])).to_be_visible()
    answer(lesson.teacher.journal, vote, 57)
    counted = say("answered", language, count=57)
    expect(screen.get_by_text(counted)).to_be_visible(timeout=WITHIN_A_SECOND)
    lesson.press(lesson.desk.locator(".casekit-panel"), "countdown-minutes", minutes=2)
    expect(screen.locator(".casekit-left")).to_have_text(re.compile(r"^[12]:\d\d$"))
    lesson.look("2-open")

    lesson.press(row, "move-lock")
    lesson.press(row, "preview")
    expect(row.get_by_role("img")).to_be_visible()
    assert screen.locator("figure img").count() == 0
    lesson.press(row, "move-again")
    expect(row.get_by_role("img")).to_have_count(0)
    answer(lesson.teacher.journal, vote, 56)
    lesson.press(row, "move-lock")

    lesson.press(row, "move-show")
    assert lesson.teacher.moves(vote) != ()
    lesson.press(row, "show-sure")
    assert lesson.teacher.moves(vote) == ()
    lesson.press(row, "project-result")

    expect(screen.locator("figure img")).to_be_visible()
    assert lesson.desk.evaluate(WIDER) <= 0
    assert screen.evaluate(SMALLEST) >= LEAST - 0.5
    lesson.look("3-shown")
    lesson.desk.set_viewport_size({"width": 1920, "height": 1080})
    lesson.desk.locator(".casekit-row").last.scroll_into_view_if_needed()
    clock = lesson.desk.get_by_role("button", name=say("clock-begin", language))
    expect(clock).to_be_in_viewport()
    lesson.look("4-wide")


def test_the_desk_is_led_by_the_keyboard_alone(lesson: Class, case: Case) -> None:
    keys, vote = lesson.desk.keyboard, case.question("posts-and-tenure")
    row = lesson.row(vote.id)

    row.get_by_role("button").first.focus()
    keys.press("Enter")
    lock = row.get_by_role("button", name=say("move-lock", lesson.language))
    expect(lock).to_be_focused()
    lesson.desk.wait_for_timeout(800)
    keys.press("Enter")

    show = row.get_by_role("button", name=say("move-show", lesson.language))
    expect(show).to_be_focused()
    assert Move.SHOW in lesson.teacher.moves(vote)


def test_paper_and_texts_fit_the_desk_and_axe_finds_nothing_serious(
    lesson: Class, case: Case
) -> None:
    teacher, why = lesson.teacher, case.question("explain-the-miss")
    teacher.go_to(PART)
    teacher.move(why, Move.OPEN)
    answer(teacher.journal, why, 20)
    teacher.move(why, Move.LOCK)
    Stage(teacher).begin()
    lesson.press(lesson.row(why.id), "moderate")
    crews = lesson.row("four-crews")
    lesson.press(crews, "move-open")
    lesson.press(crews, "paper")
    expect(crews.get_by_label(say("paper-number", lesson.language))).to_have_value("1")
    expect(lesson.row(why.id).get_by_role("checkbox")).to_have_count(20)
    lesson.row(why.id).scroll_into_view_if_needed()
    lesson.look("5-texts")

    assert lesson.desk.evaluate(WIDER) <= 0
    for page, css in (
        (lesson.desk, ".casekit-console"),
        (lesson.screen, ".casekit-screen"),
    ):
        results = Axe().run(page, context={"include": [[css]]})
        serious = [
            (v["id"], node["html"][:200])
            for v in results.response["violations"]
            if v["impact"] in {"serious", "critical"}
            for node in v["nodes"]
        ]
        assert serious == []
