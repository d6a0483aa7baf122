"""What can go wrong; every error names the thing, the value and the way out."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 300  # characters of each half of a problem


class CasekitError(Exception):
    """Anything casekit tells its user; shown as one sentence, never a traceback."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows instead of a traceback (IPython's protocol)."""
        return [str(self)]


class CaseError(CasekitError):
    """A case cannot be found or read, or names something it does not have."""


class PhaseError(CasekitError):
    """The question's phase does not allow this."""


class JournalError(CasekitError):
    """The journal cannot be opened, or refuses what it is given."""


class RoomError(CasekitError):
    """A class cannot be so held: no room, no place, or too much told of someone."""


class ModelError(CasekitError):
    """A simulator was given what its model does not admit."""


class AnswerError(CasekitError):
    """An answer that the question does not admit.

    `code` is a key of `casekit.words`, `field` the part of the answer it speaks of
    (empty for the whole), `amounts` what fills the sentence's places.
    """

    def __init__(self, code: str, *, field: str = "", **amounts: object) -> None:
        self.code = code
        self.field = field
        self.amounts = amounts
        told = ", ".join(f"{name}={amount!r}" for name, amount in amounts.items())
        place = f" ({field})" if field else ""
        super().__init__(f"{code}{place}: {told}" if told else f"{code}{place}")


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 3]}..."


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a case: where, what, and what would be right."""

    path: str
    line: int
    wrong: str
    right: str

    def __str__(self) -> str:
        """Tell it on one line, whatever the file held.

        >>> print(Problem("toy/case.yaml", 3, "is not words", "write words"))
        toy/case.yaml:3: is not words; write words
        """
        told = f"{self.path}:{self.line}: {_short(self.wrong)}; {_short(self.right)}"
        return "".join(sign if sign.isprintable() else " " for sign in told)


class CaseProblemsError(CaseError):
    """A case with problems, all of them at once."""

    def __init__(self, slug: str, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        told = "\n".join(str(problem) for problem in problems)
        super().__init__(f"case {slug!r} has {len(problems)} problem(s):\n{told}")
