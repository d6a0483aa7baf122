"""What a learner is shown of a rotation: sound numbers, in words, to the back row."""

from __future__ import annotations

import itertools
import math
import random
import subprocess
import sys
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from scipy.integrate import quad

from casekit.charts import DPI, WIDTH
from casekit.frozen import LANGUAGES
from casekit.models.rotation import mean_depth, one_leader, placement_cost
from casekit.simulator import ENGINES, Simulator
from casekit.simulators import class_charts, outcome
from casekit.words import say

if TYPE_CHECKING:
    from casekit.charts import Chart
    from casekit.frozen import Language
    from casekit.models.rotation import Rule
    from casekit.simulators import Outcome

FILE = Path(__file__).resolve().parents[2] / "casefiles/makassar/simulators"
SIMULATOR = Simulator.model_validate(
    yaml.safe_load((FILE / "rotation.yaml").read_text("utf-8"))
)
HOUSE: dict[str, Any] = {
    **{lever.id: lever.default for lever in SIMULATOR.levers},
    "interval": 24,
    "calendar": "staggered",
    "placement": "serial",
    "handover": 0,
}
TAU = 12 / math.log(10)
BREAKS = sorted(ENGINES["rotation"].breaks)
PNG = b"\x89PNG"


def run(breaking: str | None = None, **levers: object) -> Outcome:
    return outcome(SIMULATOR, HOUSE | levers, "id", seed=1, breaking=breaking)


def row(chart: Chart, name: str) -> tuple[str, ...]:
    return next(cells for cells in chart.rows if cells[0] == say(name, "id"))


def test_the_file_speaks_of_what_the_engine_knows() -> None:
    engine = ENGINES["rotation"]
    predicted = {"depth", "breadth", "continuity"}

    assert set(HOUSE) == engine.levers
    assert predicted | {one.id for one in SIMULATOR.measures} == engine.measures
    assert {one.id for one in SIMULATOR.breaks} == engine.breaks
    for language in LANGUAGES:
        places = Formatter().parse(SIMULATOR.sentence[language])
        assert {place for _, place, _, _ in places if place} == engine.measures


@pytest.mark.parametrize("breaking", [None, *BREAKS])
def test_every_measure_is_told_and_none_sums_up_the_others(
    breaking: str | None,
) -> None:
    assert set(run(breaking).told) == ENGINES["rotation"].measures


@pytest.mark.parametrize("calendar", ["together", "staggered", "unplanned"])
@pytest.mark.parametrize("placement", ["random", "serial", "best"])
def test_the_formula_is_the_model_s_and_chance_stays_near_it(
    calendar: str, placement: Rule
) -> None:
    planned = calendar != "unplanned"

    told = run(calendar=calendar, placement=placement, interval=48).told

    exact = {name: one.exact for name, one in told.items()}
    assert exact["depth"] == pytest.approx(
        100 * mean_depth(48, TAU, planned=planned), rel=1e-12
    )
    assert exact["continuity"] == pytest.approx(
        100 * one_leader(12, 48, planned=planned)
    )
    assert exact["collusion"] == pytest.approx(
        100 * one_leader(36, 48, planned=planned)
    )
    assert exact["fit"] == pytest.approx(
        100 * (1 - placement_cost(12, rule=placement) / 12)
    )
    for one in told.values():
        assert one.value is not None
        assert one.exact is not None
        assert abs(one.value - one.exact) <= 3.5 * one.error + 1e-9


def test_breadth_is_a_share_of_all_offices() -> None:
    few, many = (run(offices=offices).told["breadth"] for offices in (6, 24))

    assert few.exact is not None
    assert many.exact is not None
    assert 0 < many.exact < few.exact < 100
    assert run().told["breadth"].exact == pytest.approx(100 * 2.094 / 12, abs=0.01)


def test_unplanned_moves_come_with_a_warning_and_the_depth_of_a_stay() -> None:
    shown = run(calendar="unplanned")

    stay, _ = quad(
        lambda months: mean_depth(months, TAU) * math.exp(-months / 24) / 24, 0, 1e4
    )
    assert shown.warning is not None
    assert "masa jabatan yang panjang" in say(shown.warning, "id")
    assert "long stays" in say(shown.warning, "en")
    assert row(shown.charts[0], "rotation-per-stint")[
        -1
    ] == f"{100 * stay:.1f} %".replace(".", ",")


