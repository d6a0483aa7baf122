"""What the journal promises: kept once, on the disk, in order, and only while open."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit import journal as journal_module
from casekit import schema
from casekit.answer import Answer, Sharing
from casekit.errors import JournalError, PhaseError
from casekit.journal import Journal, key_hash
from casekit.phase import Phase, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MORNING = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)


def answer(
    name: str, value: object = "a", *, learner: str = "ani", round_: int = 1
) -> Answer:
    return Answer(
        id=name,
        key_hash=learner,
        question="course",
        asked="0123456789abcdef",
        round=round_,
        value=value,
        confidence=None,
        sharing=Sharing.COUNTED,
        told_at=MORNING,
    )


def opened(path: Path) -> Journal:
    return Journal(path, clock=lambda: MORNING)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "class.sqlite"


@pytest.fixture
def course(path: Path) -> Iterator[Journal]:
    """A journal in which the question "course" is open."""
    with opened(path) as journal:
        journal.move("course", Phase.OPEN)
        yield journal


def test_a_second_answer_counts_and_does_not_erase_the_first(course: Journal) -> None:
    course.write(answer("one", "a"))
    course.write(answer("two", "b"))

    assert course.latest("course", "ani") == answer("two", "b")
    assert len(course) == 2


def test_an_answer_sent_twice_is_stored_once(course: Journal) -> None:
    first = course.write(answer("one"))
    later = replace(answer("one"), told_at=MORNING.replace(hour=11))

    assert course.write(later) == first
    assert len(course) == 1


def test_an_answer_sent_again_after_the_lock_is_acknowledged(course: Journal) -> None:
    first = course.write(answer("one"), lock=True)

    again = course.write(answer("one"), lock=True)

    assert again == first
    assert course.state("course") == State(Phase.LOCKED, 1)
    assert len(course) == 1


@pytest.mark.parametrize(
    "other",
    [
        answer("one", "b"),
        answer("one", learner="budi"),
        answer("one", round_=2),
        replace(answer("one"), question="other"),
        replace(answer("one"), confidence=70),
    ],
)
def test_an_id_belongs_to_one_answer_only(course: Journal, other: Answer) -> None:
    course.write(answer("one"))

    with pytest.raises(JournalError, match="already belongs to another answer"):
        course.write(other)

    assert course.answers("course") == (answer("one"),)


def test_a_question_that_nobody_opened_is_a_draft_and_takes_no_answer(
    course: Journal,
) -> None:
    with pytest.raises(PhaseError, match="is draft in round 1"):
        course.write(replace(answer("one"), question="other"))

    assert len(course) == 0


@pytest.mark.parametrize("phase", [Phase.LOCKED, Phase.SHOWN, Phase.ARCHIVED])
def test_an_answer_after_the_lock_is_not_stored(course: Journal, phase: Phase) -> None:
    for step in (Phase.LOCKED, Phase.SHOWN, Phase.ARCHIVED):
        course.move("course", step)
        if step is phase:
            break

    with pytest.raises(PhaseError, match=f"is {phase} in round 1"):
        course.write(answer("one"))

    assert len(course) == 0


def test_an_answer_for_another_round_is_not_stored(course: Journal) -> None:
    with pytest.raises(PhaseError, match="the answer for round 2 was not stored"):
        course.write(answer("one", round_=2))

    assert len(course) == 0


def test_each_round_has_its_own_answer_that_counts(course: Journal) -> None:
    course.write(answer("one", "a"), lock=True)
    course.move("course", Phase.OPEN, next_round=True)
    course.write(answer("two", "b", round_=2))

    assert course.latest("course", "ani") == answer("one", "a")
    assert course.latest("course", "ani", round=2) == answer("two", "b", round_=2)


def test_an_answer_and_its_lock_are_stored_together_or_not_at_all(path: Path) -> None:
    def broken() -> datetime:
        raise RuntimeError("the clock stopped")

    with opened(path) as journal:
        journal.move("course", Phase.OPEN)
        journal.keep_draft("course", "ani", "typed")
    with Journal(path, clock=broken) as journal, pytest.raises(RuntimeError):
        journal.write(answer("one"), lock=True)

    with opened(path) as journal:
        assert len(journal) == 0
        assert journal.state("course") == State(Phase.OPEN, 1)
        assert journal.draft("course", "ani") == "typed"


def test_a_class_counts_each_learner_once(course: Journal) -> None:
    course.write(answer("one", "a", learner="budi"))
    course.write(answer("two", "b", learner="ani"))
    course.write(answer("three", "c", learner="budi"))

    assert course.answers("course") == (
        answer("two", "b", learner="ani"),
        answer("three", "c", learner="budi"),
    )


def test_the_clock_does_not_decide_which_answer_counts(course: Journal) -> None:
    course.write(replace(answer("one", "a"), told_at=MORNING.replace(hour=23)))
    course.write(answer("two", "b"))

    assert course.latest("course", "ani") == answer("two", "b")


def test_a_learner_without_an_answer_has_none(course: Journal) -> None:
    assert course.latest("course", "budi") is None


def test_a_draft_is_kept_apart_and_goes_with_the_answer(course: Journal) -> None:
    course.keep_draft("course", "ani", {"guess": 1})
    course.keep_draft("course", "ani", {"guess": 2})
    before = course.draft("course", "ani")
    course.write(answer("one"))

    assert before == {"guess": 2}
    assert course.draft("course", "ani") is None


def test_another_learners_draft_stays(course: Journal) -> None:
    course.keep_draft("course", "budi", "typed")
    course.write(answer("one", learner="ani"))

    assert course.draft("course", "budi") == "typed"


def test_a_draft_that_comes_after_the_lock_is_not_kept(course: Journal) -> None:
    course.write(answer("one"), lock=True)

    with pytest.raises(PhaseError, match="no draft was kept"):
        course.keep_draft("course", "ani", "typed")

    assert course.draft("course", "ani") is None


def test_only_what_stands_where_it_should_is_moved(course: Journal) -> None:
    stayed = course.move_from("course", Phase.DRAFT, Phase.OPEN)
    moved = course.move_from("course", Phase.OPEN, Phase.LOCKED)

    assert stayed == State(Phase.OPEN, 1)
    assert moved == State(Phase.LOCKED, 1)


def test_a_move_that_life_does_not_have_is_refused(course: Journal) -> None:
    with pytest.raises(PhaseError, match="open cannot become shown"):
        course.move("course", Phase.SHOWN)

    assert course.state("course") == State(Phase.OPEN, 1)


def test_the_journal_says_in_words_what_it_holds(course: Journal) -> None:
    course.write(answer("one"))
    first = repr(course)
    course.write(answer("two"))

    assert first == "Journal('class', 1 answer)"
    assert repr(course) == "Journal('class', 2 answers)"


def test_the_journal_tells_the_time_by_its_own_clock(course: Journal) -> None:
    assert course.now() == MORNING


def test_a_key_is_never_stored_as_it_is() -> None:
    hashed = key_hash("a key")

    assert hashed == key_hash("a key")
    assert hashed != key_hash("another")
    assert "a key" not in hashed


def test_everything_is_there_again_after_the_lights_went_out(path: Path) -> None:
    with opened(path) as journal:
        journal.move("course", Phase.OPEN)
        journal.write(answer("one"))

    with opened(path) as journal:
        assert journal.answers("course") == (answer("one"),)
        assert journal.state("course") == State(Phase.OPEN, 1)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE answers SET value = '\"b\"'",
        "DELETE FROM answers",
        "UPDATE phases SET phase = 'draft'",
        "DELETE FROM phases",
    ],
)
def test_nobody_rewrites_what_was_written(
    course: Journal, path: Path, change: str
) -> None:
    course.write(answer("one"))

    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.Error) as no:
        other.execute(change)

    assert "append-only" in str(no.value)


def test_what_is_acknowledged_waits_for_the_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connections: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def watched(*given: object, **named: object) -> sqlite3.Connection:
        connections.append(connect(*given, **named))  # type: ignore[call-overload]
        return connections[-1]

    monkeypatch.setattr(sqlite3, "connect", watched)
    with opened(path) as journal:
        journal.move("course", Phase.OPEN)
        journal.keep_draft("course", "ani", "typed")

        (mode,) = connections[0].execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = connections[0].execute("PRAGMA synchronous").fetchone()
    assert (mode, synchronous) == ("wal", 2)


# --- trouble -------------------------------------------------------------------------


def test_a_full_disk_is_told_and_the_same_answer_can_be_sent_later(
    course: Journal, path: Path
) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = path.with_name("class.sqlite-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (log, hard))
    try:
        with pytest.raises(JournalError, match="nothing was stored"):
            course.write(answer("one"), lock=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    held = len(course), course.state("course").phase

    course.write(answer("one"), lock=True)

    assert held == (0, Phase.OPEN)
    assert course.answers("course") == (answer("one"),)


def test_a_stuck_program_stops_answers_but_not_reading(
    course: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.write(answer("one"))
    monkeypatch.setattr(schema, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path)) as stuck, opened(path) as journal:
        stuck.execute("BEGIN IMMEDIATE")

        with pytest.raises(JournalError, match="nothing was stored"):
            journal.write(answer("two"))

        assert journal.answers("course") == (answer("one"),)


def test_a_closed_journal_says_so_without_a_traceback(path: Path) -> None:
    journal = opened(path)
    journal.close()

    for act in (
        lambda: journal.state("course"),
        lambda: journal.answers("course"),
        lambda: journal.write(answer("one")),
        lambda: journal.keep_draft("course", "ani", "typed"),
    ):
        with pytest.raises(JournalError, match="closed"):
            act()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="choose another folder"):
        opened(tmp_path / "nowhere" / "class.sqlite")


def test_a_file_that_is_no_journal_is_told_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"minutes of the meeting\n" * 50)

    with pytest.raises(JournalError, match="not a database"):
        opened(path)

    assert path.read_bytes() == b"minutes of the meeting\n" * 50


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p", "remote"])
def test_a_network_folder_is_refused_and_the_way_out_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(journal_module, "file_system", lambda _: kind)

    with pytest.raises(JournalError, match=rf"\({kind}\).*--data or CASEKIT_DATA"):
        opened(path)

    assert not path.exists()


# --- many at once --------------------------------------------------------------------


def at_once(act: Callable[[int], object], many: int) -> list[BaseException]:
    """What went wrong when many threads did the same at the same time."""
    wrong: list[BaseException] = []
    start = threading.Barrier(many)

    def one(number: int) -> None:
        start.wait()
        try:
            act(number)
        except BaseException as error:  # noqa: BLE001 - it is the result
            wrong.append(error)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_widgets_that_answer_in_threads_share_one_journal(course: Journal) -> None:
    def type_and_send(number: int) -> None:
        for turn in range(10):
            course.keep_draft("course", f"learner {number}", turn)
            course.write(answer(f"{number}.{turn}", turn, learner=f"learner {number}"))
            course.answers("course")

    wrong = at_once(type_and_send, 8)

    assert wrong == []
    assert len(course) == 80
    assert {kept.value for kept in course.answers("course")} == {9}


def test_a_double_click_in_two_threads_is_stored_once(course: Journal) -> None:
    wrong = at_once(lambda _: course.write(answer("one"), lock=True), 8)

    assert wrong == []
    assert len(course) == 1


def test_of_two_answers_that_lock_only_one_is_taken(course: Journal) -> None:
    wrong = at_once(lambda n: course.write(answer(f"{n}"), lock=True), 8)

    assert [type(error) for error in wrong] == [PhaseError] * 7
    assert len(course) == 1


def test_many_notebooks_opened_at_once_make_one_journal(tmp_path: Path) -> None:
    for turn in range(5):
        path = tmp_path / f"{turn}.sqlite"

        wrong = at_once(lambda _, path=path: opened(path).close(), 8)  # type: ignore[misc]

        assert wrong == []
        with opened(path) as journal:
            assert len(journal) == 0


LEARNER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from casekit.answer import Answer, Sharing
from casekit.journal import Journal
from casekit.phase import Phase

now = datetime(2019, 5, 16, 10, 42, tzinfo=UTC)
name = sys.argv[2]
sys.stdin.read(1)
with Journal(Path(sys.argv[1]), clock=lambda: now) as journal:
    journal.move_from("course", Phase.DRAFT, Phase.OPEN)
    for turn in range(25):
        journal.keep_draft("course", name, turn)
        journal.write(
            Answer(f"{name}.{turn}", name, "course", "asked", 1, turn, None,
                   Sharing.COUNTED, now)
        )
"""


