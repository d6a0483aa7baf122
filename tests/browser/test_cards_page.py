"""Cards as a learner meets them, in JupyterLab and in Voilà, by mouse and by keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from actors import OPEN, SAVED, Visitor
from axe_playwright_python.sync_playwright import Axe
from conftest import MORNING
from hands import WORDS, answer_by_keys, answer_by_mouse, ask, questions
from playwright.sync_api import expect

from casekit.journal import Journal
from casekit.question import Choice, Number, Writing
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from casekit.case import Case
    from casekit.frozen import Language

pytestmark = [pytest.mark.browser, pytest.mark.kernel]


def all_saved(visitor: Visitor, case: Case) -> None:
    for question in questions(case):
        card = visitor.card(ask(question, visitor.language))
        expect(visitor.state(card)).to_contain_text(SAVED[visitor.language])


def shown_values(visitor: Visitor) -> list[str]:
    """What stands in every control of the page: the learner's own answers."""
    values: list[str] = visitor.page.evaluate(
        """() => [...document.querySelectorAll(
          '.casekit input, .casekit select, .casekit textarea')].map(
          at => at.type === 'radio' ? String(at.checked) : at.value)"""
    )
    return values


def test_every_kind_is_answered_by_mouse_and_outlives_page_kernel_and_browser(
    learn: Callable[[], Visitor], case: Case
) -> None:
    visitor = learn()
    for question in questions(case):
        card = visitor.card(ask(question, visitor.language))
        answer_by_mouse(card, question, visitor.language)
        visitor.commit(card)
        expect(visitor.state(card)).to_contain_text(SAVED[visitor.language])
    answered = shown_values(visitor)

    visitor.come_in()  # the page reloaded; in Voilà this is a new kernel too
    all_saved(visitor, case)
    assert shown_values(visitor) == answered

    if visitor.host == "lab":
        visitor.restart_kernel()
        visitor.come_in()
        all_saved(visitor, case)
        assert shown_values(visitor) == answered

    visitor.page.close()
    again = learn()  # a new browser
    all_saved(again, case)
    assert shown_values(again) == answered


def test_answers_go_where_the_command_was_told(
    lab: str, shelf: Path, language: Language, case: Case, chromium: Browser
) -> None:
    question = next(q for q in questions(case) if isinstance(q, Choice))
    with chromium.new_context() as context:
        visitor = Visitor(context.new_page(), lab, "lab", language)
        visitor.come_in()
        card = visitor.card(ask(question, language))

        answer_by_mouse(card, question, language)
        visitor.commit(card)

        expect(visitor.state(card)).to_contain_text(SAVED[language])
    with Journal(shelf / language / "toy.sqlite", clock=lambda: MORNING) as journal:
        assert len(journal) == 1


def test_every_kind_is_answered_by_the_keyboard_alone(
    learn: Callable[[], Visitor], case: Case
) -> None:
    visitor = learn()

    for question in questions(case):
        answer_by_keys(visitor, visitor.card(ask(question, visitor.language)), question)

    all_saved(visitor, case)


def test_a_wrong_input_is_told_beside_its_control_and_nothing_typed_is_lost(
    learn: Callable[[], Visitor], case: Case
) -> None:
    visitor = learn()
    language = visitor.language
    forecast = next(q for q in questions(case) if isinstance(q, Number))
    writing = next(
        q for q in questions(case) if isinstance(q, Writing) and not q.fields
    )

    card = visitor.card(ask(forecast, language))
    for name, amount in zip(("low", "guess", "high"), ("3", "2", "1"), strict=True):
        card.get_by_label(say(name, language), exact=True).fill(amount)
    visitor.commit(card)

    expect(card.get_by_role("alert")).to_contain_text(say("bounds-crossed", language))
    expect(visitor.state(card)).to_contain_text(say("mend", language))
    expect(card.get_by_label(say("low", language), exact=True)).to_have_value("3")

    essay = visitor.card(ask(writing, language))
    box = essay.get_by_label(say("your-text", language), exact=True)
    box.fill("a" * (writing.limit + 1))

    expect(essay.get_by_role("alert")).to_contain_text(
        number(writing.limit + 1, language)
    )
    expect(box).to_have_value("a" * (writing.limit + 1))


def test_what_is_typed_but_not_sent_comes_back(
    learn: Callable[[], Visitor], case: Case
) -> None:
    visitor = learn()
    writing = next(
        q for q in questions(case) if isinstance(q, Writing) and not q.fields
    )
    card = visitor.card(ask(writing, visitor.language))
    card.get_by_label(say("your-text", visitor.language), exact=True).fill(WORDS)
    expect(visitor.state(card)).to_contain_text(say("draft-kept", visitor.language))

    visitor.come_in()

    card = visitor.card(ask(writing, visitor.language))
    box = card.get_by_label(say("your-text", visitor.language), exact=True)
    expect(box).to_have_value(WORDS)


def test_a_reveal_stays_sealed_until_its_question_is_locked(
    learn: Callable[[], Visitor], case: Case
) -> None:
    visitor = learn()
    language = visitor.language
    reveal = next(r for s in case.sections for r in s.reveals)
    question = case.question(reveal.after)
    sealed = visitor.card(reveal.title[language])
    open_it = sealed.get_by_role("button", name=OPEN[language])
    secret = reveal.text[language].split("\n")[0][:40]

    open_it.click()
    expect(sealed).not_to_contain_text(secret)
    card = visitor.card(ask(question, language))
    answer_by_mouse(card, question, language)
    visitor.commit(card)
    expect(visitor.state(card)).to_contain_text(SAVED[language])
    open_it.click()

    expect(sealed).to_contain_text(secret)


def test_nothing_sealed_reaches_a_page_before_its_question_is_locked(
    learn: Callable[[], Visitor], case: Case
) -> None:
    visitor = learn()
    language = visitor.language
    reveal = next(r for s in case.sections for r in s.reveals)
    exhibit = case.exhibit(reveal.exhibit or "")
    question = case.question(reveal.after)
    secrets = [
        *(part.strip() for part in re.split(r"[0-9.]|\[", reveal.text[language])[:1]),
        exhibit.title[language],
        *(words[language] for row in exhibit.rows for words in row.words.values()),
        *(s.address for s in case.sources_of(exhibit.facts)),
    ]

    assert [words for words in secrets if visitor.knows(words)] == []

    card = visitor.card(ask(question, language))
    answer_by_mouse(card, question, language)
    visitor.commit(card)
    expect(visitor.state(card)).to_contain_text(SAVED[language])

    assert [words for words in secrets if visitor.knows(words)] == []

    sealed = visitor.card(reveal.title[language])
    sealed.get_by_role("button", name=OPEN[language]).click()
    expect(sealed).to_contain_text(exhibit.title[language])

    assert [words for words in secrets if not visitor.knows(words)] == []


def test_axe_finds_no_serious_violation_in_the_kit_s_own_elements(
    learn: Callable[[], Visitor], case: Case
) -> None:
    visitor = learn()
    forecast = next(q for q in questions(case) if isinstance(q, Number))
    card = visitor.card(ask(forecast, visitor.language))
    visitor.commit(card)  # with an error told
    expect(card.get_by_role("alert")).to_be_visible()

    results = Axe().run(
        visitor.page, context={"include": [[".casekit"], [".casekit-figure"]]}
    )

    serious = [
        (v["id"], node["html"][:200])
        for v in results.response["violations"]
        if v["impact"] in {"serious", "critical"}
        for node in v["nodes"]
    ]
    assert serious == []