def test_only_unplanned_moves_are_warned_of() -> None:
    assert run().warning is None
    assert run("calendar").warning == "rotation-by-chance"
    assert run("calendar", calendar="unplanned").warning is None


@pytest.mark.parametrize(
    ("breaking", "fails", "holds"),
    [
        ("calendar", {"depth", "breadth", "continuity"}, {"fit"}),
        ("forgetting", {"depth", "breadth"}, {"continuity", "fit"}),
        ("speeds", {"depth"}, {"continuity", "fit"}),
        ("aptitude", {"fit"}, {"depth", "breadth", "continuity"}),
    ],
)
def test_a_broken_assumption_is_seen_where_it_should_be(
    breaking: str, fails: set[str], holds: set[str]
) -> None:
    whole, broken = run(interval=12), run(breaking, interval=12)

    miss = {name: abs(one.value - one.exact) for name, one in broken.told.items()}  # type: ignore[operator]
    error = {name: one.error for name, one in broken.told.items()}
    assert {name for name in fails if miss[name] < 6 * error[name] + 1} == set()
    assert {name for name in holds if miss[name] > 3.5 * error[name] + 1e-9} == set()
    assert {name: one.exact for name, one in broken.told.items()} == {
        name: one.exact for name, one in whole.told.items()
    }


@pytest.mark.parametrize("breaking", BREAKS)
def test_the_picture_of_what_fails_comes_first_over_the_same_formula(
    breaking: str,
) -> None:
    whole, broken = run(), run(breaking)

    first = broken.charts[0]
    label = next(one.label["id"] for one in SIMULATOR.breaks if one.id == breaking)
    assert label in first.sentence
    assert say("rotation-formula", "id") in first.header
    if breaking == "aptitude":
        assert first.points[:-1] == whole.charts[-1].points[:-1]
    else:
        assert [point[:2] for point in first.points] == [
            point[:2] for point in whole.charts[0].points
        ]
        assert first.points != whole.charts[0].points


@pytest.mark.parametrize("breaking", [None, "aptitude"])
def test_both_languages_draw_the_same_numbers_in_their_own_words(
    breaking: str | None,
) -> None:
    shown = [
        outcome(SIMULATOR, HOUSE, language, seed=1, breaking=breaking).charts
        for language in LANGUAGES
    ]

    for indonesian, english in zip(*shown, strict=True):
        assert indonesian.points == english.points
        assert indonesian.sentence != english.sentence
        assert [len(cells) for cells in indonesian.rows] == [
            len(cells) for cells in english.rows
        ]
        assert {len(cells) for cells in indonesian.rows} == {len(indonesian.header)}
        assert all(
            (chart._repr_png_() or b"").startswith(PNG)
            for chart in (indonesian, english)
        )


def test_the_table_says_what_is_drawn() -> None:
    levels = run(calendar="unplanned").charts[0]

    for name, curve, share in levels.points:
        assert curve[0][0] == 6
        assert curve[-1][0] == 60
        assert dict(curve)[24] == pytest.approx(share.exact)
        cells = row(levels, f"rotation-{name}")
        shown = [round(number, 1) + 0.0 for number in (share.value, 2 * share.error)]
        assert cells[1:3] == tuple(
            say("rotation-percent", "id", share=s) for s in shown
        )
        assert cells[1] in levels.sentence


def test_moved_at_once_the_city_begins_anew_and_staggered_it_stays_level() -> None:
    together = run(calendar="together").charts[1].points[0]
    staggered = run().charts[1].points[0]

    steps = len(together) // 120
    assert all(together[24 * steps * turn] == 0 for turn in range(6))
    assert max(together) > 98
    assert 74 < min(staggered) < 74.2
    assert 81 < max(staggered) < 82.5


def test_one_city_is_shown_only_where_cities_differ() -> None:
    _, city, _ = run(calendar="unplanned").charts[1].points

    assert run().charts[1].points[1] is None
    assert max(city) - min(city) > 5


def test_the_time_that_handover_takes_is_told_though_the_model_has_it_free() -> None:
    told = run(handover=60)

    assert row(told.charts[0], "rotation-handover")[-1] == "23,8 %"
    assert row(run().charts[0], "rotation-handover")[-1] == "0 %"


