"""What an appraisal of a gallery may claim, and what its methods do to each other."""

from __future__ import annotations

import math
from itertools import pairwise, permutations, product
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pymcdm.methods import TOPSIS, WSM
from pymcdm.normalizations import minmax_normalization, vector_normalization

from casekit.errors import ModelError
from casekit.models.gallery import (
    JUDGEMENTS,
    RANDOM_INDEX,
    Condorcet,
    Crossing,
    Method,
    additive,
    additive_interval,
    additive_minmax,
    ahp_weights,
    appraise,
    borda,
    condorcet,
    consistency_ratio,
    crossing_weight,
    duels,
    random_index,
    showcase,
    shrinkage,
    smaa,
    smaa_exact,
    top_mean,
    topsis,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

BLANK = math.nan
EQUALLY = [0.5, 0.5]
SEEDS = range(8)
Table = list[list[float]]
COMPROMISE: Table = [[1, 0], [0, 1], [0.6, 0.6]]


def first(scores: NDArray[np.float64]) -> int:
    return int(scores.argmax())


@st.composite
def appraisals(draw: st.DrawFn, criteria: int | None = None) -> tuple[Table, list[int]]:
    """Scores of up to six options and weights that are not all zero."""
    wide = criteria or draw(st.integers(1, 5))
    row = st.lists(st.integers(0, 10).map(float), min_size=wide, max_size=wide)
    table = draw(st.lists(row, min_size=1, max_size=6))
    weights = draw(
        st.lists(st.integers(0, 100), min_size=wide, max_size=wide).filter(any)
    )
    return table, weights


@st.composite
def ballots(draw: st.DrawFn) -> list[list[int]]:
    options = draw(st.integers(1, 5))
    ballot = st.permutations(range(options))
    return draw(st.lists(ballot, min_size=1, max_size=7))


# Rank reversals


def topsis_set() -> Table:
    return [[4, 7], [5, 3], [8, 3]]


def minmax_set() -> Table:
    return [[8, 8], [9, 1], [9, 4]]


def test_topsis_puts_the_first_of_the_set_first() -> None:
    closeness = topsis(topsis_set(), EQUALLY)

    assert closeness == pytest.approx([0.556, 0.146, 0.444], abs=5e-4)


def test_an_option_that_is_no_contender_turns_the_first_place_of_topsis() -> None:
    closeness = topsis([*topsis_set(), [1.0, 7.0]], EQUALLY)

    assert closeness == pytest.approx([0.549, 0.451, 0.647, 0.353], abs=5e-4)
    assert first(closeness) == 2


def test_the_same_two_options_tie_on_fixed_anchors_whoever_joins() -> None:
    scores = additive([*topsis_set(), [1.0, 7.0]], EQUALLY)

    assert scores.tolist() == [5.5, 4.0, 5.5, 4.0]


def test_stretching_to_the_set_turns_the_first_place_when_a_last_one_joins() -> None:
    before = additive_minmax(minmax_set(), EQUALLY)
    after = additive_minmax([*minmax_set(), [2.0, 3.0]], EQUALLY)

    assert before == pytest.approx([0.5, 0.5, 0.714], abs=5e-4)
    assert after == pytest.approx([0.929, 0.5, 0.714, 0.143], abs=5e-4)


@given(appraisals(), st.data())
def test_on_fixed_anchors_no_option_added_moves_the_others(
    appraisal: tuple[Table, list[int]], data: st.DataObject
) -> None:
    table, weights = appraisal
    wide = len(weights)
    added = data.draw(st.lists(st.floats(0, 10), min_size=wide, max_size=wide))

    before, after = additive(table, weights), additive([*table, added], weights)

    assert after[:-1].tolist() == before.tolist()


def belton_gear(*, copied: bool) -> NDArray[np.float64]:
    """Three equal criteria judged in pairs; the fourth option repeats the second."""
    priorities = ([1, 9, 1], [9, 1, 1], [8, 9, 1])
    total = np.zeros(4 if copied else 3)
    for priority in priorities:
        times = np.array([*priority, priority[1]] if copied else priority)
        total += ahp_weights(times[:, None] / times)
    return total / len(priorities)


def test_belton_and_gear_put_the_second_option_first() -> None:
    assert belton_gear(copied=False) == pytest.approx([0.451, 0.470, 0.079], abs=5e-4)


def test_a_copy_of_the_first_takes_the_first_place_from_it() -> None:
    weights = belton_gear(copied=True)

    assert weights == pytest.approx([0.365, 0.289, 0.057, 0.289], abs=5e-4)


ONE_BY_ONE = {"additive": additive, "minmax": additive_minmax, "topsis": topsis}


@pytest.mark.parametrize("method", get_args(Method))
@given(appraisals(), st.integers(0, 99))
def test_many_weightings_at_once_are_as_each_one_alone(
    method: Method, appraisal: tuple[Table, list[int]], seed: int
) -> None:
    table, weights = appraisal
    drawn = np.random.default_rng(seed).dirichlet(np.ones(len(weights)), 3)

    at_once = appraise(np.array(table), drawn, method)

    alone = [ONE_BY_ONE[method](table, shares) for shares in drawn]
    assert at_once == pytest.approx(np.array(alone), abs=1e-12)


# Additive scores


@given(appraisals(), st.data())
def test_a_dominated_option_is_never_first(
    appraisal: tuple[Table, list[int]], data: st.DataObject
) -> None:
    table, weights = appraisal
    weights = [weight + 1 for weight in weights]
    better = data.draw(st.sampled_from(table))
    worse = [float(data.draw(st.integers(0, int(score)))) for score in better]
    assume(worse != better)

    scores = additive([worse, *table], weights)

    assert scores[0] < scores.max()


@given(appraisals(), st.floats(1e-6, 1e6))
def test_weights_in_another_unit_change_nothing(
    appraisal: tuple[Table, list[int]], unit: float
) -> None:
    table, weights = appraisal
    rescaled = [weight * unit for weight in weights]

    for method in (additive, additive_minmax, topsis):
        assert method(table, rescaled) == pytest.approx(
            method(table, weights), abs=1e-9
        )


def test_the_fit_to_ones_own_region_multiplies_the_score() -> None:
    fitted = additive([[8, 8], [6, 6]], EQUALLY, fit=[0.5, 1])

    assert fitted.tolist() == [4.0, 6.0]


def test_a_blank_widens_the_score_and_is_not_zero() -> None:
    ends = additive_interval([[8.0, BLANK], [BLANK, BLANK], [3.0, 4.0]], EQUALLY)

    assert ends.tolist() == [[4, 9], [0, 10], [3.5, 3.5]]


@given(appraisals(), st.data())
def test_the_interval_holds_the_score_of_every_filling(
    appraisal: tuple[Table, list[int]], data: st.DataObject
) -> None:
    filled = np.array(appraisal[0])
    bits = data.draw(st.integers(0, 2**filled.size - 1))
    blanks = (bits >> np.arange(filled.size) & 1).reshape(filled.shape).astype(bool)
    fit = np.full(len(filled), data.draw(st.floats(0, 1)))

    low, high = additive_interval(
        np.where(blanks, BLANK, filled), appraisal[1], fit=fit
    ).T
    score = additive(filled, appraisal[1], fit=fit)

    assert (low <= score + 1e-12).all()
    assert (score <= high + 1e-12).all()


# Independent oracles


@given(appraisals())
def test_topsis_agrees_with_pymcdm(appraisal: tuple[Table, list[int]]) -> None:
    table, shares = np.array(appraisal[0]), np.array(appraisal[1]) / sum(appraisal[1])
    assume((table.max(axis=0) > 0).all())
    assume(((np.ptp(table, axis=0) > 0) & (shares > 0)).any())

    theirs = TOPSIS(vector_normalization)(
        table, shares, np.ones(len(shares)), validation=False
    )

    assert topsis(table, shares) == pytest.approx(theirs, abs=1e-9)


@given(appraisals())
def test_stretched_scores_agree_with_pymcdm(appraisal: tuple[Table, list[int]]) -> None:
    table, shares = np.array(appraisal[0]), np.array(appraisal[1]) / sum(appraisal[1])

    theirs = WSM(minmax_normalization)(
        table, shares, np.ones(len(shares)), validation=False
    )

    assert additive_minmax(table, shares) == pytest.approx(theirs, abs=1e-9)


def test_equal_options_are_as_near_the_best_as_the_worst() -> None:
    assert topsis([[0, 3], [0, 3]], EQUALLY).tolist() == [0.5, 0.5]


def test_a_criterion_that_tells_no_options_apart_counts_alike_for_all() -> None:
    assert additive_minmax([[7, 1], [7, 9]], EQUALLY).tolist() == [0.5, 1.0]


# The crossing weight


def others_keep(weights: list[int], criterion: int, share: float) -> list[float]:
    rest = sum(weights) - weights[criterion]
    kept = [weight / rest * (1 - share) for weight in weights]
    kept[criterion] = share
    return kept


def told(crossing: Crossing | None) -> object:
    assert crossing is not None
    return pytest.approx((crossing.weight, crossing.leader, crossing.rival))


def test_the_smallest_change_of_a_weight_that_changes_the_first_place() -> None:
    table: Table = [[8, 2], [5, 6], [0, 8]]

    assert told(crossing_weight(table, [60, 40], 0)) == (4 / 7, 0, 1)


def test_the_nearer_of_two_crossings_is_told() -> None:
    table: Table = [[9, 0], [6, 6], [0, 8]]

    assert told(crossing_weight(table, [30, 70], 0)) == (0.25, 1, 2)
    assert told(crossing_weight(table, [60, 40], 0)) == (2 / 3, 1, 0)


def test_a_leader_on_every_criterion_has_no_crossing_weight() -> None:
    assert crossing_weight([[8, 8], [5, 6]], [60, 40], 0) is None


def test_the_fit_moves_the_crossing_weight() -> None:
    crossing = crossing_weight([[8, 2], [5, 6]], [90, 10], 0, fit=[0.75, 1])

    assert told(crossing) == (9 / 11, 0, 1)


@given(appraisals(), st.data())
def test_at_the_crossing_weight_two_scores_tie_and_beyond_it_the_rival_leads(
    appraisal: tuple[Table, list[int]], data: st.DataObject
) -> None:
    table, weights = appraisal
    criterion = data.draw(st.integers(0, len(weights) - 1))
    assume(weights[criterion] < sum(weights))
    share = weights[criterion] / sum(weights)

    crossing = crossing_weight(table, weights, criterion)

    def at(weight: float) -> NDArray[np.float64]:
        return additive(table, others_keep(weights, criterion, weight))

    if crossing is None:
        leader = first(additive(table, weights))
        assert all(at(w)[leader] >= at(w).max() - 1e-9 for w in np.linspace(0, 1, 11))
    else:
        tied = at(crossing.weight)
        way = crossing.weight - share
        towards = [at(share + way * part) for part in (0, 0.5, 1)]
        ends = [at(end) for end in (0, 1) if (end - share) * way >= 0]
        assert tied[crossing.leader] == pytest.approx(tied[crossing.rival], abs=1e-9)
        assert all(s[crossing.leader] >= s.max() - 1e-9 for s in towards)
        assert any(s[crossing.rival] > s[crossing.leader] for s in ends)


# All weights at once


def test_a_compromise_comes_first_for_one_weight_in_five() -> None:
    shares = smaa_exact(COMPROMISE)

    assert shares == pytest.approx([0.4, 0.4, 0.2], abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_drawn_weights_agree_with_the_exact_shares(seed: int) -> None:
    drawn = smaa(COMPROMISE, samples=20_000, seed=seed)

    exact = np.array([0.4, 0.4, 0.2])
    error = np.sqrt(exact * (1 - exact) / 20_000)
    assert (np.abs(drawn - exact) < 3 * error).all()


@given(appraisals(criteria=2))
def test_drawn_and_exact_shares_agree_for_any_two_criteria(
    appraisal: tuple[Table, list[int]],
) -> None:
    drawn = smaa(appraisal[0], samples=4_000, seed=7)

    assert smaa_exact(appraisal[0]) == pytest.approx(drawn, abs=0.04)


def test_three_opposite_options_share_three_criteria_equally() -> None:
    drawn = smaa(np.eye(3) * 10, samples=20_000, seed=7)

    assert drawn == pytest.approx([1 / 3] * 3, abs=0.01)


def test_equal_options_share_the_first_place() -> None:
    assert smaa([[5, 5], [5, 5]], samples=10, seed=7).tolist() == [0.5, 0.5]
    assert smaa_exact([[5, 5], [5, 5]]).tolist() == [0.5, 0.5]


def test_the_fit_counts_under_every_weight() -> None:
    table: Table = [[9, 9], [6, 6]]

    assert smaa(table, samples=10, seed=7, fit=[0.5, 1]).tolist() == [0, 1]
    assert smaa_exact(table, fit=[0.5, 1]).tolist() == [0, 1]


def test_the_same_seed_draws_the_same_weights() -> None:
    once, again = (smaa(COMPROMISE, samples=500, seed=7) for _ in range(2))

    assert once.tolist() == again.tolist()


# Pairwise comparisons


@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=9))
def test_consistent_comparisons_give_their_weights_and_a_ratio_of_zero(
    weights: list[float],
) -> None:
    times = np.array(weights)[:, None] / np.array(weights)

    assert ahp_weights(times) == pytest.approx(np.array(weights) / sum(weights))
    assert consistency_ratio(times) == pytest.approx(0, abs=1e-9)


