"""Front matter: the YAML between two lines `---` at the head of a Markdown seed."""

import re
from dataclasses import dataclass

from newsarchive.article import Field, Range

_OPEN = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSE = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)(?=[ \t]*(?:[\r\n]|\Z))")
_KEY = re.compile(r"\s*[\w-]{1,40}[ \t]*:")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A seed's front matter: `field` holds it with its fences, `yaml` is what stands between them, from line 2 on."""

    field: Field
    yaml: str


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of `text`, or None where it has none.

    It begins with a line `---`, the very first, and ends with the next line `---` or `...`.
    """
    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return None
    whole = Field("front matter", text[: closed.end()], Range(0, closed.end()))
    return FrontMatter(whole, text[opened.end() : closed.start()])


def is_left_open(text: str) -> bool:
    """Whether `text` begins like front matter, with `---` and a key, and the closing `---` is missing."""
    opened = _OPEN.match(text)
    return opened is not None and front_matter(text) is None and _KEY.match(text, opened.end()) is not None
