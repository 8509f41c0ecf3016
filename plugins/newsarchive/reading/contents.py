"""Contents: the bytes of a seed, saved page or sidecar, bounded, and their text.

The bytes tell whether a seed was read before, which most were; only what was not is decoded.
"""

from pathlib import Path
from typing import NamedTuple

from newsarchive.digest import digest
from newsarchive.problem import Problem
from newsarchive.reading.decoding import decoded
from newsarchive.reading.files import SeedFile, is_page
from newsarchive.reading.html.charset import page_text

_SMALL = 65_536
_MAX_BYTES = {"seed": 2_000_000, "page": 25_000_000, "sidecar": 256_000, "redirects": 2_000_000}


class Stored(NamedTuple):
    """A file's path below the seeds folder and its bytes, of which there are none where a problem says why."""

    path: str
    data: bytes = b""
    problems: tuple[Problem, ...] = ()


class SeedContents(NamedTuple):
    """What stands in the file of a seed and in that of its sidecar, which is empty where there is none.

    `digest` is one of the bytes of both.
    """

    seed: Stored
    sidecar: Stored
    digest: bytes


class Contents(NamedTuple):
    """A file's path below the seeds folder, its text without a byte order mark, and what is wrong with it.

    With problems the text is empty.
    """

    path: str
    text: str = ""
    problems: tuple[Problem, ...] = ()


def read_contents(root: Path, path: str, kind: str) -> Contents:
    """Read the file `path` below the folder `root`; for `kind` see `read_stored` and `contents_of`."""
    return contents_of(read_stored(root, path, kind), kind)


def contents_of(stored: Stored, kind: str) -> Contents:
    """Return the text of what is stored; a `page` may be in any encoding, everything else is UTF-8."""
    path, data, problems = stored
    text = page_text(data) if kind == "page" else decoded(data, path)
    return Contents(path, "", (*problems, text)) if isinstance(text, Problem) else Contents(path, text, problems)


def read_stored(root: Path, path: str, kind: str) -> Stored:
    """Read the file `path` below the folder `root`; a `seed` has at most 2,000,000 bytes, a `page` 25,000,000.

    A `sidecar` has at most 256,000.
    """
    limit = _MAX_BYTES[kind]
    try:
        data = _bytes(f"{root}/{path}", limit)
    except OSError as error:
        hint = "put a file there that everybody may read"
        return _refused(path, "file-unreadable", f"the file cannot be read: {error.strerror}", hint)
    if len(data) > limit:
        hint = "split it, or remove what is no text from it"
        return _refused(path, "file-too-big", f"the file is larger than {limit // 1000:,} kB", hint)
    return Stored(path, data)


def seed_contents(file: SeedFile) -> SeedContents:
    """Return what stands in the files of a seed; nothing else opens them."""
    seed = read_stored(file.root, file.seed, kind_of(file.seed))
    sidecar = read_stored(file.root, file.sidecar, "sidecar") if file.sidecar else Stored("")
    return SeedContents(seed, sidecar, digest((seed.data, sidecar.data)))


def kind_of(seed: str) -> str:
    """Return the kind of a seed, of which `read_stored` tells, by the ending of its path."""
    return "page" if is_page(seed) else "seed"


def _bytes(path: str, limit: int) -> bytes:
    """Return the bytes of a file, of a larger one those up to one beyond `limit`; raises OSError."""
    # Without a buffer and in one read, a small file, as nearly all are, takes a fourth of the time.
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a Path for each of 20,000 files takes as long again
        data = file.read(_SMALL)
        while _SMALL <= len(data) <= limit and (more := file.read(limit + 1 - len(data))):
            data += more
    return data


def _refused(path: str, code: str, message: str, hint: str) -> Stored:
    return Stored(path, problems=(Problem(path, 1, 1, code, message, hint),))
