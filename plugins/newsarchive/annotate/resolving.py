"""Resolving: which entity a spelling that stands in an article means, if any."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsarchive.annotate.context import decide, is_beside_district
from newsarchive.annotate.names import Claim, Decision, Form
from newsarchive.annotate.surnames import follows_a_given_name
from newsarchive.annotation import Resolution
from newsarchive.article import Block
from newsarchive.columns import made
from newsarchive.registry.spelling import Spelling

ANOTHER_GIVEN_NAME = "another-given-name"
SURNAME_OF_ANOTHER = "surname-of-another"
NO_DISTRICT = "no-district"


class Place(NamedTuple):
    """A form where it stands: from `start` to `end` of `spelling`, that of `block`, number `number` of the article."""

    number: int
    block: Block
    spelling: Spelling
    start: int
    end: int
    form: Form

    @property
    def order(self) -> tuple[int, int]:
        """Where the place stands in the order of the article."""
        return self.number, self.start

    @property
    def words(self) -> str:
        """What stands there, as it is compared."""
        return self.spelling.text[self.start : self.end]


PlaceRow = tuple[int, Block, Spelling, int, int, Form]
"""The fields of a `Place`."""


@dataclass(frozen=True)
class People:
    """What the places of an article, in the order of its text, tell of people; found out where a name asks for it."""

    rows: Sequence[PlaceRow]

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places."""
        return tuple(made(Place, self.rows))

    @cached_property
    def introduced(self) -> dict[str, tuple[int, int]]:
        """Whom the article names in full, each with the first place."""
        return {person: place.order for place in reversed(self.places) for person in place.form.people}

    @cached_property
    def of_others(self) -> dict[tuple[int, int], str]:
        """The places where a given name before a surname makes it another person's, each with what stands there."""
        return {
            place.order: place.words
            for before, place in zip((None, *self.places), self.places, strict=False)
            if place.form.has_part_of_name
            and follows_a_given_name(place.spelling.text, place.start)
            and not _follows_name(before, place)
        }

    @cached_property
    def strangers(self) -> frozenset[str]:
        """The surnames that others have in the article."""
        return frozenset(self.of_others.values())


@dataclass(frozen=True, slots=True)
class Undecided:
    """Several entities may be meant."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """The name stands here, and something tells that none of the claims is meant."""

    claims: tuple[Claim, ...]
    reason: str


def _follows_name(before: Place | None, place: Place) -> bool:
    """Say whether the word before `place` belongs to the name of a place or an organisation."""
    return before is not None and before.form.has_other_name and (before.number, before.end + 1) == place.order


def resolve(place: Place, people: People) -> Decision | Undecided | Dropped | None:
    """Return what the spelling at `place` means, or None where it is the surname of nobody whom the article names."""
    form = place.form
    if form.always or (form.only and not is_beside_district(place.spelling.text, place.end)):
        return form.only
    claims = _choices(place, people)
    if not claims:
        return None
    if any(claim.is_part_of_name for claim in claims) and place.order in people.of_others:
        others = tuple(claim for claim in claims if not claim.is_part_of_name)
        if not others:
            return Dropped(claims, ANOTHER_GIVEN_NAME)
        claims = others
    text = place.spelling.text
    if not any(claim.may_be_district for claim in claims) and is_beside_district(text, place.end):
        return Dropped(claims, NO_DISTRICT)
    if len(claims) > 1:
        return decide(text, place.start, place.end, claims) or Undecided(claims)
    return _single(place, claims[0], people)


def _single(place: Place, claim: Claim, people: People) -> Decision | Dropped:
    if claim.is_surname:
        return claim.meant(Resolution.SURNAME)
    if claim.is_part_of_name and place.words in people.strangers and claim.entity.id not in people.introduced:
        return Dropped((claim,), SURNAME_OF_ANOTHER)
    return claim.meant(Resolution.ONLY)


def _choices(place: Place, people: People) -> tuple[Claim, ...]:
    """Return who may be meant: of a surname alone, those of its bearers whom the article names in full.

    They come before people who have the surname as a listed name. A bearer who is named only later is not meant yet.
    """
    claims = place.form.claims
    bearers = {claim.entity.id: claim for claim in claims if claim.is_surname and claim.entity.id in people.introduced}
    listed = {claim.entity.id: claim for claim in claims if not claim.is_surname}
    if not bearers:
        return tuple(listed.values())
    is_later = len(bearers) == 1 and people.introduced[next(iter(bearers))] > place.order
    if is_later and (listed.keys() >= bearers.keys() or not any(claim.is_part_of_name for claim in listed.values())):
        return tuple(listed.values())
    others = {id_: claim for id_, claim in listed.items() if is_later or not claim.is_part_of_name}
    known = {id_: listed.get(id_, claim) for id_, claim in bearers.items()}
    return tuple((others | known).values())
