"""The options of the plugin."""

from mkdocs.config import config_options as c
from mkdocs.config.base import Config


class DirOrNone(c.Optional[str]):
    """A folder that has a default; None says that there is to be none."""

    def __init__(self, default: str) -> None:
        super().__init__(c.Dir())
        self.default = default


class NewsArchiveConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' hook for subclasses has no types
    """The options of the newsarchive plugin for MkDocs; every path is relative to the folder of `mkdocs.yml`."""

    seeds = c.Dir(exists=True, default="seeds")
    """The folder of the articles, their sidecars and `registry/`."""

    cache = DirOrNone(default=".cache/newsarchive")
    """The folder for what the next build can reuse; null keeps nothing between builds."""

    publish_data = c.Type(bool, default=True)
    """Publish the archive's data under `data/`, each file with its JSON Schema, and feeds of the newest articles."""

    bundle = c.Type(bool, default=False)
    """Publish the whole site as one file too, to unzip and read from disk, and link to it in the foot of every page."""
