"""The side column of an article: who, where, when, statements, passages, each with its places in the text.

Dozens of entries stand on every article's page, so no template writes them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsarchive.annotation import DateExpression, Statement
from newsarchive.archive import grouped
from newsarchive.article import Span
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.anchors import spot
from newsarchive.pages.elsewhere import Company
from newsarchive.pages.finds import Finds
from newsarchive.pages.overlay import attribute
from newsarchive.pages.phrases import Phrases
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


def blocks_of_entities(finds: Finds) -> dict[str, list[str]]:
    """Return the blocks of the mentions of each entity that an article names, as the text first names them."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for mention in finds.mentions:
        blocks[mention.entity].append(mention.span.block)
    return blocks


def named_in(phrases: Phrases, blocks: Mapping[str, list[str]]) -> tuple[Named, ...]:
    """Return the entities that an article names in these blocks, in the parts in which the side column lists them."""
    parts = tuple(Named(title, anchor, []) for title, anchor, _ in _SECTIONS)
    of_room = {room: part.presences for part, (_, _, rooms) in zip(parts, _SECTIONS, strict=True) for room in rooms}
    for _, entity in sorted([(-len(found), entity) for entity, found in blocks.items()]):
        of_room[phrases.labels[entity].room].append((entity, blocks[entity]))
    return parts


def _entries(phrases: Phrases, found: Iterable[Presence]) -> Iterator[str]:
    """Yield the entries of entities; a script shows them again as cards beside the mentions.

    The end of an entry ends its paragraph, as HTML has it. Where the address says all that this would, there is none.
    """
    labels = phrases.labels
    for entity, blocks in found:
        label = labels[entity]
        yield f"{label.link} {spot(blocks[0]) if len(blocks) == 1 else _spots(blocks)}{label.names}"


def _spots(blocks: Sequence[str]) -> str:
    """Return the ways to the blocks, each once, and how many they are where one stands for several."""
    if len(blocks) == 1:
        return spot(blocks[0])
    once = dict.fromkeys(blocks)
    count = "" if len(once) == len(blocks) else f"{len(blocks)} × "
    return count + " ".join(map(spot, once))


def _blocks(spans: Iterable[Span]) -> list[str]:
    return [span.block for span in spans]


def _dates(phrases: Phrases, dates: Iterable[DateExpression]) -> Iterator[str]:
    """Yield the dates from the earliest to the latest."""
    known: dict[str, list[str]] = defaultdict(list)
    for date in dates:
        if date.edtf:
            known[date.edtf].append(date.span.block)
    for edtf in sorted(known, key=_time):
        yield f"{phrases.dates[edtf]} {_spots(known[edtf])}"


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
