"""Writing files to a folder so that either all of them change or none."""

from collections.abc import Iterable
from errno import EISDIR
from os import strerror
from pathlib import Path
from tempfile import TemporaryDirectory


def write_together(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write `files`, pairs of a path below `folder` and its content, and return how many they were.

    Folders are made where they are missing. All files are first written beside their places, each as it comes, so a
    full disk or a refusal changes no file that was there. Other files of the folder stay. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".newsarchive-", dir=folder) as staging:
        names: list[str] = []
        for name, content in files:
            Path(staging, str(len(names))).write_bytes(content)
            names.append(name)
        for parent in {(folder / name).parent for name in names}:
            parent.mkdir(parents=True, exist_ok=True)
        for name in names:
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, strerror(EISDIR), str(folder / name))
        for number, name in enumerate(names):
            Path(staging, str(number)).replace(folder / name)
    return len(names)
