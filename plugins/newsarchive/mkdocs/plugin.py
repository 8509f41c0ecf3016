"""The plugin: MkDocs' events, each a step or two."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation

from newsarchive.method import method
from newsarchive.mkdocs.bundle import BUNDLE, write_bundle
from newsarchive.mkdocs.config import NewsArchiveConfig, worker_count
from newsarchive.mkdocs.frame import frames
from newsarchive.mkdocs.generated import other_files, page_files, shared_out
from newsarchive.mkdocs.linked import LinkedFiles
from newsarchive.mkdocs.log import core_log_forwarded
from newsarchive.mkdocs.look import add_look, dress
from newsarchive.mkdocs.place import make_permanent, place_below_nav
from newsarchive.mkdocs.publication import Joined, Publication, check_addresses, make_publication
from newsarchive.mkdocs.report import report_archive, report_problems
from newsarchive.mkdocs.staging import Staged, abandon, is_refused, publish, stage
from newsarchive.mkdocs.standing import SITES, Looking, Standing, looking, record_pages
from newsarchive.mkdocs.writing import Press, press_of, write_site
from newsarchive.pages.plan import Plan
from newsarchive.problem import SeedsError
from newsarchive.store import Store, open_store, temporary_store
from newsarchive.uncollected import uncollected


class NewsArchivePlugin(BasePlugin[NewsArchiveConfig]):  # type: ignore[no-untyped-call]  # MkDocs' hook has no types
    """Turns a folder of news articles into pages of the site.

    All that can fail fails in `on_config`, and the site is built beside its folder: a build that ends early changes
    nothing.
    """

    publication: Publication
    own: tuple[Plan, ...]
    press: Press
    nav: Navigation
    joined: Joined = Joined()
    staged: Staged | None = None
    looking: Looking | None = None
    sites: Store
    is_dirty = False

    def on_startup(self, *, dirty: bool, **_: object) -> None:
        """Learn whether the last site is to be built over, as `--dirty` asks."""
        self.is_dirty = dirty

    def on_config(self, config: MkDocsConfig) -> None:
        """Read the seeds and plan all pages; raises PluginError, every problem logged, if the seeds have any."""
        if self.config.bundle and config.use_directory_urls:
            message = "a bundle is read from disk, where links must name files: set use_directory_urls to false"
            raise PluginError(message)
        add_look(config)
        with core_log_forwarded(), uncollected():
            try:
                self.publication = make_publication(self.config, config)
            except SeedsError as error:
                raise report_problems(error) from error
        self.joined = self.publication.joined
        check_addresses(self.publication, get_files(config))
        report_archive(self.publication.setting.archive)
        self.staged = None if self.is_dirty else stage(config)
        self.sites = self._sites()
        if self.staged:
            self.looking = looking(self.staged.site, self.sites, worker_count(self.config))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the files of the archive, and of its pages those that MkDocs is to write."""
        check_addresses(self.publication, files)  # once more: other plugins have added theirs by now
        named, self.own = shared_out(self.publication.plans, config)
        seeds = Path(self.config.seeds)
        dress(files, config)
        for file in (*page_files(named, seeds, config), *other_files(self.publication, config)):
            files.append(file)
        plans = {plan.address: plan for plan in self.own}
        return LinkedFiles(files, plans, self.joined.published, config)

    @event_priority(-100)  # after the other plugins, whose nav is the site's
    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> None:
        """Place each page that is not in the nav below the nav's page of its part of the site."""
        self.nav = nav
        place_below_nav(nav, files)

    @event_priority(-100)  # after the other plugins, whose templates are the site's
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Make every page the same whenever it is built, and tell the theme what it cannot know by itself."""
        env.globals["bundle"] = BUNDLE if self.config.bundle else None
        for file in files.documentation_pages():
            if file.page:
                make_permanent(file.page)
        around = frames(env, config, self.nav, files)
        self.press = press_of(self.publication.setting, self.config, around, files, config)
        env.globals["archive_addresses"] = [self.press.canonical(plan.address) for plan in self.own]

    @event_priority(-100)  # after the other plugins, whose files are part of the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages, and the bundle where one is wanted, and put the site in the place of the last."""
        workers = worker_count(self.config)
        standing = self.looking.finished() if self.looking else Standing()
        with core_log_forwarded(), uncollected():
            written = write_site(self.press, self.publication, self.own, standing, workers)
        if self.config.bundle:
            write_bundle(Path(config.site_dir))
        if self.staged and not is_refused(config):
            publish(self.staged, standing, written.standing, workers)
            known = {path: standing.files[path] for path in written.standing}
            record_pages(self.staged.site, written.pages, known, self.sites)

    def _sites(self) -> Store:
        """Return what keeps which pages stand; a bundle needs all of them beside it, so nothing is kept for it."""
        if self.config.cache is None or self.config.bundle:
            return temporary_store()
        return open_store(Path(self.config.cache) / SITES, method())

    def on_build_error(self, **_: object) -> None:
        """Leave nothing of a site that was not finished."""
        self._leave()

    def on_shutdown(self) -> None:
        """Leave nothing of a site whose build was interrupted."""
        self._leave()

    def _leave(self) -> None:
        self.joined.stop()
        if self.looking:
            self.looking.stop()
        if self.staged:
            abandon(self.staged)

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Rebuild when a seed, a sidecar or the registry changes."""
        server.watch(self.config.seeds)
