"""Slugs: those of a wrong form, such as `Ferry Sails`, written as they must be."""

from collections.abc import Iterator

from newsarchive.reading.slug import is_slug, slug_of
from newsarchive.yaml_document import YamlDocument

_KEY = "slug"
_QUOTES = ("'", '"')


def mended_slugs(text: str, document: YamlDocument) -> tuple[str, tuple[str, ...]]:
    """Return the file's `text`, whose sidecar, front matter or registry is `document`, with its slugs mended.

    With it comes what was done. Left alone is a slug that runs over several lines or has nothing that an address can
    have.
    """
    lines = text.split("\n")
    done = []
    for old, line, column in _slugs(document):
        before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        written = _written(after)
        if written.strip("".join(_QUOTES)) == old:
            lines[line - 1] = before + slug_of(old) + after[len(written) :]
            done.append(f"the slug '{old}' written as '{slug_of(old)}'")
    return "\n".join(lines), tuple(done)


def _slugs(document: YamlDocument) -> Iterator[tuple[str, int, int]]:
    """Yield each slug of a wrong form that has a right one, with its line and column, from the end of the file on."""
    entries = document.data if isinstance(document.data, list) else [document.data]
    wheres = [(number, _KEY) for number in range(len(entries))] if isinstance(document.data, list) else [(_KEY,)]
    for entry, where in reversed(list(zip(entries, wheres, strict=True))):
        slug = entry.get(_KEY) if isinstance(entry, dict) else None
        if isinstance(slug, str) and not is_slug(slug) and slug_of(slug):
            yield slug, *document.places[where]


def _written(line: str) -> str:
    """Return the value with which `line` begins, as it is written, with its quotes."""
    if line.startswith(_QUOTES):
        return line[: line.find(line[0], 1) + 1]
    return line.partition(" #")[0].rstrip()
