"""Kept readings: every file of the seeds folder becomes an article or a problem, from the store as far as it serves."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from newsarchive.article import Article
from newsarchive.digest import digest
from newsarchive.method import method
from newsarchive.problem import Problem
from newsarchive.progress import step
from newsarchive.reading.contents import SeedContents, seed_contents
from newsarchive.reading.files import SeedFile, find_files
from newsarchive.reading.record import article_record, read_article, read_head
from newsarchive.reading.together import SeedReading, read_together
from newsarchive.store import Bin, Place, Store, kept_store, new_bin
from newsarchive.workers import Working, started

ARTICLES = "articles"
"""The folder, in the cache, of the store of what was read."""

BATCH = 128
"""Seeds that a worker takes at a time."""

Row = tuple[bytes, tuple[Any, ...] | None]  # a seed's key, and its place, or None where it has problems


@dataclass(frozen=True)
class Readings:
    """The articles of all seeds, sorted by id, and every problem, sorted; `places` are where the store has them."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    places: Mapping[bytes, Place]


@dataclass(frozen=True)
class ReadingKept:
    """Seeds that are being read: those of the folder `seeds`, and the problems of what cannot be one."""

    seeds: Path
    files: Sequence[SeedFile]
    problems: Sequence[Problem]
    store: Store
    working: Working[list[Row]]

    def finished(self) -> Readings:
        """Wait until all are read; what one worker has read is taken up while it reads on."""
        places: dict[bytes, Place] = {}

        def taken_up(told: Iterable[list[Row]]) -> Iterator[SeedReading]:
            for file, (key, place) in zip(self.files, chain.from_iterable(told), strict=True):
                if place is not None:
                    places[key] = Place(*place)
                yield _reading(file, key, places.get(key), self.store)

        with step("Reading", len(self.files), "seeds") as tell:
            articles, more = read_together(taken_up(self.working.each(_times(BATCH, tell))))
        return Readings(articles, tuple(sorted([*self.problems, *more])), places)

    def keep(self, readings: Readings) -> None:
        """Let the next build find what was read."""
        self.store.keep(readings.places)

    def stop(self) -> None:
        """Read no further."""
        self.working.stop()


def reading_kept(seeds: Path, cache: Path | None = None, workers: int = 1) -> ReadingKept:
    """Let `workers` read the folder `seeds` as `read_seeds` does, while this process goes on.

    What is known in the folder `cache` of a seed's two files is not read again.
    """
    store = kept_store(cache, ARTICLES, method())
    files, problems = find_files(seeds)
    batches = [files[start : start + BATCH] for start in range(0, len(files), BATCH)]
    if not store.places:
        _reader()  # loaded once, and not by each worker

    def work(batches: Iterator[Sequence[SeedFile]]) -> Iterator[list[Row]]:
        with new_bin(store.folder) as found:
            for batch in batches:
                rows = [_row(file, store, found) for file in batch]
                found.show()
                yield rows

    return ReadingKept(seeds, files, problems, store, started(workers, batches, work))


def _times(count: int, tell: Callable[[int], None]) -> Callable[[int], None]:
    return lambda done: tell(done * count)


def _row(file: SeedFile, store: Store, found: Bin) -> Row:
    contents = seed_contents(file)
    key = _key(contents)
    place = store.places.get(key)
    if place is None or store.value(place) is None:
        article, address, _ = _reader()(contents)
        place = found.add(article_record(article, address)) if article and address else None
    return key, None if place is None else tuple(place)


def _key(contents: SeedContents) -> bytes:
    """Return a digest of all that the reading of a seed hangs on."""
    seed, sidecar, known_by = contents
    return digest((known_by, seed.path, sidecar.path, *map(str, seed.problems + sidecar.problems)))


def _reading(file: SeedFile, key: bytes, place: Place | None, store: Store) -> SeedReading:
    if place is None:
        return _reader()(seed_contents(file))
    record = partial(store.unchecked, place)  # a worker has just written or checked it
    try:
        # All that follows looks at a new text, in several processes; at one that was known hardly any does.
        found = read_head(record) if key in store.places else read_article(record())
    except LookupError:
        return _reader()(seed_contents(file))
    return SeedReading(*found, ())


def _reader() -> Callable[[SeedContents], SeedReading]:
    """Return what reads a seed; to load it takes a tenth of a second, which a build of little that is new need not."""
    from newsarchive.reading.seed import reading_of  # noqa: PLC0415  # see above

    return reading_of
