"""A simulator has what its engine needs, and says only what its engine gives."""
# ruff: noqa: E501 - what a check says stands on one line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from author import problems

if TYPE_CHECKING:
    from pathlib import Path

BOX = "simulators/harbour-masters.yaml"
NIGHT = "sections/01_malam.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        pytest.param(
            BOX,
            "policy: turns",
            "policy: turn",
            "toy/simulators/harbour-masters.yaml:8: names question 'turn'",
            id="simulator policy unknown",
        ),
        pytest.param(
            BOX,
            "policy: turns",
            "policy: plan",
            "toy/simulators/harbour-masters.yaml:8: names question 'plan' of kind 'text'",
            id="simulator policy kind",
        ),
        pytest.param(
            BOX,
            "id: handover",
            "id: hand-over",
            "toy/simulators/harbour-masters.yaml:22: has 'hand-over', which is not one of its levers",
            id="simulator lever unknown",
        ),
        pytest.param(
            BOX,
            "id: handover",
            "id: interval",
            "toy/simulators/harbour-masters.yaml:22: repeats the id 'interval'",
            id="simulator lever repeated",
        ),
        pytest.param(
            BOX,
            "id: fit",
            "id: fitness",
            "toy/simulators/harbour-masters.yaml:68: has 'fitness', which is not one of its measures",
            id="simulator measure unknown",
        ),
        pytest.param(
            NIGHT,
            "id: depth",
            "id: deepness",
            "toy/simulators/harbour-masters.yaml:8: has 'deepness' in its question, which is not one of its measures",
            id="simulator measure in question",
        ),
        pytest.param(
            BOX,
            "id: forgetting",
            "id: forgeting",
            "toy/simulators/harbour-masters.yaml:76: has 'forgeting', which is not one of its breaks",
            id="simulator break unknown",
        ),
        pytest.param(
            BOX,
            "{depth} per cent",
            "{breadth} per cent",
            "toy/simulators/harbour-masters.yaml:74: has a place for 'breadth'",
            id="simulator sentence place",
        ),
        pytest.param(
            BOX,
            "{depth} per cent",
            "{depth per cent",
            "toy/simulators/harbour-masters.yaml:74: has a brace without its pair",
            id="simulator sentence brace",
        ),
        pytest.param(
            BOX,
            "facts: [F1]",
            "facts: [F9]",
            "toy/simulators/harbour-masters.yaml:83: names fact 'F9'",
            id="simulator fact",
        ),
        pytest.param(
            BOX,
            "facts: [F1]",
            "facts: [F5]",
            "toy/simulators/harbour-masters.yaml:83: shows fact F5, sealed after 'passengers-next-year'",
            id="simulator sealed fact",
        ),
        pytest.param(
            BOX,
            "engine: rotation",
            "engine: rotations",
            "toy/simulators/harbour-masters.yaml:7: 'engine' is 'rotations'",
            id="simulator engine",
        ),
        pytest.param(
            BOX,
            "origin: {id: Diandaikan., en: Assumed.}",
            "origin: {id: Ada 75 kapal., en: Assumed.}",
            "toy/simulators/harbour-masters.yaml:21: id: '75' is not borne by any fact",
            id="simulator origin figure",
        ),
        pytest.param(
            NIGHT,
            "facts: [F1]",
            "facts: [F9]",
            "toy/sections/01_malam.yaml:147: names fact 'F9'",
            id="policy lever fact",
        ),
        pytest.param(
            NIGHT,
            "facts: [F1]",
            "facts: [F5]",
            "toy/sections/01_malam.yaml:147: shows fact F5, sealed after 'passengers-next-year'",
            id="policy lever sealed",
        ),
        pytest.param(
            NIGHT,
            "- id: together",
            "- id: staggered",
            "toy/sections/01_malam.yaml:140: repeats the id 'staggered' of toy/sections/01_malam.yaml:138",
            id="lever option twice",
        ),
    ],
)
def test_a_simulator_that_could_not_run_is_told_once_with_its_line(
    name: str, old: str, new: str, told: str, toy_copy: Path
) -> None:
    assert problems(toy_copy, (name, old, new)) == (told,)


def test_a_simulator_that_no_section_shows_is_told(toy_copy: Path) -> None:
    found = problems(toy_copy, (NIGHT, "simulators:\n  - harbour-masters\n", ""))

    assert "toy/simulators/harbour-masters.yaml:1: is shown by no section" in found


def test_an_engine_that_scores_options_wants_some(toy_copy: Path) -> None:
    found = problems(toy_copy, (BOX, "engine: rotation", "engine: gallery"))

    assert any("scores options, and there are none" in problem for problem in found)
