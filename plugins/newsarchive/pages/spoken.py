"""What is spoken of: a date expression as the almanac knows it, light enough for all of an archive at once."""

from typing import NamedTuple


class Spoken(NamedTuple):
    """A date expression: its value, role, place and sentence.

    `position` is that of its article in the order of their dates, `number` its own among the dates of the article.
    `entities` are the ids of what its sentence names, each once, sorted. `block` is the block that it stands in,
    `start` and `end` its code points there, `first` and `last` those of its sentence; ends are exclusive.
    """

    position: int
    number: int
    edtf: str | None
    role: str
    entities: tuple[str, ...]
    block: str
    start: int
    end: int
    first: int
    last: int
