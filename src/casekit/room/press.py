"""The press: a notebook run in a kernel, as the snippets of a plain page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from casekit.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable

    from casekit.frozen import Language
    from casekit.room.app import ClassApp

# All that a page needs; what else is installed here stays out of learners' pages.
EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
)
SAID = {
    "again": "room-again",
    "answers": "room-answers",
    "failed": "room-cell-failed",
    "here": "room-here",
    "language": "room-language",
    "lost": "room-lost",
    "parts": "room-parts",
    "preparing": "room-preparing",
    "script": "room-script",
    "seat": "room-seat",
    "silent": "room-silent",
    "stuck": "room-stuck",
}


def page_words(language: Language) -> dict[str, str]:
    """What a notebook's page and its script say; `{part}` is the script's to fill."""
    told = {name: say(key, language) for name, key in SAID.items()}
    return told | {"moved": say("room-moved", language, part="{part}")}


class Press:
    """Prints notebooks of one room, through Voilà's own renderer."""

    def __init__(self, app: ClassApp) -> None:
        self._app = app
        self._config: dict[str, Any] = {}

    async def snippets(
        self, path: str, *, kernel: str, starting: Awaitable[Any], view: dict[str, Any]
    ) -> AsyncGenerator[str, None]:
        """The page, bit by bit; its head comes before the kernel is there.

        `path` is below the folder of notebooks, `view` what the template shows.
        """
        app = self._app
        self._config = self._config or get_page_config(
            base_url=app.base_url,
            settings=app.app.settings,
            log=app.log,
            voila_configuration=app.voila_configuration,
        )
        renderer = NotebookRenderer(
            voila_configuration=app.voila_configuration,
            traitlet_config=app.config,
            notebook_path=path,
            template_paths=app.template_paths,
            config_manager=app.config_manager,
            contents_manager=app.contents_manager,
            base_url=app.base_url,
            kernel_spec_manager=app.kernel_spec_manager,
            page_config=self._config,
        )
        await renderer.initialize()
        renderer.resources["room"] = view
        try:
            printed = renderer.generate_content_generator(kernel, starting)
            async for snippet, _ in printed:
                yield snippet
        finally:
            executor = getattr(renderer, "executor", None)
            if executor is not None and executor.kc is not None:
                executor.kc.stop_channels()
