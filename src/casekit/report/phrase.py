"""How a report words a case's small parts: names, minutes, shares and runs of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.note import Paragraph, Run, cited
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.frozen import Language, Text
    from casekit.note import Lines, Runs

NOTHING = "–"
HOUR = 60  # minutes


def told(text: str) -> Runs:
    """A case's own words on one line, the facts they cite made links."""
    return tuple(cited([Run(" ".join(text.split()))]))


def strong(text: str) -> Runs:
    return (Run(text, strong=True),)


def name(question: str) -> Run:
    """A question's id, as the instructor sees it on her desk."""
    return Run(question, code=True, to=f"#question-{question}")


def cell(text: str | Runs) -> Lines:
    return (told(text),) if isinstance(text, str) else (text,)


def joined(parts: Iterable[Runs], between: str = ", ") -> Runs:
    """Several runs in one, with something between them."""
    found: list[Run] = []
    for part in parts:
        found += [Run(between), *part] if found else part
    return tuple(found)


def filled(key: str, language: Language, **runs: Runs) -> Runs:
    """A sentence of the kit whose places take runs instead of words.

    >>> [run.text for run in filled("note-sealed-until", "en", question=(name("why"),))]
    ['Sealed until ', 'why', '.']
    """
    marks = {place: f"\0{place}\0" for place in runs}
    pieces = say(key, language, **marks).split("\0")
    return tuple(
        run
        for index, piece in enumerate(pieces)
        for run in (runs[piece] if index % 2 else (Run(piece),))
        if run.text
    )


def labelled(label: str, runs: Runs, *, quiet: bool = False) -> Paragraph:
    """A paragraph that begins with what it is about."""
    return Paragraph((Run(f"{label}. ", strong=True), *runs), quiet)


def texts(parts: Iterable[Text], language: Language) -> Iterator[Runs]:
    for part in parts:
        yield told(part[language])


def percent(share: float, language: Language) -> str:
    """A share in whole per cent, rounded down: none is told above what it is.

    >>> percent(0.6470588, "id"), percent(0.6, "en")
    ('64 %', '60%')
    """
    return say("note-percent", language, share=int(share * 100 + 1e-9))


def clock(minutes: int, language: Language) -> str:
    """Hours and minutes since the class began.

    >>> clock(4, "id"), clock(83, "en")
    ('0.04', '1:23')
    """
    hours, rest = divmod(minutes, HOUR)
    return say("note-clock", language, hours=hours, minutes=f"{rest:02}")
