"""Making: what workers make of parts while others work, or what the store has of it from an earlier build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsarchive.digest import digest
from newsarchive.parts import Whole
from newsarchive.store import Bin, Place, Store, new_bin
from newsarchive.workers import Working, started

Row = tuple[bytes, tuple[Any, ...]]  # a key and its place, as plain as they must be to be sent


@dataclass(frozen=True)
class Made:
    """What wholes have come to, in their order, and where the store has them and their parts by their keys."""

    contents: tuple[bytes, ...]
    places: Mapping[bytes, Place]


@dataclass(frozen=True)
class _Keyed:
    """A whole with its key and those of its parts."""

    whole: Whole
    key: bytes
    parts: tuple[bytes, ...]


@dataclass(frozen=True)
class Making:
    """Wholes that are being made; `known` are the places of those, and of parts, that the store had by their keys."""

    wholes: Sequence[_Keyed]
    store: Store
    known: Mapping[bytes, Place]
    working: Working[list[Row]]

    def finished(self) -> Made:
        """Wait until all are made."""
        found = {key: Place(*place) for rows in self.working.results() for key, place in rows}
        places = {**self.known, **found}
        contents = tuple(self.store.value(places[one.key]) or _whole_anew(one.whole) for one in self.wholes)
        return Made(contents, places)

    def stop(self) -> None:
        """End the work, where it has not ended."""
        self.working.stop()


def making(wholes: Sequence[Whole], store: Store, common: bytes, workers: int = 1) -> Making:
    """Let `workers` processes make those of `wholes` that `store` does not have; they go on while others work.

    `common` is a digest of what all wholes and parts rest on beside their own inputs.
    """
    keyed = [_keyed(whole, common) for whole in wholes]
    keys = (key for one in keyed for key in (one.key, *one.parts))
    known = {key: place for key in keys if (place := store.places.get(key))}

    def work(unknown: Iterator[_Keyed]) -> Iterator[list[Row]]:
        # In two bins: the parts stay when one article changes, the wholes go, and a bin goes with most of its values.
        with new_bin(store.folder) as parts, new_bin(store.folder) as joined:
            for one in unknown:
                yield list(_rows(one, store, parts, joined))

    return Making(keyed, store, known, started(workers, [one for one in keyed if one.key not in known], work))


def _keyed(whole: Whole, common: bytes) -> _Keyed:
    parts = tuple(digest((common, part.inputs)) for part in whole.parts)
    return _Keyed(whole, digest((common, whole.inputs, *parts)), parts)


def _rows(one: _Keyed, store: Store, parts: Bin, joined: Bin) -> Iterator[Row]:
    """Make a whole, and yield where it and those of its parts stand that the store did not have."""
    contents = []
    for key, part in zip(one.parts, one.whole.parts, strict=True):
        content = store.get(key)
        if content is None:
            content = part.make()
            yield key, tuple(parts.add(content))
        contents.append(content)
    yield one.key, tuple(joined.add(one.whole.join(contents)))


def _whole_anew(whole: Whole) -> bytes:
    return whole.join([part.make() for part in whole.parts])
