"""The Wall Room as its learner sees it: its numbers are the model's and the law's."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from math import inf, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from casekit.models.wallroom import triage
from casekit.simulator import ENGINES, Simulator
from casekit.simulators import class_charts, outcome
from casekit.words import WORDS, say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.simulators import Outcome

FILE = (
    Path(__file__).resolve().parents[2]
    / "casefiles"
    / "makassar"
    / "simulators"
    / "wall-room.yaml"
)
LANGUAGES: tuple[Language, ...] = ("id", "en")
SEEDS = range(6)


@cache
def simulator() -> Simulator:
    return Simulator.model_validate(yaml.safe_load(FILE.read_text("utf-8")))


def setting(**levers: float) -> dict[str, Any]:
    policy = {"threshold": 0.0, "crews": 9, "reserve": 0}
    further = {lever.id: lever.default for lever in simulator().levers}
    return policy | further | {n.replace("_", "-"): v for n, v in levers.items()}


def run(*, seed: int = 1, breaking: str | None = None, **levers: float) -> Outcome:
    return outcome(simulator(), setting(**levers), "id", seed=seed, breaking=breaking)


def law(threshold: float, crews: int = 9) -> tuple[float, float]:
    """Minutes of emergencies and of everyone: 16 reports an hour, half an hour each."""
    waits = triage(
        16, 2, crews, threshold=threshold, d_prime=1.5, emergency_share=0.125
    )
    return 60 * waits.by_class[0], 60 * waits.average


def mean(seen: list[float]) -> tuple[float, float]:
    """The mean of several and its standard error."""
    middle = sum(seen) / len(seen)
    spread = sum((one - middle) ** 2 for one in seen) / (len(seen) - 1)
    return middle, sqrt(spread / len(seen))


@pytest.mark.parametrize(("threshold", "crews"), [(0.0, 9), (1.5, 9), (-1.0, 10)])
def test_the_formula_stands_beside_the_simulation_and_agrees(
    threshold: float, crews: int
) -> None:
    runs = [run(seed=s, threshold=threshold, crews=crews).told for s in range(8)]

    for name, exact in zip(
        ("emergency-wait", "everyone-wait"), law(threshold, crews), strict=True
    ):
        assert runs[0][name].exact == pytest.approx(exact)
        seen = sum(told[name].value or 0 for told in runs) / len(runs)
        error = sqrt(sum(told[name].error ** 2 for told in runs)) / len(runs)
        assert abs(seen - exact) < 4 * error


def test_every_measure_of_the_engine_is_told() -> None:
    told = run().told

    assert set(told) == ENGINES["wallroom"].measures
    late = told["emergency-late"]
    assert late.exact is None
    assert 2 < (late.value or 0) < 25


def test_the_picture_draws_the_law_and_the_chosen_threshold_s_numbers() -> None:
    found = run(threshold=1.0)
    emergency, everyone, seen, all_seen = found.charts[0].points

    for threshold, minutes in emergency[::8]:
        assert minutes == pytest.approx(law(threshold)[0])
    assert {round(minutes, 6) for _, minutes in everyone} == {round(law(0)[1], 6)}
    for name, points in (("emergency-wait", seen), ("everyone-wait", all_seen)):
        assert dict(points)[1.0] == (found.told[name].value, found.told[name].error)
    assert [threshold for threshold, _ in seen] == [-2.0, 1.0, 2.0]


def test_a_reserve_has_a_formula_of_its_own_and_no_flat_line() -> None:
    found = run(crews=10, reserve=1)
    everyone = dict(found.charts[0].points[1])

    assert found.told["everyone-wait"].exact == pytest.approx(9.759, abs=1e-3)
    assert everyone[-3.0] == pytest.approx(law(-3, 10)[1], rel=0.01)
    assert everyone[3.0] > 3 * everyone[-3.0]


@pytest.mark.parametrize(
    ("levers", "warning"),
    [
        ({"crews": 7}, "wallroom-rest-endless"),
        ({"crews": 6, "threshold": -3}, "wallroom-overload"),
        ({"reserve": 2}, "wallroom-reserve-endless"),
    ],
)
def test_a_queue_that_only_grows_is_told_in_words_and_not_in_minutes(
    levers: dict[str, Any], warning: str
) -> None:
    found = run(**levers)

    assert found.warning == warning
    assert all(say(warning, language) for language in LANGUAGES)
    for name in ("emergency-wait", "everyone-wait"):
        assert found.told[name].value is None
        assert found.told[name].exact is None
    path, _ = found.charts[0].points
    assert path[-1][1] > path[12][1] > path[0][1]
    assert all(chart._repr_png_() for chart in found.charts)


def test_overload_grows_as_its_fluid_limit() -> None:
    path, line = run(crews=6).charts[0].points

    assert line[-1] == (8.0, pytest.approx(8 * (16 - 6 * 2)))
    assert path[-1][1] == pytest.approx(line[-1][1], rel=0.3)


def test_a_surge_has_no_formula_and_shows_how_long_its_queue_lasts() -> None:
    found = run(surge=2.0)
    path, line = found.charts[2].points
    waiting = {round(hour, 3): many for hour, many, _ in path}

    assert found.told["everyone-wait"].exact is None
    assert (found.told["everyone-wait"].value or 0) > 2 * law(0)[1]
    assert max(waiting, key=lambda hour: waiting[hour]) == pytest.approx(2, abs=0.7)
    assert waiting[8.0] > waiting[0.0]
    assert line == ()


def test_who_hangs_up_makes_the_average_look_better_than_the_law() -> None:
    found = run(breaking="patience")
    everyone = found.told["everyone-wait"]

    assert everyone.exact is None
    assert (everyone.value or inf) + 10 * everyone.error < law(0)[1]
    assert found.charts[1].header[-1] == WORDS["wallroom-lost"][0]
    assert float(found.charts[1].rows[-1][-1].replace(",", ".")) > 5


def test_slower_emergencies_bend_the_flat_average() -> None:
    gaps = []
    for seed in SEEDS:
        everyone = run(seed=seed, breaking="slowness").charts[0].points[3]
        at = {threshold: wait for threshold, (wait, _) in everyone}
        gaps.append(at[0.0] - (at[-2.0] + at[2.0]) / 2)
    gap, error = mean(gaps)

    assert gap > 3 * error


def test_with_every_assumption_kept_the_same_evenings_average_alike() -> None:
    everyone = run().charts[0].points[3]
    waits = [wait for _, (wait, _) in everyone]

    assert max(waits) - min(waits) < 0.15 * law(0)[1]


def test_a_wall_saved_from_overload_by_those_who_give_up_can_be_drawn() -> None:
    found = run(crews=6, breaking="patience")

    assert found.warning is None
    assert found.charts[0].points[:2] == ((), ())
    assert found.charts[0]._repr_png_()


@pytest.mark.parametrize("breaking", [None, *sorted(ENGINES["wallroom"].breaks)])
def test_both_languages_draw_the_same_points(breaking: str | None) -> None:
    told = [
        outcome(simulator(), setting(reserve=1), language, seed=2, breaking=breaking)
        for language in LANGUAGES
    ]

    assert told[0].told == told[1].told
    for one, other in zip(told[0].charts, told[1].charts, strict=True):
        assert one.sentence != other.sentence
        assert one.header != other.header
        assert len(one.rows) == len(other.rows)
        assert all(len(row) == len(one.header) for row in one.rows)
        assert one._repr_png_() != other._repr_png_()
    assert told[0].charts[0].points == told[1].charts[0].points


def test_the_missed_wait_as_long_as_whoever_is_not_flagged() -> None:
    flagged, missed, _, others = run().charts[1].points

    assert missed[1] == pytest.approx(2 * 0.0668, rel=0.01)
    assert abs(missed[2] - others[2]) < 3 * (missed[3] + others[3])
    assert flagged[2] < missed[2]


def class_of_57() -> list[dict[str, Any]]:
    return [
        setting(threshold=(n % 13 - 6) / 4, crews=8 + n % 5, reserve=n % 3)
        for n in range(57)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_class_of_57_stands_on_its_curves(language: Language) -> None:
    policies = class_of_57()

    (chart,) = class_charts(simulator(), policies, language)

    dots, star = chart.points
    finite = [one for one in policies if one["crews"] > 8 or one["reserve"] == 0]
    crewed = {(one["crews"], one["reserve"]) for one in finite}
    assert {place[1:3] for place, _ in dots} <= crewed
    assert len(dots) > 30
    for (threshold, crews, reserve, minutes), _ in dots:
        assert threshold % 0.5 == minutes % 0.5 == 0
        if reserve == 0:
            assert minutes == pytest.approx(law(threshold, crews)[0], abs=0.25)
    assert star[:3] == (0.0, 10, 1)
    assert "57" in chart.sentence
    assert chart._repr_png_()


def test_equal_policies_are_counted_from_five_on() -> None:
    policies = [setting(threshold=0)] * 9 + [setting(threshold=1)] * 6
    policies += [setting(crews=11)] * 4 + [setting(crews=6)]

    (chart,) = class_charts(simulator(), policies, "id")

    counts = {place[:2]: count for place, count in chart.points[0]}
    assert counts == {(0.0, 9): 9, (1.0, 9): 6, (0.0, 11): None}
    assert [row[-1] for row in chart.rows[:-1]] == ["9", "6", "5"]
    assert chart.rows[2][0] == say("merged", "id")


def test_the_policies_of_a_few_are_not_shown() -> None:
    (chart,) = class_charts(simulator(), class_of_57()[:9], "id")

    assert chart.sentence == say("too-few", "id")
    assert chart.rows == ()
    assert chart._repr_png_() is None


def test_an_overloaded_class_is_told_and_not_drawn() -> None:
    (chart,) = class_charts(simulator(), [setting(crews=6)] * 12, "id")

    endless, nearly_all = say("wallroom-endless", "id"), say("nearly-all", "id")
    assert chart.rows[0][-2:] == (endless, nearly_all)
    assert chart.points[0] == ()
    assert chart._repr_png_() is None


def test_the_door_to_the_simulators_needs_no_numpy() -> None:
    code = "import sys, casekit.simulators; print('numpy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "False"
