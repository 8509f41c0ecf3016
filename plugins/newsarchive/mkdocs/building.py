"""Building: what one build of the site comes to, from step to step of MkDocs."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation

from newsarchive.method import method
from newsarchive.mkdocs.bundle import BUNDLE, write_bundle
from newsarchive.mkdocs.config import NewsArchiveConfig, cache_folder, worker_count
from newsarchive.mkdocs.early import EarlyPages, early_pages
from newsarchive.mkdocs.frame import frames
from newsarchive.mkdocs.generated import other_files, page_files, shared_out
from newsarchive.mkdocs.linked import LinkedFiles
from newsarchive.mkdocs.log import core_log_forwarded
from newsarchive.mkdocs.look import add_look, dress
from newsarchive.mkdocs.place import make_permanent, place_below_nav
from newsarchive.mkdocs.publication import Publication, check_addresses, make_publication
from newsarchive.mkdocs.report import report_archive, report_problems
from newsarchive.mkdocs.staging import Staged, abandon, is_refused, publish, stage
from newsarchive.mkdocs.standing import SITES, Looking, Standing, looking, record_pages
from newsarchive.mkdocs.writing import PAGES, Press, keyed, press_of, write_site
from newsarchive.pages.plan import Plan
from newsarchive.problem import SeedsError
from newsarchive.reading.kept import ReadingKept
from newsarchive.store import Store, kept_store
from newsarchive.uncollected import uncollected


@dataclass
class Building:
    """A build of the site of what is being read.

    All that can fail fails in `configure`, and the site is built beside its folder, unless it is `dirty`: a build that
    ends early changes nothing.
    """

    options: NewsArchiveConfig
    reading: ReadingKept
    dirty: bool
    begun: ExitStack = field(default_factory=ExitStack)  # what is to be stopped or taken away where a build ends early
    looking: Looking | None = None
    staged: Staged | None = None
    publication: Publication = field(init=False)
    plans: Mapping[bytes, Plan] = field(init=False)
    own: Mapping[bytes, Plan] = field(init=False)
    early: EarlyPages = field(init=False)
    sites: Store = field(init=False)
    nav: Navigation = field(init=False)
    press: Press = field(init=False)

    def configure(self, config: MkDocsConfig) -> None:
        """Plan all pages; raises PluginError, every problem logged, if the seeds have any."""
        add_look(config)
        with core_log_forwarded(), uncollected():
            try:
                self.publication = make_publication(self.options, config, self.reading)
            except SeedsError as error:
                raise report_problems(error) from error
        self.begun.callback(self.publication.joined.stop)
        self._begin_pages(config)
        check_addresses(self.publication, get_files(config))
        report_archive(self.publication.setting.archive)
        self.sites = self._sites()
        if not self.dirty:
            self._begin_site(config)

    def _begin_pages(self, config: MkDocsConfig) -> None:
        self.plans = keyed(self.publication.plans, self.publication.setting, self.options, config)
        named, own = shared_out(self.plans, config)
        store = kept_store(cache_folder(self.options), PAGES, method())
        self.early = early_pages(named.values(), own, store, worker_count(self.options))
        self.begun.callback(self.early.stop)

    def _begin_site(self, config: MkDocsConfig) -> None:
        self.staged = stage(config)
        self.begun.callback(abandon, self.staged)
        self.looking = looking(self.staged.site, self.sites, worker_count(self.options))
        self.begun.callback(self.looking.stop)

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the files of the archive, and of its pages those that MkDocs is to write."""
        check_addresses(self.publication, files)  # once more: other plugins have added theirs by now
        named, self.own = shared_out(self.plans, config)  # the nav too may be another by now
        seeds = Path(self.options.seeds)
        dress(files, config)
        made = self.early.first()
        pages = (made.get(plan.address) or plan.make() for plan in named.values())
        for file in (*page_files(pages, seeds, config), *other_files(self.publication, config)):
            files.append(file)
        plans = {plan.address: plan for plan in self.own.values()}
        return LinkedFiles(files, plans, self.publication.joined.published, config)

    def navigate(self, nav: Navigation, files: Files) -> None:
        """Place each page that is not in the nav below the nav's page of its part of the site."""
        self.nav = nav
        place_below_nav(nav, files)

    def frame(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Make every page the same whenever it is built, and tell the theme what it cannot know by itself."""
        env.globals["bundle"] = BUNDLE if self.options.bundle else None
        for file in files.documentation_pages():
            if file.page:
                make_permanent(file.page)
        around = frames(env, config, self.nav, files)
        self.press = press_of(self.early, self.options, around, files, config)
        env.globals["archive_addresses"] = [self.press.canonical(plan.address) for plan in self.own.values()]

    def finish(self, config: MkDocsConfig) -> None:
        """Write the pages, and the bundle where one is wanted, and put the site in the place of the last."""
        workers = worker_count(self.options)
        standing = self.looking.finished() if self.looking else Standing()
        with core_log_forwarded(), uncollected():
            written = write_site(self.press, self.publication, self.own, standing, workers)
        if self.options.bundle:
            write_bundle(Path(config.site_dir))
        if self.staged and not is_refused(config):
            publish(self.staged, standing, written.standing, workers)
            known = {path: standing.files[path] for path in written.standing}
            record_pages(self.staged.site, written.pages, known, self.sites)

    def leave(self) -> None:
        """Leave nothing of a site that was not finished."""
        self.begun.close()

    def _sites(self) -> Store:
        """Return what keeps which pages stand; a bundle needs all of them beside it, so nothing is kept for it."""
        return kept_store(None if self.options.bundle else cache_folder(self.options), SITES, method())
