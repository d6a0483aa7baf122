"""Figures in prose: every one is borne by a fact, or is of a kind that needs none.

`57 pejabat [S2]` must be a figure of fact S2. A citation speaks for the figures since
the citation before it in the same sentence, and stands before the full stop. Without
one stand single digits, years, minutes, clock times, laws' numbers, the numbering of
lists and headings, the case's own date and its teaching numbers. Code, addresses and
HTML tags are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from casekit.words import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from casekit.case import Fact
    from casekit.frozen import Language

_ID = r"[A-Z]{1,3}[0-9]+[a-z]?"
CITATION = re.compile(rf"\[({_ID}(?:, ?{_ID})*)\](?!\()")
_ALMOST = re.compile(
    r"\[\s*[A-Za-z]{1,3}[0-9]+[A-Za-z]?(?:[\s,;&]+[A-Za-z]{1,3}[0-9]+[A-Za-z]?)*\s*\](?!\()"
)
_QUIET = re.compile(
    r"^ {0,3}```.*?(?:^ {0,3}```|\Z)"  # a block of code
    r"|`[^`\n]*`"
    r"|<!--.*?(?:-->|\Z)"
    r"|</?[A-Za-z][^<>\n]*>"
    r"|&\#?\w{1,10};"
    r"|\]\((?:[^()\s]|\([^()\s]*\))*"  # a link's address
    r"|https?://[^\s<>|]+",
    re.DOTALL | re.MULTILINE,
)
_NUMBERING = re.compile(r"[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+)?[0-9]{1,3}[.)][ \t]")
_LAW = re.compile(
    r"\b(?:(?:UU|PP|Perpres|Permen\w*|Perlan|LAN|KASN|Peraturan|Nomor|Pasal|Ayat|Butir"
    r"|Law|Regulation|Articles?|Paragraphs?)\s+(?:No\.?\s|Nomor\s)?|(?:No|Art)\.\s?)"
    r"\(?[0-9]+[A-Z]?\)?(?:/[0-9]+)?(?:\s?\([0-9]+\))*",
    re.IGNORECASE,
)
_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_CLOCK = re.compile(
    rf"\b(?:pukul|jam|at)\s{_HOUR}[.:][0-5][0-9]\b(?:\s?[–-]\s?{_HOUR}[.:][0-5][0-9]\b)?"
    r"(?![.,]?[0-9]|\s?(?:%|per\s?cent|persen|juta|million|ribu|thousand))"
    rf"|\b{_HOUR}(?:[.:][0-5][0-9])?\s?(?:[ap]\.m\.|[ap]m\b|WI(?:B|TA|T)\b)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b[0-9]+[\s-](?:menit|minutes?|min)\b", re.IGNORECASE)
_MONTHS = {
    "id": re.findall(
        r"\w+",
        "Januari Februari Maret April Mei Juni Juli"
        " Agustus September Oktober November Desember",
    ),
    "en": re.findall(
        r"\w+",
        "January February March April May June July"
        " August September October November December",
    ),
}
_DATE = {
    language: re.compile(
        r"(?<![\w.,/-])(?:([0-9]{1,2})\s?[–-]\s?)?([0-9]{1,2})\s"
        rf"({'|'.join(months)})\b(?:\s([0-9]{{4}})\b)?"
    )
    for language, months in _MONTHS.items()
}
_ISO = re.compile(r"(?<![\w.,/-])[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?![\w/-])")
_NUMBER = re.compile(r"(?:(?<![^\W_])|(?<=\bRp))[0-9]+(?:[.,][0-9]+)*")
_SCALE = re.compile(
    r"\s?(?:(ribu|thousand)|(juta|million)|(miliar|billion)|(triliun|trillion))\b"
)
_END = re.compile(r"[.!?:;](?=[\s\"'”’»)*_]|\Z)|[\n|]")
_LANGUAGES = {"id": "Indonesian", "en": "English"}
_LIKE = {"id": "1.228 or 85,4", "en": "1,228 or 85.4"}
YEARS = range(1900, 2100)
MOST = 100  # flaws that are told of one text; who has more mends these first


@dataclass(frozen=True)
class Flaw:
    """A figure nobody bears, or a citation of something that is not there."""

    offset: int
    wrong: str
    right: str


@dataclass(frozen=True)
class Licence:
    """What a text may say: the ledger, the facts to cite, the figures that are free.

    `unsure` are facts whose file has problems of its own: they bear whatever is said of
    them, for each problem is told once. `lenient` accepts every figure, for when it
    cannot be known what bears them. `implied` speak for the whole text, uncited.
    """

    ledger: Mapping[str, Fact]
    citable: frozenset[str]
    as_of: str
    teaching_numbers: frozenset[float]
    implied: tuple[str, ...] = ()
    unsure: frozenset[str] = frozenset()
    lenient: bool = False

    def citing(self, names: frozenset[str]) -> Licence:
        """The same, with these facts to cite."""
        return replace(self, citable=names)


@dataclass(frozen=True)
class _Figure:
    text: str
    number: float | None = None
    scale: int = 1
    day: str = ""  # -MM-DD or YYYY-MM-DD


@dataclass(frozen=True)
class _Citation:
    names: tuple[str, ...]


@dataclass(frozen=True)
class _Misquoted:
    text: str


class _End:
    """Of a sentence, a line or a table's cell."""


