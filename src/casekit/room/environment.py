"""What a kernel is told, by its environment: its role, and nothing that opens more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from casekit.place import whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casekit.frozen import Language

    Role = Literal["learner", "instructor", "screen"]

PRIVATE = ("CASEKIT_KEY", "CASEKIT_ROOM", "CASEKIT_ROOM_SECRET", "CASEKIT_ROLE")


@dataclass(frozen=True)
class House:
    """What all kernels of a room are told."""

    around: Mapping[str, str]
    data: Path
    private: Path

    def told(self, role: Role, language: Language, **secrets: str) -> dict[str, str]:
        """The environment of one kernel.

        `secrets` are the learner's own CASEKIT_KEY, or what lets the instructor's
        kernel ask the room.
        """
        plain = {
            name: value
            for name, value in self.around.items()
            if name not in PRIVATE and not name.upper().startswith("JUPYTER")
        }
        if "CASEKIT_CASES" in plain:
            plain["CASEKIT_CASES"] = str(whole(Path(plain["CASEKIT_CASES"])))
        return plain | {
            "CASEKIT_DATA": str(self.data),
            "CASEKIT_LANG": language,
            "CASEKIT_ROLE": role,
            "IPYTHONDIR": str(self.private / "ipython"),
            **secrets,
        }
