"""Where a page stands: below which page of the nav, and at which permanent address."""

from collections.abc import Iterable, Mapping

from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

INDEX = "index.html"
# In the header of a compressed sitemap this day says that no time is known.
NO_DAY = "1970-01-01"


def place_below_nav(nav: Navigation, files: Iterable[File]) -> None:
    """Give each page outside the nav the nav's nearest page above its address as parent: themes mark that part."""
    folders = folders_of(nav)
    in_nav = {page.file.src_uri for page in nav.pages}
    for file in files:
        if file.page and file.src_uri not in in_nav:
            above = page_above(folders, file.dest_uri.removesuffix(INDEX))
            file.page.parent = above  # type: ignore[assignment]  # MkDocs' own are sections; both can be active


def folders_of(nav: Navigation) -> dict[str, Page]:
    """Return the pages of the nav by their folders, such as "articles/".

    The home page is above all others and says nothing, so it is not among them.
    """
    return {file_folder(page.file): page for page in nav.pages if not page.is_homepage}


def file_folder(file: File) -> str:
    """Return the folder of a page's file in the site; "" is the site itself."""
    folder, slash, _ = file.dest_uri.rpartition("/")
    return folder + slash


def page_above(folders: Mapping[str, Page], address: str) -> Page | None:
    """Return the nearest page of the nav whose folder is above an address; None if there is none."""
    steps = address.split("/")[:-1]
    above = ("/".join([*steps[:depth], ""]) for depth in range(len(steps) - 1, 0, -1))
    return next((folders[folder] for folder in above if folder in folders), None)


def make_permanent(page: Page) -> None:
    """Take the clock and the file's name out of a page: a later build gives the same bytes and the same address."""
    page.update_date = NO_DAY
    if page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix(INDEX)
