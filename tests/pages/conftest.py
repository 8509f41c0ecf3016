"""Archives for the tests of pages, written with their annotations in the text."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from newsarchive.annotation import (
    DateExpression,
    DateRole,
    Divergence,
    DivergenceKind,
    Mention,
    Passage,
    Reading,
    Resolution,
    Statement,
    Witness,
)
from newsarchive.archive import archive_of
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Source, Span
from newsarchive.pages.companions import companions
from newsarchive.pages.presences import numbers
from newsarchive.pages.setting import Setting
from newsarchive.registry.entity import Entity, Name, Point, Registry, Room

_MARKED = re.compile(r"\[([^]|]+)\|([^]]+)\]|\{([^}|]+)\|([^}]+)\}|‹([^›|]+)\|([^›]*)›")


def _block(article, number, marked):
    """Return a block and its annotations, read from a text such as `[Norvik|places/norvik] shut {today|2021 past}`."""
    id_, text, found, position = f"p{number}", "", [], 0
    for mark in _MARKED.finditer(marked):
        text += marked[position : mark.start()]
        words = mark[1] or mark[3] or mark[5]
        span = Span(id_, len(text), len(text) + len(words))
        found.append(_annotation(article, span, words, mark))
        text += words
        position = mark.end()
    text += marked[position:]
    return Block(id_, BlockKind.PARAGRAPH, text, Range(0, len(text))), found


def _annotation(article, span, words, mark):
    if mark[2]:
        return Mention(article, span, words, mark[2], words, Resolution.ONLY)
    if mark[4]:
        edtf, _, role = mark[4].partition(" ")
        candidates = ("2021-01-02", "2021-02-01") if edtf == "?" else ()
        return DateExpression(article, span, words, None if edtf == "?" else edtf, DateRole(role), None, candidates)
    return Statement(article, span, words, mark[6] or None, "said" if mark[6] else None)


@pytest.fixture(scope="session")
def make_entity():
    """Make an entity of an id, its names and perhaps a point."""

    def make(id_, *names, kind=None, point=None, **values):
        texts = names or (id_.partition("/")[2].capitalize(),)
        room = Room(id_.partition("/")[0])
        where = Point(*point, "a map") if point else None
        made = tuple(Name(text, "en", "Latn", "a book") for text in texts)
        return Entity(id_, room, kind or room.removesuffix("s"), made, point=where, **values)

    return make


@pytest.fixture(scope="session")
def write_archive():
    """Make an archive of `{id: (date, block, ...)}`; the blocks hold their annotations.

    `[words|entity]` is a mention, `{words|EDTF role}` a date (`?` is ambiguous), `‹words|speaker›` a statement.
    """

    def write(articles, entities=(), **values):
        made, found = [], []
        for id_, (date, *texts) in sorted(articles.items()):
            blocks = [_block(id_, number, text) for number, text in enumerate(texts, start=1)]
            found += [one for _, annotations in blocks for one in annotations]
            origin = Origin.SIDECAR if date else Origin.UNKNOWN
            title = f"Title of {id_}"
            source = Source("The Daily Test")
            made.append(
                Article(id_, f"{id_}.txt", title, origin, date, origin, tuple(b for b, _ in blocks), source=source)
            )
        kinds = {"mentions": Mention, "dates": DateExpression, "statements": Statement}
        sorted_out = {name: tuple(one for one in found if isinstance(one, kind)) for name, kind in kinds.items()}
        registry = Registry(tuple(sorted(entities, key=lambda entity: entity.id)))
        return archive_of(made, registry, **sorted_out | values)

    return write


@pytest.fixture(scope="session")
def read_page():
    """Parse a page's HTML and hold what every page must keep: unique ids, headings in order, tables that say what."""

    def read(page):
        soup = BeautifulSoup(page.html, "lxml")
        ids = [tag["id"] for tag in soup.find_all(id=True)]
        assert len(ids) == len(set(ids))
        assert {heading.id for heading in page.headings} <= set(ids)
        levels = [int(tag.name[1]) for tag in soup.find_all(re.compile(r"^h[1-6]$"))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        for table in soup.find_all("table"):
            assert table.caption or table.find_parent(attrs={"aria-label": True})
            assert all(cell.get("scope") for cell in table.find_all("th"))
        for drawing in soup.find_all("svg"):
            assert drawing["role"] == "img"
            assert all(soup.find(id=name).get_text() for name in drawing["aria-labelledby"].split())
        return soup

    return read


@pytest.fixture(scope="session")
def pages_of():
    """Make the pages of one kind of an archive, by address."""

    def make(plans, archive, **values):
        return {plan.address: plan.make() for plan in plans(Setting(archive, **values))}

    return make


_TOWNS = {
    "first": (
        "2021-05-03",
        "[Norvik|places/norvik] shut its port {on Monday|2021-05-03 past}. All wait, says [Ada Holm|people/ada-holm].",
        "The port is to open {by May 10|2021-05-10 planned}. [Norvik|places/norvik] had shut it in {1987|1987 past}.",
        "‹We will open in time|Ada Holm›, she said of [Norvik|places/norvik].",
    ),
    "second": (
        "2021-05-11",
        "[Norvik|places/norvik] and [Sund|places/sund] wait. The port is to open {on May 17|2021-05-17 planned}.",
        "{Last week|2021-05-03/2021-05-09 past} [Ada Holm|people/ada-holm] left for the [Coast|districts/coast].",
        "It was so in the {1980s|198X past}, and {on the second|? stated}.",
    ),
    "third": (None, "An undated note names [Sund|places/sund] twice: [Sund|places/sund]."),
}


@pytest.fixture(scope="session")
def towns(write_archive, make_entity):
    """Three articles on a coast that does not exist."""
    entities = (
        make_entity("districts/coast", "Coast District", "Coast"),
        make_entity("events/storm", "The Storm"),
        make_entity("organisations/harbour-board", "Harbour Board"),
        make_entity("people/ada-holm", "Ada Holm"),
        make_entity("places/norvik", "Norvik", "Норвик", kind="town", point=(60.2, 20.1), part_of="districts/coast"),
        make_entity("places/sund", "Sund", kind="town", point=(60.3, 20.4), part_of="districts/coast"),
    )
    return write_archive(_TOWNS, entities)


_ARRIVAL = "The grain ship Halcyon reached the inner harbour at noon with nine hundred tons of barley in her hold"
_QUAY = "Forty dockers waited on the quay with carts and lamps, and the customs men sealed both of her hatches at once"
_BOATS = "One boat in three was painted green that year, and nobody could say who had begun it"
_NIGHT = "No lamp was lit on the old mole that night, for the keeper had gone up the coast to see his brother wed"


@pytest.fixture(scope="session")
def harbour(write_archive, make_entity):
    """Three articles with passages: two share three blocks in another order, with one number changed.

    The third repeats its own first block.
    """
    articles = {
        "alpha": ("1921-06-01", f"{_ARRIVAL}.", f"{_QUAY}.", "Alpha alone has these words.", f"{_NIGHT}."),
        "beta": ("1921-06-03", f"{_NIGHT}.", f"{_ARRIVAL.replace('nine', 'six')}.", f"{_QUAY}."),
        "gamma": (None, f"{_BOATS}.", f"{_BOATS}."),
    }
    at = _ARRIVAL.index("nine")
    number = Divergence(
        DivergenceKind.NUMBER,
        (Reading(0, "nine", (Span("p1", at, at + 4),)), Reading(1, "six", (Span("p2", at, at + 3),))),
    )
    arrival = (_witness("alpha", p1=_ARRIVAL, p2=_QUAY), _witness("beta", p2=_ARRIVAL[1:], p3=_QUAY))
    night = (_witness("alpha", p4=_NIGHT), _witness("beta", p1=_NIGHT))
    boats = (_witness("gamma", p1=_BOATS), _witness("gamma", p2=_BOATS))
    passages = (
        Passage("5ea1", 38, arrival, 0, (number,)),
        Passage("9b0a", 22, night, 0),
        Passage("c0de", 17, boats, None),
    )
    return write_archive(articles, (make_entity("places/harbour", "Harbour"),), passages=passages)


def _witness(article, **blocks):
    return Witness(article, tuple(Span(block, 0, len(text)) for block, text in blocks.items()))


@pytest.fixture(scope="session")
def companions_in():
    """Return who stands together in these blocks, each the ids that it names, each once."""

    def read(blocks):
        listed = [*map(list, blocks)]
        ids = sorted({id_ for block in listed for id_ in block})
        named = numbers(ids.index(id_) for block in listed for id_ in block)
        return companions(ids, named, numbers(map(len, listed)))

    return read
