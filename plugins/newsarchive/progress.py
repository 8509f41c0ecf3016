"""Progress: what a long build is doing, how far it is, and where its time went."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LOG = logging.getLogger("newsarchive")
_BAR_FROM = 200  # of what is done in a blink no bar is drawn


@contextmanager
def step(words: str, count: int, things: str) -> Iterator[Callable[[int], None]]:
    """Tell of a step of the work, `words` (`Reading`) on `count` `things` (`seeds`), while the block runs.

    A line goes to the log, and how many seconds it took to the detailed log. The block gets what it may tell how many
    are done; a terminal shows it as a bar.
    """
    _LOG.info("%s %s %s.", words, f"{count:,}", things)
    began = time.perf_counter()
    with _bar(words, count) as told:
        yield told
    _LOG.debug("%s took %.2f seconds.", words, time.perf_counter() - began)


@contextmanager
def _bar(words: str, count: int) -> Iterator[Callable[[int], None]]:
    if count < _BAR_FROM or not sys.stderr.isatty() or not _LOG.isEnabledFor(logging.INFO):
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  # a terminal alone needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=count)
        yield lambda done: bar.update(task, completed=min(done, count))
