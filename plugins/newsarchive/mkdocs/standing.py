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

SITES = "sites"
"""The folder of the store that keeps what stands, in the cache."""

Trace = tuple[int, int, int, int]
"""What a file is known by: its inode, its size in bytes, and when its content and its entry were changed, in ns."""


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
        trace = self.files.get(path)
        return trace is not None and trace[1] == len(content) and Path(self.site, path).read_bytes() == content


def standing_in(site: Path, store: Store) -> Standing:
    """Return what stands in the folder `site`; `store` has what `record_pages` kept of it."""
    known = store.get(_key(site))
    if known is None or not site.is_dir() or site.is_symlink():
        return Standing()
    files: dict[str, Trace] = {}
    folders = tuple(_walked(str(site), "", files))
    return Standing(site, files, folders, marshal.loads(known))  # noqa: S302  # plain values, checked to be whole


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


def _walked(folder: str, below: str, files: dict[str, Trace]) -> Iterator[str]:
    """Note the files below `folder`, and yield the folders; a link is a file. What is hidden at the top is not ours."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not below and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walked(entry.path, f"{below}{entry.name}/", files)
                yield f"{below}{entry.name}"
            else:
                files[f"{below}{entry.name}"] = _trace(entry.stat(follow_symlinks=False))


def _trace(status: os.stat_result) -> Trace:
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
