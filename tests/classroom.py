"""A whole class in real browsers: the room, its learners, its instructor, its screen.

Verbs are those of a classroom. Whatever is looked at is waited for; `within` measures.
"""

from __future__ import annotations

import re
import shutil
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

import nbformat
from crowd import answer as crowd_answers
from hands import check
from playwright.sync_api import expect
from roomgoers import CASES, ClassRoom

from casekit.faircopy import CODE, METADATA
from casekit.journal import Journal
from casekit.pulse import now
from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from casekit.answer import Answer
    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.phase import Phase
    from casekit.question import Asked

NOTEBOOKS = Path(__file__).parent / "notebooks"
PATIENCE = 60_000  # milliseconds; the machine may be busy
PHONE, LAPTOP = 390, 1366  # pixels across
TALL = {PHONE: 844, LAPTOP: 900}
STAFF = {"kendali": "console", "layar": "screen"}
Told = Literal["answers", "silent", "again", "lost", "stuck"]
LINE: dict[Told, str] = {
    "answers": "room-answers",
    "silent": "room-silent",
    "again": "room-again",
    "lost": "room-lost",
    "stuck": "room-stuck",
}


class Room(ClassRoom):
    """A class of the case on this computer, and the browser through which all come."""

    def __init__(self, case: Case, home: Path, browser: Browser, *words: str) -> None:
        super().__init__(home, *words, cases=_shelf(case, home))
        self.case, self.browser = case, browser

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """The class's journal, as a desk beside it would open it."""
        path = self.data / f"{self.case.slug}.sqlite"
        with closing(Journal(path, clock=now)) as journal:
            yield journal

    def moves(self, question: Asked, *phases: Phase) -> None:
        """Move a question without a desk, where no desk is looked at."""
        with self.journal() as journal:
            for phase in phases:
                journal.move(question.id, phase)

    def others_answer(self, question: Asked, count: int, *, seed: int = 0) -> None:
        """Let as many learners answer whose pages nobody here looks at."""
        with self.journal() as journal:
            crowd_answers(journal, question, count, seed=seed)

    def answers(self, question: Asked, *, round: int = 1) -> tuple[Answer, ...]:  # noqa: A002
        with self.journal() as journal:
            return journal.answers(question.id, round=round)

    def stored(self, question: Asked) -> int:
        """How often anything was stored for a question, what was replaced included."""
        with self.journal() as journal:
            found = journal._one(  # noqa: SLF001 - no page may ask this
                "SELECT count(*) FROM answers WHERE question = ?", question.id
            )
        return int(found[0]) if found else 0


def _shelf(case: Case, home: Path) -> Path:
    """The case with its notebooks, the instructor's and the projector's among them."""
    cases, books = home / "cases", home / "notebooks" / case.slug
    if not cases.exists():
        shutil.copytree(CASES, cases)
        shutil.copytree(NOTEBOOKS / case.slug, books)
        (books / "pengajar").mkdir(exist_ok=True)
    for stem, card in STAFF.items():
        book = nbformat.v4.new_notebook(metadata=METADATA)
        told = f"from casekit import open_room\n\nopen_room({case.slug!r}).{card}()"
        book.cells = [nbformat.v4.new_code_cell(told, metadata=CODE)]
        path = books / "pengajar" / f"{stem}.ipynb"
        path.write_text(nbformat.writes(book), encoding="utf-8")
    return cases


