"""Method: what a cache rests on beside its inputs, so that no version reads what another has written."""

import hashlib
import sys
from functools import cache
from pathlib import Path


@cache
def method() -> str:
    """Return a digest of every file of this package, and of the versions of Python and of all that is installed.

    Versions are those that the folders of installed packages are named after (PyPA's "Recording installed projects").
    """
    digest = hashlib.sha256(sys.version.encode())
    folders = (Path(path) for path in sys.path)
    for name in sorted({path.name for folder in folders for path in folder.glob("*.dist-info")}):
        digest.update(name.encode())
    root = Path(__file__).parent
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
