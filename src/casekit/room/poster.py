"""What the instructor's terminal shows while a room opens, and once it is open."""

from __future__ import annotations

import io
import json
import threading
import webbrowser
from dataclasses import asdict
from typing import TYPE_CHECKING

import segno
import typer

from casekit.words import say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.room.opening import Addresses


class Poster:
    """The room's addresses for a person, or as one line of JSON for a program."""

    def __init__(self, language: Language, *, as_json: bool, browse: bool) -> None:
        self._language: Language = language
        self._json, self._browse = as_json, browse

    def tell(self, words: str) -> None:
        """What goes on, beside what a program reads."""
        typer.echo(words, err=self._json)

    def show(self, addresses: Addresses, title: str) -> None:
        if self._json:
            typer.echo(json.dumps(asdict(addresses)))
            return
        typer.echo(self.words(addresses, title))
        if self._browse:  # in a thread: a text browser would hold the room
            threading.Thread(
                target=webbrowser.open, args=(addresses.instructor,), daemon=True
            ).start()

    def words(self, addresses: Addresses, title: str) -> str:
        """All of it, with the learners' address also as a picture."""

        def named(key: str, told: str) -> str:
            return f"{say(key, self._language):<14}{told}"

        return "\n".join(
            (
                "",
                say("room-open", self._language, title=title),
                qr(addresses.learners),
                named("room-for-learners", addresses.learners),
                named("room-code", addresses.code),
                named("room-for-screen", addresses.screen),
                named("room-for-instructor", addresses.instructor),
                "",
                say("room-end", self._language),
            )
        )


def qr(address: str) -> str:
    """An address as a picture of signs, two rows in a line."""
    drawn = io.StringIO()
    segno.make(address, error="m", micro=False).terminal(drawn, border=2, compact=True)
    return drawn.getvalue()


def drawn(address: str) -> str:
    """An address as a picture in SVG, as large as its place."""
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        picture, kind="svg", xmldecl=False, omitsize=True, border=2, light="#fff"
    )
    return picture.getvalue().decode()
