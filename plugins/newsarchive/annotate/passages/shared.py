"""Shared: what texts have in common, found by a process of its own while this one goes on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from newsarchive.annotate.passages.assemble import left_out
from newsarchive.annotate.passages.record import Plain, PlainPassage, read_suppressed
from newsarchive.annotation import Suppressed
from newsarchive.article import Article
from newsarchive.workers import Working, started_beside


@dataclass(frozen=True, slots=True)
class Shared:
    """What texts have in common, which is nearly all that there is to find of passages and needs no annotations.

    `articles` are those of the texts, which the `passages` name by their places there; `suppressed` is what was set
    apart, sorted by article and place.
    """

    articles: tuple[Article, ...]
    passages: tuple[PlainPassage, ...]
    suppressed: tuple[Suppressed, ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Articles, in the order of `by_digest`, of whose texts it is being found what they have in common."""

    articles: tuple[Article, ...]
    working: Working[Plain]

    def finished(self) -> Shared:
        """Wait until all is found."""
        ((passages, apart),) = self.working.results()
        return Shared(self.articles, passages, tuple(read_suppressed(apart)))

    def stop(self) -> None:
        """Look no further."""
        self.working.stop()


def by_digest(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles in the order of the digests of their texts, in which an index has them."""
    by_id = sorted(articles, key=attrgetter("id"))  # twice by one text takes half the time of once by a pair
    return tuple(sorted(by_id, key=attrgetter("blocks_digest")))


def sharing(articles: Sequence[Article], cache: Path | None = None, workers: int = 1) -> Sharing:
    """Let one of `workers` find what the texts of `articles` have in common, while this process goes on.

    `cache` is a folder that may hold what an earlier build found.
    """
    ordered = by_digest(articles)

    def work(texts: Iterator[tuple[Article, ...]]) -> Iterator[Plain]:
        from newsarchive.annotate.passages.findings import compared  # noqa: PLC0415  # what another process does alone
        from newsarchive.annotate.passages.suppression import suppressed  # noqa: PLC0415  # as above

        for ordered in texts:
            found = compared(ordered, cache)
            yield found.passages, suppressed(found.known, ordered, left_out(found.passages, ordered))

    return Sharing(ordered, started_beside(workers, (ordered,), work))
