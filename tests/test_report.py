"""A teaching note is taken home as a page, a PDF, and a run sheet on one sheet."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from casekit import casefile, cli
from casekit.frozen import LANGUAGES, Text
from casekit.note import Listing, Paragraph, Quote, Row, Run, Table
from casekit.plan import LEAST_TALK, Pause, Step, Version
from casekit.question import KINDS, Asked
from casekit.report.document import Document, sheet, teaching_note
from casekit.report.page import html
from casekit.report.paper import pdf, sheet_pdf
from casekit.report.question import answers
from casekit.words import say

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language

CASES = Path(__file__).parent / "cases"
SIGNS = (
    r"# $x$ [a](b) @f <i> *b* _c_ \ ` // /* */ -- ~ \u{41} #set page() “é” {a} = / '"
)
WORDY = "Masing-masing kelompok mempertanggungjawabkan pilihannya di hadapan kelas."

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def toy() -> Case:
    return casefile.open_casefile(CASES / "toy")


@pytest.fixture(scope="module")
def short(toy: Case) -> Case:
    """The toy case with a shorter class and a pause."""
    evening = Version(
        id="evening", title=Text(id="Kelas malam", en="Evening class"), minutes=15
    )
    outline = toy.outline.model_copy(
        update={
            "versions": (evening,),
            "pauses": (Pause(after="00_dermaga", minutes=5),),
        }
    )
    sections = tuple(
        section.model_copy(
            update={
                "steps": tuple(
                    step.model_copy(update={"versions": {"evening": 2}})
                    if step.where != "group"
                    else step
                    for step in section.steps
                )
            }
        )
        for section in toy.sections
    )
    return toy.model_copy(update={"outline": outline, "sections": sections})


def large(toy: Case) -> Case:
    """A case of seven sections and fifty-six steps that say what they have to say."""
    section = toy.sections[1]
    words = Text(id=WORDY, en=WORDY)
    moved = ("passengers-next-year", "who-decides")
    wheres = ("device", "group", "plenary", "group") * 2
    steps = tuple(
        Step.model_validate(
            {"where": where, "minutes": 3, "do": words, "open": moved, "lock": moved}
        )
        for where in wheres
    )
    sections = tuple(
        section.model_copy(update={"stem": f"{n:02}_bagian", "steps": steps})
        for n in range(7)
    )
    return toy.model_copy(update={"sections": sections})


def pages(made: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


def words(text: str) -> str:
    """Without the places at which a line may end."""
    return " ".join(text.replace("\u200b", "").split())


class Read(HTMLParser):
    """What a page loads, where its links lead, what they may lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.loaded: list[str] = []
        self.language = ""
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.anchors += [given["id"] or ""] if "id" in given else []
        self.language += str(given.get("lang") or "")
        if tag == "a":
            self.links.append(str(given["href"]))
        else:
            self.loaded += [str(given[key]) for key in ("src", "href") if key in given]

    def handle_data(self, data: str) -> None:
        self.text += data


@every_language
def test_a_page_loads_nothing_and_its_links_lead_somewhere(
    toy: Case, language: Language
) -> None:
    text = html(teaching_note(toy, language))
    page = Read(text)

    assert page.language == language
    assert page.loaded == []
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert "url(" not in text
    assert "@import" not in text
    assert len(page.anchors) == len(set(page.anchors))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.anchors)
    outer = {link for link in page.links if not link.startswith("#")}
    assert outer == {source.address for source in toy.sources}


@every_language
def test_a_page_begins_with_a_list_of_its_parts(toy: Case, language: Language) -> None:
    note = teaching_note(toy, language)
    page = Read(html(note))

    assert page.links[:8] == [f"#{heading.anchor}" for heading in note.contents]
    assert note.lead != ()
    assert page.tags.count("h1") == 1
    assert page.tags.count("h2") == 1 + 4


def test_both_languages_have_the_same_anchors(toy: Case) -> None:
    indonesian, english = (Read(html(teaching_note(toy, x))) for x in LANGUAGES)

    assert indonesian.anchors == english.anchors
    assert indonesian.tags == english.tags


