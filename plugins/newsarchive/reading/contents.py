"""Contents: the bytes of a seed, saved page or sidecar, bounded, and their text."""

from dataclasses import dataclass
from pathlib import Path

from newsarchive.problem import Problem
from newsarchive.reading.decoding import decoded
from newsarchive.reading.html.charset import page_text

_MAX_BYTES = {"seed": 2_000_000, "page": 25_000_000, "sidecar": 256_000, "redirects": 2_000_000}


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
    """Read the file `path` below the folder `root`; a `seed` has at most 2,000,000 bytes, a `page` 25,000,000.

    A `sidecar` has at most 256,000. A page may be in any encoding, everything else is UTF-8.
    """
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
    text = page_text(data) if kind == "page" else decoded(data, path)
    return Contents(path, problems=(text,)) if isinstance(text, Problem) else Contents(path, data, text)


def _refused(path: str, code: str, message: str, hint: str) -> Contents:
    return Contents(path, problems=(Problem(path, 1, 1, code, message, hint),))
