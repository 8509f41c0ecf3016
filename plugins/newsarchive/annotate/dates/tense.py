"""Tense: what the words around a date expression say of the direction in which it looks.

The verb that governs an expression is, in news English, nearly always the last one before it in its sentence (`said
Friday that it will …` against `said it will … Friday`); where the expression opens its clause, the first one after.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from newsarchive.annotate.dates.choosing import Direction
from newsarchive.annotate.dates.verbs import VERB
from newsarchive.columns import row

_BEFORE, _AFTER = 240, 160  # code points of the sentence in which a verb may govern, on either side
_CLOSE = 40  # code points before an expression that hold its preposition
_WORDS = 4096  # words of which it is remembered what they may be: those before dates are few

_DEADLINES = frozenset({"no later than", "not later than", "until", "till", "by", "due", "ahead of"})
_STARTS = frozenset({"starting", "beginning", "effective"})
_PREPOSITION = re.compile(
    r"(?i:\b(no later than|not later than|until|till|by|from|starting|beginning|effective|due|ahead of|to|for|since)"
    r"\s{1,3}(?:the\s|next\s|early\s|late\s|mid-)?)\Z"
)
# Such a verb tells when a date was changed, not where the new one lies.
_MOVED = re.compile(
    r"\b(?:moved|postponed|delayed|extended|pushed|rescheduled|set|adjourned|deferred|shifted|changed|put|suspended)\Z"
)
_OPENING = r"\s{0,3}(?:(?:on|in|by|from|at|during|late|early|only|until|since)\s){0,2}(?:the\s)?)\Z"
_OPENS_CLAUSE = re.compile(r"(?i:(?:[,:;—–“\"(]|\b(?:that|and|but|because|while|when|as|which|who))" + _OPENING)
_OPENS_SENTENCE = re.compile(r"(?i:(?:^|[,:;—–“\"(]|\b(?:that|and|but|because|while|when|as|which|who))" + _OPENING)
_SUPERSEDED = re.compile(
    r"(?i:\b(?:(?:first|original|initial|earlier|previous|old)\s(?:time-?table|schedule|plans?|deadlines?|dates?|agenda|"
    r"targets?|terms|agreement|accord|calendar)|originally|initially|at\sfirst)\b)"
)


# What the last words before an expression may be, from one space to the next: most are told so to be nothing of these.
_IN_OPENING = re.compile(r"(?i:(?:on|in|by|from|at|during|late|early|only|until|since|the)?\s+)")
_OPENER = re.compile(r"(?i:[,:;—–“\"(]|\b(?:that|and|but|because|while|when|as|which|who)|\s\S)")
_END_OF_PREPOSITION = re.compile(
    r"(?i:(?:\A|\b(?:than|until|till|by|from|starting|beginning|effective|due|of|to|for|since|the|next|early|late))\s+|mid-)\Z"
)


class Tense(NamedTuple):
    """Where the words around an expression look, whether they speak of a plan, and which words they are."""

    direction: Direction
    plan: bool = False
    cue: str | None = None


NO_TENSE = Tense(Direction.OPEN)


class Sentence(NamedTuple):
    """A sentence of a text: where it starts and ends, in code points, and its verb groups in order.

    A verb group is matched with the character before it, in `text` with a space before, and so starts where `text` has
    its first letter.
    """

    text: str
    start: int
    end: int
    verbs: tuple[re.Match[str], ...]

    def verbs_before(self, place: int) -> tuple[re.Match[str], ...]:
        """Return the verbs that begin before `place`, near it and in its part of a sentence that `;` divides."""
        last = bisect_left(self.verbs, place, key=_place)
        return self.verbs[bisect_left(self.verbs, self._edge(place), 0, last, key=_place) : last] if last else ()

    def _edge(self, place: int) -> int:
        start = max(self.start, place - _BEFORE)
        return max(start, self.text.rfind(";", start, place))

    def verbs_after(self, place: int) -> tuple[re.Match[str], ...]:
        """Return the verbs that begin after `place`, near it and in its part of a sentence that `;` divides."""
        first = bisect_left(self.verbs, place, key=_place)
        if first == len(self.verbs):
            return ()
        end = min(self.end, place + _AFTER)
        break_ = self.text.find(";", place, end)
        return self.verbs[first : bisect_left(self.verbs, end if break_ < 0 else break_, first, key=_place)]


_place = re.Match[str].start


def read_sentence(text: str, spaced: str, start: int, end: int) -> Sentence:
    """Read the sentence at `start` to `end` of `text`; `spaced` is `text` with a space before it."""
    return row(Sentence, (text, start, end, tuple(VERB.finditer(spaced, start, end + 1))))


def tense_at(sentence: Sentence, start: int, end: int) -> Tense:
    """Read the tense of the expression at `start` to `end` of the sentence's text, code points."""
    text, first, _, verbs = sentence
    nearest = start - _CLOSE
    before = text[max(first, nearest) : start]
    opens = _OPENS_SENTENCE if nearest <= first else _OPENS_CLAUSE
    opens_clause = _may_open(before) and opens.search(before) is not None
    verb = _governing(sentence, start, end, opens_clause=opens_clause) if verbs else None
    tense = _of_verb(verb) if verb else NO_TENSE
    preposition = _PREPOSITION.search(before) if _ends_preposition(before[before.rfind(" ", 0, -1) + 1 :]) else None
    return _with_preposition(preposition[1].lower(), tense, opens_clause=opens_clause) if preposition else tense


