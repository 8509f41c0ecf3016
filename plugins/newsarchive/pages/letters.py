"""Long lists of entities, cut where their names begin with another letter."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from newsarchive.registry.entity import Entity

MOST = 100  # rows that a list may have before it is cut


class _Row(Protocol):
    @property
    def entity(self) -> Entity: ...


_R = TypeVar("_R", bound=_Row)


def alphabetical(entity: Entity) -> tuple[str, str]:
    """Return what sorts entities by their first names, whatever the accents and capitals."""
    letters = unicodedata.normalize("NFKD", entity.label)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.casefold(), entity.id


def by_letter(rows: Sequence[_R]) -> list[tuple[str, list[_R]]]:
    """Return alphabetical rows by their first letters; up to `MOST` of them all below ""."""
    if len(rows) <= MOST:
        return [("", list(rows))]
    return [(letter, list(group)) for letter, group in groupby(rows, key=_letter)]


def _letter(row: _Row) -> str:
    return alphabetical(row.entity)[0][:1].upper()
