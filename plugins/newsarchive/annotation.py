"""Standoff annotations: what the archive says of a span of an article, and why.

Every annotation names its article and its span; none changes the text. All are sorted by article, then by place. Those
of which a large archive has hundreds of thousands are named tuples, which take a third of the time to make.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from newsarchive.article import Span


class Resolution(StrEnum):
    """Why a mention leads to its entity and to no other."""

    ONLY = "only"  # no other entity has the name
    CONTEXT = "context"  # several have it, and the words around decide
    DEFAULT = "default"  # several have it, and the registry states which is meant by default
    SURNAME = "surname"  # a surname, after the full name stood in the same article


class Mention(NamedTuple):
    """A span that names an entity.

    `entity` is the entity's id, `name` the registry's name that matched, as the registry spells it. `cue` holds the
    words that decided, where `resolution` is `CONTEXT`.
    """

    article: str
    span: Span
    text: str
    entity: str
    name: str
    resolution: Resolution
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class AmbiguousMention:
    """A span that names one of several entities, and nothing tells which: it stays unlinked."""

    article: str
    span: Span
    text: str
    name: str
    candidates: tuple[str, ...]


class DateRole(StrEnum):
    """What a date expression's date is to the text that holds it."""

    PUBLISHED = "published"
    PAST = "past"
    PLANNED = "planned"
    STATED = "stated"


class DateExpression(NamedTuple):
    """A span that names a date.

    `edtf` is its EDTF value, or None where several readings stand: then `candidates` holds them. `anchor` is the EDTF
    value of the date that it was counted from, or None where the expression needs none. `cue` holds the words that
    decided the direction or the role.
    """

    article: str
    span: Span
    text: str
    edtf: str | None
    role: DateRole
    anchor: str | None = None
    candidates: tuple[str, ...] = ()
    cue: str | None = None


class Statement(NamedTuple):
    """A quotation: what stands between the marks, who says it and by which verb, where the text says so.

    `span` covers the quotation without its marks. `speaker` is as the text has it (`Aliyev`, `the ministry`), and
    `speaker_span` where it stands.
    """

    article: str
    span: Span
    text: str
    speaker: str | None = None
    verb: str | None = None
    speaker_span: Span | None = None


class Witness(NamedTuple):
    """One place where a passage stands: an article and its spans there, in the order of the text."""

    article: str
    parts: tuple[Span, ...]


class DivergenceKind(StrEnum):
    """How the witnesses of a passage differ in one place."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"  # one entity under two names
    ENTITY = "entity"  # two entities
    QUOTATION = "quotation"
    WORD = "word"
    OMISSION = "omission"
    ADDITION = "addition"
    ORDER = "order"


class Reading(NamedTuple):
    """What one witness has in the place of a divergence; `witness` is its position in the passage's witnesses.

    `spans` is empty and `text` is "" where the witness has nothing.
    """

    witness: int
    text: str
    spans: tuple[Span, ...] = ()


class Divergence(NamedTuple):
    """A word, number, name or date in which the witnesses of a passage differ."""

    kind: DivergenceKind
    readings: tuple[Reading, ...]


class Passage(NamedTuple):
    """A stretch of text that stands in two or more places, verbatim or nearly.

    `id` is made of the text of its earliest witness. `words` counts the words of that text. `earliest` is a position
    in `witnesses`, or None where the dates tie or do not tell.
    """

    id: str
    words: int
    witnesses: tuple[Witness, ...]
    earliest: int | None
    divergences: tuple[Divergence, ...] = ()


class Suppressed(NamedTuple):
    """Something that was found and left out. `kind` names what it would have been, `reason` why it is not."""

    kind: str
    reason: str
    article: str
    span: Span
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A person's annotation, anchored by the text that it quotes; `motive` is one of the W3C Web Annotation's."""

    article: str
    span: Span
    quote: str
    text: str
    by: str
    motive: str
    date: str | None = None


class Annotations(NamedTuple):
    """All that was found in one article by itself, each kind in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
