"""The bundle: the built site as one file, to be unzipped and read from disk."""

import re
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BUNDLE = f"newsarchive-{version('newsarchive')}.zip"
"""The path of the bundle below the site's folder."""

# The footer's link to the bundle (theme/material/partials/copyright.html) would lead nowhere inside it.
_LINK = re.compile(rb"<!-- bundle -->.*?<!-- /bundle -->", re.DOTALL)
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_ANYONE_READS = 0o644 << 16


def write_bundle(site: Path) -> None:
    """Write the bundle of the site's folder into it; the same site gives the same bytes."""
    paths = (path for path in site.rglob("*") if path.is_file() and path != site / BUNDLE)
    with ZipFile(site / BUNDLE, "w") as bundle:
        for name, path in sorted((path.relative_to(site).as_posix(), path) for path in paths):
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _ANYONE_READS
            content = path.read_bytes()
            bundle.writestr(entry, _LINK.sub(b"", content) if path.suffix == ".html" else content)
