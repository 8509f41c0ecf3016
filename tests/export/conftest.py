"""A small invented archive that has something of every kind."""

import pytest

from newsarchive.annotation import (
    AmbiguousMention,
    DateExpression,
    DateRole,
    Divergence,
    DivergenceKind,
    Mention,
    Passage,
    Reading,
    Resolution,
    Statement,
    Suppressed,
    Witness,
)
from newsarchive.archive import archive_of
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Source, Span
from newsarchive.registry.entity import Entity, Name, Point, Registry, Room

LEAD = "The ferry to Östholm sails again, 🚢 the mayor said: “At last!”"
COPY = "The ferry to Ostholm sails again, 🚢 the mayor said: “At last!”"


def whole(block):
    return Range(0, len(block)) if isinstance(block, str) else Range(0, 0)


@pytest.fixture
def articles():
    first = Article(
        id="ferry",
        seed="ferry.txt",
        title="The ferry sails",
        title_origin=Origin.SIDECAR,
        date="2031-05-02?",
        date_origin=Origin.INFERRED,
        date_evidence=Span("p2", 11, 22),
        source=Source("The Harbour Post", "https://example.org/ferry"),
        language="en",
        retold=True,
        blocks=(
            Block("p1", BlockKind.PARAGRAPH, LEAD, whole(LEAD)),
            Block("p2", BlockKind.POST, "— Kim (@k) May 2, 2031", Range(70, 92), by="Kim"),
        ),
    )
    second = Article(
        id="harbour",
        seed="harbour.txt",
        title=COPY[:20],
        title_origin=Origin.DERIVED,
        date=None,
        date_origin=Origin.UNKNOWN,
        rights="CC0-1.0",
        blocks=(
            Block("p1", BlockKind.PARAGRAPH, COPY, whole(COPY)),
            Block("p2", BlockKind.CAPTION, "A ferry. Credit: Lee", Range(70, 90), credit="Lee"),
            Block("p3", BlockKind.PARAGRAPH, "Sund opens on Friday.", Range(92, 113)),
        ),
    )
    return first, second


@pytest.fixture
def archive(articles):
    island = Entity(
        id="places/ostholm",
        room=Room.PLACES,
        kind="island",
        names=(Name("Östholm", "sv", "Latn", "the harbour map"),),
        part_of="places/sund",
        point=Point(59.5, -1.25, "the harbour map"),
        identifiers=(("geonames", "1"),),
    )
    strait = Entity(id="places/sund", room=Room.PLACES, kind="strait", names=(Name("Sund", "sv", "Latn", "the map"),))
    shared = Passage(
        id="ferry-to-ostholm",
        words=11,
        witnesses=(
            Witness("ferry", (Span("p1", 0, len(LEAD)),)),
            Witness("harbour", (Span("p1", 0, len(COPY)), Span("p2", 0, 8))),
        ),
        earliest=None,
        divergences=(
            Divergence(
                DivergenceKind.NAME,
                (Reading(0, "Östholm", (Span("p1", 13, 20),)), Reading(1, "Ostholm", (Span("p1", 13, 20),))),
            ),
        ),
    )
    return archive_of(
        articles=articles,
        registry=Registry((island, strait)),
        mentions=(Mention("ferry", Span("p1", 13, 20), "Östholm", "places/ostholm", "Östholm", Resolution.ONLY),),
        ambiguous=(
            AmbiguousMention("harbour", Span("p3", 0, 4), "Sund", "Sund", ("places/sund", "places/sund-village")),
        ),
        dates=(
            DateExpression("ferry", Span("p2", 11, 22), "May 2, 2031", "2031-05-02", DateRole.STATED),
            DateExpression(
                "harbour",
                Span("p3", 14, 20),
                "Friday",
                None,
                DateRole.PLANNED,
                candidates=("2031-05-02", "2031-05-09"),
            ),
        ),
        statements=(Statement("ferry", Span("p1", 53, 61), "At last!", "the mayor", "said", Span("p1", 36, 45)),),
        passages=(shared,),
        suppressed=(Suppressed("passage", "boilerplate", "harbour", Span("p2", 0, 8), "A ferry.", "in every caption"),),
    )
