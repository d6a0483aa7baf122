"""What is sealed is in no message that a kernel sends before its reveal."""

from __future__ import annotations

import json
import os
from html import unescape
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbclient import NotebookClient
from test_notebooks import SLUGS, commit_everything

from casekit import casefile
from casekit.faircopy import KERNEL_WARNINGS
from casekit.frozen import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.case import Case
    from casekit.frozen import Language

pytestmark = pytest.mark.kernel

every_class = pytest.mark.parametrize(
    ("slug", "language"), [(slug, tongue) for slug in SLUGS for tongue in LANGUAGES]
)


class Listener(NotebookClient):
    """Runs cells as a page does, and keeps every message that the kernel sends."""

    heard: list[str]

    def process_message(self, msg: Any, *rest: Any) -> Any:  # noqa: ANN401
        self.heard.append(json.dumps(msg["content"], ensure_ascii=False, default=str))
        return super().process_message(msg, *rest)


def hear(slug: str, language: Language, data: Path) -> str:
    """Everything the kernel sends while a case's notebooks run one after another."""
    folder = casefile.notebooks_of(casefile.find(slug)) / language
    books = [nbformat.read(path, 4) for path in sorted(folder.glob("*.ipynb"))]
    whole = books[0]
    whole.cells = [cell for book in books for cell in book.cells]
    listener = Listener(whole, kernel_name="python3", timeout=120)
    listener.heard = []
    variables = {"CASEKIT_DATA": str(data), "PYTHONWARNINGS": KERNEL_WARNINGS}
    listener.execute(env={**os.environ, **variables})
    return unescape("\n".join(listener.heard)).replace('\\"', '"')


def secrets(case: Case, language: Language) -> set[str]:
    """Words that only a reveal may bring: texts, rows, statements and addresses."""
    sealed = {fact.id: fact for fact in case.facts if fact.after}
    listed = {s.id for s in case.sources_of(f.id for f in case.facts if not f.after)}
    found = {source.address for source in case.sources if source.id not in listed}
    found |= {fact.statement[language] for fact in sealed.values()}
    for section in case.sections:
        for reveal in section.reveals:
            found |= {part.strip() for part in reveal.text[language].split("\n")}
    for exhibit in case.exhibits:
        for row in exhibit.rows:
            if exhibit.after or not sealed.keys().isdisjoint(row.facts):
                found |= {words[language] for words in row.words.values()}
    return {words for words in found if len(words) > 25}


@every_class
def test_no_message_holds_what_is_sealed(
    slug: str, language: Language, tmp_path: Path
) -> None:
    case = casefile.open_casefile(casefile.find(slug))

    heard = hear(slug, language, tmp_path)

    assert heard
    assert {words for words in secrets(case, language) if words in heard} == set()


@every_class
def test_what_is_shown_is_in_the_messages(
    slug: str, language: Language, tmp_path: Path
) -> None:
    case = casefile.open_casefile(casefile.find(slug))
    commit_everything(case, tmp_path)

    heard = hear(slug, language, tmp_path)

    found = {words for words in secrets(case, language) if words in heard}
    assert len(found) > len(secrets(case, language)) / 2
