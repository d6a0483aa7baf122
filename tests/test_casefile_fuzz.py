"""Whatever is done to a case's files, its author is told, and never by a traceback.

`CASEKIT_FUZZ=10000 pytest tests/test_casefile_fuzz.py` tries that many broken cases.
"""

from __future__ import annotations

import copy
import json
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casekit import casefile
from casekit.charts import exhibit_chart
from casekit.errors import CaseProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casekit.case import Case
    from casekit.errors import Problem

HERE = Path(__file__).parent
SOUND = {
    path.relative_to(HERE).as_posix(): path.read_bytes()
    for folder in ("cases/toy", "notebooks/toy")
    for path in sorted((HERE / folder).rglob("*.*"))
    if path.is_file()
}
SOME = int(os.environ.get("CASEKIT_FUZZ", "500"))
SECONDS = 5  # of one processor for one check; it takes a tenth of one
SIGNS = [*b"\n\r\t \"'[]{}:,-#&*!|>%@`\\?~0123456789", 0, 0x80, 0xC3, 0xFF]

names = st.sampled_from(sorted(SOUND))
signs = st.sampled_from(SIGNS) | st.integers(0, 255)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["F1", "F9", "why", "toy", "2001-02-30", "1e999", "57 [F2]"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8) | st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def nudged(draw: st.DrawFn, raw: bytes) -> bytes:
    """Bytes changed, put in, taken out or cut off."""
    place = draw(st.integers(0, max(len(raw) - 1, 0)))
    length = draw(st.integers(0, 30))
    new = bytes(draw(st.lists(signs, max_size=4)))
    match draw(st.sampled_from(["change", "put in", "take out", "cut off"])):
        case "change":
            return raw[:place] + new + raw[place + len(new) :]
        case "put in":
            return raw[:place] + new + raw[place:]
        case "take out":
            return raw[:place] + raw[place + length :]
    return raw[:place]


@st.composite
def shuffled(draw: st.DrawFn, raw: bytes) -> bytes:
    """Lines, or cells of a line, changed over, doubled or moved in."""
    mark = draw(st.sampled_from([b"\n", b",", b" "]))
    parts = raw.split(mark)
    one, other = (draw(st.integers(0, len(parts) - 1)) for _ in "ab")
    match draw(st.sampled_from(["swap", "double", "overwrite", "indent"])):
        case "swap":
            parts[one], parts[other] = parts[other], parts[one]
        case "double":
            parts.insert(other, parts[one])
        case "overwrite":
            parts[one] = parts[other]
        case "indent":
            parts[one] = b"  " + parts[one]
    return mark.join(parts)


def reached(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - any YAML
    """Every place in a page's values: what holds it, and its key there."""
    found: list[tuple[Any, Any]] = []
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in pairs:
            found += [(value, key), *reached(inner)]
    return found


@st.composite
def revalued(draw: st.DrawFn, name: str) -> bytes:
    """One value of a page, however deep, put in place of another."""
    notebook = name.endswith(".ipynb")
    whole = json.loads(SOUND[name]) if notebook else yaml.safe_load(SOUND[name])
    holder, key = draw(st.sampled_from(reached(whole)))
    others = st.sampled_from([inner[place] for inner, place in reached(whole)])
    holder[key] = copy.deepcopy(draw(values | others))
    written = json.dumps(whole) if notebook else yaml.safe_dump(whole, sort_keys=False)
    return written.encode("utf-8", "surrogatepass")


@st.composite
def recelled(draw: st.DrawFn, raw: bytes) -> bytes:
    """One cell of a table, filled with something else."""
    rows = [row.split(b",") for row in raw.split(b"\n")]
    row = draw(st.sampled_from(rows))
    row[draw(st.integers(0, len(row) - 1))] = str(draw(scalars)).encode(
        "utf-8", "surrogatepass"
    )
    return b"\n".join(b",".join(row) for row in rows)


@st.composite
def broken(draw: st.DrawFn) -> dict[str, bytes | None]:
    """The files of a case that are not as they were, after up to three mishaps."""
    files: dict[str, bytes | None] = {}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(names)
        raw = files.get(name, SOUND[name]) or b""
        ways = [nudged(raw), shuffled(raw), nudged(raw), st.binary(max_size=60)]
        if name.endswith(".csv"):
            ways.append(recelled(raw))
        elif name.endswith((".yaml", ".ipynb")):
            ways += [revalued(name), revalued(name)]
        if name.endswith(".yaml"):
            ways.append(values.map(lambda v: yaml.safe_dump(v).encode()))
        way = draw(st.integers(0, len(ways) + 1))
        if way < len(ways):
            files[name] = draw(ways[way])
        elif way == len(ways):
            files[name] = None
        else:
            files[draw(names)] = raw
    return files


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder in memory where there is one, for speed."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


def laid_out(files: dict[str, bytes | None], folder: Path) -> Path:
    for name, sound in SOUND.items():
        path, raw = folder / name, files.get(name, sound)
        path.parent.mkdir(parents=True, exist_ok=True)
        if raw is None:
            path.unlink(missing_ok=True)
        elif not path.is_file() or path.read_bytes() != raw:
            path.write_bytes(raw)
    return folder / "cases" / "toy"


def attempt(case: Path) -> tuple[Case | None, tuple[Problem, ...]]:
    try:
        return casefile.open_casefile(case), ()
    except CaseProblemsError as refused:
        return None, refused.problems


@settings(
    max_examples=SOME,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(broken())
def test_no_broken_case_gives_a_traceback(
    folder: Path, files: dict[str, bytes | None]
) -> None:
    case = laid_out(files, folder)
    began = time.process_time()

    checked = casefile.check(case)

    assert time.process_time() - began < SECONDS
    assert len(checked.problems) == len(set(checked.problems))
    assert all(len(str(problem).splitlines()) == 1 for problem in checked.problems)
    assert all(problem.line >= 1 for problem in checked.problems)
    opened, refused = attempt(case)
    assert set(refused) <= set(checked.problems)
    if opened is None:
        return
    for section in opened.sections:
        assert all(len(question.fingerprint) == 16 for question in section.questions)
        opened.sources_of(section.facts)
        for reveal in section.reveals:
            opened.question(reveal.after)
    for exhibit in opened.exhibits:
        opened.sources_of(exhibit.facts)
        exhibit_chart(exhibit, opened, "en")
