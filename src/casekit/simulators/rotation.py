"""Rotation as its learner sees it: shares in per cent, never added to one score.

Breadth is what a head knows as a share of all offices, not in whole offices.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from casekit.charts import Chart
from casekit.models.rotation import (
    OUTPUTS,
    Policy,
    expected,
    frontier,
    mean_policy,
    outcomes,
    simulate,
)
from casekit.simulators import Outcome, Told, rotation_paint
from casekit.simulators.crowd import crowd, too_few
from casekit.simulators.rotation_paint import MEASURES, RULES, YEARS, Share, percent
from casekit.tally import SINGLES_FROM
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casekit.frozen import Language
    from casekit.models.limits import Floats
    from casekit.models.rotation import Outcome as Run
    from casekit.simulator import Simulator
    from casekit.simulators import Setting
    from casekit.simulators.rotation_paint import Place

CURVES = ("depth", "continuity", "breadth")
PLANE = ("depth", "breadth", "continuity")  # across, up, shade
INTERVALS = (6.0, 60.0)  # months: how far the curves are drawn at least
REPLICATIONS = 64
CLASS_SEED = 1  # all policies of a class meet the same chance
COARSE = 2  # a class's dots stand on a scale of so many per cent a step
TRUST = 36.0  # months; assumed: who stays longer is counted as a risk of collusion
NOISE = 9  # decimals, beyond which a share is only rounding
WORKDAYS = 21  # of a month
STEPS = 4  # of a month: so often is the path of a planned calendar looked at


def outcome(
    simulator: Simulator,
    setting: Setting,
    language: Language,
    *,
    seed: int,
    breaking: str | None = None,
) -> Outcome:
    policy = _policy(setting)
    by_chance = policy.by_chance != (breaking == "calendar")
    broken: Any = breaking
    run = simulate(
        policy,
        seed=seed,
        replications=REPLICATIONS,
        breaking=broken,
        steps=1 if by_chance else STEPS,
    )
    exact = _exact(policy)
    shares = {}
    for name in MEASURES:
        drawn, whole = getattr(run, name), _whole(name, policy)
        value, error = (round(whole * amount, NOISE) for amount in drawn)
        shares[name] = Share(value, error, exact[name])
    levels = _levels(policy, shares, language, by_chance=by_chance)
    path = _path(run, exact["depth"], language, by_chance=by_chance)
    placed = _placed(policy, shares["fit"], language)
    first, *rest = (
        (placed, levels, path) if breaking == "aptitude" else (levels, path, placed)
    )
    for one in simulator.breaks:
        if one.id == breaking:
            words = say("rotation-broken", language, label=one.label[language])
            first = replace(first, sentence=f"{words} {first.sentence}")
    return Outcome(
        {name: Told(*share) for name, share in shares.items()},
        (first, *rest),
        "rotation-by-chance" if by_chance else None,
    )


def class_charts(
    simulator: Simulator, settings: Sequence[Setting], language: Language
) -> tuple[Chart, ...]:
    """Outcomes are rounded, so that a dot is nobody's in particular."""
    if len(settings) < SINGLES_FROM:
        return (too_few(language),)
    policies = [_policy(setting) for setting in settings]
    middle = mean_policy(policies)
    kinds = [*dict.fromkeys([*policies, middle])]
    values = outcomes(kinds, seed=CLASS_SEED, replications=REPLICATIONS)
    columns = [OUTPUTS.index(name) for name in PLANE]
    shares = values[:, columns] * [_whole(name, middle) for name in PLANE]
    places = dict(zip(kinds, map(_place, shares), strict=True))
    seen, mean = crowd([places[policy] for policy in policies]), places[middle]
    plane = sorted({place[:2] for place, _ in seen.dots})
    unbeaten = frontier(np.array(plane))
    best = tuple(p for p, kept in zip(plane, unbeaten, strict=True) if kept)

    def told(place: Place) -> tuple[str, ...]:
        return tuple(percent(share, language, 0) for share in place)

    rows = [
        *seen.rows(told, language),
        (*told(mean), say("rotation-mean-policy", language)),
    ]
    title, count = simulator.title[language], len(policies)
    return (
        Chart(
            say("rotation-class", language, title=title, count=count),
            (*(say(MEASURES[name], language) for name in PLANE), "n"),
            tuple(rows),
            (seen.dots, best, mean),
            rotation_paint.plane(seen.dots, best, mean, language),
            4.8,
        ),
    )


