"""A class in real browsers: learners join by code, read, lose a kernel, and go on."""

from __future__ import annotations

import os
import re
import signal
import time
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from roomgoers import ClassRoom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from casekit.frozen import Language

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 860}
JOIN = {"id": "Masuk", "en": "Join"}
START = {"id": "Mulai", "en": "Start"}
CODE = {"id": "Kode kelas", "en": "Class code"}
OTHER = {"id": "Bahasa Indonesia", "en": "English"}
ASK = {"id": "Haruskah feri malam diteruskan?", "en": "Should the night ferry be kept?"}
HERE = {"id": "Terhubung dengan ruang kelas.", "en": "Connected to the room."}
AGAIN = {"id": "Halaman dimuat ulang", "en": "Loading it again"}
SILENT = {"id": "tidak menjawab", "en": "does not answer"}
SOON = 20.0  # seconds from the address to the first question


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClassRoom]:
    with ClassRoom(tmp_path_factory.mktemp("room")) as room:
        yield room


@pytest.fixture
def come(chromium: Browser, room: ClassRoom) -> Iterator[Callable[..., Page]]:
    """Lets a learner open the address on a device of his own."""
    contexts = []

    def come(size: dict[str, int]) -> Page:
        context = chromium.new_context(viewport=size)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(room.addresses["learners"])
        return page

    yield come
    for context in contexts:
        context.close()


def join(page: Page, room: ClassRoom, language: Language) -> str:
    """From the address to the first question; the learner's seat."""
    page.get_by_role("link", name=OTHER[language]).click()
    page.get_by_label(CODE[language]).fill(room.code.lower())
    page.get_by_role("button", name=JOIN[language], exact=True).click()
    seat = page.locator(".room-large").inner_text()
    page.get_by_role("link", name=START[language]).click()
    return seat


def the_question(page: Page, language: Language) -> None:
    card = page.locator(".casekit").filter(has_text=ASK[language])
    expect(card.first).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("language", ["id", "en"])
def test_three_learners_join_by_code_and_see_the_first_question(
    come: Callable[..., Page], room: ClassRoom, language: Language
) -> None:
    pages = [come(PHONE), come(LAPTOP), come({"width": 820, "height": 1180})]
    elsewhere: list[str] = []
    for page in pages:
        page.on("request", lambda asked: elsewhere.append(asked.url))
    seats, waits = [], []
    for page in pages:
        start = time.monotonic()
        seats.append(join(page, room, language))
        the_question(page, language)
        waits.append(time.monotonic() - start)

    assert len(set(seats)) == 3
    assert max(waits) < SOON
    for page, seat in zip(pages, seats, strict=True):
        expect(page.get_by_text(seat)).to_be_visible()
        expect(page.get_by_role("status").first).to_have_text(HERE[language])
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert "open_case" not in page.content()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.evaluate("window.innerWidth")
    ours = re.compile(rf"(http://127\.0\.0\.1:{room.port}/|data:|blob:)")
    assert [url for url in elsewhere if not ours.match(url)] == []


def test_a_learner_reads_on_in_the_next_part(
    come: Callable[..., Page], room: ClassRoom
) -> None:
    page = come(PHONE)
    join(page, room, "id")
    the_question(page, "id")
    before = set(room.kernels())

    page.get_by_role("link", name="Malam").click()

    current = page.locator(".room-parts a[aria-current='page']")
    expect(current).to_have_text("Malam")
    page.locator(".casekit").first.wait_for(timeout=60_000)
    end = time.monotonic() + 20
    while before <= set(room.kernels()) and time.monotonic() < end:
        time.sleep(0.2)
    assert not before <= set(room.kernels())  # the page he left took its kernel along


def test_a_page_whose_kernel_dies_says_so_and_comes_back(
    come: Callable[..., Page], room: ClassRoom
) -> None:
    others = set(room.kernels())
    page = come(LAPTOP)
    join(page, room, "id")
    the_question(page, "id")
    line = page.get_by_role("status").first
    expect(line).to_have_text(HERE["id"])

    for kernel in set(room.kernels()) - others:
        os.kill(kernel, signal.SIGKILL)

    expect(line).to_contain_text(AGAIN["id"])
    expect(line).to_have_text(HERE["id"], timeout=60_000)
    the_question(page, "id")


def test_a_page_says_when_the_room_does_not_answer(
    come: Callable[..., Page], room: ClassRoom
) -> None:
    page = come(PHONE)
    join(page, room, "en")
    the_question(page, "en")
    line = page.get_by_role("status").first
    expect(line).to_have_text(HERE["en"])

    os.kill(room.child.pid, signal.SIGSTOP)  # the laptop sleeps: nothing is refused
    try:
        expect(line).to_contain_text(SILENT["en"])
    finally:
        os.kill(room.child.pid, signal.SIGCONT)

    expect(line).to_have_text(HERE["en"])


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_everybody_can_use_the_door_and_the_pages(
    come: Callable[..., Page], room: ClassRoom, size: dict[str, int]
) -> None:
    page = come(size)
    found = [Axe().run(page)]
    page.get_by_label(CODE["id"]).fill("CCCCCC")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    found.append(Axe().run(page))
    page.get_by_label(CODE["id"]).fill(room.code)
    page.keyboard.press("Enter")
    page.locator(".room-large").wait_for()
    found.append(Axe().run(page))
    page.get_by_role("link", name=START["id"]).click()
    the_question(page, "id")
    found.append(Axe().run(page, ".room-top"))
    found.append(Axe().run(page, ".room-parts"))

    for each in found:
        assert each.violations_count == 0, each.generate_report()


def test_an_open_room_outlives_its_server(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("again")
    context = chromium.new_context(viewport=PHONE)  # type: ignore[arg-type]
    with ClassRoom(home) as room:
        page = context.new_page()
        page.goto(room.addresses["learners"])
        seat = join(page, room, "id")
        the_question(page, "id")
        line = page.get_by_role("status").first
    expect(line).to_contain_text(SILENT["id"])

    with ClassRoom(home):
        expect(line).to_have_text(HERE["id"], timeout=90_000)
        the_question(page, "id")
        expect(page.get_by_text(seat)).to_be_visible()
        context.close()
