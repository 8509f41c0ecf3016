"""Finding: an article's date expressions, each with its value, its role and the words that decided."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsarchive.annotate.dates.choosing import Direction
from newsarchive.annotate.dates.grammar import phrases
from newsarchive.annotate.dates.meaning import ANAPHORIC, Known, Resolved, When
from newsarchive.annotate.dates.phrase import Phrase
from newsarchive.annotate.dates.starts import starts
from newsarchive.annotate.dates.tense import Sentence, Tense, read_sentence, tense_at
from newsarchive.annotate.rows import PLAIN, DateRow, dates_of
from newsarchive.annotation import DateExpression, DateRole
from newsarchive.article import Article, Block, BlockKind
from newsarchive.columns import row
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
    (found,) = rows_of_each((article,))
    return tuple(dates_of(article.id, found))


def rows_of_each(articles: Sequence[Article]) -> list[list[DateRow]]:
    """Return the date expressions of each of `articles` as plain rows, see `find_dates`."""
    # Step by step, and not article by article: what one step works with stays in the processor's own memory so, which
    # is a fifth of the time.
    starting = [[starts(block.text) for block in article.blocks] for article in articles]
    named = [list(_named(*one)) for one in zip(articles, starting, strict=True)]
    spans = [[sentences(place.block.text) for place, _ in one] for one in named]
    read = [list(_in_sentences(*one)) for one in zip(named, spans, strict=True)]
    told = [
        [(place, phrase, tense_at(sentence, phrase.start, phrase.end)) for place, phrase, sentence in one]
        for one in read
    ]
    return [list(_expressions(one)) for one in told]


def _named(article: Article, starting: list[list[int]]) -> Iterator[tuple[_Place, list[Phrase]]]:
    """Yield the blocks that name dates, with the phrases that do."""
    published = _value(article.date)
    for number, (block, places) in enumerate(zip(article.blocks, starting, strict=True)):
        if named := phrases(block.text, places):
            anchor = _own_date(block, named) or published
            yield row(_Place, (block, number == 0, published, anchor)), named


def _in_sentences(
    named: list[tuple[_Place, list[Phrase]]], spans: list[tuple[tuple[int, int], ...]]
) -> Iterator[tuple[_Place, Phrase, Sentence]]:
    """Yield each phrase with the sentence in which it begins; `spans` are those of the sentences of each block."""
    for (place, found), of_block in zip(named, spans, strict=True):
        text = place.block.text
        spaced, ahead, end = f" {text}", iter(of_block), 0
        for phrase in found:
            if phrase.start >= end:
                start, end = _reaching(ahead, phrase.start)
                sentence = read_sentence(text, spaced, start, end)
            yield place, phrase, sentence


def _reaching(spans: Iterator[tuple[int, int]], place: int) -> tuple[int, int]:
    """Return the first of `spans` that ends behind `place`, else the last."""
    for span in spans:
        if place < span[1]:
            break
    return span


def _expressions(told: list[tuple[_Place, Phrase, Tense]]) -> Iterator[DateRow]:
    """Yield what each phrase that is a date expression means, the dates before it being told."""
    spoken: tuple[EdtfValue, ...] = ()
    for place, phrase, tense in told:
        resolved = phrase.meaning.resolved(row(When, (place.anchor, tense.direction, spoken)))
        edtf = resolved.values[0] if len(resolved.values) == 1 else None
        if edtf or not isinstance(phrase.meaning, ANAPHORIC):
            value = _value(edtf)
            yield _expression(place, phrase, tense, resolved, value)
            spoken = (value, *spoken[: _REMEMBERED - 1]) if value else spoken


def _expression(place: _Place, phrase: Phrase, tense: Tense, resolved: Resolved, value: EdtfValue | None) -> DateRow:
    edtf = resolved.values[0] if len(resolved.values) == 1 else None
    byline = edtf is not None and _says_when_published(place, phrase)
    role, cue = (DateRole.PUBLISHED, None) if byline else (_role(value, place.published, tense), tense.cue)
    candidates = () if edtf else resolved.values
    block, (start, end, _) = place.block, phrase
    return block.id, start, end, block.text[start:end], edtf, PLAIN[role], resolved.anchor, candidates, cue


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
