"""The side column of an article: who, where, when, statements, passages, each with its places in the text.

Dozens of entries stand on every article's page, so no template writes them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsarchive.annotation import DateExpression, Statement
from newsarchive.archive import grouped
from newsarchive.article import Span
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.anchors import pilcrow
from newsarchive.pages.elsewhere import Company
from newsarchive.pages.finds import Finds
from newsarchive.pages.overlay import attribute
from newsarchive.pages.phrases import Phrases, brief_date
from newsarchive.registry.entity import Room

Presence = tuple[str, list[str]]  # an entity's id, and the blocks of its mentions

_SECTIONS = (
    ("Who", "who", (Room.PEOPLE, Room.ORGANISATIONS)),
    ("Where", "where", (Room.DISTRICTS, Room.PLACES)),
    ("Events", "events", (Room.EVENTS,)),
)


class Named(NamedTuple):
    """A part of the side column about entities: its heading, its anchor, and whom it lists, the most frequent first."""

    title: str
    anchor: str
    presences: list[Presence]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the side column: its heading, its anchor, and its entries, which are HTML."""

    title: str
    anchor: str
    entries: tuple[str, ...]


def side_column(
    phrases: Phrases, finds: Finds, named: Sequence[Named], company: Iterable[Company]
) -> tuple[Section, ...]:
    """Return the side column of an article; `company` are the articles that it shares passages with."""
    sections = (
        *(Section(part.title, part.anchor, tuple(_entries(phrases, part.presences))) for part in named),
        Section("When", "when", tuple(_dates(phrases, finds.dates))),
        Section("Statements", "statements", tuple(_speakers(phrases, finds.statements))),
        Section("Passages", "passages", tuple(_company(phrases, one) for one in company)),
    )
    return tuple(section for section in sections if section.entries)


def side_html(sections: Iterable[Section]) -> str:
    """Return the sections one after the other."""
    return "\n".join([_section(section) for section in sections])


def _section(section: Section) -> str:
    items = "<li>".join(section.entries)
    return f"<section><h2 id={section.anchor}>{section.title}</h2><ul><li>{items}</ul></section>"


def named_in(phrases: Phrases, finds: Finds) -> tuple[Named, ...]:
    """Return the entities that an article names, in the parts in which the side column lists them."""
    blocks: dict[str, list[str]] = {}
    for mention in finds.mentions:
        blocks.setdefault(mention.entity, []).append(mention.span.block)
    of_room: dict[Room, list[tuple[int, str]]] = {}
    for entity, found in blocks.items():
        of_room.setdefault(phrases.labels[entity].entity.room, []).append((-len(found), entity))
    return tuple(
        Named(title, anchor, [(entity, blocks[entity]) for _, entity in sorted(_of(of_room, rooms))])
        for title, anchor, rooms in _SECTIONS
    )


def _of(of_room: Mapping[Room, Sequence[tuple[int, str]]], rooms: Iterable[Room]) -> Iterator[tuple[int, str]]:
    return (one for room in rooms for one in of_room.get(room, ()))


def _entries(phrases: Phrases, found: Iterable[Presence]) -> Iterator[str]:
    """Yield the entries of entities; a script shows them again as cards beside the mentions.

    The end of an entry ends its paragraph, as HTML has it. Where the address says all that this would, there is none.
    """
    for entity, blocks in found:
        label = phrases.labels[entity]
        yield f"{label.link} {_spots(blocks)}{label.names}"


def _spots(blocks: Sequence[str]) -> str:
    """Return the ways to the blocks, each once, and how many they are where one stands for several."""
    if len(blocks) == 1:
        return _spot(blocks[0])
    once = list(dict.fromkeys(blocks))
    count = "" if len(once) == len(blocks) else f"{len(blocks)} × "
    return count + " ".join([_spot(block) for block in once])


@lru_cache(maxsize=1024)
def _spot(block: str) -> str:
    return f"<a href=#{block}>{pilcrow(block)}</a>"


def _blocks(spans: Iterable[Span]) -> list[str]:
    return [span.block for span in spans]


def _dates(phrases: Phrases, dates: Iterable[DateExpression]) -> Iterator[str]:
    """Yield the dates from the earliest to the latest."""
    known: dict[str, list[str]] = {}
    for date in dates:
        if date.edtf:
            known.setdefault(date.edtf, []).append(date.span.block)
    for edtf in sorted(known, key=_time):
        link, words = phrases.date_links[edtf], brief_date(edtf)
        shown = f"<a href={attribute(link)}>{words}</a>" if link else words
        yield f"{shown} {_spots(known[edtf])}"


@lru_cache(maxsize=16384)
def _time(edtf: str) -> tuple[object, ...]:
    value = parse_edtf(edtf)
    return value.first, value.last, edtf


def _speakers(phrases: Phrases, statements: Iterable[Statement]) -> Iterator[str]:
    """Yield the speakers as the text names them, the most frequent first; what nobody is said to say comes last."""
    of_speaker: dict[str | None, tuple[Statement, ...]] = grouped(statements, lambda statement: statement.speaker)
    for name in sorted(of_speaker, key=lambda name: (name is None, -len(of_speaker[name]), name or "")):
        words = "speaker not named" if name is None else phrases.words(name)
        yield f"{words} {_spots(_blocks(one.span for one in of_speaker[name]))}"


def _company(phrases: Phrases, company: Company) -> str:
    words = "within this article" if company.own else phrases.article_link(company.article)
    compare = f" <a href={attribute(phrases.here.link(company.compare))}>side by side</a>" if company.compare else ""
    return f"{words} {_spots(company.blocks)}{compare}"