_Token = _Figure | _Citation | _Misquoted | _End


def citations(text: str) -> Iterator[tuple[int, str]]:
    """The fact ids that a text cites, each with its offset, in order.

    >>> list(citations("57 pejabat [S2] dari 28 instansi [S4, S2]"))
    [(11, 'S2'), (33, 'S4'), (33, 'S2')]
    """
    for match in CITATION.finditer(spoken(text)):
        yield from ((match.start(), name) for name in _names(match))


def spoken(text: str) -> str:
    """The text with its code, addresses and HTML tags blanked, so that offsets stay.

    >>> spoken("tekan `run` di [sini](https://a.example)")
    'tekan       di [sini                   )'
    """
    return _QUIET.sub(_blank, text)


def flaws(text: str, language: Language, licence: Licence) -> Iterator[Flaw]:
    """What is wrong with the figures and citations of one text, `MOST` at a time."""
    return islice(_flaws(text, language, licence), MOST)


def _flaws(text: str, language: Language, licence: Licence) -> Iterator[Flaw]:
    waiting: list[tuple[int, _Figure]] = []
    for offset, token in _tokens(text, language):
        names: tuple[str, ...] = ()  # at the end of a sentence no fact speaks
        match token:
            case _Figure():
                waiting.append((offset, token))
                continue
            case _Misquoted():
                right = "write ids in capitals with commas between, like [S2, S4]"
                yield Flaw(offset, f"{token.text!r} is not how a fact is cited", right)
                waiting = []
                continue
            case _Citation():
                names = token.names
                yield from _miscited(offset, names, licence)
        yield from _unborne(waiting, names, language, licence)
        waiting = []


def _miscited(offset: int, names: tuple[str, ...], licence: Licence) -> Iterator[Flaw]:
    for name in names:
        if name in licence.unsure or licence.lenient:
            continue
        if name not in licence.ledger:
            yield Flaw(offset, f"cites [{name}]", "no fact has this id")
        elif name not in licence.citable:
            yield Flaw(offset, f"cites [{name}] where it is sealed", "leave it out")


