"""Open and check a case folder: the only reader of casefiles/.

`read` gives the case or all its problems; `check` also reads the notebooks and every
figure in prose. Neither raises for anything that a file may contain.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from casekit import rules
from casekit.case import (
    Case,
    Exhibit,
    Fact,
    Outline,
    Role,
    Section,
    Source,
)
from casekit.errors import CaseError, CaseProblemsError, Problem
from casekit.exhibit import exhibit_rows
from casekit.model import validated
from casekit.notebook import read_notebooks
from casekit.page import Page, read_csv, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve()
CHECKOUT = HERE.parents[2]
SHIPPED = HERE.parent / "shipped"
LISTS: dict[str, type] = {"sources": Source, "facts": Fact, "roles": Role}


@dataclass(frozen=True)
class Checked:
    """What a check found: the problems, and what it went through."""

    name: str
    problems: tuple[Problem, ...]
    counts: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        if self.problems:
            return "\n".join(str(problem) for problem in self.problems)
        told = ", ".join(f"{count} {noun}" for noun, count in self.counts)
        return f"{self.name}: {told}; no problems"


def home() -> Path:
    """The folder that holds the cases: CASEKIT_CASES, the checkout, or the package."""
    chosen = os.environ.get("CASEKIT_CASES")
    if chosen:
        return Path(chosen)
    checkout = CHECKOUT / "casefiles"
    return checkout if checkout.is_dir() else SHIPPED / "casefiles"


def find(slug: str) -> Path:
    """The folder of a case.

    Raises:
        CaseError: there is none of this name; it says which ones there are.
    """
    folder = home() / slug
    if slug and Path(slug).name == slug and (folder / "case.yaml").is_file():
        return folder
    told = ", ".join(path.name for path in every_case()) or "none"
    raise CaseError(
        f"no case {slug!r} in {str(home())!r}; there: {told}. "
        "CASEKIT_CASES chooses another folder of cases"
    )


def every_case() -> list[Path]:
    """The folder of every case there is."""
    return sorted(path.parent for path in home().glob("*/case.yaml"))


def notebooks_of(folder: Path) -> Path:
    """Where a case's notebooks stand: notebooks/<slug>/ beside the folder of cases."""
    return folder.parent.parent / "notebooks" / folder.name


def open_casefile(folder: Path) -> Case:
    """The case in a folder.

    Raises:
        CaseProblemsError: carries every problem found.
    """
    reading = _read(folder)
    if reading.case is None:
        raise CaseProblemsError(folder.name, reading.sorted())
    return reading.case


def check(folder: Path) -> Checked:
    """Every problem of a case, its prose and its notebooks."""
    reading = _read(folder)
    notebooks = read_notebooks(notebooks_of(folder))
    reading.problems += [p for book in notebooks for p in book.problems]
    if reading.parts is not None:
        reading.problems += rules.prose(reading.parts, reading.pages)
        reading.problems += rules.notebooks(reading.parts, notebooks)
    parts = reading.parts
    counts = (
        ("facts", len(parts.facts) if parts else 0),
        ("sources", len(parts.sources) if parts else 0),
        ("exhibits", len(parts.exhibits) if parts else 0),
        ("questions", sum(len(s.questions) for s in parts.sections) if parts else 0),
        ("notebooks", len(notebooks)),
    )
    return Checked(folder.name, reading.sorted(), counts)


class _Reading:
    """One pass over a case folder, gathering its parts and their problems."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.pages: dict[str, Page] = {}
        self.parts: Case | None = None  # what could be read, sound or not
        self.case: Case | None = None  # the same, once nothing is wrong with it

    def sorted(self) -> tuple[Problem, ...]:
        return tuple(sorted(set(self.problems)))

    def page(self, name: str) -> Page:
        page = read_yaml(self.folder / name, f"{self.folder.name}/{name}")
        self.problems += page.problems
        self.pages[name] = page
        return page

    def one(self, name: str, model: type, **extra: Any) -> Any:  # noqa: ANN401
        page = self.page(name)
        if page.problems and page.value is None:
            return None
        value, problems = validated(TypeAdapter(model), page, (), page.value)
        self.problems += problems
        return value.model_copy(update=extra) if value is not None else None

    def many(self, name: str, model: type) -> tuple[Any, ...]:
        page = self.page(name)
        if page.value is None or not isinstance(page.value, list):
            if not page.problems:
                page.problem(1, "is not a list", "start each part with a dash")
                self.problems.append(page.problems[-1])
            return ()
        adapter = TypeAdapter(model)
        found = []
        for index, item in enumerate(page.value):
            value, problems = validated(adapter, page, (index,), item)
            self.problems += problems
            if value is not None:
                found.append(value)
        return tuple(found)

    def exhibit(self, path: Path) -> Exhibit | None:
        name = f"exhibits/{path.name}"
        exhibit: Exhibit | None = self.one(name, Exhibit, id=path.stem)
        table, rows = read_csv(
            path.with_suffix(".csv"), f"{self.folder.name}/exhibits/{path.stem}.csv"
        )
        self.problems += table.problems
        if exhibit is None or table.problems:
            return exhibit
        made, problems = exhibit_rows(exhibit, table, rows)
        self.problems += problems
        return exhibit.model_copy(update={"rows": made})


def _read(folder: Path) -> _Reading:
    reading = _Reading(folder)
    if not folder.is_dir():
        reading.problems.append(
            Problem(folder.name, 1, "is not a folder", "name a case or a case's folder")
        )
        return reading
    outline: Outline | None = reading.one("case.yaml", Outline)
    lists = {name: reading.many(f"{name}.yaml", model) for name, model in LISTS.items()}
    exhibits = [reading.exhibit(path) for path in _sorted(folder / "exhibits", ".yaml")]
    reading.problems += _strays(folder)
    sections = []
    for path in _sorted(folder / "sections", ".yaml"):
        name = f"sections/{path.name}"
        sections.append(reading.one(name, Section, stem=path.stem))
    if outline is None:
        return reading
    reading.parts = Case.model_construct(
        slug=folder.name,
        outline=outline,
        exhibits=tuple(e for e in exhibits if e is not None),
        sections=tuple(s for s in sections if s is not None),
        **lists,
    )
    reading.problems += rules.links(reading.parts, reading.pages)
    if not reading.problems:
        order = outline.sections
        reading.case = reading.parts.model_copy(
            update={
                "sections": tuple(
                    sorted(reading.parts.sections, key=lambda s: order.index(s.stem))
                )
            }
        )
    return reading


def _sorted(folder: Path, ending: str) -> list[Path]:
    return sorted(path for path in folder.glob(f"*{ending}") if path.is_file())


def _strays(folder: Path) -> Iterable[Problem]:
    """A table without its description, which nobody would ever see."""
    stems = Counter(path.stem for path in _sorted(folder / "exhibits", ".yaml"))
    for path in _sorted(folder / "exhibits", ".csv"):
        if path.stem not in stems:
            name = f"{folder.name}/exhibits/{path.name}"
            yield Problem(name, 1, "has no description", f"write {path.stem}.yaml")