def test_the_random_index_of_three_is_the_mean_over_all_comparisons() -> None:
    tables: list[Table] = [
        [[1, a, b], [1 / a, 1, c], [1 / b, 1 / c, 1]]
        for a, b, c in product(JUDGEMENTS, repeat=3)
    ]

    ratios = [consistency_ratio(table, index={3: 1.0}) for table in tables]

    assert len(ratios) == 4_913
    assert np.mean(ratios) == pytest.approx(RANDOM_INDEX[3], abs=5e-5)


def main_of_four(above: list[Any]) -> NDArray[np.float64]:
    """Main eigenvalues from the characteristic polynomial λ⁴ - 4λ³ - e λ + d.

    Newton from the largest row sum, which is above them, comes down to them.
    """
    a, b, c, d, e, f = above  # 12, 13, 14, 23, 24, 34
    threes = sum(x + 1 / x for x in (a * d / b, a * e / c, b * f / c, d * f / e))
    fours = sum(x + 1 / x for x in (a * d * f / c, a * e / (f * b), b * e / (d * c)))
    linear, constant = threes - 8, threes - fours - 2
    main: NDArray[np.float64] = np.maximum.reduce(
        [
            1 + a + b + c,
            1 + 1 / a + d + e,
            1 + 1 / b + 1 / d + f,
            1 + 1 / c + 1 / e + 1 / f,
        ]
    )
    step = main
    while step.max() > 1e-9:
        square = main * main
        value = (square * (main - 4) - linear) * main + constant
        step = value / (square * (4 * main - 12) - linear)
        main = main - step
    return main


