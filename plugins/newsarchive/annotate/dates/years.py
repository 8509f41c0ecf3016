"""Years, decades and centuries: `in 1993`, `1993-94`, `the early 1990s`, `the 19th century`, `fiscal 1989`."""

import re
from functools import lru_cache
from typing import NamedTuple

from newsarchive.annotate.dates.meaning import Known, MonthsOfYear, ShortYear
from newsarchive.annotate.dates.phrase import Phrase, word_before, words_before
from newsarchive.annotate.dates.vocabulary import COUNTED, ORDINALS, YEAR
from newsarchive.columns import row

_RANGE = re.compile(r"([12]\d{3})[-–/](\d{4}|\d\d)(?!\w|[-.,:/]\d)")
_DECADE = re.compile(r"(1\d|20)(\d)0['’]?s(?!\w)")
_SHORT_DECADE = re.compile(r"['‘’]?([2-9])0['’]?s(?!\w)")
_SHORT_YEAR = re.compile(r"['‘’](\d\d)(?!\w|[.,:]\d|['’\"”])")
_CENTURY = re.compile(r"(?:1\d|2[01])(?:st|nd|rd|th)[\s-][Cc]entury\b")
_YEAR = re.compile(rf"{YEAR}(?!{COUNTED}|\s[Ii]ndex\b)")
_QUARTER_OF = re.compile(rf"({YEAR})\s?['’]s\s({'|'.join(ORDINALS)})[\s-](quarter|half)\b")

_FIRST_PLAIN, _LAST_PLAIN = 1900, 2049  # four digits that are seldom anything but a year
_FIRST_LIKELY = 1700  # before it, `from 1061 to 1128` is a score rather than a reign
_PREPOSITION = re.compile(
    r"(?i:(?:\b(?:in|since|by|until|till|from|of|to|before|after|during|through|throughout|between|and|circa|year|early|"
    r"late|mid|fiscal|calendar|spring|summer|autumn|fall|winter|christmas|quarter|for|pre|post|or)|\bc\.)[\s-]{1,3}|\()\Z"
)
_OF_TIME = re.compile(
    r"(?i:\b(?:in|since|by|until|till|of|after|before|during|throughout|circa|year|early|late|mid|spring|summer|autumn|"
    r"winter)[\s-]{1,3})\Z"
)
_DETERMINER = re.compile(r"(?i:(?:\b(?:the|its|their|his|her|a|an|our|this|that)|['’]s)\s{1,3})\Z")
_NUMBER_BEFORE = re.compile(
    r"(?:[$€£¥#№+\d]\s{0,2}|\d:|(?i:\b(?:(?:more|less|fewer|other|higher|lower)\sthan|at\sleast|nearly|some|only|"
    r"another|up\sto|roughly|about|almost|exactly|all|at|over|below|above|under|windows|flight|highway|route|section|room|russell|"
    r"resolution|channel|box|page|paragraph|number|nos?\.?|unit|building|model|boeing|airbus|line|chapter|bus|"
    r"(?:score|total|maximum|minimum|record|sum|number|population|price|cost|level|height|speed|rating|value|average|"
    r"distance|length)\sof))\s{1,3})\Z"
)
_FISCAL = re.compile(r"(?i:\b(?:fiscal|financial)(?:\syear)?\s)\Z")
# The word before tells, or the two words before where the last of them is one of these: `more than`, `fiscal year`.
_SECOND = frozenset({"than", "least", "to", "of", "year"})
_PLURAL_AFTER = re.compile(r"\s[a-z]{3,}s\b(?<!ss)(?<!was)(?<!has)(?<!is)(?<!its)")


class _Signs(NamedTuple):
    """What the words before four digits say: that they are a number, may be or are a year, which one."""

    is_number: bool
    is_said: bool
    is_time: bool
    is_determined: bool
    is_fiscal: bool


def joined_year(text: str, at: int) -> Phrase | None:
    """Read a phrase in which something is joined to the four digits with which it begins: `the 1990s`, `1993-94`."""
    if found := _DECADE.match(text, at):
        return Phrase(at, found.end(), Known((f"{found[1]}{found[2]}X",)))
    if (found := _QUARTER_OF.match(text, at)) and (part := part_of_year(found[2], found[3], int(found[1]))):
        return Phrase(at, found.end(), part)
    if (found := _RANGE.match(text, at)) and (years := _years(found[1], found[2])):
        return Phrase(at, found.end(), Known((years,)))
    return None


def year_first(text: str, at: int) -> Phrase | None:
    """Read a phrase that is a year: `in 1993`, `fiscal 1989`."""
    found = _YEAR.match(text, at)
    if found is None:
        return None
    before = word_before(text, at)
    if before.rstrip().lower() in _SECOND:
        before = words_before(text, at)
    signs = _told_by(before)
    if not _is_year(text, found, signs):
        return None
    return row(Phrase, (at, found.end(), Known((found[0] + "~" * signs.is_fiscal,))))


def century(text: str, at: int) -> Phrase | None:
    """Read a century: `the 19th century`."""
    found = _CENTURY.match(text, at)
    return Phrase(at, found.end(), Known((f"{int(found[0][:2]) - 1:02}XX",))) if found else None


def apostrophe_first(text: str, at: int) -> Phrase | None:
    """Read a year or decade without its century: `since '82`, `the '80s`."""
    before = words_before(text, at)
    if (found := _SHORT_DECADE.match(text, at)) and re.search(r"(?i:\bthe(?:\s(?:early|late|mid))?[\s-])\Z", before):
        return Phrase(at, found.end(), ShortYear(((10 * int(found[1]), "X"),)))
    found = _SHORT_YEAR.match(text, at)
    if found and (_PREPOSITION.search(before) or before.lower().endswith("the ")):
        return Phrase(at, found.end(), ShortYear(((int(found[1]), ""),)))
    return None


def part_of_year(ordinal: str, part: str, year: int | None, step: int | None = None) -> MonthsOfYear | None:
    """Return the quarter or half that `ordinal` (`third`) and `part` (`quarter`) name, or None where no year has it."""
    number, months = ORDINALS[ordinal.lower()], {"quarter": 3, "half": 6}[part.lower()]
    if number * months > 12:  # noqa: PLR2004  # the months of a year
        return None
    return MonthsOfYear((number - 1) * months + 1, number * months, year, step)


def _years(first: str, last: str) -> str | None:
    last = last if len(last) == len(first) else first[:2] + last
    return f"{first}/{last}" if first < last else None


def _is_year(text: str, found: re.Match[str], signs: _Signs) -> bool:
    if signs.is_number:
        return False
    year = int(found[0])
    if not _FIRST_PLAIN <= year <= _LAST_PLAIN:
        likely = signs.is_time or (signs.is_said and year >= _FIRST_LIKELY)
        return likely and not _PLURAL_AFTER.match(text, found.end())
    return signs.is_said or signs.is_determined or not _PLURAL_AFTER.match(text, found.end())


@lru_cache(maxsize=4096)
def _told_by(before: str) -> _Signs:
    signs = (_NUMBER_BEFORE, _PREPOSITION, _OF_TIME, _DETERMINER, _FISCAL)
    return _Signs(*[sign.search(before) is not None for sign in signs])
