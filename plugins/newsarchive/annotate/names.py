"""Names: all names of a registry in one automaton, and where a text holds them as words of their own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from newsarchive.annotate.boundaries import Match, standing_alone
from newsarchive.annotation import Resolution
from newsarchive.registry.entity import Entity, Registry, Room
from newsarchive.registry.spelling import spelled, spellings

DISTRICT = "district"
_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


class Decision(NamedTuple):
    """What a name means and why, as a mention has it: the id of an entity, and the name that stands for it.

    `cue` holds the words that decided, where the context did.
    """

    entity: str
    name: str
    resolution: Resolution
    cue: str | None = None


class Claim(NamedTuple):
    """What a spelling stands for: a name of an entity, as the registry spells it, or a person's surname alone.

    `cues` are words that tell the entity from others of the name, `plural_cues` those that tell several of its kind.
    `wholes` are the names of what the entity is part of, as they are compared.
    """

    entity: Entity
    name: str
    is_default: bool = False
    is_surname: bool = False
    cues: frozenset[str] = frozenset()
    plural_cues: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()

    def meant(self, resolution: Resolution, cue: str | None = None) -> Decision:
        """Return that this is what a name means."""
        return Decision(self.entity.id, self.name, resolution, cue)

    @property
    def is_full_name(self) -> bool:
        """Whether this is a person's name of two words or more."""
        return self.entity.room is Room.PEOPLE and not self.is_surname and " " in self.name

    @property
    def is_part_of_name(self) -> bool:
        """Whether this is a single word for a person, so that a given name before it makes it another person's."""
        return self.entity.room is Room.PEOPLE and not self.is_full_name

    @property
    def may_be_district(self) -> bool:
        """Whether the word `district` beside the name agrees with this, or has nothing to do with it."""
        return self.entity.room is not Room.PLACES or DISTRICT in self.cues


class Form(NamedTuple):
    """A spelling, all claims to it, and what these come to, so that no place where it stands has to ask each of them.

    `always` is what the form means wherever it stands, `only` what it means where the word `district` does not stand
    beside it. `people` are the ids of those whom the form names in full. `has_part_of_name` says that a claim is a part
    of a person's name, `has_other_name` that one is a name of no person.
    """

    text: str
    claims: tuple[Claim, ...]
    always: Decision | None
    only: Decision | None
    people: tuple[str, ...]
    has_part_of_name: bool
    has_other_name: bool


@dataclass(frozen=True)
class NameIndex:
    """All names of a registry, ready to be looked for: a form stands at its place in the automaton."""

    registry: Registry
    forms: tuple[Form, ...] = ()
    automaton: AhoCorasick | None = field(default=None, repr=False)


def name_index(registry: Registry) -> NameIndex:
    """Prepare the names of `registry`."""
    claims: defaultdict[str, dict[tuple[str, bool], Claim]] = defaultdict(dict)
    for entity in registry.entities:
        for form, claim in _claims(entity, registry):
            claims[form].setdefault((entity.id, claim.is_surname), claim)
    if not claims:
        return NameIndex(registry)
    forms = tuple(_form(text, tuple(own.values())) for text, own in claims.items())
    return NameIndex(registry, forms, AhoCorasick(list(claims)))


def _form(text: str, claims: tuple[Claim, ...]) -> Form:
    has_part_of_name = any(claim.is_part_of_name for claim in claims)
    only = claims[0].meant(Resolution.ONLY) if len(claims) == 1 and not has_part_of_name else None
    return Form(
        text,
        claims,
        only if claims[0].may_be_district else None,
        only,
        tuple([claim.entity.id for claim in claims if claim.is_full_name]),
        has_part_of_name,
        any(claim.entity.room is not Room.PEOPLE for claim in claims),
    )


def _claims(entity: Entity, registry: Registry) -> Iterator[tuple[str, Claim]]:
    cues = frozenset(cue.casefold() for cue in (entity.kind.split(" ")[-1], *entity.cues))
    plurals = frozenset(map(_plural, cues))
    wholes = _wholes(entity, registry)
    for name in entity.names:
        claim = Claim(entity, name.text, is_default=name.default, cues=cues, plural_cues=plurals, wholes=wholes)
        for form in spellings(name.text, name.language):
            yield form, claim
        if entity.room is Room.PEOPLE:
            for surname in surnames(name.text):
                for form in spellings(surname, name.language):
                    yield form, claim._replace(is_default=False, is_surname=True)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _wholes(entity: Entity, registry: Registry) -> frozenset[str]:
    """Return the names of all that `entity` is part of, itself or by what it is part of."""
    names: set[str] = set()
    seen = {entity.id}
    while entity.part_of is not None and entity.part_of not in seen and entity.part_of in registry.by_id:
        seen.add(entity.part_of)
        entity = registry.by_id[entity.part_of]
        names.update(spelled(name.text) for name in entity.names)
    return frozenset(names)


def surnames(name: str) -> tuple[str, ...]:
    """Return what of a person's name of two words or more may stand for it.

    That is its last word, and that with the small words before it (`de Gaulle`, `Gaulle`).
    """
    words = spelled(name).split(" ")
    while words and words[-1].lower().strip(",") in _GENERATIONS:
        words.pop()
    if len(words) < 2:  # noqa: PLR2004  # a given name and a surname
        return ()
    first = len(words) - 1
    while first > 1 and words[first - 1][0].islower():
        first -= 1
    last = words[-1].rstrip(",")
    return tuple(dict.fromkeys((" ".join((*words[first:-1], last)), last)))


def names_in(text: str, names: NameIndex) -> list[Match]:
    """Return where `text`, as `spelled` returns it, spells a name that stands alone, in order, no two over one another.

    Of names that overlap the longest counts, and of two of one length the earlier. A match is the number of a form of
    `names` and where it starts and ends, in code points of `text`.
    """
    if names.automaton is None:
        return []
    return _longest(standing_alone(text, names.automaton.find_matches_as_indexes(text, overlapping=True)))


def _longest(found: Sequence[Match]) -> list[Match]:
    """Return the longest of `found`, which the automaton found: they are sorted by their ends."""
    chosen: list[Match] = []
    for match in found:
        _, start, end = match
        while chosen and start <= chosen[-1][1]:
            chosen.pop()
        if not chosen or start >= chosen[-1][2]:
            chosen.append(match)
        elif end > chosen[-1][2]:
            return _longest_of_crossing(found)
    return chosen


def _longest_of_crossing(found: Sequence[Match]) -> list[Match]:
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(found, key=lambda one: (one[1] - one[2], one[1])):
        _, start, end = match
        # All that is chosen is as long or longer, so what overlaps covers the first or the last code point.
        if start not in taken and end - 1 not in taken:
            chosen.append(match)
            taken.update(range(start, end))
    return sorted(chosen, key=itemgetter(1))
