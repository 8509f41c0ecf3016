"""Article, Block, Source: the text and its coordinates.

Those of which a large archive has hundreds of thousands are named tuples, which take a third of the time to make.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a block of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    POST = "post"
    CAPTION = "caption"


class Origin(StrEnum):
    """Where a value of an article's metadata comes from; an `INFERRED` or `DERIVED` one is a guess and marked so."""

    SIDECAR = "sidecar"
    FRONT_MATTER = "front matter"
    TEXT = "text"
    PAGE = "page"
    INFERRED = "inferred"
    DERIVED = "derived"
    UNKNOWN = "unknown"


class Range(NamedTuple):
    """A stretch of a seed file: code points of the decoded file (a byte order mark is not counted), end exclusive."""

    start: int
    end: int


class Span(NamedTuple):
    """A stretch of one block's text: the block's id, and code points of its text, end exclusive."""

    block: str
    start: int
    end: int


class Block(NamedTuple):
    """A paragraph, heading, embedded post or photo caption.

    `id` is `p1`, `p2` … in the order of the text. `range` is where the block stands in the seed file. In a text or
    Markdown seed `text` is that stretch of the file, letter by letter: a post keeps its byline, a caption its credit.
    `by` (of a post: who posted it; of a caption: the photographer or agency in the photo's brackets) and `credit` (of
    a caption) are read from the text and repeat a part of it.
    """

    id: str
    kind: BlockKind
    text: str
    range: Range
    by: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of a seed that is metadata or markup and not text, such as a glued-on ` date 2020-11-20 `."""

    name: str
    text: str
    range: Range


@dataclass(frozen=True, slots=True)
class Source:
    """Who published the report that an article holds or retells."""

    name: str
    url: str | None = None
    author: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class QuotedNote:
    """A person's annotation as a sidecar or front matter states it, before it is anchored.

    `path` is the file that states it, below the seeds folder; `line` and `column` say where, counted from 1.
    """

    quote: str
    text: str
    by: str
    prefix: str = ""
    suffix: str = ""
    date: str | None = None
    motive: str = "commenting"
    path: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Article:
    """What a reader makes of a seed: metadata and blocks.

    `id` is the slug of the article's permanent address. `seed` is the path of its file below the seeds folder, with
    `/`. `date` is an EDTF value. `date_evidence` is the span that an inferred date rests on. `language` is a BCP 47
    tag. `retold` says that the wording is the archive's and only the facts are the source's. `digest` is one of the
    contents of the seed and its sidecar, in hexadecimal. `blocks` are a tuple, or like one: those of an article that is
    kept are read when they are first asked for, and in a build of little that is new nobody asks for most.
    """

    id: str
    seed: str
    title: str
    title_origin: Origin
    date: str | None
    date_origin: Origin
    blocks: Sequence[Block]
    date_evidence: Span | None = None
    source: Source | None = None
    language: str | None = None
    rights: str | None = None
    retold: bool = False
    notes: tuple[QuotedNote, ...] = ()
    fields: tuple[Field, ...] = field(default=(), repr=False)
    digest: str = field(default="", repr=False)

    def __hash__(self) -> int:
        """Return a hash of the id: one of all that the article holds would go through its blocks each time."""
        return hash(self.id)

    @cached_property
    def block_by_id(self) -> dict[str, Block]:
        """The article's blocks by their ids."""
        return {block.id: block for block in self.blocks}

    @cached_property
    def characters(self) -> int:
        """How many code points the texts of all blocks have."""
        return sum([len(block.text) for block in self.blocks])

    @cached_property
    def blocks_digest(self) -> str:
        """The SHA-256, in hexadecimal, of all of the blocks but where they stand in the seed.

        It tells less than `digest`: a seed's metadata may change and its text stay.
        """
        read: list[str] = []
        for block, kind, text, _, by, credit in self.blocks:
            lengths = f"{len(text)} {len(by or '')} {len(credit or '')}" if by or credit else f"{len(text)} 0 0"
            read += (block, kind, lengths, text, by or "", credit or "")
        return sha256("\x1f".join(read).encode("utf-8", "surrogatepass")).hexdigest()

    def text_of(self, span: Span) -> str:
        """Return the words that `span` covers; raises KeyError for a block that the article does not have."""
        return self.block_by_id[span.block].text[span.start : span.end]

    @property
    def address(self) -> str:
        """The article's permanent address."""
        return f"articles/{self.id}/"
