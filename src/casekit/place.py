"""Where this computer keeps answers, and the key of the one learner at home."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs

from casekit.errors import JournalError

KEY_BYTES = 16  # 128 random bits; the design asks for at least 60
WINDOWS = os.name == "nt"
NAME_ONCE = os.rename if WINDOWS else os.link  # neither replaces what is there


def data_folder() -> Path:
    """Where answers are kept: CASEKIT_DATA, else the user's own data folder."""
    chosen = os.environ.get("CASEKIT_DATA")
    if chosen:
        return whole(Path(chosen))
    return platformdirs.user_data_path("casekit", appauthor=False)


def class_folder() -> Path:
    """Where a class is kept: CASEKIT_DATA, else beside what was tried alone at home.

    Not the same folder: what the instructor locked the evening before would be locked.
    """
    folder = data_folder()
    return folder if os.environ.get("CASEKIT_DATA") else folder / "class"


def whole(path: Path) -> Path:
    """A path as a person means it: `~` is home, the rest counts from here."""
    return path.expanduser().absolute()


def home_key(folder: Path) -> str:
    """The key of the one learner at home, made once and kept beside his journal.

    It is written whole before it gets its name, so that two notebooks opened at the
    same time end with the same key.
    """
    path = folder / "key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            if any(folder.glob("*.sqlite")):
                raise JournalError(
                    f"the key in {str(path)!r} is missing, and without it the answers "
                    "there belong to nobody; put it back from a copy, or choose "
                    "another folder with --data or CASEKIT_DATA"
                )
            _make_key(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise JournalError(
            f"cannot keep answers in {str(folder)!r} ({error}); choose another folder "
            "with --data or CASEKIT_DATA"
        ) from None
    if not key:  # hashing nothing would hide every answer without a word
        raise JournalError(
            f"the key in {str(path)!r} is empty; put it back from a copy, or choose "
            "another folder with --data or CASEKIT_DATA"
        )
    return key


def _make_key(path: Path) -> None:
    draft = path.with_name(f"key.{secrets.token_hex(8)}")
    try:
        with draft.open("x", encoding="ascii") as file:
            draft.chmod(0o600)
            file.write(secrets.token_hex(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())  # a lost key would orphan every answer
        try:
            NAME_ONCE(draft, path)
        except FileExistsError:
            pass  # another notebook was quicker: its key is the key
        except OSError:  # a memory stick without hard links
            if not path.exists():
                draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Put the folder's list of names on the disk too, where that is a thing to do."""
    if WINDOWS:  # pragma: no cover - not to be tried here
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
