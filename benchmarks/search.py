"""The first search in a large archive, in Chromium, on a cold cache: over HTTP and from disk.

    python benchmarks/search.py                      # builds a site of 10,000 articles first
    python benchmarks/search.py 1000
    python benchmarks/search.py 10000 --site FOLDER  # a site of `newsroom.py`'s articles that is built already

For each kind of query a browser with an empty cache opens the search page and types, ten keys a second. Printed are
milliseconds from the first key to the first result, and from opening the page with the query in its address to the
first result; and the kilobytes (nothing is compressed) of the page, its scripts and the index that were loaded when the
whole query was typed, styles and pictures apart. The exit code is 1 where a bound is broken or a query does not lead
where it should.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from newsroom import Newsroom, newsroom, write_seeds

HTTP_MILLISECONDS = 300
FILE_MILLISECONDS = 1_500
MOST_KILOBYTES = 300
INDEX_MEGABYTES = 8
_TYPING = 100  # milliseconds between keys
_SETTLING = 500  # milliseconds until all is loaded that the last key asked for
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_CONFIG = """\
site_name: Benchmark
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [newsarchive]
"""
# In a container there is no sandbox to be had, no graphics card, and little shared memory.
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
# Notes when the first key went down and when a frame with a first result was drawn.
_WATCH = """
addEventListener("keydown", (event) => { window.firstKey ??= event.timeStamp; }, true);
addEventListener("DOMContentLoaded", () => {
  const results = document.getElementById("na-search-results");
  new MutationObserver(() => {
    if (results.querySelector("a")) requestAnimationFrame(() => { window.firstResult ??= performance.now(); });
  }).observe(results, { childList: true, subtree: true });
});
"""
_LOADED = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .filter((one) => one.initiatorType === "script" || one.initiatorType === "navigation")
  .reduce((sum, one) => sum + one.encodedBodySize, 0)"""


@dataclass(frozen=True)
class Query:
    """What a reader looks for, what they type, and the address below the site that must be among what is found."""

    name: str
    words: str
    leads_to: str


@dataclass(frozen=True)
class Measured:
    """How long a query took, in milliseconds, and the kilobytes that it loaded."""

    first_key: float
    opened: float
    kilobytes: float


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, compresses nothing and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


def queries(room: Newsroom) -> Iterator[Query]:
    """Yield queries of every kind for the archive of `room`."""
    texts = [set(re.findall(r"\w+", " ".join(report.paragraphs).lower())) for report in room.reports]
    named = {word for one in room.named for word in one.name.lower().split()}
    counts = Counter(word for text in texts for word in text if word.isalpha() and word not in named)
    ranked = sorted(counts, key=lambda word: (counts[word], word))
    common = next(word for word in reversed(ranked) if counts[word] < len(texts) / 3)
    for name, word in (("rare word", ranked[0]), ("middling word", ranked[len(ranked) // 2]), ("common word", common)):
        yield Query(name, word, "articles/")
    for kind, file in (("district", "districts"), ("person", "people"), ("town", "places")):
        one = next(one for one in reversed(room.named) if one.kind == kind)
        yield Query(kind, one.name, f"{file}/{one.slug}/")
    first = room.reports[0]
    yield Query("day", str(first.day), f"dates/{first.day}/")
    yield Query("day in words", f"{first.day.day} {first.day:%B %Y}", f"dates/{first.day}/")
    yield Query("title", first.title, f"articles/{first.slug}/")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder as it is, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page in a browser that has seen nothing before."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(address, wait_until="load")
    yield page
    context.close()


def measured(browser: Browser, site: str, query: Query) -> Measured:
    """Return what `query` takes at the site's address; raises TimeoutError where it does not lead where it should."""
    with opened(browser, f"{site}search/index.html?q={quote(query.words)}") as page:
        page.wait_for_function("window.firstResult")
        from_opening = page.evaluate("window.firstResult")
    with opened(browser, f"{site}search/index.html") as page:
        page.get_by_role("searchbox").click()
        page.keyboard.type(query.words, delay=_TYPING)
        page.locator(f"#na-search-results a[href*='/{query.leads_to}']").first.wait_for()
        page.wait_for_timeout(_SETTLING)
        return Measured(
            page.evaluate("window.firstResult - window.firstKey"), from_opening, page.evaluate(_LOADED) / 1e3
        )


def measure(site: Path, asked: Sequence[Query]) -> Iterator[str]:
    """Measure every query, print what it takes, and yield what breaks a bound."""
    print(f"{'':16}{'HTTP: key':>12}{'opened':>9}{'kB':>7}{'file: key':>12}{'opened':>9}")
    with sync_playwright() as playwright, served(site) as http:
        path = next(filter(None, map(shutil.which, _BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        for query in asked:
            over_http, from_file = (measured(browser, at, query) for at in (http, f"{site.absolute().as_uri()}/"))
            print(
                f"{query.name:16}{over_http.first_key:12.0f}{over_http.opened:9.0f}{over_http.kilobytes:7.0f}"
                f"{from_file.first_key:12.0f}{from_file.opened:9.0f}   {query.words}",
                flush=True,
            )
            if over_http.first_key > HTTP_MILLISECONDS:
                yield f"{query.name}: {over_http.first_key:.0f} ms over HTTP, {HTTP_MILLISECONDS} at most"
            if from_file.first_key > FILE_MILLISECONDS:
                yield f"{query.name}: {from_file.first_key:.0f} ms from disk, {FILE_MILLISECONDS} at most"
            if over_http.kilobytes > MOST_KILOBYTES:
                yield f"{query.name}: {over_http.kilobytes:.0f} kB loaded, {MOST_KILOBYTES} at most"
        browser.close()


def built(room: Newsroom, folder: Path) -> Path:
    """Build the site of `room` in `folder` and return where it is."""
    write_seeds(room, folder / "seeds")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"


def check(site: Path, room: Newsroom) -> int:
    """Measure the site of `room` and return the exit code."""
    index = sum(path.stat().st_size for path in (site / "search").glob("*.js")) / 1e6
    print(f"{len(room.reports):,} articles, an index of {index:.1f} MB\n")
    broken = [f"an index of {index:.1f} MB, {INDEX_MEGABYTES} at most"] if index > INDEX_MEGABYTES else []
    broken += measure(site, tuple(queries(room)))
    print("\n".join(["", *broken]) if broken else "\nEvery bound holds.")
    return 1 if broken else 0


def main() -> int:
    """Measure the archive that the command names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="how many articles")
    parser.add_argument("--site", type=Path, help="a built site of as many articles")
    arguments = parser.parse_args()
    room = newsroom(arguments.count)
    if arguments.site:
        return check(arguments.site, room)
    with tempfile.TemporaryDirectory() as folder:
        return check(built(room, Path(folder)), room)


if __name__ == "__main__":
    sys.exit(main())
