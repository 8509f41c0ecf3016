"""Kinds: the class or classes of the items of each JSON file, and what pydantic makes of them.

To load them takes a twentieth of a second, and a build that finds most of its data made does without: this module, and
those that rest on it, are loaded where something is made with them.
"""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from newsarchive.export.items import (
    AmbiguousDateItem,
    ArticleItem,
    DateItem,
    EntityItem,
    MentionItem,
    PassageItem,
    StatementItem,
    SuppressedItem,
)

KINDS: dict[str, Any] = {
    "articles": ArticleItem,
    "entities": EntityItem,
    "mentions": MentionItem,
    "dates": DateItem | AmbiguousDateItem,
    "statements": StatementItem,
    "passages": PassageItem,
    "suppressed": SuppressedItem,
}
"""The class or classes of the items of each file, by its name."""


@cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401  # whatever pydantic takes
    """Return what writes and describes the items of a kind; it is made when asked for: each takes some milliseconds."""
    return TypeAdapter(kind)
