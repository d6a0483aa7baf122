"""What a notebook holds: a case, a learner's journal, and a language."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from casekit import cards, casefile
from casekit.case import LANGUAGES
from casekit.errors import CaseError, JournalError
from casekit.journal import Journal
from casekit.learner import Learner

if TYPE_CHECKING:
    from casekit.case import Case, Language

KEY_BYTES = 16  # 128 random bits; the design asks for at least 60
WINDOWS = os.name == "nt"
NAME_ONCE = os.rename if WINDOWS else os.link  # neither replaces what is there


class Desk:
    """A learner's desk: `ask`, `show` and `reveal` give cards for a notebook.

    Raises:
        CaseError: each method, for an id that the case does not have.
    """

    def __init__(self, case: Case, learner: Learner, language: Language) -> None:
        self.case, self.learner, self.language = case, learner, language

    def __repr__(self) -> str:
        return f"Desk({self.case.slug!r}, {self.language!r})"

    def ask(self, question: str) -> cards.QuestionCard:
        """A question's card; what was answered or typed before is on it again."""
        return cards.QuestionCard(
            self.case.question(question), self.learner, self.language
        )

    def show(self, exhibit: str) -> cards.ExhibitCard:
        """An exhibit with its sources.

        Raises:
            CaseError: also for a sealed exhibit; its reveal shows it.
        """
        found = self.case.exhibit(exhibit)
        if found.after is not None:
            raise CaseError(
                f"exhibit {exhibit!r} is sealed until {found.after!r} is shown; "
                "a reveal opens it"
            )
        return cards.ExhibitCard(found, self.case, self.language)

    def reveal(self, reveal: str) -> cards.RevealCard:
        """What happened next, sealed until its question is locked."""
        return cards.RevealCard(
            self.case.reveal(reveal), self.case, self.learner, self.language
        )

    def rubric(self, section: str) -> cards.SheetCard:
        """A section's four-level rubric."""
        return cards.rubric_card(self.case.section(section), self.language)

    def sources(self, section: str) -> cards.SheetCard:
        """The facts a section uses and where they were published."""
        return cards.sources_card(self.case.section(section), self.case, self.language)

    def where(self) -> cards.WhereCard:
        """Where this computer keeps the answers, told on request."""
        return cards.WhereCard(self.learner, self.language)


def open_case(slug: str, *, language: Language = "id") -> Desk:
    """The desk of a case, its journal in `data_folder()`.

    Raises:
        CaseError: no such case or language, or the case has problems.
        JournalError: the folder of answers cannot be used.
    """
    if language not in LANGUAGES:
        raise CaseError(f"no language {language!r}; choose one of {', '.join(LANGUAGES)}")
    case = casefile.open_casefile(casefile.find(slug))
    folder = data_folder()
    key = _home_key(folder)
    journal = Journal(folder / f"{slug}.sqlite", clock=_clock)
    return Desk(case, Learner(journal, key=key), language)


def data_folder() -> Path:
    """Where answers are kept: CASEKIT_DATA, else the user's own data folder."""
    chosen = os.environ.get("CASEKIT_DATA")
    if chosen:
        return Path(chosen)
    return platformdirs.user_data_path("casekit", appauthor=False)


def _clock() -> datetime:
    return datetime.now().astimezone()  # noqa: TID251 - the door by which time comes in


def _home_key(folder: Path) -> str:
    """The key of the one learner at home, made once and kept beside his journal.

    It is written whole before it gets its name, so that two notebooks opened at the
    same time end with the same key.
    """
    path = folder / "key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            draft = folder / f"key.{secrets.token_hex(8)}"
            with draft.open("x", encoding="ascii") as file:
                draft.chmod(0o600)
                file.write(secrets.token_hex(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())  # a lost key would orphan every answer
            with suppress(FileExistsError):  # another notebook's key is the key
                NAME_ONCE(draft, path)
            draft.unlink(missing_ok=True)
            _settle(folder)
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise JournalError(
            f"cannot keep answers in {str(folder)!r} ({error}); choose another folder "
            "with --data or CASEKIT_DATA"
        ) from None


def _settle(folder: Path) -> None:
    """Put the folder's list of names on the disk too, where that is a thing to do."""
    if WINDOWS:  # pragma: no cover - not to be tried here
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
