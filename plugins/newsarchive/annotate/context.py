"""Context: which of several entities the words around a name mean.

The words that tell are each entity's cues: its kind (`city`, `district`), the plural of it, and the cues that the
registry states. Where they stand is English: `city of X`, `X district`, `the X and Y districts`, `X, a city in …`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsarchive.annotate.names import Claim
from newsarchive.annotation import Resolution

_WINDOW = 200
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")
_LINKS = frozenset({"of", "called", "named", "including", "namely", "like", "as"})
_ARTICLES = frozenset({"a", "an", "the"})
_COPULAS = frozenset({"is", "was", "remains", "became"})
_CONJUNCTIONS = frozenset({"and", "or", "nor", "&"})
_BETWEEN = frozenset({",", *_CONJUNCTIONS})
_SENTENCE_ENDS = frozenset(".!?")

# How many words, commas included, a list of names may go on before or after its cue.
_MAX_WALK = 24
_MAX_ADJECTIVES = 4
_STOPS = frozenset("at by for from in near of on that to where which who with".split())


@dataclass(frozen=True, slots=True)
class Decision:
    """Which claim is meant and why; `cue` holds the words that decided, where the context did."""

    claim: Claim
    resolution: Resolution
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        return self.text.casefold()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


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

    The first kind of context that leads to one entity alone decides, else the registry's default.
    """
    before = _tokens(text, max(0, start - _WINDOW), start)
    after = _tokens(text, end, min(len(text), end + _WINDOW))
    contexts = (_following(text, after), _preceding(text, before), _apposed(after), _listed(before))
    for cues in contexts:
        if decision := _decided(tuple(cues), claims):
            return decision
    if decision := _within(text[end : end + _WINDOW], claims):
        return decision
    defaults = [claim for claim in claims if claim.is_default]
    return Decision(defaults[0], Resolution.DEFAULT) if len(defaults) == 1 else None


def _decided(cues: Iterable[_Cue], claims: tuple[Claim, ...]) -> Decision | None:
    """Return the decision of `cues`, if what they say leads to one claim alone."""
    found = [(claim, cue) for cue in cues for claim in claims if _fits(cue, claim)]
    if len({claim.entity.id for claim, _ in found}) != 1:
        return None
    claim, cue = found[0]
    return Decision(claim, Resolution.CONTEXT, cue.text)


def _fits(cue: _Cue, claim: Claim) -> bool:
    return cue.word in claim.plural_cues or (not cue.for_several and cue.word in claim.cues)


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]


def _following(text: str, after: list[_Token]) -> Iterator[_Cue]:
    """Yield what follows: `X district`, `X's city`, `X (city)`, `the X and Y districts`."""
    first = 0
    if [token.word for token in after[:2]] == ["'", "s"]:
        first = 2
    elif after and after[0].text == "(":
        first = 2 if len(after) > 1 and after[1].word in _ARTICLES else 1
    if first < len(after):
        yield _Cue(after[first].word, text[after[0].start : after[first].end])
    if first == 0:
        yield from _following_several(after)


def _following_several(after: list[_Token]) -> Iterator[_Cue]:
    is_item = False
    for number, token in enumerate(after[:_MAX_WALK]):
        if number and is_item and token.word not in _BETWEEN:
            yield _Cue(token.word, token.text, for_several=True)
        if token.word in _BETWEEN:
            is_item = False
        elif token.is_capitalised and number:
            is_item = True
        else:
            return


def _preceding(text: str, before: list[_Token]) -> Iterator[_Cue]:
    """Yield what precedes: `city of X`, `the city X`, `districts of X and Y`, `cities such as X`."""
    last = len(before) - 1
    if last >= 0 and before[last].word in _ARTICLES:
        last -= 1
    for number in range(last, max(-1, last - _MAX_WALK), -1):
        token = before[number]
        crossed = number < last
        if token.word in _LINKS and number:
            yield from _linked(text, before, number, for_several=crossed)
            return
        if not crossed:
            yield _Cue(token.word, token.text)
        if token.word not in _BETWEEN and not (crossed and token.is_capitalised):
            return


def _linked(text: str, before: list[_Token], link: int, *, for_several: bool) -> Iterator[_Cue]:
    """Yield what a link such as `of` leads back to: `city`, and both of `city and district`."""
    first = link - 2 if before[link].word == "as" and link > 1 and before[link - 1].word == "such" else link - 1
    number = first
    while number >= 0:
        text_of_cue = text[before[number].start : before[link].end]
        yield _Cue(before[number].word, text_of_cue, for_several)
        if number < 2 or before[number - 1].word not in _CONJUNCTIONS:  # noqa: PLR2004  # `city and` before it
            return
        number -= 2


def _apposed(after: list[_Token]) -> Iterator[_Cue]:
    """Yield the head of what says what the name is: `X, the first district given up`, `X is a city`."""
    if len(after) < 2 or (after[0].text != "," and after[0].word not in _COPULAS) or after[1].word not in _ARTICLES:  # noqa: PLR2004
        return
    for number, token in enumerate(after[2 : 3 + _MAX_ADJECTIVES], 2):
        if token.word in _STOPS or not token.text[0].isalpha():
            return
        yield _Cue(token.word, token.text)


def _listed(before: list[_Token]) -> Iterator[_Cue]:
    """Yield what a list after a colon is of: `two districts change hands: X, which lies …, and Y`."""
    last = len(before) - 1
    if last >= 0 and before[last].word in _ARTICLES:
        last -= 1
    if last < 0 or before[last].word not in {":", ";", *_BETWEEN}:
        return
    colon = next((number for number in range(last, -1, -1) if before[number].text in {":", *_SENTENCE_ENDS}), None)
    if colon is None or before[colon].text != ":":
        return
    for token in reversed(before[:colon]):
        if token.text in _SENTENCE_ENDS:
            return
        yield _Cue(token.word, token.text, for_several=True)


def _within(after: str, claims: tuple[Claim, ...]) -> Decision | None:
    """Return the claim whose entity is part of what is named next: `X in Y`, `X, Y`."""
    found = [(claim, match[0]) for claim in claims if claim.wholes and (match := claim.wholes.match(after))]
    if len(found) != 1:
        return None
    claim, cue = found[0]
    return Decision(claim, Resolution.CONTEXT, cue.strip(" ,"))
