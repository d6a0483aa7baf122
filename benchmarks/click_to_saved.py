"""From the click on a card's button to the word "saved", against a bare echo.

`python benchmarks/click_to_saved.py [--rounds 20]`

One Chromium, one JupyterLab (as `casekit open` starts it), one page, one kernel. In
turn it clicks a bare ipywidgets Button whose handler writes into an HTML widget, and
the button of a card that nobody has answered yet; the page itself takes the time, from
the click to the change of its own document. Between two clicks the kernel is idle. The
durable echo also puts a row into an SQLite file (WAL, FULL): what the disk alone costs.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
TOY = ROOT / "tests" / "cases" / "toy"
STEM = "00_dermaga"
GOAL = 1.25
CALM = 2.5  # seconds; longer than the card's own (casekit.cards.handshake)
PAUSE = 0.3  # seconds from a last choice to the button: a quick hand
REST = 0.5  # seconds between clicks; less than 0.2 would meet TCP's delayed ACKs
STATEMENTS = 12  # the largest `tag` card of the Makassar case has as many
PLACES = {"choice": 0, "edited choice": 1, "tag": 2, "choice, opened": 3}
BARE = {
    "echo": ".bench-echo",
    "edited echo": ".bench-echo",
    "echo, opened": ".bench-echo",
    "durable echo": ".bench-sure",
}
PATIENCE = 90_000  # milliseconds
QUIET = [  # as tests/conftest.py starts it
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *(
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
    ),
]

NOTEBOOK = """\
import os
import sqlite3
from ipywidgets import HTML, Button, RadioButtons, VBox
from casekit import open_case

desk = open_case("toy", language="en")
cards = [desk.ask(question.id) for question in desk.case.section("{stem}").questions]

clicks = []
button, told = Button(description="Echo"), HTML()
choice = RadioButtons(options=["a", "b"], value=None)
told.add_class("bench-told")


def echo(_):
    clicks.append(None)
    told.value = f"<div role='status'>heard {{len(clicks)}}</div>"


disk = sqlite3.connect(
    os.path.join(os.environ["CASEKIT_DATA"], "bare.sqlite"), isolation_level=None
)
disk.execute("PRAGMA journal_mode = WAL")
disk.execute("PRAGMA synchronous = FULL")
disk.execute("CREATE TABLE bare (value TEXT)")
sure_button, sure_told = Button(description="Durable echo"), HTML()


def sure_echo(_):
    clicks.append(None)
    disk.execute("INSERT INTO bare VALUES ('a')")
    sure_told.value = f"<div role='status'>heard {{len(clicks)}}</div>"


button.on_click(echo)
sure_button.on_click(sure_echo)
sure = VBox([sure_button, sure_told])
sure.add_class("bench-sure")
bench = VBox([choice, button, told])
bench.add_class("bench-echo")
reveal = desk.reveal("what-happened-next")
key = Button(description="Open")
key.add_class("bench-key")


def open_reveal(_):
    forecast = desk.ask("passengers-next-year")
    forecast.controls.fill_answer({{"low": 10, "guess": 90, "high": 120}})
    forecast.commit()
    reveal.open()
    key.description = "Opened"


