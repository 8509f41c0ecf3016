"""The side column of an article: who, where, when, statements, passages, each with its places in the text.

Dozens of entries stand on every article's page, so no template writes them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsarchive.annotate.rows import DateRow, StatementRow
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.anchors import spot
from newsarchive.pages.elsewhere import Company
from newsarchive.pages.finds import Finds
from newsarchive.pages.overlay import attribute
from newsarchive.pages.phrases import Phrases
from newsarchive.registry.entity import Room

Blocks = Mapping[str, list[str]]
"""The blocks in which something stands, in the order of the text, each as often as it stands there; by its name."""

_HEADINGS = (
    ("Who", "who"),
    ("Where", "where"),
    ("Events", "events"),
    ("When", "when"),
    ("Statements", "statements"),
    ("Passages", "passages"),
)
_ROOMS = ((Room.PEOPLE, Room.ORGANISATIONS), (Room.DISTRICTS, Room.PLACES), (Room.EVENTS,))
_PART_OF_ROOM = {room: part for part, rooms in enumerate(_ROOMS) for room in rooms}


class Section(NamedTuple):
    """A part of the side column: its heading, its anchor, and its entries, which are HTML."""

    title: str
    anchor: str
    entries: list[str]


def side_column(
    phrases: Phrases, finds: Finds, named: Sequence[Iterable[str]], blocks: Blocks, company: Iterable[Company]
) -> list[Section]:
    """Return the side column of an article; `named` are the parts of it about entities, `blocks` where these stand.

    `company` are the articles that it shares passages with.
    """
    parts = (
        *[_entries(phrases, part, blocks) for part in named],
        _dates(phrases, finds.rows.dates),
        _speakers(phrases, finds.rows.statements),
        [_company(phrases, one) for one in company],
    )
    return [Section(*heading, entries) for heading, entries in zip(_HEADINGS, parts, strict=True) if entries]


def side_html(sections: Iterable[Section]) -> str:
    """Return the sections one after the other."""
    return "\n".join([_section(section) for section in sections])


def _section(section: Section) -> str:
    items = "<li>".join(section.entries)
    return f"<section><h2 id={section.anchor}>{section.title}</h2><ul><li>{items}</ul></section>"


def blocks_of_entities(finds: Finds) -> dict[str, list[str]]:
    """Return the blocks of the mentions of each entity that an article names, as the text first names them."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for block, _, _, _, entity, _, _, _ in finds.rows.mentions:
        blocks[entity].append(block)
    return blocks


def named_in(phrases: Phrases, blocks: Blocks) -> tuple[list[str], ...]:
    """Return the entities that stand in these blocks, in the parts that list them, the most frequent first."""
    labels = phrases.labels
    parts: tuple[list[str], ...] = tuple([[] for _ in _ROOMS])
    for entity in sorted(sorted(blocks), key=lambda entity: -len(blocks[entity])):
        parts[_PART_OF_ROOM[labels[entity].room]].append(entity)
    return parts


def _entries(phrases: Phrases, entities: Iterable[str], blocks: Blocks) -> list[str]:
    """Return the entries of entities; a script shows them again as cards beside the mentions.

    The end of an entry ends its paragraph, as HTML has it. Where the address says all that this would, there is none.
    """
    labels, entries = phrases.labels, []
    for entity in entities:
        label, found = labels[entity], blocks[entity]
        entries.append(f"{label.link} {spot(found[0]) if len(found) == 1 else _spots(found)}{label.names}")
    return entries


def _spots(blocks: Sequence[str]) -> str:
    """Return the ways to the blocks, each once, and how many they are where one stands for several."""
    if len(blocks) == 1:
        return spot(blocks[0])
    once = dict.fromkeys(blocks)
    count = "" if len(once) == len(blocks) else f"{len(blocks)} × "
    return count + " ".join(map(spot, once))


def _dates(phrases: Phrases, dates: Iterable[DateRow]) -> list[str]:
    """Return the dates from the earliest to the latest."""
    known: dict[str, list[str]] = defaultdict(list)
    for block, _, _, _, edtf, _, _, _, _ in dates:
        if edtf:
            known[edtf].append(block)
    said = phrases.dates
    return [f"{said[edtf]} {_spots(known[edtf])}" for edtf in sorted(known, key=_time)]


@lru_cache(maxsize=16384)
def _time(edtf: str) -> tuple[object, ...]:
    value = parse_edtf(edtf)
    return value.first, value.last, edtf


def _speakers(phrases: Phrases, statements: Iterable[StatementRow]) -> list[str]:
    """Return the speakers as the text names them, the most frequent first; what nobody is said to say comes last."""
    blocks: dict[str | None, list[str]] = defaultdict(list)
    for block, _, _, _, speaker, _, _ in statements:
        blocks[speaker].append(block)
    return [
        f"{'speaker not named' if name is None else phrases.words(name)} {_spots(blocks[name])}"
        for name in sorted(blocks, key=lambda name: (name is None, -len(blocks[name]), name or ""))
    ]


def _company(phrases: Phrases, company: Company) -> str:
    words = "within this article" if company.own else phrases.article_link(company.article)
    compare = f" <a href={attribute(phrases.here.link(company.compare))}>side by side</a>" if company.compare else ""
    return f"{words} {_spots(company.blocks)}{compare}"
