"""Everything that is set in Voilà and in Jupyter; nobody's own settings are read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from traitlets.config import Config

from casekit.room.identity import RoomIdentity
from casekit.room.kernels import OwnPython
from casekit.room.press import EXTENSIONS

if TYPE_CHECKING:
    from casekit.room.environment import House
    from casekit.room.room import Room

UNUSED = 600  # seconds after which a kernel that no page is connected to ends
SLOWEST_CELL = 120  # seconds


def settings(room: Room, house: House) -> Config:
    """What makes Voilà this room's."""
    config = Config()
    config.Voila.config_file_paths = []
    config.Voila.cookie_secret = room.door.seal.encode()
    config.Voila.identity_provider_class = RoomIdentity
    config.Voila.log_level = logging.ERROR
    config.Voila.open_browser = False
    config.Voila.root_dir = str(room.notebooks)
    config.Voila.connection_dir_root = str(house.private)
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.extension_allowlist = list(EXTENSIONS)
    config.VoilaConfiguration.extension_denylist = []
    config.VoilaConfiguration.kernel_spec_manager_class = OwnPython
    config.VoilaExecutor.timeout = SLOWEST_CELL
    # A kernel that died must look dead: one started in its place knows no widgets.
    config.KernelManager.autorestart = False
    config.MappingKernelManager.cull_idle_timeout = UNUSED
    config.MappingKernelManager.cull_interval = 30
    return config
