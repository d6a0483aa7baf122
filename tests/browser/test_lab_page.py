from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Dialog, Page

pytestmark = [pytest.mark.kernel, pytest.mark.browser]

SRC = Path(__file__).parents[2] / "src"
OPEN = """
import sys
from pathlib import Path
from casekit.lab import open_lab

open_lab(
    Path(sys.argv[1]),
    first="00_mulai.ipynb",
    language=sys.argv[2],
    data=Path(sys.argv[1]),
    port=None,
    say=lambda address: print(address, flush=True),
    browse=None,
)
"""
CARD = """\
import ipywidgets as w
said = w.Label("belum dikirim")
send = w.Button(description="Kirim")
send.on_click(lambda _: setattr(said, "value", "tersimpan"))
w.VBox([w.RadioButtons(options=["satu", "dua"]), w.Textarea(), send, said])"""


def prose(name: str, source: str) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": {"editable": False},
        "source": source,
    }


def code(name: str, source: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {"jupyter": {"source_hidden": True}},
        "execution_count": None,
        "outputs": [],
        "source": source,
    }


def write_notebook(path: Path, title: str) -> None:
    cells = [prose("title", f"# {title}\n\n[Lanjut](01_lanjut.ipynb)")]
    cells += [code("card", CARD)]
    for n in range(12):
        cells += [prose(f"p{n}", f"## Bagian {n}\n\nKalimat."), code(f"c{n}", "1+1")]
    cells += [code("last", 'w.HTML("kartu terakhir")')]
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(params=["id"])
def address(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    write_notebook(tmp_path / "00_mulai.ipynb", "Selamat datang")
    write_notebook(tmp_path / "01_lanjut.ipynb", "Bagian kedua")
    with subprocess.Popen(
        [sys.executable, "-c", OPEN, str(tmp_path), request.param],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        yield child.stdout.readline().strip()
        child.terminate()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    room = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = room.new_page()
    page.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    yield page
    room.close()


def run_all(page: Page, words: str = "Jalankan semua") -> None:
    page.get_by_role("button", name=words).click()
    expect(page.get_by_text("kartu terakhir", exact=True)).to_be_attached()


def test_one_button_pressed_at_once_shows_every_card(address: str, page: Page) -> None:
    page.goto(address)
    tools = page.locator(".jp-NotebookPanel-toolbar jp-button:visible")

    run_all(page)

    expect(tools).to_have_text(["Jalankan semua"])
    expect(page.get_by_role("button", name="Kirim")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Selamat datang")).to_be_in_viewport()


def test_the_page_is_indonesian_and_nothing_is_in_the_way(
    address: str, page: Page
) -> None:
    page.goto(address)
    run_all(page)

    menus = page.locator(".lm-MenuBar-itemLabel:visible").all_inner_texts()
    assert menus[:3] == ["Berkas", "Tampilan", "Jalankan"]
    expect(page.locator("[title^='Peramban Berkas']")).to_have_count(1)
    for clutter in (
        "#jp-left-stack",
        "#jp-right-stack",
        ".jp-Dialog",
        ".Toastify__toast",
        ".jp-InputArea-editor",
        ".jp-InputPlaceholder",
        ".jp-Notebook-footer",
    ):
        expect(page.locator(f"{clutter}:visible")).to_have_count(0)


@pytest.mark.parametrize("address", ["en"], indirect=True)
def test_english_is_complete(address: str, page: Page) -> None:
    page.goto(address)

    run_all(page, "Run all")

    menus = page.locator(".lm-MenuBar-itemLabel:visible").all_inner_texts()
    assert menus[:3] == ["File", "View", "Run"]


def test_no_other_host_is_asked_for_anything(address: str, page: Page) -> None:
    asked: set[str | None] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    page.on("websocket", lambda socket: asked.add(urlsplit(socket.url).hostname))

    page.goto(address)
    run_all(page)
    page.wait_for_load_state("networkidle")

    assert asked - {None, ""} == {"127.0.0.1"}


def test_the_keyboard_works_the_card_and_never_the_cells(
    address: str, page: Page
) -> None:
    page.goto(address)
    run_all(page)
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    page.get_by_role("radio", name="satu").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("abxdd")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("abxdd")

    expect(page.get_by_text("tersimpan")).to_be_visible()
    expect(page.get_by_role("radio", name="dua")).to_be_checked()
    expect(page.locator(".widget-textarea textarea")).to_have_value("abxdd")
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(cells)


def test_a_double_click_on_prose_keeps_it_prose(address: str, page: Page) -> None:
    page.goto(address)
    run_all(page)

    page.get_by_role("heading", name="Selamat datang").dblclick()

    expect(page.locator(".jp-InputArea-editor:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="Selamat datang")).to_be_visible()


def test_a_link_opens_the_next_notebook_in_its_place(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_role("link", name="Lanjut").click()

    expect(page.get_by_role("heading", name="Bagian kedua")).to_be_visible()
    run_all(page)


def test_a_second_tab_has_no_side_bar_either(address: str, page: Page) -> None:
    page.goto(address)
    run_all(page)
    second = page.context.new_page()

    second.goto(address)
    run_all(second)

    expect(second.locator("#jp-left-stack:visible")).to_have_count(0)
    second.close()


def test_leaving_the_page_asks_nothing(address: str, page: Page) -> None:
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.goto(address)
    run_all(page)

    page.reload()
    run_all(page)

    assert asked == []
