"""Phrases: what the pages of all articles say in the same words, made once: ways to entities, dates and articles."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from sys import intern
from typing import NamedTuple, TypeVar

from newsarchive.article import Article
from newsarchive.pages.almanac import address_of
from newsarchive.pages.article_row import words_in
from newsarchive.pages.date_words import date_words
from newsarchive.pages.entry_html import short_date
from newsarchive.pages.overlay import Element, attribute, element, escaped
from newsarchive.pages.setting import Here, Setting
from newsarchive.registry.entity import Entity, Room

Key = TypeVar("Key")
Value = TypeVar("Value")

_ANY_ARTICLE = "articles/any/"  # from every article the same relative link leads to what is not itself
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTHS = " abcdefghijkl"
_KIND_OF_ROOM = {Room.PEOPLE: "person", Room.ORGANISATIONS: "organisation"}
"""What an entity in a room goes without saying; the script of the cards says it there."""


@dataclass(frozen=True, slots=True)
class Label:
    """An entity: its room and name, the address and the element that lead there, that with its first name, its kind.

    `names` are the kind with the further names, in a paragraph, which what follows ends, or "" where that would say but
    what the address says.
    """

    entity: Entity
    room: Room
    name: str
    href: str
    element: Element
    link: str
    names: str


class Day(NamedTuple):
    """The slug and date of an article in few words, and without the year of a day; what is no day has the year "".

    Of a day the month is a letter, `a` to `l`, which the script of the cards spells out: `20k 2020`.
    """

    words: str
    year: str
    short: str


class _Made(dict[Key, Value]):
    """Values that are made when they are first asked for."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Value:
        value = self[key] = self._make(key)
        return value


@dataclass(frozen=True)
class Phrases:
    """What has been said on the page of one article, for those of the others; it is made as it is asked for."""

    setting: Setting

    @cached_property
    def here(self) -> Here:
        """Some article's page."""
        return Here(_ANY_ARTICLE, self.setting)

    @cached_property
    def days(self) -> Mapping[int, Day]:
        """The days of the articles, by their positions in the order of their dates."""
        articles = self.setting.indexes.articles
        return _Made(lambda position: _day(articles[position]))

    @cached_property
    def labels(self) -> Mapping[str, Label]:
        """The labels of entities, by their ids."""
        return _Made(self._label)

    def _label(self, id_: str) -> Label:
        entity = self.setting.archive.registry.by_id[id_]
        link = self.here.link(entity.address)
        first, *others = [self.words(name.text, name.language) for name in entity.names]
        said = ", ".join([escaped(entity.kind), *others])
        names = "" if said == _KIND_OF_ROOM.get(entity.room) else f"<p>{said}"
        way = element("a", ("href", link))
        return Label(entity, entity.room, entity.label, link, way, f"{way.opening}{first}{way.closing}", names)

    @cached_property
    def date_links(self) -> Mapping[str, str | None]:
        """The links to the pages where EDTF values stand, None where a value has none."""
        return _Made(self._date_link)

    def _date_link(self, edtf: str) -> str | None:
        address = address_of(edtf)
        return self.here.link(address) if address else None

    @cached_property
    def dates(self) -> Mapping[str, str]:
        """EDTF values in few words, links to the pages where they stand, as HTML."""
        return _Made(self._date)

    def _date(self, edtf: str) -> str:
        link, words = self.date_links[edtf], brief_date(edtf)
        return f"<a href={attribute(link)}>{words}</a>" if link else words

    def words(self, text: str, language: str | None = None) -> str:
        """Return words that may be in another language or direction than the page, isolated where they are."""
        return words_in(self.here, text, language)

    def title(self, article: Article) -> str:
        """Return the title of an article."""
        return self.words(article.title, article.language)

    def article_link(self, article: Article) -> str:
        """Return a link to an article, its title."""
        before, after = self._around_slug
        return f"<a href={before}{article.id}{after}>{self.title(article)}</a>"

    @cached_property
    def _around_slug(self) -> tuple[str, str]:
        """What stands around the slug in the link from one article to another; with that it needs no quotes."""
        before, _, after = self.here.link("articles/-/").partition("-")
        return before, after


def _day(article: Article) -> Day:
    edtf = article.date
    if edtf and (found := _DAY.fullmatch(edtf)):
        year, month, day = found.groups()
        short = f"{article.id} {int(day)}{_MONTHS[int(month)]}"
        return Day(f"{short} {year}", intern(year), short)
    words = f"{article.id} {brief_date(edtf) if edtf else 'undated'}"
    return Day(words, "", words)


def brief_date(edtf: str) -> str:
    """Return a date in few words: `20 Nov 2020`; what is no day or month in full."""
    short = short_date(edtf)
    return short if short == date_words(edtf) else f"{short} {edtf[:4]}"
