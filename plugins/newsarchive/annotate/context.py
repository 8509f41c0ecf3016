"""Context: which of several entities the words around a name mean.

The words that tell are each entity's cues: its kind (`city`, `district`), the plural of it, and the cues that the
registry states. Where they stand is English: `city of X`, `X district`, `the X and Y districts`, `X, a city in …`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsarchive.annotate.names import DISTRICT, Claim, Decision
from newsarchive.annotation import Resolution

_WINDOW = 200
_Tokens = list[re.Match[str]]
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")
_LINKS = frozenset({"as", "called", "including", "like", "named", "namely", "of"})
_ARTICLES = frozenset({"a", "an", "the"})
_COPULAS = frozenset({"became", "is", "remains", "was"})
_CONJUNCTIONS = frozenset({"&", "and", "nor", "or"})
_BETWEEN = frozenset({",", *_CONJUNCTIONS})
_DASHES = frozenset({",", "–", "—"})
_OPENERS = frozenset({"(", "–", "—"})

# What follows a name without one of these between is all that `_following` yields.
_LEADS = frozenset({"'", "-", "(", *_BETWEEN})

# Behind most names stands a word or a mark that by its first letter is neither of these nor `district`.
_NO_LEAD = re.compile(r" ?[B-CE-MP-Zb-ce-mp-z.:;!?)”]")

# These end the words that say what a name is: what follows speaks of something else.
_STOPS = frozenset(
    """after and as at because before but by for from in near of on or said since that to when where which while who
    whose with""".split()  # noqa: SIM905  # a list for people to read
)
_DISTRICTS = f"{DISTRICT}s"

# How many words, commas included, a list of names may go on before or after its cue.
_MAX_WALK = 24
_MAX_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that may tell: `word` is the possible cue, `text` is all that would decide.

    `for_several` says that the word counts only in its plural, because other names stand between.
    """

    word: str
    text: str
    for_several: bool = False


def decide(text: str, start: int, end: int, claims: tuple[Claim, ...]) -> Decision | None:
    """Return which of `claims` the name at `start` to `end` of `text` means, or None where nothing tells.

    Nearer kinds of context come first, and the registry's default last. Words that tell of several entities, as in
    `the city and district of X`, decide nothing.
    """
    for cues in _contexts(text, start, end):
        found = _found(cues, claims)
        if len({claim.entity.id for claim, _ in found}) == 1:
            claim, cue = found[0]
            return claim.meant(Resolution.CONTEXT, cue.text)
        if len({cue.word for _, cue in found}) > 1:
            return None
        claims = tuple(claim for claim, _ in found) or claims
    return _within(text[end : end + _WINDOW], claims) or _default(claims)


def _contexts(text: str, start: int, end: int) -> Iterator[Iterable[_Cue]]:
    """Yield what may tell which name stands at `start` to `end`; what precedes is read only where one comes to it."""
    after = _tokens(text, end, min(len(text), end + _WINDOW))
    yield _following(text, after)
    before = _tokens(text, max(0, start - _WINDOW), start)
    yield _preceding(text, before)
    yield _apposed(after)
    yield _listed(before)


def is_beside_district(text: str, end: int) -> bool:
    """Say whether the words after the name that ends at `end` make it a district's: `X district`, `X and Y districts`.

    `the district of X` does not: it may be a part of X.
    """
    if _NO_LEAD.match(text, end) or DISTRICT not in text[end : end + _WINDOW].casefold():
        return False
    first = _TOKEN.search(text, end, end + _WINDOW)
    if first and _word(first) not in _LEADS:
        return _word(first) in {DISTRICT, _DISTRICTS}
    cues = _following(text, _tokens(text, end, min(len(text), end + _WINDOW)))
    return any(cue.word == _DISTRICTS or (cue.word == DISTRICT and not cue.for_several) for cue in cues)


def _found(cues: Iterable[_Cue], claims: tuple[Claim, ...]) -> list[tuple[Claim, _Cue]]:
    return [(claim, cue) for cue in cues for claim in claims if _fits(cue, claim)]


def _fits(cue: _Cue, claim: Claim) -> bool:
    return cue.word in claim.plural_cues or (not cue.for_several and cue.word in claim.cues)


def _default(claims: tuple[Claim, ...]) -> Decision | None:
    defaults = [claim for claim in claims if claim.is_default]
    return defaults[0].meant(Resolution.DEFAULT) if len(defaults) == 1 else None


def _tokens(text: str, start: int, end: int) -> _Tokens:
    return list(_TOKEN.finditer(text, start, end))


def _word(token: re.Match[str]) -> str:
    return token[0].casefold()


def _is_capitalised(token: re.Match[str]) -> bool:
    return token[0][0].isupper()


def _following(text: str, after: _Tokens) -> Iterator[_Cue]:
    """Yield what follows: `X district`, `X-district`, `X's city`, `X (city)`, `the X and Y districts`."""
    first = 0
    if [_word(token) for token in after[:2]] == ["'", "s"]:
        first = 2
    elif after and after[0][0] == "-":
        first = 1
    elif after and after[0][0] == "(":
        first = 2 if len(after) > 1 and _word(after[1]) in _ARTICLES else 1
    if first < len(after):
        yield _Cue(_word(after[first]), text[after[0].start() : after[first].end()])
    if first == 0:
        yield from _following_several(after)


