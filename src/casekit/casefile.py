"""Open and check a case folder: the only reader of casefiles/.

`read` gives the case or all its problems; `check` also reads the notebooks and every
figure in prose. Neither raises for anything that a file may contain.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casekit import rules
from casekit.case import Case, Fact, Outline, Role, Section, Source
from casekit.errors import CaseError, CaseProblemsError, Problem
from casekit.exhibit import Exhibit
from casekit.frozen import LANGUAGES
from casekit.model import validated
from casekit.notebook import read_notebook
from casekit.page import Page, read_csv, read_text, read_yaml
from casekit.place import whole
from casekit.rows import exhibit_rows
from casekit.rules import ExhibitPart, Length, Parts, SectionPart, SimulatorPart
from casekit.rules.placed import Placed
from casekit.simulator import Simulator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.frozen import Language
    from casekit.notebook import Notebook

HERE = Path(__file__).resolve()
LARGEST_NOTE = 200_000  # bytes; a case of seven sections has half of it
CHECKOUT = HERE.parents[2]
SHIPPED = HERE.parent / "shipped"
ROOM = "pengajar"  # the folder of the instructor's and the projector's notebooks


@dataclass(frozen=True)
class Checked:
    """What a check found: the problems, and what it went through."""

    name: str
    problems: tuple[Problem, ...]
    counts: tuple[tuple[str, int], ...]

    def seen_from(self, here: Path, folder: Path) -> Checked:
        """The same, with paths that open from `here`; `folder` is the case's."""
        roots = (folder.parent, notebooks_of(folder).parent)

        def path(problem: Problem) -> str:
            there = [root for root in roots if (root / problem.path).exists()]
            whole_path = (there or [folder.parent])[0] / problem.path
            try:
                return Path(os.path.relpath(whole_path, here)).as_posix()
            except ValueError:  # another drive of Windows
                return whole_path.as_posix()

        seen = (replace(problem, path=path(problem)) for problem in self.problems)
        return replace(self, problems=tuple(seen))

    def __str__(self) -> str:
        if self.problems:
            return "\n".join(str(problem) for problem in self.problems)
        told = ", ".join(f"{count} {noun}" for noun, count in self.counts)
        return f"{self.name}: {told}; no problems"


def home() -> Path:
    """The folder that holds the cases: CASEKIT_CASES, the checkout, or the package."""
    chosen = os.environ.get("CASEKIT_CASES")
    if chosen:
        return whole(Path(chosen))
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
    reading = _Reading(folder)
    case = reading.case()
    if case is None:
        raise CaseProblemsError(reading.slug, reading.sorted())
    return case


def check(folder: Path) -> Checked:
    """Every problem of a case, its prose and its notebooks."""
    reading = _Reading(folder)
    parts = reading.parts
    if parts is None:
        return Checked(reading.slug, reading.sorted(), ())
    notebooks = list(_notebooks(notebooks_of(folder), reading))
    desks = list(_in_folder(notebooks_of(folder), ROOM, LANGUAGES[0], reading))
    reading.problems += rules.figures(parts)
    reading.problems += rules.terms(parts, notebooks)
    reading.problems += rules.walkthrough(parts, notebooks)
    reading.problems += rules.parity(notebooks, told=reading.sorted())
    reading.problems += rules.reading(parts, notebooks)
    reading.problems += rules.note(parts)
    reading.problems += rules.worded(parts, desks)
    counts = (
        ("facts", len(parts.facts)),
        ("sources", len(parts.sources)),
        ("exhibits", len(parts.exhibits)),
        ("questions", sum(len(section.questions) for section in parts.sections)),
        ("simulators", len(parts.simulators)),
        ("notebooks", len(notebooks) + len(desks)),
    )
    return Checked(reading.slug, reading.sorted(), counts)


def lengths(folder: Path) -> tuple[Length, ...]:
    """What a class has to read in each section and language, in the case's order."""
    reading = _Reading(folder)
    parts = reading.parts
    if parts is None:
        return ()
    notebooks = list(_notebooks(notebooks_of(folder), reading))
    place = {stem.value: index for index, stem in enumerate(parts.stems)}
    found = rules.lengths(parts, notebooks)
    return tuple(sorted(found, key=lambda length: place.get(length.stem, len(place))))


