"""An author at work on a copy of the toy case: what he breaks, and what he is told."""

from __future__ import annotations

import shutil
from pathlib import Path

from casekit import casefile

HERE = Path(__file__).parent
Edit = tuple[str, str, str]  # a file, what stands there, what stands there instead


def copied(folder: Path) -> Path:
    shutil.copytree(HERE / "cases" / "toy", folder / "cases" / "toy")
    shutil.copytree(HERE / "notebooks" / "toy", folder / "notebooks" / "toy")
    return folder / "cases" / "toy"


def problems(case: Path, *edits: Edit) -> tuple[str, ...]:
    """What a check says is wrong, without what would be right."""
    for name, old, new in edits:
        path = case.parents[1] / name if name.startswith("notebooks") else case / name
        words = path.read_text("utf-8")
        assert old in words
        path.write_text(words.replace(old, new, 1), encoding="utf-8", newline="")
    found = casefile.check(case).problems
    return tuple(f"{p.path}:{p.line}: {p.wrong}" for p in found)
