"""Kept registry: the registry that the files state, from the cache as long as none of them has changed."""

from pathlib import Path

from newsarchive.digest import digest
from newsarchive.method import method
from newsarchive.problem import Problem
from newsarchive.registry.contents import contents_of
from newsarchive.registry.entity import Registry
from newsarchive.registry.record import read_record, registry_record
from newsarchive.store import kept_store, new_bin

REGISTRY = "registry"
"""The folder, in the cache, of the store of the registry."""


def kept_registry(folder: Path, cache: Path | None = None) -> tuple[Registry, list[Problem]]:
    """Return what `read_registry` returns for `folder`; the folder `cache` may know it, and knows it then.

    Only a registry without problems is kept.
    """
    contents = contents_of(folder) if cache else None
    if contents is None:
        return _read(folder)
    key = digest((folder.name, *contents))
    store = kept_store(cache, REGISTRY, method())
    record = store.get(key)
    if record is not None:
        return read_record(record), []
    registry, problems = _read(folder)
    if not problems and contents_of(folder) == contents:  # nobody has written there meanwhile
        with new_bin(store.folder) as kept:
            place = kept.add(registry_record(registry))
        store.keep({key: place})
    return registry, problems


def _read(folder: Path) -> tuple[Registry, list[Problem]]:
    from newsarchive.registry.files import read_registry  # noqa: PLC0415  # what YAML takes is loaded where it is read

    return read_registry(folder)
