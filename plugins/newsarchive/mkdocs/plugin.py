"""The plugin: MkDocs' events, each a step or two."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation

from newsarchive.mkdocs.bundle import BUNDLE, write_bundle
from newsarchive.mkdocs.config import NewsArchiveConfig
from newsarchive.mkdocs.generated import generated_files
from newsarchive.mkdocs.log import core_log_forwarded
from newsarchive.mkdocs.look import add_look
from newsarchive.mkdocs.place import make_permanent, place_below_nav
from newsarchive.mkdocs.publication import Publication, check_addresses, make_publication
from newsarchive.mkdocs.report import report_archive, report_problems
from newsarchive.problem import SeedsError


class NewsArchivePlugin(BasePlugin[NewsArchiveConfig]):  # type: ignore[no-untyped-call]  # MkDocs' hook has no types
    """Turns a folder of news articles into pages of the site.

    All that can fail fails in `on_config`: MkDocs empties the site folder after it.
    """

    publication: Publication

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the seeds and write all pages; raises PluginError, every problem logged, if the seeds have any."""
        if self.config.bundle and config.use_directory_urls:
            message = "a bundle is read from disk, where links must name files: set use_directory_urls to false"
            raise PluginError(message)
        add_look(config)
        with core_log_forwarded():
            try:
                self.publication = make_publication(self.config, config)
            except SeedsError as error:
                raise report_problems(error) from error
        check_addresses(self.publication, get_files(config))
        report_archive(self.publication.archive)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the pages and the other files of the archive."""
        check_addresses(self.publication, files)  # once more: other plugins have added theirs by now
        for file in generated_files(self.publication, Path(self.config.seeds), config):
            files.append(file)

    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> None:
        """Place each page that is not in the nav below the nav's page of its part of the site."""
        place_below_nav(nav, files)

    def on_env(self, env: Environment, *, files: Files, **_: object) -> None:
        """Make every page the same whenever it is built, and tell the theme of the bundle."""
        env.globals["bundle"] = BUNDLE if self.config.bundle else None
        for file in files.documentation_pages():
            if file.page:
                make_permanent(file.page)

    @event_priority(-100)  # after the other plugins, whose files are part of the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the bundle, where one is wanted."""
        if self.config.bundle:
            write_bundle(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Rebuild when a seed, a sidecar or the registry changes."""
        server.watch(self.config.seeds)
