"""The README, CONTRIBUTING and CI say what is there, and all of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.main import get_command

from casekit.cli import app
from casekit.desk import Desk
from casekit.rostrum import RoomDesk
from casekit.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator


def leaves(commands: dict[str, Any], before: str = "") -> Iterator[str]:
    """What can be run, a group's commands by both words."""
    for name, command in commands.items():
        if hasattr(command, "commands"):
            yield from leaves(command.commands, f"{before}{name} ")
        else:
            yield f"{before}{name}"


ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCS = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CLASS = (ROOT / "docs" / "class.md").read_text("utf-8")
OWN = {"bold", "Open.", "Paper.", "Lock.", "Look.", "Second vote.", "Show."}
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


def test_ci_runs_what_the_readme_has() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    ran = re.findall(r"^ *((?:apt-get|python3) .*)$", script, flags=re.MULTILINE)

    assert len(ran) == 2
    assert all(command in README for command in ran)


def test_every_command_in_the_docs_exists() -> None:
    told = re.findall(r"casekit (\w+(?: note)?) (?:makassar|casefiles|<slug>)", DOCS)

    assert set(told) == set(leaves(COMMANDS))


def test_every_option_in_the_readme_exists() -> None:
    note = COMMANDS["report"].commands["note"]
    for start, command in (
        ("open", COMMANDS["open"]),
        ("class", COMMANDS["class"]),
        ("report note", note),
    ):
        row = next(
            r for r in README.splitlines() if r.startswith(f"| `casekit {start}")
        )
        options = {name for parameter in command.params for name in parameter.opts}

        assert set(re.findall(r"--[a-z-]+", row)) == {o for o in options if o[0] == "-"}


def test_every_public_name_is_in_the_readme() -> None:
    both = (*vars(Desk), *vars(RoomDesk))
    public = {name for name in both if not name.startswith("_")}

    assert {name for name in public if f"`{name}`" not in README} == set()
    assert {"open_case", "open_room", "CASEKIT_DATA", "CASEKIT_CASES"} <= set(
        re.findall(r"\b\w+\b", README)
    )


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", DOCS))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_walkthrough_s_commands_and_options_exist() -> None:
    command = COMMANDS["class"]
    options = {name for parameter in command.params for name in parameter.opts}

    assert set(re.findall(r"casekit (\w+) makassar", CLASS)) == {"class"}
    assert set(re.findall(r"--[a-z][a-z-]+", CLASS)) <= options


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", CLASS))
def test_the_walkthrough_s_pictures_are_there_and_small(link: str) -> None:
    assert (ROOT / "docs" / link).stat().st_size < 200_000


def test_what_the_walkthrough_quotes_is_on_a_screen() -> None:
    quoted = set(re.findall(r"\*\*([^*]+)\*\*", CLASS)) - OWN
    said = {words for told in WORDS.values() for words in told}

    assert quoted - said == set()


def test_every_module_in_the_house_is_explained() -> None:
    modules = {
        path.stem
        for path in (ROOT / "src" / "casekit").iterdir()
        if path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())
    }

    assert {m for m in modules - {"__init__"} if f"`{m}`" not in DOCS} == set()
