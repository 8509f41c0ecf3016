"""Making: parts that workers make, or that the store has from an earlier build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsarchive.digest import digest
from newsarchive.parts import Part
from newsarchive.store import Bin, Place, Store, new_bin
from newsarchive.workers import Working, started

BATCH = 4
"""Parts that a worker takes at a time."""

Row = tuple[int, tuple[Any, ...]]  # a part's number and its place, as plain as they must be to be sent


@dataclass(frozen=True)
class Made:
    """What parts have come to, in their order, and where the store has each by its key."""

    contents: Sequence[bytes]
    places: Mapping[bytes, Place]


@dataclass(frozen=True)
class Making:
    """Parts that are being made; `known` are the places of those that the store had, by their numbers."""

    parts: Sequence[Part]
    keys: Sequence[bytes]
    store: Store
    known: Mapping[int, Place]
    working: Working[list[Row]]

    def finished(self) -> Made:
        """Wait until all are made."""
        found = {number: Place(*place) for rows in self.working.results() for number, place in rows}
        places = [self.known.get(number) or found[number] for number in range(len(self.parts))]
        contents = tuple(self.store.value(place) or part.make() for part, place in zip(self.parts, places, strict=True))
        return Made(contents, dict(zip(self.keys, places, strict=True)))


def making(parts: Sequence[Part], store: Store, common: bytes, workers: int = 1) -> Making:
    """Let `workers` processes make those of `parts` that `store` does not have; they go on while others work.

    `common` is a digest of what all parts rest on beside their own inputs.
    """
    keys = [digest((common, part.inputs)) for part in parts]
    known = {number: place for number, key in enumerate(keys) if (place := store.places.get(key))}
    unknown = [number for number in range(len(parts)) if number not in known]
    batches = [unknown[start : start + BATCH] for start in range(0, len(unknown), BATCH)]

    def work(batches: Iterator[list[int]]) -> Iterator[list[Row]]:
        with new_bin(store.folder) as made:
            for batch in batches:
                yield [_row(number, parts[number], made) for number in batch]

    return Making(parts, keys, store, known, started(workers, batches, work))


def _row(number: int, part: Part, made: Bin) -> Row:
    return number, tuple(made.add(part.make()))
