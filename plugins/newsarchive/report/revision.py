"""The seeds as they were at a revision of the repository that holds them."""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory


class RevisionError(Exception):
    """The seeds of a revision cannot be had; the message says why and what to do."""


@contextmanager
def seeds_at(seeds: Path, revision: str) -> Iterator[Path]:
    """Give the folder `seeds` as it was at the git revision `revision`, for the time of a `with` block.

    A revision that has no such folder gives an empty one. Raises RevisionError where `seeds` is in no repository of
    git, or the repository has no such revision.
    """
    commit = _commit(seeds, revision)
    below = _asked(seeds, "rev-parse", "--show-prefix").strip().rstrip("/")
    top = Path(_asked(seeds, "rev-parse", "--show-toplevel").strip())
    with TemporaryDirectory(prefix="newsarchive-") as folder:
        if not below or _asked(seeds, "ls-tree", "-d", "--full-tree", commit, below):
            _unpack(_run(top, "archive", "--format=tar", f"{commit}:{below}").stdout, Path(folder))
        yield Path(folder)


def _commit(seeds: Path, revision: str) -> str:
    found = _run(seeds, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", check=False)
    if found.returncode == 0:
        return found.stdout.decode().split()[-1]
    if b"not a git repository" in found.stderr:
        message = f"'{seeds}' is in no git repository, so no earlier state is known"
        raise RevisionError(message)
    message = f"git knows no revision '{revision}' here; fetch it first, or name a branch, a tag or a commit"
    raise RevisionError(message)


def _asked(folder: Path, *words: str) -> str:
    return _run(folder, *words).stdout.decode()


def _run(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=check)  # noqa: S603, S607  # no shell; the revision follows --end-of-options
    except FileNotFoundError:
        message = "git is not installed, and without it no earlier state is known; install it"
        raise RevisionError(message) from None
    except subprocess.CalledProcessError as error:
        message = f"git {words[0]} failed: {error.stderr.decode(errors='replace').strip()}"
        raise RevisionError(message) from None


def _unpack(tree: bytes, folder: Path) -> None:
    try:
        with tarfile.open(fileobj=BytesIO(tree)) as archive:
            archive.extractall(folder, filter="data")  # no link or path may lead out of the folder
    except tarfile.TarError as error:
        message = f"the seeds of that revision cannot be unpacked: {error}"
        raise RevisionError(message) from None
