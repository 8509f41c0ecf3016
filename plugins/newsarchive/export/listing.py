"""Listings: the data files as lists of lines, in either form, plain and compressed.

A compressed file is one of gzip (RFC 1952) without a time or a name, in several members: one for each part of the
archive, so that an article that is added changes one of them.
"""

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newsarchive.archive import Archive
from newsarchive.export.record import Record

COMPRESSED = ".gz"
"""What the name of a compressed file ends with beside its own."""

_LEVEL = 2  # of 118 MB of data it takes 0.7 s and leaves 27; level 4 takes 1.05 s and leaves 25, level 1 0.6 s and 28
_HEADER = bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF))  # deflated; no flags, no time, no system
_GZIP = 16 + zlib.MAX_WBITS  # how zlib is told so


def compressed(content: bytes) -> bytes:
    """Return `content` as a member of a gzip file; the same content gives the same bytes."""
    return _HEADER + zlib.compress(content, _LEVEL, _GZIP)[len(_HEADER) :]  # zlib's own header names the system


def plain(member: bytes) -> bytes:
    """Return what `compressed` was given."""
    return zlib.decompress(member, _GZIP)


@dataclass(frozen=True, slots=True)
class Form:
    """How lines become a file: what stands before them, between them and after them, and the file without any."""

    before: bytes
    between: bytes
    after: bytes
    empty: bytes

    def size(self, pieces: Sequence[int]) -> int:
        """Return the length of the file of pieces of such lengths, in bytes."""
        if not pieces:
            return len(self.empty)
        return len(self.before) + sum(pieces) + (len(pieces) - 1) * len(self.between) + len(self.after)

    def file(self, pieces: Sequence[bytes]) -> bytes:
        """Return the file of `pieces`, each some lines."""
        return b"".join((self.before, self.between.join(pieces), self.after)) if pieces else self.empty

    def compressed_file(self, pieces: Sequence[bytes]) -> bytes:
        """Return the compressed file of `pieces`, at least one, each compressed lines."""
        return b"".join((compressed(self.before), compressed(self.between).join(pieces), compressed(self.after)))


JSON = Form(b"[\n", b",\n", b"\n]\n", b"[]\n")


def csv_form(columns: Iterable[str]) -> Form:
    """Return the form of a table with such columns, whose names are its first line."""
    names = ",".join(columns).encode()
    return Form(names + b"\r\n", b"\r\n", b"\r\n", names + b"\r\n")


def _no_lines(_: object) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A data file: its name, its form, the lines that each record adds to it, and those of the archive as a whole."""

    name: str
    form: Form
    of_record: Callable[[Record], Iterable[str]] = _no_lines
    of_archive: Callable[[Archive], Iterable[str]] = _no_lines


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a data file: how many, how many bytes they take, and they themselves, compressed."""

    lines: int
    size: int
    member: bytes


def piece(listing: Listing, lines: Sequence[str]) -> Piece:
    """Return `lines` of a listing as a piece."""
    if not lines:
        return Piece(0, 0, b"")
    content = listing.form.between.decode().join(lines).encode()
    return Piece(len(lines), len(content), compressed(content))


@dataclass(frozen=True, slots=True)
class Joined:
    """A data file put together of `pieces`, none empty; compressed where it exceeds `most_plain` bytes."""

    listing: Listing
    pieces: tuple[Piece, ...]
    most_plain: float

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return sum(one.lines for one in self.pieces)

    @property
    def name(self) -> str:
        """Its name, which says whether it is compressed."""
        return f"{self.listing.name}{COMPRESSED}" if self._exceeds else self.listing.name

    @property
    def content(self) -> bytes:
        """Its content."""
        members = [one.member for one in self.pieces]
        form = self.listing.form
        return form.compressed_file(members) if self._exceeds else form.file(list(map(plain, members)))

    @property
    def _exceeds(self) -> bool:
        return self.listing.form.size([one.size for one in self.pieces]) > self.most_plain
