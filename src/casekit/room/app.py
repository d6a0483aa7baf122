"""The class server: Voilà with our door, our pages and our wires, and nothing else."""

from __future__ import annotations

import logging
import shutil
import signal
from typing import TYPE_CHECKING, Any

from jupyter_core.utils import run_sync
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.web import GZipContentEncoding
from traitlets import Any as AnyTrait
from voila.app import Voila

from casekit.room import backstage, entrance, files, messages, notebookpage, wires
from casekit.room.guard import Guard
from casekit.room.kernels import Kernels
from casekit.room.page import PAGES, Nothing
from casekit.room.press import EXTENSIONS, Press
from casekit.room.settings import settings

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable, Sequence

    from casekit.room.environment import House
    from casekit.room.room import Room

KERNEL = r"(?P<kernel_id>\w{8}-\w{4}-\w{4}-\w{4}-\w{12})"
FILE = r"[\w-][\w.-]*"
TOLD = r"([\w-]{1,64})"
LARGEST_FORM = 4 * 1024  # bytes
LARGEST_HEAD = 16 * 1024


class ClassApp(Voila):  # type: ignore[misc]
    """One class on one laptop.

    `sockets` are bound already; `opened` is awaited once the room answers.
    """

    room = AnyTrait()
    house = AnyTrait()
    sockets = AnyTrait()
    opened = AnyTrait()

    def __init__(
        self,
        room: Room,
        house: House,
        *,
        sockets: Sequence[socket.socket],
        opened: Callable[[ClassApp], Awaitable[None]],
    ) -> None:
        super().__init__(config=settings(room, house))
        self.room, self.house, self.sockets = room, house, sockets
        self.opened = opened
        self.failure: BaseException | None = None
        self.port = sockets[0].getsockname()[1]

    def initialize(self, argv: list[str] | None = None) -> None:
        super().initialize(argv)
        # Whoever knocks must not be able to fill the instructor's terminal.
        logging.getLogger("tornado").setLevel(logging.ERROR)

    def setup_template_dirs(self) -> None:
        super().setup_template_dirs()
        self.template_paths.insert(0, str(PAGES))

    def init_settings(self) -> dict[str, Any]:
        told: dict[str, Any] = super().init_settings()
        self.kernel_manager.allowed_message_types = sorted(
            messages.ASKED | messages.TOLD | {"comm_open"}
        )
        return told | {
            "default_handler_class": Nothing,
            # Cookies stay with this site (SameSite), and what is sent tells its origin.
            "disable_check_xsrf": True,
            "house": self.house,
            "kernels": Kernels(self.kernel_manager, self.room.ties),
            "log_function": _say_nothing,
            "login_url": "/",
            "own_address": f"http://127.0.0.1:{self.port}",
            "press": Press(self),
            "room": self.room,
            "transforms": [Guard, GZipContentEncoding],
            "websocket_max_message_size": messages.LARGEST,
        }

    def init_handlers(self) -> list[Any]:
        desk = {"role": "instructor", "to": "/desk"}
        screen = {"role": "screen", "to": "/screen"}
        return [
            ("/", entrance.Join),
            ("/join", entrance.TryCode),
            ("/resume", entrance.TryKey),
            ("/seat", entrance.Seat),
            (
                r"/language/(id|en)(/part/[\w-]+|/desk|/screen|)",
                entrance.ChooseLanguage,
            ),
            (rf"/instructor/{TOLD}", entrance.Secret, desk),
            (rf"/screen/{TOLD}", entrance.Secret, screen),
            (r"/part/([\w-]{1,100})", notebookpage.PartPage),
            ("/desk", notebookpage.StaffPage, _staff("instructor", "kendali", "/desk")),
            ("/screen", notebookpage.StaffPage, _staff("screen", "layar", "/screen")),
            ("/alive", wires.Alive),
            ("/room/state", backstage.State),
            ("/room/seats", backstage.SeatList),
            ("/room/groups", backstage.Groups),
            (rf"/api/kernels/{KERNEL}", wires.KernelModel),
            (rf"/api/kernels/{KERNEL}/channels", wires.KernelWire),
            (rf"/voila/api/shutdown/{KERNEL}", wires.Leave),
            (
                r"/room/pages/(room\.css|alive\.js)",
                files.OwnFile,
                {"path": str(PAGES)},
            ),
            (rf"/voila/templates/(lab/static/{FILE})", files.TemplateFile),
            (
                rf"/voila/static/({FILE})",
                files.LibraryFile,
                {"paths": self.static_paths},
            ),
            (
                rf"/voila/labextensions/((?:{'|'.join(EXTENSIONS)})/static/{FILE})",
                files.ExtensionFile,
                {"path": self.labextensions_path},
            ),
        ]

    def listen(self) -> None:
        """Answer until asked to end; kernels end with the room."""
        server = HTTPServer(
            self.app,
            max_body_size=LARGEST_FORM,
            max_header_size=LARGEST_HEAD,
            max_buffer_size=4 * messages.LARGEST,
            body_timeout=15,
            idle_connection_timeout=120,
        )
        server.add_sockets(self.sockets)
        self.ioloop = IOLoop.current()
        self.ioloop.add_callback(self._open)
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
            number = getattr(signal, name, None)
            # Who started it with nohup wants it to outlive the terminal.
            left = number and signal.getsignal(number) is signal.SIG_IGN
            if number and not (name == "SIGHUP" and left):
                signal.signal(number, self._handle_signal_stop)
        try:
            self.ioloop.start()
        finally:
            self.stop()

    async def _open(self) -> None:
        try:
            await self.opened(self)
        except BaseException as error:  # noqa: BLE001 - told by whoever opened the room
            self.failure = error
            self.ioloop.stop()

    def _handle_signal_stop(self, *_: object) -> None:
        self.ioloop.add_callback(self.ioloop.stop)

    def stop(self) -> None:
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        self.room.board.close()
        shutil.rmtree(self.connection_dir, ignore_errors=True)


def _staff(role: str, stem: str, here: str) -> dict[str, str]:
    return {"role": role, "notebook": f"pengajar/{stem}.ipynb", "here": here}


def _say_nothing(_: object) -> None:
    """An address may hold a secret, so none is logged."""
