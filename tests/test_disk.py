"""Where the computer can tell, a folder on a network is known as one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casekit import disk

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /proc rw,nosuid - proc proc rw
40 22 0:45 / /home rw,relatime shared:20 master:3 - nfs4 server:/home rw,vers=4.2
41 40 8:2 / /home/ani/kelas rw - ext4 /dev/sda2 rw
42 22 0:50 / /mnt/berbagi\\040kelas rw - cifs //server/kelas rw
43 22 0:51 / /srv rw - ext4 /dev/sda3 rw
44 43 0:52 / /srv rw - fuse.sshfs server:/srv rw
a line of another kind
45 22 - short
"""

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Windows lists no mounts, it tells the kind of a drive"
)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/casekit", "ext4"),
        ("/home/ani", "nfs4"),
        ("/home/ani/kelas/2019", "ext4"),
        ("/homework", "ext4"),
        ("/mnt/berbagi kelas/data", "cifs"),
        ("/srv/kelas", "fuse.sshfs"),
    ],
)
def test_a_folder_lies_on_the_deepest_and_latest_mount(folder: str, kind: str) -> None:
    assert disk.mounted(Path(folder), MOUNTS) == kind


def test_a_computer_that_lists_nothing_tells_nothing() -> None:
    assert disk.mounted(Path("/home/ani"), "") == ""


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "vboxsf", "remote"]
)
def test_what_travels_over_a_network_is_refused(kind: str) -> None:
    assert kind in disk.NETWORK


@pytest.mark.parametrize(
    "kind", ["", "ext4", "xfs", "btrfs", "apfs", "ntfs3", "tmpfs", "overlay", "vfat"]
)
def test_what_lies_in_this_computer_is_taken(kind: str) -> None:
    assert kind not in disk.NETWORK


def test_a_folder_reached_by_a_link_lies_where_the_link_leads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far, near = tmp_path / "far", tmp_path / "near"
    far.mkdir()
    near.symlink_to(far)
    listed = tmp_path / "mountinfo"
    listed.write_text(f"1 0 0:1 / {far.resolve()} rw - nfs4 server:/far rw\n")
    monkeypatch.setattr(disk, "MOUNTS", listed)

    assert disk.file_system(near) == "nfs4"
