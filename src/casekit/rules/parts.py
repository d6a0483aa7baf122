"""The parts of a case as far as they could be read, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from casekit.case import Fact, Reveal, seals_of
from casekit.frozen import FACT_ID, SLUG, STEM
from casekit.plan import Step
from casekit.prose import Licence
from casekit.question import Question
from casekit.rules.placed import (
    Ids,
    Placed,
    ids_of,
    items_of,
    mapping,
    named,
    sound,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.case import Role, Source
    from casekit.exhibit import Exhibit, Row
    from casekit.page import Page
    from casekit.rows import Lined
    from casekit.simulator import Simulator


@dataclass(frozen=True)
class ExhibitPart:
    """`rows` are those that could be read: all of them if `sure`."""

    stem: str
    page: Page
    exhibit: Exhibit | None
    table: Page
    rows: Lined
    sure: bool

    @property
    def after(self) -> str | None:
        after = mapping(self.page).get("after")
        return after if isinstance(after, str) else None

    @property
    def grows(self) -> bool:
        return mapping(self.page).get("grows") is True

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for _, row in self.rows for name in row.facts))


@dataclass(frozen=True)
class SimulatorPart:
    stem: str
    page: Page
    simulator: Simulator | None


@dataclass(frozen=True)
class SectionPart:
    """A section's lists and those of its questions and reveals that are sound."""

    stem: str
    page: Page

    def names(self, key: str, form: str = SLUG) -> Iterator[Placed[str]]:
        return words(self.page, key, form)

    @cached_property
    def questions(self) -> tuple[Placed[Question], ...]:
        return tuple(sound(self.page, "questions", Question))

    @cached_property
    def reveals(self) -> tuple[Placed[Reveal], ...]:
        return tuple(sound(self.page, "reveals", Reveal))

    @cached_property
    def steps(self) -> tuple[Placed[Step], ...]:
        return tuple(sound(self.page, "steps", Step))

    @property
    def steps_sure(self) -> bool:
        """Whether those are all its steps."""
        given = items_of(self.page, "steps")
        whole = given is not None and len(given) == len(self.steps)
        return whole and not self.page.problems

    def ids(self, key: str) -> Ids:
        """The ids of the section's questions or reveals."""
        return ids_of(named(self.page, key, SLUG), self.page, key)

    def listed(self, key: str, form: str = SLUG) -> Ids:
        """The ids in one of the section's own lists."""
        return ids_of(self.names(key, form), self.page, key)


