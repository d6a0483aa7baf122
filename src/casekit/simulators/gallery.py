"""The gallery: what to bring home, how firm first place is, how much survives copying.

Every option is scored between two anchors; where nothing is published its score may be
anything between them, and counts as the middle. All shares and shifts are those of the
method in use.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

import numpy as np

from casekit.charts import Chart
from casekit.models.appraisal import WHOLE, Appraisal
from casekit.models.gallery import (
    BEST,
    TIE,
    WORST,
    firsts,
    showcase,
    shrinkage,
    smaa_exact,
)
from casekit.paint import ACCENT
from casekit.simulators import Outcome, Told
from casekit.simulators import gallery_paint as paint
from casekit.simulators.crowd import too_few
from casekit.simulators.gallery_class import weights, winners
from casekit.tally import SINGLES_FROM
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casekit.frozen import Language
    from casekit.models.appraisal import Crossing
    from casekit.models.gallery import Floats, Method
    from casekit.simulator import Simulator
    from casekit.simulators import Setting

WEIGHTINGS = 4_000  # drawn at random; the share's standard error is under 0.8 points
GALLERIES = 400  # simulated for the winner's curse
SHOWN, OF = 10, 100
SCORE: dict[Method, str] = {
    "additive": "gallery-score-additive",
    "minmax": "gallery-score-minmax",
    "topsis": "gallery-score-topsis",
}


def outcome(
    simulator: Simulator,
    setting: Setting,
    language: Language,
    *,
    seed: int,
    breaking: str | None = None,
) -> Outcome:
    weights = _weights(simulator, setting)
    if not weights.any():
        names = ("first-holds", "smallest-shift", "edge-kept")
        told = dict.fromkeys(names, Told(None))
        chart = _table(simulator, language)
        return Outcome(told, (chart,), "gallery-no-weights")
    alone = _appraisal(simulator, setting)
    seen = alone.with_decoy() if breaking == "decoy" else alone
    chance = np.random.default_rng(seed)
    drawn = chance.dirichlet(np.ones(len(weights)), WEIGHTINGS)
    shares = firsts(seen.under(drawn)).mean(axis=0)
    crossing = seen.crossing(alone.first)
    noise = float(setting["noise"])
    told = {
        "first-holds": _holds(alone, shares),
        "smallest-shift": Told(crossing.shift if crossing else None),
        "edge-kept": _kept(noise, seed),
    }
    charts = (
        _ranking(simulator, alone, seen, shares, language),
        _sweep(simulator, seen, alone.first, crossing, language),
        _curse(noise, chance, language),
        _table(simulator, language),
    )
    return Outcome(told, charts, None if crossing else "gallery-no-shift")


def class_charts(
    simulator: Simulator, settings: Sequence[Setting], language: Language
) -> tuple[Chart, ...]:
    found = [_appraisal(simulator, setting) for setting in settings]
    if len(found) < SINGLES_FROM:
        return (too_few(language),)
    return winners(simulator, found, language), weights(simulator, found, language)


def _holds(alone: Appraisal, shares: Floats) -> Told:
    share = float(shares[alone.first])
    error = math.sqrt(share * (1 - share) / WEIGHTINGS)
    two = len(alone.shares) == 2 and alone.method == "additive"  # noqa: PLR2004
    exact = float(smaa_exact(alone.middle)[alone.first]) if two else None
    return Told(share * WHOLE, error * WHOLE, None if exact is None else exact * WHOLE)


def _kept(noise: float, seed: int) -> Told:
    hall = showcase(
        options=OF, top=SHOWN, noise_variance=noise, samples=GALLERIES, seed=seed
    )
    return Told(hall.kept * WHOLE, hall.kept_error * WHOLE, shrinkage(noise) * WHOLE)


def _weights(simulator: Simulator, setting: Setting) -> Floats:
    return np.array([float(setting[c.id]) for c in simulator.criteria])


def _appraisal(simulator: Simulator, setting: Setting) -> Appraisal:
    """An appraisal by these weights; who gave none weighs all alike.

    A class picture that left those out would tell how few they are.
    """
    weights = _weights(simulator, setting)
    if not weights.any():
        weights = np.ones_like(weights)
    ends = np.array(
        [
            [sorted(_ends(option.scores.get(c.id))) for c in simulator.criteria]
            for option in simulator.options
        ]
    )
    method = cast("Method", setting["method"])
    return Appraisal(ends[..., 0], ends[..., 1], weights / weights.sum(), method)


def _ends(score: float | tuple[float, float] | None) -> tuple[float, float]:
    if score is None:
        return WORST, BEST
    return score if isinstance(score, tuple) else (score, score)


def _ranking(
    simulator: Simulator,
    alone: Appraisal,
    seen: Appraisal,
    shares: Floats,
    language: Language,
) -> Chart:
    names = [option.text[language] for option in simulator.options]
    best = BEST if seen.method == "additive" else 1.0
    place = {option: rank for rank, option in enumerate(alone.order, 1)}
    decoyed = seen.decoy is not None
    bars = [
        paint.Bar(
            name=names[option],
            score=float(seen.scores[option]),
            low=float(seen.ends[option, 0]),
            high=float(seen.ends[option, 1]),
            share=float(shares[option]) * WHOLE,
            before=float(alone.scores[option]) if decoyed else None,
            place=rank,
            place_before=place[option] if decoyed else None,
        )
        for rank, option in enumerate(seen.order, 1)
    ]
    points = tuple(
        (simulator.options[option].id, bar.score, bar.low, bar.high, bar.share)
        for option, bar in zip(seen.order, bars, strict=True)
    )
    rows = [
        (
            bar.name,
            _amount(bar.score, seen.method, language),
            "–".join(
                _amount(end, seen.method, language) for end in (bar.low, bar.high)
            ),
            say("gallery-percent", language, share=round(shares[option] * WHOLE)),
        )
        for option, bar in zip(seen.order, bars, strict=True)
    ]
    if seen.decoy is not None:
        name = _decoy_name(seen.decoy, language)
        score = seen.decoy_score
        bars.append(paint.Bar(name, score, score, score, place=len(bars) + 1))
        points = (*points, ("decoy", score, score, score, 0.0))
        rows.append((name, _amount(score, seen.method, language), "–", "–"))
    header = (
        say("gallery-option", language),
        say(SCORE[seen.method], language),
        say("gallery-range", language),
        say("gallery-share", language),
    )
    sentence = " ".join(
        [
            _decoy_sentence(names, alone, seen, language)
            if decoyed
            else _first_sentence(names, alone, language),
            say("gallery-judgement", language),
        ]
    )
    drawing = paint.ranking(bars, best, header[1], language)
    height = 1.25 + 0.52 * len(bars)
    return Chart(sentence, header, tuple(rows), points, drawing, height)


def _first_sentence(names: list[str], alone: Appraisal, language: Language) -> str:
    first = alone.first
    level = [
        names[o] for o in alone.order[1:] if alone.scores[o] > alone.scores[first] - TIE
    ]
    could_win = alone.ends[:, 1] > alone.ends[first, 0] + TIE
    possible = int(np.delete(could_win, first).sum())
    if level:
        told = say(
            "gallery-tied", language, first=names[first], others=", ".join(level)
        )
    else:
        told = say(
            "gallery-first",
            language,
            first=names[first],
            score=_amount(float(alone.scores[first]), alone.method, language),
        )
    if alone.method != "additive":  # there the ends depend on the other options
        return told
    key = "gallery-overlap" if possible > 0 else "gallery-clear"
    return f"{told} {say(key, language, count=possible)}"


def _decoy_sentence(
    names: list[str], alone: Appraisal, seen: Appraisal, language: Language
) -> str:
    if seen.first != alone.first:
        told = {"before": names[alone.first], "after": names[seen.first]}
        return say("gallery-turned", language, **told)
    if seen.method == "additive":
        return say("gallery-theorem", language, first=names[alone.first])
    return say("gallery-not-turned", language, first=names[alone.first])


def _decoy_name(decoy: Floats, language: Language) -> str:
    scores = "·".join(number(score, language) for score in decoy.tolist())
    return say("gallery-decoy", language, scores=scores)


def _sweep(
    simulator: Simulator,
    seen: Appraisal,
    first: int,
    crossing: Crossing | None,
    language: Language,
) -> Chart:
    """One criterion's weight from nothing to all, and where the first place is lost."""
    names = [option.text[language] for option in simulator.options]
    criterion = crossing.criterion if crossing else _heaviest(seen.shares)
    label = simulator.criteria[criterion].text[language]
    at = np.unique(np.append(np.linspace(0, 1, 41), seen.shares[criterion]))
    line = seen.line(criterion, at)
    if line is None:  # there is no other criterion
        line = np.tile(seen.shares, (len(at), 1))
    scores = seen.under(line)
    ids = [option.id for option in simulator.options]
    points: tuple[tuple[str, tuple[float, ...]], ...] = tuple(
        (name, tuple(column))
        for name, column in zip(ids, scores.T.tolist(), strict=True)
    )
    step = max((len(at) - 1) // 10, 1)
    rows = tuple(
        (
            number(round(share * WHOLE, 1), language),
            *(_amount(score, seen.method, language) for score in row),
        )
        for share, row in zip(at[::step].tolist(), scores[::step].tolist(), strict=True)
    )
    now = float(seen.shares[criterion]) * WHOLE
    if crossing is None:
        sentence = say("gallery-no-shift", language)
    elif not crossing.shift:
        sentence = say("gallery-lost", language, first=names[first])
    else:
        sentence = say(
            "gallery-crossing",
            language,
            criterion=label,
            now=number(round(now, 1), language),
            then=number(round(crossing.then * WHOLE, 1), language),
            shift=number(round(crossing.shift, 1), language),
            first=names[first],
            rival=names[crossing.rival],
        )
    colours = {first: ACCENT}
    if crossing is not None:
        colours[crossing.rival] = paint.RIVAL
    drawing = paint.sweep(
        at * WHOLE,
        [
            paint.Line(name, scores[:, option], colours.get(option, paint.GREY))
            for option, name in enumerate(names)
        ],
        (now, None if crossing is None else crossing.then * WHOLE),
        say("gallery-weight-of", language, criterion=label),
        language,
    )
    if crossing is not None:
        points = (*points, ("crossing", (now, crossing.then * WHOLE)))
    header = (say("gallery-weight-of", language, criterion=label), *names)
    return Chart(sentence, header, rows, points, drawing, 4.4)


def _heaviest(shares: Floats) -> int:
    """The criterion of most weight, but not of all, for then it cannot be moved."""
    return int(np.where(shares < 1, shares, -1).argmax())


def _curse(noise: float, chance: np.random.Generator, language: Language) -> Chart:
    """One gallery: the hundred as shown and as they are, the ten that hang in it."""
    true = chance.standard_normal(OF)
    shown = true + math.sqrt(noise) * chance.standard_normal(OF)
    top = np.argsort(-shown, kind="stable")[:SHOWN]
    points = tuple(zip(shown[top].tolist(), true[top].tolist(), strict=True))
    rows = tuple(
        (
            number(place, language),
            number(round(as_shown, 1), language),
            number(round(as_true, 1), language),
        )
        for place, (as_shown, as_true) in enumerate(points, 1)
    )
    kept = shrinkage(noise)
    sentence = say(
        "gallery-curse",
        language,
        shown=number(round(float(shown[top].mean()), 1), language),
        true=number(round(float(true[top].mean()), 1), language),
        kept=say("gallery-percent", language, share=round(kept * WHOLE)),
    )
    header = (
        say("gallery-place", language),
        say("gallery-shown", language),
        say("gallery-true", language),
    )
    drawing = paint.curse(shown, true, top, kept, language)
    return Chart(sentence, header, rows, points, drawing, 4.6)


def _table(simulator: Simulator, language: Language) -> Chart:
    """The scores as judged, each blank told as one."""
    criteria = [criterion.text[language] for criterion in simulator.criteria]
    rows, points = [], []
    for option in simulator.options:
        found = [option.scores.get(c.id) for c in simulator.criteria]
        rows.append((option.text[language], *(_score(f, language) for f in found)))
        points.append((option.id, *found))
    blanks = sum(score is None for _, *found in points for score in found)
    sentence = " ".join(
        [
            say("gallery-judgement", language),
            say("gallery-blanks", language, count=blanks),
        ]
    )
    header = (say("gallery-option", language), *criteria)
    return Chart(sentence, header, tuple(rows), tuple(points))


def _score(score: float | tuple[float, float] | None, language: Language) -> str:
    if score is None:
        return say("gallery-blank", language)
    return "–".join(number(end, language) for end in sorted({*_ends(score)}))


def _amount(score: float, method: Method, language: Language) -> str:
    return number(round(score, 1 if method == "additive" else 2), language)
