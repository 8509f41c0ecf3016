"""Records: a registry as bytes that can be kept.

The bytes are those of `marshal`, which reads nothing but plain values: no record can run code. They serve the same
version of Python and of this package only, which is the business of whoever keeps them.
"""

import marshal
from sys import intern
from typing import Any

from newsarchive.registry.entity import Decision, Entity, Name, Point, Registry, Room, Verdict

_ROOMS = {str(room): room for room in Room}
_VERDICTS = {str(verdict): verdict for verdict in Verdict}


def registry_record(registry: Registry) -> bytes:
    """Return a registry as bytes."""
    return marshal.dumps((list(map(_entity_row, registry.entities)), list(map(_decision_row, registry.decisions))))


def _entity_row(one: Entity) -> tuple[Any, ...]:
    names = [(name.text, name.language, name.script, name.source, name.ambiguous, name.default) for name in one.names]
    point = None if one.point is None else (one.point.latitude, one.point.longitude, one.point.source)
    said = (one.part_of, one.part_of_source, one.description, point, one.identifiers, one.cues)
    return (one.id, str(one.room), one.kind, names, *said)


def _decision_row(one: Decision) -> tuple[Any, ...]:
    place = (one.path, one.line, one.column)
    return (one.name, one.entity, str(one.verdict), one.by, one.date, one.articles, *place)


def read_record(record: bytes) -> Registry:
    """Return the registry of a record that `registry_record` made."""
    entities, decisions = marshal.loads(record)  # noqa: S302  # plain values, checked to be whole
    return Registry(tuple([_entity(*row) for row in entities]), tuple([_decision(*row) for row in decisions]))


def _entity(id_: str, room: str, kind: str, names: list[tuple[Any, ...]], *said: Any) -> Entity:  # noqa: ANN401  # a row
    part_of, source, description, point, *others = said
    named = tuple([Name(intern(text), *more) for text, *more in names])
    where = None if point is None else Point(*point)
    return Entity(intern(id_), _ROOMS[room], kind, named, part_of, source, description, where, *others)


def _decision(name: str, entity: str, verdict: str, *said: Any) -> Decision:  # noqa: ANN401  # a row
    return Decision(name, entity, _VERDICTS[verdict], *said)
