"""What the instructor's kernel asks the room; a bearer of her secret, nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from casekit.errors import CaseError, RoomError
from casekit.room.groups import SIZES
from casekit.room.page import NOT_HERE, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

BEARER = "Bearer "
REFUSED = 409


class _Backstage(Page):
    async def prepare(self) -> None:  # type: ignore[override]
        told = self.request.headers.get("Authorization", "")
        secret = told.removeprefix(BEARER) if told.startswith(BEARER) else ""
        if not self.room.door.is_instructor(secret):
            raise HTTPError(NOT_HERE)
        self.set_header("Cache-Control", "no-store")

    def chart(self) -> Mapping[str, str]:
        return self.room.seats.chart()


class State(_Backstage):
    @allow_unauthenticated
    async def get(self) -> None:
        seats = self.room.seats
        await self.finish(
            {
                "code": self.room.door.code,
                "joined": len(seats),
                "connected": len(seats.connected()),
            }
        )


class SeatList(_Backstage):
    @allow_unauthenticated
    async def get(self) -> None:
        here = self.room.seats.connected()
        seats = sorted((seat, who in here) for who, seat in self.chart().items())
        await self.finish(
            {"seats": [{"seat": seat, "connected": there} for seat, there in seats]}
        )


class Groups(_Backstage):
    """Who talks with whom, put on the stage; of one vote it is always the same list."""

    @allow_unauthenticated
    async def get(self) -> None:
        size = self.get_query_argument("size", "3")
        if size not in map(str, SIZES):
            raise HTTPError(400)
        room = self.room
        try:
            question = room.case.question(self.get_query_argument("question", ""))
        except CaseError:
            raise HTTPError(NOT_HERE) from None
        try:
            made = room.groups.make(room.stage, question, size=int(size))
        except RoomError:  # the desk knows in its own words why
            self.set_status(REFUSED)
            await self.finish({"groups": []})
            return
        await self.finish({"size": made.size, "groups": made.groups})
