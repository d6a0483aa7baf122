"""The blocks that a note and a report are made of; they know no paper and no screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Run:
    """Words of one look; `to` is a web address, or `#` and a block's anchor."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    to: str = ""


Runs = tuple[Run, ...]
Lines = tuple[Runs, ...]  # what a table's cell holds, each on a line of its own


@dataclass(frozen=True)
class Block:
    """`kind` is what a renderer tells it by; `line` is its place in a file."""

    kind: ClassVar[str]
    line: int = field(default=0, kw_only=True)
    anchor: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Heading(Block):
    kind = "heading"
    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph(Block):
    kind = "paragraph"
    runs: Runs
    quiet: bool = False


@dataclass(frozen=True)
class Listing(Block):
    kind = "listing"
    items: tuple[tuple[Block, ...], ...]
    first: int | None = None  # the first item's number, None for bullets


@dataclass(frozen=True)
class Quote(Block):
    kind = "quote"
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Row:
    """One line of a table; a `band` is one cell's words over the table's width.

    A band may have figures in the columns after them.
    """

    cells: tuple[Lines, ...]
    band: bool = False
    anchor: str = ""


@dataclass(frozen=True)
class Table(Block):
    """`numeric` columns stand to the right; a `small` table is for looking up."""

    kind = "table"
    head: tuple[Runs, ...]
    rows: tuple[Row, ...]
    numeric: frozenset[int] = frozenset()
    small: bool = False


@dataclass(frozen=True)
class Box(Block):
    kind = "box"
    title: Runs
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Directive(Block):
    """A line like `[[question why]]`, which the report replaces."""

    kind = "directive"
    name: str
    argument: str = ""

    def __str__(self) -> str:
        return f"[[{f'{self.name} {self.argument}'.strip()}]]"


def plain(runs: Runs) -> str:
    """The words alone.

    >>> plain((Run("57 "), Run("officials", strong=True)))
    '57 officials'
    """
    return "".join(run.text for run in runs)


def inside(block: Block) -> Iterator[Block]:
    """A block and every block within it."""
    yield block
    match block:
        case Listing():
            for item in block.items:
                for part in item:
                    yield from inside(part)
        case Quote() | Box():
            for part in block.blocks:
                yield from inside(part)
        case _:
            pass
