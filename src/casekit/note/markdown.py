"""A teaching note's Markdown: a small part of CommonMark, and lines of directives.

Headings, paragraphs, bold, italic, code in a line, links, lists (one list may stand
inside another), tables, block quotes. All else is told to the author with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from casekit.note.block import (
    Block,
    Directive,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Row,
    Run,
    Runs,
    Table,
    inside,
    plain,
)
from casekit.prose import CITATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

DIRECTIVE = re.compile(r"\[\[([^\[\]\n]*)\]\]")
DEEPEST = 4  # level of heading
_FORMS = "write headings, paragraphs, lists, tables, quotes, links, bold or italic"
_UNKNOWN = {
    "html_block": "is HTML",
    "html_inline": "has HTML",
    "image": "has an image",
    "fence": "is a block of code",
    "code_block": "is a block of code (lines that are indented)",
    "hr": "is a rule across the page",
    "hardbreak": "breaks a line by force",
}


@dataclass(frozen=True)
class Flaw:
    line: int
    wrong: str
    right: str


@dataclass(frozen=True)
class Note:
    """A note's blocks, and what in it is none."""

    blocks: tuple[Block, ...]
    flaws: tuple[Flaw, ...] = ()

    @property
    def title(self) -> Runs:
        """The words of its first heading, if that stands above all others."""
        first = self.blocks[0] if self.blocks else None
        top = isinstance(first, Heading) and first.level == 1
        return first.runs if top and isinstance(first, Heading) else ()

    @property
    def directives(self) -> tuple[Directive, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Directive))


