"""How far off a class's guesses were: the crowd's, and the average learner's.

Both rest on the coarse dots that the class may see, so that they tell nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from casekit.question import Number

if TYPE_CHECKING:
    from casekit.case import Case
    from casekit.question import Asked
    from casekit.tally import Dots


class Miss(NamedTuple):
    """The figure that decides, the crowd's mean guess, and two errors."""

    truth: float
    mean: float
    crowd: float
    average: float


def miss(case: Case, question: Asked, dots: Dots) -> Miss | None:
    """How far off the guesses were; None where no figure decides, or few guessed.

    The crowd's error is never above the average one (Jensen's inequality).
    """
    if question.resolves is None or not isinstance(question, Number):
        return None
    fact, guesses = case.fact(question.resolves.fact), dots.guesses
    told = [value.number for value in fact.values if value.number is not None]
    if len(told) != 1 or not guesses or fact.after not in {None, question.id}:
        return None
    truth = float(told[0])
    mean = sum(guesses) / len(guesses)
    average = sum(abs(guess - truth) for guess in guesses) / len(guesses)
    return Miss(truth, mean, abs(mean - truth), average)