@dataclass(frozen=True)
class Parts:
    """A case that may have problems."""

    slug: str
    pages: dict[str, Page]
    sources: tuple[Placed[Source], ...]
    facts: tuple[Placed[Fact], ...]
    roles: tuple[Placed[Role], ...]
    exhibits: tuple[ExhibitPart, ...]
    sections: tuple[SectionPart, ...]
    simulators: tuple[SimulatorPart, ...] = ()
    listed: bool = True  # whether the folders of such parts could be listed
    strays: frozenset[str] = frozenset()  # stems of files there that are not read

    @property
    def outline(self) -> Page:
        return self.pages["case.yaml"]

    @cached_property
    def ledger(self) -> dict[str, Fact]:
        """The facts that are sound."""
        found: dict[str, Fact] = {}
        for placed in self.facts:
            found.setdefault(placed.value.id, placed.value)
        return found

    @cached_property
    def fact_ids(self) -> Ids:
        return self._file_ids("facts", FACT_ID)

    @cached_property
    def source_ids(self) -> Ids:
        return self._file_ids("sources", SLUG)

    @cached_property
    def role_ids(self) -> Ids:
        return self._file_ids("roles", SLUG)

    @cached_property
    def exhibit_ids(self) -> Ids:
        there = frozenset(part.stem for part in self.exhibits)
        return Ids(there | self.strays, sure=self.listed)

    @cached_property
    def simulator_ids(self) -> Ids:
        there = frozenset(part.stem for part in self.simulators)
        return Ids(there | self.strays, sure=self.listed)

    @cached_property
    def exhibit_parts(self) -> dict[str, ExhibitPart]:
        return {part.stem: part for part in self.exhibits}

    @cached_property
    def stems(self) -> tuple[Placed[str], ...]:
        """The sections that case.yaml names."""
        return tuple(words(self.outline, "sections", STEM))

    @cached_property
    def stem_ids(self) -> Ids:
        return ids_of(self.stems, self.outline, "sections")

    @cached_property
    def question_ids(self) -> Ids:
        return self._across("questions")

    @cached_property
    def reveal_ids(self) -> Ids:
        return self._across("reveals")

    @cached_property
    def objective_ids(self) -> Ids:
        return ids_of(
            named(self.outline, "objectives", SLUG), self.outline, "objectives"
        )

    @cached_property
    def version_ids(self) -> Ids:
        return ids_of(named(self.outline, "versions", SLUG), self.outline, "versions")

    @cached_property
    def unit_ids(self) -> Ids:
        raw = mapping(self.outline).get("units")
        if not isinstance(raw, dict):
            return Ids(frozenset(), sure=False)
        return Ids(frozenset(raw), sure=not self.outline.problems)

    def licence(
        self,
        *,
        after: str | None = None,
        implied: Iterable[str] = (),
        sure: bool = True,
    ) -> Licence:
        """What a text may say that is shown at once, or with the reveals `after`.

        Unless `sure`, it is not known whether that is all that is implied.
        """
        base = self._at_once
        sealed = self._sealed.get(after, frozenset()) if after else frozenset()
        return replace(
            base,
            citable=base.citable | sealed if sealed else base.citable,
            implied=tuple(implied),
            lenient=base.lenient
            or not sure
            or (after is not None and self.question_ids.lacks(after)),
        )

    @cached_property
    def _at_once(self) -> Licence:
        raw = mapping(self.outline)
        as_of, taught = raw.get("as_of"), raw.get("teaching_numbers", [])
        known = isinstance(taught, list) and not self.outline.problems
        return Licence(
            ledger=self.ledger,
            citable=self._sealed.get(None, frozenset()),
            as_of=as_of if isinstance(as_of, str) else "",
            teaching_numbers=frozenset(
                number
                for number in (taught if known else [])
                if isinstance(number, int | float) and not isinstance(number, bool)
            ),
            unsure=self.fact_ids.names - frozenset(self._sealable),
            lenient=not (known and self.fact_ids.sure),
        )

    @cached_property
    def _sealable(self) -> frozenset[str]:
        """The sound facts that are open, or sealed after a question that there is."""
        return frozenset(
            fact.id
            for fact in self.ledger.values()
            if fact.after is None or not self.question_ids.lacks(fact.after)
        )

    def at_once(self, part: ExhibitPart) -> tuple[Row, ...]:
        """The rows of an exhibit that are there as soon as it is."""
        rows = tuple(row for _, row in part.rows)
        if not part.grows:
            return rows
        return tuple(row for row in rows if not seals_of(row.facts, self.ledger))

    def knows(self, facts: Iterable[str]) -> bool:
        """Whether facts and what seals them are all sound."""
        return self._sealable.issuperset(facts)

    def hides(self, fact: str, *, after: str | None) -> bool:
        """Whether a fact is still sealed where the answers to `after` are in."""
        sealed = self.ledger[fact].after not in {None, after}
        lost = after is not None and self.question_ids.lacks(after)
        return sealed and fact in self._sealable and not lost

    @cached_property
    def _sealed(self) -> dict[str | None, frozenset[str]]:
        """The sound facts by the question that opens them."""
        found: dict[str | None, set[str]] = {}
        for fact in self.ledger.values():
            found.setdefault(fact.after, set()).add(fact.id)
        return {after: frozenset(names) for after, names in found.items()}

    def _across(self, key: str) -> Ids:
        """The ids of all sections' questions or reveals."""
        each = [section.ids(key) for section in self.sections]
        names: frozenset[str] = frozenset().union(*(ids.names for ids in each))
        there = {section.stem for section in self.sections}
        whole = self.listed and all(stem.value in there for stem in self.stems)
        once = len(names) == sum(len(ids.names) for ids in each)
        return Ids(names, sure=whole and once and all(ids.sure for ids in each))

    def _file_ids(self, name: str, form: str) -> Ids:
        page = self.pages[f"{name}.yaml"]
        return ids_of(named(page, None, form), page, None)
