"""What a notebook holds answers by name, and says what it has when it has not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from IPython.core.interactiveshell import InteractiveShell

from casekit import open_case
from casekit.cards import agenda_card
from casekit.classmate import Classmate
from casekit.errors import CaseError, CasekitError, JournalError
from casekit.phase import Phase
from casekit.plan import Where

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.desk import Desk

CASES = Path(__file__).parent / "cases"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A learner's own folder of answers, with the toy case in reach."""
    monkeypatch.setenv("CASEKIT_CASES", str(CASES))
    monkeypatch.setenv("CASEKIT_DATA", str(tmp_path / "answers"))
    return tmp_path / "answers"


def close(desk: Desk) -> None:
    desk.learner.journal.close()


def test_open_case_gives_a_desk_with_its_journal_in_the_chosen_folder(
    home: Path,
) -> None:
    desk = open_case("toy", language="id")

    assert repr(desk) == "Desk('toy', 'id')"
    assert desk.learner.journal.path == home / "toy.sqlite"
    close(desk)


def test_an_agenda_tells_only_where_time_is_spent(desk: Desk) -> None:
    whole = desk.case.section("01_malam")
    alone = whole.model_copy(
        update={"steps": tuple(s for s in whole.steps if s.where is not Where.GROUP)}
    )

    told = [repr(agenda_card(part, "id")) for part in (whole, alone)]

    assert told == [
        "11 menit: 4 di layar, 1 berkelompok, 6 bersama.",
        "10 menit: 4 di layar, 6 bersama.",
    ]


def test_a_case_opened_again_is_the_same_learner_s(home: Path) -> None:
    first = open_case("toy", language="en")
    question = first.case.sections[0].questions[0]
    card = first.ask(question.id)
    card.controls.fill({"": question.options[0].id})  # type: ignore[union-attr]
    card.confidence.fill(80)  # type: ignore[union-attr]
    card.commit()
    close(first)

    second = open_case("toy", language="id")

    assert "terkunci" in second.ask(question.id).state.value
    assert (home / "key").stat().st_size > 0
    close(second)


@pytest.mark.usefixtures("home")
def test_an_unknown_case_or_language_is_told_with_what_there_is() -> None:
    with pytest.raises(CaseError, match="there: toy"):
        open_case("makasar")
    with pytest.raises(CaseError, match="choose one of id, en"):
        open_case("toy", language="fr")  # type: ignore[arg-type]


def test_a_folder_that_cannot_be_used_is_told_with_the_way_out(
    home: Path,
) -> None:
    home.write_text("a file stands where the folder should be", encoding="utf-8")

    with pytest.raises(JournalError, match="CASEKIT_DATA"):
        open_case("toy")


@pytest.mark.parametrize("verb", ["ask", "show", "reveal", "rubric", "sources"])
def test_an_unknown_name_is_told_with_what_there_is(desk: Desk, verb: str) -> None:
    with pytest.raises(CaseError, match=r"has no .* 'nothing'; it has '"):
        getattr(desk, verb)("nothing")


def test_a_sealed_exhibit_is_shown_by_its_reveal_only(desk: Desk, toy: Case) -> None:
    sealed = next(exhibit for exhibit in toy.exhibits if exhibit.after)

    with pytest.raises(CaseError, match="is sealed until"):
        desk.show(sealed.id)


def test_an_exhibit_shows_its_picture_its_table_and_its_sources(
    desk: Desk, toy: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr("casekit.cards.exhibit.display", shown.append)
    exhibit = next(e for e in toy.exhibits if e.chart != "none" and e.after is None)

    desk.show(exhibit.id)._ipython_display_()

    picture, table = (card._repr_mimebundle_() for card in shown)
    assert "image/png" in picture
    assert picture["text/plain"] == exhibit.sentence["en"]
    assert exhibit.title["en"] in table["text/html"]
    for source in toy.sources_of(exhibit.facts):
        assert source.address in table["text/html"]


def test_a_section_s_sources_hold_nothing_that_is_sealed(desk: Desk, toy: Case) -> None:
    opened = {f.id for f in toy.facts if f.after is None}
    addresses = {s.address for s in toy.sources_of(opened)}

    for section in toy.sections:
        html = desk.sources(section.stem).html()

        sealed = {source.address for source in toy.sources} - addresses
        assert not any(address in html for address in sealed)
        assert all(f"<td>{fact}</td>" in html for fact in section.facts)
        closed = {f.id for f in toy.facts if f.after}
        assert not any(f"<td>{fact}</td>" in html for fact in closed)


def test_a_rubric_has_four_levels(desk: Desk, toy: Case) -> None:
    for section in toy.sections:
        html = desk.rubric(section.stem).html()

        assert all(level["en"] in html for level in section.rubric.levels)


def test_an_error_in_a_notebook_is_one_sentence_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shell = InteractiveShell()

    try:
        raise CasekitError("the thing, the value, the way out")  # noqa: TRY301
    except CasekitError:
        shell.showtraceback()

    said = capsys.readouterr()
    assert (said.out + said.err).strip() == "the thing, the value, the way out"


def test_in_a_room_the_desk_belongs_to_the_key_and_opens_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    monkeypatch.setenv("CASEKIT_KEY", "ani")

    desk = open_case("toy")

    assert isinstance(desk.learner, Classmate)
    assert desk.learner.state(desk.case.question("why")).phase is Phase.DRAFT
    assert not (home / "key").exists()
    close(desk)
