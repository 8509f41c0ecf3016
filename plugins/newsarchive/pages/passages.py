"""The index of passages."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.annotation import Passage
from newsarchive.pages.elsewhere import compare_address
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.passage_row import PassageRow, passage_row
from newsarchive.pages.setting import Setting


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage in the index; `compare` is the address of its two articles' page, None where it has not just two."""

    row: PassageRow
    compare: str | None


def passages_pages(setting: Setting) -> Iterator[Page]:
    """Yield the index of passages, the largest first."""
    ordered = sorted(setting.archive.passages, key=_size)
    entries = tuple(_entry(passage_row(setting.archive, passage)) for passage in ordered)
    yield Page(
        address="passages/",
        title="Passages",
        html=setting.render("passages.html", "passages/", entries=entries),
        headings=(Heading(2, "passages", "All passages"),),
        anchors=("passages",),
        description="Stretches of text that stand in two or more places, the largest first.",
    )


def _size(passage: Passage) -> tuple[int, int, str]:
    return -passage.words, -len(passage.witnesses), passage.id


def _entry(row: PassageRow) -> PassageEntry:
    pair = [article.id for article in row.articles]
    return PassageEntry(row, compare_address(*pair) if len(pair) == 2 else None)  # noqa: PLR2004  # a pair is two
