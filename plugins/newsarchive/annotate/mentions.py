"""Mentions: the names of the registry's entities in an article, in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.annotate.names import Decision, NameIndex, name_index, names_in
from newsarchive.annotate.resolving import Dropped, Place, Undecided, people_of, resolve
from newsarchive.annotation import AmbiguousMention, Mention, Suppressed
from newsarchive.article import Article, Block, Span
from newsarchive.registry.spelling import spelling

__all__ = ["MentionFinds", "NameIndex", "find_mentions", "name_index"]


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
    places = [place for number, block in enumerate(article.blocks) for place in _places(number, block, names)]
    people = people_of(places)
    mentions: list[Mention] = []
    unlinked: list[AmbiguousMention | Suppressed] = []
    for place in places:
        meaning = resolve(place, people)
        if isinstance(meaning, Decision):
            mentions.append(_mention(article.id, place, meaning))
        elif meaning:
            unlinked.append(_unlinked(article.id, place, meaning))
    return MentionFinds(
        tuple(mentions),
        tuple(one for one in unlinked if isinstance(one, AmbiguousMention)),
        tuple(one for one in unlinked if isinstance(one, Suppressed)),
    )


def _places(number: int, block: Block, names: NameIndex) -> Iterator[Place]:
    compared = spelling(block.text)
    end_of_name = -1
    for form_number, start, end in names_in(compared.text, names):
        form = names.forms[form_number]
        yield Place(number, block, compared, start, end, form, start == end_of_name + 1)
        if form.has_other_name:
            end_of_name = end


def _mention(article: str, place: Place, decision: Decision) -> Mention:
    claim, resolution, cue = decision
    block = place.block
    start, end = place.spelling.stretch(place.start, place.end)
    span = Span(block.id, start, end)
    return Mention(article, span, block.text[start:end], claim.entity.id, claim.name, resolution, cue)


def _unlinked(article: str, place: Place, meaning: Undecided | Dropped) -> AmbiguousMention | Suppressed:
    start, end = place.spelling.stretch(place.start, place.end)
    span, words = Span(place.block.id, start, end), place.block.text[start:end]
    ids = tuple(sorted({claim.entity.id for claim in meaning.claims}))
    if isinstance(meaning, Undecided):
        return AmbiguousMention(article, span, words, meaning.claims[0].name, ids)
    return Suppressed("mention", meaning.reason, article, span, words, ", ".join(ids))