def read_note(text: str) -> Note:
    r"""The blocks of a note.

    >>> read_note("## The quay\n\n[[ledger]]").blocks[1]
    Directive(line=3, anchor='', name='ledger', argument='')
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - no learner's kernel reads it

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    reading = _Reading(parser.parse(text))
    blocks = tuple(reading.blocks(""))
    for block in blocks:
        reading.flaws += _ill_placed(block, first=block is blocks[0])
    return Note(blocks, tuple(reading.flaws))


def _ill_placed(block: Block, *, first: bool) -> Iterator[Flaw]:
    if isinstance(block, Heading):
        if block.level == 1 and not first:
            right = "only the first line may have one #; begin a part with ##"
            yield Flaw(block.line, "is a second title", right)
        if block.level > DEEPEST:
            wrong = f"is a heading of level {block.level}"
            yield Flaw(block.line, wrong, f"use at most {DEEPEST} signs #")
    for part in inside(block):
        if isinstance(part, Heading | Table | Directive) and part is not block:
            wrong = f"is a {part.kind} inside a list or quote"
            yield Flaw(part.line, wrong, "put it before or after")


@dataclass
class _Reading:
    """One pass over a parser's tokens."""

    tokens: list[Token]
    flaws: list[Flaw] = field(default_factory=list)
    _next: int = 0
    _line: int = 1
    _lists: int = 0

    def blocks(self, end: str) -> Iterator[Block]:
        """Those up to the token that ends what they are in."""
        while (token := self._take()) is not None and token.type != end:
            yield from self._block(token)

    def _take(self) -> Token | None:
        if self._next == len(self.tokens):
            return None
        token = self.tokens[self._next]
        self._next += 1
        if token.map is not None:
            self._line = token.map[0] + 1
        return token

    def _block(self, token: Token) -> Iterator[Block]:
        line = self._line
        match token.type:
            case "heading_open":
                runs = self._runs("heading_close")
                yield Heading(int(token.tag[1:]), runs, line=line)
            case "paragraph_open":
                yield self._paragraph(line)
            case "bullet_list_open" | "ordered_list_open":
                yield self._listing(token, line)
            case "blockquote_open":
                yield Quote(tuple(self.blocks("blockquote_close")), line=line)
            case "table_open":
                yield self._table(line)
            case unknown:
                wrong = _UNKNOWN.get(unknown, f"is of a form without a name: {unknown}")
                self.flaws.append(Flaw(line, wrong, _FORMS))

    def _paragraph(self, line: int) -> Block:
        runs = self._runs("paragraph_close")
        words = plain(runs)
        if found := DIRECTIVE.fullmatch(words.strip()):
            name, _, argument = found[1].strip().partition(" ")
            return Directive(name, argument.strip(), line=line)
        if stray := DIRECTIVE.search(words):
            right = "put it on a line of its own, with an empty line before and after"
            self.flaws.append(Flaw(line, f"has {stray[0]} inside a paragraph", right))
        return Paragraph(runs, line=line)

    def _listing(self, token: Token, line: int) -> Block:
        ordered = token.type == "ordered_list_open"
        end = token.type.replace("open", "close")
        self._lists += 1
        if self._lists > 2:  # noqa: PLR2004 - a list, and one inside it
            wrong = "is a list inside a list inside a list"
            self.flaws.append(Flaw(line, wrong, "nest lists once"))
        items = []
        while (inner := self._take()) is not None and inner.type != end:
            items.append(tuple(self.blocks("list_item_close")))
        self._lists -= 1
        first = int(token.attrGet("start") or 1) if ordered else None
        return Listing(tuple(items), first, line=line)

    def _table(self, line: int) -> Block:
        rows: list[list[Runs]] = []
        numeric: set[int] = set()
        while (token := self._take()) is not None and token.type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type in {"th_open", "td_open"}:
                if "right" in str(token.attrGet("style")):
                    numeric.add(len(rows[-1]))
                rows[-1].append(self._runs(token.type.replace("open", "close")))
        head, *body = rows
        made = tuple(Row(tuple((cell,) for cell in row)) for row in body)
        return Table(tuple(head), made, frozenset(numeric), line=line)

    def _runs(self, end: str) -> Runs:
        """The words up to a token, in runs of one look."""
        found: list[Run] = []
        while (token := self._take()) is not None and token.type != end:
            found += self._words(token.children or ())
        return tuple(cited(found))

    def _words(self, tokens: Iterable[Token]) -> Iterator[Run]:
        look, line = Run(""), self._line
        for token in tokens:
            match token.type:
                case "text" | "text_special":
                    yield replace(look, text=token.content)
                case "code_inline":
                    yield replace(look, text=token.content, code=True)
                case "softbreak":
                    line += 1
                    yield replace(look, text=" ")
                case "strong_open" | "strong_close":
                    look = replace(look, strong=token.nesting > 0)
                case "em_open" | "em_close":
                    look = replace(look, emphasis=token.nesting > 0)
                case "link_open":
                    look = replace(look, to=self._address(token, line))
                case "link_close":
                    look = replace(look, to="")
                case unknown:
                    wrong = _UNKNOWN.get(unknown, f"has {unknown}")
                    self.flaws.append(Flaw(line, wrong, _FORMS))

    def _address(self, token: Token, line: int) -> str:
        address = str(token.attrGet("href"))
        if not address.startswith(("http://", "https://")):
            wrong = f"links to {address!r}"
            right = "link to a whole address, starting with https://"
            self.flaws.append(Flaw(line, wrong, right))
        return address


def cited(runs: Iterable[Run]) -> Iterator[Run]:
    """The same words, neighbours of one look joined and each cited fact a link.

    >>> [run.to for run in cited([Run("57 "), Run("officials [S2, S4].")])]
    ['', '#fact-S2', '', '#fact-S4', '']
    """
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    for run in joined:
        yield from [run] if run.code or run.to else _cited(run)


def _cited(run: Run) -> Iterator[Run]:
    place = 0
    for found in CITATION.finditer(run.text):
        names = found[1].split(",")
        for index, name in enumerate(names):
            before = run.text[place : found.start() + 1] if index == 0 else ", "
            yield replace(run, text=before)
            yield replace(run, text=name.strip(), to=f"#fact-{name.strip()}")
        place = found.end() - 1
    if place < len(run.text):
        yield replace(run, text=run.text[place:])
