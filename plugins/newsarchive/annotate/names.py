"""Names: all names of a registry in one automaton, and where a text holds them as words of their own."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ahocorasick_rs import AhoCorasick

from newsarchive.annotate.boundaries import standing_alone
from newsarchive.registry.entity import Entity, Registry, Room
from newsarchive.registry.spelling import spelled, spellings

_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What a spelling stands for: a name of an entity, as the registry spells it, or a person's surname alone.

    `cues` are words that tell the entity from others of the name, `plural_cues` those that tell several of its kind.
    `wholes` matches what follows where the text goes on to name what the entity is part of.
    """

    entity: Entity
    name: str
    is_default: bool = False
    is_surname: bool = False
    cues: frozenset[str] = frozenset()
    plural_cues: frozenset[str] = frozenset()
    wholes: re.Pattern[str] | None = None

    @property
    def is_full_name(self) -> bool:
        """Whether this is a person's name of two words or more."""
        return self.entity.room is Room.PEOPLE and not self.is_surname and " " in self.name

    @property
    def is_part_of_name(self) -> bool:
        """Whether this is a single word for a person, so that a given name before it makes it another person's."""
        return self.entity.room is Room.PEOPLE and not self.is_full_name


@dataclass(frozen=True)
class NameIndex:
    """All names of a registry, ready to be looked for: a spelling's claims stand at its place in the automaton."""

    registry: Registry
    claims: tuple[tuple[Claim, ...], ...] = ()
    automaton: AhoCorasick | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a compared text, in code points of it, that spells a name."""

    start: int
    end: int
    claims: tuple[Claim, ...]


def name_index(registry: Registry) -> NameIndex:
    """Prepare the names of `registry`."""
    claims: defaultdict[str, dict[tuple[str, bool], Claim]] = defaultdict(dict)
    for entity in registry.entities:
        for form, claim in _claims(entity, registry):
            claims[form].setdefault((entity.id, claim.is_surname), claim)
    if not claims:
        return NameIndex(registry)
    return NameIndex(registry, tuple(tuple(own.values()) for own in claims.values()), AhoCorasick(list(claims)))


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
                    yield form, replace(claim, is_default=False, is_surname=True)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _wholes(entity: Entity, registry: Registry) -> re.Pattern[str] | None:
    """Return what matches `, Y` or ` in the Y` for all that `entity` is part of, itself or by what it is part of."""
    names: set[str] = set()
    seen = {entity.id}
    while entity.part_of is not None and entity.part_of not in seen and entity.part_of in registry.by_id:
        seen.add(entity.part_of)
        entity = registry.by_id[entity.part_of]
        names.update(spelled(name.text) for name in entity.names)
    if not names:
        return None
    return re.compile(rf"(?:,| in| in the) (?:{'|'.join(map(re.escape, sorted(names, reverse=True)))})(?![\w-])")


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


def candidates(text: str, names: NameIndex) -> list[Candidate]:
    """Return where `text`, as `spelled` returns it, spells a name that stands alone, overlaps and all, in order."""
    if names.automaton is None:
        return []
    found = names.automaton.find_matches_as_indexes(text, overlapping=True)
    return [Candidate(start, end, names.claims[number]) for number, start, end in standing_alone(text, found)]


def longest(found: list[Candidate]) -> list[Candidate]:
    """Return the longest of `found` that do not overlap, in order; of two of one length the earlier."""
    chosen: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        # All that is chosen is as long or longer, so what overlaps covers the first or the last code point.
        if candidate.start not in taken and candidate.end - 1 not in taken:
            chosen.append(candidate)
            taken.update(range(candidate.start, candidate.end))
    return sorted(chosen, key=lambda one: one.start)
