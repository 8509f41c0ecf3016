"""The page of all notes, by article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.annotation import Note
from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.pages.concordance import Line, line_around
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.page import Page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_pages
from newsarchive.pages.sheets import LongList, excerpt, numbered_list

_ROOT, _TITLE = "notes/", "Notes"
_DESCRIPTION = "What people remark on passages of the articles."


@dataclass(frozen=True, slots=True)
class NotedArticle:
    """An article, and its notes in the order of the text, each with the sentence that holds what it quotes."""

    article: Article
    notes: tuple[tuple[Note, Line], ...]


def note_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of all notes, also where there is none, and its sheets where there are many."""
    listed, notes = note_list(setting.indexes), setting.indexes.in_order(setting.archive.notes)
    first = excerpt(notes)
    shown = tuple(_noted(setting, first.shown))
    html = setting.render("notes.html", _ROOT, title=_TITLE, shown=shown, more=first.more, listed=listed)
    yield Page(_ROOT, _TITLE, html, description=_DESCRIPTION)
    whole = Whole(_ROOT, _TITLE, "", _TITLE)
    yield from sheet_pages(
        setting, "notes_sheet.html", whole, listed.sheets, lambda sheet: tuple(_noted(setting, sheet.items))
    )


def note_list(indexes: Indexes) -> LongList[Note]:
    """Return the sheets of the notes, in the order of their articles' dates, where they are too many for one page."""
    return numbered_list(f"{_ROOT}all/", "all notes", indexes.in_order(indexes.archive.notes))


def _noted(setting: Setting, notes: Iterable[Note]) -> Iterator[NotedArticle]:
    for id_, found in grouped(notes, lambda note: note.article).items():
        article = setting.archive.article_by_id[id_]
        yield NotedArticle(article, tuple((note, line_around(article, note.span)) for note in found))
