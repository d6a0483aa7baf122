"""A card asks, keeps what is typed, locks what is sent, and says so in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from casekit.answer import Sharing
from casekit.cards.exhibit import ExhibitCard
from casekit.cards.handshake import STALE, Handshake
from casekit.cards.question import QuestionCard
from casekit.cards.reveal import RevealCard
from casekit.desk import Desk
from casekit.frozen import Text
from casekit.phase import Phase
from casekit.question import (
    Allocate,
    Choice,
    Grid,
    Number,
    Policy,
    Rank,
    Resolution,
    Tag,
    Writing,
)
from casekit.words import day, say

if TYPE_CHECKING:
    from casekit.case import Case, Fact
    from casekit.frozen import Language
    from casekit.learner import Learner
    from casekit.question import Asked

LANGUAGES: tuple[Language, ...] = ("id", "en")


def questions(case: Case) -> list[Asked]:
    return [question for section in case.sections for question in section.questions]


def fill(card: QuestionCard) -> None:  # noqa: C901 - a case for each kind
    """Answer whatever the card asks, as a learner would."""
    question = card.question
    match question:
        case Choice():
            typed: dict[str, Any] = {"": question.options[0].id}
        case Tag():
            typed = {s.id: question.labels[0].id for s in question.statements}
        case Number():
            typed = {"low": "1", "guess": "2", "high": "3"}
        case Grid():
            bands = {"across": question.across.bands, "up": question.up.bands}
            typed = {
                f"{item.id}.{side}": bands[side][0].id
                for item in question.items
                for side in ("across", "up")
            }
        case Rank():
            typed = {item.id: n for n, item in enumerate(question.items, start=1)}
        case Allocate():
            typed = dict.fromkeys((part.id for part in question.parts), "0")
            typed[question.parts[-1].id] = "100"
        case Policy():
            levers = {lever.id: lever.settings[-1] for lever in question.levers}
            typed = {**levers, **{f"predict.{m.id}": "1" for m in question.predict}}
        case Writing():
            names = [field.id for field in question.fields] or [""]
            typed = dict.fromkeys(names, "because")
    card.controls.fill(typed)
    if card.confidence:
        card.confidence.fill(80)
    if card.sharing:
        card.sharing.fill(Sharing.TEXT.value)


def told(card: QuestionCard) -> str:
    """Every error that stands beside a control."""
    return " ".join(field.error for field in card.fields if field.error)


def contents(card: QuestionCard) -> dict[str, Any]:
    """What stands on the card, in whatever language it is drawn."""
    return {name: part for name, part in card.raw.items() if name != "language"}


@pytest.fixture(params=LANGUAGES)
def cards(
    request: pytest.FixtureRequest, toy: Case, learner: Learner
) -> list[QuestionCard]:
    return [QuestionCard(q, learner, request.param) for q in questions(toy)]


def test_a_filled_card_commits_locks_and_says_when(
    cards: list[QuestionCard], learner: Learner
) -> None:
    for card in cards:
        fill(card)
        card.commit()

        assert "10.42" in card.state.value or "10:42" in card.state.value
        assert all(field.control.disabled for field in card.fields)
        assert card.foot.layout.display == "none"
        assert learner.answer(card.question) is not None
        assert learner.state(card.question).phase is Phase.LOCKED


def test_a_card_drawn_again_shows_the_answer_that_is_kept(
    cards: list[QuestionCard], learner: Learner
) -> None:
    for card in cards:
        fill(card)
        typed = contents(card)
        card.commit()

        again = QuestionCard(card.question, learner, "en")

        assert contents(again) == typed
        assert "locked" in again.state.value


def test_a_card_drawn_again_shows_what_was_typed_but_not_sent(
    cards: list[QuestionCard], learner: Learner
) -> None:
    for card in cards:
        fill(card)

        again = QuestionCard(card.question, learner, "en")

        assert contents(again) == contents(card)
        assert learner.answer(card.question) is None
        assert "Not sent" in again.state.value


def test_the_same_question_on_another_card_locks_with_it(
    cards: list[QuestionCard], learner: Learner
) -> None:
    for card in cards:
        other = QuestionCard(card.question, learner, "en")
        fill(card)
        card.commit()

        assert contents(other) == contents(card)
        assert other.button.disabled
        assert "locked" in other.state.value


def test_an_empty_card_says_what_is_missing_and_stores_nothing(
    cards: list[QuestionCard], learner: Learner
) -> None:
    for card in cards:
        card.commit()

        assert "✗" in told(card)
        assert learner.answer(card.question) is None


def test_a_second_press_does_not_store_a_second_answer(
    cards: list[QuestionCard], learner: Learner
) -> None:
    for card in cards:
        fill(card)
        card.commit()
        card.commit()

    assert len(learner.journal) == len(cards)


def test_an_empty_card_complains_only_when_it_is_sent(
    toy: Case, learner: Learner
) -> None:
    forecast = next(q for q in questions(toy) if isinstance(q, Number))
    card = QuestionCard(forecast, learner, "en")

    card.controls.fields["low"].control.value = "1"

    assert told(card) == ""


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        (("3", "2", "1"), "low", "above the upper bound"),
        (("1", "9", "3"), "guess", "between the two bounds"),
        (("1", "2", "9999"), "high", "between 0 and 500"),
        (("1", "two", "3"), "guess", "not a number"),
    ],
)
def test_a_wrong_forecast_is_told_beside_its_field_and_stays_typed(
    toy: Case, learner: Learner, typed: tuple[str, ...], field: str, words: str
) -> None:
    forecast = next(q for q in questions(toy) if isinstance(q, Number))
    card = QuestionCard(forecast, learner, "en")
    card.controls.fill(dict(zip(("low", "guess", "high"), typed, strict=True)))

    card.commit()

    assert words in card.controls.fields[field].error
    assert tuple(card.controls.raw.values()) == typed
    assert learner.answer(forecast) is None


def test_a_doubled_place_is_told_beside_its_item_and_stays_chosen(
    toy: Case, learner: Learner
) -> None:
    order = next(q for q in questions(toy) if isinstance(q, Rank))
    card = QuestionCard(order, learner, "en")
    card.controls.fill({"nurses": 1, "fishers": 1, "visitors": 2})

    card.commit()

    assert "This place is taken" in card.controls.fields["fishers"].error
    assert card.controls.raw == {"nurses": 1, "fishers": 1, "visitors": 2}
    assert learner.answer(order) is None


@pytest.mark.parametrize(
    ("boat", "crew", "words"),
    [
        ("60", "25", "Jumlah: 85 dari 100; masih 15"),
        ("60", "52,5", "Jumlah: 112,5 dari 100; lebih 12,5"),
        ("60", "40", "Jumlah: tepat 100"),
        ("", "banyak", "Jumlah: 0 dari 100; masih 100"),
    ],
)
def test_a_sum_is_told_while_it_is_typed(
    toy: Case, learner: Learner, boat: str, crew: str, words: str
) -> None:
    shares = next(q for q in questions(toy) if isinstance(q, Allocate))
    card = QuestionCard(shares, learner, "id")

    card.controls.fields["boat"].control.value = boat
    card.controls.fields["crew"].control.value = crew

    assert words in card.controls.box.children[-1].value


def test_a_policy_s_draft_keeps_its_meaning_in_the_other_language(
    toy: Case, learner: Learner
) -> None:
    turns = next(q for q in questions(toy) if isinstance(q, Policy))
    typed = {"interval": 24, "calendar": "together", "predict.depth": "12,5"}
    QuestionCard(turns, learner, "id").controls.fill(typed)

    card = QuestionCard(turns, learner, "en")

    assert card.controls.raw == {**typed, "predict.depth": "12.5"}


def test_two_hundred_and_eighty_one_characters_are_told_and_kept(
    toy: Case, learner: Learner
) -> None:
    writing = next(q for q in questions(toy) if isinstance(q, Writing) and not q.fields)
    card = QuestionCard(writing, learner, "id")
    too_long = "a" * (writing.limit + 1)

    card.controls.fields[""].control.value = too_long

    assert str(writing.limit + 1) in card.controls.fields[""].error
    assert card.controls.raw[""] == too_long


def test_hostile_words_are_shown_and_never_become_markup(
    toy: Case, learner: Learner
) -> None:
    hostile = (
        toy.sections[0]
        .questions[0]
        .model_copy(update={"ask": Text(id="<b>x</b>", en="<script>x</script>")})
    )

    card = QuestionCard(hostile, learner, "en")

    assert "<script>" not in card.html()


def test_an_answer_to_an_older_wording_is_kept_and_said(
    toy: Case, learner: Learner
) -> None:
    for question in questions(toy):
        card = QuestionCard(question, learner, "en")
        fill(card)
        card.commit()
        reworded = question.model_copy(
            update={"ask": toy.outline.title}  # any other words
        )

        again = QuestionCard(reworded, learner, "en")

        assert "wording has changed" in again.state.value
        assert contents(again) == contents(card)


def test_a_disk_that_refuses_is_told_and_the_card_stays_open(
    toy: Case, learner: Learner
) -> None:
    card = QuestionCard(questions(toy)[0], learner, "en")
    fill(card)
    learner.journal.close()

    card.commit()

    assert "Not saved" in card.state.value
    assert not any(field.control.disabled for field in card.fields)
    card.edited()
    assert "draft cannot be kept" in card.state.value


def test_a_question_that_was_closed_without_an_answer_says_so(
    toy: Case, learner: Learner
) -> None:
    question = questions(toy)[0]
    learner.state(question)
    learner.journal.move(question.id, Phase.LOCKED)

    card = QuestionCard(question, learner, "en")

    assert "Locked" in card.state.value
    assert all(field.control.disabled for field in card.fields)


def test_a_card_s_text_is_the_same_for_everybody(toy: Case, learner: Learner) -> None:
    for question in questions(toy):
        card = QuestionCard(question, learner, "en")
        before = card._repr_mimebundle_()
        fill(card)
        card.commit()
        after = QuestionCard(question, learner, "en")._repr_mimebundle_()

        assert before["text/plain"] == after["text/plain"] == question.ask["en"]
        assert before["text/html"] == after["text/html"]


def test_a_press_right_after_typing_waits_until_all_that_was_typed_is_here(
    toy: Case, learner: Learner
) -> None:
    forecast = next(q for q in questions(toy) if isinstance(q, Number))
    card = QuestionCard(forecast, learner, "en")
    card.controls.fill({"low": "1", "guess": "2", "high": "2"})

    card.press()
    assert "Sending" in card.state.value
    card.controls.fields["high"].control.value = "250"  # held back by the browser
    card.handshake.reply.value += 1  # may have overtaken it
    assert learner.answer(forecast) is None
    card.handshake.reply.value += 1  # comes behind it

    kept = learner.answer(forecast)
    assert kept is not None
    assert kept.value["high"] == 250


def test_a_press_after_the_page_has_replied_is_sent_at_once() -> None:
    sent: list[str] = []
    handshake = Handshake(lambda: sent.append("sent"))

    handshake.edited()
    handshake.reply.value += 1
    handshake.reply.value += 1

    assert handshake.ask()
    assert sent == ["sent"]


def test_a_second_press_calls_a_page_that_has_not_replied_again() -> None:
    sent: list[str] = []
    handshake = Handshake(lambda: sent.append("sent"))

    handshake.edited()
    assert not handshake.ask()
    before = handshake.call.value
    assert not handshake.ask()

    assert handshake.call.value > before
    assert sent == []


def test_a_page_that_comes_back_much_later_does_not_send_for_the_press() -> None:
    now, sent = [0.0], []
    handshake = Handshake(lambda: sent.append("sent"), clock=lambda: now[0])

    handshake.edited()
    handshake.ask()
    now[0] += STALE
    handshake.reply.value += 1
    handshake.reply.value += 1

    assert sent == []
    assert handshake.ask()
    assert sent == ["sent"]


def test_a_stroke_that_comes_after_the_lock_changes_nothing(
    toy: Case, learner: Learner
) -> None:
    writing = next(q for q in questions(toy) if isinstance(q, Writing) and not q.fields)
    card = QuestionCard(writing, learner, "en")
    fill(card)
    card.commit()

    card.controls.fields[""].control.value = "because of something more"

    assert card.controls.raw[""] == "because"
    assert "locked" in card.state.value
    assert "anything else typed here was not sent" in card.state.value


def test_an_answer_from_elsewhere_is_shown_and_said(
    toy: Case, learner: Learner
) -> None:
    writing = next(q for q in questions(toy) if isinstance(q, Writing) and not q.fields)
    card = QuestionCard(writing, learner, "en")
    card.controls.fill({"": "typed here"})
    learner.commit(writing, id="elsewhere", value="typed there")

    card.commit()

    assert card.controls.raw[""] == "typed there"
    assert "anything else typed here was not sent" in card.state.value


def test_a_draft_keeps_its_meaning_in_the_other_language(
    toy: Case, learner: Learner
) -> None:
    forecast = next(q for q in questions(toy) if isinstance(q, Number))
    QuestionCard(forecast, learner, "id").controls.fill(
        {"low": "1.250", "guess": "12,5", "high": "banyak"}
    )

    card = QuestionCard(forecast, learner, "en")

    assert card.controls.raw == {"low": "1,250", "guess": "12.5", "high": "banyak"}


def test_a_reveal_is_sealed_then_ready_then_open(desk: Desk, toy: Case) -> None:
    reveal = next(r for section in toy.sections for r in section.reveals)
    card = desk.reveal(reveal.id)
    secret = reveal.text["en"].split("\n")[0]

    card.open()
    assert "Sealed" in card.content.value
    assert secret not in card.content.value

    question = desk.ask(reveal.after)
    fill(question)
    question.commit()
    assert "You may open this" in card.content.value
    assert secret not in card.content.value

    card.open()
    assert secret in card.content.value
    assert "Your forecast: 2, interval 1–3." in card.content.value
    assert desk.reveal(reveal.id).content.value == card.content.value


def resolving(toy: Case, name: str, part: str | None) -> Case:
    """The toy case, where the ferry's passengers decide a question and reveal it."""
    sentence = Text(id="Dewan memutuskan.", en="The council decides.")
    decided = Resolution(fact="F5", sentence=sentence, part=part)
    sections = []
    for section in toy.sections:
        questions = tuple(
            q.model_copy(update={"resolves": decided}) if q.id == name else q
            for q in section.questions
        )
        reveals = tuple(r.model_copy(update={"after": name}) for r in section.reveals)
        sections.append(
            section.model_copy(update={"questions": questions, "reveals": reveals})
        )
    return toy.model_copy(update={"sections": tuple(sections)})


