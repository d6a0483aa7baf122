"""The instructor's line to her room: who is here, and who is to talk with whom.

Her kernel asks the server on its own computer: without a thread, and past any proxy.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import quote, urlsplit

from casekit.errors import RoomError

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 256 * 1024  # bytes of an answer; a thousand seats take fifty thousand
PATIENCE = 5.0  # seconds
DONE, REFUSED = 200, 409


class Crowd(NamedTuple):
    """How many have joined, and the page of how many is open and asks."""

    joined: int
    connected: int


class Intercom:
    """Asks the room at `address`, such as http://127.0.0.1:8800."""

    def __init__(self, address: str, *, secret: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._secret = secret

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Self | None:
        """The line that a kernel was given; None where there is no room."""
        address, secret = told.get("CASEKIT_ROOM"), told.get("CASEKIT_ROOM_SECRET")
        return cls(address, secret=secret) if address and secret else None

    async def crowd(self) -> Crowd:
        """How many are here.

        Raises:
            RoomError: the room does not answer; so for all that is asked here.
        """
        _, told = await self._ask("/room/state")
        return Crowd(told["joined"], told["connected"])

    async def seats(self) -> tuple[str, ...]:
        """The seats whose page is open."""
        _, told = await self._ask("/room/seats")
        return tuple(each["seat"] for each in told["seats"] if each["connected"])

    async def group(self, question: str, *, size: int) -> bool:
        """Have groups of a question's vote put on the stage, with all who came since.

        False where the room makes none: too few have answered.
        """
        path = f"/room/groups?question={quote(question, safe='')}&size={size}"
        status, _ = await self._ask(path)
        return status == DONE

    async def _ask(self, path: str) -> tuple[int, Any]:
        try:
            async with asyncio.timeout(PATIENCE):
                told = await self._exchange(path)
            head, _, body = told.partition(b"\r\n\r\n")
            status = int(head.split(None, 2)[1])
            if status not in {DONE, REFUSED}:
                raise RoomError(f"the room answered {status} to {path!r}")
            return status, json.loads(body)
        except (OSError, TimeoutError, ValueError, IndexError):
            raise RoomError(
                "the room does not answer; answers are safe, and it is asked again"
            ) from None

    async def _exchange(self, path: str) -> bytes:
        """One request in HTTP/1.0, whose answer ends with the connection."""
        reader, writer = await asyncio.open_connection(
            self._host, self._port, limit=LARGEST
        )
        try:
            writer.write(
                f"GET {path} HTTP/1.0\r\n"
                f"Host: {self._host}:{self._port}\r\n"
                f"Authorization: Bearer {self._secret}\r\n\r\n".encode()
            )
            await writer.drain()
            told = b""
            while len(told) <= LARGEST and (more := await reader.read(LARGEST)):
                told += more
            return told
        finally:
            writer.close()
