"""What every part of a case is made of: frozen models, ids, dates, bilingual text."""

from __future__ import annotations

import re
from calendar import monthrange
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")

SLUG = r"^[a-z0-9]+([-_][a-z0-9]+)*$"
STEM = r"^[0-9]{2}_[a-z0-9]+(-[a-z0-9]+)*$"
FACT_ID = r"^[A-Z]{1,3}[0-9]+[a-z]?$"
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Stem = Annotated[str, StringConstraints(pattern=STEM)]
FactId = Annotated[str, StringConstraints(pattern=FACT_ID)]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


def fact_order(name: str) -> tuple[str, int, str]:
    """By letters, number and ending, as a reader looks a fact up.

    >>> sorted(["S10", "S2b", "S2"], key=fact_order)
    ['S2', 'S2b', 'S10']
    """
    letters, number, ending = re.findall(r"^([A-Z]+)([0-9]+)([a-z]?)$", name)[0]
    return letters, int(number), ending


def _in_the_calendar(day: str) -> str:
    """Refuse a 30 February, which no pattern can.

    Raises:
        ValueError: the calendar has no such day.
    """
    year, month, number = (*map(int, day.split("-")), 1, 1)[:3]
    if number > monthrange(year, month)[1]:
        raise ValueError(f"there is no {day} in the calendar")
    return day


Day = Annotated[
    str,
    StringConstraints(
        pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
    ),
    AfterValidator(_in_the_calendar),
]
WholeDay = Annotated[
    str,
    StringConstraints(
        pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    ),
    AfterValidator(_in_the_calendar),
]


TRACKING = re.compile(r"utm_.*|fbclid|gclid", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def _of_a_page(address: str) -> str:
    """Refuse what leads elsewhere for others, or tells who has looked.

    Raises:
        ValueError: says which part of the address to change, and how.
    """
    place = re.split(r"[/?#]", address.partition("://")[2], maxsplit=1)[0]
    _, at, where = place.rpartition("@")
    host, colon, _ = where.partition(":")
    pairs = address.partition("?")[2].split("&")
    tracking = [pair for pair in pairs if TRACKING.fullmatch(pair.partition("=")[0])]
    closing = address.endswith(")") and address.count("(") < address.count(")")
    cures = {
        "leave out the spaces and angle brackets": re.search(r"[\s<>]", address),
        f"leave out {address[-1]!r} at the end": address[-1] in ".,;" or closing,
        "leave out the fragment, from '#' on": "#" in address,
        "leave out the user name, up to '@'": at,
        "leave out the port, from ':' on": colon,
        "write the host in small letters": host != host.lower(),
        "name a host like example.org, with a dot and not a number": not (
            _HOST.fullmatch(host.lower())
        ),
        f"leave out {' and '.join(tracking)}": tracking,
    }
    if wanted := [cure for cure, needed in cures.items() if needed]:
        raise ValueError("; ".join(wanted))
    return address


Address = Annotated[
    str, StringConstraints(pattern=r"^https?://\S"), AfterValidator(_of_a_page)
]


class Frozen(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False
    )


class Text(Frozen):
    """The same words in every language of the kit."""

    id: Words
    en: Words

    def __getitem__(self, language: Language) -> str:
        return self.id if language == "id" else self.en


class Grade(StrEnum):
    """How a value is known; a value is never shown above its grade."""

    READ = "read"
    SECONDARY = "secondary"
    COMPUTED = "computed"
    UNVERIFIED = "unverified"
    SIMULATED = "simulated"
    ASSUMED = "assumed"
