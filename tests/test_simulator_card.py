"""A simulator runs once its policy is locked, and stands what its learner does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casekit.cards.policy import measured
from casekit.cards.simulator import SimulatorCard
from casekit.charts import Chart
from casekit.errors import JournalError
from casekit.words import say

if TYPE_CHECKING:
    from casekit.cards.bench import Bench
    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.learner import Learner

CASES = Path(__file__).parent / "cases"
LANGUAGES: tuple[Language, ...] = ("id", "en")
NAME = "harbour-masters"
POLICY = {
    "levers": {"interval": 36, "calendar": "together"},
    "predicted": {"depth": 50},
}


@pytest.fixture(autouse=True)
def _sketched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures by their points; painting them is the business of other tests."""
    monkeypatch.setattr(Chart, "_repr_png_", lambda chart: repr(chart.points).encode())


@pytest.fixture(params=LANGUAGES)
def card(request: pytest.FixtureRequest, toy: Case, learner: Learner) -> SimulatorCard:
    return SimulatorCard(toy.simulator(NAME), toy, learner, request.param)


def commit(card: SimulatorCard) -> None:
    card.question.controls.fill_answer(POLICY)
    card.question.commit()


def bench(card: SimulatorCard) -> Bench:
    """What is there once the policy is locked and the simulation was started."""
    commit(card)
    card.run()
    assert card.bench is not None
    return card.bench


def cells(html: str) -> list[str]:
    return re.findall(r"<td[^>]*>([^<]*)</td>", html)


def test_nothing_runs_before_the_policy_is_locked(card: SimulatorCard) -> None:
    card.run()

    assert card.bench is None
    assert say("run-sealed", card.language) in card.state.value
    assert card.button.layout.display == "none"

    commit(card)

    assert card.bench is None, "it runs at a press, not by itself"
    assert say("run-ready", card.language) in card.state.value
    assert card.button.layout.display == ""

    card.button.click()

    assert card.bench is not None


def test_the_prediction_stands_beside_what_the_locked_policy_led_to(
    card: SimulatorCard,
) -> None:
    shown = bench(card)

    assert shown.setting["interval"] == 36
    assert shown.setting["calendar"] == "together"
    label, predicted, locked, tried, exact, *_ = cells(shown.table.value)
    assert label == measured(card.policy.predict[0], card.language)
    assert predicted == "50"
    assert locked == tried != ""
    assert exact != ""


def test_a_lever_moved_redraws_and_leaves_what_is_locked(card: SimulatorCard) -> None:
    shown = bench(card)
    before, picture = cells(shown.table.value), shown.frames[0].picture.value

    shown.levers["interval"].control.value = 12

    after = cells(shown.table.value)
    assert after[2] == before[2], "the locked policy's outcome stays"
    assert after[3] != before[3]
    assert shown.frames[0].picture.value != picture
    assert 'alt="' in picture
    answer = card.learner.answer(card.policy)
    assert answer is not None
    assert answer.value == POLICY


def test_another_draw_moves_the_simulation_and_not_the_formula(
    card: SimulatorCard,
) -> None:
    shown = bench(card)
    shown.levers["calendar"].control.value = "unplanned"
    before, told = cells(shown.table.value), shown.told.value

    shown.again.click()

    after = cells(shown.table.value)
    assert after[3] != before[3]
    assert after[4] == before[4]
    assert shown.told.value != told, "the draw's number is on the screen"


def test_breaking_an_assumption_says_what_to_look_at(card: SimulatorCard) -> None:
    shown = bench(card)
    broken = card.simulator.breaks[0]
    assert shown.broken.value == ""

    shown.breaking.control.value = broken.id

    assert escape(broken.text[card.language]) in shown.broken.value


def test_a_run_that_fails_says_so_and_the_next_one_works(
    card: SimulatorCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = bench(card)
    with monkeypatch.context() as broken:
        broken.setattr("casekit.cards.bench.outcome", _fails)
        shown.levers["interval"].control.value = 12
    assert say("run-failed", card.language) in shown.told.value

    shown.levers["interval"].control.value = 24

    assert say("run-failed", card.language) not in shown.told.value


def _fails(*_: object, **__: object) -> None:
    raise ValueError("the levers do not fit")


def test_a_policy_for_an_older_question_is_not_taken_for_one_of_today(
    card: SimulatorCard, toy: Case, learner: Learner
) -> None:
    older = card.policy.model_copy(update={"levers": card.policy.levers[:1]})
    value = {**POLICY, "levers": {"interval": 36}}
    learner.state(older)
    learner.commit(older, id="one", value=value)

    later = SimulatorCard(card.simulator, toy, learner, card.language)
    later.run()

    assert later.bench is not None
    assert later.bench.setting["interval"] == card.policy.levers[0].default
    _, predicted, locked, tried, *_ = cells(later.bench.table.value)
    assert (predicted, locked) == ("", "")
    assert tried


def test_a_journal_that_cannot_be_read_is_said_and_the_press_can_be_repeated(
    card: SimulatorCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(card)
    with monkeypatch.context() as broken:
        broken.setattr(type(card.learner), "may_reveal", _busy)
        card.run()
    assert card.bench is None
    assert say("not-opened", card.language) in card.state.value

    card.run()

    assert card.bench is not None


def _busy(*_: object) -> None:
    raise JournalError("the disk is busy")


def test_what_the_glass_box_is_made_of_is_said(card: SimulatorCard) -> None:
    simulator, language = card.simulator, card.language
    box = card.box.children[2].value

    for text in (*simulator.assumptions, *simulator.not_modelled):
        assert text[language] in box
    for lever in (*card.policy.levers, *simulator.levers):
        assert lever.label[language] in box
        assert say(f"grade-{lever.grade.value}", language) in box


def test_the_text_of_a_card_is_the_case_s_alone(card: SimulatorCard) -> None:
    before = card._repr_mimebundle_()
    bench(card)
    after = card._repr_mimebundle_()

    assert before["text/plain"] == after["text/plain"] == repr(card)
    assert before["text/html"] == after["text/html"]


def test_a_locked_policy_can_be_run_again_later(
    card: SimulatorCard, toy: Case, learner: Learner
) -> None:
    first = cells(bench(card).table.value)

    again = SimulatorCard(card.simulator, toy, learner, card.language)
    again.run()

    assert again.bench is not None
    assert cells(again.bench.table.value) == first


def test_a_card_needs_no_numpy_and_no_matplotlib_until_it_runs(tmp_path: Path) -> None:
    code = f"""
import sys
from casekit import open_case
desk = open_case("toy")
desk.simulate({NAME!r})
print(*({{"numpy", "matplotlib"}} & set(sys.modules)))
"""
    homes = {"CASEKIT_CASES": str(CASES), "CASEKIT_DATA": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **homes},
    )

    assert told.stdout.strip() == ""
