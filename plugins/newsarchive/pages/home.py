"""The home page: what the archive is, what is new in it, and the ways in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest

from newsarchive.annotation import Passage
from newsarchive.digest import digest
from newsarchive.pages.chart_html import map_html, timeline_html
from newsarchive.pages.chronology import undated
from newsarchive.pages.districts import district_map
from newsarchive.pages.index_row import IndexRow, index_row
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.page import Page
from newsarchive.pages.passage_row import PassageRow, passage_row
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.timeline import Timeline, timeline_of, widened
from newsarchive.registry.entity import Room

_MOST_ARTICLES = 7
_MOST_ENTITIES = 10
_MOST_PASSAGES = 5
_MOST_PLACES = 30
_DAYS_AROUND = 31


@dataclass(frozen=True, slots=True)
class Extent:
    """How much the archive holds, and from which publishers."""

    articles: int
    sources: tuple[str, ...]
    earliest: str | None
    latest: str | None


def home_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the home page, which tells of the whole archive."""
    indexes = setting.indexes
    passages = (indexes.digest_of_passage(passage.id) for passage in _largest(setting))
    yield Plan("", digest((*indexes.digests, *passages)), partial(_home_page, setting))


def _home_page(setting: Setting) -> Page:
    newest = (setting.indexes.newest or undated(setting.archive.articles))[:_MOST_ARTICLES]
    timeline = _timeline(setting)
    districts = district_map(setting)
    drawing = districts or _places_map(setting)
    mentioned = _most_mentioned(setting)
    passages = _largest_passages(setting)
    words = "The districts" if districts else "The places"
    sections = chosen(
        {
            "newest": ("Newest articles", newest),
            "time": ("Through time", timeline),
            "map": (words, drawing),
            "mentioned": ("Most mentioned", mentioned),
            "passages": ("Longest shared passages", passages),
        }
    )
    values = {
        "extent": _extent(setting),
        "newest": newest,
        "timeline": timeline and timeline_html(timeline, ["articles published", "times spoken of"], "chart-time"),
        "map": drawing and map_html(Here("", setting), drawing, "chart-map", words),
        "mentioned": mentioned,
        "passages": passages,
    }
    return sectioned_page(setting, "home.html", "", setting.site_name, sections, values)


def _extent(setting: Setting) -> Extent:
    articles = setting.indexes.articles
    sources = sorted({article.source.name for article in articles if article.source})
    dates = list(filter(None, setting.indexes.dates))
    return Extent(len(articles), tuple(sources), dates[0] if dates else None, dates[-1] if dates else None)


def _timeline(setting: Setting) -> Timeline | None:
    """Draw what was published over what is spoken of, about when the articles were published."""
    spoken = {value: times for value, times in setting.indexes.spoken.values.counts.items() if value}
    frame = setting.indexes.frame
    return timeline_of(frame and widened(frame, _DAYS_AROUND, spoken), [filter(None, setting.indexes.dates), spoken])


def _places_map(setting: Setting) -> LocatorMap | None:
    indexes = setting.indexes
    entities = [entity for entity in setting.archive.registry.entities if entity.room == Room.PLACES and entity.point]
    ranked = sorted(entities, key=lambda entity: (-indexes.mentions_count(entity), entity.id))
    places = (indexes.gazetteer.place_of(entity, main=True) for entity in ranked[:_MOST_PLACES])
    return locator_map([place for place in places if place])


def _most_mentioned(setting: Setting) -> tuple[IndexRow, ...]:
    count = setting.indexes.mentions_count
    entities = [entity for entity in setting.archive.registry.entities if count(entity)]
    ranked = sorted(entities, key=lambda entity: (-count(entity), entity.id))
    return tuple(index_row(setting, entity) for entity in ranked[:_MOST_ENTITIES])


def _largest_passages(setting: Setting) -> tuple[PassageRow, ...]:
    return tuple(passage_row(setting.archive, passage) for passage in _largest(setting))


def _largest(setting: Setting) -> list[Passage]:
    return nsmallest(_MOST_PASSAGES, setting.archive.passages, key=lambda passage: (-passage.words, passage.id))
