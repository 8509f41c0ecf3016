"""Publication: all that the archive adds to a site, made or planned before MkDocs touches the site folder."""

import marshal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from newsarchive.archive import archive_of_seeds
from newsarchive.digest import digest
from newsarchive.export.data import data_parts, data_paths, published_files, published_path
from newsarchive.export.feeds import feed_files
from newsarchive.making import making
from newsarchive.method import method
from newsarchive.mkdocs.config import NewsArchiveConfig, cache_folder, worker_count
from newsarchive.mkdocs.place import INDEX
from newsarchive.pages.page import Links
from newsarchive.pages.plan import Plan
from newsarchive.pages.redirects import redirect_files, redirect_problems
from newsarchive.pages.search.entries import Counts
from newsarchive.pages.search.shards import search_files, search_parts
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_plans
from newsarchive.parts import Whole
from newsarchive.problem import SeedsError
from newsarchive.progress import step
from newsarchive.reading.kept import ReadingKept
from newsarchive.store import Place, kept_store

Files = Iterator[tuple[str, bytes]]
PARTS = "parts"  # the folder, in the cache, of the store of the joined files and their parts


@dataclass(frozen=True)
class Joined:
    """The files that are joined of many parts, which workers make while the pages are planned.

    `files` yields them. `published` gives the path that a link to one of them should lead to, and None for what is none
    of them. `stop` ends the work where nobody wants the files any more.
    """

    files: Callable[[], Files] = lambda: iter(())
    published: Callable[[str], str | None] = lambda _: None
    stop: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Publication:
    """The archive with all that its pages are made with, its pages, and its other files as pairs of path and content.

    `plans` are in the order of the site.
    """

    setting: Setting
    plans: tuple[Plan, ...]
    files: tuple[tuple[str, bytes], ...] = ()
    joined: Joined = field(default_factory=Joined)

    def sources(self) -> Iterator[tuple[str, str]]:
        """Yield each file that the archive writes, and what it comes from, in a reader's words."""
        for plan in self.plans:
            yield f"{plan.address}{INDEX}", f"the archive's page '{plan.address}'"
        for path, _ in self.files:
            yield path, "the archive's own file"


def make_publication(options: NewsArchiveConfig, config: MkDocsConfig, reading: ReadingKept) -> Publication:
    """Annotate the seeds that are being read, and plan every page.

    Raises SeedsError, also for a redirect that leads nowhere.
    """
    workers = worker_count(options)
    archive = archive_of_seeds(reading, cache_folder(options), workers)
    links = Links(index="" if config.use_directory_urls else INDEX)
    setting = Setting(archive, links, site_url=config.site_url or "", site_name=config.site_name)
    joined = joining(setting, options, workers)  # the workers begin, while the pages are planned
    try:
        plans = _planned(setting)
        feeds = feed_files(archive, setting.site_name, setting.site_url) if options.publish_data else ()
        return Publication(setting, plans, (*redirect_files(setting), *feeds), joined)
    except BaseException:
        joined.stop()
        raise


def _planned(setting: Setting) -> tuple[Plan, ...]:
    archive = setting.archive
    with step("Planning", len(archive.articles), "articles' pages and those that lead to them"):
        plans = tuple(site_plans(setting))
    if archive.redirects:
        addresses = {plan.address for plan in plans}
        if problems := tuple(redirect_problems(archive, addresses)):
            raise SeedsError(problems)
    return plans


def joining(setting: Setting, options: NewsArchiveConfig, workers: int) -> Joined:
    """Let workers make the files of the search and the data, which take longer and so come first.

    What they hang on is found here, before these begin: it is what the pages hang on too.
    """
    store = kept_store(cache_folder(options), PARTS, method())
    wholes = (*((_listed(setting),) if options.publish_data else ()), _searched(setting))
    made = making(wholes, store, common_inputs(setting), workers)
    all_made = made.each()
    first = cache(lambda: next(all_made))  # so a link to the data waits for nothing else

    def files() -> Files:
        places: dict[bytes, Place] = {}
        for one in chain((first(),), all_made):
            yield from marshal.loads(one.content)  # noqa: S302  # made by `_files`, and checked to be whole
            places.update(one.places)
        store.keep(places)

    @cache
    def listed() -> list[str]:
        return [name for name, _ in marshal.loads(first().content)]  # noqa: S302  # as above

    def published(path: str) -> str | None:
        return published_path(listed(), path) if options.publish_data and path in data_paths() else None

    return Joined(files, published, made.stop)


def _searched(setting: Setting) -> Whole:
    """Return the files of the search: what they show beside the texts hangs on all articles and passages."""
    archive, indexes = setting.archive, setting.indexes
    passages = (indexes.digest_of_passage(passage.id) for passage in archive.passages)
    inputs = digest((b"search", *indexes.digests, *passages))
    counts = Counts(indexes.presences.mentions, indexes.spoken.values.counts)
    search = partial(search_files, archive, indexes.newest, counts)
    return Whole(inputs, partial(search_parts, archive, indexes.digest_of), lambda made: _files(search(made)))


def _listed(setting: Setting) -> Whole:
    """Return the files of the data, of which all stands in the parts."""
    archive, indexes = setting.archive, setting.indexes
    parts = partial(data_parts, archive, indexes.digest_of, indexes.digest_of_passage)
    return Whole(digest((b"data",)), parts, lambda made: _files(published_files(archive, made)))


def _files(files: Files) -> bytes:
    return marshal.dumps(list(files))


def common_inputs(setting: Setting) -> bytes:
    """Return a digest of what every page rests on beside its own inputs and the code."""
    told = (setting.archive.registry, setting.links, setting.site_url, setting.site_name, setting.language)
    return digest((repr(told),))


def check_addresses(publication: Publication, others: Iterable[File]) -> None:
    """Raise PluginError if two sources write one file of the site; the error names both."""
    found = {file.dest_uri: f"'{file.src_uri}'" for file in others}
    paths = [f"{plan.address}{INDEX}" for plan in publication.plans] + [path for path, _ in publication.files]
    if len({*found, *paths}) == len(found) + len(paths):  # so nobody asks what each of tens of thousands comes from
        return
    twice = []
    for path, source in publication.sources():
        if path in found:
            twice.append(f"'{path}' has two sources: {found[path]} and {source}.")
        found[path] = source
    raise PluginError("\n".join(twice))
