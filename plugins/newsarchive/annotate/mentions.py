"""Mentions: the names of the registry's entities in an article, in one pass."""

from dataclasses import dataclass

from newsarchive.annotate.context import Decision
from newsarchive.annotate.names import NameIndex, candidates, longest, name_index
from newsarchive.annotate.resolving import Dropped, Place, Undecided, people_of, resolve
from newsarchive.annotation import AmbiguousMention, Mention, Suppressed
from newsarchive.article import Article, Block
from newsarchive.registry.entity import Room
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
    found = [_annotation(article.id, place, resolve(place, people)) for place in places]
    return MentionFinds(
        tuple(one for one in found if isinstance(one, Mention)),
        tuple(one for one in found if isinstance(one, AmbiguousMention)),
        tuple(one for one in found if isinstance(one, Suppressed)),
    )


def _places(number: int, block: Block, names: NameIndex) -> list[Place]:
    compared = spelling(block.text)
    places: list[Place] = []
    end_of_name = -1
    for candidate in longest(candidates(compared.text, names)):
        places.append(Place(number, block, compared, candidate, follows_name=candidate.start == end_of_name + 1))
        if any(claim.entity.room is not Room.PEOPLE for claim in candidate.claims):
            end_of_name = candidate.end
    return places


def _annotation(
    article: str, place: Place, meaning: Decision | Undecided | Dropped | None
) -> Mention | AmbiguousMention | Suppressed | None:
    if meaning is None:
        return None
    span = place.span
    words = place.block.text[span.start : span.end]
    if isinstance(meaning, Decision):
        claim = meaning.claim
        return Mention(article, span, words, claim.entity.id, claim.name, meaning.resolution, meaning.cue)
    ids = tuple(sorted({claim.entity.id for claim in meaning.claims}))
    if isinstance(meaning, Undecided):
        return AmbiguousMention(article, span, words, meaning.claims[0].name, ids)
    return Suppressed("mention", meaning.reason, article, span, words, ", ".join(ids))
