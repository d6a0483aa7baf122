"""The file system under a folder, where the computer can tell."""

from __future__ import annotations

import re
import sys
from pathlib import Path

NETWORK = frozenset(
    [
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "fuse.davfs2",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs3",
        "nfs4",
        "ocfs2",
        "orangefs",
        "prl_fs",
        "pvfs2",
        "remote",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "webdav",
    ]
)
MOUNTS = Path("/proc/self/mountinfo")
ESCAPED = re.compile(r"\\([0-7]{3})")  # how it writes a space, a tab, a backslash


def file_system(folder: Path) -> str:
    """The type of the file system that holds `folder`, or "" where nobody can tell.

    Linux tells it in /proc, Windows tells remote drives from local ones; macOS does
    not tell without extra programs.
    """
    if sys.platform == "win32":  # pragma: no cover - not to be tried here
        return _windows_drive(folder)
    if MOUNTS.is_file():
        return mounted(folder.resolve(), MOUNTS.read_text("utf-8", "replace"))
    return ""  # pragma: no cover - macOS


def mounted(folder: Path, mounts: str) -> str:
    """The type of the deepest mount point above `folder` in a mountinfo text.

    >>> mounted(Path("/srv/class/a"), "40 36 0:2 / /srv/class rw - nfs4 host:/x rw")
    'nfs4'
    """
    found, depth = "", -1
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split(" ")
        if not separator or len(fields) <= 4:  # noqa: PLR2004 - the format's columns
            continue
        point = Path(ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4]))
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = after.split(" ")[0], len(point.parts)
    return found


def _windows_drive(folder: Path) -> str:  # pragma: no cover - not to be tried here
    import ctypes  # noqa: PLC0415 - Windows only

    drive_remote = 4
    anchor = folder.resolve().anchor
    if anchor.startswith("\\\\"):
        return "remote"
    kind = ctypes.windll.kernel32.GetDriveTypeW(anchor)  # type: ignore[attr-defined]
    return "remote" if kind == drive_remote else ""
