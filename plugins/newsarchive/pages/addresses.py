"""Addresses: every address of the site, known without making a page."""

from collections.abc import Iterator
from typing import Any

from newsarchive.archive import Archive
from newsarchive.pages.almanac import Almanac
from newsarchive.pages.articles import article_list
from newsarchive.pages.date_page import date_sheets
from newsarchive.pages.dates import ambiguous_list, stretch_list
from newsarchive.pages.elsewhere import compare_address, compared_pairs
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.left_out import left_out_lists
from newsarchive.pages.namings import naming_list
from newsarchive.pages.notes import note_list
from newsarchive.pages.passages import passage_list
from newsarchive.pages.sheets import LongList
from newsarchive.pages.statement_list import statement_list
from newsarchive.pages.statements import other_lists

FIXED = frozenset(
    {
        "", "articles/", "dates/", "districts/", "events/", "left-out/", "notes/", "organisations/", "passages/",
        "people/", "places/", "search/", "statements/",
    }
)  # fmt: skip


def site_addresses(archive: Archive) -> frozenset[str]:
    """Return the addresses of all pages that `site_pages` makes of `archive`."""
    indexes = Indexes(archive)
    return FIXED.union(
        (article.address for article in archive.articles),
        (entity.address for entity in archive.registry.entities),
        (f"passages/{passage.id}/" for passage in archive.passages),
        (compare_address(*pair) for pair in compared_pairs(archive)),
        _date_addresses(indexes.almanac),
        (sheet.address for listed in _long_lists(indexes) for sheet in listed.sheets),
    )


def _date_addresses(almanac: Almanac) -> Iterator[str]:
    for entry in almanac.entries.values():
        yield from (sheet.address for sheet in date_sheets(almanac, entry))


def _long_lists(indexes: Indexes) -> Iterator[LongList[Any]]:
    archive, left_out = indexes.archive, left_out_lists(indexes)
    yield article_list(archive.articles)
    yield passage_list(archive)
    yield note_list(indexes)
    yield from (stretch_list(indexes.almanac), ambiguous_list(indexes.almanac))
    yield from (left_out.names, left_out.suppressed)
    yield from other_lists(indexes)
    for entity in archive.registry.entities:
        yield naming_list(entity, indexes.namings(entity))
        yield statement_list(indexes, entity)
