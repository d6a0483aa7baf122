"""The cases that the kit ships are sound, discreet and described for editors."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from casekit import casefile
from casekit.frozen import LANGUAGES
from casekit.model import SCHEMAS, schema
from casekit.models.rotation import one_leader
from casekit.words import number

ROOT = Path(__file__).resolve().parents[1]
CASES = sorted(path.parent for path in (ROOT / "casefiles").glob("*/case.yaml"))
LIVING = re.compile(
    r"\b(Iqbal|Suhaeb|Suheb|Danny|Pomanto|Nurdin Abdullah|Andi Taufik)\b",
    re.IGNORECASE,
)
EXCUSED = re.compile(r"^\s+(?:title|address):|https?://\S+")  # of a source

every_case = pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)


def notebooks(folder: Path) -> list[Path]:
    return sorted(casefile.notebooks_of(folder).rglob("*.ipynb"))


def shown(path: Path) -> str:
    """A notebook's cells and what they put out, without pictures."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    for cell in cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("image/png", None)
    return json.dumps(cells, ensure_ascii=False)


def test_makassar_is_among_them() -> None:
    assert "makassar" in {path.name for path in CASES}


@every_case
def test_a_case_has_no_problems(folder: Path) -> None:
    checked = casefile.check(folder)

    assert checked.problems == (), str(checked)


@every_case
def test_no_living_person_is_named_outside_a_source(folder: Path) -> None:
    named = [
        f"{path.relative_to(ROOT)}:{place}"
        for path in sorted(folder.rglob("*.*"))
        for place, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if LIVING.search(
            "" if path.name == "sources.yaml" and EXCUSED.match(line) else line
        )
    ]

    assert named == []


@every_case
def test_a_notebook_names_no_living_person_but_in_a_title_or_address(
    folder: Path,
) -> None:
    case = casefile.open_casefile(folder)
    excused = [s.title or "" for s in case.sources] + [s.address for s in case.sources]
    named = []
    for path in notebooks(folder):
        text = shown(path)
        for words in sorted(excused, key=len, reverse=True):
            text = text.replace(words, "") if words else text
        if LIVING.search(text):
            named.append(path.name)

    assert named == []


@every_case
def test_what_is_sealed_stands_in_no_notebook(folder: Path) -> None:
    case = casefile.open_casefile(folder)
    open_facts = [fact.id for fact in case.facts if fact.after is None]
    known = {source.id for source in case.sources_of(open_facts)}
    secret = {source.address for source in case.sources if source.id not in known}
    told = {f for fact in case.facts if not fact.after for v in fact.values
            for f in v.figures}  # fmt: skip
    told |= set(case.outline.teaching_numbers)
    sealed = {f for fact in case.facts if fact.after for v in fact.values
              for f in v.figures}  # fmt: skip
    figures = {
        number(figure, language)
        for figure in sealed - told
        for language in LANGUAGES
        if figure >= 10
    }

    leaked = []
    for path in notebooks(folder):
        text = shown(path)
        leaked += [(path.name, address) for address in secret if address in text]
        text = re.sub(r"https?://[^\s\"<\\]+", "", text)  # articles have numbers
        leaked += [
            (path.name, figure)
            for figure in figures
            if re.search(rf"(?<![\w.,-]){re.escape(figure)}(?![\w-]|[.,]\d)", text)
        ]

    assert leaked == []


@every_case
def test_every_fact_that_is_sealed_is_opened_by_a_reveal(folder: Path) -> None:
    case = casefile.open_casefile(folder)
    opened = {r.after for section in case.sections for r in section.reveals}
    asked = {q.id for section in case.sections for q in section.questions}

    assert {fact.after for fact in case.facts if fact.after} <= asked
    assert {exhibit.after for exhibit in case.exhibits if exhibit.after} <= opened


def test_the_chances_of_one_leader_are_the_rotation_model_s() -> None:
    makassar = casefile.open_casefile(ROOT / "casefiles" / "makassar")
    every = [end for v in makassar.fact("OL2").values for end in v.figures]

    shown = [row.numbers for row in makassar.exhibit("one-leader").rows]

    for column, fact in (("project", "OL1"), ("stage", "OL1b")):
        (length,) = makassar.fact(fact).values[0].figures
        assert [row[column] for row in shown] == [
            round(100 * one_leader(length, months), 1) for months in every
        ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_for_editors_is_up_to_date(name: str) -> None:
    """`casekit schema casefiles/schema` writes it anew."""
    written = (ROOT / "casefiles" / "schema" / f"{name}.json").read_text("utf-8")

    assert json.loads(written) == schema(name)
