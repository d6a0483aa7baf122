"""The desk asks its room, and says plainly when the room does not answer."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest

from casekit import intercom
from casekit.errors import RoomError
from casekit.intercom import Crowd, Intercom

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

STATE = b'{"code": "CDFHJK", "joined": 12, "connected": 10}'
SEATS = (
    b'{"seats": [{"seat": "ANOA-27", "connected": true},'
    b' {"seat": "YAKI-11", "connected": false}]}'
)


def answer(body: bytes, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nX: y\r\n\r\n".encode() + body


def asked(reply: bytes, ask: Callable[[Intercom], Awaitable[Any]]) -> tuple[Any, bytes]:
    """What a line to a room that so replies gives, and what the room heard."""
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(reply)
        await writer.drain()
        writer.close()

    async def talk() -> Any:  # noqa: ANN401
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        line = Intercom(f"http://127.0.0.1:{port}", secret="s")
        async with server:
            return await ask(line)

    told = asyncio.run(talk())
    return told, b"".join(heard)


def test_the_room_counts_who_is_here() -> None:
    crowd, heard = asked(answer(STATE), lambda line: line.crowd())

    assert crowd == Crowd(joined=12, connected=10)
    assert heard.startswith(b"GET /room/state ")
    assert b"\r\nAuthorization: Bearer s\r\n" in heard


def test_the_seats_are_those_whose_page_is_open() -> None:
    seats, _ = asked(answer(SEATS), lambda line: line.seats())

    assert seats == ("ANOA-27",)


@pytest.mark.parametrize(("status", "made"), [("200 OK", True), ("409 No", False)])
def test_the_room_makes_groups_or_refuses(status: str, made: object) -> None:
    told, heard = asked(answer(b"{}", status), lambda line: line.group("a&b", size=3))

    assert told is made
    assert heard.startswith(b"GET /room/groups?question=a%26b&size=3 ")


@pytest.mark.parametrize(
    "reply",
    [b"", b"?", answer(b"<html>"), answer(STATE, "404 Not Found"), answer(b"{")],
)
def test_what_is_no_answer_is_told_as_silence(reply: bytes) -> None:
    with pytest.raises(RoomError, match="the room"):
        asked(reply, lambda line: line.crowd())


def test_an_answer_without_an_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intercom, "LARGEST", 1024)

    with pytest.raises(RoomError):
        asked(answer(b"[" + b"0," * 4096), lambda line: line.crowd())


def test_a_room_that_is_gone_or_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intercom, "PATIENCE", 0.1)

    async def wait(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.2)
        writer.close()

    async def hang() -> None:
        server = await asyncio.start_server(wait, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        line = Intercom(f"http://127.0.0.1:{port}", secret="s")
        with pytest.raises(RoomError, match="does not answer"):
            await line.crowd()
        await asyncio.sleep(0.2)
        server.close()
        with pytest.raises(RoomError, match="does not answer"):
            await line.crowd()

    asyncio.run(hang())


def test_asking_takes_no_thread_and_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:9")
    before = threading.active_count()

    crowd, _ = asked(answer(STATE), lambda line: line.crowd())

    assert crowd == Crowd(12, 10)
    assert threading.active_count() == before


def test_without_a_room_there_is_no_line() -> None:
    told = {"CASEKIT_ROOM": "http://127.0.0.1:8800", "CASEKIT_ROOM_SECRET": "s"}

    assert Intercom.of({}) is None
    assert Intercom.of(told | {"CASEKIT_ROOM_SECRET": ""}) is None
    assert Intercom.of(told) is not None
