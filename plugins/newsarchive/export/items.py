"""The items of the data files: what each file is a list of, key by key.

These keys are a promise to other programs: they stay from version to version, and a change of them raises
the number of the data's form. The JSON Schema beside each file is made from these classes and their docstrings.
Positions count Unicode code points.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field

from newsarchive.annotation import DateRole, DivergenceKind
from newsarchive.article import BlockKind, Origin

Position = Annotated[int, Field(ge=0)]
ArticleId = Annotated[str, Field(description="The article's id.")]
BlockId = Annotated[str, Field(description="The block's id within its article.")]
Start = Annotated[int, Field(ge=0, description="The first code point of the block's text that belongs to the stretch.")]
End = Annotated[int, Field(ge=0, description="The first code point that no longer belongs to the stretch.")]
Words = Annotated[str, Field(description="The words that the stretch covers.")]


class _Strict:
    """Makes a schema refuse unknown keys, and describe each key by the docstring below it."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True, slots=True)
class SpanItem(_Strict):
    """A stretch of one block's text."""

    block: BlockId
    start: Start
    end: End
    text: Words


@dataclass(frozen=True, slots=True)
class ArticleSpanItem(_Strict):
    """A stretch of one block's text in an article."""

    article: ArticleId
    block: BlockId
    start: Start
    end: End
    text: Words


@dataclass(frozen=True, slots=True)
class SourceItem(_Strict):
    """Who published the report that an article holds or retells."""

    name: str
    """The publisher."""
    url: str | None
    """The address of the report."""
    author: str | None
    """Who wrote it."""
    agency: str | None
    """The news agency that it came from."""


@dataclass(frozen=True, slots=True)
class BlockItem(_Strict):
    """A paragraph, heading, embedded post or photo caption."""

    id: str
    """`p1`, `p2` … in the order of the text; also its anchor on the article's page."""
    kind: BlockKind
    """What the block is."""
    text: str
    """The words of the block, never rewritten."""
    by: str | None
    """Of a post: who posted it. Of a caption: who took the photo."""
    credit: str | None
    """Of a caption: the credit that follows it."""


@dataclass(frozen=True, slots=True)
class ArticleItem(_Strict):
    """An article."""

    id: str
    """The name that every other file knows it by."""
    url: str
    """Its permanent address below the site's."""
    title: str
    """Its title."""
    title_origin: Origin
    """Where the title comes from; `derived` is a guess."""
    date: str | None
    """When it was published, in EDTF."""
    date_origin: Origin
    """Where the date comes from; `inferred` is a guess."""
    date_evidence: SpanItem | None
    """The words that an inferred date rests on."""
    source: SourceItem | None
    """Who published the report."""
    language: str | None
    """Its language, as a BCP 47 tag."""
    rights: str | None
    """Who may do what with the text."""
    retold: bool
    """Whether the wording is the archive's and only the facts are the source's."""
    blocks: tuple[BlockItem, ...]
    """Its text, in order."""


@dataclass(frozen=True, slots=True)
class NameItem(_Strict):
    """A name of an entity."""

    text: str
    """The name."""
    language: str
    """Its language, as a BCP 47 tag."""
    script: str
    """Its script, as an ISO 15924 code."""
    source: str
    """Where the name was seen."""


@dataclass(frozen=True, slots=True)
class PointItem(_Strict):
    """Where a place lies, in WGS 84 degrees."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    """Degrees north of the equator."""
    longitude: Annotated[float, Field(ge=-180, le=180)]
    """Degrees east of Greenwich."""
    source: str
    """Where the figures come from."""


@dataclass(frozen=True, slots=True)
class EntityItem(_Strict):
    """A person, place, organisation or event."""

    id: str
    """The name that every other file knows it by."""
    url: str
    """Its permanent address below the site's."""
    kind: str
    """The registry's word for what it is, such as `city`."""
    names: tuple[NameItem, ...]
    """All its names; the order prefers none."""
    part_of: str | None
    """The id of the entity that it is part of."""
    point: PointItem | None
    """Where it lies."""
    identifiers: dict[str, str]
    """Its names in other registers, such as `iso3166-2`."""


