"""Archive: reads, annotates, indexes; the one object that pages and data are made from."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar

from newsarchive.annotate.annotating import KeptAnnotations, annotating
from newsarchive.annotate.passages import passages_of
from newsarchive.annotate.passages.shared import sharing
from newsarchive.annotate.rows import Rows, rows_of
from newsarchive.annotate.synopsis import Synopsis, synopsis_of
from newsarchive.annotation import (
    AmbiguousMention,
    Annotations,
    DateExpression,
    Mention,
    Note,
    Passage,
    Statement,
    Suppressed,
)
from newsarchive.article import Article, Span
from newsarchive.method import method
from newsarchive.parts import runs
from newsarchive.progress import step
from newsarchive.reading.kept import ReadingKept, reading_kept
from newsarchive.reading.redirects import Redirect
from newsarchive.registry.entity import Registry
from newsarchive.sources import NO_REGISTRY, Sources, sources_of
from newsarchive.store import kept_store
from newsarchive.uncollected import uncollected

Item = TypeVar("Item")
Key = TypeVar("Key")
_NOTHING = Annotations()
ANNOTATIONS = "annotations"  # their store's folder in the cache


@dataclass(frozen=True)
class Archive:
    """All articles, all annotations and the registry; every sequence is sorted, so the same seeds give the same bytes.

    `articles` are sorted by id, passages by id. `annotations` and `synopses` are those of each article by its id, the
    former read when they are asked for; an article in which nothing was found may be missing from both. `left_out` is
    what was found between articles and is shown nowhere.
    """

    articles: tuple[Article, ...]
    registry: Registry = NO_REGISTRY
    annotations: Mapping[str, Annotations] = field(default_factory=dict)
    synopses: Mapping[str, Synopsis] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
    left_out: tuple[Suppressed, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    @cached_property
    def article_by_id(self) -> dict[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def runs(self) -> tuple[tuple[Article, ...], ...]:
        """The articles, cut into runs: what is published of all of them is made of each run's."""
        return tuple(runs(self.articles))

    @property
    def found(self) -> Iterator[Annotations]:
        """The annotations of each article, in the order of the articles; each is read as it is come to."""
        return (self.annotations.get(article.id, _NOTHING) for article in self.articles)

    def rows_in(self, article: str) -> Rows:
        """Return all that was found in the article of that id, as plain rows: what lists all of it needs no more."""
        found = self.annotations
        return found.rows_in(article) if isinstance(found, KeptAnnotations) else rows_of(found.get(article, _NOTHING))

    def mentions_in(self, article: str, entities: Collection[str]) -> list[Mention]:
        """Return the mentions of `entities` in the article of that id, in the order of its text."""
        found = self.annotations
        if isinstance(found, KeptAnnotations):
            return found.mentions(article, entities)
        return [mention for mention in found[article].mentions if mention.entity in entities]

    def entities_in(self, article: str, part: Span) -> list[str]:
        """Return which entities the mentions name that overlap `part` of the article of that id, as its text does."""
        found = self.annotations
        if isinstance(found, KeptAnnotations):
            return found.entities(article, part)
        within, first, last = part
        named = ((one.span, one.entity) for one in found.get(article, _NOTHING).mentions)
        return [entity for (block, start, end), entity in named if block == within and end > first and start < last]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, by article, in the order of the text."""
        return tuple(chain.from_iterable(one.mentions for one in self.found))

    @cached_property
    def ambiguous(self) -> tuple[AmbiguousMention, ...]:
        """All ambiguous mentions, by article, in the order of the text."""
        return tuple(chain.from_iterable(one.ambiguous for one in self.found))

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        """All date expressions, by article, in the order of the text."""
        return tuple(chain.from_iterable(one.dates for one in self.found))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, by article, in the order of the text."""
        return tuple(chain.from_iterable(one.statements for one in self.found))

    @cached_property
    def suppressed(self) -> tuple[Suppressed, ...]:
        """All that was found and left out: within articles, by article, then between them."""
        return (*chain.from_iterable(one.suppressed for one in self.found), *self.left_out)

    @cached_property
    def mentions_of_entity(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of each entity that is mentioned."""
        return grouped(self.mentions, lambda mention: mention.entity)

    @cached_property
    def passages_of_article(self) -> dict[str, tuple[Passage, ...]]:
        """The passages that have a witness in each article."""
        pairs = ((article, passage) for passage in self.passages for article in {w.article for w in passage.witnesses})
        groups: dict[str, list[Passage]] = defaultdict(list)
        for article, passage in pairs:
            groups[article].append(passage)
        return {article: tuple(passages) for article, passages in groups.items()}


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, tuple[Item, ...]]:
    """Return the items by their key, each group in the order of the items."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def build_archive(seeds: Path, cache: Path | None = None, workers: int = 1) -> Archive:
    """Read and annotate all of the seeds folder `seeds`.

    `cache` is a folder for what can be reused by the next build, or None; `workers` processes share the work. Raises
    SeedsError with every problem of the seeds, sidecars and registry.
    """
    with uncollected():
        return archive_of_seeds(reading_kept(seeds, cache, workers), cache, workers)


def archive_of_seeds(reading: ReadingKept, cache: Path | None = None, workers: int = 1) -> Archive:
    """Annotate all that is being read; see `build_archive` for the others, and for what is raised."""
    readings = reading.finished()
    archive = annotated(sources_of(reading.seeds, readings.articles, readings.problems, cache), cache, workers)
    reading.keep(readings)
    return archive


def annotated(sources: Sources, cache: Path | None = None, workers: int = 1) -> Archive:
    """Annotate the articles of `sources` with all that the archive knows; see `build_archive` for the others."""
    articles = sources.articles
    store = kept_store(cache, ANNOTATIONS, method())
    with ExitStack() as begun:  # where one fails, the other is not left to go on alone
        texts = sharing(articles, cache, workers)
        begun.callback(texts.stop)
        others = annotating(articles, sources.registry, store, workers)
        begun.callback(others.stop)
        with step("Annotating", len(articles), "articles") as tell:
            found = others.finished(tell)
        with step("Joining", len(articles), "articles by the passages that they share"):
            shared = passages_of(texts.finished(), found.annotations.rows_in)
    store.keep(found.places)
    return Archive(
        articles,
        sources.registry,
        found.annotations,
        found.synopses,
        shared.passages,
        sources.notes,
        shared.suppressed,
        sources.redirects,
    )


def archive_of(  # noqa: PLR0913  # an archive's parts
    articles: Iterable[Article],
    registry: Registry = NO_REGISTRY,
    *,
    mentions: Iterable[Mention] = (),
    ambiguous: Iterable[AmbiguousMention] = (),
    dates: Iterable[DateExpression] = (),
    statements: Iterable[Statement] = (),
    passages: tuple[Passage, ...] = (),
    notes: tuple[Note, ...] = (),
    suppressed: tuple[Suppressed, ...] = (),
    redirects: tuple[Redirect, ...] = (),
) -> Archive:
    """Return the archive of annotations that are at hand, those of an article in the order of its text."""
    listed = tuple(articles)
    of_mentions = grouped(mentions, lambda one: one.article)
    of_ambiguous = grouped(ambiguous, lambda one: one.article)
    of_dates = grouped(dates, lambda one: one.article)
    of_statements = grouped(statements, lambda one: one.article)
    found = {
        article.id: Annotations(
            of_mentions.get(article.id, ()),
            of_ambiguous.get(article.id, ()),
            of_dates.get(article.id, ()),
            of_statements.get(article.id, ()),
        )
        for article in listed
    }
    synopses = {article.id: synopsis_of(article, rows_of(found[article.id])) for article in listed}
    return Archive(listed, registry, found, synopses, passages, notes, suppressed, redirects)