def _unborne(
    waiting: list[tuple[int, _Figure]],
    names: tuple[str, ...],
    language: Language,
    licence: Licence,
) -> Iterator[Flaw]:
    speaking = (*names, *licence.implied)
    if not waiting or licence.lenient or not licence.unsure.isdisjoint(speaking):
        return
    facts = [licence.ledger[name] for name in speaking if name in licence.ledger]
    values = [value for fact in facts for value in fact.values]
    numbers = {abs(figure) for value in values for figure in value.figures}
    days = {end for value in values for end in (value.date, value.date[4:])}
    for index, (offset, figure) in enumerate(waiting):
        cited = bool(names) and index == len(waiting) - 1
        if _borne(figure, numbers, days) or _free(figure, licence, cited=cited):
            continue
        if not figure.day and figure.number is None:
            wrong = f"{figure.text!r} is not a number in {_LANGUAGES[language]}"
            yield Flaw(offset, wrong, f"write it like {_LIKE[language]}")
        else:
            told = f"by {', '.join(names)}" if names else "by any fact"
            right = "cite the fact that bears it, like 57 [S2], or correct the figure"
            yield Flaw(offset, f"{figure.text!r} is not borne {told}", right)


def _borne(figure: _Figure, numbers: set[float], days: set[str]) -> bool:
    if figure.day:
        return figure.day in days
    if figure.number is None:
        return False
    return not numbers.isdisjoint(
        {figure.number, round(figure.number * figure.scale, 6)}
    )


def _free(figure: _Figure, licence: Licence, *, cited: bool) -> bool:
    """Whether a figure needs no fact; a single digit before a citation does."""
    if figure.day:
        return licence.as_of.endswith(figure.day)
    if figure.number in licence.teaching_numbers:
        return True
    if not figure.text.isdecimal():
        return False
    digits = len(figure.text)
    year = digits == len("2019") and int(figure.text) in YEARS
    return year or (digits == 1 and not cited)


def _tokens(text: str, language: Language) -> list[tuple[int, _Token]]:
    """Figures, citations and sentence ends in reading order; an end comes last."""
    found: list[tuple[int, _Token]] = [(len(text), _End())]

    def take(pattern: re.Pattern[str], make: Callable[[re.Match[str]], _Token]) -> None:
        def taken(match: re.Match[str]) -> str:
            found.append((match.start(), make(match)))
            return _blank(match)

        nonlocal text
        text = pattern.sub(taken, text)

    def dated(match: re.Match[str]) -> _Figure:
        first, day, month, year = match.groups()
        ending = f"-{_MONTHS[language].index(month) + 1:02}"
        if first is not None:
            ends = _Figure(match[0], day=f"{year or ''}{ending}-{int(first):02}")
            found.append((match.start(), ends))
        return _Figure(match[0], day=f"{year or ''}{ending}-{int(day):02}")

    def counted(match: re.Match[str]) -> _Figure:
        scale = _SCALE.match(text, match.end())
        power = 3 * (scale.lastindex or 0) if scale else 0
        number = parse_number(match[0], language)
        return _Figure(match[0], number=number, scale=10**power)

    text = spoken(text)
    take(CITATION, lambda match: _Citation(_names(match)))
    take(_ALMOST, lambda match: _Misquoted(match[0]))
    text = _unnumbered(text)
    for pattern in (_LAW, _CLOCK, _MINUTES):
        text = pattern.sub(_blank, text)
    take(_ISO, lambda match: _Figure(match[0], day=match[0]))
    take(_DATE[language], dated)
    take(_NUMBER, counted)
    take(_END, lambda _: _End())
    return sorted(found, key=lambda item: item[0])


def _names(citation: re.Match[str]) -> tuple[str, ...]:
    return tuple(name.strip() for name in citation[1].split(","))


def _unnumbered(text: str) -> str:
    """The text with the numbering of headings and lists blanked.

    A line in the middle of a paragraph that begins with a figure keeps it.
    """
    lines = text.split("\n")
    fresh = True  # a list may begin here
    for index, line in enumerate(lines):
        match = _NUMBERING.match(line)
        if match and (fresh or "#" in match[0]):
            lines[index] = " " * match.end() + line[match.end() :]
        else:
            fresh = not line.strip() or line.lstrip().startswith("#")
    return "\n".join(lines)


def _blank(match: re.Match[str]) -> str:
    """Spaces and line breaks in place of what was found, so that offsets stay."""
    return re.sub(r"[^\n]", " ", match[0])
