"""Trails: for every entity the articles that mention it, by date, so that a mention knows the one before and after."""

from dataclasses import dataclass
from functools import cached_property

from newsarchive.annotation import Mention
from newsarchive.archive import Archive
from newsarchive.article import Article
from newsarchive.pages.chronology import oldest_first
from newsarchive.pages.date_words import date_words


@dataclass(frozen=True, slots=True)
class Step:
    """The first mention of an entity in another article."""

    article: Article
    anchor: str

    @property
    def words(self) -> str:
        """The date of that article, as a reader says it."""
        return date_words(self.article.date) if self.article.date else "undated"


@dataclass(frozen=True, slots=True)
class Steps:
    """The articles before and after one article that mention the same entity, and how many articles do."""

    earlier: Step | None
    later: Step | None
    articles: int


@dataclass(frozen=True)
class Trails:
    """The trails of every entity of an archive; undated articles come last."""

    archive: Archive

    @cached_property
    def _order(self) -> dict[str, int]:
        return {article.id: number for number, article in enumerate(oldest_first(self.archive.articles))}

    @cached_property
    def _firsts(self) -> dict[str, list[Mention]]:
        """The first mention of each entity in each article, by the articles' dates."""
        firsts: dict[str, list[Mention]] = {}
        for entity, mentions in self.archive.mentions_of_entity.items():
            first_of: dict[str, Mention] = {}
            for mention in mentions:
                first_of.setdefault(mention.article, mention)
            firsts[entity] = sorted(first_of.values(), key=lambda mention: self._order[mention.article])
        return firsts

    @cached_property
    def _positions(self) -> dict[tuple[str, str], int]:
        trails = self._firsts.items()
        return {(entity, first.article): number for entity, trail in trails for number, first in enumerate(trail)}

    def steps(self, entity: str, article: str) -> Steps:
        """Return the steps from the mentions of `entity` in `article`; raises KeyError where there are none."""
        trail, position = self._firsts[entity], self._positions[entity, article]
        earlier = self._step(trail[position - 1]) if position else None
        later = self._step(trail[position + 1]) if position + 1 < len(trail) else None
        return Steps(earlier, later, len(trail))

    def _step(self, mention: Mention) -> Step:
        return Step(self.archive.article_by_id[mention.article], mention.span.block)