class Person:
    """Somebody in the room in front of a browser of his own."""

    def __init__(
        self,
        room: Room,
        language: Language,
        size: tuple[int, int],
        browser: Browser | None = None,
    ) -> None:
        self.room, self.language = room, language
        self.heard: list[str] = []  # every message that the room sent to this page
        width, height = size
        self._context = (browser or room.browser).new_context(
            viewport={"width": width, "height": height}
        )
        self._context.set_default_timeout(PATIENCE)
        self.page: Page = self._context.new_page()
        self.page.on(
            "websocket",
            lambda wire: wire.on(
                "framereceived", lambda f: self.heard.append(_text(f))
            ),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def join(self) -> None:
        raise NotImplementedError

    def hears_of(self, words: str) -> bool:
        """Whether words have come to this page, seen or not."""
        return words in self.page.content() or any(words in told for told in self.heard)

    def sees(self, words: str | re.Pattern[str], *, timeout: float = PATIENCE) -> None:
        seen = self.page.get_by_text(words).locator("visible=true")
        expect(seen.first).to_be_visible(timeout=timeout)

    def sees_nothing_of(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(words).locator("visible=true")).to_have_count(0)

    def line(self, told: Told, *, timeout: float = PATIENCE) -> None:
        """What the page says of the room, in its own line."""
        words = say(LINE[told], self.language)
        expect(self.page.locator("#room-line")).to_contain_text(words, timeout=timeout)

    def picture(self, name: str) -> None:
        """Keep what is to be seen now, for whoever looks at it later."""
        self.room.home.joinpath("pictures").mkdir(exist_ok=True)
        path = self.room.home / "pictures" / f"{name}.png"
        self.page.screenshot(path=path, animations="disabled")


class Learner(Person):
    """Joins by the class code and answers; `through` is another port to come by."""

    def __init__(
        self,
        room: Room,
        language: Language,
        width: int = PHONE,
        *,
        through: int | None = None,
        browser: Browser | None = None,
    ) -> None:
        super().__init__(room, language, (width, TALL.get(width, 900)), browser)
        self.seat = ""
        self._address = f"http://127.0.0.1:{through or room.port}/"

    def join(self) -> None:
        """From the address to the first cards."""
        page, language = self.page, self.language
        page.goto(self._address)
        name = {"id": "Bahasa Indonesia", "en": "English"}[language]
        page.get_by_role("link", name=name).click()
        page.get_by_label(say("room-code", language)).fill(self.room.code.lower())
        enter = say("room-enter", language)
        page.get_by_role("button", name=enter, exact=True).click()
        self.seat = page.locator(".room-large").inner_text()
        page.get_by_role("link", name=say("room-start", language)).click()
        page.locator(".casekit").first.wait_for()
        self.line("answers")

    def card(self, question: Asked) -> Locator:
        asked = question.ask[self.language].split("\n")[0]
        return self.page.locator(".casekit").filter(has_text=asked).last

    def choose(self, question: Asked, option: str, *, confidence: int = 70) -> None:
        """Choose on the card, and send nothing yet."""
        card, language = self.card(question), self.language
        check(card, say("your-choice", language), option)
        sure = card.get_by_label(say("confidence", language), exact=True)
        step = say("confidence-step", language, confidence=confidence)
        sure.select_option(label=step)

    def send(self, question: Asked) -> None:
        button = self.card(question).get_by_role(
            "button", name=say("send", self.language)
        )
        button.click()

    def answer(self, question: Asked, option: str, *, confidence: int = 70) -> None:
        self.choose(question, option, confidence=confidence)
        self.send(question)

    def reads(self, question: Asked, key: str, *, timeout: float = PATIENCE) -> None:
        """What the card says of the answer; `key` is one of the kit's words."""
        told = re.escape(say(key, self.language, time="@")).replace(
            "@", r"\d\d[.:]\d\d"
        )
        line = self.card(question).get_by_role("status")
        expect(line).to_contain_text(re.compile(told), timeout=timeout)

    def has_on_the_card(self, question: Asked, option: str) -> None:
        chosen = self.card(question).get_by_label(option, exact=True)
        expect(chosen).to_be_checked(timeout=PATIENCE)

    def may_send(self, question: Asked) -> bool:
        words = say("send", self.language)
        button = self.card(question).get_by_role("button", name=words)
        return button.is_visible() and button.is_enabled()


class Instructor(Person):
    """At the desk, which opened with the instructor's secret."""

    def __init__(self, room: Room, language: Language = "id") -> None:
        super().__init__(room, language, (LAPTOP, 900))
        self._pressed = 0.0

    def join(self) -> None:
        page = self.page
        page.goto(f"http://127.0.0.1:{self.room.port}/language/{self.language}")
        page.goto(self.room.addresses["instructor"])
        page.locator(".casekit-console").wait_for()
        self.line("answers")

    def row(self, question: Asked) -> Locator:
        asked = question.ask[self.language].split("\n")[0]
        return self.page.locator(".casekit-row").filter(has_text=asked)

    def presses(self, question: Asked, key: str) -> None:
        """Press a button of a question's; a hand does so once a second at most."""
        self.page.wait_for_timeout(max(0, 1 + self._pressed - time.monotonic()) * 1000)
        button = self.row(question).get_by_role(
            "button", name=say(key, self.language), exact=True
        )
        button.click()
        self._pressed = time.monotonic()

    def projects(self, question: Asked) -> None:
        self.presses(question, "project-question")

    def projects_the_result(self, question: Asked) -> None:
        self.presses(question, "project-result")

    def opens(self, question: Asked) -> None:
        self.presses(question, "move-open")

    def locks(self, question: Asked) -> None:
        self.presses(question, "move-lock")

    def votes_again(self, question: Asked) -> None:
        self.presses(question, "move-again")

    def shows(self, question: Asked) -> None:
        """Two presses: there is no way back."""
        self.presses(question, "move-show")
        self.presses(question, "show-sure")

    def enters_a_ballot(self, question: Asked, option: str) -> None:
        """One paper ballot; its number is the form's own."""
        row, language = self.row(question), self.language
        if not row.get_by_label(say("paper-number", language)).is_visible():
            self.presses(question, "paper")
        number = row.get_by_label(say("paper-number", language))
        ballot = number.input_value()
        check(row, say("your-choice", language), option)
        sure = row.get_by_label(say("confidence", language), exact=True)
        sure.select_option(index=2)
        self.presses(question, "paper-enter")
        expect(number).to_have_value(str(int(ballot) + 1), timeout=PATIENCE)

    def reads(self, question: Asked, key: str, **amounts: object) -> None:
        """What the desk says of a question; `key` is one of the kit's words."""
        told = say(key, self.language, **amounts)
        head = self.row(question).locator(".casekit-phase")
        expect(head).to_contain_text(told, timeout=PATIENCE)


class Screen(Person):
    """The projector: full high definition, opened with its own secret."""

    def __init__(self, room: Room, language: Language = "id") -> None:
        super().__init__(room, language, (1920, 1080))

    def join(self) -> None:
        page = self.page
        page.goto(f"http://127.0.0.1:{self.room.port}/language/{self.language}")
        page.goto(self.room.addresses["screen"])
        page.locator(".casekit-screen").wait_for()

    @property
    def body(self) -> Locator:
        return self.page.locator(".casekit-screen .casekit-body")

    @property
    def choices(self) -> Locator:
        """What there is to choose, once the question is open."""
        return self.page.locator(".casekit-screen .casekit-choices li")

    @property
    def result(self) -> Locator:
        return self.page.locator(".casekit-screen .casekit-result")

    @property
    def counts(self) -> Locator:
        """How many have answered, under the question."""
        return self.page.locator(".casekit-screen .casekit-answered")


@contextmanager
def within(seconds: float, what: str, told: dict[str, float]) -> Iterator[None]:
    """Measure what follows an action, keep it by name, and hold it to a limit."""
    start = time.monotonic()
    yield
    told[what] = time.monotonic() - start
    assert told[what] < seconds, f"{what} took {told[what]:.1f} s"


def _text(frame: str | bytes) -> str:
    return frame.decode("utf-8", "replace") if isinstance(frame, bytes) else frame
