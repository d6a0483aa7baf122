"""The pulse of a desk: once a second it looks whether another desk has written."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from casekit.errors import CasekitError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from casekit.journal import Journal

BEAT = 1.0  # seconds


async def follow(
    journal: Journal, tell: Callable[[], int | None], *, beat: float = BEAT
) -> None:
    """Call `tell` whenever the journal has changed, for as long as the task lives.

    A journal that cannot be read now is asked again at the next beat, and so is `tell`
    where it counts cards that could not follow.
    """
    seen = None
    while True:
        try:
            now = journal.version()
            if now != seen:
                seen = None if tell() else now
        except CasekitError:
            seen = None
        await asyncio.sleep(beat)


async def tick(tell: Callable[[], None], *, beat: float = BEAT) -> None:
    """Call `tell` at every beat, for what changes with time alone."""
    while True:
        with suppress(CasekitError):
            tell()
        await asyncio.sleep(beat)


def start(
    journal: Journal, tell: Callable[[], int | None], *, beat: float = BEAT
) -> asyncio.Task[None] | None:
    """Follow the journal in the running loop; None where no loop runs."""
    return run(follow(journal, tell, beat=beat))


def start_ticking(
    tell: Callable[[], None], *, beat: float = BEAT
) -> asyncio.Task[None] | None:
    """Tick in the running loop; None where no loop runs."""
    return run(tick(tell, beat=beat))


async def ask(question: Callable[[], Awaitable[object]], *, beat: float = BEAT) -> None:
    """Await an answer at every beat; the next beat waits for it."""
    while True:
        with suppress(CasekitError):
            await question()
        await asyncio.sleep(beat)


def start_asking(
    question: Callable[[], Awaitable[object]], *, beat: float = BEAT
) -> asyncio.Task[None] | None:
    """Ask in the running loop; None where no loop runs."""
    return run(ask(question, beat=beat))


def now() -> datetime:
    """The time of day; the door by which it comes in to a notebook."""
    return datetime.now().astimezone()  # noqa: TID251


def run(beats: Coroutine[None, None, None]) -> asyncio.Task[None] | None:
    """Let something go on in the running loop; None where no loop runs."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # a script, or a test without a kernel
        beats.close()
        return None
    return loop.create_task(beats)
