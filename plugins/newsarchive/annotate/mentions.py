"""Mentions: the names of the registry's entities in an article, in one pass."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from newsarchive.annotate.names import Decision, NameIndex, name_index, names_in
from newsarchive.annotate.resolving import Dropped, Place, Undecided, people_of, resolve
from newsarchive.annotation import AmbiguousMention, Mention, Suppressed
from newsarchive.article import Article, Span
from newsarchive.columns import made, rows
from newsarchive.registry.spelling import spelling

__all__ = ["MentionFinds", "NameIndex", "find_mentions", "name_index"]

_Linked = tuple[Any, ...]  # the fields of a mention and of its span, without the article


@dataclass(frozen=True, slots=True)
class MentionFinds:
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
    places = tuple(made(Place, _places(article, names)))
    people = people_of(places)
    linked: list[_Linked] = []
    unlinked: list[AmbiguousMention | Suppressed] = []
    for place in places:
        meaning = place.form.always or resolve(place, people)
        if isinstance(meaning, Decision):
            linked.append(_linked(place, meaning))
        elif meaning:
            unlinked.append(_unlinked(article.id, place, meaning))
    return MentionFinds(
        _mentions(article.id, linked),
        tuple(one for one in unlinked if isinstance(one, AmbiguousMention)),
        tuple(one for one in unlinked if isinstance(one, Suppressed)),
    )


def _places(article: Article, names: NameIndex) -> Iterator[tuple[Any, ...]]:
    """Yield the fields of each place where a form of `names` stands."""
    forms = names.forms
    for number, block in enumerate(article.blocks):
        compared = spelling(block.text)
        end_of_name = -1
        for form_number, start, end in names_in(compared.text, names):
            form = forms[form_number]
            yield number, block, compared, start, end, form, start == end_of_name + 1
            if form.has_other_name:
                end_of_name = end


def _linked(place: Place, decision: Decision) -> _Linked:
    _, block, compared, start, end, _, _ = place
    claim, resolution, cue = decision
    start, end = compared.stretch(start, end)
    return block.id, start, end, block.text[start:end], claim.entity.id, claim.name, resolution, cue


def _mentions(article: str, linked: Sequence[_Linked]) -> tuple[Mention, ...]:
    if not linked:
        return ()
    blocks, starts, ends, *others = zip(*linked, strict=True)
    return tuple(rows(Mention, repeat(article), rows(Span, blocks, starts, ends), *others))


def _unlinked(article: str, place: Place, meaning: Undecided | Dropped) -> AmbiguousMention | Suppressed:
    start, end = place.spelling.stretch(place.start, place.end)
    span, words = Span(place.block.id, start, end), place.block.text[start:end]
    ids = tuple(sorted({claim.entity.id for claim in meaning.claims}))
    if isinstance(meaning, Undecided):
        return AmbiguousMention(article, span, words, meaning.claims[0].name, ids)
    return Suppressed("mention", meaning.reason, article, span, words, ", ".join(ids))
