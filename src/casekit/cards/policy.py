"""How a policy is asked: its levers, then what its learner predicts of them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Dropdown, VBox

from casekit.cards.controls import Controls, controls, rewritten, typed_number
from casekit.cards.field import Field, drop, line, pick, spread, wide
from casekit.charts import setting_told
from casekit.question import Policy
from casekit.words import number, say

if TYPE_CHECKING:
    from casekit.frozen import Language
    from casekit.question import Lever, Measure

PREDICT = "predict."


@controls.register(Policy)
def _(question: Policy, language: Language) -> Controls:
    return _PolicyControls(question, language)


class _PolicyControls(Controls):
    """Nothing is set beforehand; each lever says what the case would set, and why."""

    def __init__(self, question: Policy, language: Language) -> None:
        self._question, self._language = question, language
        choose = say("choose", language)
        fields = {
            lever.id: wide(pick(lever.label[language], lever.options, language))
            if lever.options
            else drop(lever.label[language], settings(lever, language), choose)
            for lever in question.levers
        }
        for lever in question.levers:
            box = fields[lever.id].box
            box.children = (*box.children, HTML(_about(lever, language)))
        predicted = {
            f"{PREDICT}{measure.id}": line(measured(measure, language))
            for measure in question.predict
        }
        super().__init__({**fields, **predicted})
        head = HTML(f"<h5>{escape(say('predict', language))}</h5>")
        levers, guesses = (
            VBox([field.box for field in part.values()]) for part in (fields, predicted)
        )
        levers.add_class("casekit-levers")
        guesses.add_class("casekit-levers")
        self.box = VBox([levers, head, guesses])

    @property
    def value(self) -> dict[str, Any]:
        return {
            "levers": {
                lever.id: self.fields[lever.id].value for lever in self._question.levers
            },
            "predicted": {
                measure.id: typed_number(self.fields[name], name, self._language)
                for measure in self._question.predict
                for name in (f"{PREDICT}{measure.id}",)
            },
        }

    def translated(self, raw: dict[str, Any], language: Language) -> dict[str, Any]:
        return {
            name: rewritten(typed, language, self._language)
            if name.startswith(PREDICT)
            else typed
            for name, typed in raw.items()
        }

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        predicted = {
            f"{PREDICT}{name}": number(amount, self._language)
            for name, amount in value["predicted"].items()
        }
        self.fill({**value["levers"], **predicted})


def measured(measure: Measure, language: Language) -> str:
    """A measure's label, and its unit where the label does not say it."""
    label, unit = measure.label[language], measure.unit[language]
    return label if unit in label else f"{label} ({unit})"


def settings(lever: Lever, language: Language) -> list[tuple[str, Any]]:
    """Every setting of a lever with its words."""
    return [
        (setting_told(lever, setting, language), setting) for setting in lever.settings
    ]


def moved(lever: Lever, setting: Any, language: Language) -> Field:  # noqa: ANN401
    """A lever that stands at a setting."""
    pairs, label = settings(lever, language), lever.label[language]
    if lever.options:
        return wide(spread(label, pairs, setting))
    return Field(Dropdown(options=pairs, value=setting, description=label))


def _about(lever: Lever, language: Language) -> str:
    parts = [lever.help[language]] if lever.help else []
    default = say(
        "default-is",
        language,
        setting=setting_told(lever, lever.default, language),
        grade=say(f"grade-{lever.grade.value}", language),
    )
    return "".join(
        f'<p class="casekit-help">{escape(words)}</p>' for words in (*parts, default)
    )
