"""A class's room on the wire: who gets in, who does not, and what never comes out."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

import pytest
import websocket
from conftest import MORNING
from roomgoers import Caller, ClassRoom, frame, surroundings

from casekit.classmate import Classmate
from casekit.instructor import Instructor, Move
from casekit.journal import Journal
from casekit.room.messages import frame_parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casekit.case import Case

pytestmark = pytest.mark.kernel
OTHER_HOST = re.compile(r"(?:https?:|wss?:)?//(?!127\.0\.0\.1)[\w-]+\.[\w.-]+")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClassRoom]:
    with ClassRoom(tmp_path_factory.mktemp("room")) as room:
        yield room
        secrets = (room.secret("screen"), room.secret("instructor"))
        told = room._err.read_text("utf-8")  # noqa: SLF001
        assert not any(secret in told for secret in secrets)
        assert room.code not in told
        assert "Traceback" not in told


@pytest.fixture(scope="module")
def ani(room: ClassRoom) -> Caller:
    ani = Caller(room)
    ani.join()
    ani.seat()
    return ani


@pytest.fixture(scope="module")
def budi(room: ClassRoom) -> Caller:
    budi = Caller(room)
    budi.join()
    budi.seat()
    return budi


@pytest.fixture
def stranger(room: ClassRoom) -> Caller:
    return Caller(room)


@pytest.fixture
def ibu(room: ClassRoom) -> Caller:
    ibu = Caller(room)
    assert ibu.get(f"/instructor/{room.secret('instructor')}").to == "/desk"
    return ibu


@pytest.fixture
def heard(room: ClassRoom) -> dict[str, str]:
    return {"Authorization": f"Bearer {room.secret('instructor')}"}


# Coming in


def test_the_code_opens_the_room_however_it_is_typed(room: ClassRoom) -> None:
    ani = Caller(room)

    reply = ani.join(f" {room.code[:3].lower()} {room.code[3:]}")

    assert (reply.status, reply.to) == (303, "/seat")
    for told in reply.told("Set-Cookie"):
        assert "HttpOnly" in told
        assert "SameSite=Strict" in told


def test_a_wrong_code_opens_nothing_and_says_so(stranger: Caller) -> None:
    reply = stranger.join("CCCCCC")

    assert reply.status == 403
    assert "bukan kode kelas ini" in reply.body
    assert stranger.get("/part/00_dermaga").to == "/"
    assert stranger.get("/seat").status in {302, 403, 404}


def test_a_form_from_another_site_opens_nothing(room: ClassRoom) -> None:
    body = f"code={room.code}"

    for origin in ("http://evil.example", "null"):
        reply = Caller(room).ask("POST", "/join", body, Origin=origin)
        assert reply.status == 404


def test_wrong_codes_are_slowed_down(tmp_path: Path) -> None:
    with ClassRoom(tmp_path / "slow") as room:
        stranger = Caller(room)
        statuses = [stranger.join("CCCCCC").status for _ in range(8)]
        slowed = stranger.join()

        assert statuses[:5] == [403] * 5
        assert 429 in statuses
        assert slowed.status == 429  # the right code too, until the wait is over
        assert 1 <= int(slowed.headers["Retry-After"]) <= 60
        assert "Tunggu" in slowed.body

        time.sleep(int(slowed.headers["Retry-After"]) + 0.1)
        assert stranger.join().status == 303


def test_every_learner_has_a_seat_of_his_own(room: ClassRoom) -> None:
    seats, keys = set(), set()
    for _ in range(12):
        learner = Caller(room)
        learner.join()
        seat, key = learner.seat()
        seats.add(seat)
        keys.add(key)

    assert len(seats) == len(keys) == 12


def test_a_second_click_on_join_is_the_same_learner(ani: Caller) -> None:
    before = ani.seat()

    ani.join()

    assert ani.seat() == before


def test_a_key_goes_on_with_on_a_second_device(ani: Caller, room: ClassRoom) -> None:
    seat, key = ani.seat()
    phone = Caller(room)

    reply = phone.resume(key.lower().replace("-", " "))

    assert (reply.status, reply.to) == (303, "/seat")
    assert phone.seat() == (seat, key)


def test_a_slip_in_a_key_is_told(ani: Caller, room: ClassRoom) -> None:
    _, key = ani.seat()
    slip = ("D" if key[0] == "C" else "C") + key[1:]

    reply = Caller(room).resume(slip)

    assert reply.status == 403
    assert "bukan kunci kelas ini" in reply.body


def test_who_has_joined_goes_straight_on(ani: Caller) -> None:
    assert ani.get("/").to == "/part/00_dermaga"


def test_the_room_speaks_both_languages(stranger: Caller) -> None:
    assert "Masuk ke kelas" in stranger.get("/").body

    assert stranger.get("/language/en").to == "/"

    assert "Join the class" in stranger.get("/").body
    assert stranger.get("/language/en/part/01_malam").to == "/part/01_malam"
    assert stranger.get("/language/fr").status == 404


# Who may not


def test_nothing_in_a_cookie_can_be_made_up(ani: Caller, budi: Caller) -> None:
    made_up = Caller(ani.room)
    made_up.cookies = {"casekit-key": ani.seat()[1], "casekit-instructor": "instructor"}
    swapped = Caller(ani.room)
    swapped.cookies = {"casekit-instructor": ani.cookies["casekit-key"]}
    thief = Caller(ani.room)
    thief.cookies = {**budi.cookies, "casekit-seat": ani.cookies["casekit-seat"]}

    assert made_up.get("/seat").to.startswith("/")
    assert made_up.get("/desk").status == 404
    assert swapped.get("/desk").status == 404
    assert thief.seat()[0] == budi.seat()[0] != ani.seat()[0]


@pytest.mark.parametrize("path", ["/desk", "/screen"])
def test_a_learner_opens_neither_desk_nor_screen(ani: Caller, path: str) -> None:
    assert ani.get(path).status == 404


@pytest.mark.parametrize("path", ["/instructor", "/screen"])
def test_a_wrong_secret_opens_nothing(ani: Caller, path: str) -> None:
    reply = ani.get(f"{path}/{'x' * 32}")

    assert reply.status == 404
    assert "casekit-instructor" not in ani.cookies
    assert "casekit-screen" not in ani.cookies


def test_the_screen_s_secret_is_not_the_instructor_s(room: ClassRoom) -> None:
    screen = Caller(room)

    assert screen.get(f"/screen/{room.secret('screen')}").to == "/screen"

    assert screen.get(f"/instructor/{room.secret('screen')}").status == 404
    assert screen.get("/desk").status == 404
    assert screen.get("/part/00_dermaga").to == "/"


@pytest.mark.parametrize("path", ["state", "seats", "groups?question=keep-the-ferry"])
def test_only_the_instructor_s_kernel_asks_the_room(
    ani: Caller, ibu: Caller, heard: dict[str, str], path: str
) -> None:
    screen = {"Authorization": f"Bearer {ani.room.secret('screen')}"}

    assert ani.get(f"/room/{path}").status == 404
    assert ani.get(f"/room/{path}", **screen).status == 404
    assert ibu.get(f"/room/{path}").status == 404  # her browser's cookie is no bearer
    assert Caller(ani.room).get(f"/room/{path}", **heard).status in {200, 409}


def test_the_room_counts_who_joined_and_who_is_there(
    ani: Caller, heard: dict[str, str]
) -> None:
    asked = Caller(ani.room)
    seat, _ = ani.seat()
    ani.get("/alive")

    state = asked.get("/room/state", **heard).json
    seats = asked.get("/room/seats", **heard).json["seats"]

    assert state["joined"] >= state["connected"] >= 1
    assert {"seat": seat, "connected": True} in seats
    assert asked.get("/room/groups?question=nothing", **heard).status == 404
    for size in ("2", "5", "99", "x", ""):
        path = f"/room/groups?question=keep-the-ferry&size={size}"
        assert asked.get(path, **heard).status == 400


def test_the_screen_is_told_the_learners_door_and_no_secret(room: ClassRoom) -> None:
    with Journal(room.data / "toy.sqlite", clock=lambda: MORNING) as journal:
        door = journal.stage("door")

    assert door["address"] == room.addresses["learners"]
    assert door["code"] == room.code
    assert door["qr"].startswith("<svg")
    for role in ("instructor", "screen"):
        assert room.secret(role) not in json.dumps(door)


def test_groups_of_a_locked_vote_are_one_list_of_seats(
    tmp_path: Path, toy: Case
) -> None:
    with ClassRoom(tmp_path / "groups") as room:
        heard = {"Authorization": f"Bearer {room.secret('instructor')}"}
        asked = Caller(room)
        vote = toy.question("keep-the-ferry")
        path = f"/room/groups?question={vote.id}&size="
        seats = []
        with Journal(room.data / "toy.sqlite", clock=lambda: MORNING) as journal:
            teacher = Instructor(toy, journal)
            teacher.move(vote, Move.OPEN)
            assert asked.get(f"{path}3", **heard).status == 409
            for n in range(12):
                learner = Caller(room)
                learner.join()
                seat, key = learner.seat()
                seats.append(seat)
                value = ("stop", "keep")[n % 2]
                mate = Classmate(journal, key=key)
                mate.commit(vote, id=f"a{n}", value=value, confidence=80)
            teacher.move(vote, Move.LOCK)

            made = asked.get(f"{path}4", **heard).json
            late = Caller(room)
            late.join()
            joined, _ = late.seat()
            after = asked.get(f"{path}3", **heard).json

            assert made["size"] == after["size"] == 4
            assert sorted(chain(*made["groups"])) == sorted(seats)
            assert set(chain(*after["groups"])) == {*seats, joined}
            assert [g[:4] for g in after["groups"]] == made["groups"]
            assert journal.stage(f"groups {vote.id} 1") == after
        assert asked.get("/room/groups?question=why", **heard).status == 409


# A kernel is its own browser's


@pytest.fixture(scope="module")
def kernel(ani: Caller) -> str:
    return ani.open_part("01_malam")


def test_a_kernel_s_model_is_for_the_browser_that_started_it(
    ani: Caller, budi: Caller, ibu: Caller, stranger: Caller, kernel: str
) -> None:
    path = f"/api/kernels/{kernel}"

    assert ani.get(path).status == 200
    for other in (budi, ibu):
        assert other.get(path).status == 404
    assert stranger.get(path).status in {403, 404}


@pytest.mark.parametrize("method", ["POST", "DELETE", "PUT", "PATCH"])
def test_a_kernel_is_not_changed_through_its_address(
    ani: Caller, kernel: str, method: str
) -> None:
    assert ani.ask(method, f"/api/kernels/{kernel}", "{}").status in {403, 404, 405}
    assert ani.get(f"/alive?kernel={kernel}").json["kernel"] is True


def test_a_kernel_s_wire_is_for_the_browser_that_started_it(
    ani: Caller, budi: Caller, ibu: Caller, stranger: Caller, kernel: str
) -> None:
    for other in (budi, ibu, stranger):
        with pytest.raises(websocket.WebSocketBadStatusException):
            other.wire(kernel)
    with pytest.raises(websocket.WebSocketBadStatusException):
        ani.wire(kernel, origin="http://evil.example")

    ani.wire(kernel).close()


def test_only_its_own_page_ends_a_kernel(
    ani: Caller, budi: Caller, stranger: Caller
) -> None:
    kernel = ani.open_part("01_malam")
    path = f"/voila/api/shutdown/{kernel}"

    assert budi.ask("POST", path, "").status == 404
    assert stranger.ask("POST", path, "").status in {403, 404}
    assert ani.get(f"/alive?kernel={kernel}").json["kernel"] is True

    assert ani.ask("POST", path, "").status == 204
    assert ani.get(f"/alive?kernel={kernel}").json["kernel"] is False


def said(wire: websocket.WebSocket, last: str) -> set[str]:
    """The kinds of message that a kernel sends, until one kind and a moment longer."""
    told: set[str] = set()
    wire.settimeout(20)
    with suppress(websocket.WebSocketTimeoutException):
        while True:
            parts = frame_parts(wire.recv_data()[1])
            assert parts is not None
            told.add(json.loads(parts[1])["msg_type"])
            if last in told:
                wire.settimeout(0.5)
    return told


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        ("execute_request", "shell"),
        ("execute_request", "control"),
        ("inspect_request", "shell"),
        ("complete_request", "shell"),
        ("history_request", "shell"),
        ("debug_request", "control"),
        ("interrupt_request", "control"),
        ("shutdown_request", "control"),
        ("input_reply", "stdin"),
    ],
)
def test_no_message_but_a_widget_s_reaches_the_kernel(
    ani: Caller, kernel: str, tmp_path: Path, kind: str, channel: str
) -> None:
    trace = tmp_path / "trace"
    code = f"open({str(trace)!r}, 'w').write('here')"
    content = {"code": code, "silent": False, "restart": False, "value": code}
    wire = ani.wire(kernel)

    wire.send_binary(frame(kind, content, channel=channel))
    wire.send_binary(frame("comm_info_request", {"target_name": "jupyter.widget"}))
    told = said(wire, "comm_info_reply")

    assert "comm_info_reply" in told
    assert told <= {"comm_info_reply", "kernel_info_reply", "status"}
    assert not trace.exists()
    assert ani.get(f"/alive?kernel={kernel}").json["kernel"] is True
    wire.close()


def test_a_frame_that_lies_about_its_length_harms_nobody(
    ani: Caller, kernel: str
) -> None:
    wire = ani.wire(kernel)

    for lie in (b"\xff" * 8, b"", b"\x06", os.urandom(512), b"\xff" * 4096):
        wire.send_binary(lie)
    wire.send("not a frame at all")
    wire.send_binary(frame("kernel_info_request", {}))

    assert "kernel_info_reply" in said(wire, "kernel_info_reply")
    wire.close()


def test_a_frame_too_large_ends_the_wire_and_nothing_else(
    ani: Caller, kernel: str
) -> None:
    wire = ani.wire(kernel)

    with pytest.raises((websocket.WebSocketException, OSError)):  # noqa: PT012
        for _ in range(3):
            wire.send_binary(b"x" * 1_000_000)
            wire.recv()
    wire.close()

    assert ani.get(f"/alive?kernel={kernel}").json["kernel"] is True


def test_a_kernel_is_told_its_own_key_and_no_secret(
    budi: Caller, room: ClassRoom
) -> None:
    budi.open_part("01_malam")
    _, key = budi.seat()

    told = [(path, f"/proc/{path}/environ") for path in map(str, room.kernels())]
    environments = []
    for _, path in told:
        with open(path, "rb") as file:  # noqa: PTH123
            environments.append(file.read().decode())

    assert any(f"CASEKIT_KEY={key}\0" in each for each in environments)
    for each in environments:
        assert "CASEKIT_ROLE=learner\0" in each
        assert "CASEKIT_LANG=id\0" in each
        assert room.secret("instructor") not in each
        assert room.secret("screen") not in each
        assert "CASEKIT_ROOM" not in each


def test_a_browser_that_asks_again_and_again_holds_four_kernels(
    room: ClassRoom,
) -> None:
    learner = Caller(room)
    learner.join()
    kernels = [learner.open_part("01_malam") for _ in range(6)]

    alive = [learner.get(f"/alive?kernel={k}").json["kernel"] for k in kernels]

    assert alive == [False, False, True, True, True, True]


# Addresses that are not there


TRICKS = (
    *("../", "..%2f", "%2e%2e/", "..\\", "....//", "%00", "%252e%252e%252f"),
    *("//etc/passwd", "/etc/passwd", "C:\\Windows\\win.ini"),
)
ROUTES = (
    *("/part/", "/language/en/part/", "/screen/", "/instructor/", "/room/pages/"),
    *("/voila/static/", "/voila/templates/lab/static/", "/voila/templates/", "/room/"),
    *("/voila/labextensions/@jupyter-widgets/jupyterlab-manager/static/", "/seat/"),
    *("/voila/labextensions/", "/api/kernels/", "/voila/api/shutdown/", "/alive/"),
)


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_leads_out_of_its_folder(ani: Caller, route: str) -> None:
    targets = ("etc/passwd", "room.json", "00_dermaga.ipynb", "app.py")
    deep = [trick * n for trick in TRICKS[:7] for n in (1, 3, 8)]

    for trick in (*deep, *TRICKS[7:]):
        for target in targets:
            reply = ani.get(route + trick + target)
            assert reply.status in {400, 403, 404}, route + trick + target
            assert "root:" not in reply.body
            assert "Traceback" not in reply.body


@pytest.mark.parametrize(
    "path",
    [
        *("/api/kernels", "/api/contents", "/api/sessions", "/api/terminals"),
        *("/api/kernelspecs", "/api", "/api/status", "/api/me", "/api/shutdown"),
        *("/voila/files/id/00_dermaga.ipynb", "/voila/render/id/00_dermaga.ipynb"),
        *("/voila/tree", "/voila/tree/id", "/voila/api/contents/", "/tree", "/login"),
        *("/voila/render/../../etc/passwd", "/files/room.json", "/logout", "/metrics"),
        *("/voila/api/themes/x", "/voila/query/x", "/static/x.js", "/nbextensions/x"),
        *("/part/", "/part/02_nothing", "/part/00_dermaga.ipynb", "/voila/static/"),
        *("/room/pages/join.html", "/room/pages/index.html.j2", "/room/pages/page.py"),
        "/voila/labextensions/@voila-dashboards/jupyterlab-preview/package.json",
        "/voila/labextensions/@jupyter-widgets/jupyterlab-manager/package.json",
    ],
)
def test_what_jupyter_has_elsewhere_is_not_here(ani: Caller, path: str) -> None:
    for method in ("GET", "POST", "DELETE"):
        reply = ani.ask(method, path, "" if method == "POST" else None)
        assert reply.status in {400, 403, 404, 405}, (method, path, reply.status)
        assert "Traceback" not in reply.body


@pytest.mark.parametrize("path", ["/join", "/resume", "/", "/part/00_dermaga"])
def test_bodies_and_heads_are_bounded(stranger: Caller, path: str) -> None:
    large = b"code=" + b"C" * 100_000

    try:
        reply = stranger.ask("POST", path, large)
    except (ConnectionError, OSError):
        return  # cut off in the middle is an answer too
    assert reply.status in {400, 413}


def test_a_code_of_strange_signs_is_a_wrong_code(stranger: Caller) -> None:
    for body in ("code=%ff%fe", "code=" + "C" * 3000, "", "code=a&code=b", "\0"):
        assert stranger.ask("POST", "/join", body).status in {400, 403, 429}


# What every page says


def test_every_answer_allows_this_host_only(ani: Caller, stranger: Caller) -> None:
    for caller, path in (
        *((stranger, "/"), (ani, "/seat"), (ani, "/nothing"), (ani, "/alive")),
        *((ani, "/room/pages/alive.js"), (ani, "/part/01_malam"), (stranger, "/desk")),
    ):
        reply = caller.get(path)
        policy = reply.headers["Content-Security-Policy"]

        assert "default-src 'self'" in policy
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert reply.headers["Server"] is None


def test_no_page_names_another_host(ani: Caller, stranger: Caller) -> None:
    pages = [stranger.get("/").body, ani.get("/seat").body, ani.get("/nothing").body]
    pages += [ani.get(f"/room/pages/{name}").body for name in ("room.css", "alive.js")]
    whole = ani.get("/part/01_malam").body
    # What a notebook shows travels inside scripts that no browser runs.
    pages.append(re.sub(r"(?s)<script type=\"application.*?</script>", "", whole))

    for page in pages:
        assert OTHER_HOST.findall(page) == []


def test_a_page_that_runs_by_itself_does_not_tell_how_to_run_it(ani: Caller) -> None:
    page = ani.get("/part/01_malam").body

    assert "Malam" in page
    assert "Cara menjalankan" not in page


def test_a_learner_s_page_carries_no_code_and_no_key(ani: Caller) -> None:
    seat, key = ani.seat()
    page = ani.get("/part/00_dermaga").body

    assert seat in page
    assert key not in page
    assert "open_case" not in page
    assert "Traceback" not in page
    assert 'aria-current="page">Dermaga' in page


# The room itself


def test_a_second_room_on_the_same_folder_is_refused(room: ClassRoom) -> None:
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "casekit.cli", "class", "toy", "--json"),
            *("--data", str(room.data)),
        ],
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ran.returncode == 1
    assert ran.stdout == ""
    assert "another room is open on" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_room_ends_with_its_kernels_and_goes_on_where_it_was(
    tmp_path: Path, number: int
) -> None:
    copies = tmp_path / "stick"
    home = tmp_path / "room"
    with ClassRoom(home, "--backup", str(copies)) as room:
        ani, budi = Caller(room), Caller(room)
        ani.join()
        budi.join()
        before, others = ani.seat(), budi.seat()
        ani.open_part()
        assert room.kernels() != []
        addresses = room.addresses

        assert room.end(number) == 0

        assert room.kernels() == []
        assert (room.data / "room.json").stat().st_mode & 0o077 == 0
        with sqlite3.connect(copies / "toy.sqlite") as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        copy.close()

    with ClassRoom(home, "--backup", str(copies)) as again:
        ani.room = budi.room = again
        ani.get("/alive")

        assert again.addresses == addresses
        assert ani.seat() == before
        assert budi.seat() == others
        assert ani.get("/part/00_dermaga").status == 200


def test_a_taken_port_is_told(room: ClassRoom, tmp_path: Path) -> None:
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "casekit.cli", "class", "toy", "--json"),
            *("--data", str(tmp_path / "other"), "--port", str(room.port)),
        ],
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ran.returncode == 1
    assert f"port {room.port} cannot be used" in ran.stderr
