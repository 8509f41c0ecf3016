"""Tense: what the words around a date expression say of the direction in which it looks.

The verb that governs an expression is, in news English, nearly always the last one before it in its sentence (`said
Friday that it will …` against `said it will … Friday`); where the expression opens its clause, it is the first one after.
"""

import re
from dataclasses import dataclass

from newsarchive.annotate.dates.meaning import Direction

_BEFORE, _AFTER = 240, 160  # code points of the sentence that are read on either side

_ADVERB = r"(?:\s(?:\w+ly|not|n['’]t|also|only|then|still|now|soon|first|instead))?"
_MODAL = r"\b(?:will|shall|wo|would|may|might|could|can|must|should|ought\sto)\b|['’]ll\b"
_BE = r"\b(?:is|are|am|be|been|being|['’]s|['’]re|has|have)"
_ARRANGED = r"(?:to|due|scheduled|expected|supposed|slated|planned|poised|going|meant|about|likely|set\s(?:to|for))"
_WILLING = (
    r"\b(?:plan(?:s|ned|ning)?|inten(?:ds?|ded|ding)|hop(?:es?|ed|ing)|expect(?:s|ed|ing)?|agree[sd]?|vow(?:s|ed)|"
    r"promis(?:es?|ed)|pledg(?:es?|ed)|wants?|means|aim(?:s|ed|ing)|propos(?:es?|ed|als?)|deadline|ready|due|scheduled|"
    r"slated|poised|prepar(?:es?|ed|ing)|about|likely|going|threaten(?:s|ed|ing)|offer(?:s|ed)?|bound|obliged|required|"
    r"plans|set)\sto"
)
_IRREGULAR = (
    r"(?:said|told|fell|rose|took|began|met|made|came|went|won|lost|held|gave|left|broke|fought|sold|bought|saw|found|got|"
    r"grew|hit|led|paid|ran|sent|shot|spoke|struck|wrote|became|brought|built|drew|drove|felt|kept|knew|sought|stood|"
    r"swore|thought|threw|wore|slid|sank|sprang|swept|tore|woke|wound|rode|shook|flew|fled|froze|hid|lay|laid|lent|meant|"
    r"quit|put|beat|cut|chose|caught|taught|stole|spent|shed|slept|rang|sang|drank|ate|dealt|dug|did|was|were|had|been|"
    r"born|taken|seen|given|known|written|shown|driven|fallen|risen|chosen|broken|spoken|begun|gone|done)"
)
_NOT_PAST = r"(?!(?:need|indeed|hundred|speed|exceed|proceed|succeed|seed|feed|agreed\sto|scheduled|expected|planned|slated)\b)"
_VERB = re.compile(
    # what should or was to have been: a plan that the writer knows to be over
    r"(?P<failed>\b(?:should|would|could|might|was\sto|were\sto)" + _ADVERB + r"\shave(?:\sbeen)?\s[a-z]+"
    r"|\bhad(?:\soriginally|\sfirst)?\sbeen\s(?:due|scheduled|expected|supposed|slated|planned|set)\b)"
    # what was to be: a plan that may still be carried out
    rf"|(?P<was_to>\b(?:was|were){_ADVERB}\s{_ARRANGED}(?:\sto)?(?:\sbe)?\s[a-z]+)"
    rf"|(?P<future>(?:{_MODAL}){_ADVERB}(?:\sbe)?\s(?!have\b)[a-z]+"
    rf"|{_BE}{_ADVERB}(?:\sbeen)?\s{_ARRANGED}(?:\s(?:to|for))?(?:\sbe)?\s[a-z]+"
    rf"|{_WILLING}(?:\sbe)?\s[a-z]+"
    r"|\bto\sbe\s[a-z]+"
    r"|\b(?:due|scheduled|slated|planned|expected|set|timed|booked)\s(?:for|on|by|to\sbe)\b|\b(?:scheduled|slated|upcoming|forthcoming)\b"
    r"|\b(?:begins|starts|opens|resumes|expires|ends|kicks\soff|takes\s(?:place|effect))\b)"
    rf"|(?P<past>\b{_NOT_PAST}(?:{_IRREGULAR}|[a-z]{{2,}}ed)\b)"
    # a headline's future: `markets to stay closed`
    r"|(?P<headline>\bto\s(?!the\b|an?\b|his\b|her\b|its\b|their\b|this\b|that\b|these\b|those\b|our\b|my\b|some\b|all\b|"
    r"one\b|two\b|[a-z]+ing\b)[a-z]+)"
)
_LATEST = re.compile(r"(?i:\b(no\slater\sthan|not\slater\sthan|until|till|by|from|starting|beginning|effective|due|ahead\sof|before|as\sof|to|for|since)"
                     r"\s{1,3}(?:the\s|next\s|early\s|late\s|mid-)?)\Z")