def _policy(setting: Setting) -> Policy:
    placement: Any = setting["placement"]
    calendar = setting["calendar"]
    return Policy(
        interval=float(setting["interval"]),
        calendar="unplanned" if calendar == "unplanned" else "planned",
        moves="at once" if calendar == "together" else "staggered",
        placement=placement,
        handover_days=float(setting["handover"]),
        offices=int(setting["offices"]),
        project=float(setting["project"]),
        tau=float(setting["learning"]) / math.log(10),
        decay=math.log(2) / float(setting["half-life"]),
        trust=TRUST,
    )


def _place(shares: Floats) -> Place:
    depth, breadth, continuity = (COARSE * np.round(shares / COARSE)).tolist()
    return depth, breadth, continuity


def _whole(name: str, policy: Policy) -> float:
    return 100 / policy.offices if name == "breadth" else 100.0


def _exact(policy: Policy) -> dict[str, float]:
    closed = expected(policy)
    return {name: _whole(name, policy) * closed[name] for name in MEASURES}


def _depth_per_stint(policy: Policy) -> float:
    """What an unplanned stint reaches on average, in per cent, short ones as heavy.

    The mean of `mean_depth` over stays that are exponential with mean T:
    1 - (1 - start)(tau/T) ln(1 + T/tau), a Frullani integral.
    """
    stays = policy.interval / policy.tau
    return 100 * (1 - (1 - policy.start) * math.log1p(stays) / stays)


def _levels(
    policy: Policy,
    shares: Mapping[str, Share],
    language: Language,
    *,
    by_chance: bool,
) -> Chart:
    months = policy.interval
    ends = min(months, INTERVALS[0]), max(months, INTERVALS[1])
    along = np.linspace(*ends, 28).tolist()
    closed = [_exact(replace(policy, interval=each)) for each in along]
    points = tuple(
        (
            name,
            tuple((m, one[name]) for m, one in zip(along, closed, strict=True)),
            shares[name],
        )
        for name in CURVES
    )
    rows = [
        (
            say(MEASURES[name], language),
            percent(share.value, language),
            percent(2 * share.error, language),
            percent(share.exact, language),
        )
        for name, share in shares.items()
    ]
    if by_chance:
        stint = percent(_depth_per_stint(policy), language)
        rows.append((say("rotation-per-stint", language), "", "", stint))
    spent = 200 * policy.handover_days / (WORKDAYS * months)  # by the two of them
    handover = percent(spent, language)
    rows.append((say("rotation-handover", language), "", "", handover))
    told = {name: percent(shares[name].value, language) for name in CURVES}
    header = ("rotation-simulated", "rotation-error", "rotation-formula")
    return Chart(
        say("rotation-levels", language, months=months, **told),
        ("", *(say(word, language) for word in header)),
        tuple(rows),
        points,
        rotation_paint.levels(points, months, language),
        4.2,
    )


def _path(run: Run, exact: float, language: Language, *, by_chance: bool) -> Chart:
    mean = tuple((100 * run.path).tolist())
    city = tuple((100 * run.city).tolist()) if by_chance else None
    year = len(mean) // YEARS
    shown = city or mean
    years = [shown[start : start + year] for start in range(0, len(mean) - 1, year)]
    rows = tuple(
        (
            number(count, language),
            percent(min(one), language),
            percent(max(one), language),
        )
        for count, one in enumerate(years, 1)
    )
    header = ("rotation-years", "rotation-least", "rotation-most")
    told = percent(exact, language)
    lowest = percent(min(shown), language)
    return Chart(
        say("rotation-path", language, lowest=lowest, exact=told),
        tuple(say(word, language) for word in header),
        rows,
        (mean, city, exact),
        rotation_paint.path(mean, city, exact, language),
        3.6,
    )


def _placed(policy: Policy, fit: Share, language: Language) -> Chart:
    exact = {rule: _exact(replace(policy, placement=rule))["fit"] for rule in RULES}
    chosen = policy.placement
    share = percent(fit.value, language)
    header = ("rotation-formula", "rotation-simulated")
    return Chart(
        say(
            "rotation-placed", language, rule=say(RULES[chosen], language), share=share
        ),
        ("", *(say(word, language) for word in header)),
        tuple(
            (
                say(RULES[rule], language),
                percent(value, language),
                share if rule == chosen else "",
            )
            for rule, value in exact.items()
        ),
        (*exact.items(), (chosen, fit)),
        rotation_paint.placed(exact, chosen, fit, language),
        2.9,
    )
