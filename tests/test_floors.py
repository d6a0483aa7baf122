"""The house's floors, ground first: a module imports only from floors below its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "casekit"
FLOORS = (
    {"errors"},
    {"models"},
    {"frozen"},
    {"question", "plan"},
    {"exhibit", "simulator"},
    {"case"},
    {"words", "pace"},
    {"page", "prose", "place", "phase"},
    {"model", "rows", "notebook", "note"},
    {"rules"},
    {"casefile"},
    {"answer", "score", "disk", "schema"},
    {"tally", "journal"},
    {"movement", "gain", "positions"},
    {"learner", "paint", "pulse", "intercom", "seating", "turn", "die", "split"},
    {"rulelight", "forecast"},
    {"classmate"},
    {"instructor"},
    {"charts", "stage", "look", "pair"},
    {"simulators"},
    {"slides"},
    {"cards"},
    {"furniture"},
    {"desk", "rostrum", "report", "lab", "faircopy", "workcopy"},
    {"__init__"},
    {"room"},
    {"cli"},
)
HEIGHT = {module: height for height, floor in enumerate(FLOORS) for module in floor}
MODULES = sorted(SOURCE.rglob("*.py"))


def floor_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            top, _, rest = node.module.partition(".")
            if top == "casekit":
                names = [rest] if rest else [alias.name for alias in node.names]
                found |= {name.partition(".")[0] for name in names}
    return {"__init__" if name.startswith("open_") else name for name in found}


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix()
)
def test_a_module_imports_only_from_floors_below(path: Path) -> None:
    own = floor_of(path)

    upward = {name for name in imported(path) - {own} if HEIGHT[name] >= HEIGHT[own]}

    assert upward == set()


def test_every_module_has_a_floor() -> None:
    assert {floor_of(path) for path in MODULES} == set(HEIGHT)
