"""Addresses: every address of the site, known without making a page."""

from newsarchive.archive import Archive
from newsarchive.pages.elsewhere import compare_address, compared_pairs
from newsarchive.pages.indexes import Indexes

FIXED = frozenset(
    {
        "", "articles/", "dates/", "districts/", "events/", "left-out/", "organisations/", "passages/", "people/",
        "places/", "search/", "statements/",
    }
)  # fmt: skip


def site_addresses(archive: Archive) -> frozenset[str]:
    """Return the addresses of all pages that `site_pages` makes of `archive`."""
    return FIXED.union(
        (article.address for article in archive.articles),
        (entity.address for entity in archive.registry.entities),
        (f"passages/{passage.id}/" for passage in archive.passages),
        (compare_address(*pair) for pair in compared_pairs(archive)),
        (entry.address for entry in Indexes(archive).almanac.entries.values()),
    )
