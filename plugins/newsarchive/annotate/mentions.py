"""Mentions: the names of the registry's entities in an article, in one pass."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from newsarchive.annotate.names import Claim, Decision, NameIndex, name_index, names_in
from newsarchive.annotate.resolving import Dropped, People, Place, PlaceRow, Undecided, resolve
from newsarchive.annotate.rows import (
    PLAIN,
    AmbiguousRow,
    MentionRow,
    SuppressedRow,
    ambiguous_of,
    mentions_of,
    suppressed_of,
)
from newsarchive.annotation import AmbiguousMention, Mention, Suppressed
from newsarchive.article import Article
from newsarchive.columns import row
from newsarchive.registry.spelling import spelling

__all__ = ["MentionFinds", "MentionRows", "NameIndex", "find_mentions", "mention_rows", "name_index"]

_Meaning = Decision | Undecided | Dropped | None
_FORM: Final = 5  # where a place has it


class MentionFinds(NamedTuple):
    """What was found in one article, in the order of the text, no two of it over one another.

    `suppressed` are names that the article uses for somebody or something else; the reasons are `another-given-name`,
    `surname-of-another` and `no-district`, the details the entities that are not meant.
    """

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()


class MentionRows(NamedTuple):
    """The same as plain rows."""

    mentions: list[MentionRow]
    ambiguous: list[AmbiguousRow]
    suppressed: list[SuppressedRow]


def find_mentions(article: Article, names: NameIndex) -> MentionFinds:
    """Return the mentions in `article`; of names that overlap the longest counts.

    A name counts as the registry spells it, with a capital at its beginning, or in capitals. A person's surname alone
    counts once the full name stood before it in the article. What leads to several entities is ambiguous.
    """
    mentions, ambiguous, suppressed = mention_rows(article, names)
    return MentionFinds(
        tuple(mentions_of(article.id, mentions)),
        tuple(ambiguous_of(article.id, ambiguous)),
        tuple(suppressed_of(article.id, suppressed)),
    )


def mention_rows(article: Article, names: NameIndex) -> MentionRows:
    """Return what `find_mentions` finds, as plain rows."""
    places = _places(article, names)
    people = People(places)
    # Most forms mean the same wherever they stand: few of the places have to be made.
    meanings = [place[_FORM].always or resolve(row(Place, place), people) for place in places]
    found = list(zip(places, meanings, strict=True))
    mentions = _mentions(found)
    if len(mentions) == len(places):  # as in most articles
        return MentionRows(mentions, [], [])
    return MentionRows(
        mentions,
        [_ambiguous(row(Place, place), meaning) for place, meaning in found if isinstance(meaning, Undecided)],
        [_suppressed(row(Place, place), meaning) for place, meaning in found if isinstance(meaning, Dropped)],
    )


def _places(article: Article, names: NameIndex) -> list[PlaceRow]:
    """Return where the forms of `names` stand, in the order of the text."""
    forms = names.forms
    return [
        (number, block, compared, start, end, forms[form])
        for number, block in enumerate(article.blocks)
        for compared in (spelling(block.text),)
        for form, start, end in names_in(compared.text, names)
    ]


def _mentions(found: Iterable[tuple[PlaceRow, _Meaning]]) -> list[MentionRow]:
    """Return a mention for each place whose meaning is decided."""
    mentions = []
    for (_, block, compared, start, end, _), meaning in found:
        if isinstance(meaning, Decision):
            first, last = compared.stretch(start, end) if compared.begins else (start, end)  # a call that few need
            entity, name, why, cue = meaning
            mentions.append((block.id, first, last, block.text[first:last], entity, name, PLAIN[why], cue))
    return mentions


def _ambiguous(place: Place, meaning: Undecided) -> AmbiguousRow:
    return (*_words(place), meaning.claims[0].name, _ids(meaning.claims))


def _suppressed(place: Place, meaning: Dropped) -> SuppressedRow:
    block, start, end, words = _words(place)
    return block, start, end, "mention", meaning.reason, words, ", ".join(_ids(meaning.claims))


def _words(place: Place) -> tuple[str, int, int, str]:
    """Return where a place is in its article, and what stands there."""
    start, end = place.spelling.stretch(place.start, place.end)
    return place.block.id, start, end, place.block.text[start:end]


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.entity.id for claim in claims}))
