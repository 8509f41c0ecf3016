"""Staging: the site is built beside its folder and takes its place when it is whole.

Whatever ends a build early, an error, an interrupt or the machine, leaves the last site as it was; so does a strict
build that fails for its warnings.
"""

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from newsarchive.mkdocs.log import LOG
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


def publish(staged: Staged, workers: int = 1) -> None:
    """Put what was built in the place of the last site, which `workers` remove.

    Raises OSError, which leaves that site whole.
    """
    last = _beside(staged.site, "last")
    shutil.rmtree(last, ignore_errors=True)
    if staged.site.exists():
        staged.site.rename(last)
    staged.staging.rename(staged.site)
    staged.config.site_dir = str(staged.site)
    _remove(last, workers)


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
