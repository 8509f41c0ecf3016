"""The page of a year, month or day as HTML: an archive has thousands, nearly all short, so no template writes them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from newsarchive.pages.article_row import words_in
from newsarchive.pages.date_words import date_words
from newsarchive.pages.month import Month
from newsarchive.pages.month_html import KEY, month_html
from newsarchive.pages.setting import Here
from newsarchive.pages.spoken import SpokenRows

MOST_NAMED = 5
"""Entities that a date's page lists as named in its sentences, those beside it most often."""

Beside = tuple[str | None, str | None]
_MOVED = "Each date as its article tells it; where a date moved, each article keeps its own."


@dataclass(frozen=True, slots=True)
class DateView:
    """What the page of a year, month or day shows.

    `above` are the dates in which this one lies, `beside` those of the same unit before and after it that have a page.
    `calendar` and the others are HTML, "" where there is nothing to list. `planned` and `around` hold
    sentences where they are few, else they say where these stand. `further` leads to the pages that go on with it.
    """

    title: str
    above: tuple[str, ...]
    published: str
    told: str
    calendar: str = ""
    planned: str = ""
    further: str = ""
    named: str = ""
    around: str = ""
    beside: Beside = (None, None)


def date_html(here: Here, view: DateView, sections: Mapping[str, str]) -> Markup:
    """Return the page of a date; `sections` are the headings, by their anchors, of what has something to show."""
    return Markup("".join(_pieces(here, view, sections)))  # noqa: S704  # texts and values are escaped


def _pieces(here: Here, view: DateView, sections: Mapping[str, str]) -> Iterator[str]:
    contents = {
        "calendar": f"{KEY}\n\n{view.calendar}",
        "published": view.published,
        "planned": f'<p class="na-from">{_MOVED}</p>\n{view.planned}',
        "spoken": view.told,
        "further": view.further,
        "named": view.named,
        "around": view.around,
    }
    yield f'<div class="na-page na-wide">\n<h1>{view.title}</h1>\n'
    if view.above:
        wholes = ", in ".join([f'<a href="{_to(here, id_)}">{date_words(id_)}</a>' for id_ in reversed(view.above)])
        yield f'<p class="na-from">In {wholes}.</p>\n'
    for anchor, content in contents.items():
        if anchor in sections:
            yield f'<h2 id="{anchor}">{sections[anchor]}</h2>\n\n{content}\n'
        elif anchor == "further" and content:
            yield f"{content}\n"
    yield from _neighbours(here, *view.beside)
    yield "</div>"


def _to(here: Here, id_: str, anchor: str = "") -> str:
    return here.link(f"dates/{id_}/", anchor)


def _neighbours(here: Here, earlier: str | None, later: str | None) -> Iterator[str]:
    if earlier or later:
        yield '<nav class="na-neighbours" aria-label="Before and after">\n'
        if earlier:
            yield f'<p>Before: <a href="{_to(here, earlier)}" rel="prev">{date_words(earlier)}</a></p>\n'
        if later:
            yield f'<p>After: <a href="{_to(here, later)}" rel="next">{date_words(later)}</a></p>\n'
        yield "</nav>\n"


def calendar_html(here: Here, months: Iterable[Month]) -> str:
    """Return months as calendars; "" for none."""
    shown = "".join([f"<div>{month_html(here, month)}</div>\n" for month in months])
    return f'<div class="na-months">\n{shown}</div>' if shown else ""


def further_html(here: Here, sheets: Iterable[tuple[str, int]]) -> str:
    """Return the ways to further pages (address, number); "" for none."""
    ways = ", ".join([f'<a href="{here.link(address)}">{number}</a>' for address, number in sheets])
    return f"<p>This date goes on, on its further pages: {ways}.</p>" if ways else ""


def elsewhere_html(here: Here, counts: Iterable[tuple[str, int]]) -> str:
    """Return the ways to the pages where sentences stand: ids of dates, "" for the page of all, each with how many."""
    return _counted(
        (_to(here, id_, "spoken"), date_words(id_), count)
        if id_
        else (here.link("dates/", "stretches"), "longer than a year", count)
        for id_, count in counts
    )


def named_html(here: Here, spoken: SpokenRows) -> str:
    """Name the entities that stand in the same sentences as the expressions, the most frequent first."""
    entities = here.setting.archive.registry.by_id
    counts = here.setting.indexes.named_beside.counts(spoken.rows.tolist())
    named = ((entities[id_], count) for id_, count in counts[:MOST_NAMED])
    return _counted(
        (here.link(entity.address), words_in(here, entity.names[0].text, entity.names[0].language), count)
        for entity, count in named
    )


def _counted(links: Iterable[tuple[str, str, int]]) -> str:
    """Return links (address, words as HTML, how often) in one paragraph; "" where there is none."""
    listed = ", ".join([f'<a href="{href}">{words}</a> ×{count}' for href, words, count in links])
    return f"<p>{listed}</p>" if listed else ""
