"""Entity pages: one person, place, organisation or event, with all that the archive knows of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from newsarchive.annotation import Mention
from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.pages.concordance import ArticleLines, Line, by_article, line_of, sentence_of
from newsarchive.pages.language_words import language_words, script_words
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.namings import Naming, named_with, naming_list
from newsarchive.pages.network import Network, network_of
from newsarchive.pages.page import Page
from newsarchive.pages.passage_row import PassageRow, passage_row
from newsarchive.pages.reason import reason, remark
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_pages
from newsarchive.pages.sheets import FEW, Excerpt, Part, Sheet, excerpt
from newsarchive.pages.statement_list import statement_list
from newsarchive.pages.timeline import Timeline, timeline_of
from newsarchive.registry.entity import Entity, Name, Room


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
class EntityView:
    """What is known of an entity: from the registry, and from the articles that name it.

    `wholes` leads from what it is part of to the largest. `articles` hold the sentences that name it, the newest where
    these are too many for a page: then `years` lead to all, as `statement_years` do for `statements`. `unlinked` are
    sentences with names that could mean it.
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
    years: tuple[Part, ...]
    reasons: Excerpt[ReasonRow]
    network: Network | None
    statements: tuple[ArticleLines, ...]
    statement_years: tuple[Part, ...]
    passages: Excerpt[PassageRow]
    unlinked: Excerpt[Line]


@dataclass(frozen=True, slots=True)
class FirstLine:
    """An article, the first of its sentences that names an entity, and how often it does in all."""

    article: Article
    line: Line
    mentions: int


def entity_pages(setting: Setting) -> Iterator[Page]:
    """Yield a page for every entity of the registry that is no district, also for those that no article names.

    An entity that many articles name, or that says much, has sheets of its own as well.
    """
    for entity in setting.archive.registry.entities:
        if entity.room != Room.DISTRICTS:
            yield _entity_page(setting, entity)
            yield from entity_sheets(setting, entity, entity.label)


def entity_sections(view: EntityView, own: Mapping[str, tuple[str, object]]) -> dict[str, str]:
    """Return the headings of an entity's page, by anchor; `own` are those that only pages of its kind have."""
    return chosen(
        {
            "names": ("Names", view.names),
            "map": ("Where it lies", view.map),
            **own,
            "time": ("Through time", view.timeline),
            "articles": ("In the articles", view.articles),
            "reasons": ("Why these are linked", view.reasons.shown),
            "with": ("Stands with", view.network),
            "statements": ("Statements", view.statements),
            "passages": ("Passages", view.passages.shown),
            "unlinked": ("Left unlinked", view.unlinked.shown),
        }
    )


def _entity_page(setting: Setting, entity: Entity) -> Page:
    view = entity_view(setting, entity)
    sections = entity_sections(view, {"parts": ("Its parts", view.parts)})
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
    return f"{entity.label} ({entity.kind}){also}: {view.mentions} mentions in {view.articles_count} articles."


def entity_view(setting: Setting, entity: Entity) -> EntityView:
    """Gather what is known of `entity`; the mentions of a district are also those of its parts."""
    indexes = setting.indexes
    found = indexes.namings(entity)
    years = naming_list(entity, found).years
    mentions = [mention for naming in found for mention in naming.mentions]
    statements = indexes.statements_of_entity.get(entity.id, ())
    statement_years = statement_list(indexes, entity).years
    passages = indexes.passages_naming(one.id for one in named_with(entity, indexes.parts))
    rows = excerpt(passages)
    unlinked = excerpt(indexes.ambiguous_of_entity.get(entity.id, ()))
    return EntityView(
        entity=entity,
        names=tuple(NameRow(name, language_words(name.language), script_words(name.script)) for name in entity.names),
        wholes=tuple(_wholes(setting, entity)),
        parts=tuple(PartRow(part, indexes.mentions_count(part)) for part in indexes.parts.get(entity.id, ())),
        map=locator_map(indexes.gazetteer.around(entity)),
        mentions=len(mentions),
        timeline=_timeline(setting, mentions),
        articles_count=len(found),
        articles=by_article(_mention_lines(setting, entity, _newest(found) if years else found)),
        years=years,
        reasons=excerpt(tuple(_reasons(mentions))),
        network=network_of(entity, indexes.companions, setting.archive.registry.by_id),
        statements=by_article(indexes.lines(indexes.newest_first(statements)[:FEW] if statement_years else statements)),
        statement_years=statement_years,
        passages=Excerpt(tuple(passage_row(setting.archive, passage) for passage in rows.shown), rows.more),
        unlinked=Excerpt(indexes.lines(unlinked.shown), unlinked.more),
    )


def entity_sheets(setting: Setting, entity: Entity, title: str) -> Iterator[Page]:
    """Yield the sheets of the articles that name `entity`, and those of its statements, where its page is too small."""
    sheets = naming_list(entity, setting.indexes.namings(entity)).sheets
    whole = Whole(entity.address, title, "articles", title)
    yield from sheet_pages(
        setting, "entity_sheet.html", whole, sheets, lambda sheet: _first_lines(setting, entity, sheet)
    )
    said = statement_list(setting.indexes, entity).sheets
    whole = Whole(entity.address, title, "statements", f"{title}, statements")
    yield from sheet_pages(
        setting, "lines_sheet.html", whole, said, lambda sheet: by_article(setting.indexes.lines(sheet.items))
    )


def _first_lines(setting: Setting, entity: Entity, sheet: Sheet[Naming]) -> tuple[FirstLine, ...]:
    lines = (next(_mention_lines(setting, entity, [_beginning(naming)])) for naming in sheet.items)
    pairs = zip(sheet.items, lines, strict=True)
    return tuple(FirstLine(naming.article, line, len(naming.mentions)) for naming, line in pairs)


def _beginning(naming: Naming) -> Naming:
    """Return the article with its mentions in the first block that has any: the first line needs no others."""
    block = naming.mentions[0].span.block
    return Naming(naming.article, tuple(takewhile(lambda mention: mention.span.block == block, naming.mentions)))


def _newest(found: Sequence[Naming]) -> Iterator[Naming]:
    """Yield the newest articles until they have `FEW` mentions, of the last one as many as it takes."""
    dated = [naming for naming in found if naming.article.date is not None]
    left = FEW
    for naming in reversed(dated or found):
        yield Naming(naming.article, naming.mentions[:left])
        left -= len(naming.mentions)
        if left <= 0:
            return


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


def _mention_lines(setting: Setting, entity: Entity, found: Iterable[Naming]) -> Iterator[Line]:
    """Yield the sentences that name `entity`, each with what tells why."""
    entities = setting.archive.registry.by_id
    for naming in found:
        sentences = grouped(naming.mentions, lambda mention: sentence_of(naming.article, mention.span))  # noqa: B023  # used up at once
        for sentence, mentions in sentences.items():
            parts = (entities[one.entity] for one in mentions if one.entity != entity.id)
            names = (f"{part.label}, {part.kind}" for part in parts)
            remarks = filter(None, map(remark, mentions))
            yield line_of(naming.article, sentence, [mention.span for mention in mentions], (*names, *remarks))


def _reasons(mentions: Iterable[Mention]) -> Iterator[ReasonRow]:
    counts = Counter((mention.name, reason(mention)) for mention in mentions)
    for (name, words), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield ReasonRow(name, words, count)
