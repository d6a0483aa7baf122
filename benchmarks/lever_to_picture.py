"""From a lever moved to its picture redrawn, in a live kernel, against a bare redraw.

`python benchmarks/lever_to_picture.py [--rounds 20]`

One kernel holds the three simulators of the Makassar case, run and ready. As a page
would, it is told that a lever's list has changed, and the time runs until the new
picture leaves for the page. The bare redraw is a list of ipywidgets whose handler draws
two plain lines with matplotlib, as large, and sends them as HTML: no model, no table.
They take turns. (What the browser then needs to show an image is the same for both.)
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING, Any

from jupyter_client.manager import start_new_kernel

if TYPE_CHECKING:
    from jupyter_client.blocking.client import BlockingKernelClient

SIMULATORS = ("wall-room", "sombere-galeri", "rotation")
GOAL = 150  # milliseconds
PATIENCE = 60.0

SET_UP = """\
import base64, io, json, uuid
from ipywidgets import HTML, Dropdown
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from casekit import open_case
from casekit.charts import DPI, WIDTH

desk = open_case("makassar")
cards = {}
for name in %r:
    card = desk.simulate(name)
    setting = {lever.id: lever.default for lever in card.policy.levers}
    predicted = {measure.id: measure.least for measure in card.policy.predict}
    value = {"levers": setting, "predicted": predicted}
    desk.learner.commit(card.policy, id=uuid.uuid4().hex, value=value)
    card.run()
    cards[name] = card
"""

READY = """\
places = {}
for name, card in cards.items():
    lever = card.bench.levers[card.policy.levers[0].id].control
    picture = card.bench.frames[0].picture
    places[name] = (lever.model_id, picture.model_id, len(lever.options))

bare, drawn = Dropdown(options=list(range(9))), HTML()


def redraw(_):
    figure = Figure(figsize=(WIDTH, 4.0), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for line in (1, 2):
        axes.plot([line * bare.value * x for x in range(60)])
    png = io.BytesIO()
    figure.savefig(png, format="png")
    code = base64.b64encode(png.getvalue()).decode()
    drawn.value = f'<img src="data:image/png;base64,{code}">'


bare.observe(redraw, names="value")
places["bare"] = (bare.model_id, drawn.model_id, len(bare.options))
print(json.dumps(places))
"""


def run(client: BlockingKernelClient, code: str) -> str:
    """Run a cell; what it prints."""
    told: list[str] = []

    def hear(message: dict[str, Any]) -> None:
        told.append(message["content"].get("text", ""))

    reply = client.execute_interactive(code, timeout=PATIENCE, output_hook=hear)
    if reply["content"]["status"] != "ok":
        raise SystemExit(f"{reply['content']['ename']}: {reply['content']['evalue']}")
    return "".join(told)


def move(
    client: BlockingKernelClient, lever: str, picture: str, index: int
) -> tuple[float, float]:
    """Milliseconds from the page's word to its first picture, and until all is told."""
    state = {"method": "update", "state": {"index": index}, "buffer_paths": []}
    message = client.session.msg("comm_msg", {"comm_id": lever, "data": state})
    begun = time.perf_counter()
    client.shell_channel.send(message)
    redrawn = 0.0
    while True:
        heard = client.get_iopub_msg(timeout=PATIENCE)
        now = (time.perf_counter() - begun) * 1000
        content = heard["content"]
        if content.get("comm_id") == picture and "value" in content["data"].get(
            "state", {}
        ):
            redrawn = now
        if (
            heard["msg_type"] == "status"
            and content["execution_state"] == "idle"
            and heard["parent_header"].get("msg_id") == message["header"]["msg_id"]
        ):
            if not redrawn:
                raise SystemExit("the picture was not redrawn")
            return redrawn, now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    taken: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as data:
        manager, client = start_new_kernel(
            kernel_name="python3",
            env={**os.environ, "CASEKIT_DATA": data},
            stderr=subprocess.DEVNULL,
        )
        try:
            run(client, SET_UP % (SIMULATORS,))
            places = json.loads(run(client, READY))
            for turn in range(rounds + 1):
                for name, (lever, picture, settings) in places.items():
                    times = move(client, lever, picture, (turn + 1) % settings)
                    if turn:  # the first warms up
                        taken.setdefault(name, []).append(times)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    bare = statistics.median(drawn for drawn, _ in taken["bare"])
    print(f"{'simulator':16} {'picture':>9} {'all told':>9} {'ratio to bare':>14}")
    for name, each in taken.items():
        first = statistics.median(drawn for drawn, _ in each)
        last = statistics.median(told for _, told in each)
        print(f"{name:16} {first:6.0f} ms {last:6.0f} ms {first / bare:14.2f}")
    print(f"goal: a picture within {GOAL} ms")


if __name__ == "__main__":
    main()
