"""Cards as a learner meets them, in JupyterLab and in Voilà, by mouse and by keys."""

from __future__ import annotations

import re
import shutil
from functools import singledispatch
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from actors import OPEN, SAVED, Host, Visitor, free_port, serving, write_notebook
from axe_playwright_python.sync_playwright import Axe
from conftest import MORNING
from playwright.sync_api import Locator, expect

from casekit import casefile
from casekit.cards.policy import measured
from casekit.journal import Journal
from casekit.question import (
    Allocate,
    Choice,
    Grid,
    Number,
    Policy,
    Rank,
    Tag,
    Writing,
)
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.question import Asked

pytestmark = [pytest.mark.browser, pytest.mark.kernel]

CASES = Path(__file__).resolve().parents[1] / "cases"
WORDS = "Karena bukti / because of the evidence"
LANGUAGES: tuple[Language, ...] = ("id", "en")
HOSTS: tuple[Host, ...] = ("lab", "voila")
PLACES = [(host, language) for host in HOSTS for language in LANGUAGES]


@pytest.fixture(scope="module")
def case() -> Case:
    return casefile.open_casefile(CASES / "toy")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, case: Case) -> Path:
    """The toy case with notebooks of its own: one for each place and each test."""
    root = tmp_path_factory.mktemp("shelf")
    shutil.copytree(CASES, root / "cases")
    for language in LANGUAGES:
        first = root / "notebooks" / "toy" / language / f"{case.sections[0].stem}.ipynb"
        write_notebook(first, case, language, None)
    return root


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def lab(shelf: Path, language: Language) -> Iterator[str]:
    command = ["casekit.cli", "open", "toy", "--lang", language, "--no-browser"]
    command += ["--data", str(shelf / language)]
    with serving(command, shelf, CASEKIT_CASES=str(shelf / "cases")) as lines:
        told = (re.search(r"http://127\.0\.0\.1:\S+", line) for line in lines)
        yield next(found[0] for found in told if found)


@pytest.fixture(scope="module")
def voila(shelf: Path, language: Language) -> Iterator[str]:
    port = free_port()
    folder = shelf / "notebooks" / "toy" / language
    command = [
        "voila",
        "--no-browser",
        f"--port={port}",
        "--Voila.ip=127.0.0.1",
        str(folder),
    ]
    with serving(command, shelf, CASEKIT_CASES=str(shelf / "cases")) as lines:
        next(line for line in lines if "running at" in line)
        yield f"http://127.0.0.1:{port}/voila/render"


@pytest.fixture(params=HOSTS)
def learn(
    request: pytest.FixtureRequest,
    language: Language,
    shelf: Path,
    chromium: Browser,
    tmp_path: Path,
) -> Iterator[Callable[[], Visitor]]:
    """Lets a learner come in, each time in a new browser, with this test's answers."""
    host: Host = request.param
    root: str = request.getfixturevalue(host)
    name = f"{re.sub('[^a-z]+', '-', request.node.name.lower())}.ipynb"
    folder = shelf / "notebooks" / "toy" / language
    case = casefile.open_casefile(shelf / "cases" / "toy")
    write_notebook(folder / name, case, language, tmp_path / "answers")
    address = f"{root}/{name}"
    if host == "lab":
        address = re.sub(r"[^/]+\.ipynb", name, root)
    contexts = []

    def come_in() -> Visitor:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        contexts.append(context)
        visitor = Visitor(context.new_page(), address, host, language)
        visitor.come_in()
        return visitor

    yield come_in
    for context in contexts:
        context.close()


def questions(case: Case) -> list[Asked]:
    return [question for section in case.sections for question in section.questions]


def amounts(question: Number) -> dict[str, float]:
    step = (question.most - question.least) / 4
    low = question.least
    return {"low": low, "guess": low + step, "high": low + 2 * step}


def shared(question: Allocate) -> list[int]:
    """A hundred points, all but five of them on the first part."""
    return [95, 5, *[0] * (len(question.parts) - 2)]


