"""Nearest: which names of a registry are like a name that it does not have.

Names are compared by their letters in ASCII (`anyascii`), by the sounds that these may stand for, and by the letters in
which they differ: the optimal string alignment distance, in which two letters that changed places count as one
(`rapidfuzz`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from anyascii import anyascii
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from newsarchive.registry.entity import Entity, Registry, Room
from newsarchive.registry.spelling import spelled


class Likeness(IntEnum):
    """How a name is like another; the lower, the nearer."""

    SAME = 0  # the registry has this very name, of something that is not meant where it stands
    MARKS = 1  # the same but for marks, case, spaces or the script
    TRANSLITERATION = 2  # other letters for the same sounds
    MISSPELLING = 3  # one letter differs, or two in a long name
    PART = 4  # a person's surname, or a word of the name


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A name that is like another one, and the id of the entity that has it."""

    likeness: Likeness
    entity: str
    name: str


# Letters that writers of several languages use for one sound; applied in this order to ASCII letters.
_SOUNDS = (
    ("dzh", "j"),
    ("tch", "c"),
    ("sch", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("gh", "g"),
    ("kh", "h"),
    ("ch", "c"),
    ("sh", "s"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ey", "i"),
    ("ei", "i"),
    ("iy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("ye", "e"),
    ("ie", "e"),
    ("ya", "a"),
    ("ia", "a"),
    ("yu", "u"),
    ("iu", "u"),
    ("x", "h"),
    ("q", "k"),
    ("ck", "k"),
    ("c", "j"),
    ("w", "v"),
    ("y", "i"),
    ("e", "a"),
)
_TWICE = re.compile(r"(.)\1+")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 100  # letters of a name that are compared
_SHORTEST = 4  # letters of a name that has the sounds of another
_ONE_DIFFERS, _TWO_DIFFER = 5, 9  # letters of a name of which one, or two, may differ

Named = tuple[str, str]
"""The id of an entity, and a name of it."""


@dataclass(frozen=True, slots=True)
class NearIndex:
    """The names of a registry, ready to be compared: by spelling, by letters, by sounds, and people by last words."""

    spellings: Mapping[str, tuple[Named, ...]]
    letters: Mapping[str, tuple[Named, ...]]
    sounds: Mapping[str, tuple[Named, ...]]
    surnames: Mapping[str, tuple[Named, ...]]


def near_index(registry: Registry) -> NearIndex:
    """Prepare the names of `registry`."""
    named = [(entity, name.text) for entity in registry.entities for name in entity.names]
    people = [(entity, name) for entity, name in named if entity.room is Room.PEOPLE]
    return NearIndex(
        spellings=_by(spelled, named),
        letters=_by(_letters, named),
        sounds=_by(_sounds, named),
        surnames=_by(_last_letters, people),
    )


def nearest_names(text: str, names: NearIndex, most: int = 3) -> tuple[Near, ...]:
    """Return the names that are like `text`, one an entity, the nearest first, at most `most` of them.

    What is like it is for a person to look at: none of it says that the two are one.
    """
    best: dict[str, Near] = {}
    for near in sorted(_near(text, names)):
        best.setdefault(near.entity, near)
    return tuple(sorted(best.values())[:most])


def _near(text: str, names: NearIndex) -> Iterator[Near]:
    letters = _letters(text)
    yield from _nears(Likeness.SAME, names.spellings.get(spelled(text), ()))
    if not letters:
        return
    yield from _nears(Likeness.MARKS, names.letters.get(letters, ()))
    yield from _nears(Likeness.TRANSLITERATION, names.sounds.get(_sounds(text), ()))
    if len(letters) >= _ONE_DIFFERS:
        allowed = 1 + (len(letters) >= _TWO_DIFFER)
        for found, *_ in extract(letters, names.letters.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=None):
            yield from _nears(Likeness.MISSPELLING, names.letters[found])
    yield from _nears(Likeness.PART, names.surnames.get(_last_letters(text), ()))


def _nears(likeness: Likeness, named: Iterable[Named]) -> Iterator[Near]:
    return (Near(likeness, entity, name) for entity, name in named)


def _by(form: Callable[[str], str], named: Iterable[tuple[Entity, str]]) -> Mapping[str, tuple[Named, ...]]:
    groups: dict[str, list[Named]] = defaultdict(list)
    for entity, name in named:
        if key := form(name):
            groups[key].append((entity.id, name))
    return {key: tuple(group) for key, group in groups.items()}


def _letters(name: str) -> str:
    """Return the letters and digits of a name in ASCII and lower case, without what stands between them."""
    return _OTHER.sub("", anyascii(spelled(name)[:_LONGEST]).lower())


def _last_letters(name: str) -> str:
    words = name.split()
    return _letters(words[-1]) if words else ""


def _sounds(name: str) -> str:
    """Return what stands for the sounds of a name; "" for a short one."""
    letters = _letters(name)
    for written, sound in _SOUNDS:
        letters = letters.replace(written, sound)
    sounds = _TWICE.sub(r"\1", letters)
    return sounds if len(sounds) >= _SHORTEST else ""
