"""Where a page stands: below which page of the nav, and at which permanent address."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

INDEX = "index.html"
# In the header of a compressed sitemap this day says that no time is known.
NO_DAY = "1970-01-01"


def place_below_nav(nav: Navigation, files: Iterable[File]) -> None:
    """Give each page outside the nav the nav's nearest page above its address as parent: themes mark that part.

    The home page is above all of them and says nothing, so it is no parent.
    """
    folders = {PurePosixPath(page.file.dest_uri).parent: page for page in nav.pages if not page.is_homepage}
    in_nav = {page.file.src_uri for page in nav.pages}
    for file in files:
        if file.page and file.src_uri not in in_nav:
            above = (folders[folder] for folder in PurePosixPath(file.dest_uri).parent.parents if folder in folders)
            file.page.parent = next(above, None)  # type: ignore[assignment]  # MkDocs' own are sections; both can be active


def make_permanent(page: Page) -> None:
    """Take the clock and the file's name out of a page: a later build gives the same bytes and the same address."""
    page.update_date = NO_DAY
    if page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix(INDEX)
