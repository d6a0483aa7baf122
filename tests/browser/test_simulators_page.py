"""A simulator as a learner meets it, in JupyterLab and in Voilà, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from actors import SAVED
from axe_playwright_python.sync_playwright import Axe
from hands import answer_by_keys
from playwright.sync_api import expect

from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from actors import Visitor
    from playwright.sync_api import Locator

    from casekit.case import Case
    from casekit.question import Policy
    from casekit.simulator import Simulator

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

TRIED = 3  # the column of what the levers lead to now


@pytest.fixture(scope="module")
def simulator(case: Case) -> Simulator:
    return case.simulator("harbour-masters")


@pytest.fixture(scope="module")
def policy(case: Case, simulator: Simulator) -> Policy:
    return case.question(simulator.policy)  # type: ignore[return-value]


@pytest.fixture
def cells(simulator: Simulator) -> list[str]:
    return [f"desk.simulate({simulator.id!r})"]


def card(visitor: Visitor) -> Locator:
    return visitor.page.locator(".casekit-simulator")


def bench(visitor: Visitor) -> Locator:
    return card(visitor).locator(".casekit-bench")


def row(visitor: Visitor) -> Locator:
    """The cells of the first of what came out."""
    rows = card(visitor).locator(".casekit:has(.casekit-bench) tbody tr")
    return rows.first.locator("td")


def walk_to(visitor: Visitor, goal: Locator) -> None:
    """Press Tab until the goal has the focus."""
    expect(goal).to_be_visible()
    for _ in range(20):
        if goal.evaluate("at => at === document.activeElement"):
            return
        visitor.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {goal}")


def run(visitor: Visitor) -> None:
    name = say("run", visitor.language)
    walk_to(visitor, card(visitor).get_by_role("button", name=name))
    visitor.page.keyboard.press("Enter")
    expect(bench(visitor).get_by_role("img").first).to_be_visible()


def serious(visitor: Visitor) -> list[tuple[str, str]]:
    """What axe finds on the simulator that keeps somebody out."""
    results = Axe().run(visitor.page, context={"include": [[".casekit-simulator"]]})
    return [
        (v["id"], node["html"][:200])
        for v in results.response["violations"]
        if v["impact"] in {"serious", "critical"}
        for node in v["nodes"]
    ]


def test_a_policy_is_locked_run_tried_and_run_again_by_the_keyboard_alone(
    learn: Callable[[], Visitor], policy: Policy
) -> None:
    visitor = learn()
    page, language = visitor.page, visitor.language
    answer_by_keys(visitor, card(visitor), policy)
    expect(visitor.state(card(visitor)).first).to_contain_text(SAVED[language])
    run(visitor)
    before, picture = (
        row(visitor).all_inner_texts(),
        bench(visitor).get_by_role("img").first,
    )
    source = picture.get_attribute("src") or ""
    lever = bench(visitor).get_by_label(policy.levers[0].label[language], exact=True)

    walk_to(visitor, lever)
    place = lever.bounding_box()
    page.keyboard.press("ArrowDown")

    expect(picture).not_to_have_attribute("src", source)
    expect(lever).to_be_focused()
    assert lever.bounding_box() == place, "the page does not jump"
    expect(row(visitor).nth(TRIED)).not_to_have_text(before[TRIED])
    assert row(visitor).all_inner_texts()[:TRIED] == before[:TRIED]

    visitor.come_in()  # the page reloaded

    expect(visitor.state(card(visitor)).first).to_contain_text(SAVED[language])
    card(visitor).locator("summary").first.focus()
    run(visitor)
    expect(row(visitor)).to_have_text(before)
    for behind in card(visitor).locator("summary").all():
        behind.click()
    assert serious(visitor) == []