@every_language
def test_a_note_has_every_question_fact_and_source(
    toy: Case, language: Language
) -> None:
    note = teaching_note(toy, language)
    on_page, on_paper = words(Read(html(note)).text), words(" ".join(pages(pdf(note))))

    for shown in (on_page, on_paper):
        for section in toy.sections:
            assert section.debrief[language] in shown
            assert all(level[language] in shown for level in section.rubric.levels)
            assert all(asked.ask[language] in shown for asked in section.questions)
        assert all(fact.statement[language] in shown for fact in toy.facts)
        assert all(source.about[language] in shown for source in toy.sources)
        assert say("note-discrepancy", language, count=2) in shown
        claim = say("note-claim-by", language, post=toy.roles[0].post[language])
        assert claim in shown
    assert all(source.address in on_page for source in toy.sources)


@every_language
def test_a_pdf_has_contents_and_numbered_pages(toy: Case, language: Language) -> None:
    note = teaching_note(toy, language)
    made = pages(pdf(note))

    assert say("note-contents", language) in made[0]
    for heading in note.contents:
        if heading.level == 2:  # the parts; a page more would list all below them
            assert "".join(run.text for run in heading.runs) in words(made[0])
    for number, page in enumerate(made, start=1):
        assert say("note-page", language, page=number, pages=len(made)) in page


@every_language
def test_a_run_sheet_is_one_page_and_its_minutes_add_up(
    short: Case, language: Language
) -> None:
    made = pages(sheet_pdf(sheet(short, language)))
    (table, _) = sheet(short, language).blocks

    assert isinstance(table, Table)
    rows = [
        ["".join(r.text for x in c for r in x) for c in r.cells] for r in table.rows
    ]
    steps = [row for row, kept in zip(rows, table.rows, strict=True) if not kept.band]
    *_, whole, talk = rows
    assert len(made) == 1
    assert say("note-run-sheet", language) in made[0]
    assert short.sections[1].steps[2].do[language] in words(made[0])
    assert sum(int(row[3]) for row in steps) == int(whole[3]) == 28
    assert sum(int(row[4]) for row in steps if row[4] != "–") == int(whole[4]) == 8
    assert [row[0] for row in steps][:4] == (
        ["0.00", "0.04", "0.07", "0.12"]
        if language == "id"
        else ["0:00", "0:04", "0:07", "0:12"]
    )
    assert talk[3:5] == (["65 %", "50 %"] if language == "id" else ["65%", "50%"])
    assert all(row[1] == "" for row in rows)
    assert int(talk[3][:2]) >= 100 * LEAST_TALK


@every_language
def test_a_run_sheet_of_fifty_steps_is_one_page(toy: Case, language: Language) -> None:
    made = pages(sheet_pdf(sheet(large(toy), language)))

    assert len(made) == 1
    assert words(made[0]).count("Masing-masing") == 56


def test_a_step_of_another_length_only_has_no_time_of_its_own(toy: Case) -> None:
    extra = Step.model_validate(
        {"where": "group", "do": {"id": "x", "en": "x"}, "versions": {"evening": 9}}
    )
    section = toy.sections[0]
    longer = section.model_copy(update={"steps": (extra, *section.steps)})
    case = toy.model_copy(update={"sections": (longer, *toy.sections[1:])})

    table = sheet(case, "en").blocks[0]

    assert isinstance(table, Table)
    first, second = table.rows[1:3]
    assert first.cells[0] == ((),)
    assert first.cells[3][0][0].text == "–"
    assert second.cells[0][0][0].text == "0:00"


@every_language
def test_the_lengths_of_a_class_are_compared(short: Case, language: Language) -> None:
    text = words(Read(html(teaching_note(short, language))).text)

    assert short.outline.versions[0].title[language] in text
    assert say("note-own-length", language, minutes=30) in text
    assert say("note-talk", language) in text


def shown(text: str) -> Document:
    """A document with some words in every place where words can stand."""
    run = (Run(text),)
    looks = (Run(text, strong=True), Run(text, emphasis=True), Run(text, code=True))
    return Document(
        text,
        text,
        "id",
        (
            Paragraph(looks),
            Paragraph(
                (Run(text, to="https://antah.example/?a=1&b=%22#c"),), quiet=True
            ),
            Listing(((Paragraph(run), Listing(((Paragraph(run),),), 3)),)),
            Quote((Paragraph(run),)),
            Table((run, run), (Row(((run, run), (run,))),), frozenset({1})),
        ),
    )


