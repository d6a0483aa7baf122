"""Opening a room: one class in one folder, a trial page, then the addresses."""

from __future__ import annotations

import asyncio
import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from casekit import casefile
from casekit.errors import CaseError, RoomError
from casekit.room import network
from casekit.room.alone import alone
from casekit.room.app import ClassApp
from casekit.room.backup import Backup
from casekit.room.door import Door
from casekit.room.environment import House
from casekit.room.poster import drawn
from casekit.room.press import page_words
from casekit.room.room import Room
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from casekit.frozen import Language

EVERY = 60.0  # seconds between two copies


@dataclass(frozen=True)
class Addresses:
    """What the instructor is shown; `code` is for the screen in front."""

    learners: str
    code: str
    screen: str
    instructor: str


@dataclass(frozen=True)
class Wish:
    """How the instructor wants the room."""

    data: Path
    language: Language
    lan: bool = False
    port: int | None = None
    backup: Path | None = None


def hold_class(
    slug: str,
    wish: Wish,
    *,
    tell: Callable[[str], object],
    ready: Callable[[Addresses, str], object],
) -> None:
    """Hold a class until Ctrl-C or SIGTERM.

    `tell` gets words while it warms up, `ready` the addresses and the case's title.

    Raises:
        CasekitError: the room cannot be opened.
    """
    language = wish.language
    tell(say("room-checking", language))
    case = casefile.open_casefile(casefile.find(slug))
    notebooks = casefile.notebooks_of(casefile.find(slug))
    first = f"{language}/{case.outline.sections[0]}.ipynb"
    if not (notebooks / first).is_file():
        raise CaseError(
            f"case {slug!r} has no notebook {first!r} in {str(notebooks)!r}"
        )
    host = network.EVERYWHERE if wish.lan else network.HERE
    name = network.lan_address() if wish.lan else network.HERE
    with (
        alone(wish.data),
        TemporaryDirectory(prefix="casekit-", ignore_cleanup_errors=True) as private,
    ):
        door = Door.of(wish.data, port=wish.port or network.free_port(host))
        taken = network.bind(host, wish.port or door.port)
        room = Room(
            case, notebooks=notebooks, data=wish.data, door=door, language=language
        )
        house = House(os.environ, wish.data, Path(private))
        copy = Backup(room.board.path, wish.backup) if wish.backup else None
        copies: set[asyncio.Task[None]] = set()

        async def opened(app: ClassApp) -> None:
            tell(say("room-kept-in", language, folder=wish.data))
            tell(say("room-warming", language))
            await _try_page(app, house, first, language)
            port = app.port
            here = f"http://{network.HERE}:{port}"
            addresses = Addresses(
                learners=f"http://{name}:{port}/",
                code=door.code,
                screen=f"{here}/screen/{door.screen}",
                instructor=f"{here}/instructor/{door.instructor}",
            )
            # Of the addresses, the screen in front shows the learners' alone.
            room.stage.open_door(
                addresses.learners, door.code, drawn(addresses.learners)
            )
            ready(addresses, case.outline.title[language])
            if copy is not None:
                copies.add(asyncio.ensure_future(_keep_copying(copy, tell)))

        app = ClassApp.instance(room, house, sockets=[taken], opened=opened)
        app.initialize([])
        app.start()
        if app.failure is not None:
            raise app.failure
        tell(say("room-closing", language))
        if copy is not None:
            copy.copy()


async def _try_page(app: ClassApp, house: House, path: str, language: Language) -> None:
    """Run the first page once, on an empty folder of its own, before anybody comes."""
    settings = app.app.settings
    kernel, kernels = str(uuid.uuid4()), settings["kernels"]
    told = house.told("learner", language, CASEKIT_KEY="trial")
    trial = house.private / "trial"
    trial.mkdir()
    told["CASEKIT_DATA"] = str(trial)
    words = page_words(language)
    view: dict[str, Any] = {
        **dict.fromkeys(("stem", "heading", "title", "seat", "here"), ""),
        "language": language,
        "words": words,
        "parts": [],
    }
    starting = kernels.start(
        kernel, "trial", folder=str(app.room.notebooks / language), told=told
    )
    try:
        printed = settings["press"].snippets(
            path, kernel=kernel, starting=starting, view=view
        )
        page = "".join([snippet async for snippet in printed])
    finally:
        await kernels.end(kernel)
    if words["failed"] in page:
        raise RoomError(
            f"the notebook {path!r} does not run; try it with casekit open and mend it"
        )


async def _keep_copying(copy: Backup, tell: Callable[[str], object]) -> None:
    told = ""
    while True:
        try:
            await asyncio.to_thread(copy.copy)
            told = ""
        except RoomError as error:
            if str(error) != told:  # once, not every minute
                told = str(error)
                tell(told)
        await asyncio.sleep(EVERY)
