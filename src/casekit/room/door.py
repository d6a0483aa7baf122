"""The door: the class code, and the secrets that let the instructor and screen in.

They are made once and kept beside the answers, so that a room that was ended, or fell
over, opens again behind the same addresses and the same code.
"""

from __future__ import annotations

import hmac
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Self

from casekit.errors import RoomError
from casekit.room.keys import LETTERS, letters, plain

if TYPE_CHECKING:
    from pathlib import Path

CODE_LENGTH = 6
SECRET_BYTES = 24  # 192 random bits
CODE = re.compile(f"[{LETTERS}]{{{CODE_LENGTH}}}")
SECRET = re.compile(r"[\w-]{32}", re.ASCII)
LAST_PORT = 65535


@dataclass(frozen=True)
class Door:
    """What opens a room. Learners type `code`; `seal` signs cookies and keys."""

    code: str = field(repr=False)
    instructor: str = field(repr=False)
    screen: str = field(repr=False)
    seal: str = field(repr=False)
    port: int

    @classmethod
    def of(cls, folder: Path, *, port: int) -> Self:
        """The door of the class in this folder; a new one when it has none.

        `port` is where a new room answers; learners' pages look for it there again.

        Raises:
            RoomError: the file is damaged, or cannot be read or written.
        """
        path = folder / "room.json"
        try:
            if path.exists():
                return cls._read(path)
            door = cls(
                code=letters(CODE_LENGTH, secrets.choice),
                instructor=secrets.token_urlsafe(SECRET_BYTES),
                screen=secrets.token_urlsafe(SECRET_BYTES),
                seal=secrets.token_urlsafe(SECRET_BYTES),
                port=port,
            )
            door._write(path)
        except OSError as error:
            raise RoomError(
                f"cannot keep the room's code in {str(path)!r} ({error.strerror}); "
                "choose another folder with --data"
            ) from None
        return door

    def admits(self, typed: str) -> bool:
        """Whether this is the class code, however it was typed."""
        return _same(plain(typed), self.code)

    def is_instructor(self, told: str) -> bool:
        return _same(told, self.instructor)

    def is_screen(self, told: str) -> bool:
        return _same(told, self.screen)

    @classmethod
    def _read(cls, path: Path) -> Self:
        try:
            door = cls(**json.loads(path.read_text("utf-8")))
            sound = (
                CODE.fullmatch(door.code)
                and all(map(SECRET.fullmatch, (door.instructor, door.screen)))
                and SECRET.fullmatch(door.seal)
                and 0 < door.port <= LAST_PORT
            )
        except (TypeError, ValueError):
            sound = None
        if not sound:
            raise RoomError(
                f"the room's code and secrets in {str(path)!r} are damaged; put the "
                "file back from a copy, or delete it: answers stay, but every learner "
                "then joins anew with a new code"
            )
        return door

    def _write(self, path: Path) -> None:
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(self), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)


def _same(told: str, secret: str) -> bool:
    return hmac.compare_digest(told.encode("utf-8", "replace"), secret.encode())