def test_no_sign_means_anything_to_typst_or_html() -> None:
    document = shown(SIGNS)

    on_page = words(Read(html(document)).text)
    on_paper = words(" ".join(pages(pdf(document))))

    assert on_page.count(words(SIGNS)) == 15
    flat = re.sub(r"\s", "", on_paper)
    assert flat.count(re.sub(r"\s", "", SIGNS)) >= 13


def test_a_long_address_breaks_in_its_column() -> None:
    address = "https://antah.example/" + "arsip-berita-lama/" * 20 + "x" * 120
    run = (Run(address, to=address),)
    table = Table(((Run("a"),), (Run("b"),)), (Row((((Run("1"),),), (run,))),))
    made = PdfReader(io.BytesIO(pdf(Document("t", "s", "en", (table,)))))

    widest = 0.0
    for page in made.pages:
        for note in page.get("/Annots", []):
            widest = max(widest, float(note.get_object()["/Rect"][2]))

    assert words(address) in re.sub(r"\s", "", words(made.pages[0].extract_text()))
    assert 0 < widest < float(made.pages[0].mediabox.width) - 50


def test_the_same_case_gives_the_same_files(toy: Case) -> None:
    first, second = (teaching_note(toy, "id") for _ in range(2))

    assert html(first) == html(second)
    assert pdf(first) == pdf(second)
    assert sheet_pdf(sheet(toy, "id")) == sheet_pdf(sheet(toy, "id"))


def test_every_kind_of_question_is_told(toy: Case) -> None:
    assert all(answers.registry.get(kind) for kind in KINDS)
    with pytest.raises(NotImplementedError):
        answers(Asked(id="x", ask=Text(id="x", en="x")), toy, "id")


def test_a_scored_question_says_what_decides(toy: Case) -> None:
    text = words(Read(html(teaching_note(toy, "en"))).text)

    assert "Scored. It is decided by the number of passengers in Kabar Antah." in text
    assert "Sealed until passengers-next-year." in text
    assert "(opens after passengers-next-year)" in text


def test_no_learner_waits_for_what_only_reports_need() -> None:
    code = (
        "import sys; from casekit import open_case; open_case('toy'); "
        "print([m for m in ('jinja2', 'typst', 'markdown_it') if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={
            "CASEKIT_CASES": str(CASES),
            "PYTHONPATH": ":".join(filter(None, sys.path)),
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout.strip() == "[]"


def test_the_command_writes_three_files_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CASEKIT_CASES", str(CASES))
    monkeypatch.chdir(tmp_path)
    names = [
        "toy-teaching-note.en.html",
        "toy-teaching-note.en.pdf",
        "toy-run-sheet.en.pdf",
    ]

    here = CliRunner().invoke(cli.app, ["report", "note", "toy", "--lang", "en"])
    there = CliRunner().invoke(
        cli.app, ["report", "note", "toy", "--to", str(tmp_path / "a" / "b")]
    )

    assert here.output.splitlines() == [f"wrote {name}" for name in names]
    assert all((tmp_path / name).stat().st_size > 1000 for name in names)
    assert there.exit_code == 0
    assert (tmp_path / "a" / "b" / "toy-run-sheet.id.pdf").is_file()


def test_bad_input_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    (tmp_path / "cases" / "flawed").mkdir(parents=True)
    (tmp_path / "cases" / "flawed" / "case.yaml").write_text("title: x", "utf-8")

    def told(home: Path, *words: str) -> str:
        monkeypatch.setenv("CASEKIT_CASES", str(home))
        ran = CliRunner().invoke(cli.app, ["report", "note", *words])
        assert ran.exit_code == 1
        assert "\n" not in str(ran.exception)
        return str(ran.exception)

    assert "no case 'tou'" in told(CASES, "tou")
    assert "cannot write" in told(CASES, "toy", "--to", str(tmp_path / "taken"))
    assert "casekit check flawed tells" in told(tmp_path / "cases", "flawed")
