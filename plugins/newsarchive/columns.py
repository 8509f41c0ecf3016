"""Columns: named tuples made of columns, and taken apart into columns, without a step of Python's for each.

An archive of ten thousand articles has millions of them, and to make one by its name takes twice as long.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple, TypeVar

Row = TypeVar("Row", bound=NamedTuple)

row = tuple.__new__
"""Make one named tuple, of its kind and its fields: what its constructor, a Python function, comes to."""


def made(kind: type[Row], fields: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """Yield a named tuple of `kind` of each of `fields`, which are as many and in the same order as those of `kind`."""
    return map(partial(tuple.__new__, kind), fields)


def rows(kind: type[Row], *columns: Iterable[Any]) -> Iterator[Row]:
    """Yield the named tuples of `kind` whose fields, in their order, are `columns`; the shortest of them ends it."""
    return made(kind, zip(*columns, strict=False))


def columns(kind: type[Row], made: Iterable[Row]) -> tuple[tuple[Any, ...], ...]:
    """Return each field of the named tuples `made`, all of `kind`, as a tuple of its own."""
    return tuple(zip(*made, strict=True)) or ((),) * len(kind._fields)
