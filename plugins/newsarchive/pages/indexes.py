"""Indexes: what several kinds of page look up, made once a build."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from newsarchive.annotate.rows import Rows
from newsarchive.annotate.synopsis import StatementRef, Synopsis
from newsarchive.annotation import Passage
from newsarchive.archive import Archive
from newsarchive.article import Article
from newsarchive.digest import DIGEST_LENGTH, digest
from newsarchive.pages.almanac import Almanac, almanac_of
from newsarchive.pages.chronology import newest_first, oldest_first
from newsarchive.pages.companions import Companions, companions
from newsarchive.pages.comparing import Pair, compared_pairs
from newsarchive.pages.concordance import Spanned
from newsarchive.pages.gazetteer import Gazetteer
from newsarchive.pages.named_beside import NamedBeside, named_beside
from newsarchive.pages.namings import Numbered, Numbers, numbered_words
from newsarchive.pages.presences import NUMBER, PresenceTable, presence_table, unpacked
from newsarchive.pages.sheets import MONTH, YEAR, period_of
from newsarchive.pages.spoken import SpokenTable, spoken_table
from newsarchive.pages.timeline import Frame, frame_of, step_of
from newsarchive.registry.entity import Entity

_NOTHING = Synopsis()
_AT_HAND = 1024  # articles whose rows stay decoded: what lists sentences asks for the same again and again
Annotation = TypeVar("Annotation", bound=Spanned)


@dataclass(frozen=True)
class Indexes:
    """The indexes of one archive; each is made when it is first asked for."""

    archive: Archive

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles from the earliest to the latest, undated ones last."""
        return tuple(oldest_first(self.archive.articles))

    @cached_property
    def newest(self) -> tuple[Article, ...]:
        """The dated articles from the latest to the earliest."""
        return tuple(newest_first(self.archive.articles))

    @cached_property
    def rank(self) -> dict[str, int]:
        """The position of each article in `articles`."""
        return {article.id: position for position, article in enumerate(self.articles)}

    @cached_property
    def dates(self) -> tuple[str | None, ...]:
        """The date of each of `articles`, in their order."""
        return tuple(article.date for article in self.articles)

    @cached_property
    def periods(self) -> dict[int, Numbered[str]]:
        """The `years` and the `months`, numbered, by the letters that name each."""
        return {length: numbered_words(names) for length, names in self.names_of_periods.items()}

    @cached_property
    def names_of_periods(self) -> dict[int, tuple[str, ...]]:
        """The `years` and the `months`, by the letters that name each."""
        return {YEAR: self.years, MONTH: self.months}

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The year of each of `articles`, in their order, or `undated`."""
        return tuple(period_of(date, YEAR) for date in self.dates)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The month of each of `articles`, in their order, its year where it is in no one month, or `undated`."""
        return tuple(period_of(date, MONTH) for date in self.dates)

    @cached_property
    def steps(self) -> tuple[str | None, ...]:
        """The step of `frame` that each of `articles` is dated by, in their order; a date that is in none by itself."""
        frame = self.frame
        steps = {date: step_of(date, frame) if date and frame else None for date in set(self.dates)}
        return tuple([steps[date] for date in self.dates])

    @cached_property
    def numbered_steps(self) -> Numbered[str | None]:
        """The `steps`, numbered."""
        return numbered_words(self.steps)

    @cached_property
    def synopses(self) -> tuple[Synopsis, ...]:
        """The synopsis of each of `articles`, in their order."""
        found = self.archive.synopses
        return tuple(found.get(article.id, _NOTHING) for article in self.articles)

    @cached_property
    def presences(self) -> PresenceTable:
        """Where each entity that is mentioned stands, by positions in `articles`."""
        return presence_table([synopsis.presences for synopsis in self.synopses])

    @cached_property
    def spoken(self) -> SpokenTable:
        """Every date expression."""
        return spoken_table([synopsis.dates for synopsis in self.synopses])

    @cached_property
    def named_beside(self) -> NamedBeside:
        """What the sentences of `spoken` name."""
        return named_beside([synopsis.dates for synopsis in self.synopses], self.presences)

    @cached_property
    def sayings(self) -> tuple[tuple[int, StatementRef], ...]:
        """Every statement, with the position of its article, in the order of `articles` and of the text."""
        return tuple((position, ref) for position, synopsis in enumerate(self.synopses) for ref in synopsis.statements)

    @cached_property
    def sayings_of_entity(self) -> dict[str, list[tuple[int, StatementRef]]]:
        """The statements of each entity that speaks, as in `sayings`."""
        found: dict[str, list[tuple[int, StatementRef]]] = defaultdict(list)
        for one in self.sayings:
            _, ref = one
            if ref.entity:
                found[ref.entity].append(one)
        return dict(found)

    @cached_property
    def unlinked_of_entity(self) -> dict[str, list[tuple[int, int]]]:
        """The ambiguous mentions that could mean each entity: positions in `articles`, and in their ambiguous ones."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position, synopsis in enumerate(self.synopses):
            for number, (_, candidates) in enumerate(synopsis.ambiguous):
                for candidate in candidates:
                    found[candidate].append((position, number))
        return dict(found)

    def rows(self, position: int) -> Rows:
        """Return what was found in the article at `position` of `articles`."""
        return self._rows(position)

    @cached_property
    def _rows(self) -> Callable[[int], Rows]:
        return lru_cache(_AT_HAND)(lambda position: self.archive.rows_in(self.articles[position].id))

    @cached_property
    def digests(self) -> tuple[bytes, ...]:
        """A digest (16 bytes) for each of `articles`, in their order, of its seed, its sidecar and its address."""
        return tuple(digest((article.id, article.seed, article.digest)) for article in self.articles)

    def digests_at(self, positions: Sequence[int] | Numbers) -> bytes:
        """Return the digests of the articles at `positions`, joined; of the position -1, which none has, zeros."""
        return self._digest_column[np.asarray(positions, np.int64)].tobytes()

    @cached_property
    def _digest_column(self) -> NDArray[np.void]:
        return np.frombuffer(b"".join((*self.digests, bytes(DIGEST_LENGTH))), f"V{DIGEST_LENGTH}")

    def digest_of(self, article: str) -> bytes:
        """Return the digest of the article of that id."""
        return self._digest_by_id[article]

    def digests_of(self, articles: Iterable[Article]) -> bytes:
        """Return the digests of `articles`, joined."""
        return b"".join(map(self._digest_by_id.__getitem__, [article.id for article in articles]))

    @cached_property
    def _digest_by_id(self) -> dict[str, bytes]:
        return dict(zip(self.rank, self.digests, strict=True))

    @cached_property
    def _digest_of_passage(self) -> dict[str, bytes]:
        return {one.id: digest((repr(one), *map(self.digest_of, _articles(one)))) for one in self.archive.passages}

    def digest_of_passage(self, passage: str) -> bytes:
        """Return a digest (16 bytes) of the passage of that id, with all of the articles that it stands in."""
        return self._digest_of_passage[passage]

    @cached_property
    def companions(self) -> Companions:
        """In how many paragraphs each entity stands with each other."""
        presences = self.presences
        blocks = [synopsis.together for synopsis in self.synopses]
        lengths = unpacked(together.lengths for together in blocks)
        places = [together.places for together in blocks]
        firsts = np.repeat(presences.borders[:-1], [len(each) // NUMBER.itemsize for each in places])
        return companions(presences.ids, presences.entities[firsts + unpacked(places)], lengths)

    @cached_property
    def parts(self) -> dict[str, tuple[Entity, ...]]:
        """The entities that are part of each entity, by id."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.archive.registry.entities:
            if entity.part_of:
                found[entity.part_of].append(entity)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def passages_of_entity(self) -> dict[str, tuple[Passage, ...]]:
        """The passages that name each entity, the longest first."""
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in sorted(self.archive.passages, key=_longest_first):
            places = ((witness.article, part) for witness in passage.witnesses for part in witness.parts)
            for entity in {named for place in places for named in self.archive.entities_in(*place)}:
                found[entity].append(passage)
        return {entity: tuple(passages) for entity, passages in found.items()}

    @cached_property
    def compared(self) -> dict[Pair, list[Passage]]:
        """The passages that each two articles share which have a page of their own, by the sorted ids of the two."""
        return compared_pairs(self.archive)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Where the entities lie."""
        return Gazetteer(self.archive.registry.entities, self.parts)

    @cached_property
    def frame(self) -> Frame | None:
        """The stretch of time that the articles' dates span."""
        return frame_of(filter(None, self.dates))

    @cached_property
    def almanac(self) -> Almanac:
        """What stands on each date page."""
        return almanac_of(self.articles, self.spoken)

    def in_order(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Return annotations, which are in the order of the text, in the order of their articles' dates."""
        return tuple(sorted(annotations, key=lambda annotation: self.rank[annotation.article]))

    def mentions_count(self, entity: Entity) -> int:
        """Return how often `entity` is mentioned."""
        return self.presences.mentions.get(entity.id, 0)

    def passages_naming(self, entities: Iterable[str]) -> tuple[Passage, ...]:
        """Return the passages that name any of `entities`, the longest first."""
        found = [self.passages_of_entity.get(entity, ()) for entity in entities]
        if len(found) == 1:  # as of all but districts
            return found[0]
        once = {passage.id: passage for passages in found for passage in passages}
        return tuple(sorted(once.values(), key=_longest_first))


def _longest_first(passage: Passage) -> tuple[int, str]:
    return -passage.words, passage.id


def _articles(passage: Passage) -> list[str]:
    return sorted({witness.article for witness in passage.witnesses})
