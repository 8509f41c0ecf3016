"""Mentions: the names of the registry's entities in an article, in one pass."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from newsarchive.annotate.names import Decision, NameIndex, name_index, names_in
from newsarchive.annotate.resolving import Dropped, People, Place, PlaceRow, Undecided, resolve
from newsarchive.annotation import AmbiguousMention, Mention, Suppressed
from newsarchive.article import Article, Span
from newsarchive.columns import made, row
from newsarchive.registry.spelling import spelling

__all__ = ["MentionFinds", "NameIndex", "find_mentions", "name_index"]

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


def find_mentions(article: Article, names: NameIndex) -> MentionFinds:
    """Return the mentions in `article`; of names that overlap the longest counts.

    A name counts as the registry spells it, with a capital at its beginning, or in capitals. A person's surname alone
    counts once the full name stood before it in the article. What leads to several entities is ambiguous.
    """
    places = _places(article, names)
    people = People(places)
    # Most forms mean the same wherever they stand: few of the places have to be made.
    meanings = [place[_FORM].always or resolve(row(Place, place), people) for place in places]
    mentions = _mentions(article.id, zip(places, meanings, strict=True))
    if len(mentions) == len(places):  # as in most articles
        return MentionFinds(mentions)
    unlinked = [_unlinked(article.id, *both) for both in zip(made(Place, places), meanings, strict=True) if both[1]]
    return MentionFinds(
        mentions,
        tuple(one for one in unlinked if isinstance(one, AmbiguousMention)),
        tuple(one for one in unlinked if isinstance(one, Suppressed)),
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


def _mentions(article: str, found: Iterable[tuple[PlaceRow, _Meaning]]) -> tuple[Mention, ...]:
    """Return a mention for each place whose meaning is decided."""
    mentions = []
    for (_, block, compared, start, end, _), meaning in found:
        if isinstance(meaning, Decision):
            first, last = compared.stretch(start, end) if compared.begins else (start, end)  # a call that few need
            span = row(Span, (block.id, first, last))
            mentions.append(row(Mention, (article, span, block.text[first:last], *meaning)))
    return tuple(mentions)


def _unlinked(article: str, place: Place, meaning: _Meaning) -> AmbiguousMention | Suppressed | None:
    if isinstance(meaning, Decision) or meaning is None:
        return None
    start, end = place.spelling.stretch(place.start, place.end)
    span, words = Span(place.block.id, start, end), place.block.text[start:end]
    ids = tuple(sorted({claim.entity.id for claim in meaning.claims}))
    if isinstance(meaning, Undecided):
        return AmbiguousMention(article, span, words, meaning.claims[0].name, ids)
    return Suppressed("mention", meaning.reason, article, span, words, ", ".join(ids))