def opened(case: Case, learner: Learner, language: Language, **answer: Any) -> str:  # noqa: ANN401
    """What the toy case's reveal tells a learner who has answered its question."""
    desk = Desk(case, learner, language)
    card = desk.reveal("what-happened-next")
    learner.commit(case.question(card.reveal.after), id="a", **answer)
    card.open()
    return str(card.content.value).split("<img")[0]


@pytest.mark.parametrize(
    ("language", "forecast", "told"),
    [
        (
            "id",
            {"low": 60.5, "guess": 70, "high": 80},
            (
                "Nilai rentang Bapak/Ibu 119,5 (makin kecil makin baik,"
                " yang terbaik 0): lebarnya, 19,5 penumpang, ditambah 10 kali jarak"
                " melesetnya, 10."
            ),
        ),
        (
            "en",
            {"low": 80, "guess": 85, "high": 100},
            (
                "Your interval scores 20 passengers: its width (20) plus 10 times the"
                " distance by which it missed (0); smaller is better"
            ),
        ),
    ],
)
def test_a_reveal_scores_an_interval_and_says_what_the_score_means(
    toy: Case,
    learner: Learner,
    language: Language,
    forecast: dict[str, float],
    told: str,
) -> None:
    assert told in opened(toy, learner, language, value=forecast)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "id",
            (
                "Perkiraan Bapak/Ibu: Kapal (70); Awak (30).",
                "Yang terjadi: Awak. Skor Brier Bapak/Ibu 0,98, dari 0 (semua poin",
                "membagi rata kepada 2 kemungkinan bernilai 0,5.",
            ),
        ),
        (
            "en",
            (
                "Your forecast: The boat (70); The crew (30).",
                "What came true: The crew. Your Brier score is 0.98, from 0 (every",
                "an even split over 2 parts scores 0.5.",
            ),
        ),
    ],
)
def test_a_reveal_scores_a_hundred_points_beside_an_even_split(
    toy: Case, learner: Learner, language: Language, told: tuple[str, ...]
) -> None:
    case = resolving(toy, "share-fares", "crew")

    reveal = opened(case, learner, language, value={"boat": 70, "crew": 30})

    assert [words for words in told if words not in reveal] == []


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("keep", "Your choice agrees with what came true: Keep it."),
        ("stop", "You chose: Stop it. What came true: Keep it."),
    ],
)
def test_a_reveal_says_whether_a_choice_agrees_with_what_came_true(
    toy: Case, learner: Learner, value: str, told: str
) -> None:
    case = resolving(toy, "keep-the-ferry", "keep")

    assert told in opened(case, learner, "en", value=value, confidence=80)


