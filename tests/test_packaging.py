"""pyproject.toml, environment.yml and constraints.txt say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]  # type: ignore[no-any-return]


def name(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-")


def conda() -> list[str]:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    plain: list[str] = []
    for entry in listed["dependencies"]:
        plain += entry["pip"] if isinstance(entry, dict) else [entry]
    return plain


def test_the_conda_environment_has_the_package_s_dependencies_and_no_others() -> None:
    ours = [r for r in conda() if name(r) not in {"python", "pip", "-e"}]

    assert sorted(ours, key=str.lower) == sorted(
        project()["dependencies"], key=str.lower
    )


def test_the_conda_environment_asks_for_the_same_python() -> None:
    assert f"python{project()['requires-python']}" in conda()


def test_every_requirement_has_a_tested_version() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {name(line) for line in lines if line and not line.startswith("#")}
    extras = project()["optional-dependencies"].values()
    asked = [*project()["dependencies"], *(r for extra in extras for r in extra)]

    assert {name(requirement) for requirement in asked} <= pinned


def test_constraints_hold_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()

    for line in lines:
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9._-]+==[^\s:/]+", line)
