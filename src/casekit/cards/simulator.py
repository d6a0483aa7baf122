"""The card of a simulator: commit, run, compare, ask what if, and break it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, cast

from ipywidgets import HTML, Button, VBox

from casekit.answer import admit
from casekit.cards.bench import Bench
from casekit.cards.bundle import Bundle
from casekit.cards.exhibit import source_list, table_html
from casekit.cards.question import QuestionCard
from casekit.cards.style import paragraphs, style
from casekit.charts import setting_told
from casekit.errors import AnswerError, CasekitError
from casekit.words import say

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.learner import Learner
    from casekit.question import Policy
    from casekit.simulator import Simulator


class SimulatorCard(Bundle):
    """A simulator in front of one learner; it runs once his policy is locked.

    Nothing moves by itself: it runs at a press, and again for each lever moved.
    """

    def __init__(
        self, simulator: Simulator, case: Case, learner: Learner, language: Language
    ) -> None:
        self.simulator = simulator
        self._case, self.learner, self.language = case, learner, language
        self.policy = cast("Policy", case.question(simulator.policy))  # so checked
        self.question = QuestionCard(self.policy, learner, language)
        self.button = Button(description=say("run", language))
        self.button.on_click(lambda _: self.run())
        self.state = HTML()
        self.bench: Bench | None = None  # made at the first run
        self._place = VBox([])
        super().__init__(
            VBox(
                [
                    style(),
                    HTML(self.html()),
                    HTML(self._model_card()),
                    self.question.box,
                    self.state,
                    self.button,
                    self._place,
                ]
            ),
            css="casekit-simulator",
        )
        learner.watchers.append(self.refresh)
        self.refresh()

    def __repr__(self) -> str:
        return self.simulator.title[self.language]

    def html(self) -> str:
        purpose = self.simulator.purpose[self.language]
        return f"<h4>{escape(repr(self))}</h4>{paragraphs(purpose)}"

    @property
    def ready(self) -> bool:
        return self.learner.settled(self.policy.id)

    def refresh(self) -> None:
        """Follow the journal: sealed until the policy is locked, then ready to run."""
        if self.bench is not None:
            return
        ready = self.ready
        self.button.layout.display = "" if ready else "none"
        self._say("run-ready" if ready else "run-sealed")

    def run(self) -> None:
        """Show what the locked policy leads to, and the levers to ask what if."""
        try:
            if self.bench is not None or not self.ready:
                return
            kept = self._kept()
        except CasekitError:
            self._say("not-opened")
            return
        self.bench = Bench(self.simulator, self.policy, kept, self.language)
        self.button.layout.display = "none"
        self.state.value = ""
        self._place.children = (self.bench.box,)

    def _kept(self) -> dict[str, Any] | None:
        """The locked policy, if it answers the question as it is asked now."""
        kept = self.learner.answer(self.policy) or self.learner.before(self.policy)
        try:
            admit(self.policy, kept and kept.value)
        except AnswerError:
            return None
        return kept.value if kept else None

    def _say(self, key: str) -> None:
        words = escape(say(key, self.language))
        self.state.value = f'<div class="casekit-state" role="status">{words}</div>'

    def _model_card(self) -> str:
        """What the glass box is made of: assumptions, defaults, sources, limits."""
        language, simulator = self.language, self.simulator
        levers = [*self.policy.levers, *simulator.levers]
        rows = [
            (
                " – ".join(
                    text[language] for text in (lever.label, lever.help) if text
                ),
                setting_told(lever, lever.default, language),
                say(f"grade-{lever.grade.value}", language),
                lever.origin[language],
            )
            for lever in levers
        ]
        header = [say(key, language) for key in ("lever", "default", "grade", "origin")]
        asked = (name for lever in self.policy.levers for name in lever.facts)
        facts = [*simulator.every_fact, *asked]
        lists = "".join(
            f"<h5>{escape(say(key, language))}</h5><ul>"
            + "".join(f"<li>{escape(text[language])}</li>" for text in texts)
            + "</ul>"
            for key, texts in (
                ("assumptions", simulator.assumptions),
                ("not-modelled", simulator.not_modelled),
            )
        )
        sources = source_list(self._case.sources_of(facts), language) if facts else ""
        heading = f"<h5>{escape(say('sources', language))}</h5>" if sources else ""
        return (
            f"<details><summary>{escape(say('model-card', language))}</summary>"
            f"{lists}{table_html(header, rows)}{heading}{sources}</details>"
        )
