# ruff: noqa: A005  # the name is the archive's word for what is measured; nothing imports it
"""Whole builds of an archive that is made up for it, beside other generators of the same texts.

    python benchmarks/site.py            # 100, 1,000 and 10,000 articles
    python benchmarks/site.py 500 5000   # any sizes; growth is told between each and the next
    python benchmarks/site.py --rounds 1 # each build once

newsarchive builds four times: cold, warm (the site is gone, the cache kept), with nothing changed, and with one article
added. MkDocs with Material, Zensical, Pelican and Hugo get the same texts as Markdown, out of the nav, and annotate
nothing; Pelican and Hugo have plainer themes. What has a bound, newsarchive beside MkDocs, is built in several rounds,
each in new folders, and of the ratios of all rounds the middle one counts: on a virtual machine a single one tells
little. The peers are looked for beside this Python and on the PATH;
`pip install --editable .[bench]` installs them, and what is missing is said. Seconds are of the clock and of the
processors, memory is the peak of all processes together, looked at every four seconds, what they share counted once,
and an article's size is that of its page's HTML, on average.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median

from memory import memory_of
from newsroom import ARCHIVE_SITE, Newsroom, newsroom, write_markdown, write_seed, write_seeds

MATERIAL = """\
site_name: Benchmark
site_url: https://example.org/
theme:
  name: material
  font: false
  features: [navigation.tabs]
"""
NEWSARCHIVE = f"{MATERIAL}{ARCHIVE_SITE}"
PLAIN = f"{MATERIAL}plugins: [search]\nnav: [index.md]\nnot_in_nav: /articles/\n"
ZENSICAL = f"{MATERIAL}nav: [index.md]\n"
PELICAN = """\
SITENAME = "Benchmark"
SITEURL = ""
TIMEZONE = "UTC"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = None
"""
HUGO = 'baseURL = "https://example.org/"\ntitle = "Benchmark"\n'
HUGO_PAGE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n"
HUGO_LIST = "<!doctype html>{{ range .Pages }}<p><a href='{{ .RelPermalink }}'>{{ .Title }}</a></p>{{ end }}\n"


@dataclass(frozen=True)
class Generator:
    """A program that builds a site in a folder: how the folder is laid out, and what is run in it."""

    name: str
    program: str
    lay_out: Callable[[Path, Newsroom], None]
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Build:
    """What one build took and made."""

    name: str
    seconds: float
    processor_seconds: float
    megabytes: float
    pages: int
    site_bytes: int
    article_bytes: float


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _lay_out_newsarchive(folder: Path, room: Newsroom) -> None:
    _write(folder / "mkdocs.yml", NEWSARCHIVE)
    (folder / "docs").mkdir()
    write_seeds(room, folder / "seeds")


def _lay_out_material(config: str) -> Callable[[Path, Newsroom], None]:
    def lay_out(folder: Path, room: Newsroom) -> None:
        _write(folder / "mkdocs.yml", config)
        _write(folder / "docs/index.md", "# Benchmark\n")
        write_markdown(room, folder / "docs/articles")

    return lay_out


def _lay_out_pelican(folder: Path, room: Newsroom) -> None:
    _write(folder / "pelicanconf.py", PELICAN)
    write_markdown(room, folder / "content")


def _lay_out_hugo(folder: Path, room: Newsroom) -> None:
    _write(folder / "hugo.toml", HUGO)
    _write(folder / "layouts/_default/single.html", HUGO_PAGE)
    _write(folder / "layouts/_default/list.html", HUGO_LIST)
    write_markdown(room, folder / "content/articles")


OURS = Generator("newsarchive", "mkdocs", _lay_out_newsarchive, ("build", "--quiet"))
COLD, ADDED = "newsarchive, cold", "newsarchive, one article added"
PLAIN_MKDOCS = "mkdocs with Material"
PEERS = (
    Generator(PLAIN_MKDOCS, "mkdocs", _lay_out_material(PLAIN), ("build", "--quiet")),
    Generator("zensical", "zensical", _lay_out_material(ZENSICAL), ("build", "--clean")),
    Generator("pelican", "pelican", _lay_out_pelican, ("content", "--output", "site", "--settings", "pelicanconf.py")),
    Generator("hugo", "hugo", _lay_out_hugo, ("--destination", "site", "--quiet")),
)


def found(program: str) -> str | None:
    """Return the path of a program, beside this Python or on the PATH."""
    return shutil.which(program, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))


def build(generator: Generator, folder: Path, name: str) -> Build:
    """Build the site in `folder`; raises CalledProcessError with the program's own words where that fails."""
    command = [found(generator.program) or generator.program, *generator.arguments]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user has modules compiled once, not for each build
    with (folder / "log.txt").open("w+", encoding="utf-8") as log:
        began = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=environment)
        with memory_of(child.pid) as megabytes:
            _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        if child.returncode:
            raise subprocess.CalledProcessError(child.returncode, command, log.read()[-2000:])
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    return Build(
        name=name,
        seconds=seconds,
        processor_seconds=usage.ru_utime + usage.ru_stime,
        megabytes=max(*megabytes, usage.ru_maxrss / 1024),
        pages=sum(path.suffix == ".html" for path in files),
        site_bytes=sum(path.stat().st_size for path in files),
        article_bytes=_article_bytes(folder / "site"),
    )


