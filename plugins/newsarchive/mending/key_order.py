"""Key order: a sidecar's keys in the one order that all sidecars have, each with its comments."""

from collections.abc import Sequence

from newsarchive.problem import Problem
from newsarchive.reading.metadata import Metadata
from newsarchive.yaml_document import YamlDocument, read_yaml

ORDER = tuple(Metadata.model_fields)
_DONE = "its keys put in the order of all sidecars"


def ordered_keys(text: str, document: YamlDocument) -> tuple[str, tuple[str, ...]]:
    """Return a sidecar's `text`, which `document` was read from, with its keys in the order of `ORDER`.

    With it comes what was done. A comment above a key moves with it; those above the first key and below the last
    value stay. Left alone is what holds other keys, or would say something else than before.
    """
    keys = list(document.data) if isinstance(document.data, dict) else []
    if not set(keys) <= set(ORDER) or keys == sorted(keys, key=ORDER.index):
        return text, ()
    new = _reordered(text.rstrip("\n").split("\n"), [document.key_places[(key,)] for key in keys], keys)
    again = read_yaml(new, document.path)
    if isinstance(again, Problem) or again.data != document.data or list(again.data) == keys:
        return text, ()
    return new, (_DONE,)


def _reordered(lines: Sequence[str], places: Sequence[tuple[int, int]], keys: Sequence[str]) -> str:
    starts = [line - 1 for line, _ in places]
    first = starts[0]
    starts[1:] = [_with_comments(lines, start) for start in starts[1:]]
    end = _with_comments(lines, len(lines))
    ends = [*starts[1:], end]
    block = {key: lines[start:stop] for key, start, stop in zip(keys, starts, ends, strict=True)}
    ordered = [line for key in ORDER if key in block for line in block[key]]
    return "\n".join([*lines[:first], *ordered, *lines[end:]]) + "\n"


def _with_comments(lines: Sequence[str], start: int) -> int:
    """Return where the comments and empty lines right above the line `start` begin."""
    while start and _is_aside(lines[start - 1]):
        start -= 1
    return start


def _is_aside(line: str) -> bool:
    return not line.strip() or line.startswith("#")
