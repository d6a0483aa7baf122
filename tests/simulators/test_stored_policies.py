"""The stored policies of a class, from the journal's answers to one picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import MORNING

from casekit import casefile
from casekit.answer import Answer, Sharing, check
from casekit.question import Policy
from casekit.simulators import class_charts, every_lever
from casekit.tally import Policies, tally

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language

MAKASSAR = Path(__file__).resolve().parents[2] / "casefiles" / "makassar"
NAMES = ("wall-room", "sombere-galeri", "rotation")


@pytest.fixture(scope="module")
def makassar() -> Case:
    return casefile.open_casefile(MAKASSAR)


def stored(policy: Policy, count: int) -> list[Answer]:
    """A class whose learners turn each lever on at a pace of its own."""
    predicted = {measure.id: measure.least for measure in policy.predict}
    answers = []
    for place in range(count):
        levers = {
            lever.id: lever.settings[place * stride % len(lever.settings)]
            for stride, lever in enumerate(policy.levers, start=1)
        }
        value = {"levers": levers, "predicted": predicted}
        check(policy, value)
        answers.append(
            Answer(
                id=str(place),
                key_hash=str(place),
                question=policy.id,
                asked=policy.fingerprint,
                round=1,
                value=value,
                confidence=None,
                sharing=Sharing.COUNTED,
                told_at=MORNING,
            )
        )
    return answers


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_class_of_57_is_drawn_from_what_it_stored(
    name: str, language: Language, makassar: Case
) -> None:
    simulator = makassar.simulator(name)
    policy = makassar.question(simulator.policy)
    assert isinstance(policy, Policy)

    seen = tally(policy, stored(policy, 57))

    assert isinstance(seen, Policies)
    settings = [every_lever(simulator, policy, levers) for levers in seen.settings]
    charts = class_charts(simulator, settings, language)
    assert charts[0].points
    assert (charts[0]._repr_png_() or b"").startswith(b"\x89PNG")
    assert charts[0].sentence.strip()
