"""Where in a page a part stands, and which ids a list of parts holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from casekit.errors import Problem
from casekit.model import validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.page import Loc, Page

OPTIONAL = frozenset(  # lists that may be left out
    {"facts", "exhibits", "simulators", "questions", "reveals", "versions"}
)
Part = TypeVar("Part", covariant=True)  # noqa: PLC0105 - reads better in its uses


@dataclass(frozen=True)
class Placed(Generic[Part]):
    """A part of a page and its place there."""

    page: Page
    loc: Loc
    value: Part

    def problem(self, wrong: str, right: str, *inner: str | int) -> Problem:
        """Say what is wrong with it, or with what stands at `inner` inside it."""
        line = self.page.line((*self.loc, *inner))
        return Problem(self.page.path, line, wrong, right)

    def unknown(self, noun: str, name: str, *inner: str | int) -> Problem:
        wrong = f"names {noun} {name!r}"
        return self.problem(wrong, f"no {noun} has this id", *inner)


@dataclass(frozen=True)
class Ids:
    """The ids of one kind as they stand in the files, sound or not.

    Unless `sure`, some could not be read or are doubled, and another may be meant.
    """

    names: frozenset[str]
    sure: bool = True

    def lacks(self, name: str) -> bool:
        return self.sure and name not in self.names

    def if_also(self, others: Ids) -> Ids:
        """The same ids, sure only if the others are sure too."""
        return Ids(self.names, sure=self.sure and others.sure)


def mapping(page: Page) -> dict[str, Any]:
    """A page's keys; none where it has none."""
    return page.value if isinstance(page.value, dict) else {}


def words(page: Page, key: str, form: str) -> Iterator[Placed[str]]:
    """The well-formed words in the list under a key."""
    for index, item in enumerate(items_of(page, key) or []):
        if isinstance(item, str) and re.fullmatch(form, item):
            yield Placed(page, (key, index), item)


def named(page: Page, key: str | None, form: str) -> Iterator[Placed[str]]:
    """The well-formed ids of the parts listed under a key, or of the whole page."""
    loc = () if key is None else (key,)
    for index, item in enumerate(items_of(page, key) or []):
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str) and re.fullmatch(form, name):
            yield Placed(page, (*loc, index), name)


def sound(
    page: Page,
    key: str,
    form: Any,  # noqa: ANN401 - a model or a union of them
    within: Loc = (),
) -> Iterator[Placed[Any]]:
    """The parts listed under a key that are sound; the others are told elsewhere."""
    items: Any = page.value
    for name in (*within, key):
        try:
            items = items[name]
        except (KeyError, IndexError, TypeError):
            return
    for index, item in enumerate(items if isinstance(items, list) else ()):
        loc = (*within, key, index)
        value, _ = validated(form, page, loc, item)
        if value is not None:
            yield Placed(page, loc, value)


def items_of(page: Page, key: str | None) -> list[Any] | None:
    """A list of the page, None where it cannot be read."""
    items = page.value
    if key is not None:
        given = items.get(key) if isinstance(items, dict) else None
        absent = isinstance(items, dict) and key in OPTIONAL and key not in items
        items = [] if absent else given
    return items if isinstance(items, list) else None


def ids_of(found: Iterable[Placed[str]], page: Page, key: str | None) -> Ids:
    names = frozenset(placed.value for placed in found)
    items = items_of(page, key)
    sure = items is not None and len(items) == len(names) and not page.problems
    return Ids(names, sure=sure)
