"""Who comes into a test: a server, a notebook of every question, a visitor."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Literal

import nbformat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Locator, Page, WebSocket

    from casekit.case import Case
    from casekit.frozen import Language

Host = Literal["lab", "voila"]
PATIENCE = 60_000  # milliseconds; the machine may be busy
RUN_ALL = {"id": "Jalankan semua", "en": "Run all"}
COMMIT = {"id": "Simpan dan kunci", "en": "Save and lock"}
OPEN = {"id": "Buka", "en": "Open"}
SAVED = {"id": re.compile(r"Tersimpan pukul \d\d\.\d\d dan terkunci"),
         "en": re.compile(r"Saved at \d\d:\d\d and locked")}  # fmt: skip


def every_card(case: Case) -> list[str]:
    """Cells that ask every question of a case and show all the rest."""
    lines = [f"desk.ask({q.id!r})" for s in case.sections for q in s.questions]
    lines += [f"desk.show({e.id!r})" for e in case.exhibits if e.after is None]
    lines += [f"desk.reveal({r.id!r})" for s in case.sections for r in s.reveals]
    lines += [f"desk.rubric({s.stem!r})" for s in case.sections]
    lines += [f"desk.sources({s.stem!r})" for s in case.sections]
    return lines


def write_notebook(
    path: Path,
    case: Case,
    language: Language,
    data: Path | None,
    cells: Sequence[str] = (),
) -> None:
    """A notebook of these cells, and of where its answers are.

    `data` is their folder; None leaves that to the server.
    """
    chosen = f"import os\nos.environ['CASEKIT_DATA'] = {str(data)!r}\n" if data else ""
    start = (
        f"{chosen}from casekit import open_case\n"
        f"desk = open_case({case.slug!r}, language={language!r})"
    )
    book = nbformat.v4.new_notebook()
    book.cells = [
        nbformat.v4.new_code_cell(cell) for cell in (start, *cells, "desk.where()")
    ]
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(book), encoding="utf-8")


@contextmanager
def serving(
    command: list[str], folder: Path, **variables: str
) -> Iterator[Iterator[str]]:
    """A server of ours in a child process, with what it prints; ended at the end."""
    log = folder / "server.log"
    with log.open("wb") as out:
        child = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=folder,
            env={**os.environ, **variables},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _lines(log, child)
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait(30)


def _lines(log: Path, child: subprocess.Popen[bytes]) -> Iterator[str]:
    end = time.monotonic() + PATIENCE / 1000
    told = 0
    while time.monotonic() < end:
        lines = log.read_text("utf-8", "replace").splitlines()
        yield from lines[told:]
        told = len(lines)
        if child.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"the server said nothing more:\n{log.read_text('utf-8')}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


class Visitor:
    """A learner in front of one notebook page, in JupyterLab or in Voilà."""

    def __init__(
        self, page: Page, address: str, host: Host, language: Language
    ) -> None:
        self.page, self.address, self.host, self.language = (
            page,
            address,
            host,
            language,
        )
        self.heard: list[str] = []  # every message that the room sent to this page
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        def hear(frame: str | bytes) -> None:
            told = (
                frame.decode("utf-8", "replace") if isinstance(frame, bytes) else frame
            )
            self.heard.append(told)

        socket.on("framereceived", hear)

    def knows(self, words: str) -> bool:
        """Whether words stand on the page, in its source, or in a message to it."""
        plain = json.dumps(words, ensure_ascii=False)[1:-1]
        told = (*self.heard, self.page.content())
        return any(w in text for text in told for w in (words, plain, escape(words)))

    def come_in(self) -> None:
        """Open the page and run it, until its last card stands there."""
        self.page.goto(self.address)
        if self.host == "lab":
            self.run_all()
        self.page.locator(".casekit").last.wait_for(timeout=PATIENCE)
        self.page.get_by_text(
            re.compile("Tempat jawaban|Where your answers")
        ).last.wait_for(timeout=PATIENCE)

    def run_all(self) -> None:
        button = self.page.get_by_role("button", name=RUN_ALL[self.language])
        button.click(timeout=PATIENCE)

    def restart_kernel(self) -> None:
        """End the kernel; its cards are dead until the notebook runs again."""
        token = self.page.url.partition("token=")[2]
        self.page.evaluate(
            """async token => {
              const ask = (path, method) => fetch(path, {method,
                headers: {Authorization: 'token ' + token}});
              const kernels = await (await ask('/api/kernels', 'GET')).json();
              for (const kernel of kernels)
                await ask('/api/kernels/' + kernel.id + '/restart', 'POST');
            }""",
            token,
        )

    def card(self, ask: str) -> Locator:
        return self.page.locator(".casekit").filter(has_text=ask).last

    def commit(self, card: Locator) -> None:
        card.get_by_role("button", name=COMMIT[self.language]).click()

    def state(self, card: Locator) -> Locator:
        return card.get_by_role("status")
