"""A part of a page against its model, with every error told in an author's words."""

from __future__ import annotations

import difflib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from casekit import case, exhibit, plan, question, simulator
from casekit.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    from casekit.page import Loc, Page

SCHEMAS: dict[str, Any] = {
    "case": case.Outline,
    "sources": tuple[case.Source, ...],
    "facts": tuple[case.Fact, ...],
    "roles": tuple[case.Role, ...],
    "exhibit": exhibit.Exhibit,
    "section": case.Section,
    "simulator": simulator.Simulator,
}
MOST = 100  # problems that are told of one part; who has more mends these first
READERS = {  # no author writes these
    "exhibit": ("id", "rows"),
    "section": ("stem",),
    "simulator": ("id",),
}
FORMS = {
    "^[a-z0-9]+([-_]": "small letters and digits with hyphens, like 'calls-per-day'",
    "^[0-9]{2}_": "two digits, an underscore and a name, like '01_bukti'",
    "^[A-Z]{1,3}": "one to three capitals and a number, like S2 or A26",
    "^[12][0-9]{3}(": "a date as YYYY, YYYY-MM or YYYY-MM-DD",
    "^[12][0-9]{3}-": "a day as YYYY-MM-DD",
    "^https?": "a whole address, starting with http:// or https://",
    r"\S": "words that are not blank",
}
_KEYS = sorted(
    {
        key
        for home in (case, exhibit, plan, question, simulator)
        for model in vars(home).values()
        if isinstance(model, type) and issubclass(model, BaseModel)
        for key in model.model_fields
    }
    - {key for keys in READERS.values() for key in keys}
    | {"id"}
)


_NAMES = [get_args(k.model_fields["kind"].annotation)[0] for k in question.KINDS]


