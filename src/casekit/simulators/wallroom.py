"""The Wall Room as its learner sees it: who waits, and what the order cannot change.

Levers and measures count in minutes, the model in hours.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import inf, isfinite
from typing import TYPE_CHECKING

import numpy as np

from casekit.charts import Chart
from casekit.models.wallroom import backlog, simulate
from casekit.simulators import Outcome, Told
from casekit.simulators import wallroom_paint as paint
from casekit.simulators.wallroom_class import class_charts
from casekit.simulators.wallroom_law import SURGE, across, figure, flagged, law, wall
from casekit.words import number, say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.models.wallroom import Estimate, Run, Wall
    from casekit.simulator import Simulator
    from casekit.simulators import Setting

__all__ = ["class_charts", "outcome"]

EVENING = 8.0  # hours that are watched in each run
DAY = 24.0
PROMISE = 15  # minutes
PATIENCE = 0.5  # hours, in the mean
SLOWER = 3.0  # times the mean that an emergency takes, once that is broken
RUNS = 80
BESIDE = (-2.0, 2.0)  # thresholds that are simulated beside the chosen one
TABLED = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)  # thresholds


def outcome(
    simulator: Simulator,  # noqa: ARG001 - every engine is called alike
    setting: Setting,
    language: Language,
    *,
    seed: int,
    breaking: str | None = None,
) -> Outcome:
    """Its closed form is told where one holds: of what breaks, only with a reserve.

    The reserve is not kept where emergencies take longer.
    """
    kept = wall(setting)
    broken = _broken(kept, breaking)
    run = _run(broken, seed)
    exact = law(kept) if broken.broken in {(), ("reserve",)} else None
    waits = {"emergency-wait": run.by_class[0].wait, "everyone-wait": run.everyone.wait}
    laws = {
        "emergency-wait": exact.emergency if exact else inf,
        "everyone-wait": exact.everyone if exact else inf,
    }
    within = run.by_class[0].within
    told = {
        name: Told(_minutes(wait), 60 * wait.error, _finite(laws[name]))
        for name, wait in waits.items()
    }
    told["emergency-late"] = Told(100 * (1 - within.value), 100 * within.error)
    who = _who(broken, run, language)
    if not run.stable:
        growth = _growth(broken, run, language)
        return Outcome(told, (growth, who), _warning(broken))
    held = replace(kept, reserve=broken.reserve)
    charts = [_curve(held, broken, seed, language), who]
    if "surge" in broken.broken:
        charts.append(_growth(broken, run, language))
    return Outcome(told, tuple(charts))


def _broken(kept: Wall, breaking: str | None) -> Wall:
    if breaking == "patience":
        return replace(kept, patience=PATIENCE)
    if breaking == "slowness":
        share = kept.emergency_share
        others = (1 - share * SLOWER) / (1 - share)  # as much work in all
        return replace(kept, reserve=0, slowness=(SLOWER, others))
    return kept


@lru_cache(maxsize=32)
def _run(one: Wall, seed: int) -> Run:
    return simulate(one, seed=seed, promise=PROMISE / 60, length=EVENING, runs=RUNS)


def _warning(one: Wall) -> str:
    if not one.keeps_up[0]:
        return "wallroom-overload"
    alone = all(replace(one, reserve=0).keeps_up)
    return "wallroom-reserve-endless" if alone else "wallroom-rest-endless"


def _curve(kept: Wall, broken: Wall, seed: int, language: Language) -> Chart:
    """Waits against the threshold: the law as lines, the simulation as points."""
    chosen = kept.threshold or 0.0
    beside = {threshold for threshold in BESIDE if abs(threshold - chosen) >= 1}
    laws = across(kept, chosen, *beside, *TABLED)
    lines = {
        name: tuple(
            (threshold, getattr(each, name))
            for threshold, each in laws.items()
            if each.everyone < inf
        )
        for name in ("emergency", "everyone")
    }
    runs = {
        threshold: _run(replace(broken, threshold=threshold), seed)
        for threshold in sorted({chosen, *beside})
    }
    seen = {
        name: tuple(
            (threshold, _hours(wait))
            for threshold, run in runs.items()
            if isfinite(
                (wait := (run.by_class[0] if emergency else run.everyone).wait).value
            )
        )
        for name, emergency in (("emergency", True), ("everyone", False))
    }
    now = {name: dict(points)[chosen][0] for name, points in seen.items()}
    holds = broken.broken in {(), ("reserve",)}
    key = "wallroom-curve" if holds else "wallroom-curve-broken"
    told = {name: figure(value, language) for name, value in now.items()}
    best = min(lines["emergency"], key=lambda point: point[1], default=(0.0, inf))
    told |= {
        "best": number(round(best[0], 1), language),
        "least": figure(best[1], language),
    }
    return Chart(
        say(key, language, threshold=chosen, **told),
        tuple(
            say(word, language)
            for word in (
                *("wallroom-threshold", "wallroom-flagged"),
                *("wallroom-emergency-law", "wallroom-everyone-law"),
                *("wallroom-emergency-seen", "wallroom-everyone-seen"),
            )
        ),
        tuple(
            (
                number(threshold, language),
                figure(flagged(kept, threshold), language),
                *(
                    figure(getattr(laws[threshold], name), language)
                    for name in ("emergency", "everyone")
                ),
                *(
                    _around(dict(seen[name]).get(threshold), language)
                    for name in ("emergency", "everyone")
                ),
            )
            for threshold in sorted({*TABLED, *runs})
        ),
        (lines["emergency"], lines["everyone"], seen["emergency"], seen["everyone"]),
        paint.curve(lines, seen, chosen, language, holds=holds),
        4.6,
    )


def _who(one: Wall, run: Run, language: Language) -> Chart:
    """Who waits longest, by what they are and how they were flagged."""
    words = [
        say("wallroom-emergencies-flagged", language),
        say("wallroom-emergencies-missed", language),
        say("wallroom-others-flagged", language),
        say("wallroom-others-missed", language),
    ]
    rates = (np.array(one.arrivals)[:, None] * one.shares).ravel().tolist()
    groups = [group for row in run.by_both for group in row]
    bars = tuple(
        (word, rate, *_hours(group.wait))
        for word, rate, group in zip(words, rates, groups, strict=True)
    )
    patient = "patience" not in one.broken
    header = ["wallroom-who", "wallroom-an-hour", "wallroom-minutes"]
    if not patient:
        header.append("wallroom-lost")
    rows = tuple(
        (
            word,
            figure(rate, language),
            _around((wait, error), language),
            *(() if patient else (figure(100 * group.lost.value, language),)),
        )
        for (word, rate, wait, error), group in zip(bars, groups, strict=True)
    )
    return Chart(
        say("wallroom-who-waits", language, missed=float(f"{DAY * rates[1]:.2g}")),
        tuple(say(word, language) for word in header),
        rows,
        bars,
        paint.waits(bars, language),
        3.4,
    )


def _growth(one: Wall, run: Run, language: Language) -> Chart:
    """How many wait in the course of an evening."""
    seen = tuple(zip(run.times, run.backlog, run.backlog_errors, strict=True))
    total, surged = sum(one.arrivals), "surge" in one.broken
    line = tuple(
        (time, backlog(total, one.service_rate, one.crews, time)) for time in run.times
    )
    if run.stable or one.broken:
        line = ()
    key = "wallroom-growth-surge" if surged else "wallroom-growth"
    return Chart(
        say(key, language, waiting=figure(run.backlog[-1], language)),
        (say("wallroom-hour", language), say("wallroom-waiting", language)),
        tuple(
            (number(time, language), _around((many, error), language))
            for time, many, error in seen[::3]
        ),
        (seen, line),
        paint.growth(seen, line, SURGE if surged else 0.0, language),
        4.0,
    )


def _minutes(wait: Estimate) -> float | None:
    return _finite(60 * wait.value)


def _hours(wait: Estimate) -> tuple[float, float]:
    return 60 * wait.value, 60 * wait.error


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


def _around(seen: tuple[float, float] | None, language: Language) -> str:
    if seen is None:
        return ""
    value, error = seen
    around = f" ± {figure(2 * error, language)}" if error else ""
    return f"{figure(value, language)}{around}"
