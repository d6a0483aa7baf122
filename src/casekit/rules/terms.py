"""Terms: what the glossary names is called so everywhere, in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casekit.case import Term
from casekit.errors import Problem
from casekit.frozen import LANGUAGES
from casekit.page import texts
from casekit.prose import spoken
from casekit.rules.note import note_name
from casekit.rules.placed import mapping, sound

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from casekit.frozen import Language
    from casekit.notebook import Notebook
    from casekit.rules.parts import Parts
    from casekit.rules.placed import Placed

GLOSSARY = "glossary"


def terms(parts: Parts, books: Collection[Notebook] = ()) -> Iterator[Problem]:
    """Every text that says otherwise what the glossary has a term for.

    The glossary itself may name what it avoids.
    """
    glossary: tuple[Placed[Term], ...] = tuple(sound(parts.outline, GLOSSARY, Term))
    yield from _at_odds(glossary)
    words = {language: _Words.of(glossary, language) for language in LANGUAGES}
    yield from _told(parts, words)
    yield from _tables(parts, words)
    for language in LANGUAGES:
        page = parts.pages[note_name(language)]
        for offset, wrong, right in words[language].avoided(page.text):
            line = page.text.count("\n", 0, offset) + 1
            yield Problem(page.path, line, wrong, right)
    for book in books:
        for cell in book.prose:
            for offset, wrong, right in words[book.language].avoided(cell.text):
                yield Problem(book.page.path, cell.line(offset), wrong, right)


@dataclass(frozen=True)
class _Words:
    """Terms and what is not said for them, in one language, longest first.

    `rights` has the term for each group of the pattern; terms stand in none, so that
    `acting mayor` is not found wanting where `mayor` is avoided.
    """

    pattern: re.Pattern[str] | None
    rights: tuple[str, ...]

    @classmethod
    def of(cls, glossary: Sequence[Placed[Term]], language: Language) -> _Words:
        pairs = [
            (variant, placed.value.term[language])
            for placed in glossary
            for variant in placed.value.avoid[language]
        ]
        forms = [(placed.value.term[language], "") for placed in glossary] + pairs
        forms.sort(key=lambda form: -len(_form(form[0])))  # of one length: terms first
        sides = [f"({_pattern(v)})" if right else _pattern(v) for v, right in forms]
        whole = rf"(?<!\w)(?:{'|'.join(sides)})(?!\w)"
        pattern = re.compile(whole, re.IGNORECASE) if pairs else None
        return cls(pattern, tuple(right for _, right in forms if right))

    def avoided(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Where a text says what it should not, and what would be right."""
        for match in self.pattern.finditer(spoken(text)) if self.pattern else ():
            if match.lastindex is not None:
                wrong = f"says {_form(match[0])!r}"
                right = f"the glossary's term is {self.rights[match.lastindex - 1]!r}"
                yield match.start(), wrong, right


def _told(parts: Parts, words: dict[Language, _Words]) -> Iterator[Problem]:
    for page in parts.pages.values():
        raw = page.value
        if page is parts.outline:
            raw = {k: part for k, part in mapping(page).items() if k != GLOSSARY}
        for place, told, text in texts(raw):
            for language in LANGUAGES:
                if language == told:
                    for offset, wrong, right in words[language].avoided(text):
                        line = page.line_in((*place, language), text[:offset])
                        yield Problem(page.path, line, f"{language}: {wrong}", right)


def _tables(parts: Parts, words: dict[Language, _Words]) -> Iterator[Problem]:
    for part in parts.exhibits:
        for line, row in part.rows:
            for text in row.words.values():
                for language in LANGUAGES:
                    for _, wrong, right in words[language].avoided(text[language]):
                        told = f"{language}: {wrong}"
                        yield Problem(part.table.path, line, told, right)


def _at_odds(glossary: Sequence[Placed[Term]]) -> Iterator[Problem]:
    """What the glossary avoids in one place and uses in another."""
    for language in LANGUAGES:
        used = {_form(placed.value.term[language]): placed for placed in glossary}
        for placed in glossary:
            for index, variant in enumerate(placed.value.avoid[language]):
                term = used.get(_form(variant))
                if term is not None:
                    wrong = f"avoids {variant!r}, the term of {term.value.id!r}"
                    right = "take it out here, or choose another term"
                    yield placed.problem(wrong, right, "avoid", language, index)


def _form(words: str) -> str:
    return " ".join(words.split()).casefold()


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
