"""Entity, Name, Registry: who and what the archive knows, and by which names."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Room(StrEnum):
    """The part of the site where an entity's page stands; the first step of its address."""

    PEOPLE = "people"
    PLACES = "places"
    DISTRICTS = "districts"
    ORGANISATIONS = "organisations"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entity: its text, BCP 47 language, ISO 15924 script, and where it was seen.

    `ambiguous` says that another entity claims the same text; `default` that this entity is meant where the words
    around do not tell.
    """

    text: str
    language: str
    script: str
    source: str
    ambiguous: bool = False
    default: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """Where a place lies: WGS 84 degrees, and the source of the figures."""

    latitude: float
    longitude: float
    source: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation or event.

    `id` is its address without the closing slash: `places/aghdam`, `districts/aghdam`, `people/ilham-aliyev`. `kind`
    is the registry's word (`city`, `district`, `person` …). `label` is the text of its first name, which is a heading
    and no preference. `part_of` is the id of the entity that it is part of, and `part_of_source` who says so. `cues`
    are further words that, standing beside an ambiguous name, say that this entity is meant (`region` for a district
    that is also called so). `identifiers` are pairs such as `("iso3166-2", "AZ-AGM")`.
    """

    id: str
    room: Room
    kind: str
    names: tuple[Name, ...]
    part_of: str | None = None
    part_of_source: str | None = None
    description: str | None = None
    point: Point | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    cues: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The text of the entity's first name."""
        return self.names[0].text

    @property
    def address(self) -> str:
        """The entity's permanent address."""
        return f"{self.id}/"


class Verdict(StrEnum):
    """What a person decided on a name and an entity."""

    SAME = "same"
    DISTINCT = "distinct"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided for good: whether what the articles call `name` is `entity`, an entity's id.

    `articles` are the slugs of those that the person had seen. `path`, `line` and `column` say where the list of them
    stands, or the name where there is no list, as a Problem has it.
    """

    name: str
    entity: str
    verdict: Verdict
    by: str
    date: str
    articles: tuple[str, ...] = ()
    path: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Registry:
    """All entities, sorted by id, and what people decided on names, in the order of their file."""

    entities: tuple[Entity, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.entities}
