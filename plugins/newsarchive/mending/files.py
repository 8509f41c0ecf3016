"""Files: every file of the seeds folder is mended where that has one answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsarchive.export.folder import write_together
from newsarchive.mending.encoding import mended_text
from newsarchive.mending.key_order import ordered_keys
from newsarchive.mending.renaming import renamings
from newsarchive.mending.slugs import mended_slugs
from newsarchive.problem import Problem
from newsarchive.reading.files import find_files
from newsarchive.reading.front_matter import front_matter
from newsarchive.reading.redirects import FILE
from newsarchive.registry.decisions import FILE as DECISIONS
from newsarchive.registry.files import ROOM_OF_FILE
from newsarchive.yaml_document import read_yaml

_MAX_BYTES = 10_000_000
_REGISTRY = "registry"
_SIDECAR, _MARKDOWN = ".yml", ".md"
_TEXTS = (".txt", _MARKDOWN, _SIDECAR)
_LINE_ENDS_OF_YAML = ("\x85", "\u2028", "\u2029")  # where one stands, YAML counts other lines than an editor


@dataclass(frozen=True, slots=True, order=True)
class Mending:
    """What was done to a file: its path below the seeds folder as it was before, with `/`, and what in words."""

    path: str
    words: tuple[str, ...]


def mend(seeds: Path) -> tuple[Mending, ...]:
    """Mend the files of the folder `seeds` and return what was done, sorted.

    Files get their right names first; then either all contents change or, where the disk refuses, none. Raises OSError.
    """
    renamed = dict(renamings(seeds))
    for old, new in renamed.items():
        (seeds / old).rename(seeds / new)
    changed = [(path, *found) for path in _paths(seeds) if (found := _mended(seeds / path, path))]
    write_together(seeds, [(path, text.encode()) for path, text, _ in changed])
    done = {path: words for path, _, words in changed}
    moved = [
        Mending(old, (f"renamed to {PurePosixPath(new).name}", *done.pop(new, ()))) for old, new in renamed.items()
    ]
    return tuple(sorted([*moved, *(Mending(path, words) for path, words in done.items())]))


def _paths(seeds: Path) -> Iterator[str]:
    """Yield the paths of all text files that are read, with no link among them."""
    files, _ = find_files(seeds)
    beside = (one.sidecar for one in files if one.sidecar)
    registry = (f"{_REGISTRY}/{name}" for name in (*ROOM_OF_FILE, DECISIONS))
    for path in (*(one.seed for one in files), *beside, *registry, FILE):
        whole = seeds / path
        if path.endswith(_TEXTS) and whole.is_file() and not whole.is_symlink() and not whole.parent.is_symlink():
            yield path


def _mended(file: Path, path: str) -> tuple[str, tuple[str, ...]] | None:
    """Return what the file should hold and what was done to it, or None where nothing is."""
    try:
        data = file.read_bytes() if file.stat().st_size <= _MAX_BYTES else None
    except OSError:
        return None  # the checker says so
    found = mended_text(data) if data is not None else None
    if found is None:
        return None
    text, done = found
    text, more = _mended_metadata(text, path)
    return (text, (*done, *more)) if done or more else None


def _mended_metadata(text: str, path: str) -> tuple[str, tuple[str, ...]]:
    matter = front_matter(text) if path.endswith(_MARKDOWN) else None
    yaml = text if path.endswith(_SIDECAR) else matter.yaml if matter else ""
    document = read_yaml(yaml, path, first_line=2 if matter else 1)
    is_left = path == FILE or any(sign in yaml for sign in _LINE_ENDS_OF_YAML)
    if isinstance(document, Problem) or is_left or document.data is None:
        return text, ()
    new, done = mended_slugs(text, document)
    if matter or path.startswith(f"{_REGISTRY}/"):
        return new, done
    again = read_yaml(new, path)
    if isinstance(again, Problem):
        return text, ()
    ordered, more = ordered_keys(new, again)
    return ordered, (*done, *more)
