"""What JupyterLab is furnished with: the settings, the style and the kernel of a room.

It shows one labelled button, one notebook at a time, and nothing made for programmers.
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from casekit.frozen import Language

LOCALE = {"id": "id_ID", "en": "default"}
RUN_ALL = {"id": "Jalankan semua", "en": "Run all"}
RUN_ALL_HELP = {
    "id": "Jalankan seluruh notebook dari atas ke bawah",
    "en": "Run the whole notebook from top to bottom",
}
WAIT = {"id": "Menyiapkan notebook…", "en": "Preparing the notebook…"}
KERNEL = "Python 3 (ipykernel)"
# What the language pack leaves in English at the top of every page.
MENUS = {
    "file": "Berkas",
    "view": "Tampilan",
    "run": "Jalankan",
    "kernel": "Kernel",
    "settings": "Pengaturan",
    "help": "Bantuan",
}
MENUS_OFF = ("edit", "tabs")  # a cell that is cut or deleted takes its card along
# For people who write code; in this room they are only ways to get lost.
OUT_OF_THE_WAY = (
    "@jupyterlab/application-extension:context-menu",
    "@jupyterlab/application-extension:dirty",  # answers are safe, so no "leave page?"
    "@jupyterlab/application-extension:property-inspector",
    "@jupyterlab/apputils-extension:announcements",  # the one that asks other hosts
    "@jupyterlab/cell-toolbar-extension",
    "@jupyterlab/debugger-extension",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/launcher-extension",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/notebook-extension:language-server",
    "@jupyterlab/running-extension",
    # Its keys take the arrows from a choice, and "d d" on a button deletes its cell.
    "@jupyterlab/shortcuts-extension:shortcuts",
    "@jupyterlab/terminal-extension",
    "@jupyterlab/workspaces-extension:sidebar",
    "@voila-dashboards/jupyterlab-preview",
)
TOOLS_OFF = (
    *("save", "insert", "cut", "copy", "paste", "run", "interrupt", "restart"),
    *("restart-and-run", "cellType"),
)
# JupyterLab's own "run all" leaves the reader at the end of the notebook.
RUN_ALL_COMMANDS = [
    "notebook:run-all-cells",
    "notebook:extend-marked-cells-top",
    "notebook:deselect-all",
]


def style(language: Language) -> str:
    """The page's style sheet, which also speaks: what to wait for, and for whom."""
    css = files(__package__).joinpath("furniture.css").read_text("utf-8")
    return css.replace("WAIT", WAIT[language]).replace("KERNEL", KERNEL)


def overrides(language: Language) -> dict[str, dict[str, Any]]:
    """JupyterLab's settings by plugin, as its `overrides.json` takes them."""
    return {
        "@jupyterlab/apputils-extension:notification": {
            "fetchNews": "false",
            "checkForUpdates": False,
            "doNotDisturbMode": True,
        },
        "@jupyterlab/apputils-extension:themes": {
            "theme": "JupyterLab Light",
            "adaptive-theme": False,
        },
        # Answers are in the journal; a saved card would open broken the next day.
        "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
        "@jupyterlab/mainmenu-extension:plugin": {
            "menus": [
                *(
                    {"id": f"jp-mainmenu-{name}", "disabled": True}
                    for name in MENUS_OFF
                ),
                *(
                    {"id": f"jp-mainmenu-{name}", "label": label}
                    for name, label in MENUS.items()
                    if language == "id"
                ),
            ]
        },
        "@jupyterlab/notebook-extension:panel": {
            "toolbar": [
                *({"name": name, "disabled": True} for name in TOOLS_OFF),
                {
                    "name": "casekit-run-all",
                    "command": "apputils:run-all-enabled",
                    "args": {"commands": RUN_ALL_COMMANDS},
                    "icon": "ui-components:fast-forward",
                    "label": RUN_ALL[language],
                    "caption": RUN_ALL_HELP[language],
                    "rank": 0,
                },
            ]
        },
        "@jupyterlab/notebook-extension:tracker": {
            "windowingMode": "none",  # else what is off the screen is not there
            "scrollPastEnd": False,
            "showEditorForReadOnlyMarkdown": False,
            "kernelShutdown": True,
        },
        "@jupyterlab/statusbar-extension:plugin": {"visible": False},
        "@jupyterlab/translation-extension:plugin": {"locale": LOCALE[language]},
    }


def furnish(home: Path, language: Language) -> None:
    """Write the settings, the style and the kernel of a private JupyterLab."""
    kernel = {
        # Named by its path: a user's own "python3" may be another Python.
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": KERNEL,
        "language": "python",
    }
    for place, words in {
        "settings/overrides.json": json.dumps(overrides(language), indent=1),
        "settings/page_config.json": json.dumps(
            {"disabledExtensions": dict.fromkeys(OUT_OF_THE_WAY, True)}, indent=1
        ),
        "config/custom/custom.css": style(language),
        "share/kernels/python3/kernel.json": json.dumps(kernel, indent=1),
    }.items():
        path = home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
