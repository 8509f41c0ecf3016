"""Write what the changelog says of a version to a file; fail where the tag, the package and the changelog differ.

    python release_notes.py v1.2.0 dist/notes.md

Needs nothing but Python, since it runs before anything is installed.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def release_notes(tag: str, project: str, changelog: str) -> str:
    """Return the changelog's section on the version that `tag` names, without its heading.

    Raises SystemExit, with what is wrong, where `project`, a pyproject.toml, has another version or the changelog none.
    """
    version = tomllib.loads(project)["project"]["version"]
    if tag != f"v{version}":
        complaint = f"The tag is {tag}, and pyproject.toml has the version {version}."
        raise SystemExit(complaint)
    section = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if not section or not section[1].strip():
        complaint = f"CHANGELOG.md says nothing of the version {version}."
        raise SystemExit(complaint)
    return f"{section[1].strip()}\n"


def main(tag: str, out: str) -> None:
    """Write the notes of `tag` to the file `out`."""
    project, changelog = ((ROOT / name).read_text("utf-8") for name in ("pyproject.toml", "CHANGELOG.md"))
    notes = release_notes(tag, project, changelog)
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    Path(out).write_text(notes, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
