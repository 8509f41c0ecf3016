"""Contents: the bytes of a seed or sidecar, bounded, and their text."""

from dataclasses import dataclass
from pathlib import Path

from newsarchive.problem import Problem
from newsarchive.reading.decoding import decoded

_MAX_BYTES = {"seed": 2_000_000, "sidecar": 256_000, "redirects": 2_000_000}


@dataclass(frozen=True, slots=True)
class Contents:
    """A file's path below the seeds folder, its bytes, its text without a byte order mark, and what is wrong with it.

    With problems the bytes and the text are empty.
    """

    path: str
    data: bytes = b""
    text: str = ""
    problems: tuple[Problem, ...] = ()


def read_contents(root: Path, path: str, kind: str) -> Contents:
    """Read the file `path` below the folder `root`; a `seed` has at most 2,000,000 bytes, a `sidecar` 256,000."""
    limit = _MAX_BYTES[kind]
    try:
        with (root / path).open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        hint = "put a file there that everybody may read"
        return _refused(path, "file-unreadable", f"the file cannot be read: {error.strerror}", hint)
    if len(data) > limit:
        hint = "split it, or remove what is no text from it"
        return _refused(path, "file-too-big", f"the file is larger than {limit // 1000:,} kB", hint)
    text = decoded(data, path)
    return Contents(path, problems=(text,)) if isinstance(text, Problem) else Contents(path, data, text)


def _refused(path: str, code: str, message: str, hint: str) -> Contents:
    return Contents(path, problems=(Problem(path, 1, 1, code, message, hint),))