def test_the_polynomial_of_four_agrees_with_the_matrix() -> None:
    above = np.random.default_rng(7).choice(JUDGEMENTS, size=(6, 200))
    rows = np.ones((200, 4, 4))
    row, column = np.triu_indices(4, 1)
    rows[:, row, column], rows[:, column, row] = above.T, 1 / above.T

    mains = main_of_four(list(above))

    ratios = [consistency_ratio(table, index={4: 1.0}) for table in rows]
    assert (mains - 4) / 3 == pytest.approx(ratios, abs=1e-9)


def test_the_random_index_of_four_is_the_mean_over_all_comparisons() -> None:
    # Naming the first two, the last two or both pairs the other way round turns one
    # matrix into another with the same eigenvalue: 1-2 at least 1, 3-4 at least 1-2.
    rest = list(np.array(list(product(JUDGEMENTS, repeat=4))).T)
    total, count = 0.0, 0
    for a, f in product(JUDGEMENTS[8:], repeat=2):
        if a <= f:
            alike = (1 + (a > 1)) * (1 + (f > 1)) * (1 + (a < f))
            mains = main_of_four([a, *rest, f])
            total += alike * float((mains - 4).sum()) / 3
            count += alike * len(mains)

    assert count == 24_137_569
    assert total / count == pytest.approx(RANDOM_INDEX[4], abs=5e-5)


