"""The command line: open a case, check it, and write what authors need."""

from __future__ import annotations

import json
import sys
import tempfile
import webbrowser
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casekit import casefile
from casekit.errors import CaseError, CasekitError
from casekit.place import class_folder, data_folder, whole
from casekit.workcopy import WorkCopy, work_copy

if TYPE_CHECKING:
    from casekit.frozen import Language

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False
)
report = typer.Typer(no_args_is_help=True, help="Write what is taken home, as files.")
app.add_typer(report, name="report")


class Lang(StrEnum):
    ID = "id"
    EN = "en"


@app.command("open")
def open_command(
    slug: Annotated[str, typer.Argument(help="The case, such as makassar.")],
    *,
    lang: Annotated[Lang, typer.Option(help="Language of the case.")] = Lang.ID,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Port; a free one if left out.")
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the address, open nothing.")
    ] = False,
    data: Annotated[
        Path | None, typer.Option(help="Folder of answers (else CASEKIT_DATA).")
    ] = None,
) -> None:
    """Open a case in JupyterLab; Ctrl-C ends it."""
    case = casefile.open_casefile(casefile.find(slug))
    found = casefile.notebooks_of(casefile.find(slug))
    copy = work_copy(found, shipped=casefile.SHIPPED, into=Path.cwd())
    _tell_copy(copy)
    folder = copy.folder / lang.value
    first = f"{case.outline.sections[0]}.ipynb"
    if not (folder / first).is_file():
        there = sorted(p.name for p in copy.folder.iterdir() if (p / first).is_file())
        raise CaseError(
            f"case {slug!r} has no notebooks in {lang.value!r}; "
            f"choose --lang {' or '.join(there) or 'another case'}"
        )
    from casekit.lab import open_lab  # noqa: PLC0415 - takes seconds

    answers = data_folder() if data is None else whole(data)
    typer.echo(f"Answers are kept in {answers}")
    open_lab(
        folder,
        first=first,
        language=lang.value,
        data=answers,
        port=port,
        say=lambda address: typer.echo(f"{case.outline.title[lang.value]}: {address}"),
        browse=None if no_browser else webbrowser.open,
    )


@app.command("class")
def class_command(  # noqa: PLR0913 - one parameter an option
    slug: Annotated[str, typer.Argument(help="The case, such as makassar.")],
    *,
    lan: Annotated[
        bool, typer.Option("--lan", help="Answer on the class's Wi-Fi, not only here.")
    ] = False,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Port; a free one if left out.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(help="Folder of this class (else CASEKIT_DATA).")
    ] = None,
    backup: Annotated[
        Path | None,
        typer.Option(help="Folder for a copy, every minute and at the end."),
    ] = None,
    lang: Annotated[Lang, typer.Option(help="Language of the room.")] = Lang.ID,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Print the addresses, open nothing.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the addresses as one line of JSON.")
    ] = False,
) -> None:
    """Hold a class on a case; Ctrl-C ends it, the same command goes on."""
    from casekit.room.opening import Wish, hold_class  # noqa: PLC0415
    from casekit.room.poster import Poster  # noqa: PLC0415 - only this command

    poster = Poster(lang.value, as_json=as_json, browse=not (no_browser or as_json))
    wish = Wish(
        data=class_folder() if data is None else whole(data),
        language=lang.value,
        lan=lan,
        port=port,
        backup=None if backup is None else whole(backup),
    )
    hold_class(slug, wish, tell=poster.tell, ready=poster.show)


@app.command()
def check(
    case: Annotated[
        str, typer.Argument(help="A case or a case's folder; every case if left out.")
    ] = "",
) -> None:
    """Check cases: every problem at once, or one line of counts each."""
    folders = [_folder(case)] if case else casefile.every_case()
    if not folders:
        raise CaseError(
            f"no case in {str(casefile.home())!r}; CASEKIT_CASES chooses another"
        )
    found = [casefile.check(folder) for folder in folders]
    for checked, folder in zip(found, folders, strict=True):
        typer.echo(str(checked.seen_from(Path.cwd(), folder)))
    if any(checked.problems for checked in found):
        raise typer.Exit(1)


@app.command()
def run(
    slug: Annotated[str, typer.Argument(help="The case, such as makassar.")],
) -> None:
    """Run a case's notebooks and store them as they are committed (for authors)."""
    folder = casefile.notebooks_of(casefile.find(slug))
    paths = sorted(folder.glob("*/*.ipynb"))
    if not paths or folder.is_relative_to(casefile.SHIPPED):
        raise CaseError(
            f"case {slug!r} has no notebooks of yours in {str(folder)!r}; "
            "run them in a checkout"
        )
    from casekit.faircopy import fair_copy  # noqa: PLC0415 - takes seconds

    for path in paths:
        with tempfile.TemporaryDirectory(prefix="casekit-") as data:
            changed = fair_copy(path, data=Path(data))
        name = path.relative_to(folder.parent).as_posix()
        typer.echo(f"{name}: {'stored' if changed else 'unchanged'}")


@report.command("note")
def report_note(
    slug: Annotated[str, typer.Argument(help="The case, such as makassar.")],
    *,
    lang: Annotated[Lang, typer.Option(help="Language of the note.")] = Lang.ID,
    to: Annotated[
        Path, typer.Option(help="Folder for the files; this one if left out.")
    ] = Path(),
) -> None:
    """Write the teaching note and its run sheet, in place of older ones."""
    from casekit.report import write_note  # noqa: PLC0415 - only this command needs it

    folder = casefile.find(slug)
    found = casefile.check(folder).problems
    if found:
        raise CaseError(
            f"case {slug!r} has {len(found)} problem(s), so no note is written; "
            f"casekit check {slug} tells them"
        )
    language: Language = "en" if lang is Lang.EN else "id"
    for path in write_note(casefile.open_casefile(folder), language, to):
        typer.echo(f"wrote {path}")


@app.command()
def schema(
    folder: Annotated[Path, typer.Argument(help="Where to write the schema files.")],
) -> None:
    """Write the JSON Schema of each kind of case file, for editors."""
    from casekit.model import SCHEMAS, schema  # noqa: PLC0415

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in SCHEMAS:
            text = json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
            (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CasekitError(
            f"cannot write the schema into {str(folder)!r} ({error.strerror}); "
            "name a folder where you may write"
        ) from None
    typer.echo(f"wrote {', '.join(f'{name}.json' for name in SCHEMAS)}")


def main() -> None:
    """Run the command line; what a user sees of an error is one sentence."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except CasekitError as error:
        typer.echo(f"casekit: {error}", err=True)
        raise SystemExit(1) from None


def _folder(case: str) -> Path:
    """A known case by its name, else the folder that is meant."""
    known = [folder for folder in casefile.every_case() if folder.name == case]
    path = Path(case)
    if known or not path.is_dir():
        return casefile.find(case)
    return path.resolve()


def _tell_copy(copy: WorkCopy) -> None:
    if copy.made:
        typer.echo(
            f"Copied the notebooks to {copy.folder}: this copy is yours to change"
        )
    elif copy.copied:
        typer.echo(f"Using your copy of the notebooks in {copy.folder}, as you left it")


if __name__ == "__main__":
    main()