def _may_open(before: str) -> bool:
    """Tell whether all words at the end of `before` are such as may stand in an opening, back to what opens it."""
    end = len(before)
    while end:
        start = before.rfind(" ", 0, end - 1) + 1
        if (opens := _opens(before[start:end])) is not None:
            return opens
        end = start
    return True


@lru_cache(maxsize=_WORDS)
def _opens(word: str) -> bool | None:
    """Tell whether `word` may open a clause; None for one that may stand between that and an expression."""
    return None if _IN_OPENING.fullmatch(word) else _OPENER.search(word) is not None


@lru_cache(maxsize=_WORDS)
def _ends_preposition(word: str) -> bool:
    return _END_OF_PREPOSITION.search(word) is not None


def _governing(sentence: Sentence, start: int, end: int, *, opens_clause: bool) -> re.Match[str] | None:
    before = sentence.verbs_before(start)
    firm = next((verb for verb in reversed(before) if verb.lastgroup != "headline"), None)
    if opens_clause or not firm:
        following = next((verb for verb in sentence.verbs_after(end) if verb.lastgroup != "headline"), None)
        if following:
            return following
    return firm or (before[-1] if before else None)


def _of_verb(verb: re.Match[str]) -> Tense:
    cue = " ".join(verb[0][1:].split())
    match verb.lastgroup:
        case "failed":
            return Tense(Direction.BACK, plan=True, cue=cue)
        case "was_to":
            superseded = _SUPERSEDED.search(verb.string, max(0, verb.start() + 1 - _BEFORE), verb.end() + _AFTER)
            if superseded:
                return Tense(Direction.BACK, plan=True, cue=f"{superseded[0]} … {cue}")
            return Tense(Direction.AHEAD, plan=True, cue=cue)
        case "past" | "refused":
            return Tense(Direction.BACK, cue=cue)
        case "present":
            return NO_TENSE
    return Tense(Direction.AHEAD, plan=True, cue=cue)


def _with_preposition(word: str, verb: Tense, *, opens_clause: bool) -> Tense:
    """Correct what the verb says by the preposition before the expression: `by`, `until`, `since`, `moved to`."""
    if word in _DEADLINES:
        over = word == "by" and verb.direction is Direction.BACK and (opens_clause or verb.cue == "had")
        return verb if over else Tense(Direction.AHEAD, plan=True, cue=word)
    if word == "since":
        return Tense(Direction.BACK, cue=word)
    moved = word in _STARTS or (verb.cue is not None and _MOVED.search(verb.cue) is not None)
    if moved and verb.direction is Direction.BACK:
        return Tense(Direction.OPEN, cue=verb.cue)
    return verb