@pytest.mark.parametrize("size", sorted(RANDOM_INDEX))
def test_comparisons_made_by_dice_give_the_random_index(size: int) -> None:
    thrown = [random_index(size, samples=400, seed=seed) for seed in range(40)]

    error = float(np.std(thrown, ddof=1)) / math.sqrt(len(thrown))
    assert np.mean(thrown) == pytest.approx(RANDOM_INDEX[size], abs=3 * error)


@pytest.mark.parametrize(
    ("size", "noted"), [(3, 0.521), (4, 0.889), (5, 1.105), (6, 1.246)]
)
def test_another_experiment_gives_another_random_index(size: int, noted: float) -> None:
    assert noted == pytest.approx(RANDOM_INDEX[size], abs=0.008)


def test_two_things_cannot_contradict_each_other() -> None:
    assert consistency_ratio([[1.0, 9.0], [1 / 9, 1.0]]) == 0


def test_a_circle_of_preferences_is_far_from_consistent() -> None:
    circle: Table = [[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]]

    assert consistency_ratio(circle) > 5


# The class votes


@given(ballots())
def test_borda_gives_a_point_for_every_option_placed_below(
    rankings: list[list[int]],
) -> None:
    points = borda(rankings)

    for option, got in enumerate(points.tolist()):
        assert got == sum(len(r) - 1 - r.index(option) for r in rankings)


