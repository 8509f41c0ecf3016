"""Mentions: the names of the registry's entities in an article, in one pass."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsarchive.annotate.context import Decision, decide
from newsarchive.annotate.names import Candidate, Claim, NameIndex, candidates, longest, name_index
from newsarchive.annotate.surnames import follows_a_given_name
from newsarchive.annotation import AmbiguousMention, Mention, Resolution
from newsarchive.article import Article, Block, Span
from newsarchive.registry.spelling import Spelling, spelling

__all__ = ["MentionFinds", "NameIndex", "find_mentions", "name_index"]


@dataclass(frozen=True, slots=True)
class MentionFinds:
    """What was found in one article, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate where it stands, in the block that is number `number` of the article."""

    number: int
    block: Block
    spelling: Spelling
    candidate: Candidate

    @property
    def order(self) -> tuple[int, int]:
        return self.number, self.candidate.start

    @property
    def words(self) -> str:
        return self.spelling.text[self.candidate.start : self.candidate.end]

    @property
    def span(self) -> Span:
        start, end = self.spelling.start(self.candidate.start), self.spelling.end(self.candidate.end)
        return Span(self.block.id, start, end)

    @property
    def is_of_another(self) -> bool:
        return follows_a_given_name(self.spelling.text, self.candidate.start)


@dataclass(frozen=True, slots=True)
class _People:
    """Whom the article names in full, each with the first place, and the surnames that others have in it."""

    introduced: dict[str, tuple[int, int]]
    strangers: frozenset[str]


def find_mentions(article: Article, names: NameIndex) -> MentionFinds:
    """Return the mentions in `article`, none over another: of names that overlap, the longest.

    A name counts as the registry spells it, with a capital at its beginning, or in capitals. A person's surname alone
    counts once the full name stood before it in the article. What leads to several entities is ambiguous.
    """
    places = [place for number, block in enumerate(article.blocks) for place in _places(number, block, names)]
    people = _people(places)
    mentions: list[Mention] = []
    ambiguous: list[AmbiguousMention] = []
    for place in places:
        claims = _meant(place, people)
        decision = _decision(place, claims, people) if claims else None
        if decision:
            mentions.append(_mention(article, place, decision))
        elif claims:
            ambiguous.append(_ambiguous(article, place, claims))
    return MentionFinds(tuple(mentions), tuple(ambiguous))


def _places(number: int, block: Block, names: NameIndex) -> list[_Place]:
    compared = spelling(block.text)
    return [_Place(number, block, compared, candidate) for candidate in longest(candidates(compared.text, names))]


def _people(places: Iterable[_Place]) -> _People:
    introduced: dict[str, tuple[int, int]] = {}
    strangers: set[str] = set()
    for place in places:
        for claim in place.candidate.claims:
            if claim.is_full_name:
                introduced.setdefault(claim.entity.id, place.order)
            elif claim.is_part_of_name and place.is_of_another:
                strangers.add(place.words)
    return _People(introduced, frozenset(strangers))


def _meant(place: _Place, people: _People) -> tuple[Claim, ...]:
    """Return the claims that the article leaves open: of a person's surname alone, those of the people it introduces.

    If the article names the person in full only later, a surname alone means nobody yet.
    """
    claims = place.candidate.claims
    if any(claim.is_part_of_name for claim in claims) and place.is_of_another:
        claims = tuple(claim for claim in claims if not claim.is_part_of_name)
    bearers = {claim.entity.id: claim for claim in claims if claim.is_surname and claim.entity.id in people.introduced}
    listed = tuple(claim for claim in claims if not claim.is_surname)
    if len(bearers) == 1 and people.introduced[next(iter(bearers))] > place.order:
        return listed
    if not bearers:
        return listed
    others = tuple(claim for claim in listed if not claim.is_part_of_name)
    own = {claim.entity.id: claim for claim in listed if claim.entity.id in bearers}
    return (*(own.get(id_, bearer) for id_, bearer in bearers.items()), *others)


def _decision(place: _Place, claims: tuple[Claim, ...], people: _People) -> Decision | None:
    """Return which of `claims` is meant, or None."""
    if len(claims) > 1:
        return decide(place.spelling.text, place.candidate.start, place.candidate.end, claims)
    claim = claims[0]
    if claim.is_surname:
        return Decision(claim, Resolution.SURNAME)
    is_stranger = claim.is_part_of_name and place.words in people.strangers
    return None if is_stranger and claim.entity.id not in people.introduced else Decision(claim, Resolution.ONLY)


def _mention(article: Article, place: _Place, decision: Decision) -> Mention:
    claim, span = decision.claim, place.span
    words = place.block.text[span.start : span.end]
    return Mention(article.id, span, words, claim.entity.id, claim.name, decision.resolution, decision.cue)


def _ambiguous(article: Article, place: _Place, claims: tuple[Claim, ...]) -> AmbiguousMention:
    span, ids = place.span, sorted({claim.entity.id for claim in claims})
    return AmbiguousMention(article.id, span, place.block.text[span.start : span.end], claims[0].name, tuple(ids))