class _Reading:
    """One pass over a case folder: its parts, sound or not, and their problems."""

    def __init__(self, folder: Path) -> None:
        self.slug = folder.name
        self.problems: list[Problem] = []
        self.parts: Parts | None = None
        self._outline: Outline | None = None
        self._sections: list[Section] = []
        self._folder = folder
        self._pages: dict[str, Page] = {}
        self._all_listed = True
        self._stray_stems: set[str] = set()
        if _is_folder(folder):
            self._read()
        else:
            right = "name a case or a case's folder"
            self.problems.append(Problem(self.slug, 1, "is not a folder", right))

    def sorted(self) -> tuple[Problem, ...]:
        return tuple(sorted(set(self.problems)))

    def case(self) -> Case | None:
        """The whole case, if nothing is wrong with it."""
        parts, outline = self.parts, self._outline
        if self.problems or parts is None or outline is None:
            return None
        sections = {section.stem: section for section in self._sections}
        return Case.model_construct(
            slug=self.slug,
            outline=outline,
            sources=tuple(placed.value for placed in parts.sources),
            facts=tuple(placed.value for placed in parts.facts),
            roles=tuple(placed.value for placed in parts.roles),
            exhibits=tuple(
                part.exhibit.model_copy(update={"rows": tuple(r for _, r in part.rows)})
                for part in parts.exhibits
                if part.exhibit is not None
            ),
            sections=tuple(sections[stem] for stem in outline.sections),
            simulators=tuple(
                part.simulator for part in parts.simulators if part.simulator
            ),
            notes={
                language: self._pages[rules.note_name(language)].text
                for language in LANGUAGES
            },
        )

    def _read(self) -> None:
        self._outline = self._whole("case.yaml", Outline)
        lists = {
            "sources": self._list("sources.yaml", Source),
            "facts": self._list("facts.yaml", Fact),
            "roles": self._list("roles.yaml", Role),
        }
        exhibits = tuple(map(self._exhibit, self._stems("exhibits", tables=True)))
        stems = self._stems("sections")
        read = [self._whole(f"sections/{s}.yaml", Section, stem=s) for s in stems]
        self._sections = [s for s in read if s is not None]
        simulators = tuple(map(self._simulator, self._stems("simulators")))
        for language in LANGUAGES:
            self._note(rules.note_name(language))
        self.parts = Parts(
            slug=self.slug,
            pages=self._pages,
            exhibits=exhibits,
            sections=tuple(
                SectionPart(s, self._pages[f"sections/{s}.yaml"]) for s in stems
            ),
            simulators=simulators,
            listed=self._all_listed,
            strays=frozenset(self._stray_stems),
            **lists,
        )
        self.problems += rules.links(self.parts)
        self.problems += rules.seals(self.parts)
        self.problems += rules.cells(self.parts)
        self.problems += rules.simulators(self.parts)
        self.problems += rules.schedule(self.parts)

    def _page(self, name: str) -> Page:
        page = read_yaml(self._folder / name, f"{self.slug}/{name}")
        self.problems += page.problems
        self._pages[name] = page
        return page

    def _note(self, name: str) -> None:
        path = self._folder / name
        page = read_text(path, f"{self.slug}/{name}", largest=LARGEST_NOTE)
        self.problems += page.problems
        self._pages[name] = page

    def _whole(self, name: str, model: type, **filled: Any) -> Any:  # noqa: ANN401
        """A page that is one part."""
        page = self._page(name)
        if page.problems and page.value is None:
            return None
        value, problems = validated(model, page, (), page.value)
        self.problems += problems
        return value.model_copy(update=filled) if value is not None else None

    def _list(self, name: str, model: type) -> tuple[Placed[Any], ...]:
        """A page that is a list of parts; those that are sound."""
        page = self._page(name)
        if not isinstance(page.value, list):
            if not page.problems:
                right = "start each part with a dash"
                problem = Problem(page.path, page.line(()), "is not a list", right)
                self.problems.append(problem)
            return ()
        found = []
        for index, item in enumerate(page.value):
            value, problems = validated(model, page, (index,), item)
            self.problems += problems
            if value is not None:
                found.append(Placed(page, (index,), value))
        return tuple(found)

    def _exhibit(self, stem: str) -> ExhibitPart:
        exhibit: Exhibit | None = self._whole(f"exhibits/{stem}.yaml", Exhibit, id=stem)
        page = self._pages[f"exhibits/{stem}.yaml"]
        name = f"exhibits/{stem}.csv"
        table = read_csv(self._folder / name, f"{self.slug}/{name}")
        self.problems += table.page.problems
        if exhibit is None or (table.page.problems and not table.header):
            return ExhibitPart(stem, page, exhibit, table.page, (), sure=False)
        rows, problems = exhibit_rows(exhibit, table)
        self.problems += problems
        sure = not problems and not table.page.problems
        return ExhibitPart(stem, page, exhibit, table.page, rows, sure=sure)

    def _simulator(self, stem: str) -> SimulatorPart:
        name = f"simulators/{stem}.yaml"
        simulator = self._whole(name, Simulator, id=stem)
        return SimulatorPart(stem, self._pages[name], simulator)

    def _stems(self, folder: str, *, tables: bool = False) -> list[str]:
        """The parts described in a folder; what else looks like one is told."""
        try:
            names = _names(self._folder / folder)
        except OSError as error:
            wrong = f"cannot be listed ({error.strerror})"
            path = f"{self.slug}/{folder}"
            self.problems.append(Problem(path, 1, wrong, "make it a folder of files"))
            self._all_listed = False
            return []
        strays = dict(_strays(f"{self.slug}/{folder}", names, tables=tables))
        self.problems += strays.values()
        self._stray_stems |= strays.keys()
        return [name.removesuffix(".yaml") for name in names if name.endswith(".yaml")]


