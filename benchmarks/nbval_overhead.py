"""What comparing every output adds: `pytest --nbval` against nbclient.

`python benchmarks/nbval_overhead.py [--rounds 3]`

Each runs the notebooks of the Makassar case in one process, with the same environment
and an empty journal, and pays for its own start; they take turns. They run on a copy
whose outputs were stored afresh, so that a case in the middle of an edit does not fail.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from casekit.faircopy import KERNEL_WARNINGS

ROOT = Path(__file__).resolve().parents[1]
SLUG = "makassar"
GOAL = 1.3
EXECUTE = """\
import sys
from pathlib import Path
import nbformat
from nbclient import NotebookClient

for name in sys.argv[1:]:
    book = nbformat.read(name, as_version=4)
    NotebookClient(book, kernel_name="python3").execute(cwd=str(Path(name).parent))
"""
# What the kit's tests bring along and what a notebook does not ask for.
WITHOUT = ("cacheprovider", "hypothesispytest", "pytest_cov", "anyio", "doctest")


def commands(notebooks: list[Path]) -> dict[str, list[str]]:
    names = [str(path) for path in notebooks]
    nbval = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull]
    nbval += [*names, "--nbval", "--nbval-kernel-name", "python3", "--rootdir", "."]
    lean = [*nbval, *(f"-pno:{name}" for name in WITHOUT)]
    return {
        "nbclient": [sys.executable, "-c", EXECUTE, *names],
        "pytest --nbval": nbval,
        "the same without other plug-ins": lean,
    }


def processors() -> float:
    """Seconds of processor time of all processes that this one has waited for."""
    spent = os.times()
    return spent.children_user + spent.children_system


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds by the clock and of the processors, kernels too; it must succeed."""
    with tempfile.TemporaryDirectory() as data:
        environment = {
            **os.environ,
            "CASEKIT_CASES": str(folder / "casefiles"),
            "CASEKIT_DATA": data,
            "PYTHONWARNINGS": KERNEL_WARNINGS,
        }
        begun, before = time.perf_counter(), processors()
        ended = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False
        )
        taken = time.perf_counter() - begun, processors() - before
    if ended.returncode:
        raise SystemExit((ended.stdout + ended.stderr).decode("utf-8", "replace"))
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description="nbval against nbclient, as a ratio.")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    taken: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("casefiles", "notebooks"):
            shutil.copytree(ROOT / part / SLUG, folder / part / SLUG)
        run([sys.executable, "-m", "casekit.cli", "run", SLUG], folder)
        notebooks = sorted((folder / "notebooks").rglob("*.ipynb"))
        runs = commands(notebooks)
        names = list(runs)
        for turn in range(rounds):
            first = turn % len(names)  # each comes first in its turn
            for told in names[first:] + names[:first]:
                taken.setdefault(told, []).append(run(runs[told], folder))
    print(f"{len(notebooks)} notebooks, {rounds} interleaved rounds; goal ≤ {GOAL}")
    print(f"{'ratio':>5}  {'median':>6}  {'quartiles, s':13}  {'ratio':>5}  CPU, s")
    base = [statistics.median(times) for times in zip(*taken["nbclient"], strict=True)]
    for told in names:
        clock, cpu = zip(*taken[told], strict=True)
        low, middle, high = statistics.quantiles(clock, method="inclusive")
        spent = statistics.median(cpu)
        print(
            f"{middle / base[0]:5.2f}  {middle:6.2f}  {low:5.2f} – {high:5.2f}  "
            f"{spent / base[1]:5.2f}  {spent:6.2f}  {told}"
        )


if __name__ == "__main__":
    main()
