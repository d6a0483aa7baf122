"""Figures in prose: every one is borne by a fact, or is of a kind that needs none.

`57 pejabat [S2]` must be a figure of fact S2. A citation speaks for the figures since
the citation before it in the same sentence. Without one stand single digits, years,
minutes, clock times, laws' numbers, the case's own date and its teaching numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casekit.words import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casekit.case import Fact, Language

CITATION = re.compile(
    r"\[([A-Z]{1,3}[0-9]+[a-z]?(?:, ?[A-Z]{1,3}[0-9]+[a-z]?)*)\](?!\()"
)
_QUIET = re.compile(r"```.*?```|`[^`]*`|<!--.*?-->|\]\([^)]*\)|https?://\S+", re.DOTALL)
_END = re.compile(r"(?:[.!?:;](?=[\s\"”»)*]|$)|\n|\|)")
_LAW = re.compile(
    r"\b(?:UU|PP|Perpres|Permen\w*|Perlan|LAN|KASN|Peraturan|Nomor|No\.?|Pasal|Ayat"
    r"|Law|Regulation|Articles?|Art\.)\s+(?:No\.? |Nomor )?"
    r"[0-9]+[A-Z]?(?:/[0-9]+)?(?:\s?\([0-9]+\))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:pukul|at)\s[0-9]{1,2}[.:][0-9]{2}\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b[0-9]+(?:[ -]|\u00a0)(?:menit|minutes?|min)\b", re.IGNORECASE)
_NUMBER = {
    "id": re.compile(
        r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?|(?<![\w.,])\d+(?:,\d+)?"
    ),
    "en": re.compile(
        r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?"
    ),
}
_MONTHS = {
    "id": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_DATE = {
    language: re.compile(
        rf"(?<!\w)([0-9]{{1,2}}) ({'|'.join(months)})(?: ([0-9]{{4}}))?\b"
    )
    for language, months in _MONTHS.items()
}
YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Flaw:
    """A figure nobody bears, or a citation of something that is not there."""

    offset: int
    wrong: str
    right: str


@dataclass(frozen=True)
class Licence:
    """What a text may say: the ledger, the facts it may cite, the figures that are free.

    `implied` are facts that speak for the whole text without being cited.
    """

    ledger: Mapping[str, Fact]
    citable: frozenset[str]
    as_of: str
    teaching_numbers: frozenset[float]
    implied: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Figure:
    start: int
    text: str
    number: float | None = None
    day: str = ""  # -MM-DD or YYYY-MM-DD


def cited(text: str) -> tuple[str, ...]:
    """The fact ids that a text cites, each once, in order.

    >>> cited("57 pejabat [S2] dari 28 instansi [S4, S2]")
    ('S2', 'S4')
    """
    found = CITATION.finditer(_hushed(text))
    ids = (name.strip() for match in found for name in match[1].split(","))
    return tuple(dict.fromkeys(ids))


def flaws(text: str, language: Language, licence: Licence) -> Iterator[Flaw]:
    """What is wrong with the figures and citations of one text."""
    text = _hushed(text)
    waiting: list[_Figure] = []
    for start, token in _tokens(text, language):
        if isinstance(token, _Figure):
            waiting.append(token)
            continue
        names = token
        for name in names:
            if name not in licence.ledger:
                yield Flaw(start, f"cites [{name}]", "no fact has this id")
            elif name not in licence.citable:
                yield Flaw(start, f"cites [{name}] where it is sealed", "leave it out")
        for index, figure in enumerate(waiting):
            last = index == len(waiting) - 1
            borne = _borne(figure, (*names, *licence.implied), licence)
            if not borne and not _free(
                figure, licence, directly_cited=last and bool(names)
            ):
                told = f"by {', '.join(names)}" if names else "by any fact"
                yield Flaw(
                    figure.start,
                    f"{figure.text!r} is not borne {told}",
                    "cite the fact that bears it, like 57 [S2], or correct the figure",
                )
        waiting.clear()


def _tokens(
    text: str, language: Language
) -> Iterator[tuple[int, _Figure | tuple[str, ...]]]:
    """Figures, citations and sentence ends (an empty citation), in reading order."""
    found: list[tuple[int, _Figure | tuple[str, ...]]] = []
    for match in CITATION.finditer(text):
        names = tuple(name.strip() for name in match[1].split(","))
        found.append((match.start(), names))
        text = _blank(text, match.start(), match.end())
    for pattern in (_LAW, _CLOCK, _MINUTES):
        for match in pattern.finditer(text):
            text = _blank(text, match.start(), match.end())
    for match in _DATE[language].finditer(text):
        month = _MONTHS[language].index(match[2]) + 1
        day = f"{match[3] or ''}-{month:02}-{int(match[1]):02}"
        figure = _Figure(match.start(), match[0], day=day)
        found.append((match.start(), figure))
        text = _blank(text, match.start(), match.end())
    for match in _NUMBER[language].finditer(text):
        figure = _Figure(
            match.start(), match[0], number=parse_number(match[0], language)
        )
        found.append((match.start(), figure))
    # a citation may follow the full stop's place only inside its sentence
    found.extend((match.start(), ()) for match in _END.finditer(text))
    yield from sorted(found, key=lambda item: item[0])
    yield len(text), ()


def _borne(figure: _Figure, names: tuple[str, ...], licence: Licence) -> bool:
    values = [
        v
        for name in names
        if name in licence.ledger
        for v in licence.ledger[name].values
    ]
    if figure.day:
        return any(value.date.endswith(figure.day) for value in values)
    return any(figure.number == known for value in values for known in value.figures)


def _free(figure: _Figure, licence: Licence, *, directly_cited: bool) -> bool:
    if figure.day:
        return licence.as_of.endswith(figure.day)
    if figure.number is None:
        return False
    if figure.number in licence.teaching_numbers:
        return True
    whole = "," not in figure.text and "." not in figure.text
    if whole and figure.number in YEARS and len(figure.text) == len("2019"):
        return True
    return whole and len(figure.text) == 1 and not directly_cited


def _hushed(text: str) -> str:
    """The text with code, links' targets and addresses blanked, offsets unchanged."""
    for match in _QUIET.finditer(text):
        text = _blank(text, match.start(), match.end())
    return text


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
