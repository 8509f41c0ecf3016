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
    and no preference. `part_of` is the id of the entity that it is part of. `cues` are further words that, standing
    beside an ambiguous name, say that this entity is meant (`region` for a district that is also called so).
    `identifiers` are pairs such as `("iso3166-2", "AZ-AGM")`.
    """

    id: str
    room: Room
    kind: str
    names: tuple[Name, ...]
    part_of: str | None = None
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


@dataclass(frozen=True)
class Registry:
    """All entities, sorted by id."""

    entities: tuple[Entity, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.entities}