def unresolved(toy: Case, name: str) -> Case:
    case = resolving(toy, name, None)
    bare = {q.id: q.model_copy(update={"resolves": None}) for q in questions(case)}
    sections = tuple(
        s.model_copy(update={"questions": tuple(bare[q.id] for q in s.questions)})
        for s in case.sections
    )
    return case.model_copy(update={"sections": sections})


@pytest.mark.parametrize(
    ("name", "answer", "own"),
    [
        (
            "passengers-next-year",
            {"value": {"low": 1, "guess": 2, "high": 3}},
            "Your forecast: 2, interval 1–3.",
        ),
        (
            "share-fares",
            {"value": {"boat": 70, "crew": 30}},
            "Your forecast: The boat (70); The crew (30).",
        ),
        ("keep-the-ferry", {"value": "keep", "confidence": 80}, ""),
        ("first-served", {"value": ["nurses", "fishers", "visitors"]}, ""),
    ],
)
def test_a_question_that_nothing_decides_is_not_scored(
    toy: Case, learner: Learner, name: str, answer: dict[str, Any], own: str
) -> None:
    told = opened(unresolved(toy, name), learner, "en", **answer)

    assert own in told
    assert "score" not in told
    assert "came true" not in told


def test_a_range_decides_no_score(toy: Case, learner: Learner) -> None:
    def ranged(fact: Fact) -> Fact:
        value = fact.values[0].model_copy(update={"number": None, "range": (80, 90)})
        return fact.model_copy(update={"values": (value,)})

    facts = tuple(ranged(f) if f.id == "F5" else f for f in toy.facts)
    case = toy.model_copy(update={"facts": facts})

    told = opened(case, learner, "en", value={"low": 1, "guess": 2, "high": 3})

    assert "Your forecast: 2" in told
    assert "score" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_decides_a_question_is_said_before_it_is_answered(
    toy: Case, learner: Learner, language: Language
) -> None:
    for question in questions(toy):
        case = resolving(toy, question.id, None)
        card = QuestionCard(case.question(question.id), learner, language)
        decides = {"id": "Yang menentukan: Dewan", "en": "What decides: The council"}
        heading = card.box.children[1].value

        assert decides[language] in heading  # where widgets live
        assert decides[language] in card.html()  # where none can
        assert "score" not in heading


