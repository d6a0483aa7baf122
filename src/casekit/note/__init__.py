"""A teaching note as its authors wrote it: blocks, each with its line."""

from casekit.note.block import (
    Block,
    Box,
    Directive,
    Heading,
    Lines,
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
from casekit.note.markdown import DIRECTIVE, Note, cited, read_note

__all__ = [
    "DIRECTIVE",
    "Block",
    "Box",
    "Directive",
    "Heading",
    "Lines",
    "Listing",
    "Note",
    "Paragraph",
    "Quote",
    "Row",
    "Run",
    "Runs",
    "Table",
    "cited",
    "inside",
    "plain",
    "read_note",
]
