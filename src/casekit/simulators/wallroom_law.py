"""The Wall Room's levers as a room, and its closed forms in minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, isfinite
from typing import TYPE_CHECKING

import numpy as np

from casekit.models.cutoff import reserved_waits
from casekit.models.wall import mixed
from casekit.models.wallroom import Wall
from casekit.words import number, say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.simulators import Setting

SURGE = 2.0  # hours: the first of an evening
THRESHOLDS = tuple(np.linspace(-3, 3, 49).tolist())


@dataclass(frozen=True)
class Law:
    """Minutes that emergencies and everyone wait, by the closed form."""

    emergency: float
    everyone: float


def wall(setting: Setting) -> Wall:
    """The room with these levers, in hours."""
    levers = {name: float(value) for name, value in setting.items()}
    share = levers["emergency-share"] / 100
    return Wall(
        arrivals=(levers["arrivals"] * share, levers["arrivals"] * (1 - share)),
        service_rate=60 / levers["handling"],
        crews=int(levers["crews"]),
        threshold=levers["threshold"],
        d_prime=levers["d-prime"],
        reserve=int(levers["reserve"]),
        surge_factor=levers["surge"],
        surge_length=SURGE,
    )


def law(one: Wall) -> Law:
    """Minutes by the closed form, a reserve reckoned with and nothing else broken."""
    flagged, shares = one.flagged, one.shares
    found = reserved_waits(flagged, one.service_rate, one.crews, one.reserve)
    waits = 60 * np.array([found.first, found.rest])
    return Law(mixed(shares[0], waits), mixed(flagged / flagged.sum(), waits))


def across(one: Wall, *more: float) -> dict[float, Law]:
    """The law at every threshold that is drawn, and at `more`."""
    thresholds = sorted({*THRESHOLDS, *more})
    return {each: law(replace(one, threshold=each)) for each in thresholds}


def flagged(one: Wall, threshold: float) -> float:
    """Per cent of all reports that are flagged urgent."""
    rates = replace(one, threshold=threshold).flagged
    return float(100 * rates[0] / rates.sum())


def figure(value: float, language: Language) -> str:
    """To three digits: a simulation knows no more."""
    if not isfinite(value):
        return say("wallroom-endless" if value == inf else "wallroom-nobody", language)
    return number(float(f"{value:.3g}"), language)
