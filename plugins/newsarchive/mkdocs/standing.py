"""Standing: the pages that the last build published, as long as they stand in the site's folder as it left them.

A file is known again by its inode, its size and its times, as git knows the files of a work tree: nothing that was
changed, replaced or put there since is taken for a page of ours.
"""

import marshal
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsarchive.digest import digest
from newsarchive.store import Store, new_bin
from newsarchive.workers import Working, started

SITES = "sites"
"""The folder of the store that keeps what stands, in the cache."""

Trace = tuple[int, int, int, int]
"""What a file is known by: its inode, its size in bytes, and when its content and its entry were changed, in ns."""

Walked = tuple[dict[str, Trace], list[str]]
"""The trace of each file by its path below the site, and the folders, each after those within it."""


@dataclass(frozen=True)
class Standing:
    """What stands in the folder `site`: each file's trace by its path, and those of the last build's pages by key.

    `folders` are the paths of the folders, each after those within it.
    """

    site: Path = Path()
    files: Mapping[str, Trace] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    pages: Mapping[bytes, Trace] = field(default_factory=dict)

    def holds(self, key: bytes, path: str) -> bool:
        """Tell whether the page of `key` stands at `path` as it was published."""
        trace = self.pages.get(key)
        return trace is not None and self.files.get(path) == trace

    def has(self, content: bytes, path: str) -> bool:
        """Tell whether `content` is what stands at `path`."""
        trace, file = self.files.get(path), Path(self.site, path)
        if trace is None or trace[1] != len(content) or file.is_symlink():
            return False
        try:
            return file.read_bytes() == content
        except OSError:  # it was taken away since it was seen
            return False


@dataclass(frozen=True)
class Looking:
    """A look at what stands in the folder `site`, which workers take; `pages` are the traces of the last build's."""

    site: Path
    pages: Mapping[bytes, Trace]
    working: Working[Walked]

    def finished(self) -> Standing:
        """Wait until all is seen."""
        files: dict[str, Trace] = {}
        folders: list[str] = []
        for more, below in self.working.results():
            files |= more
            folders += below
        return Standing(self.site, files, tuple(folders), self.pages)

    def stop(self) -> None:
        """Look no further."""
        self.working.stop()


def looking(site: Path, store: Store, workers: int = 1) -> Looking:
    """Let `workers` look at what stands in the folder `site`; `store` has what `record_pages` kept of it."""
    known = store.get(_key(site))
    if known is None or not site.is_dir() or site.is_symlink():
        return Looking(site, {}, started(1, (), _walk))
    parts = sorted((entry.path, entry.name) for entry in os.scandir(site) if not entry.name.startswith("."))
    return Looking(site, marshal.loads(known), started(workers, parts, _walk))  # noqa: S302  # plain values, checked to be whole


def record_pages(site: Path, paths: Mapping[bytes, str], known: Mapping[str, Trace], store: Store) -> None:
    """Keep in `store` what stands in `site` at `paths`, which are those of pages by their keys.

    `known` are the traces of files that nobody has touched since.
    """
    traces = {key: known.get(path) or _trace(os.lstat(f"{site}/{path}")) for key, path in paths.items()}
    with new_bin(store.folder) as kept:
        place = kept.add(marshal.dumps(traces))
    store.keep({_key(site): place})


def _key(site: Path) -> bytes:
    return digest((str(site.absolute()),))


def _walk(parts: Iterator[tuple[str, str]]) -> Iterator[Walked]:
    """Yield what stands in each of some files and folders, given by their paths in the system and in the site."""
    for whole, path in parts:
        files: dict[str, Trace] = {}
        folders: list[str] = []
        if Path(whole).is_dir() and not Path(whole).is_symlink():
            _walk_folder(whole, path, files, folders)
        else:
            files[path] = _trace(os.lstat(whole))
        yield files, folders


def _walk_folder(whole: str, path: str, files: dict[str, Trace], folders: list[str]) -> None:
    """Note the files below a folder, then the folders, it last; a link is a file."""
    with os.scandir(whole) as entries:
        for entry in entries:
            below = f"{path}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _walk_folder(entry.path, below, files, folders)
            else:
                files[below] = _trace(entry.stat(follow_symlinks=False))
    folders.append(path)


def _trace(status: os.stat_result) -> Trace:
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
