"""Store: what one build made and the next may use, by keys that tell all that it was made of.

A folder with one index and some bins. A bin is written once, by one process, and never changed; the index says which
key stands where in which bin, with a checksum, and is replaced as a whole when a build has succeeded. What is damaged,
foreign, half-written or of another method is as good as not there: it never raises and never decides anything.
"""

import logging
import marshal
import mmap
import secrets
import shutil
import weakref
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, NamedTuple

from newsarchive.columns import columns, rows

INDEX = "index"
MOST_BINS = 16
"""Bins that a store keeps: where there are more, the smallest go, and what they held is made anew."""

_LIVE = 0.5  # a bin of which less is still used goes too, so that a store never grows to more than twice its use
_ENDING = ".bin"
_CHECKSUM = 4  # bytes
_BUFFER = 1 << 16  # bytes that are written at a time: values of a few thousand take a fourth less than with fewer
_DAMAGE = (OSError, ValueError, EOFError, TypeError, KeyError)
_log = logging.getLogger("newsarchive")


class Place(NamedTuple):
    """Where a value stands: the bin's name, the first byte, how many, and their checksum."""

    bin: str
    start: int
    length: int
    checksum: bytes


@dataclass(frozen=True)
class Store:
    """The values that an earlier build kept in `folder`; `places` are where they stand, by their keys."""

    folder: Path
    method: str
    places: Mapping[bytes, Place] = field(default_factory=dict)
    _opened: dict[str, mmap.mmap | bytes] = field(default_factory=dict, repr=False)

    def __contains__(self, key: bytes) -> bool:
        """Tell whether the store should have the value of `key`; only `get` knows that it is whole."""
        return key in self.places

    def get(self, key: bytes) -> bytes | None:
        """Return the value of `key`, or None where there is none or it is not as it was written."""
        place = self.places.get(key)
        return None if place is None else self.value(place)

    def value(self, place: Place) -> bytes | None:
        """Return what stands at `place`, or None where it is not what was written there."""
        value = self.checked(place)
        return None if value is None else bytes(value)

    def checked(self, place: Place) -> memoryview | None:
        """Return the same as `value`, which may be large: it is no copy, and holds a file open as `unchecked` does."""
        try:
            value = self.unchecked(place)
        except LookupError:
            return None
        if checksum(value) == place.checksum:
            return value
        _log.info("The cache %s is damaged: what it held is made anew", self.folder / place.bin)
        return None

    def unchecked(self, place: Place) -> memoryview:
        """Return what stands at `place`, which was written or checked in this build.

        What was returned once can be had again, whatever becomes of the bin. It is no copy, but holds a file open as
        long as it is held. Raises LookupError where the bin is gone.
        """
        name, start, length, _ = place
        value = memoryview(self._bin(name, start + length))[start : start + length]
        if len(value) < length:
            raise LookupError(name)
        return value

    def _bin(self, name: str, end: int) -> mmap.mmap | bytes:
        """Return a bin, at least up to the byte `end` where it has that many: another process may be writing it."""
        opened = self._opened.get(name, b"")
        if len(opened) < end:
            opened = self._opened[name] = _mapped(self.folder / name) or opened
        return opened

    def keep(self, places: Mapping[bytes, Place]) -> None:
        """Let the next build find `places`, and no others; bins that are hardly used any more are removed."""
        worth = _worth_keeping(self.folder, places)
        kept = {key: place for key, place in places.items() if place.bin in worth}
        body = marshal.dumps((self.method, list(kept), *columns(Place, kept.values())))
        try:
            beside = self.folder / f"{INDEX}.{secrets.token_hex(8)}"
            beside.write_bytes(checksum(body) + body)
            beside.replace(self.folder / INDEX)
        except OSError as error:
            _log.info("The cache %s cannot be written (%s): the next build does without", self.folder, error)
            return
        for path in self.folder.glob(f"*{_ENDING}"):
            if path.name not in worth:
                path.unlink(missing_ok=True)


def open_store(folder: Path, method: str) -> Store:
    """Return the store in `folder`, which is made where it is missing; another method's is empty."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        content = (folder / INDEX).read_bytes()
        body = content[_CHECKSUM:]
        if checksum(body) != content[:_CHECKSUM]:
            _log.info("The cache %s is damaged: it is made anew", folder)
            return Store(folder, method)
        known, keys, *places = marshal.loads(body)  # noqa: S302  # plain values, checked to be whole
        if known != method:
            return Store(folder, method)
        return Store(folder, method, dict(zip(keys, rows(Place, *places), strict=True)))
    except FileNotFoundError:
        return Store(folder, method)
    except _DAMAGE as error:
        _log.info("The cache %s cannot be used (%s): it is made anew", folder, error)
        return Store(folder, method)


def kept_store(cache: Path | None, name: str, method: str) -> Store:
    """Return the store in the folder `name` of `cache`, or one that keeps nothing where there is no cache."""
    return open_store(cache / name, method) if cache else temporary_store()


def temporary_store() -> Store:
    """Return an empty store that goes when nobody uses it any more."""
    folder = Path(mkdtemp(prefix="newsarchive-"))
    store = Store(folder, "")
    weakref.finalize(store, shutil.rmtree, folder, ignore_errors=True)
    return store


def checksum(value: bytes | memoryview) -> bytes:
    """Return the CRC-32 of `value`, 4 bytes: it tells damage, in a third of the time that a digest takes."""
    return zlib.crc32(value).to_bytes(_CHECKSUM, "big")


@dataclass
class Bin:
    """A bin that is being written."""

    name: str
    file: IO[bytes]
    length: int = 0

    def add(self, value: bytes) -> Place:
        """Write `value` and return where it stands."""
        self.file.write(value)
        place = Place(self.name, self.length, len(value), checksum(value))
        self.length += len(value)
        return place

    def show(self) -> None:
        """Let other processes see all that was added so far."""
        self.file.flush()


@contextmanager
def new_bin(folder: Path) -> Iterator[Bin]:
    """Open a new bin in `folder`; one that stays empty, or is left by an error, is removed."""
    name = f"{secrets.token_hex(8)}{_ENDING}"
    written = False
    try:
        with (folder / name).open("wb", buffering=_BUFFER) as file:
            one = Bin(name, file)
            yield one
            written = one.length > 0
    finally:
        if not written:
            with suppress(OSError):
                (folder / name).unlink()


def _mapped(path: Path) -> mmap.mmap | bytes:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return b""


def _worth_keeping(folder: Path, places: Mapping[bytes, Place]) -> frozenset[str]:
    used: dict[str, int] = defaultdict(int)
    for name, _, length, _ in places.values():
        used[name] += length
    lively = [name for name, length in used.items() if length >= _LIVE * _size(folder / name)]
    return frozenset(sorted(lively, key=lambda name: (-used[name], name))[:MOST_BINS])


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
