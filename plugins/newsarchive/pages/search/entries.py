"""Entries: what search can find, in the order in which it shows them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from newsarchive.annotation import Passage
from newsarchive.archive import Archive
from newsarchive.article import Article
from newsarchive.pages.almanac import page_counts
from newsarchive.pages.chronology import undated
from newsarchive.pages.date_words import date_words
from newsarchive.registry.entity import Entity

KINDS = ("name", "article", "date", "passage")  # in the order of `search_entries` and of the page's groups
_LABEL_WORDS = 14


class Entry(NamedTuple):  # an archive of ten thousand articles has half as many again
    """A page that search can find.

    `head` is what stands for the page (names, title, date), `body` the text that it shows, but for an article, whose
    text is searched too and not repeated here. `label`, `detail` and `names` are what the reader sees of it; `language`
    is the label's, each further name comes with its own (BCP 47).
    """

    kind: str
    label: str
    address: str
    detail: str
    head: str
    body: str = ""
    language: str | None = None
    names: tuple[tuple[str, str | None], ...] = ()


class Counts(NamedTuple):
    """How often articles mention each entity, by its id, and each date, by its EDTF value (None: ambiguous)."""

    mentions: Mapping[str, int]
    dates: Mapping[str | None, int]


def search_entries(archive: Archive, newest: Iterable[Article], counts: Counts) -> Iterator[Entry]:
    """Yield all entries: entities by their mentions, articles from the latest, passages from the largest.

    Dates come as years, months and days, each from the latest. `newest` are the dated articles from the latest,
    `counts` those of all articles.
    """
    mentions = counts.mentions
    entities = sorted(archive.registry.entities, key=lambda entity: (-mentions.get(entity.id, 0), entity.id))
    yield from (_of_entity(entity) for entity in entities)
    yield from (_of_article(article) for article in chain(newest, undated(archive.articles)))
    dates = page_counts(Counter(article.date for article in archive.articles), counts.dates)
    for id_ in sorted(dates, key=lambda id_: (-len(id_), id_), reverse=True):
        yield _of_date(id_, *dates[id_])
    passages = sorted(archive.passages, key=lambda passage: (-passage.words, passage.id))
    yield from (_of_passage(archive, passage) for passage in passages)


def _of_entity(entity: Entity) -> Entry:
    first, *others = entity.names
    head = " ".join(name.text for name in entity.names)
    names = {name.text: name.language for name in others if name.text != first.text}
    return Entry(
        "name", first.text, entity.address, entity.kind, head, language=first.language, names=tuple(names.items())
    )


def _of_article(article: Article) -> Entry:
    source = f"{article.source.name}, " if article.source else ""
    detail = f"{source}{'date unknown' if article.date is None else date_words(article.date)}"
    head = f"{article.title} {article.id}"
    return Entry("article", article.title, article.address, detail, head, language=article.language)


def _of_date(id_: str, published: int, spoken: int) -> Entry:
    words = date_words(id_)
    head = f"{id_} {id_.replace('-', '')} {words}"  # a day in figures is one word to search.js
    return Entry("date", words, f"dates/{id_}/", f"{published} published, {spoken} spoken of", head)


def _of_passage(archive: Archive, passage: Passage) -> Entry:
    witness = passage.witnesses[passage.earliest or 0]
    article = archive.article_by_id[witness.article]
    text = " ".join(article.text_of(part) for part in witness.parts)
    words = text.split(maxsplit=_LABEL_WORDS)
    label = " ".join(words[:_LABEL_WORDS]) + (" …" if len(words) > _LABEL_WORDS else "")
    detail = f"{passage.words} words in {len(passage.witnesses)} places"
    return Entry("passage", label, f"passages/{passage.id}/", detail, "", text, article.language)
