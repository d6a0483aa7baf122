"""A page of the room: who asks, in which language, and what is said when it fails."""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NoReturn

import jinja2
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from casekit.errors import RoomError
from casekit.frozen import LANGUAGES
from casekit.room import identity
from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.room.identity import Visitor
    from casekit.room.room import Room

PAGES = files("casekit.room") / "pages"
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(str(PAGES)),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
)
NOT_HERE = 404
FULL = 503
TOLD = {
    403: ("room-not-here", "room-not-here-help"),
    NOT_HERE: ("room-not-here", "room-not-here-help"),
    FULL: ("room-full", "room-full-help"),
}
OTHERWISE = ("room-trouble", "room-trouble-help")


class Page(JupyterHandler):
    """Answers only those it is for; a failure is told in words, without its cause."""

    @property
    def room(self) -> Room:
        room: Room = self.settings["room"]
        return room

    @property
    def visitor(self) -> Visitor | None:
        visitor: Visitor | None = self.current_user
        return visitor

    @property
    def language(self) -> Language:
        told = identity.read(self, identity.LANGUAGE)
        known = [language for language in LANGUAGES if language == told]
        return known[0] if known else self.room.language

    @property
    def seat(self) -> str:
        """The learner's seat; his browser remembers it for a room that restarts."""
        visitor = self.need("learner")
        owner, _, wanted = identity.read(self, identity.SEAT).partition(":")
        mine = wanted if owner == visitor.learner else ""
        try:
            seat = self.room.seats.take(visitor.learner, mine)
        except RoomError:
            raise HTTPError(FULL) from None
        if seat != mine:
            identity.give(self, identity.SEAT, f"{visitor.learner}:{seat}")
        return seat

    @property
    def address(self) -> str:
        return str(self.request.remote_ip)

    def need(self, role: str) -> Visitor:
        """The visitor, if he has this role; for all others there is nothing here."""
        if self.visitor is None or role not in self.visitor.roles:
            raise HTTPError(NOT_HERE)
        return self.visitor

    def show(self, name: str, status: int = 200, **told: object) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        language = self.language
        title = self.room.case.outline.title[language]
        speak = partial(say, language=language)
        page = TEMPLATES.get_template(name)
        self.finish(page.render(title=title, language=language, say=speak, **told))

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401
        what, help_ = TOLD.get(status_code, OTHERWISE)
        self.show("trouble.html", status_code, what=what, help=help_)

    def log_exception(self, kind: Any, value: Any, traceback: Any) -> None:  # noqa: ANN401
        """Where it failed, never what was asked: an address may hold a secret."""
        if not isinstance(value, HTTPError):
            page = type(self).__name__
            self.log.error("%s failed", page, exc_info=(kind, value, traceback))


class Nothing(Page):
    """Every address that the room does not have, by every method."""

    async def prepare(self) -> NoReturn:  # type: ignore[override]
        raise HTTPError(NOT_HERE)
