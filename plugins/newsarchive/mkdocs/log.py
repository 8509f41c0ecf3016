"""The core's log reaches MkDocs' log, whose strict mode counts warnings."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.plugins import get_plugin_logger

LOG = get_plugin_logger("newsarchive")
CORE = "newsarchive"


class _Forwarding(logging.Handler):
    """Hands every record on to the plugin's logger, under which MkDocs sees it."""

    def emit(self, record: logging.LogRecord) -> None:
        LOG.log(record.levelno, "%s", record.getMessage(), exc_info=record.exc_info)


@contextmanager
def core_log_forwarded() -> Iterator[None]:
    """Hand the core's records on to MkDocs while the block runs."""
    core, handler = logging.getLogger(CORE), _Forwarding()
    level = core.level
    core.addHandler(handler)
    core.setLevel(LOG.getEffectiveLevel())
    try:
        yield
    finally:
        core.removeHandler(handler)
        core.setLevel(level)
