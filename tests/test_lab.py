from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from casekit.errors import CasekitError
from casekit.furniture import furnish, overrides, style
from casekit.lab import open_lab

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casekit.frozen import Language

SRC = Path(__file__).parents[1] / "src"
FIRST = "00_mulai.ipynb"
OPEN = """
import sys
from pathlib import Path
from casekit.errors import CasekitError
from casekit.lab import open_lab

try:
    open_lab(
        Path(sys.argv[1]),
        first=sys.argv[2],
        language=sys.argv[3],
        data=Path(sys.argv[4]),
        port=int(sys.argv[5]) or None,
        say=lambda address: print(address, flush=True),
        browse=None,
    )
except CasekitError as error:
    sys.exit(str(error))
"""


def write_notebook(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    notebook = {
        "cells": [
            {
                "cell_type": "markdown",
                "id": "hello",
                "metadata": {},
                "source": "# Selamat datang",
            }
        ],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    (folder / FIRST).write_text(json.dumps(notebook), encoding="utf-8")
    return folder


class OpenLab:
    """`open_lab` in a process of its own, with the address it said."""

    def __init__(
        self, folder: Path, private: Path, *, port: int = 0, hurry: bool = False
    ) -> None:
        private.mkdir()
        self.private = private
        self.child = subprocess.Popen(
            [
                *(sys.executable, "-c", OPEN, str(folder), FIRST, "id"),
                *(str(folder.parent / "jawaban"), str(port)),
            ],
            env={**os.environ, "PYTHONPATH": str(SRC), "TMPDIR": str(private)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.child.stdout is not None
        self.address = "" if hurry else self.child.stdout.readline().strip()
        self.parts = urlsplit(self.address)
        self.port = self.parts.port or 0
        self.token = parse_qs(self.parts.query).get("token", [""])[0]

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(
                method,
                path,
                body=None if body is None else json.dumps(body),
                headers={"Authorization": f"token {self.token}"},
            )
            answer = line.getresponse()
            words = answer.read()
            told = answer.headers.get("Content-Type", "")
        finally:
            line.close()
        return answer.status, json.loads(words) if "json" in told else words

    def end(self, number: int) -> int:
        self.child.send_signal(number)
        out, err = self.child.communicate(timeout=60)
        assert (out, err) == ("", "")
        return self.child.returncode

    def processes(self) -> list[str]:
        """Every process that was started with this room's private folder."""
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                mine = str(self.private).encode() in path.read_bytes()
            except OSError:
                continue
            if mine:
                found.append(path.parent.name)
        return found


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., OpenLab]]:
    labs: list[OpenLab] = []

    def start(*, port: int = 0, hurry: bool = False) -> OpenLab:
        folder = write_notebook(tmp_path / "id")
        private = tmp_path / f"private-{len(labs)}"
        labs.append(OpenLab(folder, private, port=port, hurry=hurry))
        return labs[-1]

    yield start
    for lab in labs:
        if lab.child.poll() is None:
            lab.child.terminate()
        lab.child.communicate(timeout=60)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_one_labelled_button_runs_the_notebook() -> None:
    tools = overrides("id")["@jupyterlab/notebook-extension:panel"]["toolbar"]

    shown = [tool for tool in tools if not tool.get("disabled")]

    assert [tool["label"] for tool in shown] == ["Jalankan semua"]
    assert shown[0]["args"]["commands"][0] == "notebook:run-all-cells"


def test_no_news_are_fetched_and_nothing_is_saved_over_the_notebook() -> None:
    settings = overrides("en")

    news = settings["@jupyterlab/apputils-extension:notification"]
    assert (news["fetchNews"], news["checkForUpdates"]) == ("false", False)
    assert settings["@jupyterlab/docmanager-extension:plugin"] == {"autosave": False}


@pytest.mark.parametrize(
    ("language", "locale", "menu"), [("id", "id_ID", "Berkas"), ("en", "default", None)]
)
def test_the_interface_speaks_the_language_of_the_notebooks(
    language: Language, locale: str, menu: str | None
) -> None:
    settings = overrides(language)

    assert settings["@jupyterlab/translation-extension:plugin"] == {"locale": locale}
    labels = [
        known.get("label")
        for known in settings["@jupyterlab/mainmenu-extension:plugin"]["menus"]
    ]
    assert menu is None or menu in labels
    assert ("Preparing" in style(language)) is (language == "en")


def test_the_kernel_is_this_very_python(tmp_path: Path) -> None:
    furnish(tmp_path, "id")

    kernel = json.loads((tmp_path / "share/kernels/python3/kernel.json").read_text())
    assert kernel["argv"][0] == sys.executable
    assert kernel["display_name"] in style("id")


def test_what_is_furnished_is_json_that_jupyterlab_reads(tmp_path: Path) -> None:
    furnish(tmp_path, "id")

    settings = tmp_path / "settings"
    assert json.loads((settings / "overrides.json").read_text()) == overrides("id")
    disabled = json.loads((settings / "page_config.json").read_text())
    assert disabled["disabledExtensions"]["@jupyterlab/shortcuts-extension:shortcuts"]


def no_one(address: str) -> None:
    pytest.fail(f"said {address}")


def test_a_missing_first_notebook_is_named(tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match=r"no notebook '09_tiada\.ipynb'"):
        open_lab(
            tmp_path,
            first="09_tiada.ipynb",
            language="id",
            data=tmp_path,
            port=None,
            say=no_one,
            browse=None,
        )


@pytest.mark.parametrize("port", ["taken", 65536])
def test_a_port_that_cannot_be_used_is_named_with_the_way_out(
    tmp_path: Path, port: int | str
) -> None:
    write_notebook(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as busy:
        number = busy.getsockname()[1] if isinstance(port, str) else port

        with pytest.raises(CasekitError, match=rf"port {number} .*--port"):
            open_lab(
                tmp_path,
                first=FIRST,
                language="id",
                data=tmp_path,
                port=number,
                say=no_one,
                browse=None,
            )


@pytest.mark.kernel
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_lab_answers_runs_a_kernel_and_leaves_nothing_behind(
    opened: Callable[..., OpenLab], number: int
) -> None:
    lab = opened(port=free_port())

    assert lab.address.startswith(f"http://127.0.0.1:{lab.port}/doc/tree/{FIRST}?")
    assert lab.ask("GET", "/api/status")[0] == 200
    assert b"JupyterLab" in lab.ask("GET", f"/doc/tree/{FIRST}")[1]
    status, session = lab.ask(
        "POST",
        "/api/sessions",
        {"path": FIRST, "name": "", "type": "notebook", "kernel": {"name": "python3"}},
    )
    assert status == 201
    until = time.monotonic() + 30
    while lab.ask("GET", f"/api/kernels/{session['kernel']['id']}")[0] != 200:
        assert time.monotonic() < until
    if Path("/proc").exists():
        assert len(lab.processes()) >= 3

    assert lab.end(number) == 0
    assert lab.processes() == []
    assert list(lab.private.iterdir()) == []
    socket.create_server(("127.0.0.1", lab.port)).close()


@pytest.mark.kernel
def test_a_lab_that_is_stopped_while_it_starts_leaves_nothing_behind(
    opened: Callable[..., OpenLab],
) -> None:
    lab = opened(hurry=True)
    until = time.monotonic() + 30
    while not list(lab.private.glob("*/jupyterlab.log")):
        assert time.monotonic() < until

    assert lab.end(signal.SIGTERM) == 0
    assert lab.processes() == []


@pytest.mark.kernel
def test_two_labs_take_two_ports(opened: Callable[..., OpenLab]) -> None:
    one, two = opened(), opened()

    assert one.port != two.port
    assert {lab.ask("GET", "/api/status")[0] for lab in (one, two)} == {200}


@pytest.mark.kernel
def test_opening_a_notebook_writes_nothing_beside_it(
    opened: Callable[..., OpenLab], tmp_path: Path
) -> None:
    lab = opened()

    assert lab.ask("POST", f"/api/contents/{FIRST}/checkpoints")[0] == 201
    assert [path.name for path in (tmp_path / "id").iterdir()] == [FIRST]


@pytest.mark.kernel
def test_shutting_down_from_the_page_ends_the_command(
    opened: Callable[..., OpenLab],
) -> None:
    lab = opened()

    assert lab.ask("POST", "/api/shutdown")[0] == 200
    assert lab.child.wait(30) == 0


@pytest.mark.kernel
def test_a_broken_installation_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(tmp_path / "id")
    (tmp_path / "broken" / "jupyterlab").mkdir(parents=True)
    (tmp_path / "broken" / "jupyterlab" / "__init__.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "broken"))

    with pytest.raises(CasekitError, match=r"did not start: .*jupyterlab.*; if this"):
        open_lab(
            tmp_path / "id",
            first=FIRST,
            language="id",
            data=tmp_path,
            port=None,
            say=no_one,
            browse=None,
        )
