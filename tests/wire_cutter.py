"""A wire between a browser and the room that can be cut: a TCP proxy, and nothing more.

Offline in a browser does not cut an open websocket; this does.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

Got = TypeVar("Got")
LARGEST = 65536  # bytes at a time


class Wire:
    """Carries bytes both ways between a port of its own and another on this computer.

    Cut, nothing passes and nothing is refused, as when the Wi-Fi goes. Mended, what
    waited goes on, as TCP has it after a short cut; torn, every connection is lost with
    all that was under way, as after a long one, or when a device changes its network.
    """

    def __init__(self, to: int) -> None:
        self._to = to
        self._loop = asyncio.new_event_loop()
        self._whole = asyncio.Event()
        self._ends: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._whole.set()
        self._thread.start()
        self.port = self._do(self._listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def cut(self) -> None:
        self._loop.call_soon_threadsafe(self._whole.clear)

    def mend(self) -> None:
        self._loop.call_soon_threadsafe(self._whole.set)

    def tear(self) -> None:
        self._do(self._tear())

    def _do(self, what: Coroutine[None, None, Got]) -> Got:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result(10)

    async def _listen(self) -> int:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def _tear(self) -> None:
        for end in tuple(self._ends):
            end.transport.abort()

    async def _close(self) -> None:
        self._server.close()
        await self._tear()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _carry(
        self, near: asyncio.StreamReader, near_end: asyncio.StreamWriter
    ) -> None:
        self._ends.add(near_end)
        with suppress(OSError, asyncio.CancelledError):
            far, far_end = await asyncio.open_connection("127.0.0.1", self._to)
            self._ends.add(far_end)
            await asyncio.gather(self._pass(near, far_end), self._pass(far, near_end))
            self._ends.discard(far_end)
        self._ends.discard(near_end)

    async def _pass(
        self, here: asyncio.StreamReader, there: asyncio.StreamWriter
    ) -> None:
        with suppress(OSError):
            while told := await here.read(LARGEST):
                await self._whole.wait()
                there.write(told)
                await there.drain()
        there.close()


@contextmanager
def silent_port() -> Iterator[int]:
    """A port that takes every connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as server:
        yield int(server.getsockname()[1])
