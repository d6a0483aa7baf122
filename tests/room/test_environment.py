"""A kernel is told its role, and no secret of anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.room.environment import PRIVATE, House

AROUND = {
    "PATH": "/bin",
    "JUPYTER_TOKEN": "t",
    "CASEKIT_KEY": "another's",
    "CASEKIT_ROOM_SECRET": "s",
    "CASEKIT_ROOM": "r",
    "CASEKIT_ROLE": "instructor",
    "CASEKIT_CASES": "cases",
}
HOUSE = House(AROUND, Path("/class"), Path("/private"))


def test_a_learner_s_kernel_knows_his_key_and_no_secret() -> None:
    told = HOUSE.told("learner", "id", CASEKIT_KEY="mine")

    assert told["CASEKIT_ROLE"] == "learner"
    assert told["CASEKIT_KEY"] == "mine"
    assert told["CASEKIT_LANG"] == "id"
    assert told["CASEKIT_DATA"] == str(Path("/class"))
    assert told["PATH"] == "/bin"
    assert not {"CASEKIT_ROOM", "CASEKIT_ROOM_SECRET", "JUPYTER_TOKEN"} & set(told)


@pytest.mark.parametrize("role", ["instructor", "screen"])
def test_what_surrounds_the_server_gives_nobody_a_role(role: str) -> None:
    told = HOUSE.told(role, "en")  # type: ignore[arg-type]

    assert told["CASEKIT_ROLE"] == role
    assert not (set(PRIVATE) - {"CASEKIT_ROLE"}) & set(told)


def test_the_cases_are_found_from_any_folder() -> None:
    assert Path(HOUSE.told("screen", "en")["CASEKIT_CASES"]).is_absolute()
    assert "CASEKIT_CASES" not in House({}, Path(), Path()).told("screen", "en")
