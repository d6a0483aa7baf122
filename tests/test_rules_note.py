"""A teaching note treats the whole case, in both languages, with figures borne."""
# ruff: noqa: E501 - what a check says stands on one line

from __future__ import annotations

from pathlib import Path

import pytest
from author import Edit, copied, problems

from casekit import casefile
from casekit.note import read_note

ID, EN = "teaching-note.id.md", "teaching-note.en.md"
OTHER = "where teaching-note.id.md"


def both(indonesian: str, english: str, instead: str = "") -> tuple[Edit, Edit]:
    return (ID, indonesian, instead), (EN, english, instead)


def same(old: str, new: str = "") -> tuple[Edit, Edit]:
    return both(old, old, new)


BROKEN: tuple[tuple[str, tuple[Edit, ...], tuple[str, ...]], ...] = (
    (
        "unknown directive",
        same("[[ledger]]", "[[ledgr]]"),
        tuple(
            told
            for name in ("en", "id")
            for told in (
                f"toy/teaching-note.{name}.md:1: lacks [[ledger]]",
                f"toy/teaching-note.{name}.md:76: has [[ledgr]]",
            )
        ),
    ),
    (
        "argument",
        same("[[sources]]", "[[sources all]]"),
        (
            "toy/teaching-note.en.md:80: has [[sources all]]",
            "toy/teaching-note.id.md:80: has [[sources all]]",
        ),
    ),
    (
        "unknown question",
        same("[[question why]]", "[[question wy]]"),
        (
            "toy/teaching-note.en.md:21: lacks [[question why]], which a step of the class moves",
            "toy/teaching-note.en.md:36: names question 'wy'",
            "toy/teaching-note.id.md:21: lacks [[question why]], which a step of the class moves",
            "toy/teaching-note.id.md:36: names question 'wy'",
        ),
    ),
    (
        "unknown section",
        same("[[section 01_malam]]", "[[section 02_malam]]"),
        tuple(
            told
            for name in ("en", "id")
            for told in (
                f"toy/teaching-note.{name}.md:1: lacks [[section 01_malam]]",
                f"toy/teaching-note.{name}.md:45: names section '02_malam'",
            )
        ),
    ),
    (
        "once left out",
        same("[[run-sheet]]\n\n"),
        (
            "toy/teaching-note.en.md:1: lacks [[run-sheet]]",
            "toy/teaching-note.id.md:1: lacks [[run-sheet]]",
        ),
    ),
    (
        "once twice",
        same("[[glossary]]", "[[glossary]]\n\n[[ledger]]"),
        (
            "toy/teaching-note.en.md:78: has [[ledger]] a second time",
            "toy/teaching-note.id.md:78: has [[ledger]] a second time",
        ),
    ),
    (
        "sections in another order",
        (
            *same("[[section 00_dermaga]]", "[[section 0]]"),
            *same("[[section 01_malam]]", "[[section 00_dermaga]]"),
            *same("[[section 0]]", "[[section 01_malam]]"),
        ),
        tuple(
            told
            for name in ("en", "id")
            for told in (
                f"toy/teaching-note.{name}.md:21: has section '01_malam' where '00_dermaga' is next",
                *(
                    f"toy/teaching-note.{name}.md:{line}: has question '{question}' outside its section"
                    for line, question in (
                        (25, "keep-the-ferry"),
                        (32, "claim-labels"),
                        (36, "why"),
                        (47, "passengers-next-year"),
                        (52, "who-decides"),
                        (56, "plan"),
                        (60, "first-served"),
                        (62, "share-fares"),
                        (64, "turns"),
                    )
                ),
            )
        ),
    ),
    (
        "question that moves",
        same("[[question turns]]\n\n"),
        (
            "toy/teaching-note.en.md:45: lacks [[question turns]], which a step of the class moves",
            "toy/teaching-note.id.md:45: lacks [[question turns]], which a step of the class moves",
        ),
    ),
    (
        "question elsewhere",
        (
            *same("[[question why]]\n\n"),
            *same("[[question turns]]", "[[question turns]]\n\n[[question why]]"),
        ),
        (
            "toy/teaching-note.en.md:64: has question 'why' outside its section",
            "toy/teaching-note.id.md:64: has question 'why' outside its section",
        ),
    ),
    (
        "objective without a question",
        (
            *same("[[question keep-the-ferry]]\n\n"),
            *same("[[question passengers-next-year]]\n\n"),
            ("sections/00_dermaga.yaml", "open: [keep-the-ferry, ", "open: ["),
            ("sections/00_dermaga.yaml", "lock: [keep-the-ferry, ", "lock: ["),
            ("sections/00_dermaga.yaml", ", show: [keep-the-ferry]", ""),
            ("sections/01_malam.yaml", "open: [passengers-next-year, ", "open: ["),
            ("sections/01_malam.yaml", "lock: [passengers-next-year, ", "lock: ["),
            ("sections/01_malam.yaml", ", show: [passengers-next-year]", ""),
        ),
        (
            "toy/teaching-note.en.md:8: treats no question of objective 'weigh-evidence'",
            "toy/teaching-note.id.md:8: treats no question of objective 'weigh-evidence'",
        ),
    ),
    (
        "figure nobody bears",
        ((ID, "menghitung 120 penumpang", "menghitung 121 penumpang"),),
        ("toy/teaching-note.id.md:27: '121' is not borne by F1",),
    ),
    (
        "figure without a citation",
        ((EN, "counted 120 passengers [F1].", "counted 120 passengers."),),
        (
            "toy/teaching-note.en.md:27: '120' is not borne by any fact",
            f"toy/teaching-note.en.md:27: has the citations F1 {OTHER}:27 has the citations F1, F1",
        ),
    ),
    (
        "unknown fact",
        (
            (ID, "30,5 penumpang [F3]", "tiga puluh penumpang [F9]"),
            (EN, "30.5 passengers [F3]", "some thirty passengers [F9]"),
        ),
        (
            "toy/teaching-note.en.md:66: cites [F9]",
            "toy/teaching-note.id.md:66: cites [F9]",
        ),
    ),
    (
        "heading's level",
        ((EN, "### Terms", "#### Terms"),),
        (
            f"toy/teaching-note.en.md:70: has a heading of level 4 {OTHER}:70 has a heading of level 3",
        ),
    ),
    (
        "directives in another order",
        (
            (EN, "[[objectives]]", "[[o]]"),
            (EN, "[[versions]]", "[[objectives]]"),
            (EN, "[[o]]", "[[versions]]"),
        ),
        (f"toy/teaching-note.en.md:8: has [[versions]] {OTHER}:8 has [[objectives]]",),
    ),
    (
        "rows of a table",
        ((EN, "| 3 minutes | The written reasons |\n", ""),),
        (
            f"toy/teaching-note.en.md:14: has a table of 1 rows {OTHER}:14 has a table of 2 rows",
        ),
    ),
    (
        "more in one language",
        ((ID, "[[sources]]", "[[sources]]\n\n#### Catatan"),),
        (
            f"toy/teaching-note.en.md:80: has nothing more {OTHER}:82 has a heading of level 4",
        ),
    ),
    (
        "html",
        ((ID, "Tidak ada titik", "Tidak<br>ada titik"),),
        ("toy/teaching-note.id.md:54: has HTML",),
    ),
    (
        "comment",
        ((ID, "Tidak ada titik", "<!-- nanti -->\n\nTidak ada titik"),),
        ("toy/teaching-note.id.md:54: is HTML",),
    ),
    (
        "image",
        ((EN, "No point on it", "![a map](map.png) No point on it"),),
        ("toy/teaching-note.en.md:54: has an image",),
    ),
    (
        "code block",
        ((EN, "No point on it is right.", "```\nNo point\n```"),),
        ("toy/teaching-note.en.md:54: is a block of code",),
    ),
    (
        "indented",
        ((EN, "No point on it", "    No point on it"),),
        ("toy/teaching-note.en.md:54: is a block of code (lines that are indented)",),
    ),
    (
        "rule",
        ((EN, "No point on it", "---\n\nNo point on it"),),
        ("toy/teaching-note.en.md:54: is a rule across the page",),
    ),
    (
        "forced line",
        ((EN, "No point on it", "No point\\\non it"),),
        ("toy/teaching-note.en.md:54: breaks a line by force",),
    ),
    (
        "link to a file",
        ((EN, "(https://antah.example/kabar)", "(../facts.yaml)"),),
        ("toy/teaching-note.en.md:50: links to '../facts.yaml'",),
    ),
    (
        "third list",
        ((EN, "   - those that name a person", "   - those\n     - of a person"),),
        ("toy/teaching-note.en.md:42: is a list inside a list inside a list",),
    ),
    (
        "table in a quote",
        ((EN, '> "Whose', '> | a |\n> |---|\n> | b |\n>\n> "Whose'),),
        ("toy/teaching-note.en.md:30: is a table inside a list or quote",),
    ),
    (
        "directive in a sentence",
        ((EN, "No point on it", "[[glossary]] No point on it"),),
        ("toy/teaching-note.en.md:54: has [[glossary]] inside a paragraph",),
    ),
    (
        "second title",
        ((EN, "## Appendix", "# Appendix"),),
        ("toy/teaching-note.en.md:68: is a second title",),
    ),
    (
        "too deep",
        both("### Istilah", "### Terms", "##### Terms"),
        (
            "toy/teaching-note.en.md:70: is a heading of level 5",
            "toy/teaching-note.id.md:70: is a heading of level 5",
        ),
    ),
    (
        "byte",
        ((ID, "Tidak ada titik", "Tidak\u0007 ada titik"),),
        ("toy/teaching-note.id.md:54: has the invisible sign U+0007",),
    ),
)


