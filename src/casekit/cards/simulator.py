"""The card of a simulator: commit, run, compare, ask what if, and break it."""

from __future__ import annotations

from html import escape
from math import floor, inf, log10
from typing import TYPE_CHECKING, Any, cast

from ipywidgets import HTML, Button, Dropdown, VBox

from casekit.answer import admit
from casekit.cards.bundle import Bundle
from casekit.cards.exhibit import picture_html, source_list, table_html
from casekit.cards.field import Field, wide
from casekit.cards.policy import measured, moved
from casekit.cards.question import QuestionCard
from casekit.cards.style import paragraphs, style
from casekit.charts import setting_told
from casekit.errors import AnswerError, CasekitError
from casekit.simulators import every_lever, outcome
from casekit.words import number, say

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.frozen import Language
    from casekit.learner import Learner
    from casekit.question import Measure, Policy
    from casekit.simulator import Simulator
    from casekit.simulators import Outcome, Told

FIRST_SEED = 2019
UNBROKEN = ""
DIGITS = 3  # significant ones; a simulation knows no more
MOST_DECIMALS = 2


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
        return self.learner.may_reveal(self.policy.id)

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
        kept = self.learner.answer(self.policy)
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


class Bench:
    """The levers, the assumption that is broken, and what they lead to.

    `kept` is the locked policy; its outcome stands beside every try. Without one the
    levers stand at their defaults.
    """

    def __init__(
        self,
        simulator: Simulator,
        policy: Policy,
        kept: dict[str, Any] | None,
        language: Language,
    ) -> None:
        self.simulator, self._language = simulator, language
        self._measures = [*policy.predict, *simulator.measures]
        self._kept = kept or {"levers": {}, "predicted": {}}
        self._seed = FIRST_SEED
        levers = [*policy.levers, *simulator.levers]
        setting = every_lever(simulator, policy, self._kept["levers"])
        self.levers = {
            lever.id: moved(lever, setting[lever.id], language) for lever in levers
        }
        self.breaking = self._breaks()
        self.again = Button(description=say("draw-again", language))
        self.again.on_click(lambda _: self.draw_again())
        self.told, self.table, self.broken = HTML(), HTML(), HTML()
        self.pictures = VBox([])
        self._committed: Outcome | None = None
        movable = (*self.levers.values(), self.breaking)
        for field in movable:
            field.watch(self.run)
        grid = VBox([field.box for field in movable])
        grid.add_class("casekit-levers")
        grid.add_class("casekit-bench")
        what_if = (
            f"<h5>{escape(say('what-if', language))}</h5>"
            f"{paragraphs(say('what-if-help', language), 'casekit-help')}"
        )
        self.box = VBox(
            [
                self.told,
                self.table,
                HTML(what_if),
                grid,
                self.again,
                self.broken,
                self.pictures,
            ]
        )
        self.box.add_class("casekit")
        self.run()

    @property
    def setting(self) -> dict[str, Any]:
        return {name: field.value for name, field in self.levers.items()}

    def draw_again(self) -> None:
        """The same levers with other random numbers: what was luck changes."""
        self._seed += 1
        self.run()

    def run(self) -> None:
        """Run the levers as they stand, and show it."""
        try:
            found = outcome(
                self.simulator,
                self.setting,
                self._language,
                seed=self._seed,
                breaking=self.breaking.value or None,
            )
        except (CasekitError, ArithmeticError, ValueError):
            self._tell(say("run-failed", self._language))
            return
        if self._committed is None and self._kept["levers"]:
            self._committed = found
        self._draw(found)
        self._tell(*self._sentences(found))
        self.table.value = self._table(found)

    def _draw(self, found: Outcome) -> None:
        """Each chart in its place, the first one first; what has no place gets one."""
        lacking = len(found.charts) - len(self.pictures.children)
        if lacking > 0:
            fresh = [HTML() for _ in range(lacking)]
            self.pictures.children = (*self.pictures.children, *fresh)
        for place, picture in enumerate(self.pictures.children):
            chart = found.charts[place] if place < len(found.charts) else None
            picture.value = self._figure(chart) if chart else ""

    def _figure(self, chart: Any) -> str:  # noqa: ANN401 - a Chart
        png = chart._repr_png_()
        numeric = [place > 0 for place in range(len(chart.header))]
        summary = escape(say("figures-behind", self._language))
        return (
            f"<figure>{picture_html(chart, png) if png else ''}"
            f"<figcaption>{paragraphs(chart.sentence)}</figcaption></figure>"
            f"<details><summary>{summary}</summary>"
            f"{table_html(chart.header, chart.rows, numeric)}</details>"
        )

    def _sentences(self, found: Outcome) -> tuple[str, ...]:
        """What came out, and what must be said of it; no sentence without a number."""
        language = self._language
        warnings = () if found.warning is None else (say(found.warning, language),)
        values = {m.id: found.told[m.id].value for m in self._measures}
        if None in values.values() and warnings:
            return warnings
        told = {name: figure(value, language) for name, value in values.items()}
        return (self.simulator.sentence[language].format_map(told), *warnings)

    def _tell(self, headline: str, *more: str) -> None:
        rest = "".join(map(paragraphs, more))
        seed = say("draw-number", self._language, seed=str(self._seed))
        self.told.value = (
            f'<div role="status">{paragraphs(headline, "casekit-ask")}{rest}</div>'
            f"{paragraphs(seed, 'casekit-help')}"
        )
        broken = (b for b in self.simulator.breaks if b.id == self.breaking.value)
        self.broken.value = "".join(paragraphs(b.text[self._language]) for b in broken)

    def _table(self, found: Outcome) -> str:
        language = self._language
        keys = ("outcome", "predicted", "committed", "this-try", "closed-form")
        header = [say(key, language) for key in keys]
        rows = [self._row(measure, found) for measure in self._measures]
        return table_html(header, rows, [False, True, True, True, True])

    def _row(self, measure: Measure, found: Outcome) -> tuple[str, ...]:
        committed = self._committed.told if self._committed else {}
        guess = self._kept["predicted"].get(measure.id)
        now = found.told[measure.id]
        language = self._language
        return (
            measured(measure, language),
            "" if guess is None else number(guess, language),
            simulated(committed.get(measure.id), language),
            simulated(now, language),
            "" if now.exact is None else figure(now.exact, language),
        )

    def _breaks(self) -> Field:
        language = self._language
        pairs = [(say("unbroken", language), UNBROKEN)]
        pairs += [(b.label[language], b.id) for b in self.simulator.breaks]
        broken = Dropdown(
            options=pairs, value=UNBROKEN, description=say("break", language)
        )
        return wide(Field(broken))


def figure(value: float | None, language: Language) -> str:
    """A simulated number, to as many digits as it is worth."""
    if value is None:
        return say("no-number", language)
    return number(float(f"{value:.{DIGITS}g}"), language)


def simulated(told: Told | None, language: Language) -> str:
    """A measure and twice its standard error, as precise as that error allows."""
    if told is None:
        return ""
    around = 2 * told.error
    if told.value is None or not 0 < around < inf:
        return figure(told.value, language)
    decimals = min(MOST_DECIMALS, max(0, 1 - floor(log10(around))))
    value, error = round(told.value, decimals), round(around, decimals)
    return f"{number(value, language)} ± {number(error, language)}"
