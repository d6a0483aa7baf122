"""What can go wrong; every error names the thing, the value and the way out."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in a case: where, what, and what would be right."""

    path: str
    line: int
    wrong: str
    right: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.wrong}; {self.right}"


class CaseProblemsError(CaseError):
    """A case with problems, all of them at once."""

    def __init__(self, slug: str, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        told = "\n".join(str(problem) for problem in problems)
        super().__init__(f"case {slug!r} has {len(problems)} problem(s):\n{told}")
