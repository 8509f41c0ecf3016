"""Writing files to a folder so that either all of them change or none."""

from collections.abc import Sequence
from errno import EISDIR
from os import strerror
from pathlib import Path
from tempfile import TemporaryDirectory


def write_together(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """Write `files`, pairs of a path below `folder` and its content; folders are made where they are missing.

    All are first written beside their places, so a full disk or a refusal changes no file that was there. Other files
    of the folder stay. Raises OSError.
    """
    for parent in {(folder / name).parent for name, _ in files}:
        parent.mkdir(parents=True, exist_ok=True)
    for name, _ in files:
        if (folder / name).is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR), str(folder / name))
    with TemporaryDirectory(prefix=".newsarchive-", dir=folder) as staging:
        for number, (_, content) in enumerate(files):
            Path(staging, str(number)).write_bytes(content)
        for number, (name, _) in enumerate(files):
            Path(staging, str(number)).replace(folder / name)