def _following_several(after: _Tokens) -> Iterator[_Cue]:
    """Yield what sums a list up: `X and Y districts`, `X, Y and other districts`, `X and Y, three districts that …`."""
    is_item = False
    for number, token in enumerate(after[:_MAX_WALK]):
        if is_item and _word(token) not in _BETWEEN:
            yield _Cue(_word(token), token[0], for_several=True)
        if _word(token) in _BETWEEN:
            is_item = False
        elif number and _is_capitalised(token):
            is_item = True
        else:
            if number and (_word(token) == "other" or (number > 1 and after[number - 1][0] in _DASHES)):
                yield from _heads(after[number:], for_several=True)
            return


def _heads(tokens: _Tokens, *, for_several: bool = False) -> Iterator[_Cue]:
    """Yield what may be the head of a description that begins here: `the first district given up`.

    In `the city of Y` the city is something else again.
    """
    for number, token in enumerate(tokens[: _MAX_ADJECTIVES + 2]):
        if _word(token) in _STOPS or not token[0][0].isalpha():
            return
        match tokens[number + 1 : number + 3]:
            case [of, name] if _word(tokens[0]) == "the" and _word(of) == "of" and _is_capitalised(name):
                return
        yield _Cue(_word(token), token[0], for_several)


def _preceding(text: str, before: _Tokens) -> Iterator[_Cue]:
    """Yield what precedes: `city of X`, `the city X`, `districts of X and Y`, `cities such as X`."""
    last = _last_but_article(before)
    for number in range(last, max(-1, last - _MAX_WALK), -1):
        token = before[number]
        is_first = number == last
        if _word(token) in _LINKS and number:
            yield from _linked(text, before, number, for_several=not is_first)
            return
        if is_first:
            yield _Cue(_word(token), token[0])
        if _word(token) not in _BETWEEN and (is_first or not _is_capitalised(token)):
            return


def _last_but_article(before: _Tokens) -> int:
    last = len(before) - 1
    return last - 1 if last >= 0 and _word(before[last]) in _ARTICLES else last


def _linked(text: str, before: _Tokens, link: int, *, for_several: bool) -> Iterator[_Cue]:
    """Yield what a link such as `of` leads back to: `city`, and both of `city and district`.

    In `Y district of X` the district is Y, not X.
    """
    number = link - 1
    if _word(before[link]) == "as" and link > 1 and _word(before[link - 1]) == "such":
        number = link - 2
    if _word(before[link]) == "of" and number and _is_inside_name(before, number - 1):
        return
    yield _Cue(_word(before[number]), text[before[number].start() : before[link].end()], for_several)
    while number > 1 and _word(before[number - 1]) in _CONJUNCTIONS:
        number -= 2
        yield _Cue(_word(before[number]), text[before[number].start() : before[link].end()], for_several)


def _apposed(after: _Tokens) -> Iterator[_Cue]:
    """Yield what says what the name is: `X, the first district given up`, `X is a city`."""
    match after:
        case [link, article, *_] if _word(article) in _ARTICLES and (link[0] in _DASHES or _word(link) in _COPULAS):
            yield from _heads(after[1:])


def _listed(before: _Tokens) -> Iterator[_Cue]:
    """Yield what a list is of: `districts (X, Y)`, `two districts change hands: X, which lies …, and Y`."""
    last = _last_but_article(before)
    if last < 0 or before[last][0] not in _OPENERS | _BETWEEN | {":", ";"}:
        return
    for number in range(last, 0, -1):
        if _ends_sentence(before, number):
            return
        if before[number][0] in _OPENERS:
            yield _Cue(_word(before[number - 1]), before[number - 1][0], for_several=True)
        if before[number][0] == ":":
            yield from _announced(before[:number])
            return


def _announced(before: _Tokens) -> Iterator[_Cue]:
    for number in range(len(before) - 1, -1, -1):
        if _ends_sentence(before, number):
            return
        yield _Cue(_word(before[number]), before[number][0], for_several=True)


def _ends_sentence(tokens: _Tokens, number: int) -> bool:
    token = tokens[number]
    if token[0] in {"!", "?"}:
        return True
    return token[0] == "." and (number + 1 == len(tokens) or _is_capitalised(tokens[number + 1]))


def _is_inside_name(tokens: _Tokens, number: int) -> bool:
    return _is_capitalised(tokens[number]) and number > 0 and not _ends_sentence(tokens, number - 1)


@lru_cache(maxsize=1024)  # the entities that share a name with another are few
def _part_of(wholes: frozenset[str]) -> re.Pattern[str]:
    """Return what matches `, Y` or ` in the Y` for each of `wholes`."""
    return re.compile(rf"(?:,| in| in the) (?:{'|'.join(map(re.escape, sorted(wholes, reverse=True)))})(?![\w-])")


def _within(after: str, claims: tuple[Claim, ...]) -> Decision | None:
    """Return the claim whose entity is part of what is named next: `X in Y`, `X, Y`."""
    found = [(claim, match[0]) for claim in claims if claim.wholes and (match := _part_of(claim.wholes).match(after))]
    if len(found) != 1:
        return None
    claim, cue = found[0]
    return claim.meant(Resolution.CONTEXT, cue.strip(" ,"))
