"""The pulse of a desk: once a second it looks whether another desk has written."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from casekit.errors import CasekitError

if TYPE_CHECKING:
    from collections.abc import Callable

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


def start(
    journal: Journal, tell: Callable[[], int | None]
) -> asyncio.Task[None] | None:
    """Follow the journal in the running loop; None where no loop runs."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # a script, or a test without a kernel
        return None
    return loop.create_task(follow(journal, tell))
