"""The bench of a simulator: its levers, and beside them what they lead to."""

from __future__ import annotations

from html import escape
from math import floor, inf, log10
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, Button, VBox

from casekit.cards.exhibit import picture_html, scrolled, table_html
from casekit.cards.field import spread, wide
from casekit.cards.policy import measured, moved
from casekit.cards.style import paragraphs
from casekit.errors import CasekitError
from casekit.simulators import every_lever, outcome
from casekit.words import number, say

if TYPE_CHECKING:
    from casekit.cards.field import Field
    from casekit.charts import Chart
    from casekit.frozen import Language
    from casekit.question import Measure, Policy
    from casekit.simulator import Simulator
    from casekit.simulators import Outcome, Told

FIRST_SEED = 2019
UNBROKEN = ""
DIGITS = 3  # significant ones; a simulation knows no more
MOST_DECIMALS = 2


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
        self.table.add_class("casekit-outcomes")
        self.pictures, self.frames = VBox([]), list[Frame]()
        self._committed: Outcome | None = None
        movable = (*self.levers.values(), self.breaking)
        for field in movable:
            field.watch(self.run)
        grid = VBox([field.box for field in movable])
        grid.add_class("casekit-levers")
        what_if = (
            f"<h5>{escape(say('what-if', language))}</h5>"
            f"{paragraphs(say('what-if-help', language), 'casekit-help')}"
        )
        seen = VBox([self.broken, self.pictures])
        hands = VBox([HTML(what_if), grid, self.again])
        both = VBox([hands, seen])
        both.add_class("casekit-bench")
        self.box = VBox([self.told, self.table, both])
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
        lacking = len(found.charts) - len(self.frames)
        if lacking > 0:
            self.frames += [Frame(self._language) for _ in range(lacking)]
            self.pictures.children = [frame.box for frame in self.frames]
        for place, frame in enumerate(self.frames):
            frame.hang(found.charts[place] if place < len(found.charts) else None)

    def _sentences(self, found: Outcome) -> tuple[str, ...]:
        """What came out, and what must be said of it; no sentence without a number."""
        language = self._language
        warnings = () if found.warning is None else (say(found.warning, language),)
        values = {m.id: found.told[m.id].value for m in self._measures}
        if None in values.values() and warnings:
            return warnings
        told = {name: figure(worth(found.told[name]), language) for name in values}
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
        return wide(spread(say("break", language), pairs, UNBROKEN))


class Frame:
    """One chart: its picture and sentence, and its numbers for who opens them.

    What opens them stays when the chart is another one, so that they stay open.
    """

    def __init__(self, language: Language) -> None:
        summary = escape(say("figures-behind", language))
        self.picture, self.numbers = HTML(), HTML()
        self.numbers.add_class("casekit-behind")
        behind = HTML(f"<details><summary>{summary}</summary></details>")
        self.box = VBox([self.picture, behind, self.numbers])
        self.box.add_class("casekit-frame")

    def hang(self, chart: Chart | None) -> None:
        self.box.layout.display = "none" if chart is None else ""
        if chart is None:
            return
        png = chart._repr_png_()
        numeric = [place > 0 for place in range(len(chart.header))]
        self.picture.value = (
            f"<figure>{scrolled(picture_html(chart, png)) if png else ''}"
            f"<figcaption>{paragraphs(chart.sentence)}</figcaption></figure>"
        )
        self.numbers.value = table_html(chart.header, chart.rows, numeric)


def figure(value: float | None, language: Language) -> str:
    """A simulated number, to as many digits as it is worth."""
    if value is None:
        return say("no-number", language)
    return number(float(f"{value:.{DIGITS}g}"), language)


def simulated(told: Told | None, language: Language) -> str:
    """A measure and twice its standard error, as precise as that error allows."""
    if told is None:
        return ""
    value, decimals = worth(told), _decimals(told)
    if value is None or decimals is None:
        return figure(value, language)
    error = round(2 * told.error, decimals)
    return f"{number(value, language)} ± {number(error, language)}"


def worth(told: Told) -> float | None:
    """A measure, no more precise than its error allows."""
    decimals = _decimals(told)
    if told.value is None or decimals is None:
        return told.value
    return round(told.value, decimals)


def _decimals(told: Told) -> int | None:
    around = 2 * told.error
    if told.value is None or not 0 < around < inf:
        return None
    return min(MOST_DECIMALS, max(0, 1 - floor(log10(around))))
