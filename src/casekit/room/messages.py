"""Which messages a page may send to its kernel, and which come back: widgets' only.

Everything is read here before anything else reads it: the server's own reader would
count to the number that a frame names, however large.
"""

from __future__ import annotations

import json
from typing import Any

PROTOCOL = "v1.kernel.websocket.jupyter.org"
LARGEST = 256 * 1024  # bytes of one frame
PARTS = 6  # channel, header, parent, metadata, content, end
MOST_BUFFERS = 8
ASKED = frozenset({"comm_info_request", "kernel_info_request"})
TOLD = frozenset({"comm_close", "comm_msg"})
METHODS = frozenset({"custom", "request_state", "request_states", "update"})
OPENED = "jupyter.widget.control"  # asks for the states of all widgets
HEARD = frozenset(
    {
        *("comm_close", "comm_info_reply", "comm_msg", "comm_open"),
        *("kernel_info_reply", "status"),
    }
)


def frame_parts(frame: bytes) -> list[bytes] | None:
    """A frame's parts: channel, header, parent, metadata, content, buffers.

    None for what is no sound frame of protocol v1.
    """
    count = int.from_bytes(frame[:8], "little")
    if not PARTS <= count <= PARTS + MOST_BUFFERS:
        return None
    ends = [
        int.from_bytes(frame[8 * n : 8 * (n + 1)], "little")
        for n in range(1, count + 1)
    ]
    if ends[0] != 8 * (count + 1) or ends[-1] != len(frame) or ends != sorted(ends):
        return None
    return [frame[ends[n] : ends[n + 1]] for n in range(count - 1)]


def may_send(frame: str | bytes) -> bool:
    """Whether a page of ours would send this frame."""
    parts = frame_parts(frame) if isinstance(frame, bytes) else None
    if parts is None or parts[0] != b"shell":
        return False
    header, content = _read(parts[1]), _read(parts[4])
    kind = header.get("msg_type")
    if not isinstance(kind, str):
        return False
    if kind == "comm_open":
        return content.get("target_name") == OPENED
    if kind == "comm_msg":
        told = content.get("data")
        return isinstance(told, dict) and told.get("method") in METHODS
    return kind in ASKED or kind in TOLD


def may_hear(frame: bytes | str | dict[str, Any]) -> bool:
    """Whether a page of ours needs this frame: no code, no output, no traceback."""
    parts = frame_parts(frame) if isinstance(frame, bytes) else None
    return parts is not None and _read(parts[1]).get("msg_type") in HEARD


def _read(part: bytes) -> dict[str, Any]:
    try:
        told = json.loads(part)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
