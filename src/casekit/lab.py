"""JupyterLab with the kit's settings on one case's notebooks.

Everything it is told lies in a private folder that goes when it ends: the user's own
Jupyter settings are neither read nor changed.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote

from casekit.errors import CasekitError
from casekit.furniture import furnish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casekit.frozen import Language

HOST = "127.0.0.1"
FIRST_PORT = 8888
LAST_PORT = 65535
PATIENCE = 120.0  # a cold start on an old laptop with a virus scanner takes a minute
FAREWELL = 10.0


def open_lab(  # noqa: PLR0913 - each says one thing that only the caller can know
    notebooks: Path,
    *,
    first: str,
    language: Language,
    data: Path,
    port: int | None,
    say: Callable[[str], object],
    browse: Callable[[str], object] | None,
) -> None:
    """Hold JupyterLab open on a folder until Ctrl-C, SIGTERM or its own "shut down".

    `port` is taken as told, or None for the first free one. `say` gets the full address
    once, when it answers; `browse` opens it (as `webbrowser.open` does).
    """
    if not (notebooks / first).is_file():
        raise CasekitError(f"there is no notebook {first!r} in {notebooks}")
    if port is not None:
        _check_free(port)
    with (
        TemporaryDirectory(prefix="casekit-", ignore_cleanup_errors=True) as folder,
        _asked_to_stop() as asked,
    ):
        home = Path(folder).resolve()
        furnish(home, language)
        token = secrets.token_hex(24)
        child = _start(home, notebooks.resolve(), port, _environment(home, data, token))
        server = None
        try:
            server = _await_answer(child, home, token, asked)
            if server is not None:
                # "doc", not "lab": one notebook at a time, and no side bar opens.
                address = f"{server.address}/doc/tree/{quote(first)}?token={token}"
                say(address)
                if browse is not None:
                    # A text browser would hold us until it is closed.
                    threading.Thread(
                        target=browse, args=(address,), daemon=True
                    ).start()
            while not asked and child.poll() is None:
                time.sleep(0.2)
            if not asked and child.returncode != 0:
                raise CasekitError(
                    f"JupyterLab ended by itself ({_last_words(home)}); "
                    "answers that were saved are safe; open the case again"
                )
        finally:
            _end(child, server)


@dataclass(frozen=True)
class Server:
    """A JupyterLab that answers on this computer."""

    port: int
    token: str

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def ask(self, method: str, path: str) -> int:
        """The status of the answer; `OSError` or `HTTPException` when there is none."""
        # No urllib: it would send this through the proxy of the institution.
        line = http.client.HTTPConnection(HOST, self.port, timeout=FAREWELL)
        try:
            line.request(method, path, headers={"Authorization": f"token {self.token}"})
            return line.getresponse().status
        finally:
            line.close()

    def answers(self) -> bool:
        try:
            return self.ask("GET", "/api/status") == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False

    def shut_down(self) -> None:
        """Ask the server to end its kernels and itself: on Windows the only way."""
        try:
            self.ask("POST", "/api/shutdown")
        except (OSError, http.client.HTTPException):
            return  # it is gone, or is made to go


def _environment(home: Path, data: Path, token: str) -> dict[str, str]:
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith("JUPYTER")
    }
    share = [str(home / "share"), os.environ.get("JUPYTER_PATH", "")]
    ours |= {
        "CASEKIT_DATA": str(data.resolve()),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_PATH": os.pathsep.join(filter(None, share)),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTER_TOKEN": token,  # not on the command line, which everyone can list
    }
    if "CASEKIT_CASES" in ours:
        ours["CASEKIT_CASES"] = str(Path(ours["CASEKIT_CASES"]).resolve())
    return ours


def _start(
    home: Path, notebooks: Path, port: int | None, environment: dict[str, str]
) -> subprocess.Popen[bytes]:
    settings = {
        "ServerApp.ip": HOST,
        "ServerApp.port": FIRST_PORT if port is None else port,
        "ServerApp.port_retries": 50 if port is None else 0,
        "ServerApp.allow_root": True,  # in a container there is often no one else
        "ServerApp.root_dir": notebooks,
        "ServerApp.open_browser": False,
        "ServerApp.terminals_enabled": False,
        "FileCheckpoints.checkpoint_dir": home / "checkpoints",
        "LabApp.app_settings_dir": home / "settings",
        "LabApp.user_settings_dir": home / "user-settings",
        "LabApp.workspaces_dir": home / "workspaces",
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
        "LabApp.custom_css": True,
    }
    with (home / "jupyterlab.log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
            [
                *(sys.executable, "-m", "jupyterlab"),
                *(f"--{name}={value}" for name, value in settings.items()),
            ],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            # Ctrl-C is for us alone: we then ask the server to end.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )


def _await_answer(
    child: subprocess.Popen[bytes], home: Path, token: str, asked: list[int]
) -> Server | None:
    """The server once it answers; None when asked to stop before that."""
    until = time.monotonic() + PATIENCE
    while not asked:
        if child.poll() is not None:
            raise CasekitError(
                f"JupyterLab did not start: {_last_words(home)}; "
                "if this returns, install the kit again"
            )
        if time.monotonic() > until:
            raise CasekitError(
                f"JupyterLab has not answered for {PATIENCE:.0f} seconds: "
                f"{_last_words(home)}; close other programs and open the case again"
            )
        for note in (home / "runtime").glob("jpserver-*.json"):
            try:
                server = Server(json.loads(note.read_text("utf-8"))["port"], token)
            except (OSError, ValueError):
                continue  # half written
            if server.answers():
                return server
        time.sleep(0.1)
    return None


def _last_words(home: Path) -> str:
    log = (home / "jupyterlab.log").read_text("utf-8", errors="replace")
    return next(
        (line.strip() for line in reversed(log.splitlines()) if line.strip()), ""
    )


def _end(child: subprocess.Popen[bytes], server: Server | None) -> None:
    """Ask the child to end; make it end when it does not."""
    ways = [child.terminate, child.kill]
    if server is not None:
        ways.insert(0, server.shut_down)
    for way in ways:
        way()
        try:
            child.wait(FAREWELL)
        except subprocess.TimeoutExpired:
            continue
        return


def _check_free(port: int) -> None:
    reason = f"ports go from 1 to {LAST_PORT}"
    if 1 <= port <= LAST_PORT:
        try:
            socket.create_server((HOST, port)).close()
        except OSError as error:
            reason = error.strerror or str(error)
        else:
            return
    raise CasekitError(
        f"port {port} cannot be used ({reason}); "
        "give --port another number, or leave it out to take a free one"
    )


@contextmanager
def _asked_to_stop() -> Iterator[list[int]]:
    """The signals to stop that have come so far; none of them interrupts anything."""
    asked: list[int] = []
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {
        number: signal.signal(number, lambda came, _: asked.append(came))
        for number in numbers
        if signal.getsignal(number) is not signal.SIG_IGN  # nohup means it
    }
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
