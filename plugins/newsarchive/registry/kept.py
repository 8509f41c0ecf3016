"""Kept registry: the registry that the files state, from the cache as long as none of them has changed."""

from pathlib import Path

from newsarchive.digest import digest
from newsarchive.method import method
from newsarchive.problem import Problem
from newsarchive.registry.entity import Registry
from newsarchive.registry.record import read_record, registry_record
from newsarchive.store import kept_store, new_bin

REGISTRY = "registry"
"""The folder, in the cache, of the store of the registry."""

_LARGEST = 10_000_000  # bytes of a file; a larger one is not taken for the registry's anyway


def kept_registry(folder: Path, cache: Path | None = None) -> tuple[Registry, list[Problem]]:
    """Return what `read_registry` returns for `folder`; the folder `cache` may know it, and knows it then.

    Only a registry without problems is kept.
    """
    contents = _contents(folder) if cache else None
    if contents is None:
        return _read(folder)
    key = digest((folder.name, *contents))
    store = kept_store(cache, REGISTRY, method())
    record = store.get(key)
    if record is not None:
        return read_record(record), []
    registry, problems = _read(folder)
    if not problems and _contents(folder) == contents:  # nobody has written there meanwhile
        with new_bin(store.folder) as kept:
            place = kept.add(registry_record(registry))
        store.keep({key: place})
    return registry, problems


def _read(folder: Path) -> tuple[Registry, list[Problem]]:
    from newsarchive.registry.files import read_registry  # noqa: PLC0415  # what YAML takes is loaded where it is read

    return read_registry(folder)


def _contents(folder: Path) -> list[str | bytes] | None:
    """Return the name and bytes of each file that the registry hangs on, or None where it is more than plain files."""
    if folder.is_symlink() or not folder.is_dir():
        return None
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    if any(path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST for path in paths):
        return None
    return [part for path in paths for part in (path.name, path.read_bytes())]
