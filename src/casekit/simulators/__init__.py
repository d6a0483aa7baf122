"""What a simulator shows: its numbers beside the closed form, and its pictures.

One module an engine. Each needs numpy, and is imported when it is first run.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casekit.charts import Chart
    from casekit.frozen import Language
    from casekit.question import Policy
    from casekit.simulator import Simulator

    Setting = Mapping[str, int | float | str]


@dataclass(frozen=True)
class Told:
    """A measure as simulated, its standard error, and its closed form if it has one.

    `value` is None where no number means anything; the outcome's `warning` says why.
    """

    value: float | None
    error: float = 0.0
    exact: float | None = None


@dataclass(frozen=True)
class Outcome:
    """What one setting of the levers leads to; `warning` is a key of the kit's words.

    The first chart is the one to look at.
    """

    told: Mapping[str, Told]
    charts: tuple[Chart, ...]
    warning: str | None = None


def every_lever(simulator: Simulator, policy: Policy, set_so: Setting) -> Setting:
    """A setting of all levers: those that are set, the others at their defaults."""
    levers = (*policy.levers, *simulator.levers)
    return {lever.id: set_so.get(lever.id, lever.default) for lever in levers}


def outcome(
    simulator: Simulator,
    setting: Setting,
    language: Language,
    *,
    seed: int,
    breaking: str | None = None,
) -> Outcome:
    """Run a simulator with every one of its levers set.

    `breaking` is the id of an assumption to break; where a closed form is told then, it
    tells what would be true if the assumption held.
    """
    engine = _engine(simulator)
    found: Outcome = engine.outcome(
        simulator, setting, language, seed=seed, breaking=breaking
    )
    return found


def class_charts(
    simulator: Simulator, settings: Sequence[Setting], language: Language
) -> tuple[Chart, ...]:
    """A class of policies at once, each with every lever set; nobody is named.

    `settings` are those of `tally.Policies`, through `every_lever`.
    """
    found: tuple[Chart, ...] = _engine(simulator).class_charts(
        simulator, settings, language
    )
    return found


def _engine(simulator: Simulator) -> Any:  # noqa: ANN401 - a module
    return import_module(f"casekit.simulators.{simulator.engine}")
