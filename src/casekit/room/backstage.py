"""What the instructor's kernel asks the room; a bearer of her secret, nobody else."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from casekit.errors import CaseError
from casekit.room.groups import groups
from casekit.room.page import NOT_HERE, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

BEARER = "Bearer "
SMALLEST, LARGEST = 2, 8


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
    """Groups from a question's latest answers; a sealed question makes none."""

    @allow_unauthenticated
    async def get(self) -> None:
        name = self.get_query_argument("question", "")
        size = self.get_query_argument("size", "3")
        if not size.isdecimal() or not SMALLEST <= int(size[:2]) <= LARGEST:
            raise HTTPError(400)
        try:
            question = self.room.case.question(name)
        except CaseError:
            raise HTTPError(NOT_HERE) from None
        told: dict[str, str] = {}
        journal = self.room.board.journal
        if journal is not None and not question.sealed:
            chart = self.chart()
            now = journal.state(question.id).round
            told = {
                chart[answer.key_hash]: json.dumps(answer.value, sort_keys=True)
                for answer in journal.answers(question.id, round=now)
                if answer.key_hash in chart
            }
        shuffle = random.SystemRandom().shuffle
        await self.finish({"groups": groups(told, size=int(size), shuffle=shuffle)})
