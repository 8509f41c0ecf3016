"""What the tests of the annotations share: articles of a few words, and a registry of nowhere."""

from pathlib import Path

import pytest

from newsarchive.annotate.anew import rows_of_each
from newsarchive.annotate.mentions import find_mentions, name_index
from newsarchive.annotate.rows import annotations_of_rows
from newsarchive.article import Article, Block, BlockKind, Origin, Range
from newsarchive.registry.entity import Entity, Name, Registry, Room
from newsarchive.sources import read_sources

SEEDS = Path(__file__).parents[2] / "seeds"


def entity(id_, kind, *names, default=False, language="en", **more):
    own = tuple(Name(name, language, "Latn", "the test", default=default) for name in names)
    return Entity(id_, Room(id_.split("/")[0]), kind, own, **more)


def registry(*entities):
    return Registry(tuple(sorted(entities, key=lambda one: one.id)))


def article(*texts):
    blocks = tuple(
        Block(f"p{number}", BlockKind.PARAGRAPH, text, Range(0, len(text))) for number, text in enumerate(texts, 1)
    )
    return Article("test", "test.txt", "Test", Origin.DERIVED, None, Origin.UNKNOWN, blocks)


NORTH = registry(
    entity("places/orlau", "town", "Orlau", default=True, part_of="districts/orlau"),
    entity("districts/orlau", "district", "Orlau", "Orlau District", cues=("region",)),
    entity("places/varn", "village", "Varn", part_of="districts/orlau"),
    entity("places/varn-in-hollin", "village", "Varn", part_of="districts/hollin"),
    entity("districts/hollin", "district", "Hollin"),
    entity("places/ostra", "country", "Ostra"),
    entity("places/upper-ostra", "region", "Upper-Ostra"),
    entity("places/wend", "city", "Wend"),
    entity("districts/wend", "district", "Wend"),
    entity("places/sana-a", "city", "Sana"),
    entity("places/naples", "city", "Naples"),
    entity("places/san-marco", "town", "San Marco", "Saint Mark"),
    entity("places/baki", "city", "Bakı", language="az"),
    entity("places/izmir", "city", "Izmir", language="tr"),
    entity("places/lhasa", "city", "拉萨", language="zh"),
    entity("organisations/ministry", "ministry", "Defense Ministry", "Ostra's Defense Ministry"),
    entity("organisations/post", "newspaper", "Harbour Post"),
    entity("organisations/ani", "agency", "Ani"),
    entity("people/anna-berg", "person", "Anna Berg"),
    entity("people/olaf-berg", "person", "Olaf Berg"),
    entity("people/jan-de-wit", "person", "Jan de Wit"),
    entity("people/ivan-petrov", "person", "Ivan Petrov", "Petrov"),
    entity("people/lev-petrov", "person", "Lev Petrov"),
    entity("people/otto-lang-jr", "person", "Otto Lang Jr."),
    entity("people/jack-naples", "person", "Jack Naples"),
    entity("people/al-hadi", "person", "al-Hadi"),
)
INDEX = name_index(NORTH)


@pytest.fixture(scope="session")
def article_of():
    """Make an article of the texts of its paragraphs."""
    return article


@pytest.fixture(scope="session")
def index_of():
    """Make an index of names of entities, each given by id, kind and names."""
    return lambda *entities: name_index(registry(*(entity(*one) for one in entities)))


@pytest.fixture(scope="session")
def north():
    """The registry of nowhere."""
    return NORTH


@pytest.fixture(scope="session")
def found():
    """Find the names of nowhere in paragraphs."""
    return lambda *texts: find_mentions(article(*texts), INDEX)


@pytest.fixture(scope="session")
def words(found):
    """Find what paragraphs name."""
    return lambda *texts: [mention.text for mention in found(*texts).mentions]


@pytest.fixture(scope="session")
def meanings(found):
    """Find what paragraphs name, which entities that are, and why."""
    return lambda *texts: [(one.text, one.entity, one.resolution) for one in found(*texts).mentions]


@pytest.fixture(scope="session")
def sources():
    """The articles and the registry of the project's own seeds."""
    return read_sources(SEEDS)


@pytest.fixture(scope="session")
def found_in_seeds(sources):
    """What is found in each of the project's own seeds."""
    names = name_index(sources.registry)
    found = rows_of_each(sources.articles, names)
    return {one.id: annotations_of_rows(one.id, rows) for one, rows in zip(sources.articles, found, strict=True)}
