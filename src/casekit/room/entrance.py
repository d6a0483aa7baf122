"""The entrance: join with the class code, go on with a key, choose a language."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.web import HTTPError

from casekit.room import identity
from casekit.room.page import NOT_HERE, Page
from casekit.words import say

if TYPE_CHECKING:
    from casekit.room.environment import Role

SLOW, WRONG, ELSEWHERE = 429, 403, 303


class Join(Page):
    @allow_unauthenticated
    def get(self) -> None:
        if self.visitor is not None and self.visitor.key:
            self.redirect(f"/part/{self.room.first()}", status=ELSEWHERE)
        else:
            self.show("join.html", wrong="", key=False)


class _Try(Page):
    """Something typed that opens, or costs time."""

    typed: str
    wrong: str

    @allow_unauthenticated
    def post(self) -> None:
        if not self.check_origin():
            raise HTTPError(NOT_HERE)
        wait = math.ceil(self.room.brake.wait(self.address))
        if wait:
            self.set_header("Retry-After", str(wait))
            self._refuse("room-slow", SLOW, seconds=wait)
            return
        key = self._key(self.get_body_argument(self.typed, ""))
        if key is None:
            self.room.brake.wrong(self.address)
            self._refuse(self.wrong, WRONG)
            return
        self.room.brake.right(self.address)
        identity.give(self, identity.KEY, key)
        self.redirect("/seat", status=ELSEWHERE)

    def _key(self, typed: str) -> str | None:
        raise NotImplementedError

    def _refuse(self, words: str, status: int, **amounts: int) -> None:
        wrong = say(words, self.language, **amounts)
        self.show("join.html", status, wrong=wrong, key=self.typed == "key")


class TryCode(_Try):
    """A double click is one learner: the seat is taken by the page that follows."""

    typed = "code"
    wrong = "room-wrong-code"

    def _key(self, typed: str) -> str | None:
        if not self.room.door.admits(typed):
            return None
        known = self.visitor.key if self.visitor else ""
        return known or self.room.keys.make()


class TryKey(_Try):
    typed = "key"
    wrong = "room-wrong-key"

    def _key(self, typed: str) -> str | None:
        return self.room.keys.read(typed)


class Seat(Page):
    def get(self) -> None:
        visitor = self.need("learner")
        first = self.room.first()
        self.show("seat.html", seat=self.seat, key=visitor.key, first=first)


class ChooseLanguage(Page):
    @allow_unauthenticated
    def get(self, language: str, here: str) -> None:
        identity.give(self, identity.LANGUAGE, language)
        self.redirect(here or "/", status=ELSEWHERE)


class Secret(Page):
    """An address with a secret lets its own role in and leaves the address bar.

    192 random bits need no brake, and nobody's slips may keep the instructor out.
    """

    def initialize(self, role: Role, to: str) -> None:
        self._role, self._to = role, to

    @allow_unauthenticated
    def get(self, told: str) -> None:
        door = self.room.door
        knows = door.is_instructor if self._role == "instructor" else door.is_screen
        if not knows(told):
            raise HTTPError(NOT_HERE)
        identity.let_in(self, self._role)
        self.redirect(self._to, status=ELSEWHERE)
