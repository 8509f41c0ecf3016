"""Archive: reads, annotates, indexes; the one object that pages and data are made from."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from newsarchive.annotate.dates import find_dates
from newsarchive.annotate.mentions import find_mentions, name_index
from newsarchive.annotate.passages import find_passages
from newsarchive.annotate.statements import find_statements
from newsarchive.annotation import AmbiguousMention, DateExpression, Mention, Note, Passage, Statement, Suppressed
from newsarchive.article import Article
from newsarchive.reading.redirects import Redirect
from newsarchive.registry.entity import Registry
from newsarchive.sources import NO_REGISTRY, Sources, read_sources

LOG = logging.getLogger("newsarchive")
Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True)
class Archive:
    """All articles, all annotations and the registry; every sequence is sorted, so the same seeds give the same bytes.

    `articles` are sorted by id, annotations by article and place, passages by id.
    """

    articles: tuple[Article, ...]
    registry: Registry = NO_REGISTRY
    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    @cached_property
    def article_by_id(self) -> dict[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.articles}

    @cached_property
    def mentions_of_article(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions in each article that has any."""
        return grouped(self.mentions, lambda mention: mention.article)

    @cached_property
    def mentions_of_entity(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of each entity that is mentioned."""
        return grouped(self.mentions, lambda mention: mention.entity)

    @cached_property
    def dates_of_article(self) -> dict[str, tuple[DateExpression, ...]]:
        """The date expressions in each article that has any."""
        return grouped(self.dates, lambda expression: expression.article)

    @cached_property
    def statements_of_article(self) -> dict[str, tuple[Statement, ...]]:
        """The statements in each article that has any."""
        return grouped(self.statements, lambda statement: statement.article)

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


def build_archive(seeds: Path, cache: Path | None = None) -> Archive:
    """Read and annotate all of the seeds folder `seeds`.

    `cache` is a folder for what can be reused by the next build, or None. Raises SeedsError with every problem of the
    seeds, sidecars and registry.
    """
    LOG.info("Reading the seeds.")
    return annotated(read_sources(seeds), cache)


def annotated(sources: Sources, cache: Path | None = None) -> Archive:
    """Annotate the articles of `sources` with all that the archive knows; see `build_archive` for `cache`."""
    articles = sources.articles
    LOG.info("Annotating %d articles by %d entities.", len(articles), len(sources.registry.entities))
    names = name_index(sources.registry)
    finds = [find_mentions(article, names) for article in articles]
    mentions = tuple(mention for find in finds for mention in find.mentions)
    dates = tuple(expression for article in articles for expression in find_dates(article))
    LOG.info("Joining %d articles by the passages that they share.", len(articles))
    shared = find_passages(articles, mentions, dates, cache)
    return Archive(
        articles=articles,
        registry=sources.registry,
        mentions=mentions,
        ambiguous=tuple(mention for find in finds for mention in find.ambiguous),
        dates=dates,
        statements=tuple(statement for article in articles for statement in find_statements(article)),
        passages=shared.passages,
        notes=sources.notes,
        suppressed=(*(one for find in finds for one in find.suppressed), *shared.suppressed),
        redirects=sources.redirects,
    )
