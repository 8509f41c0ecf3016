"""Trimming: what of a run of words with capitals is a name, without offices, peoples and what begins a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsarchive.annotate.unknown_names.vocabulary import (
    BEFORE_TITLES,
    DOUBTFUL_TITLES,
    EVENT_WORDS,
    FUNCTION_WORDS,
    GENERIC,
    NAME_BEGINNINGS,
    NAMES_IN_CAPITALS,
    NEVER_ALONE,
    OFFICES,
    ORDINARY_ACRONYMS,
    ORGANISATION_WORDS,
    PEOPLES,
    PLACE_WORDS,
    TITLES,
)
from newsarchive.annotate.unknown_names.words import Word

Words = tuple[Word, ...]

_ANY_TITLE = TITLES | DOUBTFUL_TITLES
_BESIDE_TITLES = BEFORE_TITLES | PEOPLES
_TITLED = BEFORE_TITLES | PEOPLES | _ANY_TITLE
_BEGIN_NAMES = NAME_BEGINNINGS | _ANY_TITLE
_IN_OFFICES = OFFICES | BEFORE_TITLES
_NEVER_ALONE = NEVER_ALONE | GENERIC | BEFORE_TITLES | OFFICES
_NO_PERSON_NAME = ORGANISATION_WORDS | PLACE_WORDS | EVENT_WORDS | GENERIC
_NO_COMPOUND = _ANY_TITLE | BEFORE_TITLES | FUNCTION_WORDS
_COMPASS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})
_NEVER_FIRST = frozenset({"the", "a", "an", "i", "el", "la"})
_PARTIES = frozenset({"democrat", "republican", "democrats", "republicans"})
_MAY_BE_TITLES = _ANY_TITLE | {f"{title}s" for title in TITLES}
_TITLE_PARTS = _ANY_TITLE | BEFORE_TITLES
_TWO_NAMES = 4  # words
_OFTEN = 0.25  # a word that stands in lower case so often, compared with its capital, is an ordinary one


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all texts together tell: how often each word stands, by its letters, and each run within a sentence."""

    counts: Mapping[str, int]
    runs: Mapping[str, int]

    def is_ordinary(self, word: Word) -> bool:
        """Say whether the word stands in lower case too."""
        return self.counts.get(word.lower, 0) > 0

    def is_mostly_ordinary(self, word: Word) -> bool:
        """Say whether the word stands in lower case often enough to be no name."""
        capitals = self.counts.get(word.text, 0)
        return self.counts.get(word.lower, 0) > _OFTEN * capitals

    def stands(self, words: Sequence[Word]) -> bool:
        """Say whether these words stand as a run of their own within a sentence."""
        return bool(words) and key(words) in self.runs


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are a name; `is_titled` says that an office or a form of address stands before it."""

    words: Words
    is_titled: bool = False


def key(words: Sequence[Word]) -> str:
    """Return the words as runs are counted by them."""
    return " ".join(f"~ {word.text}" if word.is_linked else word.text for word in words)


def names_of(run: Words, evidence: Evidence) -> Iterator[Piece]:
    """Yield the names in `run`: mostly one, none, or one before a title and one after it."""
    if len(run) == 1 and "-" not in run[0].lower:  # most runs: nothing is to be trimmed
        if run[0].lower not in _NEVER_FIRST and _is_name(run, evidence, is_titled=False):
            yield Piece(run)
        return
    for piece in _divided(_begun(run, evidence), evidence):
        words = _without_people(piece, evidence)
        if _is_name(words, evidence, is_titled=piece.is_titled):
            yield Piece(words, piece.is_titled)


def _begun(words: Words, evidence: Evidence) -> Words:
    """Return `words` without those that are there because a sentence begins."""
    while words:
        first = words[0]
        if first.lower in _NEVER_FIRST or (first.opens and not _keeps_beginning(words, evidence)):
            words = words[1:]
        else:
            break
    return words


def _keeps_beginning(words: Words, evidence: Evidence) -> bool:
    first, rest = words[0], words[1:]
    if len(words) > 1 and evidence.stands(words):
        return True
    if first.lower in FUNCTION_WORDS:
        return False
    if not rest or not evidence.is_ordinary(first) or first.lower in _BEGIN_NAMES:
        return True
    return rest[0].is_linked or (len(rest) == 1 and not evidence.stands(rest))


def _divided(words: Words, evidence: Evidence) -> Iterator[Piece]:
    """Yield what stands before a title, and what it is the title of; else one name before another."""
    for number, word in enumerate(words):
        if word.lower not in _MAY_BE_TITLES and "-" not in word.lower:
            continue
        after = _after_title(words[number + 1 :])
        if _is_title(word, after, words[:number], evidence):
            yield Piece(_before_title(words[:number]))
            is_titled = not (after and after[0].is_linked)  # in `the ambassador of Ostra` the name is no person's
            for piece in _divided(after, evidence):
                yield Piece(piece.words, is_titled or piece.is_titled)
            return
    yield from _parted(words, evidence)


def _parted(words: Words, evidence: Evidence) -> Iterator[Piece]:
    """Yield two names that nothing divides, where each stands alone elsewhere and both together nowhere else."""
    if len(words) >= _TWO_NAMES and evidence.runs.get(key(words), 0) <= 1:
        for at in range(2, len(words) - 1):
            right = words[at:]
            is_person = not any(word.is_linked or word.lower in _NO_PERSON_NAME for word in right)
            if is_person and evidence.stands(words[:at]) and evidence.stands(right):
                yield Piece(words[:at])
                yield Piece(right)
                return
    yield Piece(words)


def _after_title(words: Words) -> Words:
    """Return `words`, which follow a title, without the office that it may hold: `of State`."""
    if not words or not words[0].is_linked:
        return words
    while words and words[0].lower in _IN_OFFICES:
        words = words[1:]
    return words


def _is_title(word: Word, after: Words, before: Words, evidence: Evidence) -> bool:
    if word.is_linked:
        return False
    if "-" in word.lower:
        return all(part in _TITLE_PARTS for part in word.lower.split("-"))
    if word.lower in DOUBTFUL_TITLES:
        return bool(after) and _is_surely_title(after, before, evidence)
    return True


def _is_surely_title(after: Words, before: Words, evidence: Evidence) -> bool:
    """Say whether a word that may as well be a part of a name is the title of what follows."""
    if after[0].lower in _ANY_TITLE and len(after) > 1:
        return True
    if after[0].is_linked or any(word.lower in _NO_PERSON_NAME for word in after):
        return False
    if len(after) == 1:
        return evidence.stands(after)
    return not before or before[-1].lower in _BESIDE_TITLES or evidence.stands(after)


def _before_title(words: Words) -> Words:
    while words and words[-1].lower in _TITLED:
        words = words[:-1]
    return words


def _without_people(piece: Piece, evidence: Evidence) -> Words:
    """Return the words of `piece` without a people or a party before a name that stands alone elsewhere."""
    words = piece.words
    while len(words) > 1 and not words[1].is_linked:
        first = words[0].lower
        is_beside = is_people(words[0]) or first in _PARTIES or (first in BEFORE_TITLES and piece.is_titled)
        if not is_beside or not (piece.is_titled or evidence.stands(words[1:])):
            break
        words = words[1:]
    return words


def is_people(word: Word) -> bool:
    """Say whether `word` is the adjective of a country or the word for its people."""
    lower = word.lower
    return lower in PEOPLES or lower.removesuffix("s") in PEOPLES or _all_peoples(lower)


def _all_peoples(lower: str) -> bool:
    return "-" in lower and all(part in PEOPLES for part in lower.split("-"))


def _is_name(words: Words, evidence: Evidence, *, is_titled: bool) -> bool:
    if not words or all(word.lower in _COMPASS or is_people(word) for word in words):
        return False
    if len(words) == 1:
        return _is_single_name(words[0], evidence, is_titled=is_titled)
    return not all(word.lower in _NO_COMPOUND for word in words)


def _is_single_name(word: Word, evidence: Evidence, *, is_titled: bool) -> bool:
    if word.text.isupper() and word.lower in NAMES_IN_CAPITALS:
        return True
    if len(word.text) == 1 or word.lower in _NEVER_ALONE or word.lower.replace(".", "") in ORDINARY_ACRONYMS:
        return False
    return is_titled or not evidence.is_mostly_ordinary(word)
