"""Only widgets' messages pass, and nothing that is sent can hold the server up."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roomgoers import frame

from casekit.room.messages import HEARD, frame_parts, may_hear, may_send

UPDATE = {"comm_id": "c", "data": {"method": "update", "state": {"value": "12"}}}
CLICK = {"comm_id": "c", "data": {"method": "custom", "content": {"event": "click"}}}


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("comm_msg", UPDATE),
        ("comm_msg", CLICK),
        ("comm_open", {"comm_id": "c", "target_name": "jupyter.widget.control"}),
        ("comm_close", {"comm_id": "c"}),
        ("comm_info_request", {"target_name": "jupyter.widget"}),
        ("kernel_info_request", {}),
    ],
)
def test_what_a_page_of_ours_sends_passes(
    kind: str, content: dict[str, object]
) -> None:
    assert may_send(frame(kind, content))


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("execute_request", {"code": "1"}),
        ("shutdown_request", {"restart": False}),
        ("comm_open", {"comm_id": "c", "target_name": "jupyter.widget"}),
        ("comm_open", {"comm_id": "c", "target_name": "anything"}),
        ("comm_msg", {"comm_id": "c", "data": {"method": "echo_update"}}),
        ("comm_msg", {"comm_id": "c", "data": []}),
        ("comm_msg", {"comm_id": "c"}),
    ],
)
def test_what_it_does_not_send_does_not(kind: str, content: dict[str, object]) -> None:
    assert not may_send(frame(kind, content))


@pytest.mark.parametrize("channel", ["control", "stdin", "iopub", "", "shell\0"])
def test_a_page_speaks_on_the_shell_only(channel: str) -> None:
    assert not may_send(frame("comm_msg", UPDATE, channel=channel))


def test_what_is_not_of_the_protocol_does_not_pass() -> None:
    assert not may_send(json.dumps({"header": {"msg_type": "comm_msg"}}))
    assert not may_send(b"\xff" * 4096)
    assert not may_send(frame("comm_msg", UPDATE)[:-1])
    assert not may_send(frame("comm_msg", UPDATE) + b"more")
    assert not may_send(frame("comm_msg", UPDATE).replace(b'"msg_type"', b'"msg_typ"'))
    assert not may_send(frame("comm_msg", UPDATE).replace(b'"comm_msg"', b'["comm_ms]'))


def test_deep_nesting_is_no_trouble() -> None:
    deep = frame("comm_msg", {"comm_id": "x" * 200_000})
    sound = b'{"comm_id": "' + b"x" * 200_000 + b'"}'

    assert not may_send(deep.replace(sound, b"[" * len(sound)))


@given(st.binary(max_size=300))
def test_noise_is_read_without_an_error(noise: bytes) -> None:
    assert not may_send(noise)
    assert not may_hear(noise)
    frame_parts(noise)


@given(st.integers(0, 2**64 - 1), st.binary(max_size=64))
def test_a_frame_is_never_counted_to_the_end_of_a_lie(count: int, rest: bytes) -> None:
    parts = frame_parts(count.to_bytes(8, "little") + rest)

    assert parts is None or len(parts) == count - 1


@pytest.mark.parametrize("kind", sorted(HEARD))
def test_a_page_hears_its_widgets(kind: str) -> None:
    assert may_hear(frame(kind, {}, channel="iopub"))


@pytest.mark.parametrize(
    "kind", ["error", "execute_input", "execute_reply", "stream", "display_data"]
)
def test_a_page_hears_no_code_and_no_traceback(kind: str) -> None:
    assert not may_hear(frame(kind, {}, channel="iopub"))
    assert not may_hear({"header": {"msg_type": "status"}})
