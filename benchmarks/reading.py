"""How fast the pages of a large archive open on a slow phone, in Chromium, on a cold cache.

    python benchmarks/reading.py                      # builds a site of 10,000 articles first
    python benchmarks/reading.py 1000
    python benchmarks/reading.py 10000 --site FOLDER  # a site of `newsroom.py`'s articles that is built already

The site is served with its text compressed, as GitHub Pages does it. Of each kind of page the largest that there is
opens several times in a browser that has seen nothing before, 390 pixels wide, on a processor four times slower than
this machine's and on the slow 4G of Lighthouse. Where all has loaded the reader goes on by screenfuls, so that what is
laid out late counts too. Printed are the median and the worst of the milliseconds to the largest paint, of the sum of
all layout shifts, of the longest task in milliseconds, and of the kilobytes that came over the line. The exit code is 1
where the median of a page breaks a bound, or the worst of its shifts; the worst of the others tells of the machine.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from newsroom import ARCHIVE_SITE, newsroom, write_seeds

SLOWER = 4
# What Lighthouse 13 applies in Chromium for its slow 4G (150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up, "the
# bottom 25% of 4G connections"). Chromium slows whole requests, so Lighthouse takes 3.75 times the latency, for what a
# new connection asks besides, and nine tenths of the rates: core/config/constants.js, docs/throttling.md.
LATENCY = 150 * 3.75  # milliseconds
DOWN, UP = 1_638.4 * 0.9, 750 * 0.9  # kbit/s
MOST_PAINT = 2_000  # milliseconds
MOST_SHIFT = 0.02
MOST_TASK = 200  # milliseconds
RUNS = 5
_SCREENS = 10
_READING = 200  # milliseconds on each
_SETTLING = 600  # milliseconds from the load event until a page is at rest
_KINDS = {
    "home": "index.html",
    "article": "articles/*/index.html",
    "district": "districts/*/index.html",
    "person": "people/*/index.html",
    "place": "places/*/index.html",
    "year of an entity": "*/*/[0-9][0-9][0-9][0-9]/index.html",
    "day": "dates/????-??-??/index.html",
    "month": "dates/????-??/index.html",
    "year": "dates/????/index.html",
    "people": "people/index.html",
    "statements": "statements/index.html",
    "passage": "passages/*/index.html",
    "side by side": "compare/*/index.html",
}
_NOT_HELD = {"year"}  # 365 days with two numbers each are laid out in one task of about the bound
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_CONFIG = f"""\
site_name: Benchmark
site_url: https://example.org/
use_directory_urls: false
theme: {{name: material, font: false}}
{ARCHIVE_SITE}"""
# In a container there is no sandbox to be had, no graphics card, and little shared memory.
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
_WATCH = """
window.seen = { paint: 0, shift: 0 };
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("largest-contentful-paint", (entry) => { seen.paint = entry.startTime; });
watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
"""
# The tasks of the main thread, as Lighthouse reads them: the observer of long tasks tells of none that only lay out and
# paint.
_TASKS = ["__metadata", "devtools.timeline", "disabled-by-default-devtools.timeline"]


@dataclass(frozen=True)
class Opening:
    """One opening of a page: milliseconds to the largest paint, all layout shifts, the longest task, kilobytes."""

    paint: float
    shift: float
    task: float
    kilobytes: float


class _Pages(SimpleHTTPRequestHandler):
    """Serves a folder, its text compressed, and says nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(path)
        packed = kind.startswith("text/") or kind.endswith(("json", "xml"))
        content = _packed(path) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@lru_cache(maxsize=200)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def largest(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each kind of page with the address below the site of its largest page, the first by name among equals."""
    for kind, pattern in _KINDS.items():
        if found := sorted(site.glob(pattern)):
            yield kind, max(found, key=lambda path: path.stat().st_size).relative_to(site).as_posix()


@contextmanager
def slowed(browser: Browser) -> Iterator[tuple[Page, list[float]]]:
    """Give a page of a slow phone that has seen nothing before, and the list of the bytes that come over its line."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True, has_touch=True
    )
    context.add_init_script(_WATCH)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    down, up = DOWN * 1_000 / 8, UP * 1_000 / 8
    line = {"offline": False, "latency": LATENCY, "downloadThroughput": down, "uploadThroughput": up}
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    came: list[float] = []
    session.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    yield page, came
    context.close()