def test_eight_learners_in_their_own_processes_lose_nothing(path: Path) -> None:
    learners = [
        subprocess.Popen(
            [sys.executable, "-c", LEARNER, str(path), f"learner {number}"],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(8)
    ]
    for learner in learners:
        assert learner.stdin is not None
        learner.stdin.write(b"!")
        learner.stdin.flush()
    told = [learner.communicate(timeout=120)[1] for learner in learners]

    assert told == [b""] * 8
    with opened(path) as journal:
        assert len(journal) == 8 * 25
        assert [kept.value for kept in journal.answers("course")] == [24] * 8


# --- whatever order things come in ---------------------------------------------------

DEEDS = st.one_of(
    st.tuples(
        st.just("write"),
        st.integers(0, 12),
        st.sampled_from(["ani", "budi"]),
        st.booleans(),
    ),
    st.tuples(st.just("move"), st.sampled_from(Phase), st.just("ani"), st.booleans()),
)


@given(st.lists(DEEDS, max_size=25))
@settings(deadline=None, max_examples=60)
def test_in_whatever_order_the_last_answer_that_was_taken_counts(
    deeds: list[tuple[str, int | Phase, str, bool]],
) -> None:
    taken: dict[str, Answer] = {}
    counts: dict[tuple[str, int], Answer] = {}
    with (
        TemporaryDirectory() as folder,
        opened(Path(folder) / "class.sqlite") as journal,
    ):
        journal.move("course", Phase.OPEN)
        for deed, what, learner, flag in deeds:
            state = journal.state("course")
            if deed == "move":
                try:
                    journal.move("course", Phase(str(what)), next_round=flag)
                except PhaseError:
                    assert journal.state("course") == state
                continue
            sent = answer(f"{what}", what, learner=learner, round_=state.round)
            try:
                journal.write(sent, lock=flag)
            except PhaseError:
                assert state.phase is not Phase.OPEN
                assert sent.id not in taken
            except JournalError:
                assert taken[sent.id] != sent
            else:
                if sent.id not in taken:
                    assert state.phase is Phase.OPEN
                    counts[learner, state.round] = sent
                taken[sent.id] = sent

        assert len(journal) == len(taken)
        for round_ in (1, 2):
            expected = [
                counts[learner, round_]
                for learner in ("ani", "budi")
                if (learner, round_) in counts
            ]
            assert list(journal.answers("course", round=round_)) == expected


def test_the_stage_holds_what_was_put_there_last(course: Journal, path: Path) -> None:
    course.set_stage("section", "00_dermaga")
    course.set_stage("section", "01_malam")
    course.set_stage("screen", {"show": "question", "id": "course"})

    with opened(path) as other:
        assert other.stage("section") == "01_malam"
        assert other.stage("screen") == {"show": "question", "id": "course"}
        assert other.stage("countdown") is None


def test_the_version_changes_when_another_desk_writes(
    course: Journal, path: Path
) -> None:
    with opened(path) as other:
        before = course.version()
        assert course.version() == before

        other.move("course", Phase.LOCKED)

        assert course.version() != before
