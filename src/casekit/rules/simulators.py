"""Simulators: each has what its engine needs, and says only what its engine gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casekit.frozen import LANGUAGES
from casekit.question import Policy
from casekit.rules.links import unborne
from casekit.rules.placed import Placed
from casekit.simulator import ENGINES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from casekit.errors import Problem
    from casekit.page import Loc
    from casekit.rules.parts import Parts, SimulatorPart
    from casekit.simulator import Simulator

_PLACE = re.compile(r"\{([^{}]*)\}")


def simulators(parts: Parts) -> Iterator[Problem]:
    """Every simulator that could not run, or would not be shown."""
    listed = {name.value for s in parts.sections for name in s.names("simulators")}
    sure = parts.question_ids.sure and all(
        section.listed("simulators").sure for section in parts.sections
    )
    for part in parts.simulators:
        if sure and part.stem not in listed:
            page = Placed(part.page, (), part.stem)
            yield page.problem("is shown by no section", "list it in a section")
        if part.simulator is not None:
            placed = Placed(part.page, (), part.simulator)
            yield from _names(parts, placed)
            yield from _engine(parts, placed)


def simulated_facts(part: SimulatorPart) -> Iterator[tuple[Loc, str]]:
    """Every fact that a simulator names, and where."""
    if part.simulator is None:
        return
    for place, name in enumerate(part.simulator.facts):
        yield ("facts", place), name
    for index, lever in enumerate(part.simulator.levers):
        for place, name in enumerate(lever.facts):
            yield ("levers", index, "facts", place), name


def _names(parts: Parts, placed: Placed[Simulator]) -> Iterator[Problem]:
    simulator = placed.value
    for place, name in enumerate(simulator.facts):
        if parts.fact_ids.lacks(name):
            yield placed.unknown("fact", name, "facts", place)
    yield from unborne(parts, placed, simulator.levers)


def _engine(parts: Parts, placed: Placed[Simulator]) -> Iterator[Problem]:
    simulator, engine = placed.value, ENGINES[placed.value.engine]
    if parts.question_ids.lacks(simulator.policy):
        yield placed.unknown("question", simulator.policy, "policy")
    asked = [q.value for s in parts.sections for q in s.questions]
    policy = next((q for q in asked if q.id == simulator.policy), None)
    if policy is None:
        return  # its own problems are told
    if not isinstance(policy, Policy):
        wrong = f"names question {policy.id!r} of kind {policy.kind!r}"
        yield placed.problem(wrong, "name a question of kind 'policy'", "policy")
        return
    if engine.scored != bool(simulator.options):
        wrong = f"engine {simulator.engine!r} scores options, and there are none"
        if simulator.options:
            wrong = f"has options, and engine {simulator.engine!r} scores none"
        yield placed.problem(wrong, "give options to engines that score them")
    weights = {criterion.id for criterion in simulator.criteria}
    levers = engine.levers | (weights if engine.scored else set())
    asked_levers = [lever.id for lever in policy.levers]
    predicted = [measure.id for measure in policy.predict]
    mistaken = [*_known(placed, "levers", asked_levers, levers)]
    missing = levers - {*asked_levers, *(lever.id for lever in simulator.levers)}
    if missing and not mistaken:
        wrong = f"lacks the levers {', '.join(sorted(missing))}"
        yield placed.problem(wrong, "add them here or in its question")
    misnamed = [*_known(placed, "measures", predicted, engine.measures)]
    if not misnamed:
        told = {*predicted, *(measure.id for measure in simulator.measures)}
        yield from _sentence(placed, told)
    yield from (*mistaken, *misnamed, *_known(placed, "breaks", [], engine.breaks))


def _known(
    placed: Placed[Simulator], key: str, asked: list[str], known: Collection[str]
) -> Iterator[Problem]:
    """The ids under a key, and those its question has, are the engine's; each once."""
    right = f"engine {placed.value.engine!r} has {', '.join(sorted(known))}"
    for name in asked:
        if name not in known:
            wrong = f"has {name!r} in its question, which is not one of its {key}"
            yield placed.problem(wrong, right, "policy")
    seen = {*asked}
    for index, item in enumerate(getattr(placed.value, key)):
        if item.id in seen:
            wrong = f"repeats the id {item.id!r}"
            again = "give it once, here or in its question"
            yield placed.problem(wrong, again, key, index, "id")
        elif item.id not in known:
            wrong = f"has {item.id!r}, which is not one of its {key}"
            yield placed.problem(wrong, right, key, index, "id")
        seen.add(item.id)


def _sentence(placed: Placed[Simulator], measures: set[str]) -> Iterator[Problem]:
    """The places of a sentence are measures it is told."""
    for language in LANGUAGES:
        words = placed.value.sentence[language]
        bare = _PLACE.sub("", words)
        unknown = [n for n in _PLACE.findall(words) if n not in measures]
        if "{" in bare or "}" in bare:
            wrong = "has a brace without its pair"
            yield placed.problem(wrong, "write {measure}", "sentence", language)
        for name in unknown:
            wrong = f"has a place for {name!r}"
            right = f"its measures are {', '.join(sorted(measures))}"
            yield placed.problem(wrong, right, "sentence", language)