def won_duels(rankings: list[list[int]]) -> set[tuple[int, int]]:
    """Winner and loser of each duel, counted voter by voter."""
    return {
        (one, other)
        for one, other in permutations(rankings[0], 2)
        if 2 * sum(r.index(one) < r.index(other) for r in rankings) > len(rankings)
    }


@given(ballots())
def test_the_condorcet_winner_beats_each_other_option(
    rankings: list[list[int]],
) -> None:
    won, options = won_duels(rankings), set(rankings[0])
    winners = [o for o in options if all((o, x) in won for x in options - {o})]

    outcome = condorcet(rankings)

    assert outcome.winner == (winners[0] if winners else None)
    assert not (winners and outcome.cycle)


@given(ballots())
def test_no_winner_means_a_circle_of_won_duels_or_a_drawn_duel(
    rankings: list[list[int]],
) -> None:
    won, options = won_duels(rankings), set(rankings[0])

    outcome = condorcet(rankings)

    unbeaten = options - {loser for _, loser in won}
    assert outcome.cycle or unbeaten
    assert won.issuperset(pairwise([*outcome.cycle, *outcome.cycle[:1]]))


@given(ballots())
def test_the_circle_told_is_a_shortest_one(rankings: list[list[int]]) -> None:
    won = won_duels(rankings)

    start, *rest = condorcet(rankings).cycle or (rankings[0][0],)

    for size in range(2, len(rest)):
        for way in permutations(set(rankings[0]) - {start}, size):
            assert not won.issuperset(pairwise([start, *way, start]))


