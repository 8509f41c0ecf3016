"""The index of passages, and its sheets."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from newsarchive.annotation import Passage
from newsarchive.archive import Archive
from newsarchive.digest import digest
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.article_row import title_link
from newsarchive.pages.block_view import shortened
from newsarchive.pages.comparing import compare_address
from newsarchive.pages.overlay import escaped, quoted
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.passage_row import PassageRow, passage_row
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.sheets import FEW, MOST, LongList, long_list

_ROOT = "passages/"
_NEVER = (date.max, date.max, "")
_EXCERPT = 100  # code points of a passage
_MOST_ARTICLES = 3


def passages_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the index of passages, the largest first, and where they are many, for its sheets by date."""
    ordered = sorted(setting.archive.passages, key=_size)
    listed = passage_list(setting.archive)
    shown = ordered[:FEW] if listed.years else ordered
    inputs = digest((repr(listed.years), _inputs(setting, shown)))
    yield Plan(_ROOT, inputs, partial(_index_page, setting, shown, listed))
    yield from sheet_plans(
        setting,
        "passages_sheet.html",
        Whole(_ROOT, "Passages", "passages", "Passages", "passage"),
        listed.sheets,
        lambda sheet: _entries(Here(sheet.address, setting), sheet.items),
        lambda sheet: _inputs(setting, sheet.items),
    )


def _inputs(setting: Setting, passages: Iterable[Passage]) -> bytes:
    indexes = setting.indexes
    return digest(part for one in passages for part in (indexes.digest_of_passage(one.id), _compared(setting, one)))


def _index_page(setting: Setting, shown: Sequence[Passage], listed: LongList[tuple[Passage, ...]]) -> Page:
    entries = _entries(Here(_ROOT, setting), shown)
    return Page(
        address=_ROOT,
        title="Passages",
        html=setting.render("passages.html", _ROOT, entries=entries, listed=listed.years),
        headings=(Heading(2, "passages", "The largest passages" if listed.years else "All passages"),),
        description="Stretches of text that stand in two or more places, the largest first.",
    )


def passage_list(archive: Archive) -> LongList[tuple[Passage, ...]]:
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


def _compared(setting: Setting, passage: Passage) -> str | None:
    """Return the address on which the two articles of a passage stand side by side; None where it has not just two."""
    pair = {witness.article for witness in passage.witnesses}
    return compare_address(setting.indexes.compared, *pair) if len(pair) == 2 else None  # noqa: PLR2004  # a pair is two


def _entries(here: Here, passages: Iterable[Passage]) -> str:
    """Return passages as the items of a list."""
    archive = here.setting.archive
    return "\n".join([f"<li>{_entry(here, passage_row(archive, passage))}</li>" for passage in passages])


def _entry(here: Here, row: PassageRow) -> str:
    passage, excerpt = row.passage, shortened(row.excerpt, _EXCERPT)
    going_on = "…" if row.cut and excerpt == row.excerpt else ""
    articles = "; ".join([title_link(here, article) for article in row.articles[:_MOST_ARTICLES]])
    further = len(row.articles) - _MOST_ARTICLES
    more = f" and {further} more" if further > 0 else ""
    compare = _compared(here.setting, passage)
    side = f' · <a href="{quoted(here.link(compare))}">side by side</a>' if compare else ""
    return (
        f'<a href="{quoted(here.link(row.address))}"><q><bdi>{escaped(excerpt)}</bdi>{going_on}</q></a>\n'
        f'<span class="na-from">{passage.words} words in {len(passage.witnesses)} places: {articles}{more}'
        f"{_differ(len(passage.divergences))}{side}</span>"
    )


def _differ(divergences: int) -> str:
    return f" · {divergences} {'divergence' if divergences == 1 else 'divergences'}" if divergences else ""
