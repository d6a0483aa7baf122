"""The committed notebooks: clean, and the same for everybody under strict nbval."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from test_cards import fill

from casekit import casefile
from casekit.cards.question import QuestionCard
from casekit.faircopy import (
    CODE,
    KERNEL_WARNINGS,
    METADATA,
    OF_A_ROOM,
    PROSE,
    WIDGET_VIEW,
)
from casekit.frozen import LANGUAGES
from casekit.journal import Journal
from casekit.learner import Learner
from casekit.place import home_key

if TYPE_CHECKING:
    from casekit.case import Case

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*/*/*.ipynb"))
LEARNERS = [path for path in NOTEBOOKS if path.parts[-2] in LANGUAGES]
UNNEEDED = ("cacheprovider", "hypothesispytest", "pytest_cov")  # 2 s of start-up
SLUGS = sorted({path.parts[-3] for path in NOTEBOOKS})
BILINGUAL = sorted(
    folder
    for home in ("notebooks", "tests/notebooks")
    for folder in (ROOT / home).iterdir()
    if all((folder / language).is_dir() for language in LANGUAGES)
)


def cells(path: Path) -> list[dict[str, Any]]:
    return json.loads(path.read_text("utf-8"))["cells"]  # type: ignore[no-any-return]


def name(path: Path) -> str:
    return "/".join(path.parts[-3:])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_committed_run_and_clean(path: Path) -> None:
    book = json.loads(path.read_text("utf-8"))

    assert book["metadata"] == METADATA
    for cell in book["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            assert cell["metadata"] == PROSE
            continue
        assert cell["metadata"] == CODE
        assert cell["execution_count"] is not None, "run it: casekit run"
        assert len(source.splitlines()) <= 8
        assert not source.rstrip().endswith(";")
        for output in cell["outputs"]:
            assert output["output_type"] in {"execute_result", "display_data"}
            assert WIDGET_VIEW not in output["data"]
            assert {"text/plain", "text/html", "image/png"} >= set(output["data"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_s_text_holds_no_path_address_or_time(path: Path) -> None:
    for cell in cells(path):
        for output in cell.get("outputs", []):
            plain = "".join(output["data"]["text/plain"])
            assert " at 0x" not in plain
            assert not re.search(r"(^|\s)/\w|https?:|\d\d[:.]\d\d", plain)


@pytest.mark.parametrize("path", LEARNERS, ids=name)
def test_a_notebook_says_in_its_first_two_cells_how_to_run_it(path: Path) -> None:
    title, run = cells(path)[:2]

    assert [cell["cell_type"] for cell in (title, run)] == ["markdown", "markdown"]
    assert "▶▶" not in "".join(title["source"])
    assert "▶▶" in "".join(run["source"])
    assert run["id"] == "how-to-run"  # a class's page, which runs by itself, omits it


@pytest.mark.parametrize("path", LEARNERS, ids=name)
def test_a_notebook_ends_with_its_sources(path: Path) -> None:
    assert f'.sources("{path.stem}")' in "".join(cells(path)[-1]["source"])


@pytest.mark.parametrize("slug", SLUGS)
def test_both_languages_take_the_class_through_the_same_cells(slug: str) -> None:
    found = casefile.check(casefile.find(slug)).problems

    assert found == (), "\n".join(map(str, found))


def test_makassar_is_taught_in_both_languages() -> None:
    assert ROOT / "notebooks" / "makassar" in BILINGUAL


def test_the_instructor_s_notebooks_are_the_desk_and_the_projector() -> None:
    folder = ROOT / "notebooks" / "makassar" / casefile.ROOM

    last = {path.stem: cells(path)[-1]["source"][-1] for path in folder.iterdir()}

    assert last == {"kendali": "room.console()", "layar": "room.screen()"}


def commit_everything(case: Case, data: Path) -> None:
    """A journal in which the learner at home has answered and revealed everything."""
    key = home_key(data)
    clock = lambda: datetime(2019, 5, 16, 10, 42, tzinfo=UTC)  # noqa: E731
    with Journal(data / f"{case.slug}.sqlite", clock=clock) as journal:
        learner = Learner(journal, key=key)
        for question in (q for section in case.sections for q in section.questions):
            card = QuestionCard(question, learner, "id")
            fill(card)
            card.commit()
            learner.reveal(question.id)
        assert len(journal) > 0


@pytest.mark.kernel
@pytest.mark.parametrize("full", [False, True], ids=["empty journal", "full journal"])
@pytest.mark.parametrize("slug", SLUGS)
def test_strict_nbval_is_green(slug: str, tmp_path: Path, *, full: bool) -> None:
    if full:
        case = casefile.open_casefile(casefile.find(slug))
        commit_everything(case, tmp_path)
    variables = {
        "CASEKIT_DATA": str(tmp_path),
        "PYTHONWARNINGS": KERNEL_WARNINGS,
    }
    desk = {name: told for name, told in os.environ.items() if name not in OF_A_ROOM}

    ran = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "--nbval", "--nbval-cell-timeout=120"),
            *("-q", "-c", os.devnull, "--rootdir", str(ROOT)),
            *(f"-pno:{plugin}" for plugin in UNNEEDED),
            str(ROOT / "notebooks" / slug),
        ],
        cwd=ROOT,
        env={**desk, **variables},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]
    assert " passed" in ran.stdout
