"""Reading: what a class has to read fits the minutes that it has.

Of each notebook counts all that is on the page unasked, up to the first heading that
begins "After class": prose, the texts of its questions, exhibits, simulators and
reveals, not its rubric and sources. Reading takes the minutes at the device, and may
take a declared share of the others, for some of it is read together. So this is the
least a class needs; answering comes on top.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from casekit.case import Reading
from casekit.errors import Problem
from casekit.frozen import SLUG
from casekit.model import validated
from casekit.page import texts
from casekit.plan import Minutes, minutes_of
from casekit.prose import spoken
from casekit.rules.placed import mapping, named
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from casekit.frozen import Language
    from casekit.notebook import Notebook
    from casekit.rules.parts import Parts

_WORD = re.compile(r"\w+(?:[-–'’.,/]\w+)*")


class Length(NamedTuple):
    """What a section has to read in one language, and how long that may take."""

    stem: str
    language: Language
    words: int
    words_per_minute: int
    minutes: Minutes
    share: float

    @property
    def takes(self) -> float:
        """Minutes of reading."""
        return self.words / self.words_per_minute

    @property
    def may_take(self) -> float:
        """Minutes that reading may take at most."""
        others = self.minutes.total - self.minutes.device
        return self.minutes.device + self.share * others


def reading(parts: Parts, books: Collection[Notebook]) -> Iterator[Problem]:
    """Every notebook that has more to read than its section has time for."""
    paths = {(book.stem, book.language): book.page.path for book in books}
    for length in lengths(parts, books):
        if length.takes > length.may_take:
            wrong = f"takes {length.takes:.1f} minutes to read, {length.words} words"
            most = int(length.may_take * length.words_per_minute)
            right = f"cut it to {most} words, or move some of it to after the class"
            yield Problem(paths[length.stem, length.language], 1, wrong, right)


def lengths(parts: Parts, books: Collection[Notebook]) -> Iterator[Length]:
    """The length of every notebook whose section's minutes are known."""
    pace = _pace(parts)
    shelf = _Shelf(parts)
    sections = {section.stem: section for section in parts.sections}
    for book in books:
        section = sections.get(book.stem)
        if pace is None or section is None or not section.steps_sure:
            continue
        minutes = minutes_of(step.value for step in section.steps)
        speed = pace.words_per_minute[book.language]
        words = shelf.words_in(book)
        yield Length(book.stem, book.language, words, speed, minutes, pace.share)


def _pace(parts: Parts) -> Reading | None:
    """The pace that the case declares, the kit's own where it declares none."""
    given = mapping(parts.outline).get("reading", {})
    pace: Reading | None = validated(Reading, parts.outline, ("reading",), given)[0]
    return pace


@dataclass(frozen=True)
class _Shelf:
    """What the cards of a case have to read."""

    parts: Parts

    def words_in(self, book: Notebook) -> int:
        """The words of a notebook and its cards, up to its after-class part."""
        heading = say("after-class", book.language)
        after = re.compile(
            rf"^ {{0,3}}#{{1,6}}[ \t]+{re.escape(heading)}\b", re.MULTILINE
        )
        total = 0
        for cell in book.cells:
            if cell.kind == "markdown":
                end = after.search(cell.text)
                total += _count(cell.text[: end.start()] if end else cell.text)
                if end:
                    break
            for call in cell.calls:
                total += self._card(call.verb, call.name, book.language)
        return total

    def _card(self, verb: str, name: str, language: Language) -> int:
        match verb:
            case "ask":
                return _told(self._part("questions", name), language)
            case "show":
                return self._exhibit(name, language)
            case "reveal":
                raw = self._part("reveals", name)
                shown = raw.get("exhibit")
                more = self._exhibit(shown, language) if isinstance(shown, str) else 0
                return _told(raw, language) + more
            case "simulate":
                return self._simulator(name, language)
        return 0

    def _part(self, key: str, name: str) -> dict[str, Any]:
        for section in self.parts.sections:
            for placed in named(section.page, key, SLUG):
                if placed.value == name:
                    part: dict[str, Any] = section.page.value[key][placed.loc[-1]]
                    return part
        return {}

    def _exhibit(self, name: str, language: Language) -> int:
        part = self.parts.exhibit_parts.get(name)
        if part is None:
            return 0
        rows = sum(
            sum(_count(words[language]) for words in row.words.values())
            + len(row.numbers)
            + len(row.dates)
            for _, row in part.rows
        )
        return _told(part.page.value, language) + rows

    def _simulator(self, name: str, language: Language) -> int:
        """Its title, its purpose and its policy; what is folded up counts for none."""
        for part in self.parts.simulators:
            if part.stem == name:
                raw = mapping(part.page)
                seen = [raw.get("title"), raw.get("purpose")]
                asked = self._part("questions", str(raw.get("policy")))
                return _told([*seen, asked], language)
        return 0


def _told(raw: Any, language: Language) -> int:  # noqa: ANN401 - any part of a page
    """The words of all texts in a part of a page."""
    return sum(_count(text) for _, told, text in texts(raw) if told == language)


def _count(text: str) -> int:
    return len(_WORD.findall(spoken(text)))
