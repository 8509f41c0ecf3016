"""Kinds: what the words around a name say that it names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsarchive.annotate.unknown_names.vocabulary import EVENT_WORDS, ORGANISATION_WORDS, PLACE_WORDS
from newsarchive.annotate.unknown_names.words import Word

PERSON, PLACE, ORGANISATION = "person", "place", "organisation"

_FIRST_SAY_KIND = frozenset({"bank", "hurricane", "lake", "mount", "river"})
_AROUND = 40  # code points that are looked at beside a name
_SINGULAR = {
    "islands": "island",
    "mountains": "mountains",
    "mount": "mountain",
    "creek": "river",
    "co": "company",
    "corp": "company",
    "corporation": "company",
    "inc": "company",
    "ltd": "company",
    "llc": "company",
    "plc": "company",
    "motors": "company",
    "airlines": "company",
    "airways": "company",
    "holdings": "company",
    "industries": "company",
    "times": "newspaper",
    "post": "newspaper",
    "herald": "newspaper",
    "tribune": "newspaper",
    "gazette": "newspaper",
    "journal": "newspaper",
    "guard": "armed force",
    "forces": "armed force",
    "force": "armed force",
    "navy": "armed force",
    "army": "armed force",
}
_ANY = ORGANISATION_WORDS - {"international", "press", "news", "front", "house", "board", "market", "authority"}
_SAY_KIND = PLACE_WORDS | EVENT_WORDS | _ANY
_BEFORE = frozenset({"district", "village", "town", "city", "island"})
_BEFORE_OF = frozenset(
    {*_BEFORE, "region", "province", "county", "settlement", "river", "lake", "valley", "peninsula", "municipality"}
    | {"state", "republic", "port", "gulf", "bay", "airport"}
)
_PLACE_AFTER = re.compile(
    r" (district|region|province|county|village|town|city|settlement|island|river|lake|valley|peninsula|municipality|"
    r"mountains|islands|airport|oblast|raion|governorate|prefecture|street)\b"
)
_PERSON_AFTER = re.compile(
    r",\s\d\d,\s|,?\s(?:who|(?:has\s|had\s|also\s)?(?:said|says|told|added|asked|wrote|tweeted|replied|warned|argued|"
    r"explained|insisted|recalled|admitted))\b"
)
_PLACE_PREPOSITIONS = frozenset({"in", "near", "outside", "around", "into", "across", "throughout"})


def kind_of(text: str, words: Sequence[Word], *, is_titled: bool, is_described: bool) -> str | None:
    """Return what the name `words`, which stands in `text`, seems to name, in the registry's words, or None.

    `is_titled` says that a person's title stands before it, `is_described` that it is made of ordinary words
    (`White House`), so that what it does tells less.
    """
    if is_titled:
        return PERSON
    start, end = words[0].start, words[-1].end
    before = text[max(0, start - _AROUND) : start].lower().split()[-3:] if text[start - 1 : start].isspace() else []
    if beside := _place_before(before) or ((after := _PLACE_AFTER.match(text, end)) and after[1]):
        return _registered(beside)
    return _kind_within(words) or (None if is_described else _kind_around(before, text, end, words))


def _place_before(before: Sequence[str]) -> str | None:
    """Return the word for a place that the words `before` a name end with: `district of`, `the village`."""
    match before:
        case [*_, word, "of"] | [word, "of", "the"] if word in _BEFORE_OF:
            return word
        case [*_, word] if word in _BEFORE:
            return word
    return None


def _kind_within(words: Sequence[Word]) -> str | None:
    """Return the kind that the name itself says, by the last word before `of` or of all."""
    if len(words) == 1:
        return None
    head = next((word for word, after in pairwise(words) if after.is_linked), words[-1]).lower
    if head in _SAY_KIND:
        return _registered(head)
    if words[0].lower in _FIRST_SAY_KIND:
        return _registered(words[0].lower)
    is_organisation = words[-1].lower in ORGANISATION_WORDS or any(word.lower in _ANY for word in words)
    return ORGANISATION if is_organisation else None


def _kind_around(before: Sequence[str], text: str, end: int, words: Sequence[Word]) -> str | None:
    if words[0].text.isupper():
        return None
    if len(words) > 1 and _PERSON_AFTER.match(text, end):
        return PERSON
    return PLACE if before and before[-1] in _PLACE_PREPOSITIONS else None


def _registered(word: str) -> str:
    return _SINGULAR.get(word, word)
