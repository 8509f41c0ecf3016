"""Linked files: what the archive writes itself is a file of the site for whoever links to it."""

from collections.abc import Callable, Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from newsarchive.mkdocs.page import ArchivePage
from newsarchive.pages.plan import Plan

_PAGE = "index.md"


class LinkedFiles(Files):
    """The files of a site, and the pages and other files of the archive when a link to one is looked up.

    The archive has tens of thousands of pages and writes them itself; MkDocs need only know those that the pages that
    people write lead to, with their anchors.
    """

    def __init__(
        self,
        files: Iterable[File],
        plans: Mapping[str, Plan],
        published: Callable[[str], str | None],
        config: MkDocsConfig,
    ) -> None:
        super().__init__(list(files))
        self._plans = plans
        self._published = published
        self._config = config
        self._linked: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at `path` below the docs folder, or what the archive has there, or None."""
        return self._known(path) or self._other(path)

    def _known(self, path: str) -> File | None:
        return super().get_file_from_path(path) or self._linked.get(path) or self._page(path)

    def _other(self, path: str) -> File | None:
        """Return what the archive publishes for a link to `path`, which may have another name."""
        published = self._published(path)
        if published is None:
            return None
        known = self._known(published)
        return known or (None if published.endswith(_PAGE) else self._file(published))

    def _file(self, path: str) -> File:
        return File.generated(self._config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)

    def _page(self, path: str) -> File | None:
        plan = self._plans.get(path.removesuffix(_PAGE)) if path.endswith(_PAGE) else None
        if plan is None:
            return None
        file = self._file(path)
        ArchivePage(plan.make(), None, file, self._config)
        self._linked[path] = file
        return file
