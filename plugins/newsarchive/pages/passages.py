"""The index of passages, and its sheets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from newsarchive.annotation import Passage
from newsarchive.archive import Archive
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.elsewhere import compare_address
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.passage_row import PassageRow, passage_row
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_pages
from newsarchive.pages.sheets import FEW, MOST, LongList, long_list

_ROOT = "passages/"
_NEVER = (date.max, date.max, "")


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage in the index; `compare` is the address of its two articles' page, None where it has not just two."""

    row: PassageRow
    compare: str | None


def passages_pages(setting: Setting) -> Iterator[Page]:
    """Yield the index of passages, the largest first, and where they are many, its sheets by their dates."""
    ordered = sorted(setting.archive.passages, key=_size)
    listed = passage_list(setting.archive)
    entries = _entries(setting.archive, ordered[:FEW] if listed.years else ordered)
    yield Page(
        address=_ROOT,
        title="Passages",
        html=setting.render("passages.html", _ROOT, entries=entries, listed=listed.years),
        headings=(Heading(2, "passages", "The largest passages" if listed.years else "All passages"),),
        anchors=("passages",),
        description="Stretches of text that stand in two or more places, the largest first.",
    )
    whole = Whole(_ROOT, "Passages", "passages", "Passages")
    yield from sheet_pages(
        setting,
        "passages_sheet.html",
        whole,
        listed.sheets,
        lambda sheet: _entries(setting.archive, sheet.items),
    )


def passage_list(archive: Archive) -> LongList[Passage]:
    """Return the sheets of the passages by the dates of their first articles, where one page is too small for them."""
    if len(archive.passages) <= MOST:
        return LongList()
    first = {passage.id: min(_dates(archive, passage), default=_NEVER) for passage in archive.passages}
    ordered = sorted(archive.passages, key=lambda passage: (first[passage.id], _size(passage)))
    return long_list(f"{_ROOT}in/", ordered, lambda passage: first[passage.id][-1] or None)


def _dates(archive: Archive, passage: Passage) -> Iterator[tuple[date, date, str]]:
    """Yield the dates of the articles that have the passage, each with its EDTF value."""
    for witness in passage.witnesses:
        article = archive.article_by_id[witness.article]
        if article.date is not None:
            value = parse_edtf(article.date)
            yield value.first, value.last, article.date


def _size(passage: Passage) -> tuple[int, int, str]:
    return -passage.words, -len(passage.witnesses), passage.id


def _entries(archive: Archive, passages: Iterable[Passage]) -> tuple[PassageEntry, ...]:
    return tuple(_entry(passage_row(archive, passage)) for passage in passages)


def _entry(row: PassageRow) -> PassageEntry:
    pair = [article.id for article in row.articles]
    return PassageEntry(row, compare_address(*pair) if len(pair) == 2 else None)  # noqa: PLR2004  # a pair is two
