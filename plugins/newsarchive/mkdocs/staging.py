"""Staging: the site is built beside its folder and takes its place when it is whole.

Whatever ends a build early, an error, an interrupt or the machine, leaves the last site as it was; so does a strict
build that fails for its warnings.
"""

import logging
import os
import shutil
import signal
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from newsarchive.mkdocs.log import LOG
from newsarchive.mkdocs.standing import Standing
from newsarchive.workers import started

_AT_ONCE = 200  # folders that a worker removes before it takes more


@dataclass(frozen=True)
class Staged:
    """A site that is being built in the folder `staging`, to become the folder `site`."""

    config: MkDocsConfig
    site: Path
    staging: Path


def stage(config: MkDocsConfig) -> Staged:
    """Let the site be built in a new folder beside its own."""
    site = Path(config.site_dir)
    staged = Staged(config, site, _beside(site, "building"))
    shutil.rmtree(staged.staging, ignore_errors=True)  # of a build that was interrupted
    staged.staging.mkdir(parents=True)
    config.site_dir = str(staged.staging)
    return staged


def publish(staged: Staged, standing: Standing, kept: Collection[str], workers: int = 1) -> None:
    """Let what was built take the place of the last site, of which only the files at the paths `kept` stay.

    `standing` is what stands in the site's folder. Where nothing stays, the new folder takes the old one's name and
    `workers` remove the old; otherwise the new files take the old ones' places, and an interrupt waits until they have.
    Raises OSError.
    """
    if kept:
        with _uninterrupted():
            _merge(staged, standing, kept)
    else:
        _exchange(staged, workers)
    staged.config.site_dir = str(staged.site)


def _merge(staged: Staged, standing: Standing, kept: Collection[str]) -> None:
    """Leave no file in the site but those that are kept and those that were built."""
    built = list(_files_below(staged.staging))
    wanted = {*kept, *built}
    folders = _folders(wanted)
    for path in standing.files.keys() - wanted:
        Path(staged.site, path).unlink(missing_ok=True)
    for path in standing.folders:
        if path not in folders:
            with suppress(OSError):  # something was put there just now: the next build will see it
                Path(staged.site, path).rmdir()
    for path in built:
        _move(f"{staged.staging}/{path}", f"{staged.site}/{path}")
    shutil.rmtree(staged.staging, ignore_errors=True)


def _files_below(whole: Path) -> Iterator[str]:
    """Yield the path of each file below a folder."""
    for folder, _, names in os.walk(whole):
        yield from (Path(folder, name).relative_to(whole).as_posix() for name in names)


def _move(source: str, target: str) -> None:
    """Let a file take the place of another, in a folder that stands there nearly always."""
    try:
        os.replace(source, target)  # noqa: PTH105  # a third of the time that Paths take, for hundreds of pages
    except FileNotFoundError:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(source).replace(target)


def _folders(paths: Iterable[str]) -> set[str]:
    """Return every folder that stands above one of `paths`."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _exchange(staged: Staged, workers: int) -> None:
    last = _beside(staged.site, "last")
    shutil.rmtree(last, ignore_errors=True)
    if staged.site.exists():
        staged.site.rename(last)
    staged.staging.rename(staged.site)
    for hidden in last.glob(".*"):  # MkDocs leaves such files alone, a repository's folder for one
        with suppress(OSError):
            hidden.rename(staged.site / hidden.name)
    _remove(last, workers)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let signals that would end the process wait until the block is done; another thread than the first gets none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {one: signal.signal(one, lambda number, _: came.append(number)) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    for number in came:
        signal.raise_signal(number)


def is_refused(config: MkDocsConfig) -> bool:
    """Tell whether this build fails once all is written, for what was warned of, as a strict one does."""
    host = logging.getLogger(LOG.logger.name.partition(".")[0])
    return config.strict and any(isinstance(one, CountHandler) and one.get_counts() for one in host.handlers)


def abandon(staged: Staged) -> None:
    """Remove what was built so far; nothing happens where it was published."""
    shutil.rmtree(staged.staging, ignore_errors=True)
    staged.config.site_dir = str(staged.site)


def _remove(site: Path, workers: int) -> None:
    """Remove a site: of its tens of thousands of folders, each worker some at a time."""
    folders = [str(path) for path in site.glob("*/*/")]
    batches = [folders[start : start + _AT_ONCE] for start in range(0, len(folders), _AT_ONCE)]

    def work(batches: Iterator[list[str]]) -> Iterator[None]:
        for batch in batches:
            for folder in batch:
                shutil.rmtree(folder, ignore_errors=True)
            yield

    started(workers, batches, work).results()
    shutil.rmtree(site, ignore_errors=True)


def _beside(site: Path, state: str) -> Path:
    # In the same folder, and so on the same file system, where a rename is a single step.
    return site.with_name(f".{site.name}.{state}")