def _notebooks(folder: Path, reading: _Reading) -> Iterator[Notebook]:
    """Every notebook in a case's language folders, its problems told."""
    for language in LANGUAGES:
        yield from _in_folder(folder, language, language, reading)


def _in_folder(
    folder: Path, inner: str, language: Language, reading: _Reading
) -> Iterator[Notebook]:
    name = f"{reading.slug}/{inner}"
    try:
        names = _names(folder / inner)
    except OSError as error:
        wrong = f"cannot be listed ({error.strerror})"
        reading.problems.append(Problem(name, 1, wrong, "make it a folder of files"))
        return
    for file in names:
        if file.endswith(".ipynb"):
            path = folder / inner / file
            book = read_notebook(path, f"{name}/{file}", language=language)
            reading.problems += book.page.problems
            yield book


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # of a folder that may not be looked into
        return False


def _names(folder: Path) -> list[str]:
    """The names in a folder, hidden ones left out; none where there is no folder.

    Raises:
        OSError: something is there that cannot be listed.
    """
    try:
        return sorted(p.name for p in folder.iterdir() if not p.name.startswith("."))
    except FileNotFoundError:
        return []


def _strays(
    folder: str, names: Iterable[str], *, tables: bool
) -> Iterator[tuple[str, Problem]]:
    """Files nobody would ever see, for want of a description or a right name.

    Each by its stem: one that is both is told once.
    """
    there = set(names)
    for name in sorted(there):
        stem, _, ending = name.rpartition(".")
        path, wrong = f"{folder}/{name}", "is not read"
        if ending == "csv" and tables and f"{stem}.yaml" not in there:
            right = f"write {stem}.yaml"
            yield stem, Problem(path, 1, "has no description", right)
        elif ending == "csv" and not tables:
            yield stem, Problem(path, 1, wrong, "move it to exhibits")
        elif ending not in {"yaml", "csv"} and ending.lower() in {"yaml", "yml", "csv"}:
            right = "end its name in .yaml or .csv, in small letters"
            yield stem, Problem(path, 1, wrong, right)
