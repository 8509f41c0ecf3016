"""Page, Heading, Links: a page of the site before any site generator has seen it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents: its level (2 to 6), its anchor and its words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its permanent address (`articles/<slug>/`, "" is the home page), title, HTML and headings.

    `html` is the whole content, `h1` included, with relative links. `seed` is the path below the seeds folder of the
    file that an edit link leads to.
    """

    address: str
    title: str
    html: str
    headings: tuple[Heading, ...] = ()
    description: str = ""
    seed: str | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """How an address becomes a relative link: `index` is "index.html" where links name the file, else ""."""

    index: str = "index.html"

    def between(self, here: str, there: str, anchor: str = "") -> str:
        """Return the relative link from the page at `here` to the page at `there`; both are addresses."""
        tail = f"#{anchor}" if anchor else ""
        if here == there:
            return tail or (self.index or "./")
        if not there.startswith(here[: here.find("/") + 1]):  # by far the most: another part of the site
            return f"{'../' * here.count('/')}{there}{self.index}{tail}"
        shared = 0
        while (end := here.find("/", shared) + 1) and there.startswith(here[shared:end], shared):
            shared = end
        return f"{'../' * here.count('/', shared)}{there[shared:]}{self.index}{tail}"

    def to_file(self, here: str, path: str) -> str:
        """Return the relative link from the page at `here` to a file of the site, such as `data/articles.json`."""
        return "../" * here.count("/") + path
