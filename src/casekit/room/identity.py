"""Who asks: a learner, the instructor, the screen, or a stranger; cookies tell.

Every cookie is signed with the room's own secret, so that nothing in one can be made up
and no wrong one is worth trying.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jupyter_server.auth import IdentityProvider, User

from casekit.journal import key_hash

if TYPE_CHECKING:
    from tornado.web import RequestHandler

    from casekit.room.environment import Role

KEY, SEAT, LANGUAGE = "casekit-key", "casekit-seat", "casekit-lang"
PASS = {"instructor": "casekit-instructor", "screen": "casekit-screen"}
DAYS = 31


@dataclass
class Visitor(User):
    """A browser that may do something here; one browser may hold several roles."""

    key: str = ""
    roles: frozenset[str] = frozenset()

    @property
    def learner(self) -> str:
        """What stands for the learner in the journal and in the seats."""
        return key_hash(self.key)

    @property
    def owners(self) -> frozenset[str]:
        """The names under which this browser starts kernels."""
        return frozenset(self.owner(role) for role in self.roles)

    def owner(self, role: str) -> str:
        return f"learner:{self.learner}" if role == "learner" else role


class RoomIdentity(IdentityProvider):
    """Reads the room's cookies; whoever has none is sent to the join page."""

    @property
    def auth_enabled(self) -> bool:
        return True

    def get_handlers(self) -> list[tuple[str, object]]:
        return []

    def get_user(self, handler: RequestHandler) -> Visitor | None:
        key = read(handler, KEY)
        roles: set[str] = {"learner"} if key else set()
        roles |= {role for role, name in PASS.items() if read(handler, name) == role}
        if not roles:
            return None
        return Visitor("visitor", key=key, roles=frozenset(roles))


def read(handler: RequestHandler, name: str) -> str:
    """What a cookie of ours says; nothing where it is not ours."""
    told = handler.get_signed_cookie(name, max_age_days=DAYS)
    return told.decode("utf-8", "replace") if told else ""


def give(handler: RequestHandler, name: str, value: str) -> None:
    handler.set_signed_cookie(
        name, value, expires_days=DAYS, path="/", httponly=True, samesite="Strict"
    )


def let_in(handler: RequestHandler, role: Role) -> None:
    give(handler, PASS[role], role)
