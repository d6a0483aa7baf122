"""A case knows what is a claim, what is sealed, and what may be seen already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casekit.case import Case, Fact, seals_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casekit.exhibit import Exhibit

RIDERS = "passengers-next-year"


def fact(name: str, after: str | None = None, *computed_from: str) -> Fact:
    value: dict[str, Any] = {"number": 1, "unit": "trips", "date": "2001"}
    value["grade"] = "computed" if computed_from else "assumed"
    if computed_from:
        value["computed_from"] = computed_from
    said = {"id": "a", "en": "a"}
    return Fact.model_validate(
        {"id": name, "statement": said, "values": [value], "after": after}
    )


def ledger(*facts: Fact) -> dict[str, Fact]:
    return {one.id: one for one in facts}


def grown(toy: Case, *facts: Iterable[str]) -> tuple[Case, Exhibit]:
    """The toy case with rows of these facts in its exhibit that grows."""
    riders = toy.exhibit("riders")
    rows = tuple(riders.rows[0].model_copy(update={"facts": f}) for f in facts)
    more = (fact("G1", "why"), fact("G2", "plan"), fact("G3", None, "G1"))
    case = toy.model_copy(update={"facts": (*toy.facts, *more)})
    return case, riders.model_copy(update={"rows": rows})


def test_a_fact_is_sealed_by_its_question_and_by_those_of_its_inputs() -> None:
    facts = ledger(fact("G1", "why"), fact("G2", None, "G1"), fact("G3", "plan", "G2"))

    assert seals_of(["G1"], facts) == {"why"}
    assert seals_of(["G2"], facts) == {"why"}
    assert seals_of(["G3", "G4"], facts) == {"why", "plan"}
    assert seals_of([], facts) == frozenset()


def test_facts_computed_in_a_circle_are_sealed_all_the_same() -> None:
    facts = ledger(fact("G1", "why", "G2"), fact("G2", None, "G1"))

    assert seals_of(["G2"], facts) == {"why"}


def test_an_exhibit_that_does_not_grow_is_seen_whole(toy: Case) -> None:
    for exhibit in toy.exhibits:
        if not exhibit.grows:
            assert toy.seen(exhibit) is exhibit
            assert toy.seals(exhibit) == frozenset()


def test_a_sealed_row_is_seen_once_its_question_is_shown(toy: Case) -> None:
    riders = toy.exhibit("riders")

    assert toy.seals(riders) == {RIDERS}
    assert toy.seen(riders).rows == riders.rows[:-1]
    assert toy.seen(riders, {"why"}).rows == riders.rows[:-1]
    assert toy.seen(riders, {RIDERS}) == riders


def test_a_row_with_two_seals_waits_for_both(toy: Case) -> None:
    case, exhibit = grown(toy, ("F1",), ("G1", "G2"))

    assert len(case.seen(exhibit, {"why"}).rows) == 1
    assert len(case.seen(exhibit, {"plan"}).rows) == 1
    assert len(case.seen(exhibit, {"why", "plan"}).rows) == 2


def test_a_row_computed_from_what_is_sealed_waits_too(toy: Case) -> None:
    case, exhibit = grown(toy, ("F1",), ("G3",))

    assert len(case.seen(exhibit).rows) == 1
    assert len(case.seen(exhibit, {"why"}).rows) == 2


def test_a_row_is_a_claim_where_its_own_number_is_claimed(toy: Case) -> None:
    counts, riders = toy.exhibit("counts"), toy.exhibit("riders")
    harbour, council = counts.rows

    assert toy.claims(counts, harbour) == ()
    assert toy.claims(counts, council) == ("F1",)
    assert [toy.claims(riders, row) for row in riders.rows] == [(), ("P2",), (), ()]


def test_a_row_without_a_number_of_its_fact_is_a_claim_if_any_value_is(
    toy: Case,
) -> None:
    counts = toy.exhibit("counts")
    wordless = counts.rows[0].model_copy(update={"numbers": {}, "dates": {}})

    assert toy.claims(counts, wordless) == ("F1",)
