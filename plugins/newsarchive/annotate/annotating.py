"""Annotating: all that is found in each article by itself, from the store as far as it serves."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from newsarchive.annotate.record import (
    annotations_record,
    entities_within,
    mentions_among,
    read_annotations,
    read_rows,
    read_synopsis,
    synopsis_record,
)
from newsarchive.annotate.rows import MentionRow, Rows
from newsarchive.annotate.synopsis import Synopsis, synopsis_of
from newsarchive.annotation import Annotations, Mention
from newsarchive.article import Article, Span
from newsarchive.digest import digest
from newsarchive.registry.entity import Registry
from newsarchive.store import Bin, Place, Store, new_bin
from newsarchive.workers import Working, nobody, started_beside

BATCH = 64
"""Articles that a worker takes at a time."""

_AT_HAND = 1024  # articles whose mentions stay decoded: what lists sentences asks for the newest again and again

Find = Callable[[Sequence[Article]], list[Rows]]
Places = tuple[Place, Place]  # of an article's annotations and of its synopsis
Row = tuple[int, tuple[Any, ...], tuple[Any, ...]]  # positions and places, as plain as they must be to be sent


@dataclass(frozen=True)
class KeptAnnotations(Mapping[str, Annotations]):
    """The annotations of articles by their ids, each read when it is asked for.

    They can be read as plain rows too, or the mentions of a few entities alone.
    """

    positions: Mapping[str, int]
    read: Callable[[int], Annotations]
    rows: Callable[[int], Rows]
    named: Callable[[int], Sequence[MentionRow]]

    def __getitem__(self, article: str) -> Annotations:
        """Return what was found in the article of that id."""
        return self.read(self.positions[article])

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the articles."""
        return iter(self.positions)

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self.positions)

    def rows_in(self, article: str) -> Rows:
        """Return the same as plain rows."""
        return self.rows(self.positions[article])

    def mentions(self, article: str, entities: Collection[str]) -> list[Mention]:
        """Return the mentions of `entities` in the article of that id, in the order of its text."""
        return mentions_among(article, self.named(self.positions[article]), entities)

    def entities(self, article: str, part: Span) -> list[str]:
        """Return which entities the mentions name that overlap `part` of the article of that id."""
        return entities_within(self.named(self.positions[article]), part)


@dataclass(frozen=True)
class Finds:
    """What was found in articles: the annotations of each by its id, read when they are asked for, and the synopses.

    `places` are where the store has them, by the keys that it knows them by.
    """

    annotations: KeptAnnotations
    synopses: Mapping[str, Synopsis]
    places: Mapping[bytes, Place]


@dataclass(frozen=True)
class Annotating:
    """Articles that are being annotated; `known` are the places of those that the store knew, by their positions.

    `ids` are those of all entities; `finding` makes ready what finds all that stands in articles.
    """

    articles: Sequence[Article]
    ids: Sequence[str]
    keys: Sequence[bytes]
    finding: Callable[[], Find]
    store: Store
    known: Mapping[int, Places]
    working: Working[list[Row]]

    def finished(self, tell: Callable[[int], None] = nobody) -> Finds:
        """Wait until all is found; `tell` hears of how many articles."""
        known = len(self.known)
        of_position = dict(self.known)
        synopses = {at: self._synopsis(at, place) for at, (_, place) in of_position.items()}
        for found in self.working.each(lambda done: tell(known + done * BATCH)):  # taken up while others are found
            for at, one, other in found:
                of_position[at] = Place(*one), Place(*other)
                synopses[at] = self._synopsis(at, of_position[at][1])
        kept = {
            self.keys[at] + kind: place
            for at, both in of_position.items()
            for kind, place in zip(_KINDS, both, strict=True)
        }

        def rows(at: int) -> Rows:
            return read_rows(self._record(at, of_position[at][0]))

        return Finds(
            KeptAnnotations(
                self._positions(),
                lambda at: self._annotations(at, of_position[at][0]),
                rows,
                lru_cache(_AT_HAND)(lambda at: rows(at).mentions),
            ),
            {article.id: synopses[at] for at, article in enumerate(self.articles)},
            kept,
        )

    def stop(self) -> None:
        """Look no further."""
        self.working.stop()

    def _positions(self) -> dict[str, int]:
        return {article.id: at for at, article in enumerate(self.articles)}

    def _annotations(self, at: int, place: Place) -> Annotations:
        return read_annotations(self.articles[at].id, self._record(at, place))

    def _record(self, at: int, place: Place) -> bytes:
        record = self.store.value(place)
        return annotations_record(self._anew(at)) if record is None else record  # it was damaged since it was written

    def _synopsis(self, at: int, place: Place) -> Synopsis:
        record = self.store.value(place)
        return synopsis_of(self.articles[at], self._anew(at)) if record is None else read_synopsis(record, self.ids)

    def _anew(self, at: int) -> Rows:
        (found,) = self.finding()([self.articles[at]])
        return found


_KINDS = (b"annotations", b"synopsis")


def annotating(articles: Sequence[Article], registry: Registry, store: Store, workers: int = 1) -> Annotating:
    """Let `workers` processes find what stands in `articles` and is not in `store`; they go on while others work."""
    finding = cache(lambda: _finding(registry))  # made ready where it is asked for: by each worker
    ids = [entity.id for entity in registry.entities]
    numbers = {id_: number for number, id_ in enumerate(ids)}  # they serve as long as the registry, as all that is kept
    told = digest((repr(registry),))
    keys = [_key(article, told) for article in articles]
    known = dict(_known(keys, store.places))
    unknown = [at for at in range(len(articles)) if at not in known]
    batches = [unknown[start : start + BATCH] for start in range(0, len(unknown), BATCH)]

    def work(batches: Iterator[list[int]]) -> Iterator[list[Row]]:
        with new_bin(store.folder) as found:
            for batch in batches:
                rows = _rows(found, articles, batch, finding(), numbers)
                found.show()
                yield rows

    # This process counts as one more, since it soon has nothing to do but wait; so even one article is found beside it.
    crew = workers + 1 if workers > 1 else 1
    return Annotating(articles, ids, keys, finding, store, known, started_beside(crew, batches, work))


def _finding(registry: Registry) -> Find:
    from newsarchive.annotate.anew import name_index, rows_of_each  # noqa: PLC0415  # 50 ms that workers pay

    return partial(rows_of_each, names=name_index(registry))


def _rows(
    found: Bin, articles: Sequence[Article], batch: Sequence[int], find: Find, numbers: Mapping[str, int]
) -> list[Row]:
    """Write what stands in the articles at the positions `batch`, and return where it is written."""
    own = [articles[at] for at in batch]
    rows = find(own)
    places = [tuple(found.add(annotations_record(one))) for one in rows]
    synopses = map(synopsis_of, own, rows)
    of_synopses = [tuple(found.add(synopsis_record(one, numbers))) for one in synopses]
    return list(zip(batch, places, of_synopses, strict=True))


def _known(keys: Sequence[bytes], places: Mapping[bytes, Place]) -> Iterator[tuple[int, Places]]:
    first, second = _KINDS
    for at, key in enumerate(keys):
        if (one := places.get(key + first)) and (other := places.get(key + second)):
            yield at, (one, other)


def _key(article: Article, registry: bytes) -> bytes:
    return digest((registry, article.id, article.seed, article.digest))
