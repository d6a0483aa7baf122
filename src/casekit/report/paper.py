"""A report as a PDF, set by typst with the fonts that it brings along.

Words reach typst as strings of its code mode, never as its markup, so that no sign in
them can mean anything.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from casekit.note import (
    Block,
    Box,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Table,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casekit.note import Lines, Row, Run, Runs
    from casekit.report.document import Document

STYLE = Path(__file__).with_name("paper.typ")
NARROW = 18  # characters of the longest cell of a column that takes what it needs
BLANK = "4.6em"  # a column to write in
LEAST, MOST = 12, 60  # characters by which the other columns share the width
_BREAKS = re.compile(r"(?<=[/?&=_.-])(?=\w)|(?<=\w{24})(?=\w)")


def pdf(document: Document) -> bytes:
    """The note in A4, with its contents list and its pages numbered."""
    return _set(document, "note")


def sheet_pdf(document: Document) -> bytes:
    """A document that is one table, in the largest type with which a page holds it."""
    return _set(document, "sheet")


def source(document: Document, form: str) -> str:
    """What typst is given: our style, and a call of one of its two forms."""
    return "\n".join((STYLE.read_text("utf-8"), f"#{form}(", *_call(document), ")"))


def _set(document: Document, form: str) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False)
    made = typst.compile(source(document, form).encode(), font_paths=fonts)
    return made if isinstance(made, bytes) else b"".join(made or ())


def _call(document: Document) -> Iterator[str]:
    writing = _Writing(document)
    yield f"title: {_string(document.title)},"
    yield f"subtitle: {_string(document.subtitle)},"
    yield f"language: {_string(document.language)},"
    yield f"contents: {_string(document.say('note-contents'))},"
    page = document.say("note-page", page="\0", pages="\0").split("\0")
    yield f"page-of: ({', '.join(map(_string, page))}),"
    yield f"lead: {writing.blocks(document.lead)},"
    yield writing.blocks(document.body)


class _Writing:
    """Blocks as expressions of typst's code mode."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "{\n" + "\n".join(map(self.block, blocks)) + "\n}"

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                made = f"heading(level: {block.level - 1}, {self.runs(block.runs)})"
            case Paragraph():
                name = "quiet" if block.quiet else "par"
                made = f"{name}({self.runs(block.runs)})"
            case Listing():
                made = self._listing(block)
            case Quote():
                made = f"quoted({self.blocks(block.blocks)})"
            case Box():
                made = f"box-of({self.runs(block.title)}, {self.blocks(block.blocks)})"
            case Table():
                made = self._table(block)
            case _:
                raise NotImplementedError(f"no paper for a {block.kind}")
        return _placed(block.anchor) + made

    def runs(self, runs: Runs) -> str:
        return "{" + "; ".join(map(self._run, runs)) + "}"

    def _run(self, run: Run) -> str:
        to = self._document.leads(run)
        address = to if to and not to.startswith("#") else ""
        shown = _breakable(run.text) if run.text == address else run.text
        made = f"raw({_string(shown)})" if run.code else _string(shown)
        if run.emphasis:
            made = f"emph({made})"
        if run.strong:
            made = f"strong({made})"
        if address:
            made = f"link({_string(address)}, {made})"
        elif to:
            made = f"link(label({_string(to[1:])}), {made})"
        return made

    def _listing(self, block: Listing) -> str:
        items = ", ".join(self.blocks(item) for item in block.items)
        if block.first is None:
            return f"list({items})"
        return f"enum(start: {block.first}, {items})"

    def _table(self, block: Table) -> str:
        columns = ", ".join(_columns(block))
        right = "".join(f"{index}, " for index in sorted(block.numeric))
        heads = ", ".join(self.runs(head) for head in block.head)
        rows = ",\n".join(self._row(row) for row in block.rows)
        small = "true" if block.small else "false"
        return (
            f"grid-of(columns: ({columns},), numeric: ({right}), small: {small},\n"
            f"head: ({heads},),\n{rows})"
        )

    def _row(self, row: Row) -> str:
        first, *others = map(self._cell, row.cells)
        cells = ", ".join((f"{{{_placed(row.anchor)}{first}}}", *others))
        return f"(band: {'true' if row.band else 'false'}, cells: ({cells},))"

    def _cell(self, lines: Lines) -> str:
        if len(lines) == 1:
            return self.runs(lines[0])
        return f"stacked({', '.join(self.runs(line) for line in lines)})"


def _columns(block: Table) -> Iterator[str]:
    """The width of each column: what it needs if narrow, else a share of the rest."""
    for index, head in enumerate(block.head):
        cells = [row.cells[index] for row in block.rows]
        told = [len(plain(line)) for cell in cells for line in cell]
        longest = max(told, default=0)
        if not longest:
            yield BLANK
        elif index in block.numeric or longest <= NARROW:
            yield "auto"
        else:
            full = [length for length in told if length]
            wanted = max(sum(full) / len(full), len(plain(head)))
            yield f"{min(max(wanted, LEAST), MOST):.0f}fr"


def _placed(anchor: str) -> str:
    return f"[#metadata(none)#label({_string(anchor)})]; " if anchor else ""


def _breakable(address: str) -> str:
    """An address that may go on in the next line after its signs."""
    return _BREAKS.sub("\u200b", address)


def _string(text: str) -> str:
    r"""A string of typst's code mode.

    >>> print(_string('say "\\#"'))
    "say \"\\#\""
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
