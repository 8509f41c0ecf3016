"""The page of what was found and left out: names and passages, each with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.annotation import AmbiguousMention, Suppressed
from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.pages.concordance import Line
from newsarchive.pages.page import Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.registry.entity import Entity

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
    """Yield the page of what was left out, also where nothing was."""
    names = tuple(_names(setting))
    suppressed = tuple(_suppressed(setting))
    ambiguous_dates = len(setting.indexes.almanac.ambiguous)
    sections = chosen(
        {
            "names": ("Names that could mean several", names),
            "dates": ("Dates that could mean several", ambiguous_dates),
            "suppressed": ("Found and not shown", suppressed),
        }
    )
    values = {"names": names, "suppressed": suppressed, "ambiguous_dates": ambiguous_dates}
    yield sectioned_page(setting, "left_out.html", "left-out/", "Left out", sections, values)


def _names(setting: Setting) -> Iterator[Unlinked]:
    entities = setting.archive.registry.by_id
    groups = grouped(setting.indexes.in_order(setting.archive.ambiguous), _claim)
    for (name, candidates), mentions in sorted(groups.items()):
        meant = tuple(entities[candidate] for candidate in candidates if candidate in entities)
        yield Unlinked(name, meant, setting.indexes.lines(mentions))


def _claim(mention: AmbiguousMention) -> tuple[str, tuple[str, ...]]:
    return mention.name, mention.candidates


def _suppressed(setting: Setting) -> Iterator[SuppressedRow]:
    for one in setting.archive.suppressed:
        excerpt = one.text[:_EXCERPT]
        article = setting.archive.article_by_id[one.article]
        yield SuppressedRow(one, article, excerpt, len(excerpt) < len(one.text))
