"""The kernels of a room: one a page, a few a browser, none without its owner."""

from __future__ import annotations

import asyncio
import os
from subprocess import DEVNULL
from typing import TYPE_CHECKING, Any

from jupyter_client.kernelspec import KernelSpecManager
from traitlets import default

if TYPE_CHECKING:
    from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

    from casekit.room.ties import Ties

MOST_EACH = 4  # a phone, a tablet, and the page that is being left
MOST = 300
AT_ONCE = max(2, os.cpu_count() or 2)  # pages that run at the same time; others wait


class OwnPython(KernelSpecManager):
    """Knows this Python's kernel only; a user's own "python3" may be another."""

    @default("kernel_dirs")
    def _none(self) -> list[str]:
        return []


class Kernels:
    """Starts and ends kernels, each tied to the browser that it is for."""

    def __init__(self, manager: AsyncMappingKernelManager, ties: Ties) -> None:
        self._manager, self._ties = manager, ties
        self._starting: set[str] = set()
        self.turn = asyncio.Semaphore(AT_ONCE)

    @property
    def full(self) -> bool:
        """Whether the room runs as many as it can."""
        return len(self._manager) >= MOST

    async def start(
        self, kernel: str, owner: str, *, folder: str, told: dict[str, str]
    ) -> Any:  # noqa: ANN401 - jupyter_client's kernel manager
        """Start a kernel under this id; the browser's oldest goes when it has many."""
        self._starting.add(kernel)
        try:
            self._ties.tie(kernel, owner)
            for oldest in self._ties.of(owner)[:-MOST_EACH]:
                await self.end(oldest)
            await self._manager.start_kernel(
                kernel_id=kernel,
                kernel_name="python3",
                cwd=folder,
                env=told,
                stdout=DEVNULL,  # 57 kernels' remarks would push the addresses away
                stderr=DEVNULL,
            )
            return self._manager.get_kernel(kernel)
        finally:
            self._starting.discard(kernel)

    async def lives(self, kernel: str) -> bool:
        """Whether a kernel runs, or is about to; one that died is cleared away."""
        if kernel in self._starting:
            return True
        alive = kernel in self._manager and await self._manager.is_alive(kernel)
        if not alive:
            await self.end(kernel)
        return bool(alive)

    async def end(self, kernel: str) -> None:
        """End a kernel at once: what its journal was told is on the disk."""
        self._ties.untie(kernel)
        if kernel in self._manager:
            await self._manager.shutdown_kernel(kernel, now=True)  # type: ignore[no-untyped-call]
