"""The page of what was found and left out: names and passages, each with the reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from newsarchive.annotation import Suppressed
from newsarchive.archive import grouped
from newsarchive.article import Article, Span
from newsarchive.digest import digest
from newsarchive.pages.concordance import Line, lines_in
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.sheets import excerpt, numbered_list
from newsarchive.registry.entity import Entity

_ROOT, _TITLE = "left-out/", "Left out"
_NAMES, _SUPPRESSED = "Names that could mean several", "Found and not shown"
_EXCERPT = 240  # code points


class Unclear(NamedTuple):
    """An ambiguous mention: its name, whom it may mean, its article's position and its own in the article."""

    name: str
    candidates: tuple[str, ...]
    position: int
    number: int


class Unshown(NamedTuple):
    """Something that was found and left out: the position of its article, and its own among the finds of the article.

    What was found between articles has the position `BETWEEN`, and its own among the finds of the archive.
    """

    position: int
    number: int


BETWEEN = -1


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A name that several entities bear and that nothing decides, with those entities and its sentences."""

    name: str
    candidates: tuple[Entity, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SuppressedRow:
    """Something that was left out, its article, and its first words; `cut` where they go on."""

    suppressed: Suppressed
    article: Article
    excerpt: str
    cut: bool


def left_out_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the page of what was left out, also where nothing was, and for its sheets where it was much."""
    indexes = setting.indexes
    unclear, unshown = _unclear(indexes), _unshown(indexes)
    names = numbered_list(f"{_ROOT}names/", _NAMES, unclear)
    suppressed = numbered_list(f"{_ROOT}suppressed/", _SUPPRESSED, unshown)
    shown = _unclear_inputs(indexes, excerpt(unclear).shown), _unshown_inputs(indexes, excerpt(unshown).shown)
    inputs = digest((*shown, len(unclear), len(unshown), len(indexes.almanac.ambiguous)))
    yield Plan(_ROOT, inputs, partial(_page, setting, unclear, unshown))
    yield from sheet_plans(
        setting,
        "names_sheet.html",
        Whole(_ROOT, _TITLE, "names", _TITLE),
        names.sheets,
        lambda sheet: tuple(_names(setting, sheet.items)),
        lambda sheet: _unclear_inputs(indexes, sheet.items),
    )
    yield from sheet_plans(
        setting,
        "suppressed_sheet.html",
        Whole(_ROOT, _TITLE, "suppressed", _TITLE),
        suppressed.sheets,
        lambda sheet: tuple(_suppressed(setting, sheet.items)),
        lambda sheet: _unshown_inputs(indexes, sheet.items),
    )


def _page(setting: Setting, unclear: Sequence[Unclear], unshown: Sequence[Unshown]) -> Page:
    names = tuple(_names(setting, excerpt(unclear).shown))
    suppressed = tuple(_suppressed(setting, excerpt(unshown).shown))
    ambiguous_dates = len(setting.indexes.almanac.ambiguous)
    sections = chosen(
        {
            "names": (_NAMES, names),
            "dates": ("Dates that could mean several", ambiguous_dates),
            "suppressed": (_SUPPRESSED, suppressed),
        }
    )
    listed = {
        "names": numbered_list(f"{_ROOT}names/", _NAMES, unclear).years,
        "suppressed": numbered_list(f"{_ROOT}suppressed/", _SUPPRESSED, unshown).years,
    }
    values = {"names": names, "suppressed": suppressed, "ambiguous_dates": ambiguous_dates, "listed": listed}
    return sectioned_page(setting, "left_out.html", _ROOT, _TITLE, sections, values)


def _unclear(indexes: Indexes) -> tuple[Unclear, ...]:
    """Return the ambiguous mentions by name, then in the order of the articles' dates."""
    found = (
        Unclear(name, candidates, position, number)
        for position, synopsis in enumerate(indexes.synopses)
        for number, (name, candidates) in enumerate(synopsis.ambiguous)
    )
    return tuple(sorted(found))


def _unshown(indexes: Indexes) -> tuple[Unshown, ...]:
    """Return what was left out of articles, in the order of their dates, then what was found between them."""
    within = (
        Unshown(position, number)
        for position, synopsis in enumerate(indexes.synopses)
        for number in range(synopsis.suppressed)
    )
    return (*within, *(Unshown(BETWEEN, number) for number in range(len(indexes.archive.left_out))))


def _unclear_inputs(indexes: Indexes, unclear: Iterable[Unclear]) -> bytes:
    return digest(chain.from_iterable((indexes.digests[one.position], one.number) for one in unclear))


def _unshown_inputs(indexes: Indexes, unshown: Iterable[Unshown]) -> bytes:
    return digest(chain.from_iterable(_of_unshown(indexes, one) for one in unshown))


def _of_unshown(indexes: Indexes, one: Unshown) -> tuple[bytes, str | int]:
    if one.position != BETWEEN:
        return indexes.digests[one.position], one.number
    found = indexes.archive.left_out[one.number]
    return indexes.digest_of(found.article), repr(found)


def _names(setting: Setting, unclear: Iterable[Unclear]) -> Iterator[Unlinked]:
    entities = setting.archive.registry.by_id
    for (name, candidates), found in grouped(unclear, lambda one: (one.name, one.candidates)).items():
        meant = tuple(entities[candidate] for candidate in candidates if candidate in entities)
        yield Unlinked(name, meant, tuple(_lines(setting.indexes, found)))


def _lines(indexes: Indexes, unclear: Iterable[Unclear]) -> Iterator[Line]:
    for position, group in groupby(unclear, attrgetter("position")):
        ambiguous = indexes.rows(position).ambiguous
        spans = [Span(*ambiguous[one.number][:3]) for one in group]
        yield from lines_in(indexes.articles[position], spans)


def _suppressed(setting: Setting, unshown: Iterable[Unshown]) -> Iterator[SuppressedRow]:
    for one in unshown:
        found = _find(setting.indexes, one)
        words = found.text[:_EXCERPT]
        article = setting.archive.article_by_id[found.article]
        yield SuppressedRow(found, article, words, len(words) < len(found.text))


def _find(indexes: Indexes, one: Unshown) -> Suppressed:
    if one.position == BETWEEN:
        return indexes.archive.left_out[one.number]
    block, start, end, kind, reason, text, detail = indexes.rows(one.position).suppressed[one.number]
    article = indexes.articles[one.position].id
    return Suppressed(kind, reason, article, Span(block, start, end), text, detail)