def test_an_open_reveal_is_not_drawn_again_by_later_answers(
    desk: Desk, toy: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    reveal = next(r for section in toy.sections for r in section.reveals)
    question = desk.ask(reveal.after)
    fill(question)
    question.commit()
    desk.reveal(reveal.id).open()
    drawn: list[str] = []
    monkeypatch.setattr("casekit.cards.reveal.exhibit_chart", drawn.append)

    other = desk.ask(next(q.id for q in questions(toy) if q.id != reveal.after))
    fill(other)
    other.commit()

    assert drawn == []


def test_a_reveal_that_a_busy_disk_holds_up_says_so(desk: Desk, toy: Case) -> None:
    reveal = next(r for section in toy.sections for r in section.reveals)
    card = desk.reveal(reveal.id)
    desk.learner.journal.close()

    card.open()

    assert "Not opened" in card.content.value


def test_a_forecast_of_another_wording_is_not_laid_over_the_values(
    desk: Desk, toy: Case
) -> None:
    reveal = next(r for section in toy.sections for r in section.reveals)
    question = toy.question(reveal.after)
    old = question.model_copy(update={"ask": toy.outline.title})
    desk.learner.commit(old, id="old", value={"low": 1, "guess": 2, "high": 3})
    card = desk.reveal(reveal.id)

    card.open()

    assert "Your forecast" not in card.content.value
    assert reveal.text["en"].split("\n")[0] in card.content.value


def test_a_reveal_s_text_tells_nothing_of_what_it_seals(desk: Desk, toy: Case) -> None:
    for reveal in (r for section in toy.sections for r in section.reveals):
        bundle = desk.reveal(reveal.id)._repr_mimebundle_()

        assert bundle["text/plain"] == reveal.title["en"]
        assert reveal.text["en"] not in str(bundle)


def held(card: ExhibitCard) -> str:
    """The words that an exhibit sends to a page or leaves in a notebook."""
    there = [part for part in (card.picture, card.sheet) if part is not None]
    every = str([[traits(part.box), part._repr_mimebundle_()] for part in there])
    return re.sub(r"[A-Za-z0-9+/=]{200,}", "", every)  # pictures are no words


def traits(widget: Any) -> list[Any]:  # noqa: ANN401
    """Every trait of a widget and of those inside it."""
    inside = getattr(widget, "children", ())
    own = {name: getattr(widget, name) for name in sorted(widget.traits(sync=True))}
    return [own, [traits(child) for child in inside]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sealed_row_is_nowhere_before_its_question_is_shown_and_then_it_is_there(
    toy: Case, learner: Learner, language: Language
) -> None:
    riders = toy.exhibit("riders")
    *_, sealed = riders.rows
    secrets = [
        *(sealed.words["what"][language], sealed.facts[0]),
        *(day("2002-02-03", language), "2002", toy.source("later").address),
    ]
    card = ExhibitCard(riders, toy, learner, language)
    assert card.picture is not None
    picture = card.picture.content.value

    before = held(card)
    question = QuestionCard(toy.question("passengers-next-year"), learner, language)
    fill(question)
    question.commit()
    locked = held(card)
    assert card.picture.content.value == picture
    RevealCard(toy.reveal("what-happened-next"), toy, learner, language).open()

    assert [secret for secret in secrets if secret in before + locked] == []
    assert say("grows", language) in before
    assert all(secret in card.sheet.content.value for secret in secrets[:3])
    assert secrets[-1] in card.sheet.content.value
    assert card.picture.content.value != picture


def test_what_is_committed_of_a_growing_exhibit_is_the_same_for_everybody(
    toy: Case, learner: Learner
) -> None:
    riders = toy.exhibit("riders")
    before = ExhibitCard(riders, toy, learner, "en")
    question = QuestionCard(toy.question("passengers-next-year"), learner, "en")
    fill(question)
    question.commit()
    learner.reveal("passengers-next-year")

    after = ExhibitCard(riders, toy, learner, "en")

    assert "News of 90 passengers" in after.sheet.content.value
    for card in (before, after):
        assert card.picture is not None
    for one, other in zip(parts(before), parts(after), strict=True):
        for form in ("text/plain", "text/html", "image/png"):
            assert one.get(form) == other.get(form), form


def parts(card: ExhibitCard) -> list[dict[str, Any]]:
    return [part._repr_mimebundle_() for part in (card.picture, card.sheet) if part]


def test_a_growing_exhibit_is_not_drawn_again_by_other_answers(
    toy: Case, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    ExhibitCard(toy.exhibit("riders"), toy, learner, "en")
    drawn: list[object] = []
    monkeypatch.setattr("casekit.cards.exhibit.exhibit_chart", drawn.append)

    question = QuestionCard(toy.question("why"), learner, "en")
    fill(question)
    question.commit()
    learner.reveal("why")
    learner.tell()

    assert drawn == []


def test_the_place_of_the_answers_is_told_on_request(desk: Desk) -> None:
    card = desk.where()
    path = str(desk.learner.journal.path)

    assert path not in card.place.value
    card.show()

    assert path in card.place.value
    assert path not in str(card._repr_mimebundle_()["text/html"])
