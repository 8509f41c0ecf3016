"""Contents: the bytes of the registry's files, by which a registry is known again."""

from pathlib import Path

MAX_BYTES = 10_000_000
"""Bytes of the largest file that is read."""


def contents_of(folder: Path) -> list[str | bytes] | None:
    """Return the name and bytes of each file that the registry of `folder` hangs on.

    None where it is more than plain files in a plain folder, or where one is larger than `MAX_BYTES`.
    """
    if folder.is_symlink() or not folder.is_dir():
        return None
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    if any(path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES for path in paths):
        return None
    return [part for path in paths for part in (path.name, path.read_bytes())]
