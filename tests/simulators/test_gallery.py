"""What a learner and a class see of choosing an innovation to bring home."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from casekit.charts import WIDTH
from casekit.frozen import Language
from casekit.models.gallery import (
    Method,
    additive,
    additive_interval,
    additive_minmax,
    crossing_weight,
    topsis,
)
from casekit.simulator import ENGINES, Simulator
from casekit.simulators import class_charts, outcome
from casekit.words import say

if TYPE_CHECKING:
    from casekit.charts import Chart
    from casekit.simulators import Outcome

CASEFILE = Path(__file__).parents[2] / "casefiles/makassar/simulators"
PNG = b"\x89PNG"
METHODS = get_args(Method)
LANGUAGES = get_args(Language)
CRITERIA = "abcde"
Row = list[Any]  # a score, a range as a pair, or None for a blank

COMPROMISE: list[Row] = [[10, 0], [0, 10], [6, 6]]
TOPSIS_SET: list[Row] = [[4, 7], [5, 3], [8, 3]]
MINMAX_SET: list[Row] = [[8, 8], [9, 1], [9, 4]]


def text(words: str) -> dict[str, str]:
    return {"id": words, "en": words}


def gallery(rows: list[Row]) -> Simulator:
    criteria = CRITERIA[: len(rows[0])]
    return Simulator.model_validate(
        {
            "title": text("Galeri"),
            "purpose": text("Memilih"),
            "engine": "gallery",
            "policy": "weights",
            "criteria": [
                {"id": c, "text": text(f"kriteria {c}")}
                | {"worst": text("terburuk"), "best": text("terbaik")}
                for c in criteria
            ],
            "options": [
                {
                    "id": f"option-{place}",
                    "text": text(f"Pilihan {place}"),
                    "scores": {
                        c: tuple(s) if isinstance(s, list) else s
                        for c, s in zip(criteria, row, strict=True)
                        if s is not None
                    },
                }
                for place, row in enumerate(rows)
            ],
            "sentence": text("{first-holds}"),
            "breaks": [{"id": "decoy", "label": text("+"), "text": text("+")}],
            "assumptions": [text("andaian")],
            "not_modelled": [text("lainnya")],
        }
    )


def setting(weights: list[int], method: str = "additive", noise: float = 1) -> Any:  # noqa: ANN401
    named = dict(zip(CRITERIA, weights, strict=False))
    return {**named, "method": method, "noise": noise}


def run(
    rows: list[Row],
    weights: list[int] | None = None,
    *,
    method: str = "additive",
    noise: float = 1,
    breaking: str | None = None,
) -> Outcome:
    policy = setting(weights or [1] * len(rows[0]), method, noise)
    return outcome(gallery(rows), policy, "id", seed=7, breaking=breaking)


def standing(chart: Chart) -> list[str]:
    """The options of a ranking, best first, without the one that was added."""
    return [option for option, *_ in chart.points if option != "decoy"]


@pytest.fixture(scope="module")
def sombere() -> Simulator:
    written = (CASEFILE / "sombere-galeri.yaml").read_text("utf-8")
    return Simulator.model_validate(yaml.safe_load(written) | {"id": "sombere-galeri"})


def equally(simulator: Simulator, method: str = "additive") -> Any:  # noqa: ANN401
    weights = {criterion.id: 20 for criterion in simulator.criteria}
    return weights | {"method": method, "noise": 1}


score = st.integers(0, 10)
tables = st.integers(2, 4).flatmap(
    lambda wide: st.lists(
        st.lists(score, min_size=wide, max_size=wide), min_size=2, max_size=5
    )
)


# What is told


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("breaking", [None, *sorted(ENGINES["gallery"].breaks)])
def test_every_measure_of_the_engine_is_told(method: str, breaking: str | None) -> None:
    found = run(TOPSIS_SET, method=method, breaking=breaking)

    assert set(found.told) == ENGINES["gallery"].measures
    assert all(told.value is not None for told in found.told.values())


def test_a_compromise_comes_first_under_a_fifth_of_all_weights() -> None:
    held = run(COMPROMISE).told["first-holds"]

    assert held.exact == pytest.approx(20)
    assert held.value == pytest.approx(20, abs=4 * held.error)
    assert 0 < held.error < 0.8


def test_with_three_criteria_the_share_has_no_closed_form() -> None:
    assert run([[1, 2, 3], [3, 2, 1]]).told["first-holds"].exact is None


@pytest.mark.parametrize("noise", [0, 0.25, 1, 4])
def test_of_an_edge_on_show_one_part_in_one_plus_noise_survives(noise: float) -> None:
    kept = run(COMPROMISE, noise=noise).told["edge-kept"]

    assert kept.exact == pytest.approx(100 / (1 + noise))
    assert kept.value == pytest.approx(kept.exact, abs=4 * kept.error + 1e-9)


@given(tables, st.data())
@settings(max_examples=25, deadline=None)
def test_the_smallest_shift_is_the_nearest_crossing(
    rows: list[Row], data: st.DataObject
) -> None:
    wide = len(rows[0])
    weights = data.draw(st.lists(st.integers(1, 20), min_size=wide, max_size=wide))
    shares = np.array(weights) / sum(weights)
    found = [crossing_weight(rows, weights, c) for c in range(wide)]
    shifts = [
        abs(crossing.weight - shares[c]) * 100
        for c, crossing in enumerate(found)
        if crossing is not None
    ]

    told = run(rows, weights)

    assert told.told["smallest-shift"].value == (
        pytest.approx(min(shifts), abs=1e-6) if shifts else None
    )
    assert told.warning == (None if shifts else "gallery-no-shift")


@pytest.mark.parametrize("method", METHODS)
def test_past_the_crossing_another_option_is_first(method: str) -> None:
    rows: list[Row] = [[4, 7, 5], [5, 3, 9], [8, 3, 2]]
    sweep = run(rows, method=method).charts[1]
    name, (now, then) = sweep.points[-1]
    criterion = next(c for c in CRITERIA if f"kriteria {c}" in sweep.header[0])
    ranked = {"additive": additive, "minmax": additive_minmax, "topsis": topsis}[method]

    def first(share: float) -> int:
        rest = (1 - share) / 2
        weights = [share if c == criterion else rest for c in CRITERIA[:3]]
        return int(ranked(rows, weights).argmax())

    assert name == "crossing"
    assert now == pytest.approx(100 / 3)
    beyond = then / 100 + np.sign(then - now) * 1e-3
    before = then / 100 - np.sign(then - now) * 1e-3
    assert first(before) == first(1 / 3) != first(beyond)


def test_weights_count_by_their_proportions_alone() -> None:
    once, thrice = run(COMPROMISE, [10, 20]), run(COMPROMISE, [30, 60])

    assert once.told == thrice.told
    assert once.charts[0] == thrice.charts[0]


@pytest.mark.parametrize("method", METHODS)
def test_all_weight_on_one_criterion_is_a_weighting_too(method: str) -> None:
    found = run([[8, 2], [6, 4]], [100, 0], method=method)

    assert standing(found.charts[0]) == ["option-0", "option-1"]
    assert all(chart._repr_png_() for chart in found.charts[:3])


@pytest.mark.parametrize("breaking", [None, "decoy"])
def test_without_any_weight_there_are_words_and_no_numbers(
    breaking: str | None,
) -> None:
    found = run(COMPROMISE, [0, 0], breaking=breaking)

    assert found.warning == "gallery-no-weights"
    assert {told.value for told in found.told.values()} == {None}
    assert all(chart.draw is None for chart in found.charts)


def test_an_option_that_is_best_in_all_is_first_whatever_one_weight_does() -> None:
    found = run([[9, 9], [1, 8]])

    assert found.told["smallest-shift"].value is None
    assert found.warning == "gallery-no-shift"
    assert found.told["first-holds"].value == 100


@pytest.mark.parametrize(
    ("rows", "weights"), [([[9, 9], [1, 8]], [100, 0]), ([[9], [1]], [20])]
)
def test_where_no_weight_can_move_the_picture_is_drawn_all_the_same(
    rows: list[Row], weights: list[int]
) -> None:
    found = run(rows, weights)

    scores = dict(found.charts[1].points)
    assert all(
        a > b for a, b in zip(scores["option-0"], scores["option-1"], strict=True)
    )
    assert found.charts[1].sentence == say("gallery-no-shift", "id")
    assert found.charts[1]._repr_png_()


# Blanks


def test_a_blank_widens_a_score_and_is_never_zero() -> None:
    rows: list[Row] = [[8, None], [5, 3]]
    known = np.array([[8, np.nan], [5, 3]])

    ranking = run(rows, [30, 70]).charts[0]

    drawn = {option: ends for option, _, *ends, _ in ranking.points}
    assert list(drawn) == ["option-0", "option-1"]
    assert np.array(list(drawn.values())) == pytest.approx(
        additive_interval(known, [30, 70])
    )
    assert ranking.points[0][:2] == ("option-0", pytest.approx(0.3 * 8 + 0.7 * 5))


def test_a_blank_is_what_a_range_from_end_to_end_is() -> None:
    blank, wide = run([[8, None], [5, 3]]), run([[8, [0, 10]], [5, 3]])

    assert blank.told == wide.told
    assert blank.charts[0] == wide.charts[0]


def test_a_range_written_backwards_is_the_same_range() -> None:
    assert run([[[7, 3], 1], [5, 3]]).told == run([[[3, 7], 1], [5, 3]]).told


def test_the_table_tells_a_blank_as_one() -> None:
    table = run([[8, None], [[3, 7], 0]]).charts[-1]

    assert [row[1:] for row in table.rows] == [("8", "kosong"), ("3–7", "0")]
    assert "1 sel" in table.sentence


def test_it_is_said_how_many_could_still_be_first() -> None:
    open_ = run([[8, 8], [None, 7], [1, 1]]).charts[0].sentence
    settled = run([[8, 8], [7, 7], [1, 1]]).charts[0].sentence

    assert say("gallery-overlap", "id", count=1) in open_
    assert say("gallery-clear", "id") in settled


def test_a_tie_for_first_place_is_said() -> None:
    tied = run([[4, 6], [6, 4], [1, 1]])

    assert "seri" in tied.charts[0].sentence
    assert tied.told["smallest-shift"].value == 0


# An option that loses


@given(tables, st.data())
@settings(max_examples=25, deadline=None)
def test_on_fixed_anchors_an_option_that_loses_moves_nothing(
    rows: list[Row], data: st.DataObject
) -> None:
    wide = len(rows[0])
    weights = data.draw(st.lists(st.integers(1, 20), min_size=wide, max_size=wide))

    alone, joined = run(rows, weights), run(rows, weights, breaking="decoy")

    *others, decoy = joined.charts[0].points
    assert joined.told == alone.told
    assert tuple(others) == alone.charts[0].points
    assert decoy[0] == "decoy"
    assert decoy[1] <= min(score for _, score, *_ in others) + 1e-9


@pytest.mark.parametrize(
    ("method", "rows", "before"),
    [("topsis", TOPSIS_SET, "option-0"), ("minmax", MINMAX_SET, "option-2")],
)
def test_elsewhere_an_option_that_loses_turns_the_first_place(
    method: str, rows: list[Row], before: str
) -> None:
    alone = run(rows, method=method)
    joined = run(rows, method=method, breaking="decoy")

    *others, decoy = joined.charts[0].points
    assert standing(alone.charts[0])[0] == before
    assert standing(joined.charts[0])[0] != before
    assert decoy[1] < min(score for _, score, *_ in others)
    assert joined.told["smallest-shift"].value == 0
    assert joined.charts[0].rows[-1][0].startswith("Pilihan tambahan")


def test_the_option_added_is_appraised_as_the_model_does() -> None:
    joined = run(TOPSIS_SET, method="topsis", breaking="decoy").charts[0]
    added = [float(end) for end in joined.rows[-1][0].split()[-1].split("·")]

    closeness = topsis([*TOPSIS_SET, added], [1, 1])

    drawn = {option: score for option, score, *_ in joined.points}
    assert list(dict(sorted(drawn.items())).values()) == pytest.approx(
        [closeness[3], *closeness[:3]]
    )


@pytest.mark.parametrize("method", ["minmax", "topsis"])
def test_where_no_option_that_loses_can_turn_it_that_is_said(method: str) -> None:
    joined = run([[9, 9], [1, 2]], method=method, breaking="decoy")

    told = say("gallery-not-turned", "id", first="Pilihan 0")
    assert joined.charts[0].sentence.startswith(told)
    assert standing(joined.charts[0]) == ["option-0", "option-1"]


# Pictures


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("breaking", [None, "decoy"])
def test_pictures_carry_their_sentence_their_numbers_and_their_words(
    sombere: Simulator, language: Language, breaking: str | None
) -> None:
    policy = equally(sombere, "topsis")
    found = outcome(sombere, policy, language, seed=1, breaking=breaking)

    ranking, sweep, curse, table = found.charts
    assert say("gallery-judgement", language) in ranking.sentence
    assert len(ranking.rows) == len(ranking.points) == 6 + (breaking is not None)
    scores = [score for _, score, *_ in ranking.points]
    assert scores == sorted(scores, reverse=True)
    assert {name for name, _ in sweep.points} >= {o.id for o in sombere.options}
    assert len(curse.points) == len(curse.rows) == 10
    assert len(table.rows) == 6
    for chart in found.charts[:3]:
        assert (chart._repr_png_() or b"").startswith(PNG)
        assert {len(row) for row in chart.rows} == {len(chart.header)}


def test_the_ten_on_show_are_drawn_as_shown_and_as_they_are() -> None:
    honest = run(COMPROMISE, noise=0).charts[2]
    noisy = run(COMPROMISE, noise=4).charts[2]

    assert all(shown == true for shown, true in honest.points)
    assert sum(true < shown for shown, true in noisy.points) >= 8
    assert "100 %" in honest.sentence
    assert "20 %" in noisy.sentence


def drawn(chart: Chart) -> Figure:
    figure = Figure(figsize=(WIDTH, chart.height))
    axes = figure.add_subplot()
    assert chart.draw is not None
    chart.draw(axes)
    return figure


def test_every_word_can_be_read_from_the_back_of_the_room(sombere: Simulator) -> None:
    policies = [equally(sombere) | {"newness": n, "cost": 40} for n in range(0, 60, 5)]
    charts = [
        *outcome(sombere, policies[0], "id", seed=1, breaking="decoy").charts[:3],
        *class_charts(sombere, policies, "id"),
    ]

    for chart in charts:
        (axes,) = drawn(chart).axes
        words = [*axes.texts]
        for axis in (axes.xaxis, axes.yaxis):
            if axis.get_visible():
                words += [axis.label, *axis.get_ticklabels()]
        sizes = [float(word.get_fontsize()) for word in words if word.get_text()]
        assert min(sizes) >= 12, chart.sentence


def test_the_first_is_marked_in_words() -> None:
    ranking = run(TOPSIS_SET, method="topsis", breaking="decoy").charts[0]

    words = [word.get_text() for word in drawn(ranking).axes[0].texts]

    assert "1. Pilihan 2\nPERTAMA, tadi ke-2" in words
    assert "2. Pilihan 0\ntadi ke-1" in words


# A class


def weightings(*groups: tuple[int, list[int]]) -> list[Any]:
    return [setting(weights) for count, weights in groups for _ in range(count)]


def test_a_class_sees_what_its_weights_choose_and_no_cell_under_five() -> None:
    policies = weightings((30, [90, 10]), (23, [10, 90]), (4, [50, 50]))

    winners, _ = class_charts(gallery(COMPROMISE), policies, "id")

    assert winners.points == ((("option-0",), 30), (("option-1", "option-2"), 27))
    assert "57" in winners.sentence
    assert (winners._repr_png_() or b"").startswith(PNG)
    assert winners.rows[0][:2] == ("Pilihan 0", "30")


def test_a_winner_is_fragile_when_one_step_turns_it_for_half_of_its_choosers() -> None:
    fragile = say("gallery-fragile", "id")
    near, far = [62, 38], [95, 5]  # the first option leads the compromise from 60

    firm, _ = class_charts(
        gallery(COMPROMISE), weightings((20, far), (9, near), (20, [5, 95])), "id"
    )
    shaky, _ = class_charts(
        gallery(COMPROMISE), weightings((9, far), (20, near), (20, [5, 95])), "id"
    )

    assert not any(fragile in row[-1] for row in firm.rows)
    assert [fragile in row[-1] for row in shaky.rows] == [True, False]


def test_the_mean_weights_may_choose_what_few_have_chosen() -> None:
    policies = weightings((20, [95, 5]), (20, [5, 95]), (10, [50, 50]))

    winners, _ = class_charts(gallery(COMPROMISE), policies, "id")

    told = say("gallery-class-mean", "id", first="Pilihan 2")
    assert told in winners.sentence
    assert say("gallery-mean", "id") in winners.rows[-1][-1]


def test_a_class_of_one_mind_is_told_without_a_count() -> None:
    winners, _ = class_charts(gallery(COMPROMISE), weightings((57, [9, 1])), "id")

    assert winners.points == (("option-0",),)
    assert winners.draw is None
    assert "57" not in str(winners.rows)


def test_nine_weightings_are_too_few() -> None:
    (chart,) = class_charts(gallery(COMPROMISE), weightings((9, [9, 1])), "id")

    assert chart.sentence == say("too-few", "id")
    assert (chart.rows, chart.points) == ((), ())


def test_who_gave_no_weights_is_counted_as_weighing_all_alike() -> None:
    equal = weightings((20, [95, 5]), (20, [5, 95]), (2, [50, 50]))
    empty = weightings((20, [95, 5]), (20, [5, 95]), (2, [0, 0]))

    charts = [class_charts(gallery(COMPROMISE), each, "id") for each in (equal, empty)]

    assert charts[0] == charts[1], "left out, they would be told by what is missing"


def test_where_every_cell_is_small_none_is_told() -> None:
    rows: list[Row] = [[10, 0, 0], [0, 10, 0], [0, 0, 10]]
    policies = weightings((4, [8, 1, 1]), (4, [1, 8, 1]), (4, [1, 1, 8]))

    winners, _ = class_charts(gallery(rows), policies, "id")

    assert winners.sentence == say("too-few", "id")


def test_of_the_weights_a_class_sees_the_quartiles_by_steps_of_five() -> None:
    policies = weightings((6, [33, 67]), (6, [90, 10]))

    _, weights = class_charts(gallery(COMPROMISE), policies, "id")

    assert weights.points == (
        ("kriteria a", 35, 35, 90),
        ("kriteria b", 10, 10, 65),
    )
    assert weights.rows[0] == ("kriteria a", "35", "35", "90")
    assert (weights._repr_png_() or b"").startswith(PNG)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_class_is_told_in_either_language(
    sombere: Simulator, language: Language
) -> None:
    chance = np.random.default_rng(3)
    ids = [criterion.id for criterion in sombere.criteria]
    policies = [
        equally(sombere) | dict(zip(ids, row, strict=True))
        for row in (chance.integers(0, 13, (57, 5)) * 5).tolist()
    ]

    winners, weights = class_charts(sombere, policies, language)

    assert sum(count for _, count in winners.points) == 57
    assert [row[0] for row in weights.rows] == [
        c.text[language] for c in sombere.criteria
    ]


# The case's own gallery


def test_the_gallery_s_scores_have_blanks_and_say_that_they_are_ours(
    sombere: Simulator,
) -> None:
    cells = len(sombere.options) * len(sombere.criteria)
    known = sum(len(option.scores) for option in sombere.options)

    assert cells - known >= 5
    assert "ASUMSI PENGAJARAN KAMI" in sombere.assumptions[0]["id"]
    assert "OUR TEACHING ASSUMPTIONS" in sombere.assumptions[0]["en"]
    for language in LANGUAGES:
        assert say("gallery-judgement", language) in sombere.sentence[language]


@pytest.mark.parametrize("method", METHODS)
def test_in_the_gallery_a_losing_option_turns_all_methods_but_one(
    sombere: Simulator, method: str
) -> None:
    policy = equally(sombere, method)

    alone = outcome(sombere, policy, "id", seed=1).charts[0]
    joined = outcome(sombere, policy, "id", seed=1, breaking="decoy").charts[0]

    same = standing(alone)[0] == standing(joined)[0]
    assert same == (method == "additive")


def test_the_policy_asks_for_the_weight_of_every_criterion(sombere: Simulator) -> None:
    written = CASEFILE / "../sections/03_sombere-galeri.yaml"
    asked = yaml.safe_load(written.read_text("utf-8"))["questions"]
    policy = next(question for question in asked if question["id"] == sombere.policy)

    assert [lever["id"] for lever in policy["levers"]] == [
        criterion.id for criterion in sombere.criteria
    ]


def test_scores_on_an_unknown_criterion_are_refused() -> None:
    known = gallery(COMPROMISE).model_dump()
    known["criteria"] = known["criteria"][:1]

    with pytest.raises(ValueError, match="criteria lack b"):
        Simulator.model_validate(known)


def test_a_gallery_is_run_without_matplotlib_until_it_is_painted() -> None:
    lazily = (
        "import sys, casekit.simulators\n"
        "assert 'numpy' not in sys.modules\n"
        "import casekit.simulators.gallery\n"
        "assert 'matplotlib' not in sys.modules"
    )

    done = subprocess.run([sys.executable, "-c", lazily], check=False)

    assert done.returncode == 0
