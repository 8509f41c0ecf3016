"""Parts: what is published of all articles is made in pieces, each of a few articles, that a cache can keep."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from newsarchive.article import Article

MEAN_RUN = 100
"""Articles in a run, on average."""

_MOST_CHARACTERS = 1_000_000  # a run of very long articles is cut sooner: what is made of it must fit into memory


@dataclass(frozen=True, slots=True)
class Part:
    """A piece that can be made.

    `inputs` is a digest of all that goes into it beside what is the same for a whole build (the registry, the options,
    the code): as long as it stays, so do the bytes that `make` returns.
    """

    inputs: bytes
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Whole:
    """What is joined of parts.

    `join` returns it, given what the parts have made, in their order; `inputs` is a digest of what goes into it beside
    them, as of a part. The parts are many, so only whoever makes it lists them.
    """

    inputs: bytes
    parts: Callable[[], Iterable[Part]]
    join: Callable[[Sequence[bytes]], bytes]


def runs(articles: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    """Cut the articles, in their order, into runs.

    Where a run ends hangs on the id of its last article, so that an article that is added, changed or taken away
    changes one run, or two where it stands at an end (and a few more where articles are very long).
    """
    run: list[Article] = []
    characters = 0
    for article in articles:
        run.append(article)
        characters += article.characters
        if _ends_run(article) or characters >= _MOST_CHARACTERS:
            yield tuple(run)
            run, characters = [], 0
    if run:
        yield tuple(run)


def _ends_run(article: Article) -> bool:
    return crc32(article.id.encode("utf-8", "surrogatepass")) % MEAN_RUN == 0
