"""The whole site: every page of an archive."""

from collections.abc import Iterator

from newsarchive.pages.page import Page
from newsarchive.pages.setting import Setting


def site_pages(setting: Setting) -> Iterator[Page]:
    """Yield every page that the archive has, in the order of their addresses' kinds."""
    yield from ()