def _article_bytes(site: Path) -> float:
    """Return the mean size of the pages of articles, wherever a generator puts them."""
    pages = [*site.glob("articles/*/index.html"), *site.glob("*-*.html")]
    return sum(page.stat().st_size for page in pages) / max(1, len(pages))


def builds(count: int, folder: Path, peers: Sequence[Generator]) -> Iterator[Build]:
    """Yield what newsarchive and each of `peers` that is here take for `count` articles."""
    whole = newsroom(count + 1)
    room, added = replace(whole, reports=whole.reports[:-1]), whole.reports[-1]
    yield from _our_builds(room, folder / "newsarchive", lambda seeds: write_seed(added, seeds))
    for peer in peers:
        if found(peer.program) is None:
            print(f"{peer.name}: not installed here, so it is not measured (pip install --editable .[bench])")
            continue
        place = folder / peer.program / str(len(peer.name))
        place.mkdir(parents=True)
        peer.lay_out(place, room)
        yield build(peer, place, peer.name)


def _our_builds(room: Newsroom, folder: Path, add: Callable[[Path], None]) -> Iterator[Build]:
    folder.mkdir()
    OURS.lay_out(folder, room)
    yield build(OURS, folder, COLD)
    (folder / "site").rename(folder / "first")
    yield build(OURS, folder, "newsarchive, warm")
    yield build(OURS, folder, "newsarchive, nothing changed")
    add(folder / "seeds")
    yield build(OURS, folder, ADDED)


def measure(count: int, folder: Path, rounds: int) -> list[Build]:
    """Measure builds of `count` articles in a folder of their own, print each, and return the middle ones."""
    print(f"\n{count:,} articles")
    print(f"{'':32}{'s':>8}{'CPU s':>8}{'MB':>8}{'pages':>8}{'site MB':>9}{'article kB':>12}")
    of_rounds = []
    for number in range(rounds):
        place = folder / str(number)
        place.mkdir(parents=True)
        made = []
        for one in builds(count, place, PEERS[:1] if number else PEERS):
            made.append(one)
            sizes = f"{one.pages:8}{one.site_bytes / 1e6:9.1f}{one.article_bytes / 1e3:12.1f}"
            print(f"{one.name:32}{one.seconds:8.1f}{one.processor_seconds:8.1f}{one.megabytes:8.0f}{sizes}", flush=True)
        of_rounds.append({one.name: one for one in made})
    _print_ratios(of_rounds)
    return [_middle([made[name] for made in of_rounds if name in made]) for name in of_rounds[0]]


def _middle(made: Sequence[Build]) -> Build:
    return sorted(made, key=lambda one: one.processor_seconds)[len(made) // 2]


def _print_ratios(of_rounds: Sequence[Mapping[str, Build]]) -> None:
    for name, other in ((COLD, PLAIN_MKDOCS), (ADDED, COLD)):
        pairs = [(made[name], made[other]) for made in of_rounds if other in made]
        clock = [one.seconds / two.seconds for one, two in pairs]
        processors = [one.processor_seconds / two.processor_seconds for one, two in pairs]
        if pairs:
            print(f"{name} / {other}: {_told(clock)} by the clock, {_told(processors)} by the processors")


def _told(ratios: Sequence[float]) -> str:
    rounds = f" (middle of {', '.join(f'{each:.2f}' for each in ratios)})" if len(ratios) > 1 else ""
    return f"{median(ratios):.2f}{rounds}"


def print_growth(counts: Sequence[int], measured: Sequence[Sequence[Build]]) -> None:
    """Print how much longer each build takes for a larger archive."""
    for (fewer, small), (more, large) in pairwise(zip(counts, measured, strict=True)):
        print(f"\n{fewer:,} to {more:,} articles, {more / fewer:.0f} times as many")
        seconds = {one.name: one.processor_seconds for one in small}
        for one in large:
            print(f"{one.name:32}{one.processor_seconds / seconds[one.name]:8.1f} times the processors' time")


def main() -> None:
    """Measure the sizes that the command names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", default=[100, 1_000, 10_000], help="how many articles")
    parser.add_argument("--rounds", type=int, default=3, help="how often what has a bound is built")
    wanted = parser.parse_args()
    counts, rounds = sorted(wanted.counts), max(1, wanted.rounds)
    # Nothing is removed before all is measured: for a minute ext4 looks past each inode that was, whoever makes a file.
    with tempfile.TemporaryDirectory() as folder:
        print_growth(counts, [measure(count, Path(folder, str(count)), rounds) for count in counts])


if __name__ == "__main__":
    main()
