"""The wires between a page and its kernel, for the browser that started it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import APIHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.web import HTTPError

from casekit.room import messages
from casekit.room.files import Plain
from casekit.room.page import NOT_HERE, Page

if TYPE_CHECKING:
    from jupyter_server.base.handlers import JupyterHandler

    from casekit.room.room import Room


def check_mine(handler: JupyterHandler, kernel: str) -> None:
    """Another's kernel and one that never was look the same."""
    room: Room = handler.settings["room"]
    visitor = handler.current_user
    if visitor is None or not room.ties.ties(kernel, visitor.owners):
        raise HTTPError(NOT_HERE)


class KernelModel(Plain, KernelHandler):
    SUPPORTED_METHODS = ("GET",)

    async def get(self, kernel_id: str) -> None:
        check_mine(self, kernel_id)
        if kernel_id not in self.kernel_manager:
            raise HTTPError(NOT_HERE)
        await super().get(kernel_id)  # type: ignore[misc]


class KernelWire(Plain, KernelWebsocketHandler):
    """Carries widgets' messages both ways and drops all others unread."""

    async def get(self, kernel_id: str) -> None:
        check_mine(self, kernel_id)
        if kernel_id not in self.kernel_manager:
            raise HTTPError(NOT_HERE)
        await super().get(kernel_id)  # type: ignore[no-untyped-call]

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        return messages.PROTOCOL if messages.PROTOCOL in subprotocols else None

    def on_message(self, message: str | bytes) -> None:
        if self.selected_subprotocol == messages.PROTOCOL and messages.may_send(
            message
        ):
            super().on_message(message)  # type: ignore[no-untyped-call]

    def write_message(
        self,
        message: bytes | str | dict[str, Any],
        binary: bool = False,  # noqa: FBT001, FBT002 - tornado's own signature
    ) -> Any:  # noqa: ANN401
        if messages.may_hear(message):
            return super().write_message(message, binary)
        return None


class Leave(Plain, APIHandler):
    """A page that is left ends its own kernel."""

    async def post(self, kernel_id: str) -> None:
        check_mine(self, kernel_id)
        await self.settings["kernels"].end(kernel_id)
        self.set_status(204)
        await self.finish()


class Alive(Page):
    """What a page's script asks: is my kernel there, and where is the class?"""

    @allow_unauthenticated
    async def get(self) -> None:
        if self.visitor is None:
            self.set_status(403)
            await self.finish({})
            return
        if self.visitor.key:
            self.seat  # noqa: B018 - he is seen, and after a restart has his seat again
        kernel = self.get_query_argument("kernel", "")
        mine = self.room.ties.ties(kernel, self.visitor.owners)
        self.set_header("Cache-Control", "no-store")
        await self.finish(
            {
                "kernel": mine and await self.settings["kernels"].lives(kernel),
                "section": self.room.board.section(),
                "phase_version": self.room.board.version(),
            }
        )
