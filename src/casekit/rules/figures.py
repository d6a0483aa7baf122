"""Figures: those in a case's own texts are borne by its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.errors import Problem
from casekit.frozen import LANGUAGES
from casekit.page import texts
from casekit.prose import flaws
from casekit.rules.placed import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casekit.page import Loc, Page
    from casekit.prose import Licence
    from casekit.rules.parts import ExhibitPart, Parts, SectionPart


def figures(parts: Parts) -> Iterator[Problem]:
    """Every figure or date in prose that no fact bears.

    The ledger is read by authors only, so that its facts may cite sealed ones.
    """
    yield from _told(parts.outline, parts.licence(), without=("units",))
    everything = frozenset(parts.ledger)
    for placed in parts.facts:
        licence = parts.licence(implied=(placed.value.id,)).citing(everything)
        raw = placed.page.value[placed.loc[0]]
        yield from _texts(placed.page, raw, placed.loc, licence)
    for exhibit in parts.exhibits:
        yield from _exhibit(parts, exhibit)
    for section in parts.sections:
        yield from _section(parts, section)
    for simulator in parts.simulators:
        yield from _told(simulator.page, parts.licence())


def _exhibit(parts: Parts, part: ExhibitPart) -> Iterator[Problem]:
    """Its own words are there at once; a row of one that grows may tell its facts."""
    implied = [name for row in parts.at_once(part) for name in row.facts]
    whole = parts.licence(after=part.after, implied=implied, sure=part.sure)
    yield from _told(part.page, whole)
    for line, row in part.rows:
        sure = row.facts != ()
        licence = parts.licence(after=part.after, implied=row.facts, sure=sure)
        if part.grows:
            licence = licence.citing(licence.citable.union(row.facts))
        for language in LANGUAGES:
            for words in row.words.values():
                for flaw in flaws(words[language], language, licence):
                    wrong = f"{language}: {flaw.wrong}"
                    yield Problem(part.table.path, line, wrong, flaw.right)


def _section(parts: Parts, section: SectionPart) -> Iterator[Problem]:
    """A reveal's title is on the page before it opens; the rest may tell more."""
    page, at_once = section.page, parts.licence()
    yield from _told(page, at_once, without=("reveals",))
    for placed in section.reveals:
        opened = parts.licence(after=placed.value.after)
        raw = mapping(page)["reveals"][placed.loc[-1]]
        for key in ("title", "text"):
            licence = at_once if key == "title" else opened
            yield from _texts(page, raw[key], (*placed.loc, key), licence)


def _told(
    page: Page, licence: Licence, *, without: tuple[str, ...] = ()
) -> Iterator[Problem]:
    for key, part in mapping(page).items():
        if key not in without:
            yield from _texts(page, part, (key,), licence)


def _texts(page: Page, raw: Any, loc: Loc, licence: Licence) -> Iterator[Problem]:  # noqa: ANN401
    for place, told, words in texts(raw, loc):
        for language in LANGUAGES:
            if language == told:
                for flaw in flaws(words, language, licence):
                    line = page.line_in((*place, language), words[: flaw.offset])
                    wrong = f"{language}: {flaw.wrong}"
                    yield Problem(page.path, line, wrong, flaw.right)
