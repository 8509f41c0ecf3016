"""The side column of an article: who, where, when, statements, each with its places in the text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsarchive.annotation import DateExpression, Mention, Statement
from newsarchive.archive import grouped
from newsarchive.article import Article, Span
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.anchors import Spot, pilcrow
from newsarchive.pages.finds import Finds
from newsarchive.pages.label import Label
from newsarchive.pages.trail import Steps, Trails
from newsarchive.registry.entity import Room

_SECTIONS = (
    ("Who", "who", (Room.PEOPLE, Room.ORGANISATIONS)),
    ("Where", "where", (Room.DISTRICTS, Room.PLACES)),
    ("Events", "events", (Room.EVENTS,)),
)


@dataclass(frozen=True, slots=True)
class Presence:
    """An entity in an article: how often it is mentioned there and in the whole archive, and where."""

    label: Label
    count: int
    total: int
    spots: tuple[Spot, ...]
    steps: Steps


@dataclass(frozen=True, slots=True)
class Occasion:
    """A date in an article, and where it is spoken of."""

    edtf: str
    count: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as the text names them, None where it names nobody, and where they speak."""

    speaker: str | None
    count: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the side column about entities."""

    title: str
    anchor: str
    presences: tuple[Presence, ...]


@dataclass(frozen=True, slots=True)
class SideColumn:
    """All that stands beside an article's text but its passages."""

    sections: tuple[Section, ...]
    occasions: tuple[Occasion, ...]
    voices: tuple[Voice, ...]


def side_column(article: Article, finds: Finds, trails: Trails, labels: dict[str, Label]) -> SideColumn:
    """Return the side column of `article`; each part lists the most frequent first."""
    of_entity: dict[str, tuple[Mention, ...]] = grouped(finds.mentions, lambda mention: mention.entity)
    presences = [_presence(article, labels[entity], mentions, trails) for entity, mentions in of_entity.items()]
    presences.sort(key=lambda presence: (-presence.count, presence.label.entity.id))
    sections = (Section(title, anchor, _of(presences, rooms)) for title, anchor, rooms in _SECTIONS)
    shown = tuple(section for section in sections if section.presences)
    return SideColumn(shown, tuple(_occasions(finds.dates)), tuple(_voices(finds.statements)))


def _of(presences: Iterable[Presence], rooms: Sequence[Room]) -> tuple[Presence, ...]:
    return tuple(presence for presence in presences if presence.label.entity.room in rooms)


def _presence(article: Article, label: Label, mentions: Sequence[Mention], trails: Trails) -> Presence:
    entity = label.entity
    total = len(trails.archive.mentions_of_entity[entity.id])
    spots = _spots(mention.span for mention in mentions)
    return Presence(label, len(mentions), total, spots, trails.steps(entity.id, article.id))


def _spots(spans: Iterable[Span]) -> tuple[Spot, ...]:
    """Return the blocks that the spans stand in, each once."""
    return tuple(Spot(pilcrow(block), block) for block in dict.fromkeys(span.block for span in spans))


def _occasions(dates: Iterable[DateExpression]) -> list[Occasion]:
    """Return the dates from the earliest to the latest."""
    known: dict[str, tuple[DateExpression, ...]] = grouped(
        (date for date in dates if date.edtf), lambda date: str(date.edtf)
    )
    ordered = sorted(known.items(), key=lambda item: (parse_edtf(item[0]).first, parse_edtf(item[0]).last, item[0]))
    return [Occasion(edtf, len(group), _spots(date.span for date in group)) for edtf, group in ordered]


def _voices(statements: Iterable[Statement]) -> list[Voice]:
    """Return the speakers, the most frequent first; statements without a speaker come last."""
    of_speaker: dict[str | None, tuple[Statement, ...]] = grouped(statements, lambda statement: statement.speaker)
    voices = [Voice(name, len(group), _spots(one.span for one in group)) for name, group in of_speaker.items()]
    return sorted(voices, key=lambda voice: (voice.speaker is None, -voice.count, voice.speaker or ""))
