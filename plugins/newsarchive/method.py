"""Method: what a cache rests on beside its inputs, so that no version reads what another has written."""

import hashlib
import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path


@cache
def method() -> str:
    """Return a digest of every file of this package, and of the versions of Python and of all that is installed."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted({f"{one.name} {one.version}" for one in distributions()}):
        digest.update(name.encode())
    root = Path(__file__).parent
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