@cache
def adapter(form: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - models and unions of them
    """What validates a model; made once, for making one takes longer than using it."""
    return TypeAdapter(form)


def validated(
    form: Any,  # noqa: ANN401 - a model or a union of them
    page: Page,
    loc: Loc = (),
    value: Any = None,  # noqa: ANN401 - whatever the file holds
) -> tuple[Any, list[Problem]]:
    """The model of the part of a page at `loc`, or None and what is wrong with it.

    What the page told of a place already is not told again, and no place twice.
    """
    try:
        return adapter(form).validate_python(value), []
    except ValidationError as error:
        found: dict[Loc, Problem] = {}
        details = error.errors(include_url=False)[:MOST]
        for detail in details:
            place = (*loc, *_real(value, detail["loc"], missing=_missing(detail)))
            if place in found:
                found[place] = _or_else(found[place], detail)
            elif not _told_already(page, place) and not _echo(detail, details):
                found[place] = _problem(page, place, detail)
        return None, list(found.values())


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of case file, for editors."""
    made = adapter(SCHEMAS[name]).json_schema()
    for key in READERS.get(name, ()):
        del made["properties"][key]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _missing(detail: ErrorDetails) -> bool:
    return detail["type"] == "missing"


def _or_else(problem: Problem, detail: ErrorDetails) -> Problem:
    """What would be right, with the other choice of a union named too."""
    if detail["type"] != "literal_error":
        return problem
    right = f"{problem.right}, or {detail['ctx']['expected']}"
    return replace(problem, right=right)


def _echo(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is told to be short only because flawed parts do not count."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc
        for other in details
    )


def _told_already(page: Page, place: Loc) -> bool:
    return any(place[:end] in page.told for end in range(len(place) + 1))


def _real(value: Any, detail: Loc, *, missing: bool) -> Loc:  # noqa: ANN401
    """Pydantic's place without the names of union members that it puts in between."""
    place: list[str | int] = []
    for index, part in enumerate(detail):
        last = index == len(detail) - 1
        if isinstance(value, dict) and part in value:
            if part == value.get("kind") and not last:
                continue  # the kind of question, told apart by it
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif not (missing and last):
            continue
        place.append(part)
    return tuple(place)


def _problem(page: Page, place: Loc, detail: ErrorDetails) -> Problem:
    names = [str(part) for part in place if isinstance(part, str)]
    name = repr(".".join(names) or "this")
    worded = _WORDED.get(detail["type"], _unforeseen)
    wrong, right = worded(name, detail)
    return Problem(page.path, page.line(place), wrong, right)


def told(value: object) -> str:
    """A value as an author sees it, cut short.

    >>> told(None), told({}), told("x" * 99)
    ('empty', 'a mapping', "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...")
    """
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    words = repr(value)
    return words if len(words) <= 40 else f"{words[:37]}..."  # noqa: PLR2004


def _unforeseen(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"{name}: {detail['msg']}", "see the file's JSON Schema"


def _lacking(name: str, detail: ErrorDetails) -> tuple[str, str]:
    if isinstance(detail["loc"][-1], int):
        return f"{name} has {detail['loc'][-1]} parts", "write one more"
    return f"{name} is missing", "add it"


def _unknown_key(name: str, detail: ErrorDetails) -> tuple[str, str]:
    near = difflib.get_close_matches(str(detail["loc"][-1])[:40], _KEYS, n=1)
    right = f"did you mean {near[0]!r}?" if near else "remove it"
    return f"{name} is not a key here", right


def _form(name: str, detail: ErrorDetails) -> tuple[str, str]:
    pattern = str(detail.get("ctx", {}).get("pattern", r"\S"))
    form = next((f for start, f in FORMS.items() if pattern.startswith(start)), pattern)
    return f"{name} is {told(detail['input'])}", f"write {form}"


def _one_of(name: str, detail: ErrorDetails) -> tuple[str, str]:
    context = detail.get("ctx", {})
    allowed = context.get("expected") or context.get("expected_tags")
    given = detail["input"]
    if "tag" in context:
        name, given = f"{name[:-1]}.kind'", context["tag"]
    return f"{name} is {told(given)}", f"write one of {allowed}"


def _unsound(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"{name} is not sound", str(detail.get("ctx", {}).get("error"))


def _is(right: str, noun: str = "") -> Callable[[str, ErrorDetails], tuple[str, str]]:
    """It is this, but should be that."""
    not_noun = f", not {noun}" if noun else ""

    def worded(name: str, detail: ErrorDetails) -> tuple[str, str]:
        limits = detail.get("ctx", {})
        wrong = f"{name} is {told(detail['input'])}{not_noun}"
        return wrong, right.format_map(limits)

    return worded


def _length(right: str) -> Callable[[str, ErrorDetails], tuple[str, str]]:
    def worded(name: str, detail: ErrorDetails) -> tuple[str, str]:
        limits = detail["ctx"]
        return f"{name} has {limits['actual_length']} parts", right.format_map(limits)

    return worded


_NUMBER = _is("write digits like 1228 or 85.4, without quotes", "a number")
_MAPPING = _is("write its keys below it")
_LIST = _is("write a list")
_WORDED: dict[str, Callable[[str, ErrorDetails], tuple[str, str]]] = {
    "missing": _lacking,
    "extra_forbidden": _unknown_key,
    "string_type": _is(
        "write words; put quotes around numbers, dates, yes and no", "words"
    ),
    "string_pattern_mismatch": _form,
    "string_too_short": _form,
    "literal_error": _one_of,
    "enum": _one_of,
    "union_tag_invalid": _one_of,
    "union_tag_not_found": lambda name, _: (
        f"{name} has no kind",
        f"add kind: {', '.join(_NAMES[:-1])} or {_NAMES[-1]}",
    ),
    "value_error": _unsound,
    "model_type": _MAPPING,
    "dict_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "int_type": _NUMBER,
    "float_type": _NUMBER,
    "bool_type": _is("write true or false", "true or false"),
    "greater_than_equal": _is("write {ge} or more"),
    "less_than_equal": _is("write {le} or less"),
    "too_short": _length("write {min_length} or more"),
    "too_long": _length("write {max_length} or fewer"),
}
