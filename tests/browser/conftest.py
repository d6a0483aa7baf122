"""The toy case in two hosts and two languages, and learners who come in."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from actors import Host, Visitor, every_card, free_port, serving, write_notebook

from casekit import casefile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from casekit.case import Case
    from casekit.frozen import Language

CASES = Path(__file__).resolve().parents[1] / "cases"
LANGUAGES: tuple[Language, ...] = ("id", "en")
HOSTS: tuple[Host, ...] = ("lab", "voila")


@pytest.fixture(scope="module")
def case() -> Case:
    return casefile.open_casefile(CASES / "toy")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, case: Case) -> Path:
    """The toy case with notebooks of its own: one for each place and each test."""
    root = tmp_path_factory.mktemp("shelf")
    shutil.copytree(CASES, root / "cases")
    for language in LANGUAGES:
        first = root / "notebooks" / "toy" / language / f"{case.sections[0].stem}.ipynb"
        write_notebook(first, case, language, None, every_card(case))
    return root


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def lab(shelf: Path, language: Language) -> Iterator[str]:
    command = ["casekit.cli", "open", "toy", "--lang", language, "--no-browser"]
    command += ["--data", str(shelf / language)]
    with serving(command, shelf, CASEKIT_CASES=str(shelf / "cases")) as lines:
        told = (re.search(r"http://127\.0\.0\.1:\S+", line) for line in lines)
        yield next(found[0] for found in told if found)


@pytest.fixture(scope="module")
def voila(shelf: Path, language: Language) -> Iterator[str]:
    port = free_port()
    folder = shelf / "notebooks" / "toy" / language
    command = [
        "voila",
        "--no-browser",
        f"--port={port}",
        "--Voila.ip=127.0.0.1",
        str(folder),
    ]
    with serving(command, shelf, CASEKIT_CASES=str(shelf / "cases")) as lines:
        next(line for line in lines if "running at" in line)
        yield f"http://127.0.0.1:{port}/voila/render"


@pytest.fixture
def cells(case: Case) -> list[str]:
    """What the notebook of a test shows."""
    return every_card(case)


@pytest.fixture(params=HOSTS)
def learn(  # noqa: PLR0913, PLR0917
    request: pytest.FixtureRequest,
    language: Language,
    shelf: Path,
    case: Case,
    cells: list[str],
    chromium: Browser,
    tmp_path: Path,
) -> Iterator[Callable[[], Visitor]]:
    """Lets a learner come in, each time in a new browser, with this test's answers."""
    host: Host = request.param
    root: str = request.getfixturevalue(host)
    name = f"{re.sub('[^a-z]+', '-', request.node.name.lower())}.ipynb"
    folder = shelf / "notebooks" / "toy" / language
    write_notebook(folder / name, case, language, tmp_path / "answers", cells)
    address = f"{root}/{name}"
    if host == "lab":
        address = re.sub(r"[^/]+\.ipynb", name, root)
    contexts = []

    def come_in() -> Visitor:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        visitor = Visitor(context.new_page(), address, host, language)
        visitor.come_in()
        return visitor

    yield come_in
    for context in contexts:
        context.close()