@pytest.mark.parametrize(
    ("edits", "told"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_a_note_that_is_broken_is_told_once_with_its_line(
    edits: tuple[Edit, ...], told: tuple[str, ...], tmp_path: Path
) -> None:
    assert sorted(problems(copied(tmp_path), *edits)) == sorted(told)


def test_a_note_that_is_missing_is_told_and_the_case_does_not_open(
    tmp_path: Path,
) -> None:
    case = copied(tmp_path)
    (case / EN).unlink()

    assert problems(case) == (
        "toy/teaching-note.en.md:1: cannot be read (No such file or directory)",
    )


def test_citations_may_follow_the_grammar_of_a_language(tmp_path: Path) -> None:
    edits = (
        (ID, "pelayaran membawa 30,5 penumpang [F3].", "dari 4 [F2]: 30,5 [F3]."),
        (EN, "Each trip carries 30.5 passengers [F3].", "It is 30.5 [F3] of 4 [F2]."),
    )

    assert problems(copied(tmp_path), *edits) == ()


def test_an_instructor_s_note_reads_what_is_sealed() -> None:
    toy = casefile.open_casefile(Path(__file__).parent / "cases" / "toy")

    assert toy.fact("F5").after == "passengers-next-year"
    assert "[F5]" in toy.notes["id"]


def test_a_note_without_a_title_has_none() -> None:
    assert read_note("## A part").title == ()
    assert read_note("").title == ()