def test_three_voters_in_a_circle_have_no_condorcet_winner() -> None:
    outcome = condorcet([[0, 1, 2], [1, 2, 0], [2, 0, 1]])

    assert outcome == Condorcet(winner=None, cycle=(0, 1, 2))


def test_two_voters_who_disagree_draw_without_a_cycle() -> None:
    assert condorcet([[0, 1], [1, 0]]) == Condorcet(winner=None)


def test_a_circle_below_a_drawn_first_place_is_not_what_leaves_no_winner() -> None:
    circle = ([2, 3, 4], [3, 4, 2], [4, 2, 3])
    rankings = [[*top, *rest] for top in ([0, 1], [1, 0]) for rest in circle]

    assert condorcet(rankings) == Condorcet(winner=None)


def test_a_circle_of_four_is_found_where_the_opposite_pairs_draw() -> None:
    rankings = [[0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1], [1, 2, 3, 0]]

    assert condorcet(rankings).cycle == (0, 1, 2, 3)


@given(ballots())
def test_every_duel_counts_every_voter_once(rankings: list[list[int]]) -> None:
    won = duels(rankings)

    assert (won + won.T == len(rankings) * (1 - np.eye(len(won)))).all()


# The winner's curse


def test_the_best_ten_of_a_hundred_keep_half_of_what_they_show() -> None:
    hall = showcase(samples=2, seed=7)

    assert hall.expected_shown == pytest.approx(2.4463, abs=5e-5)
    assert hall.expected_true == pytest.approx(1.2231, abs=5e-5)
    assert hall.expected_true / hall.expected_shown == pytest.approx(shrinkage(1))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("noise_variance", [0, 1, 3])
def test_drawn_showcases_agree_with_the_exact_ones(
    noise_variance: float, seed: int
) -> None:
    hall = showcase(
        options=40, top=4, noise_variance=noise_variance, samples=2_000, seed=seed
    )

    assert abs(hall.shown - hall.expected_shown) < 3 * hall.shown_error
    assert abs(hall.true - hall.expected_true) < 3 * hall.true_error
    assert abs(hall.kept - shrinkage(noise_variance)) <= 3 * hall.kept_error


def test_the_error_of_what_is_kept_is_as_wide_as_its_draws_lie_apart() -> None:
    halls = [showcase(options=20, top=2, samples=90, seed=n) for n in range(150)]

    spread = np.std([hall.kept for hall in halls], ddof=1)
    assert np.mean([hall.kept_error for hall in halls]) == pytest.approx(
        spread, rel=0.2
    )


@pytest.mark.parametrize(
    ("options", "top", "expected"),
    [
        (1, 1, 0),
        (50, 50, 0),
        (2, 1, 1 / math.sqrt(math.pi)),
        (3, 1, 1.5 / math.sqrt(math.pi)),
        (3, 2, 0.75 / math.sqrt(math.pi)),
    ],
)
def test_the_mean_of_the_top_has_its_known_values(
    options: int, top: int, expected: float
) -> None:
    assert top_mean(options, top) == pytest.approx(expected, abs=1e-11)


def test_without_noise_nothing_is_lost() -> None:
    assert shrinkage(0) == 1


# What the models refuse

