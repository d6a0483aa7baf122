"""A kernel belongs to the browser that started it."""

from __future__ import annotations

from casekit.room.ties import Ties


def test_a_kernel_is_its_owner_s_until_untied() -> None:
    ties = Ties()
    ties.tie("k1", "ani")
    ties.tie("k2", "ani")
    ties.tie("k3", "budi")

    assert ties.of("ani") == ["k1", "k2"]
    assert len(ties) == 3
    assert ties.ties("k1", frozenset({"ani", "instructor"}))
    assert not ties.ties("k3", frozenset({"ani"}))

    ties.untie("k1")
    ties.untie("never there")
    assert not ties.ties("k1", frozenset({"ani"}))
    assert not ties.ties("never there", frozenset())