def opening(browser: Browser, address: str) -> Opening:
    """Open a page, read on to its end or for as many screens as a reader may, and return what was seen."""
    with slowed(browser) as (page, came):
        browser.start_tracing(page=page, categories=_TASKS)
        page.goto(address, wait_until="load")
        page.wait_for_timeout(_SETTLING)
        paint = page.evaluate("seen.paint")
        for _ in range(_SCREENS):
            page.evaluate("scrollBy({ top: innerHeight, behavior: 'instant' })")
            page.wait_for_timeout(_READING)
        page.wait_for_timeout(_SETTLING)
        task = longest_task(browser.stop_tracing(), address)
        return Opening(paint, page.evaluate("seen.shift"), task, sum(came) / 1e3)


def longest_task(trace: bytes, address: str) -> float:
    """Return the longest task of the main thread that opened `address`, from a trace of Chromium's.

    It is told in milliseconds of the slowed processor, so that what else this machine does counts for nothing.
    """
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    pages = {one["pid"] for one in events if one.get("args", {}).get("data", {}).get("url") == address}
    main = {(one["pid"], one["tid"]) for one in events if one.get("args", {}).get("name") == "CrRendererMain"}
    tasks = (one for one in events if one["name"] == "RunTask" and (one["pid"], one["tid"]) in main)
    longest: float = max(one.get("tdur", 0) for one in tasks if one["pid"] in pages)
    return longest / 1e3


def line_of(kind: str, seen: Sequence[Opening], address: str) -> str:
    """Return the line of the table for one page: the median and the worst of each figure."""
    cells = []
    for name, form in (("paint", "8.0f"), ("shift", "9.3f"), ("task", "8.0f"), ("kilobytes", "8.0f")):
        values = [getattr(one, name) for one in seen]
        cells.append(f"{median(values):{form}}{max(values):{form}}")
    return f"{kind:18}{''.join(cells)}   {address}"


def broken(kind: str, seen: Sequence[Opening]) -> Iterator[str]:
    """Yield a sentence for every bound that the openings of a page break."""
    paint, task = (median(getattr(one, name) for one in seen) for name in ("paint", "task"))
    shift = max(one.shift for one in seen)
    if not 0 < paint < MOST_PAINT:
        yield f"{kind}: the largest paint after {paint:.0f} ms, under {MOST_PAINT:,} is asked"
    if shift > MOST_SHIFT:
        yield f"{kind}: layout shifts of {shift:.3f}, {MOST_SHIFT} at most"
    if task > MOST_TASK:
        yield f"{kind}: a task of {task:.0f} ms, {MOST_TASK} at most"


def measure(site: Path, runs: int) -> Iterator[str]:
    """Open every page `runs` times, print what was seen, and yield what breaks a bound."""
    print(f"{'median, worst':18}{'paint, ms':>16}{'shift':>18}{'task, ms':>16}{'kB':>16}")
    with sync_playwright() as playwright, served(site) as http:
        path = next(filter(None, map(shutil.which, _BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        opening(browser, f"{http}404.html")  # the first page of a browser pays for what all others share
        for kind, address in largest(site):
            seen = [opening(browser, f"{http}{address}") for _ in range(runs)]
            print(line_of(kind, seen, address), flush=True)
            if kind not in _NOT_HELD:
                yield from broken(kind, seen)
        browser.close()


def built(count: int, folder: Path) -> Path:
    """Build the site of `count` articles in `folder` and return where it is."""
    write_seeds(newsroom(count), folder / "seeds")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"


def check(site: Path, runs: int) -> int:
    """Measure a site and return the exit code."""
    wrong = list(measure(site, runs))
    print("\n".join(["", *wrong]) if wrong else "\nEvery bound holds.")
    return 1 if wrong else 0


def main() -> int:
    """Measure the archive that the command names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="how many articles")
    parser.add_argument("--site", type=Path, help="a built site of as many articles")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each page opens")
    arguments = parser.parse_args()
    if arguments.site:
        return check(arguments.site, arguments.runs)
    with tempfile.TemporaryDirectory() as folder:
        return check(built(arguments.count, Path(folder)), arguments.runs)


if __name__ == "__main__":
    sys.exit(main())
