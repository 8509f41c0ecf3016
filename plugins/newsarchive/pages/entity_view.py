"""What the page of an entity shows: what the registry knows of it, and what the articles that name it say."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from newsarchive.annotate.synopsis import Names
from newsarchive.annotation import Mention
from newsarchive.archive import grouped
from newsarchive.article import Span
from newsarchive.pages.companions import Circle
from newsarchive.pages.concordance import ArticleLines, Line, by_article, line_around, line_of, sentence_of
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.language_words import language_words, script_words
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.namings import Namings, Numbers, listed_namings, named_with, together
from newsarchive.pages.network import Network, network_of
from newsarchive.pages.passage_row import PassageRow, passage_row
from newsarchive.pages.reason import reason, remark
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheets import Excerpt, Part
from newsarchive.pages.statement_list import Saying, all_statements, sentence_said
from newsarchive.pages.timeline import Timeline, timeline_of
from newsarchive.registry.entity import Entity, Name

MOST_QUOTED = 40
"""Mentions that an entity's page shows in their sentences; of more it shows the `NEWEST`, and lists the articles."""

NEWEST = 12
MOST_REASONS = 20
MOST_PASSAGES = 3
MOST_UNLINKED = 10
_NEWEST_SAID = 5


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of an entity, with its language and script in words."""

    name: Name
    language: str
    script: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """An entity that is part of another, and how often it is mentioned."""

    entity: Entity
    mentions: int


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A name that was found, why it leads here, and how often."""

    name: str
    reason: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the archive holds of an entity, in short.

    `ids` are its own and, of a district, those of its parts; `rows` are those of the presences of all of these, `found`
    the articles that name any, `own` those that name the entity itself, `listed` those that its lists have. `said` is
    what it says.
    """

    entity: Entity
    ids: frozenset[str]
    rows: Numbers
    own: Namings
    found: Namings
    listed: Namings
    said: Sequence[Saying]


@dataclass(frozen=True, slots=True)
class EntityView:
    """What is known of an entity: from the registry, and from the articles that name it.

    `wholes` leads from what it is part of to the largest. `articles` hold the sentences that name it, the newest where
    these are too many for a page: then `listed` are all articles, which `years` lead to where they are too many too.
    `statements` are what it says, the newest where `all_statements` leads to the rest. `unlinked` are sentences with
    names that could mean it.
    """

    entity: Entity
    names: tuple[NameRow, ...]
    wholes: tuple[Entity, ...]
    parts: tuple[PartRow, ...]
    map: LocatorMap | None
    mentions: int
    timeline: Timeline | None
    articles_count: int
    articles: tuple[ArticleLines, ...]
    listed: Namings
    years: Sequence[Part]
    reasons: Excerpt[ReasonRow]
    network: Network | None
    statements: tuple[ArticleLines, ...]
    all_statements: tuple[Part, ...]
    passages: Excerpt[PassageRow]
    unlinked: Excerpt[Line]


def gathered(indexes: Indexes, entity: Entity) -> Gathered:
    """Return what the archive holds of `entity`."""
    presences, named = indexes.presences, named_with(entity, indexes.parts)
    own = presences.rows_of(entity.id)
    rows = own if len(named) == 1 else np.concatenate([presences.rows_of(one.id) for one in named])
    own_namings = presences.namings_of(entity.id)
    found = own_namings if len(named) == 1 else together(presences.namings[rows])
    return Gathered(
        entity,
        frozenset(one.id for one in named),
        rows,
        own_namings,
        found,
        listed_namings(own_namings, found),
        indexes.sayings_of_entity.get(entity.id, ()),
    )


def entity_view(setting: Setting, known: Gathered, circle: Circle | None, years: Sequence[Part]) -> EntityView:
    """Find what the page shows of an entity in the articles themselves.

    Its `circle` and the `years` of its list were found before, for its digest and its sheets.
    """
    indexes, entity = setting.indexes, known.entity
    times = known.found.mentions_by(indexes.numbered_steps)
    mentions = sum(times.values())
    many = mentions > MOST_QUOTED
    said_on = all_statements(entity, known.said)
    unlinked = indexes.unlinked_of_entity.get(entity.id, ())
    return EntityView(
        entity=entity,
        names=tuple(NameRow(name, language_words(name.language), script_words(name.script)) for name in entity.names),
        wholes=tuple(_wholes(setting, entity)),
        parts=tuple(part_rows(indexes, entity)),
        map=locator_map(indexes.gazetteer.around(entity)),
        mentions=mentions,
        timeline=timeline_of(indexes.frame, [{step: count for step, count in times.items() if step}]),
        articles_count=len(known.found),
        articles=by_article(_newest_lines(setting, known) if many else _mention_lines(setting, known)),
        listed=known.listed if many else known.listed[:0],
        years=years,
        reasons=_reason_rows(indexes.presences.names_of(known.rows)),
        network=network_of(circle, setting.archive.registry.by_id) if circle else None,
        statements=by_article(_saying_lines(indexes, _newest_said(indexes, known.said) if said_on else known.said)),
        all_statements=said_on,
        passages=_passages(setting, known.ids),
        unlinked=Excerpt(tuple(_unlinked(indexes, unlinked[:MOST_UNLINKED])), max(0, len(unlinked) - MOST_UNLINKED)),
    )


def part_rows(indexes: Indexes, entity: Entity) -> Iterator[PartRow]:
    """Yield the parts of `entity`."""
    for part in indexes.parts.get(entity.id, ()):
        yield PartRow(part, indexes.mentions_count(part))


def _wholes(setting: Setting, entity: Entity) -> Iterator[Entity]:
    """Yield what `entity` is part of, and what that is part of; a circle is gone round once."""
    seen = {entity.id}
    whole = setting.archive.registry.by_id.get(entity.part_of or "")
    while whole and whole.id not in seen:
        yield whole
        seen.add(whole.id)
        whole = setting.archive.registry.by_id.get(whole.part_of or "")


def _newest_lines(setting: Setting, known: Gathered) -> Iterator[Line]:
    """Return the sentences of the `NEWEST` mentions, those of the entity itself if there are any."""
    found, ids = (known.own, {known.entity.id}) if known.own else (known.found, known.ids)
    dates = setting.indexes.dates
    dated = (position for position in reversed(found.positions.tolist()) if dates[position] is not None)
    newest = list(islice(dated, NEWEST)) or found.positions[:NEWEST].tolist()
    return _lines(setting, known.entity, islice(_mentions(setting, newest, ids), NEWEST))


def _mention_lines(setting: Setting, known: Gathered) -> Iterator[Line]:
    """Return the sentences that name an entity."""
    return _lines(setting, known.entity, _mentions(setting, known.found.positions.tolist(), known.ids))


def _mentions(setting: Setting, found: Iterable[int], ids: Collection[str]) -> Iterator[Mention]:
    archive, articles = setting.archive, setting.indexes.articles
    return chain.from_iterable(archive.mentions_in(articles[position].id, ids) for position in found)


def _lines(setting: Setting, entity: Entity, mentions: Iterable[Mention]) -> Iterator[Line]:
    """Yield the sentences that hold the mentions, each with what tells why."""
    articles, entities = setting.archive.article_by_id, setting.archive.registry.by_id
    sentences = grouped(mentions, lambda mention: sentence_of(articles[mention.article], mention.span))
    for sentence, held in sentences.items():
        parts = (entities[one.entity] for one in held if one.entity != entity.id)
        names = (f"{part.label}, {part.kind}" for part in parts)
        remarks = filter(None, (remark(one.resolution, one.cue) for one in held))
        yield line_of(articles[sentence.article], sentence, [one.span for one in held], (*names, *remarks))


def _reason_rows(found: Iterable[tuple[Names, int]]) -> Excerpt[ReasonRow]:
    """Return why names lead to an entity; `found` are those of an article, with how many have the same."""
    counts: Counter[tuple[str, str, str | None]] = Counter()
    for names, times in found:
        for name, resolution, cue, number in names:
            counts[name, resolution, cue] += number * times
    rows = [ReasonRow(name, reason(why, cue), number) for (name, why, cue), number in counts.items()]
    rows.sort(key=lambda row: (-row.mentions, row.name, row.reason))
    return Excerpt(tuple(rows[:MOST_REASONS]), max(0, len(rows) - MOST_REASONS))


def _newest_said(indexes: Indexes, said: Sequence[Saying]) -> list[Saying]:
    dated = (saying for saying in reversed(said) if indexes.dates[saying[0]] is not None)
    return list(islice(dated, _NEWEST_SAID)) or list(said)[: -_NEWEST_SAID - 1 : -1]


def _saying_lines(indexes: Indexes, said: Iterable[Saying]) -> Iterator[Line]:
    """Yield the sentences of the statements `said`, which come article by article, each once."""
    articles = indexes.articles
    for sentence, held in grouped(said, lambda one: sentence_said(articles[one[0]], one)).items():
        spans = [Span(ref.block, ref.start, ref.end) for _, ref in held]
        yield line_of(articles[held[0][0]], sentence, spans)


def _passages(setting: Setting, ids: Iterable[str]) -> Excerpt[PassageRow]:
    passages = setting.indexes.passages_naming(ids)
    rows = tuple(passage_row(setting.archive, passage) for passage in passages[:MOST_PASSAGES])
    return Excerpt(rows, max(0, len(passages) - MOST_PASSAGES))


def _unlinked(indexes: Indexes, places: Iterable[tuple[int, int]]) -> Iterator[Line]:
    for position, number in places:
        block, start, end, *_ = indexes.rows(position).ambiguous[number]
        yield line_around(indexes.articles[position], Span(block, start, end))