NINE = [[1.0] * 10] * 10
REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: additive([[1, 2], [3]], [1, 1]), "scores is .* rows of equal length"),
    (lambda: additive([1, 2], [1, 1]), r"scores has shape \(2,\); give options"),
    (lambda: additive([[]], []), "none empty"),
    (lambda: additive([[1, 11]], [1, 1]), r"scores\[0, 1\] is 11; .* 0 and 10"),
    (lambda: additive([[1, -1]], [1, 1]), r"scores\[0, 1\] is -1"),
    (lambda: additive([[1, math.inf]], [1, 1]), r"scores\[0, 1\] is inf"),
    (lambda: additive([[1, 2]], [1]), "weights are 1 for 2 criteria"),
    (lambda: additive([[1, 2]], [1, -1]), r"weights\[1\] is -1; give a number from 0"),
    (lambda: additive([[1, 2]], [1, BLANK]), r"weights\[1\] is nan"),
    (lambda: additive([[1, 2]], [1, math.inf]), r"weights\[1\] is inf"),
    (lambda: additive([[1, 2]], [0, 0]), "weights are all 0"),
    (lambda: additive([[1, 2]], [1, 1], fit=[1, 1]), "fit is 2 for 1 options"),
    (lambda: additive([[1, 2]], [1, 1], fit=[1.5]), r"fit\[0\] is 1.5; .* 0 to 1"),
    (lambda: additive_interval([[BLANK, 11]], [1, 1]), r"scores\[0, 1\] is 11"),
    (lambda: crossing_weight([[1, 2]], [1, 1], 2), "criterion is 2; .* 0 to 1"),
    (lambda: crossing_weight([[1, 2]], [1, 0], 0), "criterion 0 has all the weight"),
    (lambda: crossing_weight([[1]], [1], 0), "weights: criterion 0"),
    (lambda: smaa([[1, 2]], samples=0, seed=7), "samples is 0; .* 1 or more"),
    (lambda: smaa([[1, 2]], samples=9, seed=-1), "seed is -1; .* 0 or more"),
    (lambda: smaa_exact([[1, 2, 3]]), "3 criteria; .* use smaa"),
    (lambda: ahp_weights([[1, 2, 3]]), "as many rows as columns"),
    (lambda: ahp_weights([[1, 2], [2, 1]]), r"matrix\[0, 1\] is 2; .* mirror image"),
    (lambda: ahp_weights([[2.0, 2.0], [0.5, 1.0]]), r"matrix\[0, 0\] is 2"),
    (
        lambda: ahp_weights([[1.0, -2.0], [-0.5, 1.0]]),
        r"matrix\[0, 1\] is -2; .* above 0",
    ),
    (lambda: ahp_weights([[1, 0], [0, 1]]), r"matrix\[0, 1\] is 0"),
    (lambda: ahp_weights([[1.0, BLANK], [1.0, 1.0]]), r"matrix\[0, 1\] is nan"),
    (lambda: consistency_ratio(NINE), "no random index for 10 × 10"),
    (lambda: random_index(2, samples=9, seed=7), "size is 2; .* 3 or more"),
    (lambda: borda([[0, 0]]), r"rankings\[0\] is 0, 0; give each of 0 to 1"),
    (lambda: condorcet([[0, 1], [1, 2]]), r"rankings\[1\] is 1, 2"),
    (lambda: duels([[0.5, 1]]), r"rankings\[0\] is 0.5, 1"),
    (lambda: duels([[BLANK, 1]]), r"rankings\[0\] is nan, 1"),
    (lambda: duels([]), "rankings has shape"),
    (lambda: shrinkage(-1), "noise_variance is -1; write a number of 0 or more"),
    (lambda: shrinkage(BLANK), "noise_variance is nan"),
    (lambda: top_mean(10, 11), "top is 11; write a whole number from 1 to 10"),
    (lambda: top_mean(10, 2.5), "top is 2.5"),  # type: ignore[arg-type]
    (lambda: showcase(samples=1, seed=7), "samples is 1; .* 2 or more"),
]


@pytest.mark.parametrize(("call", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_wrong_input_is_refused_by_name_with_a_way_out(
    call: Callable[[], object], told: str
) -> None:
    with pytest.raises(ModelError, match=told):
        call()


@pytest.mark.parametrize("method", [additive, additive_minmax, topsis])
def test_a_method_that_takes_no_blanks_says_where_to_go(
    method: Callable[[object, object], object],
) -> None:
    with pytest.raises(ModelError, match=r"scores\[0, 1\] is nan; .*additive_interval"):
        method([[1, BLANK]], [1, 1])
