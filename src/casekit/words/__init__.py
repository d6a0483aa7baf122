"""The kit's own words in both languages, and how numbers and times are written.

Every message says what happened, whether the answer is safe, and what to do next.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.numbers import format_decimal

from casekit.words import (
    console,
    gallery,
    kit,
    note,
    room,
    rotation,
    teaching,
    wallroom,
)

if TYPE_CHECKING:
    from casekit.frozen import Language

WORDS = {
    **kit.WORDS,
    **console.WORDS,
    **teaching.WORDS,
    **room.WORDS,
    **wallroom.WORDS,
    **gallery.WORDS,
    **rotation.WORDS,
    **note.WORDS,
}


def say(key: str, language: Language, **amounts: object) -> str:
    """A sentence of the kit, its places filled and its numbers in the language's form.

    >>> say("characters", "id", length=1281, limit=280)
    '1.281 dari 280 karakter'
    """
    sentence = WORDS[key][0 if language == "id" else 1]
    told = {
        name: number(amount, language) if isinstance(amount, int | float) else amount
        for name, amount in amounts.items()
    }
    return sentence.format(**told)


def number(value: float, language: Language) -> str:
    """A number as the language writes it; up to four decimals, none invented.

    >>> number(1228, "id"), number(85.4, "id"), number(-0.00001, "en")
    ('1.228', '85,4', '0')
    """
    seen = value if round(value, 4) else 0  # a zero has no minus
    return str(format_decimal(seen, format="#,##0.####", locale=language))


def day(value: str, language: Language) -> str:
    """A year, month or day as the language writes it.

    >>> day("2019-05-16", "id"), day("2019-05", "en"), day("2019", "id")
    ('16 Mei 2019', 'May 2019', '2019')
    """
    parts = [int(part) for part in value.split("-")]
    form = ("y", "MMMM y", "d MMMM y")[len(parts) - 1]
    year, month, day_of_month = (*parts, 1, 1)[:3]
    return str(format_date(date(year, month, day_of_month), form, locale=language))


def clock(value: datetime, language: Language) -> str:
    """The time of day, 10.42 in Indonesian and 10:42 in English.

    >>> clock(datetime(2019, 5, 16, 10, 42), "id")
    '10.42'
    """
    return f"{value:%H.%M}" if language == "id" else f"{value:%H:%M}"


LONGEST = 15  # characters; beyond that a float is no longer exact
_NUMBERS = {
    "id": re.compile(r"^[-+]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]{1,4})?$"),
    "en": re.compile(r"^[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]{1,4})?$"),
}


def parse_number(text: str, language: Language) -> float | int | None:
    """The number a person typed, or None where it is not one in this language.

    Four decimals at most, as many as `number` writes.

    >>> [parse_number(typed, "id") for typed in ("1.250", "12,5", "1.5")]
    [1250, 12.5, None]
    """
    typed = text.strip().replace("\u00a0", "")
    if len(typed) > LONGEST or not _NUMBERS[language].match(typed):
        return None
    group, decimal = (".", ",") if language == "id" else (",", ".")
    plain = typed.replace(group, "").replace(decimal, ".")
    return float(plain) if "." in plain else int(plain)
