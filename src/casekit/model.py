"""A part of a page against its model, with every error told in an author's words."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from casekit import case
from casekit.errors import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from casekit.page import Loc, Page

FORMS = {
    "^[a-z0-9]+([-_]": "small letters and digits with hyphens, like 'calls-per-day'",
    "^[0-9]{2}_": "two digits, an underscore and a name, like '01_bukti'",
    "^[A-Z]{1,3}": "one to three capitals and a number, like S2 or A26",
    "^[12][0-9]{3}(": "a date as YYYY, YYYY-MM or YYYY-MM-DD",
    "^[12][0-9]{3}-": "a day as YYYY-MM-DD",
    "^https?": "a whole address, starting with http:// or https://",
    r"\S": "words that are not blank",
}
SCHEMAS: dict[str, Any] = {
    "case": case.Outline,
    "sources": tuple[case.Source, ...],
    "facts": tuple[case.Fact, ...],
    "roles": tuple[case.Role, ...],
    "exhibit": case.Exhibit,
    "section": case.Section,
}
_KEYS = sorted(
    {
        key
        for model in vars(case).values()
        if isinstance(model, type) and issubclass(model, BaseModel)
        for key in model.model_fields
    }
)


def validated(
    adapter: TypeAdapter[Any],
    page: Page,
    loc: Loc,
    value: Any,  # noqa: ANN401
) -> tuple[Any, list[Problem]]:
    """The model of a part of a page, or None and what is wrong with the part."""
    try:
        return adapter.validate_python(value), []
    except ValidationError as error:
        return None, [_problem(page, loc, detail) for detail in error.errors()]


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of case file, for editors."""
    made = TypeAdapter(SCHEMAS[name]).json_schema()
    for key in ("id", "rows", "stem"):  # filled in by the reader, not by the author
        made.get("properties", {}).pop(key, None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _problem(page: Page, loc: Loc, detail: ErrorDetails) -> Problem:
    place = (*loc, *_real(page, loc, detail["loc"]))
    names = [str(part) for part in place if isinstance(part, str)]
    name = ".".join(names) or "this"
    kind, context = detail["type"], detail.get("ctx", {})
    wrong, right = f"{name!r}: {detail['msg']}", "see the file's JSON Schema"
    if kind == "missing":
        wrong, right = f"{name!r} is missing", "add it"
    elif kind == "extra_forbidden":
        near = difflib.get_close_matches(names[-1] if names else "", _KEYS, n=1)
        wrong = f"{name!r} is not a key here"
        right = f"did you mean {near[0]!r}?" if near else "remove it"
    elif kind == "string_type":
        wrong = f"{name!r} is {_told(detail['input'])}, not words"
        right = "write words; put quotes around numbers, dates, yes and no"
    elif kind in {"string_pattern_mismatch", "string_too_short"}:
        pattern = str(context.get("pattern", r"\S"))
        form = next(
            (f for start, f in FORMS.items() if pattern.startswith(start)), pattern
        )
        wrong, right = f"{name!r} is {_told(detail['input'])}", f"write {form}"
    elif kind in {"literal_error", "enum", "union_tag_invalid"}:
        allowed = context.get("expected") or context.get("expected_tags")
        wrong, right = (
            f"{name!r} is {_told(detail['input'])}",
            f"write one of {allowed}",
        )
    elif kind == "union_tag_not_found":
        wrong, right = (
            f"{name!r} has no kind",
            "add kind: choice, tag, number, grid or text",
        )
    elif kind == "value_error":
        wrong, right = (
            f"{name!r} is not sound",
            str(context.get("error", detail["msg"])),
        )
    elif kind in {"model_type", "dict_type"}:
        wrong, right = (
            f"{name!r} is {_told(detail['input'])}",
            "write its keys below it",
        )
    elif kind in {"tuple_type", "list_type"}:
        wrong, right = f"{name!r} is {_told(detail['input'])}", "write a list"
    return Problem(page.path, page.line(place), wrong, right)


def _real(page: Page, loc: Loc, detail: tuple[int | str, ...]) -> Loc:
    """Pydantic's place without the names of union members that it puts in between."""
    place: Loc = ()
    for index, part in enumerate(detail):
        last = index == len(detail) - 1
        if (*loc, *place, part) in page.lines or last:
            place = (*place, part)
    return place


def _told(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    words = repr(value)
    return words if len(words) <= 40 else f"{words[:37]}..."  # noqa: PLR2004
