"""The numbers and words that models admit; each refusal names the way out."""

from __future__ import annotations

from numbers import Integral, Real
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from casekit.errors import ModelError

Floats = NDArray[np.float64]


def within(name: str, given: object, least: float, most: float = np.inf) -> Floats:
    """A number or an array of them, all finite and from `least` to `most`.

    >>> within("start", 1.5, 0, 1)
    Traceback (most recent call last):
    casekit.errors.ModelError: start is 1.5; write a number from 0 to 1
    """
    numbers = _numbers(given)
    if (np.isfinite(numbers) & (numbers >= least) & (numbers <= most)).all():
        return numbers
    limit = (
        f" of {least:g} or more" if most == np.inf else f" from {least:g} to {most:g}"
    )
    if least == -np.inf:
        limit = ""
    raise ModelError(f"{name} is {given!r}; write a number{limit}")


def above_zero(name: str, given: object) -> Floats:
    """Months, or a rate a month: a number or an array of them.

    >>> above_zero("tau", 0)
    Traceback (most recent call last):
    casekit.errors.ModelError: tau is 0; write a number above 0
    """
    numbers = _numbers(given)
    if (np.isfinite(numbers) & (numbers > 0)).all():
        return numbers
    raise ModelError(f"{name} is {given!r}; write a number above 0")


def one_number(
    name: str,
    given: object,
    least: float = -np.inf,
    most: float = np.inf,
    *,
    endless: bool = False,
) -> float:
    """A single number from `least` to `most`; an infinite one only if `endless`.

    >>> one_number("interval", [12, 24], 1, 600)
    Traceback (most recent call last):
    casekit.errors.ModelError: interval is [12, 24]; write one number
    >>> one_number("patience", np.inf, 0, endless=True)
    inf
    """
    if isinstance(given, bool) or not isinstance(given, Real):
        raise ModelError(f"{name} is {given!r}; write one number")
    if endless and given in {least, most}:
        return float(given)
    return float(within(name, given, least, most))


def one_above_zero(name: str, given: object) -> float:
    """A single number above 0: a rate, or a time.

    >>> one_above_zero("service_rate", 0)
    Traceback (most recent call last):
    casekit.errors.ModelError: service_rate is 0; write a number above 0
    """
    one_number(name, given)
    return float(above_zero(name, given))


def count(name: str, given: object, least: int, most: float = np.inf) -> int:
    """A whole number from `least` to `most`.

    >>> count("offices", 2.5, 2)
    Traceback (most recent call last):
    casekit.errors.ModelError: offices is 2.5; write a whole number, 2 or more
    """
    whole = isinstance(given, Integral) and not isinstance(given, bool)
    if whole and least <= int(given) <= most:  # type: ignore[call-overload]
        return int(given)  # type: ignore[call-overload,no-any-return]
    limit = f", {least} or more" if most == np.inf else f" from {least} to {most}"
    raise ModelError(f"{name} is {given!r}; write a whole number{limit}")


def one_of(name: str, given: str, words: Any) -> str:  # noqa: ANN401 - a Literal
    """One of the words of a `Literal`.

    >>> from typing import Literal
    >>> one_of("rule", "fair", Literal["random", "serial", "best"])
    Traceback (most recent call last):
    casekit.errors.ModelError: rule is 'fair'; write one of 'random', 'serial', 'best'
    """
    if given in get_args(words):
        return given
    told = ", ".join(map(repr, get_args(words)))
    raise ModelError(f"{name} is {given!r}; write one of {told}")


def _numbers(given: object) -> Floats:
    try:
        return np.asarray(given, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return np.array(np.nan)
