"""Calendar dates: phrases that begin with a month, a weekday or a day's number (`Nov. 25, 2020`, `the 3rd of May`)."""

import re
from calendar import monthrange
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from newsarchive.annotate.dates.meaning import (
    InYear,
    Known,
    ShortYear,
    Weekday,
    WeekdayOfWeek,
    YearlessDay,
    YearlessMonth,
)
from newsarchive.annotate.dates.phrase import Phrase, word_before, words_before
from newsarchive.annotate.dates.vocabulary import (
    COMMA,
    COUNTED,
    DAY_OF_MONTH,
    GAP,
    MONTH,
    MONTHS,
    STEP,
    STEPS,
    WEEKDAY,
    WEEKDAY_NAMES,
    WEEKDAYS,
    YEAR,
)
from newsarchive.columns import row

_LEAP_YEAR = 2000
_CENTURY = 2000  # of a year in two digits, to tell whether it may have a 29 February
_SHORTENED = frozenset(name for name in MONTHS if len(name) <= len("sept") and name not in {"may", "june", "july"})
_MONTH_DAY = re.compile(
    rf"(?i:(?P<month>{MONTH})\s{{0,3}}(?:the\s)?(?P<day>{DAY_OF_MONTH})(?:\s?[-–]\s?(?P<last>{DAY_OF_MONTH}))?(?!{COUNTED})"
    rf"(?:{COMMA}(?P<year>{YEAR})|(?:\sof)?\s(?P<step>{STEP})\syear\b)?)"
)
_DAY_MONTH = re.compile(
    rf"(?i:(?P<day>{DAY_OF_MONTH})(?:(?:\s?[-–]\s?|\sto\s)(?P<last>{DAY_OF_MONTH}))?{GAP}(?:(?:day\s)?of\s)?(?P<month>{MONTH})"
    rf"(?:{COMMA}(?P<year>{YEAR})|(?:\sof)?\s(?P<step>{STEP})\syear\b)?)"
)
_MONTH_STEP = re.compile(rf"(?i:(?P<month>{MONTH})\s(?:of\s)?(?P<step>{STEP})\syear\b)")
_MONTH_YEAR = re.compile(rf"(?i:(?P<month>{MONTH})(?:{COMMA}|\sof\s)(?P<year>{YEAR}))")
_MONTH_ALONE = re.compile(rf"(?i:{MONTH})")
_WEEKDAY_OF_DATE_OR_WEEK = re.compile(
    rf"(?i:(?P<weekday>{WEEKDAY})"
    rf"(?:(?:{COMMA}|\s\()(?:the\s)?(?=\d|{MONTH})|\s(?:of\s)?(?P<step>{STEP})\sweek\b))"
)
_WEEKDAY_ALONE = re.compile(r"[^\W\d_]{6,10}(?!\w)")
_NUMBERS_FROM_YEAR = re.compile(r"([12]\d{3})([-/.])(\d\d?)\2(\d\d?)(?:(?=T\d)|(?!\w|[-/.:]\d))")
_NUMBERS_TO_YEAR = re.compile(
    r"(\d\d?)([-/.])(\d\d?)\2((?!0000)\d{4})(?!\w|[-/.:,]\d|%)|(\d\d?)(/|-)(\d\d?)\6(\d\d)(?!\w|[-/.:,]\d|%)"
)
_SEPTEMBER_11 = re.compile(r"(?:9/11|Sept(?:ember|\.)?\s11(?:th)?(?=,?\s(?:terror|attack|hijack|suicide)))(?!\w|/)")

_ALSO_WORDS = frozenset({"march", "may", "mar", "dec", "jan", "sep"})  # lower case, they are no months
_ALSO_NAMES = frozenset({"april", "june", "august"})
_TIME_WORD = r"(?:in|since|until|till|late|early|mid|during|throughout|through|last|next|this|by)"
_PREPOSITION_BEFORE = re.compile(
    rf"(?i:\b(?:{_TIME_WORD}|from|of|between|and|before|after|for|to|or|that|the))[\s-]{{1,3}}\Z"
)
_TIME_BEFORE = re.compile(
    rf"(?i:\b(?:{_TIME_WORD}|(?:end|start|beginning|middle|month|half|week|part)\sof))[\s-]{{1,3}}\Z"
)
_SURNAME = re.compile(r"\s(?!\d)[A-Z][a-z]")
_HABIT = re.compile(
    r"(?:\b(?i:every|each|a|any|one|most|some|first|second|third|fourth|other)|Black|Good|Bloody|Super|Ash|Holy|Palm|Cyber|Fat)"
    r"\s{1,3}\Z"
)
_NAME_OF_SOMETHING = re.compile(
    r"\s(?:prayers?\b|school\b|mass\b|Times|Telegraph|Herald|Mirror|Express|Mail|Post|Night|School|Star|World|People|"
    r"Independent|Tribune|Observer|Mass\b|Book|Club)|-to-|s\b"
)


