"""Publication: all that the archive adds to a site, made before MkDocs touches the site folder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from newsarchive.archive import Archive, build_archive
from newsarchive.export.data import data_files
from newsarchive.export.feeds import feed_files
from newsarchive.mkdocs.config import NewsArchiveConfig
from newsarchive.mkdocs.log import LOG
from newsarchive.mkdocs.place import INDEX
from newsarchive.pages.addresses import site_addresses
from newsarchive.pages.page import Links, Page
from newsarchive.pages.redirects import redirect_files, redirect_problems
from newsarchive.pages.search.entries import search_entries
from newsarchive.pages.search.shards import search_files
from newsarchive.pages.setting import Setting
from newsarchive.pages.site import site_pages
from newsarchive.problem import SeedsError


@dataclass(frozen=True)
class Publication:
    """The archive, its pages, and its other files as pairs of path and content."""

    archive: Archive
    pages: tuple[Page, ...]
    files: tuple[tuple[str, bytes], ...]

    def sources(self) -> Iterator[tuple[str, str]]:
        """Yield each file that the archive writes, and what it comes from, in a reader's words."""
        for page in self.pages:
            yield f"{page.address}{INDEX}", f"the archive's page '{page.title}'"
        for path, _ in self.files:
            yield path, "the archive's own file"


def make_publication(options: NewsArchiveConfig, config: MkDocsConfig) -> Publication:
    """Read the seeds, annotate them and write every page; raises SeedsError, also for a redirect that leads nowhere."""
    archive = build_archive(Path(options.seeds), Path(options.cache) if options.cache else None)
    links = Links(index="" if config.use_directory_urls else INDEX)
    setting = Setting(archive, links, site_url=config.site_url or "", site_name=config.site_name)
    if archive.redirects and (problems := tuple(redirect_problems(archive, site_addresses(archive)))):
        raise SeedsError(problems)
    data = _data(setting) if options.publish_data else ()
    files = (*search_files(tuple(search_entries(setting.indexes))), *redirect_files(setting), *data)
    LOG.info("Making the pages.")
    pages = tuple(site_pages(setting))
    LOG.info("%d pages and %d other files are made.", len(pages), len(files))
    return Publication(archive, pages, files)


def _data(setting: Setting) -> Iterator[tuple[str, bytes]]:
    yield from data_files(setting.archive)
    yield from feed_files(setting.archive, setting.site_name, setting.site_url)


def check_addresses(publication: Publication, others: Iterable[File]) -> None:
    """Raise PluginError if two sources write one file of the site; the error names both."""
    found = {file.dest_uri: f"'{file.src_uri}'" for file in others}
    twice = []
    for path, source in publication.sources():
        if path in found:
            twice.append(f"'{path}' has two sources: {found[path]} and {source}.")
        found[path] = source
    if twice:
        raise PluginError("\n".join(twice))