_OPENS_CLAUSE = re.compile(r"(?i:(?:^|[,:;—–“\"(]|\b(?:that|and|but|because|while|when|as|which|who))\s{0,3}(?:(?:on|in|by|from|at|during|late|early|only|until|since)\s){0,2}(?:the\s)?)\Z")
_SUPERSEDED = re.compile(
    r"(?i:\b(?:(?:first|original|initial|earlier|previous|old)\s(?:time-?table|schedule|plans?|deadlines?|dates?|agenda|"
    r"targets?|terms|agreement|accord|calendar)|originally|initially|at\sfirst)\b)"
)


@dataclass(frozen=True, slots=True)
class Tense:
    """Where the words around an expression look, whether they speak of a plan, and which words they are."""

    direction: Direction
    plan: bool = False
    cue: str | None = None


NO_TENSE = Tense(Direction.OPEN)


def tense_at(text: str, sentence: tuple[int, int], start: int, end: int) -> Tense:
    """Read the tense of the expression at `start` to `end` from its `sentence` (a span of `text`, code points)."""
    before = text[max(sentence[0], start - _BEFORE) : start]
    after = text[end : min(sentence[1], end + _AFTER)]
    governing = _governing(before, after)
    verb = _of_verb(governing, text[slice(*sentence)]) if governing else NO_TENSE
    preposition = _LATEST.search(before)
    return _with_preposition(" ".join(preposition[1].lower().split()), verb) if preposition else verb


def _governing(before: str, after: str) -> re.Match[str] | None:
    found = [verb for verb in _VERB.finditer(before.rpartition(";")[2])]
    firm = [verb for verb in found if verb.lastgroup != "headline"]
    if not firm or _OPENS_CLAUSE.search(before):
        following = next((verb for verb in _VERB.finditer(after.partition(";")[0]) if verb.lastgroup != "headline"), None)
        if following:
            return following
    return (firm or found or [None])[-1]


def _of_verb(verb: re.Match[str], sentence: str) -> Tense:
    cue = " ".join(verb[0].split())
    match verb.lastgroup:
        case "failed":
            return Tense(Direction.BACK, plan=True, cue=cue)
        case "was_to":
            superseded = _SUPERSEDED.search(sentence)
            if superseded:
                return Tense(Direction.BACK, plan=True, cue=f"{superseded[0]} … {cue}")
            return Tense(Direction.AHEAD, plan=True, cue=cue)
        case "past":
            return Tense(Direction.BACK, cue=cue)
    return Tense(Direction.AHEAD, plan=True, cue=cue)


def _with_preposition(word: str, verb: Tense) -> Tense:
    match word:
        case "no later than" | "not later than" | "until" | "till":
            return Tense(Direction.AHEAD, plan=True, cue=word)
        case "by" | "due" | "ahead of":
            return verb if verb.cue == "had" else Tense(Direction.AHEAD, plan=True, cue=word)
        case "since":
            return Tense(Direction.BACK, cue=word)
        case "to" | "for" | "before" | "from" | "starting" | "beginning" | "effective" if verb.direction is Direction.BACK:
            return Tense(Direction.OPEN, verb.plan, verb.cue)
    return verb
