"""The page of all notes, by article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from newsarchive.annotation import Note
from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.digest import digest
from newsarchive.pages.concordance import Line, line_around
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.sheets import LongList, excerpt, numbered_list

_ROOT, _TITLE = "notes/", "Notes"
_DESCRIPTION = "What people remark on passages of the articles."


@dataclass(frozen=True, slots=True)
class NotedArticle:
    """An article, and its notes in the order of the text, each with the sentence that holds what it quotes."""

    article: Article
    notes: tuple[tuple[Note, Line], ...]


def note_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the page of all notes, also where there is none, and for its sheets where there are many."""
    listed, notes = note_list(setting.indexes), setting.indexes.in_order(setting.archive.notes)
    inputs = digest((len(notes), _listed(setting, excerpt(notes).shown)))
    yield Plan(_ROOT, inputs, partial(_page, setting, notes, listed))
    yield from sheet_plans(
        setting,
        "notes_sheet.html",
        Whole(_ROOT, _TITLE, "", _TITLE),
        listed.sheets,
        lambda sheet: tuple(_noted(setting, sheet.items)),
        lambda sheet: _listed(setting, sheet.items),
    )


def _listed(setting: Setting, notes: Iterable[Note]) -> bytes:
    """Return a digest of what a list of notes shows."""
    return digest(chain.from_iterable((repr(note), setting.indexes.digest_of(note.article)) for note in notes))


def _page(setting: Setting, notes: Sequence[Note], listed: LongList[tuple[Note, ...]]) -> Page:
    first = excerpt(notes)
    shown = tuple(_noted(setting, first.shown))
    html = setting.render("notes.html", _ROOT, title=_TITLE, shown=shown, more=first.more, listed=listed)
    return Page(_ROOT, _TITLE, html, description=_DESCRIPTION)


def note_list(indexes: Indexes) -> LongList[tuple[Note, ...]]:
    """Return the sheets of the notes, in the order of their articles' dates, where they are too many for one page."""
    return numbered_list(f"{_ROOT}all/", "all notes", indexes.in_order(indexes.archive.notes))


def _noted(setting: Setting, notes: Iterable[Note]) -> Iterator[NotedArticle]:
    for id_, found in grouped(notes, lambda note: note.article).items():
        article = setting.archive.article_by_id[id_]
        yield NotedArticle(article, tuple((note, line_around(article, note.span)) for note in found))
