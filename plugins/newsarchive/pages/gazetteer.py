"""The gazetteer: which entities have a point, their own or a part's, and which of them lie near one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from newsarchive.pages.map import Place
from newsarchive.registry.entity import Entity

_NEAR_DEGREES = 3.0  # of latitude, about 330 km: what lies farther off says little of where a place is
_MOST_NEAR = 7


@dataclass(frozen=True)
class Gazetteer:
    """The entities of a registry and their parts, asked for points."""

    entities: Sequence[Entity]
    parts: Mapping[str, Sequence[Entity]]

    def place_of(self, entity: Entity, *, main: bool = False) -> Place | None:
        """Return where `entity` lies: its own point, else that of its first part that has one; None for neither."""
        holder = next((one for one in (entity, *self.parts.get(entity.id, ())) if one.point), None)
        return Place(entity, holder.point, holder, main) if holder and holder.point else None

    def around(self, entity: Entity) -> tuple[Place, ...]:
        """Return where `entity` lies, and the nearest entities with points but the one that it is part of."""
        middle = self.place_of(entity, main=True)
        if middle is None:
            return ()
        known = {entity.id, middle.of.id, entity.part_of}
        near = [self._placed[number] for number in self._nearest(middle)]
        others = [place for place in near if place.entity.id not in known][:_MOST_NEAR]
        return (middle, *others)

    @cached_property
    def _placed(self) -> tuple[Place, ...]:
        return tuple(Place(entity, entity.point, entity) for entity in self.entities if entity.point)

    @cached_property
    def _degrees(self) -> tuple[np.ndarray, np.ndarray]:
        points = [place.point for place in self._placed]
        return np.array([point.latitude for point in points]), np.array([point.longitude for point in points])

    def _nearest(self, middle: Place) -> list[int]:
        """Return the positions in `_placed` of what lies near, nearest first."""
        latitudes, longitudes = self._degrees
        north = latitudes - middle.point.latitude
        east = (longitudes - middle.point.longitude + 180) % 360 - 180
        far = np.hypot(north, east * np.cos(np.radians(middle.point.latitude)))
        near = np.flatnonzero(far <= _NEAR_DEGREES)
        # Two more than are shown: the middle itself and what it is part of may be among them.
        nearest: list[int] = near[np.argsort(far[near], kind="stable")][: _MOST_NEAR + 2].tolist()
        return nearest
