"""Finding: an article's date expressions, each with its value, its role and the words that decided."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newsarchive.annotate.dates.grammar import phrases
from newsarchive.annotate.dates.meaning import ANAPHORIC, Direction, Known, Resolved, When
from newsarchive.annotate.dates.phrase import Phrase
from newsarchive.annotate.dates.tense import Sentence, Tense, read_sentence, tense_at
from newsarchive.annotation import DateExpression, DateRole
from newsarchive.article import Article, Block, BlockKind, Span
from newsarchive.edtf_value import EdtfValue, parse_edtf
from newsarchive.sentence import sentences

_REMEMBERED = 6  # dates: what `that day` may point to
_LONGEST_DATELINE = 80  # code points
_BEFORE_DATELINE = re.compile(r"[\s(]*(?:(?i:(?:first\s|last\s)?(?:published|posted|updated|date)(?:\son)?)\s?:?\s*)?")
_PLACE_OF_DATELINE = re.compile(r"\s*[A-Z][A-Z.’' -]+(?:,\s[\w.’' -]{1,40})?,\s*")
_AFTER_DATELINE = re.compile(r"\s*(?:\([\w\s/.-]{1,40}\)\s*)?(?:—|–|--?|_)")
_TIME = re.compile(r"[\s,]*+(?:(?:at\s)?\d\d?[:.]\d\d(?:\s?[apAP]\.?[mM]\.?)?(?:\s?[A-Z]{2,4})?)?[\s.|·)]*+")
_LINKS = re.compile(r"(?:\s++(?:https?://|pic\.twitter\.com/)\S++)*+\s*+")


class _Place(NamedTuple):
    """A block of an article, and the dates against which its phrases are read."""

    article: str
    block: Block
    opens: bool
    published: EdtfValue | None
    anchor: EdtfValue | None


def find_dates(article: Article) -> tuple[DateExpression, ...]:
    """Return the date expressions of `article` in the order of the text; spans do not overlap.

    A post or a caption that states its own full date is resolved against that, everything else against the article's
    date, an inferred one too. Without a date to count from, `edtf` is None and `candidates` is empty. Words for a part
    of a day (`tonight`, `last night`) name no date here, nor do lengths of time (`for two years`, `the past week`).
    """
    published = _value(article.date)
    spoken: tuple[EdtfValue, ...] = ()
    found: list[DateExpression] = []
    # All phrases first: a processor that stays with one task keeps it at hand.
    named_by_block = [phrases(block.text) for block in article.blocks]
    for number, (block, named) in enumerate(zip(article.blocks, named_by_block, strict=True)):
        if named:
            place = _Place(article.id, block, number == 0, published, _own_date(block, named) or published)
            spoken = _add_block(found, place, named, spoken)
    return tuple(found)


def _add_block(
    found: list[DateExpression], place: _Place, named: list[Phrase], spoken: tuple[EdtfValue, ...]
) -> tuple[EdtfValue, ...]:
    """Add the expressions of a block to `found`; return the dates last spoken of, the latest first."""
    for phrase, sentence in list(_in_sentences(place.block.text, named)):
        tense = tense_at(sentence, phrase.start, phrase.end)
        resolved = phrase.meaning.resolved(When(place.anchor, tense.direction, spoken))
        edtf = resolved.values[0] if len(resolved.values) == 1 else None
        if edtf or not isinstance(phrase.meaning, ANAPHORIC):
            value = _value(edtf)
            found.append(_expression(place, phrase, tense, resolved, value))
            spoken = (value, *spoken[: _REMEMBERED - 1]) if value else spoken
    return spoken


def _in_sentences(text: str, named: list[Phrase]) -> Iterator[tuple[Phrase, Sentence]]:
    """Yield each phrase with the sentence in which it begins."""
    spans = sentences(text)
    sentence = None
    for phrase in named:
        if sentence is None or phrase.start >= sentence.end:
            here = max(0, bisect_right(spans, (phrase.start, len(text))) - 1)
            sentence = read_sentence(text, *spans[here])
        yield phrase, sentence


def _expression(
    place: _Place, phrase: Phrase, tense: Tense, resolved: Resolved, value: EdtfValue | None
) -> DateExpression:
    edtf = resolved.values[0] if len(resolved.values) == 1 else None
    byline = edtf is not None and _says_when_published(place, phrase)
    return DateExpression(
        article=place.article,
        span=Span(place.block.id, phrase.start, phrase.end),
        text=place.block.text[phrase.start : phrase.end],
        edtf=edtf,
        role=DateRole.PUBLISHED if byline else _role(value, place.published, tense),
        anchor=resolved.anchor,
        candidates=() if edtf else resolved.values,
        cue=None if byline else tense.cue,
    )


def _role(value: EdtfValue | None, published: EdtfValue | None, tense: Tense) -> DateRole:
    """Tell what a date is to the article: a plan stays a plan though its day has passed; else the calendar tells."""
    if tense.plan and (tense.direction is Direction.BACK or value is None or published is None):
        return DateRole.PLANNED
    if value and published and value.first > published.last:
        return DateRole.PLANNED
    if value and published and value.last < published.first:
        return DateRole.PAST
    if tense.direction is Direction.OPEN:
        return DateRole.STATED
    return DateRole.PLANNED if tense.plan else DateRole.PAST


def _own_date(block: Block, named: list[Phrase]) -> EdtfValue | None:
    """Return the full date that a post's byline or a caption states, or None."""
    if block.kind is not BlockKind.POST and block.kind is not BlockKind.CAPTION:
        return None
    days = [value for phrase in named if isinstance(phrase.meaning, Known) and (value := _known_day(phrase.meaning))]
    return days[-1 if block.kind is BlockKind.POST else 0] if days else None


def _known_day(meaning: Known) -> EdtfValue | None:
    value = _value(meaning.values[0]) if len(meaning.values) == 1 else None
    return value if value and value.is_day else None


def _says_when_published(place: _Place, phrase: Phrase) -> bool:
    """Tell whether a phrase is a post's byline date, a line of nothing but a date, or the date of a dateline."""
    text = place.block.text
    if place.block.kind is BlockKind.POST and _LINKS.fullmatch(text, phrase.end):
        return True
    if phrase.start > _LONGEST_DATELINE:
        return False
    if _BEFORE_DATELINE.fullmatch(text, 0, phrase.start):
        return _TIME.fullmatch(text, phrase.end) is not None
    dateline = place.opens and _PLACE_OF_DATELINE.fullmatch(text, 0, phrase.start)
    return bool(dateline and _AFTER_DATELINE.match(text, phrase.end))


def _value(text: str | None) -> EdtfValue | None:
    """Read an EDTF value; None for none, and for a date outside the years 1 to 9999."""
    try:
        return parse_edtf(text) if text else None
    except ValueError:
        return None