CASES: list[tuple[str | None, dict[str, object]]] = [
    (None, {}),
    (None, {"interval": 6, "calendar": "together"}),
    (None, {"interval": 60, "project": 6, "handover": 60}),
    (None, {"calendar": "unplanned", "placement": "best", "offices": 24}),
    ("forgetting", {"project": 6, "half-life": 12}),
    ("calendar", {"interval": 60, "offices": 6}),
    ("aptitude", {"placement": "best", "offices": 24}),
    ("speeds", {"interval": 6, "placement": "random"}),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("breaking", "levers"), CASES)
def test_no_words_touch_or_leave_the_picture_and_all_are_large(
    breaking: str | None, levers: dict[str, object], language: Language
) -> None:
    shown = outcome(SIMULATOR, HOUSE | levers, language, seed=1, breaking=breaking)

    for chart in shown.charts:
        figure = Figure(figsize=(WIDTH, chart.height), dpi=DPI)
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        assert chart.draw is not None
        chart.draw(axes)
        figure.draw_without_rendering()
        legend = axes.get_legend()
        words = [
            *axes.texts,
            *(legend.get_texts() if legend else ()),
            *axes.get_xticklabels(),
            *axes.get_yticklabels(),
            axes.xaxis.label,
        ]
        words = [text for text in words if text.get_text()]
        boxes = [text.get_window_extent() for text in words]
        assert min(text.get_fontsize() for text in words) >= 12
        for box in boxes:
            assert 0 <= box.x0 < box.x1 <= figure.bbox.x1
            assert 0 <= box.y0 < box.y1 <= figure.bbox.y1
        for (a, one), (b, other) in itertools.combinations(
            zip(words, boxes, strict=True), 2
        ):
            assert not one.overlaps(other), (a.get_text(), b.get_text())


def a_class(size: int) -> list[dict[str, Any]]:
    draw = random.Random(57)
    return [
        HOUSE
        | {
            "interval": draw.choice((12, 24, 24, 36, 48)),
            "calendar": draw.choice(("together", "staggered", "unplanned")),
            "placement": draw.choice(("random", "serial", "best")),
            "handover": draw.choice((0, 0, 10, 30)),
        }
        for _ in range(size)
    ]


def test_a_class_of_57_is_seen_with_its_frontier_and_its_mean() -> None:
    (chart,) = class_charts(SIMULATOR, a_class(57), "id")

    dots, best, mean = chart.points
    assert all(count is None or count >= 5 for _, count in dots)
    assert all(share % 2 == 0 for place, _ in dots for share in place)
    for depth, breadth in {place[:2] for place, _ in dots}:
        beaten = any(
            other[:2] != (depth, breadth) and other[0] >= depth and other[1] >= breadth
            for other, _ in dots
        )
        assert ((depth, breadth) in best) == (not beaten)
    assert all(share % 2 == 0 for share in mean)
    assert chart.rows[-1][-1] == say("rotation-mean-policy", "id")
    assert sum(int(row[-1]) for row in chart.rows[:-1]) == 57
    assert "57" in chart.sentence
    assert (chart._repr_png_() or b"").startswith(PNG)


def test_a_class_of_one_mind_stands_where_its_policy_leads() -> None:
    (chart,) = class_charts(SIMULATOR, [HOUSE] * 12, "en")

    (((depth, breadth, continuity), count),), best, mean = chart.points
    assert count is None
    assert chart.rows[0][-1] == say("nearly-all", "en")
    assert (depth, breadth, continuity) == mean == (78, 18, 50)
    assert best == ((78, 18),)


def test_the_mean_policy_has_the_mean_interval() -> None:
    apart = [HOUSE | {"interval": months} for months in (12, 36)] * 5

    (chart,) = class_charts(SIMULATOR, apart, "en")

    assert chart.points[2] == (78, 18, 50)


@pytest.mark.parametrize("size", [0, 9])
def test_the_policies_of_a_few_are_not_shown(size: int) -> None:
    (chart,) = class_charts(SIMULATOR, a_class(size), "id")

    assert chart.sentence == say("too-few", "id")
    assert (chart.rows, chart.points, chart._repr_png_()) == ((), (), None)


def test_matplotlib_waits_for_the_first_picture_and_numpy_for_the_first_run() -> None:
    code = (
        "import sys, casekit.simulators; early = 'numpy' in sys.modules; "
        "import casekit.simulators.rotation; "
        "sys.exit(early or 'matplotlib' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
