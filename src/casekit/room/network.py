"""Where the room answers: its own port, on this computer or on the class's Wi-Fi."""

from __future__ import annotations

import socket

from casekit.errors import RoomError

HERE = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - what --lan asks for
ELSEWHERE = ("192.0.2.1", 9)  # an address that is nobody's; nothing is sent to it
FIRST_PORT, LAST_PORT = 8800, 8899
CROWD = 256  # browsers that knock in the same moment


def lan_address() -> str:
    """This computer's address on the network it would use.

    Raises:
        RoomError: there is no network.
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(ELSEWHERE)
            found = str(probe.getsockname()[0])
    except OSError:
        found = HERE
    if found.startswith("127."):
        raise RoomError(
            "this computer is on no network; join the class's Wi-Fi and start again, "
            "or leave out --lan to try the room on this computer alone"
        )
    return found


def free_port(host: str) -> int:
    """The first free port of ours; short enough to be read aloud and typed."""
    for port in range(FIRST_PORT, LAST_PORT + 1):
        try:
            socket.create_server((host, port)).close()
        except OSError:
            continue
        return port
    raise RoomError(
        f"no port from {FIRST_PORT} to {LAST_PORT} is free; end other programs, or "
        "give --port a number"
    )


def bind(host: str, port: int) -> socket.socket:
    """Take the port.

    Raises:
        RoomError: it is taken, or may not be used.
    """
    try:
        taken = socket.create_server((host, port), backlog=CROWD)
    except OSError as error:
        raise RoomError(
            f"port {port} cannot be used ({error.strerror}); learners' pages look for "
            "this room there, so free it, or give --port another number"
        ) from None
    taken.setblocking(False)  # noqa: FBT003 - as the server wants it
    return taken
