"""What comparing every output adds: `pytest --nbval` against nbclient.

`python benchmarks/nbval_overhead.py [--rounds 3]`

Both run the same notebooks (the case's own, run afresh into a temporary folder so that
a half-edited case does not fail) as one process with the same environment and an empty
journal; each pays for its own start. They take turns.
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

from casekit.faircopy import KERNEL_WARNINGS, fair_copy

ROOT = Path(__file__).resolve().parents[1]
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


def seconds(command: list[str], folder: Path) -> float:
    with tempfile.TemporaryDirectory() as data:
        environment = {
            **os.environ,
            "CASEKIT_DATA": data,
            "PYTHONWARNINGS": KERNEL_WARNINGS,
        }
        begun = time.perf_counter()
        ended = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False
        )
        taken = time.perf_counter() - begun
    if ended.returncode:
        raise SystemExit((ended.stdout + ended.stderr).decode("utf-8", "replace"))
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description="nbval against nbclient, as a ratio.")
    parser.add_argument("--rounds", type=int, default=4)
    rounds = parser.parse_args().rounds
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "notebooks" / "makassar", folder / "makassar")
        notebooks = sorted((folder / "makassar").rglob("*.ipynb"))
        for number, path in enumerate(notebooks):
            fair_copy(path, data=folder / f"data-{number}")
        runs = commands(notebooks)
        for _ in range(rounds):
            for told, command in runs.items():
                taken.setdefault(told, []).append(seconds(command, folder))
    peer = taken["nbclient"]
    print(f"{len(notebooks)} notebooks, {rounds} interleaved rounds; goal ≤ {GOAL}")
    print(f"{'ratio':>5}  {'median':>6}  range, s")
    for told, times in taken.items():
        ratio = statistics.median(times) / statistics.median(peer)
        print(
            f"{ratio:5.2f}  {statistics.median(times):6.2f}  "
            f"{min(times):.2f} – {max(times):.2f}  {told}"
        )


if __name__ == "__main__":
    main()
