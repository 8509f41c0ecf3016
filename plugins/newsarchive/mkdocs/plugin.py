"""The plugin: MkDocs' events, each a step of a build.

The workers begin to read the seeds before all else that a build needs is loaded, which takes as long as reading; so
this module itself loads little.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from newsarchive.mkdocs.config import NewsArchiveConfig, cache_folder, worker_count
from newsarchive.reading.kept import reading_kept
from newsarchive.uncollected import uncollected

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from newsarchive.mkdocs.building import Building


class NewsArchivePlugin(BasePlugin[NewsArchiveConfig]):  # type: ignore[no-untyped-call]  # MkDocs' hook has no types
    """Turns a folder of news articles into pages of the site."""

    building: "Building"
    stops: tuple[Callable[[], None], ...] = ()
    is_dirty = False

    def on_startup(self, *, dirty: bool, **_: object) -> None:
        """Learn whether the last site is to be built over, as `--dirty` asks."""
        self.is_dirty = dirty

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the seeds and plan all pages; raises PluginError, every problem logged, if the seeds have any."""
        if self.config.bundle and config.use_directory_urls:
            message = "a bundle is read from disk, where links must name files: set use_directory_urls to false"
            raise PluginError(message)
        reading = reading_kept(Path(self.config.seeds), cache_folder(self.config), worker_count(self.config))
        self.stops = (reading.stop,)
        with uncollected():
            from newsarchive.mkdocs.building import Building  # noqa: PLC0415  # the workers read meanwhile
        self.building = Building(self.config, reading, self.is_dirty)
        self.stops = (reading.stop, self.building.leave)
        self.building.configure(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the files of the archive, and of its pages those that MkDocs is to write."""
        return self.building.files(files, config)

    @event_priority(-100)  # after the other plugins, whose nav is the site's
    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> None:
        """Place each page that is not in the nav below the nav's page of its part of the site."""
        self.building.navigate(nav, files)

    @event_priority(-100)  # after the other plugins, whose templates are the site's
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Make every page the same whenever it is built, and tell the theme what it cannot know by itself."""
        self.building.frame(env, config, files)

    @event_priority(-100)  # after the other plugins, whose files are part of the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages, and the bundle where one is wanted, and put the site in the place of the last."""
        self.building.finish(config)

    def on_build_error(self, **_: object) -> None:
        """Leave nothing of a site that was not finished."""
        self._leave()

    def on_shutdown(self) -> None:
        """Leave nothing of a site whose build was interrupted."""
        self._leave()

    def _leave(self) -> None:
        for stop in self.stops:
            stop()

    def on_serve(self, server: "LiveReloadServer", **_: object) -> None:
        """Rebuild when a seed, a sidecar or the registry changes."""
        server.watch(self.config.seeds)
