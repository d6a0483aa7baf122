"""The quick loop and the whole suite; the toy case and a learner at home."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from author import copied
from hypothesis import settings

from casekit import casefile
from casekit.desk import Desk
from casekit.journal import Journal
from casekit.learner import Learner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from casekit.case import Case

TOY = Path(__file__).parent / "cases" / "toy"
SLOW = ("kernel", "browser", "thorough")
MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
CHROMIUM = next(
    (
        path
        for name in ("chromium", "chromium-browser", "google-chrome", "chrome")
        if (path := shutil.which(name))
    ),
    None,
)
QUIET = [  # Chromium of its own accord asks hosts that no test speaks of
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all",
        action="store_true",
        help="also what starts kernels or a browser, or takes long",
    )


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--all"):  # broken cases by the fifty, not by the hundred
        os.environ.setdefault("CASEKIT_FUZZ", "50")
        settings.register_profile("quick", max_examples=20)
        settings.load_profile("quick")


def pytest_report_header(config: pytest.Config) -> str | None:
    if config.getoption("--all"):
        return None
    return (
        "quick loop: tests with kernels, with a browser, or of many seconds are left "
        "out; add --all for them"
    )


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    if config.getoption("--all"):
        # Playwright leaves an event loop running: what starts its own comes before.
        items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
        return
    slow = [item for item in items if any(item.get_closest_marker(m) for m in SLOW)]
    items[:] = [item for item in items if item not in slow]
    config.hook.pytest_deselected(items=slow)


@pytest.fixture(scope="session")
def toy() -> Case:
    return casefile.open_casefile(TOY)


@pytest.fixture
def toy_copy(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "toy.sqlite", clock=lambda: MORNING) as journal:
        yield journal


@pytest.fixture
def learner(journal: Journal) -> Learner:
    return Learner(journal, key="a key of the learner at home")


@pytest.fixture
def desk(toy: Case, learner: Learner) -> Desk:
    return Desk(toy, learner, "en")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: install it (Debian: apt-get install chromium)")
    from playwright.sync_api import (  # noqa: PLC0415 - only where needed
        expect,
        sync_playwright,
    )

    expect.set_options(timeout=20_000)  # milliseconds; the machine may be busy
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