@dataclass(frozen=True, slots=True)
class MentionItem(ArticleSpanItem):
    """A stretch of text that names an entity."""

    entity: str
    """The entity's id."""
    name: str
    """The registry's name that matched."""


@dataclass(frozen=True, slots=True)
class DateItem(ArticleSpanItem):
    """A stretch of text that names a date."""

    edtf: str
    """The date, in EDTF."""
    role: DateRole
    """What the date is to the text that holds it."""
    anchor: str | None
    """The date that it was counted from, in EDTF."""


@dataclass(frozen=True, slots=True)
class AmbiguousDateItem(ArticleSpanItem):
    """A stretch of text that names a date of which several readings stand."""

    edtf: None
    """Nothing: the text does not tell which reading is meant."""
    role: DateRole
    """What the date is to the text that holds it."""
    anchor: str | None
    """The date that it was counted from, in EDTF."""
    candidates: tuple[str, ...]
    """The readings, in EDTF."""


@dataclass(frozen=True, slots=True)
class StatementItem(ArticleSpanItem):
    """A quotation, without its marks."""

    speaker: str | None
    """Who says it, in the words of the text."""
    verb: str | None
    """The verb by which it is said."""


@dataclass(frozen=True, slots=True)
class WitnessItem(_Strict):
    """One place where a passage stands."""

    article: ArticleId
    parts: tuple[SpanItem, ...]
    """The passage's stretches in the article, in the order of the text."""


@dataclass(frozen=True, slots=True)
class ReadingItem(_Strict):
    """What one witness has in the place of a divergence."""

    witness: Position
    """Its position in the passage's `witnesses`."""
    text: str
    """Its words; nothing where it has none."""


@dataclass(frozen=True, slots=True)
class DivergenceItem(_Strict):
    """A place in which the witnesses of a passage differ."""

    kind: DivergenceKind
    """What they differ in."""
    readings: tuple[ReadingItem, ...]
    """What each witness has there."""


@dataclass(frozen=True, slots=True)
class PassageItem(_Strict):
    """A stretch of text that stands in two or more places, verbatim or nearly."""

    id: str
    """Made from the text of its earliest witness."""
    url: str
    """Its permanent address below the site's."""
    words: Position
    """The number of words of its earliest witness."""
    witnesses: Annotated[tuple[WitnessItem, ...], Field(min_length=2)]
    """The places where it stands."""
    earliest: Position | None
    """The position in `witnesses` of the one published first; nothing where the dates tie or do not tell."""
    divergences: tuple[DivergenceItem, ...]
    """Where the witnesses differ."""


@dataclass(frozen=True, slots=True)
class SuppressedItem(_Strict):
    """Something that was found and left out."""

    kind: str
    """What it would have been, such as `mention`."""
    reason: str
    """Why it is not, such as `ambiguous`."""
    article: ArticleId
    block: BlockId
    start: Start
    end: End
    text: Words
    detail: str
    """What more is known: of an ambiguous name the ids, of an ambiguous date the readings, with `, ` between."""


@dataclass(frozen=True, slots=True)
class FileItem(_Strict):
    """A data file."""

    path: str
    """Its path beside the index; where it ends with `.gz`, the file is compressed (gzip, RFC 1952)."""
    json_schema: str
    """The path of its JSON Schema beside the index."""
    items: Position
    """How many items it lists."""


@dataclass(frozen=True, slots=True)
class IndexItem(_Strict):
    """What the data folder holds."""

    schema: Position
    """The number of the form of the files; it rises when a key changes."""
    version: str
    """The version of newsarchive that wrote them."""
    files: tuple[FileItem, ...]
    """The files."""
    tables: tuple[str, ...]
    """The paths of the same data as CSV, compressed where they end with `.gz`."""