def month_first(text: str, at: int) -> Phrase | None:
    """Read a phrase that begins with a month: `Nov. 25, 2020`, `November 9-12`, `May 2020`, `March of last year`."""
    if text[at] == "S" and (found := _SEPTEMBER_11.match(text, at)):
        return Phrase(at, found.end(), Known(("2001-09-11",)))
    if (found := _MONTH_DAY.match(text, at)) and (phrase := _of_day(found, found.groups())):
        return phrase
    if (found := _MONTH_YEAR.match(text, at)) and (_is_capital(found["month"]) or _month_only(found["month"])):
        return Phrase(at, found.end(), Known((f"{found['year']}-{_month(found['month']):02}",)))
    if (found := _MONTH_STEP.match(text, at)) and _is_capital(found["month"]):
        return Phrase(at, found.end(), InYear(f"-{_month(found['month']):02}", STEPS[found["step"].lower()]))
    return _month_alone(text, at)


def day_first(text: str, at: int) -> Phrase | None:
    """Read a phrase that begins with a day's number: `25 November 2020`, `3rd of May`, `9-12 November`."""
    found = _DAY_MONTH.match(text, at)
    return _of_day(found, found.group("month", "day", "last", "year", "step")) if found else None


def _of_day(found: re.Match[str], written: tuple[str | Any, ...]) -> Phrase | None:
    """Return what was found as a phrase; `written` are its month, day, last day, year and step, or None."""
    meaning = _meaning_of_day(*written)
    if meaning is None:
        return None
    month, *_, step = written
    end = found.end()
    if isinstance(meaning, YearlessDay):
        if step:
            end = max(found.end("day"), found.end("last"), found.end("month"))
        end -= found.string[end - 1] == "." and _ends_sentence(month)
    return row(Phrase, (found.start(), end, meaning))


@lru_cache(maxsize=4096)
def _meaning_of_day(
    name: str, first: str, last: str | None, year: str | None, step: str | None
) -> Known | InYear | YearlessDay | None:
    if not _is_capital(name) and not (year and _month_only(name)):
        return None
    month, day, end = _month(name), _number(first), _number(last or first)
    if end > monthrange(int(year or _LEAP_YEAR), month)[1] or end < day:
        return None
    tails = [f"-{month:02}-{number:02}" for number in sorted({day, end})]
    if year:
        return Known(("/".join(f"{year}{tail}" for tail in tails),))
    if step and end == day:
        return InYear(tails[0], STEPS[step.lower()])
    return YearlessDay(month, day, end if end > day else None)


def _ends_sentence(name: str) -> bool:
    """Tell whether the full stop after a month is no part of it: only a shortened name has one."""
    return name.endswith(".") and name.lower().rstrip(".") not in _SHORTENED


def _month_alone(text: str, at: int) -> Phrase | None:
    found = _MONTH_ALONE.match(text, at)
    if found is None or not _is_capital(found[0]) or not _stands_for_month(text, found):
        return None
    return Phrase(at, found.end() - _ends_sentence(found[0]), YearlessMonth(_month(found[0])))


def _stands_for_month(text: str, found: re.Match[str]) -> bool:
    """Tell whether a month's name without day or year is one: `May` may be a verb or a person, `June Berg` is one."""
    name, before = found[0].lower().rstrip("."), words_before(text, found.start())
    if name in _SHORTENED - {"sept"} or _is_habit(before):
        return False
    if name in _ALSO_WORDS or (name in _ALSO_NAMES and _SURNAME.match(text, found.end())):
        return _TIME_BEFORE.search(before) is not None
    if found[0].isupper() or name == "sept":
        return _PREPOSITION_BEFORE.search(before) is not None
    return True


