"""Pages that are notebooks: a part for a learner, the desk, the screen in front."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import AsyncExitStack, aclosing
from typing import TYPE_CHECKING, Any

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from casekit.room.page import FULL, NOT_HERE, Page
from casekit.room.press import page_words
from casekit.words import say

if TYPE_CHECKING:
    from casekit.room.environment import Role
    from casekit.room.kernels import Kernels
    from casekit.room.press import Press


class NotebookPage(Page):
    """Runs a notebook in a kernel of its own, tied to the browser that asked."""

    _running: asyncio.Task[Any] | None = None
    _begun = False

    async def run(self, path: str, role: Role, **view: Any) -> None:  # noqa: ANN401
        owner = self.need(role).owner(role)
        if not self.room.notebook(path):
            raise HTTPError(NOT_HERE)
        kernels: Kernels = self.settings["kernels"]
        if kernels.full:
            raise HTTPError(FULL)
        kernel = str(uuid.uuid4())
        folder = str((self.room.notebooks / path).parent)
        told = self._told(role)
        press: Press = self.settings["press"]
        view |= {"language": self.language, "words": page_words(self.language)}
        view["title"] = self.room.case.outline.title[self.language]
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self._running = asyncio.current_task()
        async with AsyncExitStack() as turn:

            async def start() -> Any:  # noqa: ANN401
                await turn.enter_async_context(kernels.turn)
                self._begun = True
                return await kernels.start(kernel, owner, folder=folder, told=told)

            starting = asyncio.ensure_future(start())
            try:
                async with aclosing(
                    press.snippets(
                        path,
                        kernel=kernel,
                        starting=asyncio.shield(starting),
                        view=view,
                    )
                ) as printed:
                    async for snippet in printed:
                        self.write(snippet)
                        await self.flush()
            except (StreamClosedError, asyncio.CancelledError):
                # He has left; what was started for him goes too.
                if self._begun:
                    await asyncio.wait({starting})
                else:
                    starting.cancel()
                await kernels.end(kernel)

    def on_connection_close(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _told(self, role: Role) -> dict[str, str]:
        room, secrets = self.room, {}
        if role == "learner":
            secrets = {"CASEKIT_KEY": self.need(role).key}
        elif role == "instructor":
            secrets = {
                "CASEKIT_ROOM": self.settings["own_address"],
                "CASEKIT_ROOM_SECRET": room.door.instructor,
            }
        told: dict[str, str] = self.settings["house"].told(
            role, self.language, **secrets
        )
        return told


class PartPage(NotebookPage):
    @allow_unauthenticated
    async def get(self, stem: str) -> None:
        if self.visitor is None or not self.visitor.key:
            self.redirect("/", status=303)
            return
        if stem not in self.room.stems:
            raise HTTPError(NOT_HERE)
        case, language = self.room.case, self.language
        parts = [
            {"stem": each, "title": case.section(each).title[language]}
            for each in self.room.stems
        ]
        await self.run(
            f"{language}/{stem}.ipynb",
            "learner",
            stem=stem,
            parts=parts,
            heading=case.section(stem).title[language],
            seat=self.seat,
            here=f"/part/{stem}",
        )


class StaffPage(NotebookPage):
    """The instructor's desk or the projector's page, each for its own cookie only."""

    def initialize(self, role: Role, notebook: str, here: str) -> None:
        self._role, self._notebook, self._here = role, notebook, here

    @allow_unauthenticated
    async def get(self) -> None:
        heading = {"instructor": "room-desk", "screen": "room-screen"}[self._role]
        await self.run(
            self._notebook,
            self._role,
            stem="",
            parts=[],
            heading=say(heading, self.language),
            seat="",
            here=self._here,
        )
