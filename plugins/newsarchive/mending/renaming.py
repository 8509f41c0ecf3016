"""Renaming: files whose ending is that of a seed or sidecar, but for its letters."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from newsarchive.reading.files import find_files

_ENDINGS = {".txt": ".txt", ".md": ".md", ".yml": ".yml", ".yaml": ".yml"}


def renamings(seeds: Path) -> Iterator[tuple[str, str]]:
    """Yield the path of each file of the folder `seeds` to be renamed, and the path that it should have.

    Left alone is a file whose right name another one has.
    """
    _, problems = find_files(seeds)
    below_registry = (path.relative_to(seeds).as_posix() for path in sorted((seeds / "registry").glob("*.yaml")))
    strange = (problem.path for problem in problems if problem.code == "seed-format")
    taken: set[str] = set()
    for old in (*strange, *below_registry):
        path = PurePosixPath(old)
        ending = _ENDINGS.get(path.suffix.lower())
        new = str(path.with_suffix(ending)) if ending else old
        if new != old and new not in taken and _is_free(seeds / old, seeds / new):
            taken.add(new)
            yield old, new


def _is_free(old: Path, new: Path) -> bool:
    """Whether `old` may become `new`; where a file system takes both for one name, it may."""
    return not old.is_symlink() and (not new.exists() or (new.samefile(old) and not new.is_symlink()))