def typed_by_keys(question: Asked) -> Iterator[float]:
    """What is typed into the short lines of a card, one after the other."""
    match question:
        case Number():
            yield from amounts(question).values()
        case Allocate():
            yield from shared(question)
        case Policy():
            yield from (measure.most for measure in question.predict)


@singledispatch
def put(question: Asked, card: Locator, language: Language) -> None:
    """Answer a question's own controls by mouse; one function for each kind."""
    raise TypeError(f"nobody knows how to answer {question.id} on {card} in {language}")


@put.register(Choice)
def _(question: Choice, card: Locator, language: Language) -> None:
    check(card, say("your-choice", language), question.options[-1].text[language])


@put.register(Tag)
def _(question: Tag, card: Locator, language: Language) -> None:
    for place, statement in enumerate(question.statements, start=1):
        label = f"{place}. {statement.text[language]}"
        card.get_by_label(label, exact=True).select_option(index=1)


@put.register(Number)
def _(question: Number, card: Locator, language: Language) -> None:
    for name, amount in amounts(question).items():
        label = say(name, language)
        card.get_by_label(label, exact=True).fill(number(amount, language))


@put.register(Grid)
def _(question: Grid, card: Locator, language: Language) -> None:
    for item in question.items:
        for axis in (question.across, question.up):
            label = axis.text[language]
            if len(question.items) > 1:
                label = f"{item.text[language]} – {label}"
            check(card, label, axis.bands[0].text[language])


@put.register(Rank)
def _(question: Rank, card: Locator, language: Language) -> None:
    for place, item in enumerate(reversed(question.items), start=1):
        label = item.text[language]
        card.get_by_label(label, exact=True).select_option(str(place))


@put.register(Allocate)
def _(question: Allocate, card: Locator, language: Language) -> None:
    for part, points in zip(question.parts, shared(question), strict=True):
        card.get_by_label(part.text[language], exact=True).fill(str(points))


@put.register(Policy)
def _(question: Policy, card: Locator, language: Language) -> None:
    for lever in question.levers:
        card.get_by_label(lever.label[language], exact=True).select_option(index=1)
    for measure in question.predict:
        label = measured(measure, language)
        card.get_by_label(label, exact=True).fill(number(measure.most, language))


@put.register(Writing)
def _(question: Writing, card: Locator, language: Language) -> None:
    labels = [field.text[language] for field in question.fields]
    for label in labels or [say("your-text", language)]:
        card.get_by_label(label, exact=True).fill(WORDS)


def answer_by_mouse(card: Locator, question: Asked, language: Language) -> None:
    put(question, card, language)
    if question.confidence:
        label = say("confidence", language)
        card.get_by_label(label, exact=True).select_option(index=3)
    if question.shareable:
        check(card, say("sharing", language), say("sharing-text", language))


def check(card: Locator, label: str, option: str) -> None:
    options = card.locator(".widget-radio").filter(has_text=label)
    options.get_by_label(option, exact=True).check()


def answer_by_keys(visitor: Visitor, card: Locator, question: Asked) -> None:
    """Walk the card with Tab, answer each control, press Enter on the button."""
    keys = visitor.page.keyboard
    values, chosen = typed_by_keys(question), 0
    card.locator("input, select, textarea").first.focus()
    for _ in range(80):
        kind = visitor.page.evaluate(
            """() => { const at = document.activeElement;
              const set = at.closest('.widget-radio');
              if (set && set.querySelector('input:checked')) return 'done';
              return at.type || at.tagName; }"""
        )
        if kind == "radio":
            keys.press("Space")
        elif kind == "select-one":
            chosen += 1
            for _ in range(chosen if isinstance(question, Rank) else 1):
                keys.press("ArrowDown")
        elif kind == "textarea":
            keys.type(WORDS)
        elif kind == "text":
            keys.type(number(next(values), visitor.language))
        elif kind in {"submit", "button"}:
            keys.press("Enter")
            return
        keys.press("Tab")
    raise AssertionError(f"Tab never reached the button of {question.id}")


def ask(question: Asked, language: Language) -> str:
    return question.ask[language].split("\n")[0]


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
