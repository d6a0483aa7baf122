"""The files of a teaching note, under names that say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casekit.errors import CasekitError
from casekit.report.document import sheet, teaching_note
from casekit.report.page import html
from casekit.report.paper import pdf, sheet_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.case import Case
    from casekit.frozen import Language


def write_note(case: Case, language: Language, folder: Path) -> tuple[Path, ...]:
    """Write the note as HTML and PDF, and its run sheet; older ones are replaced.

    Raises:
        CasekitError: the folder is none, or nothing may be written there.
    """
    note = teaching_note(case, language)
    made = {
        f"{case.slug}-teaching-note.{language}.html": html(note).encode(),
        f"{case.slug}-teaching-note.{language}.pdf": pdf(note),
        f"{case.slug}-run-sheet.{language}.pdf": sheet_pdf(sheet(case, language)),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise CasekitError(
            f"cannot write the note into {str(folder)!r} ({error.strerror}); "
            "name a folder where you may write, and close the files that are open"
        ) from None
    return tuple(folder / name for name in made)
