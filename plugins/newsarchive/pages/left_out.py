"""The page of what was found and left out: names and passages, each with the reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.annotation import AmbiguousMention, Suppressed
from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.pages.concordance import Line
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.page import Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_pages
from newsarchive.pages.sheets import LongList, excerpt, numbered_list
from newsarchive.registry.entity import Entity

_ROOT, _TITLE = "left-out/", "Left out"
_EXCERPT = 240  # code points


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


def left_out_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of what was left out, also where nothing was, and its sheets where it was much."""
    listed, indexes = left_out_lists(setting.indexes), setting.indexes
    names = tuple(_names(setting, excerpt(_ambiguous(indexes)).shown))
    suppressed = tuple(_suppressed(setting, excerpt(setting.archive.suppressed).shown))
    ambiguous_dates = len(indexes.almanac.ambiguous)
    sections = chosen(
        {
            "names": ("Names that could mean several", names),
            "dates": ("Dates that could mean several", ambiguous_dates),
            "suppressed": ("Found and not shown", suppressed),
        }
    )
    values = {"names": names, "suppressed": suppressed, "ambiguous_dates": ambiguous_dates, "listed": listed}
    yield sectioned_page(setting, "left_out.html", _ROOT, _TITLE, sections, values)
    whole = Whole(_ROOT, _TITLE, "names", _TITLE)
    sheets = listed.names.sheets
    yield from sheet_pages(
        setting, "names_sheet.html", whole, sheets, lambda sheet: tuple(_names(setting, sheet.items))
    )
    whole = Whole(_ROOT, _TITLE, "suppressed", _TITLE)
    shown = listed.suppressed.sheets
    template = "suppressed_sheet.html"
    yield from sheet_pages(setting, template, whole, shown, lambda sheet: tuple(_suppressed(setting, sheet.items)))


@dataclass(frozen=True, slots=True)
class LeftOutLists:
    """The sheets of the names and of the finds that were left out, where they are too many for one page."""

    names: LongList[AmbiguousMention]
    suppressed: LongList[Suppressed]


def left_out_lists(indexes: Indexes) -> LeftOutLists:
    """Return the sheets of what was left out."""
    return LeftOutLists(
        numbered_list(f"{_ROOT}names/", "Names that could mean several", _ambiguous(indexes)),
        numbered_list(f"{_ROOT}suppressed/", "Found and not shown", indexes.archive.suppressed),
    )


def _ambiguous(indexes: Indexes) -> list[AmbiguousMention]:
    """Return the ambiguous mentions by name, then in the order of the articles' dates."""
    return sorted(indexes.in_order(indexes.archive.ambiguous), key=_claim)


def _names(setting: Setting, ambiguous: Iterable[AmbiguousMention]) -> Iterator[Unlinked]:
    entities = setting.archive.registry.by_id
    for (name, candidates), mentions in grouped(ambiguous, _claim).items():
        meant = tuple(entities[candidate] for candidate in candidates if candidate in entities)
        yield Unlinked(name, meant, setting.indexes.lines(mentions))


def _claim(mention: AmbiguousMention) -> tuple[str, tuple[str, ...]]:
    return mention.name, mention.candidates


def _suppressed(setting: Setting, suppressed: Iterable[Suppressed]) -> Iterator[SuppressedRow]:
    for one in suppressed:
        words = one.text[:_EXCERPT]
        article = setting.archive.article_by_id[one.article]
        yield SuppressedRow(one, article, words, len(words) < len(one.text))
