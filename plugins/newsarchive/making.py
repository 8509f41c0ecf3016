"""Making: what a worker makes of parts while others work, or what the store has of it from an earlier build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsarchive.digest import digest
from newsarchive.parts import Whole
from newsarchive.store import Bin, Place, Store, new_bin
from newsarchive.workers import Working, started_beside

Row = tuple[bytes, tuple[Any, ...]]  # a key and its place, as plain as they must be to be sent


@dataclass(frozen=True)
class Made:
    """What a whole has come to, and where the store has it and its parts by their keys."""

    content: bytes | memoryview
    places: Mapping[bytes, Place]


@dataclass(frozen=True)
class Making:
    """Wholes that are being made."""

    wholes: Sequence[Whole]
    store: Store
    working: Working[list[Row]]

    def each(self) -> Iterator[Made]:
        """Yield what the wholes have come to, in their order, each as soon as it is made."""
        for whole, rows in zip(self.wholes, self.working.each(), strict=True):
            found = [(key, Place(*place)) for key, place in rows]
            yield Made(self.store.checked(found[-1][1]) or _made_anew(whole), dict(found))

    def stop(self) -> None:
        """End the work, where it has not ended."""
        self.working.stop()


def making(wholes: Sequence[Whole], store: Store, common: bytes, workers: int = 1) -> Making:
    """Let all of `workers` but this process make those of `wholes` that `store` does not have, while this one goes on.

    `common` is a digest of what all wholes and parts rest on beside their own inputs.
    """

    def work(wholes: Iterator[Whole]) -> Iterator[list[Row]]:
        for whole in wholes:
            # Two bins: when an article changes, most parts stay and the whole goes, and a bin goes with most of it.
            with new_bin(store.folder) as parts, new_bin(store.folder) as joined:
                rows = list(_rows(whole, common, store, parts, joined))
            yield rows

    return Making(wholes, store, started_beside(workers, wholes, work))


def _rows(whole: Whole, common: bytes, store: Store, parts: Bin, joined: Bin) -> Iterator[Row]:
    """Yield where each part of a whole stands, and last where it does itself; what the store does not have is made."""
    listed = list(whole.parts())
    keys = [digest((common, part.inputs)) for part in listed]
    key = digest((common, whole.inputs, *keys))
    if place := store.places.get(key):
        yield from ((part, tuple(store.places[part])) for part in keys if part in store)
        yield key, tuple(place)
        return
    contents = []
    for part_key, part in zip(keys, listed, strict=True):
        kept = store.get(part_key)
        contents.append(part.make() if kept is None else kept)
        yield part_key, tuple(parts.add(contents[-1]) if kept is None else store.places[part_key])
    yield key, tuple(joined.add(whole.join(contents)))


def _made_anew(whole: Whole) -> bytes:
    return whole.join([part.make() for part in whole.parts()])
