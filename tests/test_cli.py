"""The command line does what the README says, and tells errors in one sentence."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from casekit import cli

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def casekit(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command as a user starts it, in an empty folder of his own."""

    def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "casekit.cli", *words],
            cwd=tmp_path,
            env={**os.environ, "CASEKIT_CASES": str(CASES), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_a_sound_case_is_told_in_one_line_of_counts(
    casekit: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    ran = casekit("check", "toy")

    assert ran.returncode == 0
    assert ran.stdout.count("\n") == 1
    assert ran.stdout.startswith("toy: ")
    assert "9 questions" in ran.stdout
    assert ran.stderr == ""


def test_every_case_is_checked_when_none_is_named(
    casekit: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    assert casekit("check").stdout == casekit("check", "toy").stdout


def test_a_flawed_case_is_told_line_by_line(
    casekit: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    folder = tmp_path / "cases" / "toy"
    shutil.copytree(CASES / "toy", folder)
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("number:", "nomber:", 1), "utf-8")

    ran = casekit("check", str(folder))

    assert ran.returncode == 1
    assert "Traceback" not in ran.stdout + ran.stderr
    assert "did you mean 'number'?" in ran.stdout
    for line in ran.stdout.splitlines():
        assert (tmp_path / line.split(":")[0]).is_file()


def test_an_unknown_case_is_told_with_those_there_are(
    casekit: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    for command in (["check", "makasar"], ["open", "makasar"], ["run", "makasar"]):
        ran = casekit(*command)

        assert ran.returncode == 1
        assert ran.stderr.startswith("casekit: no case 'makasar'")
        assert "there: toy" in ran.stderr
        assert "Traceback" not in ran.stderr


def test_a_folder_without_cases_is_told(
    casekit: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    ran = casekit("check", CASEKIT_CASES=str(tmp_path))

    assert ran.returncode == 1
    assert "CASEKIT_CASES" in ran.stderr


def test_the_editors_schema_is_written(
    casekit: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    ran = casekit("schema", "schema")

    section = json.loads((tmp_path / "schema" / "section.json").read_text("utf-8"))
    assert ran.returncode == 0
    assert "questions" in section["properties"]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What `casekit open` would hand to JupyterLab."""
    calls: list[dict[str, object]] = []
    monkeypatch.setattr(
        "casekit.lab.open_lab",
        lambda notebooks, **told: calls.append({"notebooks": notebooks, **told}),
    )
    monkeypatch.setenv("CASEKIT_CASES", str(CASES))
    return calls


def test_open_hands_over_the_language_s_first_notebook_and_the_folder_of_answers(
    opened: list[dict[str, object]], tmp_path: Path
) -> None:
    words = ["open", "toy", "--lang", "en", "--no-browser", "--data", str(tmp_path)]

    ran = CliRunner().invoke(cli.app, words)

    assert ran.exit_code == 0, ran.output
    assert opened[0]["notebooks"] == CASES.parent / "notebooks" / "toy" / "en"
    assert opened[0]["first"] == "00_dermaga.ipynb"
    assert opened[0]["data"] == tmp_path
    assert opened[0]["browse"] is None
    assert str(tmp_path) in ran.output


def test_a_language_without_notebooks_is_told_with_those_there_are(
    casekit: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    shutil.copytree(CASES, tmp_path / "cases")
    shutil.copytree(
        CASES.parent / "notebooks" / "toy" / "id", tmp_path / "notebooks" / "toy" / "id"
    )

    ran = casekit("open", "toy", "--lang", "en", CASEKIT_CASES=str(tmp_path / "cases"))

    assert ran.returncode == 1
    assert "choose --lang id" in ran.stderr


@pytest.mark.kernel
def test_an_installed_wheel_opens_and_checks_its_case_on_a_copy(tmp_path: Path) -> None:
    """The wheel alone, away from the checkout: its case, its notebooks, a copy."""
    clone, home, site = tmp_path / "clone", tmp_path / "home", tmp_path / "site"
    home.mkdir()
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps"]
    subprocess.run([*pip, "--target", str(site), str(clone)], check=True)
    shutil.rmtree(clone)
    ours = {k: v for k, v in os.environ.items() if not k.startswith("CASEKIT")}
    ours["PYTHONPATH"] = str(site)

    def run(code: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code], cwd=home, env=ours, capture_output=True,
            text=True, check=False,
        )  # fmt: skip

    checked = run("from casekit.cli import app; app(['check', 'makassar'])")
    asked = (
        "import casekit.lab; casekit.lab.open_lab = lambda folder, **_: print(folder)\n"
        "from casekit.cli import app; app(['open', 'makassar', '--no-browser'])"
    )
    first, again = run(asked), run(asked)

    assert "no problems" in checked.stdout, checked.stdout + checked.stderr
    assert "Copied the notebooks to" in first.stdout, first.stdout + first.stderr
    assert "Using your copy" in again.stdout
    assert (home / "casekit-makassar" / "id" / "00_orientasi.ipynb").is_file()


def test_a_known_case_is_meant_before_a_folder_of_its_name(
    casekit: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    (tmp_path / "toy").mkdir()

    assert "no problems" in casekit("check", "toy").stdout


def test_what_cannot_be_written_is_one_sentence(
    casekit: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")

    ran = casekit("schema", "taken")

    assert ran.returncode == 1
    assert ran.stderr.startswith("casekit: cannot write the schema")


def test_a_case_without_notebooks_cannot_be_run(
    casekit: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    shutil.copytree(CASES, tmp_path / "cases")

    ran = casekit("run", "toy", CASEKIT_CASES=str(tmp_path / "cases"))

    assert ran.returncode == 1
    assert "no notebooks of yours" in ran.stderr