key.on_click(open_reveal)
page = VBox([bench, sure, *[card.box for card in cards], key, reveal.box])
page.add_class("bench-page")
page
"""

# Clicks, and resolves with the milliseconds until the words stand in the document.
CLICK = """
([place, words]) => new Promise((done, failed) => {
  const box = typeof place === 'string'
    ? document.querySelector(place)
    : document.querySelectorAll('.bench-page .casekit')[place];
  const before = box.querySelector('[role=status]')?.textContent;
  const button = box.querySelector('button');
  const watch = new MutationObserver(() => {
    const now = performance.now();
    const told = [...box.querySelectorAll('[role=status]')]
      .map(one => one.textContent).join(' ');
    if (told === before || !told.includes(words)) return;
    watch.disconnect();
    done(now - begun);
  });
  watch.observe(box, {childList: true, characterData: true, subtree: true});
  setTimeout(() => failed(new Error('no answer: ' + box.textContent)), 30000);
  const begun = performance.now();
  button.click();
})
"""

FILL = """
place => {
  const box = typeof place === 'string'
    ? document.querySelector(place)
    : document.querySelectorAll('.bench-page .casekit')[place];
  const radios = box.querySelectorAll('input[type=radio]');
  if (radios.length)
    (radios[0].checked ? radios[1] : radios[0]).click();
  for (const list of box.querySelectorAll('select')) {
    list.selectedIndex = 1;
    list.dispatchEvent(new Event('change', {bubbles: true}));
  }
}
"""


def text(words: str) -> dict[str, str]:
    return {"id": words, "en": words}


def choice(name: str) -> dict[str, Any]:
    options = [{"id": o, "text": text(o)} for o in ("stop", "unsure", "keep")]
    return {"id": name, "kind": "choice", "ask": text("Keep it?"), "options": options}


def tag(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "tag",
        "ask": text("What is each?"),
        "labels": [{"id": label, "text": text(label)} for label in ("fact", "claim")],
        "statements": [
            {"id": f"statement-{letter}", "text": text(f"Statement {letter}")}
            for letter in "abcdefghijklmnopqrstuvwxyz"[:STATEMENTS]
        ],
    }


def make_case(root: Path, rounds: int) -> None:
    """The toy case with a new question for every click; the notebook that asks them.

    Each round has four cards of its own, in the order of PLACES.
    """
    shutil.copytree(TOY, root / "cases" / "toy")
    page = root / "cases" / "toy" / "sections" / f"{STEM}.yaml"
    section = yaml.safe_load(page.read_text("utf-8"))
    section["questions"] = [
        tag(f"q-{n}") if n % 4 == PLACES["tag"] else choice(f"q-{n}")
        for n in range(4 * rounds)
    ]
    page.write_text(yaml.safe_dump(section, allow_unicode=True), encoding="utf-8")
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "cards",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": NOTEBOOK.format(stem=STEM),
    }
    # A reveal with a picture, as Makassar's have one: the picture of an open exhibit.
    night = page.with_name("01_malam.yaml")
    reveals = yaml.safe_load(night.read_text("utf-8"))
    reveals["reveals"][0]["exhibit"] = "counts"
    night.write_text(yaml.safe_dump(reveals, allow_unicode=True), encoding="utf-8")
    for path in (root / "cases" / "toy" / "exhibits").glob("afterwards.*"):
        path.unlink()
    kernel = {"name": "python3", "display_name": "Python 3"}
    book = {
        "cells": [cell],
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    notebook = root / "notebooks" / "toy" / "en" / f"{STEM}.ipynb"
    notebook.parent.mkdir(parents=True)
    notebook.write_text(json.dumps(book), encoding="utf-8")


@contextmanager
def lab(root: Path) -> Iterator[str]:
    """The address of a JupyterLab on that case; it ends with the block."""
    command = [sys.executable, "-m", "casekit.cli", "open", "toy", "--lang", "en"]
    log = root / "server.log"
    with log.open("wb") as out:
        child = subprocess.Popen(
            [*command, "--no-browser", "--data", str(root / "answers")],
            cwd=root,
            env={**os.environ, "CASEKIT_CASES": str(root / "cases")},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        end = time.monotonic() + PATIENCE / 1000
        while child.poll() is None and time.monotonic() < end:
            told = log.read_text("utf-8", "replace")
            if found := re.search(r"http://127\.0\.0\.1:\S+", told):
                yield found[0]
                return
            time.sleep(0.1)
        raise SystemExit(f"JupyterLab did not start:\n{log.read_text('utf-8')}")
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait(30)


def measure(page: Page, rounds: int) -> dict[str, list[float]]:
    """Milliseconds by what was clicked; round n of each stands beside round n."""
    for place in range(4 * rounds):  # what is clicked calmly was filled long before
        if place % 4 != PLACES["edited choice"]:
            page.evaluate(FILL, place)
    page.wait_for_timeout(1000 * CALM)
    names = ["echo", "durable echo", "choice", "tag", "edited echo", "edited choice"]
    taken = in_turn(page, rounds, names)
    page.locator(".bench-key").click()
    page.get_by_role("button", name="Opened").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(1000 * REST)
    return taken | in_turn(page, rounds, ["echo, opened", "choice, opened"])


def in_turn(page: Page, rounds: int, names: list[str]) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        first = turn % len(names)  # each comes first in its turn
        for name in names[first:] + names[:first]:
            card = name in PLACES
            place: int | str = 4 * turn + PLACES[name] if card else BARE[name]
            if name.startswith("edited"):
                page.evaluate(FILL, place)
                page.wait_for_timeout(1000 * PAUSE)
            told = page.evaluate(CLICK, [place, "Saved at" if card else "heard"])
            taken[name].append(told)
            page.wait_for_timeout(1000 * REST)
    return taken


def row(taken: list[float], peer: list[float]) -> str:
    ratio = statistics.median(taken) / statistics.median(peer)
    low, middle, high = statistics.quantiles(taken)
    return f"{ratio:5.2f}  {middle:7.1f}  {low:6.1f} – {high:6.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Click to saved, as a ratio.")
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if chromium is None:
        raise SystemExit("no Chromium here; on Debian: apt-get install chromium")
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name,
        sync_playwright() as playwright,
    ):
        root = Path(name)
        make_case(root, rounds)
        with lab(root) as address:
            browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(address)
            page.get_by_role("button", name="Run all").click(timeout=PATIENCE)
            page.locator(".bench-page .casekit").nth(4 * rounds - 1).wait_for(
                timeout=PATIENCE, state="attached"
            )
            page.wait_for_timeout(2000)
            taken = measure(page, rounds)
            browser.close()
    print(f"click to the words in the page, {rounds} interleaved rounds; goal ≤ {GOAL}")
    print(f"{'ratio':>5}  {'median':>7}  quartiles, ms")
    for told, of, peer in (
        ("card, one field, filled long before / echo", "choice", "echo"),
        (f"card, {STATEMENTS} fields, filled long before / echo", "tag", "echo"),
        ("card, one field, a reveal open / echo", "choice, opened", "echo, opened"),
        ("card, just edited / echo, just edited", "edited choice", "edited echo"),
        ("card, just edited / echo", "edited choice", "echo"),
        ("card, one field / echo that writes durably", "choice", "durable echo"),
        ("echo that writes durably / echo", "durable echo", "echo"),
        ("echo, just edited / echo", "edited echo", "echo"),
        ("echo", "echo", "echo"),
    ):
        print(f"{row(taken[of], taken[peer])}  {told}")


if __name__ == "__main__":
    main()
