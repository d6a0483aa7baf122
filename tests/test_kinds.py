"""Every kind of question has four faces, and is asked somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from casekit.answer import admit
from casekit.cards import controls
from casekit.charts import tally_chart
from casekit.question import KINDS, Asked, Choice
from casekit.tally import Dice, tally

if TYPE_CHECKING:
    from casekit.case import Case

FACES: dict[str, Any] = {
    "what is valid (answer.admit)": admit,
    "what the class sees (tally.tally)": tally,
    "how it is asked (cards.controls)": controls,
    "how it is drawn (charts.tally_chart)": tally_chart,
}


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_kind_has_this_face(kind: type[Asked], face: str) -> None:
    assert kind in FACES[face].registry, f"{kind.__name__} lacks {face}"


@pytest.mark.parametrize("face", FACES)
def test_a_question_of_no_kind_is_refused(face: str) -> None:
    text = {"id": "Apa?", "en": "What?"}
    nothing = Asked.model_validate({"id": "nothing", "ask": text})

    with pytest.raises(TypeError, match="Asked"):
        FACES[face](nothing, (), "id") if face.startswith("how it is drawn") else FACES[
            face
        ](nothing, ())


def test_a_die_question_shows_its_class_another_face_than_a_choice() -> None:
    """Same answers, same controls; what is counted and drawn is an estimate."""
    text = {"id": "Apa?", "en": "What?"}
    options = [{"id": name, "text": text} for name in ("yes", "no")]
    die = Choice.model_validate(
        {"id": "d", "kind": "choice", "die": True, "ask": text, "options": options}
    )

    assert isinstance(tally(die, ()), Dice)
    assert tally_chart(die, Dice(21, 57), "en").points == (12, 30, 51)


def test_the_toy_case_asks_every_kind(toy: Case) -> None:
    asked = {
        type(question) for section in toy.sections for question in section.questions
    }

    assert asked == set(KINDS)
