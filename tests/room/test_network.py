"""The room answers on a port of its own, and says why when it cannot."""

from __future__ import annotations

import socket

import pytest

from casekit.errors import RoomError
from casekit.room import network


def test_a_free_port_can_be_taken_and_then_is_not_free() -> None:
    port = network.free_port(network.HERE)

    with network.bind(network.HERE, port):
        assert network.free_port(network.HERE) != port
        with pytest.raises(RoomError, match=f"port {port} cannot be used"):
            network.bind(network.HERE, port)


def test_no_free_port_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((network.HERE, 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(network, "FIRST_PORT", port)
        monkeypatch.setattr(network, "LAST_PORT", port)

        with pytest.raises(RoomError, match="give --port a number"):
            network.free_port(network.HERE)


@pytest.mark.parametrize("name", ["127.0.0.1", "127.0.1.1", None])
def test_no_network_is_told(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    class Probe(socket.socket):
        def connect(self, _: object) -> None:
            if name is None:
                raise OSError("no route")

        def getsockname(self) -> tuple[str, int]:
            return (str(name), 1)

    monkeypatch.setattr("casekit.room.network.socket.socket", Probe)

    with pytest.raises(RoomError, match="join the class's Wi-Fi"):
        network.lan_address()


def test_the_address_on_the_network_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Probe(socket.socket):
        def connect(self, _: object) -> None:
            pass

        def getsockname(self) -> tuple[str, int]:
            return ("192.168.1.20", 1)

    monkeypatch.setattr("casekit.room.network.socket.socket", Probe)

    assert network.lan_address() == "192.168.1.20"
