"""Crews kept free: the law, against a Markov chain and against the law without them."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.models.cutoff import reserved_waits
from casekit.models.wallroom import Wall, priority_waits

TRIAGED = Wall(arrivals=(2, 14), service_rate=2, crews=9, threshold=0.0, d_prime=1.5)


@pytest.mark.parametrize(
    ("servers", "reserve", "first", "rest"),
    [  # minutes, by solving the truncated Markov chain (busy, flagged, unflagged)
        (10, 1, 1.3529, 20.207),
        (10, 2, 0.8798, 58.443),
        (9, 1, 2.6969, 94.56),
    ],
)
def test_a_reserve_costs_what_its_markov_chain_says(
    servers: int, reserve: int, first: float, rest: float
) -> None:
    law = reserved_waits(TRIAGED.flagged, 2, servers, reserve)

    assert 60 * law.first == pytest.approx(first, rel=1e-4)
    assert 60 * law.rest == pytest.approx(rest, rel=1e-4)


@given(st.floats(0.01, 8), st.floats(0.01, 8), st.integers(9, 30))
def test_without_a_reserve_it_is_the_law_of_priorities(
    first: float, rest: float, servers: int
) -> None:
    law = reserved_waits([first, rest], 2, servers, 0)

    assert [law.first, law.rest] == pytest.approx(
        priority_waits([first, rest], 2, servers), rel=1e-9
    )


@given(st.floats(0.01, 8), st.floats(0.01, 8), st.integers(10, 16))
def test_each_crew_kept_free_helps_the_first_and_delays_the_rest(
    first: float, rest: float, servers: int
) -> None:
    laws = [reserved_waits([first, rest], 2, servers, n) for n in range(4)]

    assert np.all(np.diff([law.first for law in laws]) < 0)
    finite = [law.rest for law in laws if law.rest < inf]
    assert np.all(np.diff(finite) > 0)
    assert [law.rest for law in laws[len(finite) :]] == [inf] * (4 - len(finite))


@pytest.mark.parametrize(
    ("flagged", "waits"),
    [((20, 1), (inf, inf)), ((1, 20), (1 / 17 / (16 * 17 + 17 + 1), inf))],
)
def test_who_cannot_be_kept_up_with_waits_for_ever(
    flagged: tuple[float, float], waits: tuple[float, float]
) -> None:
    law = reserved_waits(flagged, 2, 9, 2)

    assert law.rest == waits[1]
    assert law.first == pytest.approx(waits[0])
    assert law.behind == 1
