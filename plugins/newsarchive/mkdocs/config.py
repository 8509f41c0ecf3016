"""The options of the plugin."""

from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError

from newsarchive.workers import may_fork, usable_workers

AUTO = "auto"


class DirOrNone(c.Optional[str]):
    """A folder that has a default; None says that there is to be none."""

    def __init__(self, default: str) -> None:
        super().__init__(c.Dir())
        self.default = default


class Workers(c.Type[int | str]):
    """A number of processes, or "auto" for as many as help."""

    def __init__(self) -> None:
        super().__init__((int, str), default=AUTO)

    def run_validation(self, value: object) -> int | str:
        """Return `value`; raises ValidationError for what is neither "auto" nor a number from 1."""
        if value == AUTO or (isinstance(value, int) and not isinstance(value, bool) and value >= 1):
            return value
        message = f'it must be "auto" or a number from 1, and not {value!r}'
        raise ValidationError(message)


class NewsArchiveConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' hook for subclasses has no types
    """The options of the newsarchive plugin for MkDocs; every path is relative to the folder of `mkdocs.yml`."""

    seeds = c.Dir(exists=True, default="seeds")
    """The folder of the articles, their sidecars and `registry/`."""

    cache = DirOrNone(default=".cache/newsarchive")
    """The folder for what the next build can reuse; null keeps nothing between builds."""

    workers = Workers()
    """The processes that share the work; "auto" takes as many as help, 1 does all in one. The site is the same."""

    publish_data = c.Type(bool, default=True)
    """Publish the archive's data under `data/`, each file with its JSON Schema, and feeds of the newest articles."""

    bundle = c.Type(bool, default=False)
    """Publish the whole site as one file too, to unzip and read from disk, and link to it in the foot of every page."""


def cache_folder(options: NewsArchiveConfig) -> Path | None:
    """Return the folder for what the next build can reuse, or None where nothing is to be kept."""
    return Path(options.cache) if options.cache else None


def worker_count(options: NewsArchiveConfig) -> int:
    """Return how many processes are to share the work."""
    if options.workers == AUTO:
        return usable_workers()
    return int(options.workers) if may_fork() else 1  # `mkdocs serve` runs threads beside
