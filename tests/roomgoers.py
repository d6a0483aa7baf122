"""Who comes into a class's room in a test: the room, and callers on the wire."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

import websocket

if TYPE_CHECKING:
    from types import TracebackType

CASES = Path(__file__).parent / "cases"
SRC = Path(__file__).parents[1] / "src"
PATIENCE = 120.0  # seconds; the machine may be busy
KERNEL = re.compile(r'"kernelId": ?"([\w-]+)"')
PROTOCOL = "v1.kernel.websocket.jupyter.org"


def surroundings(cases: Path = CASES) -> dict[str, str]:
    """What a server of ours is started with, wherever the tests were started."""
    return {**os.environ, "CASEKIT_CASES": str(cases), "PYTHONPATH": str(SRC)}


class ClassRoom:
    """`casekit class toy` in a process of its own, ready when entered."""

    def __init__(self, home: Path, *words: str, cases: Path = CASES) -> None:
        self.home, self.words, self.cases = home, words, cases
        self.data = home / "answers"

    def __enter__(self) -> Self:
        self.home.mkdir(parents=True, exist_ok=True)
        self._out = self.home / "out.txt"
        self._err = self.home / "err.txt"
        with self._out.open("ab") as out, self._err.open("ab") as err:
            start = self._out.stat().st_size
            self.child = subprocess.Popen(
                [
                    *(sys.executable, "-m", "casekit.cli", "class", "toy", "--json"),
                    *("--data", str(self.data), *self.words),
                ],
                env=surroundings(self.cases),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )
        end = time.monotonic() + PATIENCE
        while not (told := self._out.read_text("utf-8")[start:]).endswith("\n"):
            if self.child.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"the room did not open:\n{self.log}")
            time.sleep(0.05)
        self.addresses: dict[str, str] = json.loads(told)
        self.code = self.addresses["code"]
        self.port = int(self.addresses["learners"].rstrip("/").rpartition(":")[2])
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.child.poll() is None:
            self.end()

    @property
    def log(self) -> str:
        return self._out.read_text("utf-8") + self._err.read_text("utf-8")

    def end(self, number: int = signal.SIGTERM) -> int:
        self.child.send_signal(number)
        return self.child.wait(60)

    def secret(self, role: str) -> str:
        return self.addresses[role].rpartition("/")[2]

    def kernels(self) -> list[int]:
        """The processes that were told this class's folder, and are no server."""
        found = []
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                told = path.read_bytes().split(b"\0")
                command = path.with_name("cmdline").read_bytes()
            except OSError:
                continue
            if f"CASEKIT_DATA={self.data}".encode() in told and b"ipykernel" in command:
                found.append(int(path.parent.name))
        return found


class Caller:
    """A browser without a face: it keeps cookies and follows nothing by itself."""

    def __init__(self, room: ClassRoom) -> None:
        self.room = room
        self.cookies: dict[str, str] = {}
        self.headers: dict[str, str] = {}

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | str | None = None,
        **headers: str,
    ) -> Reply:
        line = http.client.HTTPConnection("127.0.0.1", self.room.port, timeout=PATIENCE)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            told["Cookie"] = self.cookie()
        if body is not None and "Content-Type" not in told:
            told["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.putrequest(method, path, skip_accept_encoding=True)
            sent = body.encode() if isinstance(body, str) else body
            if sent is not None:
                told.setdefault("Content-Length", str(len(sent)))
            for name, value in told.items():
                line.putheader(name, value)
            line.endheaders(sent)
            answer = line.getresponse()
            reply = Reply(answer.status, answer.headers, answer.read().decode())
        finally:
            line.close()
        for morsel in SimpleCookie("; ".join(reply.told("Set-Cookie"))).values():
            self.cookies[morsel.key] = morsel.value
        return reply

    def cookie(self) -> str:
        return "; ".join(f'{name}="{value}"' for name, value in self.cookies.items())

    def get(self, path: str, **headers: str) -> Reply:
        return self.ask("GET", path, **headers)

    def join(self, code: str | None = None) -> Reply:
        return self.post("/join", code=self.room.code if code is None else code)

    def resume(self, key: str) -> Reply:
        return self.post("/resume", key=key)

    def post(self, path: str, **fields: str) -> Reply:
        return self.ask("POST", path, urlencode(fields))

    def seat(self) -> tuple[str, str]:
        """The seat and the key, as the page tells them."""
        page = self.get("/seat").body
        seat = re.search(r'class="room-large">([\w-]+)<', page)
        key = re.search(r'class="room-own">([\w-]+)<', page)
        assert seat is not None
        assert key is not None
        return seat[1], key[1]

    def open_part(self, stem: str = "00_dermaga") -> str:
        """Read a part's page to its end; the kernel that runs it."""
        page = self.get(f"/part/{stem}")
        assert page.status == 200
        found = KERNEL.search(page.body)
        assert found is not None
        return found[1]

    def wire(self, kernel: str, **more: Any) -> websocket.WebSocket:  # noqa: ANN401
        more.setdefault("cookie", self.cookie())
        return websocket.create_connection(
            f"ws://127.0.0.1:{self.room.port}/api/kernels/{kernel}/channels"
            "?session_id=one",
            timeout=20,
            subprotocols=[PROTOCOL],
            **more,
        )


class Reply:
    def __init__(
        self, status: int, headers: http.client.HTTPMessage, body: str
    ) -> None:
        self.status, self.headers, self.body = status, headers, body

    def told(self, name: str) -> list[str]:
        return self.headers.get_all(name) or []

    @property
    def to(self) -> str:
        return self.headers.get("Location", "")

    @property
    def json(self) -> Any:  # noqa: ANN401
        return json.loads(self.body)


def frame(kind: str, content: dict[str, Any], *, channel: str = "shell") -> bytes:
    """A kernel message as a page sends it (protocol v1)."""
    header = {
        "msg_id": os.urandom(8).hex(),
        "msg_type": kind,
        "session": "one",
        "username": "",
        "date": "2019-05-16T10:42:00Z",
        "version": "5.2",
    }
    parts = [channel.encode()]
    parts += [json.dumps(each).encode() for each in (header, {}, {}, content)]
    ends = [8 * (len(parts) + 2)]
    for part in parts:
        ends.append(ends[-1] + len(part))
    head = b"".join(n.to_bytes(8, "little") for n in (len(ends), *ends))
    return head + b"".join(parts)
