"""Files that pages load, and how what is not ours refuses: without a word."""

from __future__ import annotations

import logging
from typing import Any

from jupyter_server.base.handlers import FileFindHandler
from tornado.web import HTTPError, RequestHandler, StaticFileHandler
from voila.static_file_handler import (
    MultiStaticFileHandler,
    TemplateStaticFileHandler,
)

LOG = logging.getLogger("tornado.application")


class Plain(RequestHandler):
    """Jupyter's own error pages speak English and look for files that are not here."""

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401, ARG002
        self.finish()

    def log_exception(self, kind: Any, value: Any, traceback: Any) -> None:  # noqa: ANN401
        if not isinstance(value, HTTPError):
            name = type(self).__name__
            LOG.error("%s failed", name, exc_info=(kind, value, traceback))


class OwnFile(Plain, StaticFileHandler):
    pass


class TemplateFile(Plain, TemplateStaticFileHandler):  # type: ignore[misc]
    pass


class LibraryFile(Plain, MultiStaticFileHandler):  # type: ignore[misc]
    pass


class ExtensionFile(Plain, FileFindHandler):
    pass