def weekday_first(text: str, at: int) -> Phrase | None:
    """Read a phrase that begins with a weekday: `Wednesday, Nov. 25, 2020`, `Tuesday of last week`, `Friday`."""
    found = _WEEKDAY_OF_DATE_OR_WEEK.match(text, at)
    if found and found["step"]:
        return Phrase(at, found.end(), WeekdayOfWeek(_weekday(found["weekday"]), STEPS[found["step"].lower()]))
    return (_date_after(text, found) if found else None) or _weekday_alone(text, at)


def _weekday_alone(text: str, at: int) -> Phrase | None:
    found = _WEEKDAY_ALONE.match(text, at)
    weekday = _spelt_weekday(found[0]) if found else None
    if not found or not weekday or _is_habit(word_before(text, at)) or _NAME_OF_SOMETHING.match(text, found.end()):
        return None
    return row(Phrase, (at, found.end(), weekday))


@lru_cache(maxsize=4096)
def _is_habit(before: str) -> bool:
    return _HABIT.search(before) is not None


def _date_after(text: str, found: re.Match[str]) -> Phrase | None:
    read = day_first if text[found.end()].isdigit() else month_first
    phrase = read(text, found.end())
    if phrase is None:
        return None
    match phrase.meaning:
        case YearlessDay(month, day, last, _):
            return Phrase(found.start(), phrase.end, YearlessDay(month, day, last, _weekday(found["weekday"])))
        case Known() | InYear():
            return Phrase(found.start(), phrase.end, phrase.meaning)
    return None


@lru_cache(maxsize=4096)
def _spelt_weekday(word: str) -> Weekday | None:
    """Return the weekday that `word` names, one slip of the pen allowed, or None.

    A slip is a letter too many, too few, wrong, or two in the wrong order (optimal string alignment distance 1). In
    the three short names only letters in the wrong order count: `Munday` and `Sandy` are people.
    """
    if not word[:1].isupper():
        return None
    written = word.lower()
    if written in WEEKDAY_NAMES:
        return Weekday(WEEKDAY_NAMES.index(written))
    for number, name in enumerate(WEEKDAY_NAMES):
        slip = written[0] == name[0] and OSA.distance(written, name, score_cutoff=1) == 1 and written[-1] == "y"
        if slip and (len(name) > len("monday") or sorted(written) == sorted(name)):
            return Weekday(number)
    return None


def year_in_numbers(text: str, at: int) -> Phrase | None:
    """Read a date in numbers that begins with its year: `2020-11-20`."""
    found = _NUMBERS_FROM_YEAR.match(text, at)
    tails = _tails(int(found[1]), [(int(found[3]), int(found[4]))]) if found else []
    return Phrase(at, found.end(), Known((found[1] + tails[0],))) if found and tails else None


def day_in_numbers(text: str, at: int) -> Phrase | None:
    """Read a date in numbers: `11/20/2020`; `03/04/2020` has two readings, `30/10/89` no century."""
    if found := _SEPTEMBER_11.match(text, at):
        return Phrase(at, found.end(), Known(("2001-09-11",)))
    found = _NUMBERS_TO_YEAR.match(text, at)
    if found is None:
        return None
    one, two = int(found[1] or found[5]), int(found[3] or found[7])
    year = int(found[4]) if found[4] else _CENTURY + int(found[8])
    tails = _tails(year, [(one, two), (two, one)])
    if not tails:
        return None
    if found[4]:
        return Phrase(at, found.end(), Known(tuple(found[4] + tail for tail in tails)))
    return Phrase(at, found.end(), ShortYear(tuple((int(found[8]), tail) for tail in tails)))


def _tails(year: int, pairs: list[tuple[int, int]]) -> list[str]:
    """Return those pairs of month and day that the year has, each once, as EDTF has them after it."""
    days = {pair: True for pair in pairs if pair[0] in range(1, 13) and 1 <= pair[1] <= monthrange(year, pair[0])[1]}
    return [f"-{month:02}-{day:02}" for month, day in days]


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _weekday(name: str) -> int:
    return WEEKDAYS[name.lower().rstrip(".")]


def _number(day: str) -> int:
    return int(day.rstrip("stndrhSTNDRH"))


def _is_capital(name: str) -> bool:
    return name[0].isupper()


def _month_only(name: str) -> bool:
    return name.lower().rstrip(".") not in _ALSO_WORDS
