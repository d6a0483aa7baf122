"""What a notebook's kernel costs in memory and processor time, against a bare one.

`python benchmarks/kernel_cost.py [--rounds 3]`

The bare kernel has run `import ipywidgets` and shows one Button. Kernels take turns and
are asked from outside: USS (the memory that ends with the process; Linux tells it in
/proc, so Linux only) and the processor time since the process began. Then the stages
of one kernel, each as a cell of its own.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from jupyter_client.manager import start_new_kernel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jupyter_client.blocking.client import BlockingKernelClient

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks" / "makassar" / "id"
STEMS = ("00_orientasi", "01_bukti")
PATIENCE = 120.0
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 0
BARE = ("import ipywidgets", "ipywidgets.Button(description='Simpan')")
OPEN = """\
from casekit import open_case
desk = open_case("makassar")
questions = [q for s in desk.case.sections for q in s.questions]
"""
SIMULATE = """\
policy = simulator.policy
levers = {lever.id: lever.default for lever in policy.levers}
predicted = {measure.id: measure.least for measure in policy.predict}
value = {"levers": levers, "predicted": predicted}
desk.learner.commit(policy, id="one", value=value)
simulator.run()
"""
STAGES = (
    ("an empty kernel", "None"),
    ("import ipywidgets, one Button", "\n".join(BARE)),
    ("import pydantic, yaml", "import pydantic, yaml"),
    ("import casekit.desk", "import casekit.desk"),
    ("open_case", OPEN),
    ("the first question card", "desk.ask(questions[0].id)"),
    ("the other question cards", "display(*[desk.ask(q.id) for q in questions[1:]])"),
    ("a simulator's card", "simulator = desk.simulate('wall-room')"),
    ("an exhibit without a picture", "desk.show('corroboration')"),
    ("the first chart", "desk.show('days-before')"),
    ("the same chart again", "desk.show('days-before')"),
    ("the sources", "desk.sources('01_bukti')"),
    ("the simulator run", SIMULATE),
)
HEAVY = "import sys; [m for m in ('matplotlib', 'numpy', 'PIL') if m in sys.modules]"

Cost = tuple[float, float]  # megabytes, seconds


@contextmanager
def kernel(data: Path) -> Iterator[tuple[BlockingKernelClient, int]]:
    """A kernel with an empty journal, and the number of its process."""
    manager, client = start_new_kernel(
        kernel_name="python3",
        cwd=str(NOTEBOOKS),
        env={**os.environ, "CASEKIT_DATA": str(data)},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield client, int(run(client, "import os; os.getpid()"))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def run(client: BlockingKernelClient, code: str) -> str:
    """Run a cell; the text it shows."""
    told: list[str] = []

    def hear(message: dict[str, dict[str, dict[str, str]]]) -> None:
        if data := message["content"].get("data"):
            told.append(data.get("text/plain", ""))

    reply = client.execute_interactive(
        code, timeout=PATIENCE, output_hook=hear, store_history=False
    )
    if reply["content"]["status"] != "ok":
        raise SystemExit(f"{code}: {reply['content']['evalue']}")
    return " ".join(told)


def cost(pid: int) -> Cost:
    memory = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    own = sum(int(line.split()[1]) for line in memory if line.startswith("Private_"))
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return own / 1024, (int(fields[11]) + int(fields[12])) / TICKS


def cells(stem: str) -> list[str]:
    book = nbformat.read(NOTEBOOKS / f"{stem}.ipynb", as_version=4)
    return [cell.source for cell in book.cells if cell.cell_type == "code"]


def whole(codes: Sequence[str]) -> Cost:
    with tempfile.TemporaryDirectory() as data, kernel(Path(data)) as (client, pid):
        for code in codes:
            run(client, code)
        return cost(pid)


def staged() -> list[tuple[Cost, str]]:
    """What each stage adds, and which heavy modules are loaded after it."""
    found = []
    with tempfile.TemporaryDirectory() as data, kernel(Path(data)) as (client, pid):
        before: Cost = (0.0, 0.0)
        for _, code in STAGES:
            run(client, code)
            now = cost(pid)
            added = (now[0] - before[0], now[1] - before[1])
            found.append((added, run(client, HEAVY)))
            before = cost(pid)
    return found


def median(costs: Sequence[Cost]) -> Cost:
    memory, seconds = zip(*costs, strict=True)
    return statistics.median(memory), statistics.median(seconds)


def spread(amounts: Sequence[float]) -> str:
    return f"{min(amounts):.2f} – {max(amounts):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="A kernel's cost, as ratios.")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    if sys.platform != "linux":
        raise SystemExit("only Linux tells what this asks for")
    notebooks = {"bare": list(BARE)} | {stem: cells(stem) for stem in STEMS}
    costs: dict[str, list[Cost]] = {name: [] for name in notebooks}
    stages = []
    for _ in range(rounds):
        for name, codes in notebooks.items():
            costs[name].append(whole(codes))
        stages.append(staged())
    print(f"medians of {rounds} interleaved rounds; in brackets the range of the ratio")
    print(f"{'ratio':>5}  {'USS, MB':>7}  {'ratio':>5}  {'CPU, s':>6}")
    base = median(costs["bare"])
    for name, taken in costs.items():
        middle = median(taken)
        pairs = list(zip(taken, costs["bare"], strict=True))
        memory = [one[0] / other[0] for one, other in pairs]
        seconds = [one[1] / other[1] for one, other in pairs]
        print(
            f"{middle[0] / base[0]:5.2f}  {middle[0]:7.1f}  "
            f"{middle[1] / base[1]:5.2f}  {middle[1]:6.2f}  {name}  "
            f"[{spread(memory)}; {spread(seconds)}]"
        )
    print("\nwhat each stage adds, as a share of the bare kernel")
    for place, (name, _) in enumerate(STAGES):
        middle = median([found[place][0] for found in stages])
        heavy = stages[-1][place][1].strip("[]").replace("'", "") or "–"
        print(
            f"{middle[0] / base[0]:5.2f}  {middle[0]:7.1f}  "
            f"{middle[1] / base[1]:5.2f}  {middle[1]:6.2f}  {name}; loaded: {heavy}"
        )


if __name__ == "__main__":
    main()
