"""Entity pages: one person, place, organisation or event, with all that the archive knows of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsarchive.annotation import AmbiguousMention, Mention
from newsarchive.pages.concordance import ArticleLines, Line, Sentence, by_article, line_of
from newsarchive.pages.language_words import language_words, script_words
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.network import Network, network_of
from newsarchive.pages.page import Page
from newsarchive.pages.passage_row import PassageRow, passage_row
from newsarchive.pages.reason import reason, remark
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.timeline import Timeline, timeline_of
from newsarchive.registry.entity import Entity, Name, Room


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of an entity, with its language and script in words."""

    name: Name
    language: str
    script: str


@dataclass(frozen=True, slots=True)
class Part:
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
class EntityView:
    """What is known of an entity: from the registry, and from the articles that name it.

    `wholes` leads from what it is part of to the largest. `articles` hold the sentences that name it. `unlinked` are
    sentences with names that could mean it.
    """

    entity: Entity
    names: tuple[NameRow, ...]
    wholes: tuple[Entity, ...]
    parts: tuple[Part, ...]
    map: LocatorMap | None
    mentions: int
    timeline: Timeline | None
    articles: tuple[ArticleLines, ...]
    reasons: tuple[ReasonRow, ...]
    network: Network | None
    statements: tuple[ArticleLines, ...]
    passages: tuple[PassageRow, ...]
    unlinked: tuple[Line, ...]


def entity_pages(setting: Setting) -> Iterator[Page]:
    """Yield a page for every entity of the registry that is no district, also for those that no article names."""
    for entity in setting.archive.registry.entities:
        if entity.room != Room.DISTRICTS:
            yield _entity_page(setting, entity)


def _entity_page(setting: Setting, entity: Entity) -> Page:
    view = entity_view(setting, entity, [entity])
    sections = chosen(
        {
            "names": ("Names", view.names),
            "map": ("Where it lies", view.map),
            "parts": ("Its parts", view.parts),
            "time": ("Through time", view.timeline),
            "articles": ("In the articles", view.articles),
            "reasons": ("Why these are linked", view.reasons),
            "with": ("Stands with", view.network),
            "statements": ("Statements", view.statements),
            "passages": ("Passages", view.passages),
            "unlinked": ("Left unlinked", view.unlinked),
        }
    )
    return sectioned_page(
        setting,
        "entity.html",
        entity.address,
        entity.label,
        sections,
        {"view": view, "entity": entity},
        described(view),
    )


def described(view: EntityView) -> str:
    """Return one line on an entity for search engines and link previews."""
    entity = view.entity
    names = ", ".join(dict.fromkeys(name.text for name in entity.names[1:8]))
    also = f", also {names}" if names else ""
    return f"{entity.label} ({entity.kind}){also}: {view.mentions} mentions in {len(view.articles)} articles."


def entity_view(setting: Setting, entity: Entity, named: Sequence[Entity]) -> EntityView:
    """Gather what is known of `entity`; the mentions are those of all entities `named`."""
    indexes = setting.indexes
    ids = [one.id for one in named]
    sentences = indexes.sentences_of(ids)
    mentions = [mention for found in sentences.values() for mention in found]
    return EntityView(
        entity=entity,
        names=tuple(NameRow(name, language_words(name.language), script_words(name.script)) for name in entity.names),
        wholes=tuple(_wholes(setting, entity)),
        parts=tuple(Part(part, indexes.mentions_count(part)) for part in indexes.parts.get(entity.id, ())),
        map=locator_map(indexes.gazetteer.around(entity)),
        mentions=len(mentions),
        timeline=_timeline(setting, mentions),
        articles=by_article(_mention_lines(setting, entity, sentences)),
        reasons=tuple(_reasons(mentions)),
        network=network_of(entity, indexes.companions, setting.archive.registry.by_id),
        statements=by_article(indexes.lines(indexes.statements_of_entity.get(entity.id, ()))),
        passages=tuple(passage_row(setting.archive, passage) for passage in indexes.passages_naming(ids)),
        unlinked=indexes.lines(_unlinked(setting, entity)),
    )


def _wholes(setting: Setting, entity: Entity) -> Iterator[Entity]:
    """Yield what `entity` is part of, and what that is part of; a circle is gone round once."""
    seen = {entity.id}
    whole = setting.archive.registry.by_id.get(entity.part_of or "")
    while whole and whole.id not in seen:
        yield whole
        seen.add(whole.id)
        whole = setting.archive.registry.by_id.get(whole.part_of or "")


def _timeline(setting: Setting, mentions: Iterable[Mention]) -> Timeline | None:
    articles = setting.archive.article_by_id
    dates = [date for mention in mentions if (date := articles[mention.article].date) is not None]
    return timeline_of(setting.indexes.frame, [dates])


def _mention_lines(setting: Setting, entity: Entity, sentences: dict[Sentence, tuple[Mention, ...]]) -> Iterator[Line]:
    articles, entities = setting.archive.article_by_id, setting.archive.registry.by_id
    for sentence, mentions in sentences.items():
        parts = (entities[one.entity] for one in mentions if one.entity != entity.id)
        names = (f"{part.label}, {part.kind}" for part in parts)
        remarks = filter(None, map(remark, mentions))
        spans = (mention.span for mention in mentions)
        yield line_of(articles[sentence.article], sentence, spans, (*names, *remarks))


def _reasons(mentions: Iterable[Mention]) -> Iterator[ReasonRow]:
    counts = Counter((mention.name, reason(mention)) for mention in mentions)
    for (name, words), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield ReasonRow(name, words, count)


def _unlinked(setting: Setting, entity: Entity) -> tuple[AmbiguousMention, ...]:
    return setting.indexes.ambiguous_of_entity.get(entity.id, ())
