"""Deictic dates: phrases that point from where they stand (`today`, `last week`, `two weeks ago`)."""

import re

from newsarchive.annotate.dates.calendar_dates import month_first, weekday_first
from newsarchive.annotate.dates.counting import Unit
from newsarchive.annotate.dates.meaning import (
    Ago,
    DayOfReport,
    Known,
    Later,
    Period,
    SamePeriod,
    Season,
    Spoken,
    Weekday,
    YearlessDay,
    YearlessMonth,
)
from newsarchive.annotate.dates.phrase import Phrase, words_before
from newsarchive.annotate.dates.vocabulary import (
    NAMED_DAYS,
    NUMBER,
    NUMBERS,
    ORDINALS,
    SEASONS,
    STEP,
    STEPS,
    UNIT,
    YEAR,
    any_of,
)
from newsarchive.annotate.dates.years import part_of_year

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DAY_BESIDE = re.compile(r"(?i:\bthe\sday\s(?:before|after)\s)\Z")
_AGES = re.compile(r"(?i:['’]s\s(?:world|society|standards|generation|youth|young|age|times|economy|environment)\b)")
_PAPER = re.compile(r"\b[A-Z]\w+\s\Z")  # `India Today`
_THIS_STEP = rf"{any_of(('this',))}\s{any_of(('coming', 'past'))}"
_STEP = re.compile(
    rf"(?i:(?P<step>{any_of(('last', 'next', 'this', 'coming', 'past', 'current'))}|{_THIS_STEP})\s{{1,3}}"
    rf"(?:(?P<unit>{any_of(('week', 'weekend', 'month', 'quarter', 'year', 'decade'))})|(?P<season>{any_of(SEASONS)}))"
    r"\b(?!-old|-long))"
)
_STEP_NAME = re.compile(
    rf"(?P<step>{any_of(('last', 'next', 'this', 'coming', 'past'))}|{_THIS_STEP})\s{{1,3}}(?=[A-Z])"
)
_STEP_OF = {**STEPS, "this coming": 1, "this past": -1, "past": -1, "current": 0}
_AGO = re.compile(
    rf"(?i:(?P<number>\d{{1,4}}|{NUMBER})[\s-]{{1,3}}(?P<unit>{UNIT})s?[\s-]{{1,3}}"
    r"(?P<way>ago|earlier|later|from\snow)\b)(?!\s(?:than|in\sthe\sday))"
)
_ABOUT = re.compile(r"(?i:\b(?:about|around|nearly|almost|roughly|some|more\sthan|over|less\sthan|approximately)\s)\Z")
_YEAR_AGO = re.compile(r"(?i:year-(?:ago|earlier)\b)")
_SPOKEN = re.compile(
    r"(?i:(?P<which>that|that\ssame|the\ssame|the\svery\ssame)\s{1,3}"
    rf"(?P<unit>{any_of(('day', 'week', 'month', 'year'))})\b(?!-))"
)
_BESIDE = re.compile(
    rf"(?i:the\s(?P<which>following|previous|preceding|prior)\s{{1,3}}"
    rf"(?P<unit>{any_of(('day', 'week', 'weekend', 'month', 'quarter', 'year'))})\b|"
    r"the\s(?P<next>next)\sday\b)"
)
_THE_DAY = re.compile(
    r"(?i:(?:(?:end|ended|ending|close|closed|closing|finish|finished|finishing)\sthe\sday|"
    r"(?:late|later|earlier|early)\sin\sthe\sday|for\sthe\sday(?=\s?[,.;]))\b(?!\s(?:before\syesterday|after\stomorrow|of|that|when)\b))"
)
_PART_OF = re.compile(
    r"(?i:(?:beginning|start|end|middle|rest|remainder|close|course)\sof\sthe\s"
    rf"(?P<unit>{any_of(('week', 'month', 'quarter', 'year'))})\b"
    r"(?!\s(?:of|to|19|20))|(?P<year>year(?:[-\s]end|['’]s\send)\b)(?!\s(?:of|19|20)))"
)
_QUARTER = re.compile(
    rf"(?i:(?P<ordinal>{any_of(ORDINALS)})[\s-](?P<part>{any_of(('quarter', 'half'))})"
    rf"(?:\s(?:of|in)\s(?:(?:fiscal|calendar)\s)?(?:(?P<year>{YEAR})|(?P<step>{STEP})\syear|(?P<the>the\syear)))?\b)"
)
_QUARTER_NEWS = re.compile(
    r"(?i:[\s-](?:earnings|results?|profits?|net|loss(?:es)?|sales|revenues?|ended|ending|income|operating|gross|figures|"
    r"growth|dividend|report|performance|output|orders)\b)"
)
_SAME_PERIOD = re.compile(
    r"(?i:the\ssame\s(?:period|time|month|quarter|three\smonths|six\smonths|nine\smonths)\s(?:of\s|in\s)?(?:the\s)?"
    r"(?:last\syear|previous\syear|year\sbefore|a\syear\s(?:ago|earlier|before)|one\syear\s(?:ago|earlier)))"
)
_SEASON_OF = re.compile(rf"(?i:(?P<season>{any_of(SEASONS)})\s(?:of\s)?(?P<year>{YEAR}))")
_NAMED_DAY = re.compile(rf"(?i:{any_of(NAMED_DAYS)})(?:,?\s(?P<year>{YEAR}))?")


def relative_day(text: str, at: int) -> Phrase | None:
    """Read `today`, `yesterday`, `tomorrow`, `the day before yesterday`; `today's world` names no day."""
    word = next(word for word in _DAYS if text[at : at + len(word)].lower() == word)
    end = at + len(word)
    if _AGES.match(text, end) or (text[at] == "T" and _PAPER.search(words_before(text, at))):
        return None
    beside = _DAY_BESIDE.search(text, max(0, at - len("the day before ")), at) if word != "today" else None
    if beside:
        return Phrase(at - len(beside[0]), end, Period(Unit.DAY, 2 * _DAYS[word]))
    return Phrase(at, end, Period(Unit.DAY, _DAYS[word]))


def step_first(text: str, at: int) -> Phrase | None:
    """Read `last week`, `next March`, `last Friday`, `this summer`; `the last year` is a length of time."""
    found = _STEP.match(text, at)
    if found is None:
        return _step_name(text, at)
    step = _STEP_OF[" ".join(found["step"].lower().split())]
    if found["season"]:
        return Phrase(at, found.end(), Season(SEASONS[found["season"].lower()], step))
    length = found["step"].lower() in {"last", "next", "past"} and text[max(0, at - 4) : at].lower() == "the "
    if length or found["step"].lower() == "past":
        return None
    return Phrase(at, found.end(), Period(Unit(found["unit"].lower()), step))


def _step_name(text: str, at: int) -> Phrase | None:
    found = _STEP_NAME.match(text, at)
    phrase = (weekday_first(text, found.end()) or month_first(text, found.end())) if found else None
    if found is None or phrase is None:
        return None
    step = _STEP_OF[" ".join(found["step"].lower().split())]
    match phrase.meaning:
        case Weekday(weekday):
            return Phrase(at, phrase.end, Weekday(weekday, step))
        case YearlessMonth(month):
            return Phrase(at, phrase.end, YearlessMonth(month, step))
    return Phrase(at, phrase.end, phrase.meaning)


def count_first(text: str, at: int) -> Phrase | None:
    """Read `two weeks ago`, `a year earlier`, `three days later`, `ten years from now`."""
    found = _AGO.match(text, at)
    if found is None:
        return None
    number = found["number"].lower()
    count = int(number) if number.isdigit() else NUMBERS[number]
    way, unit = found["way"].lower(), Unit(found["unit"].lower())
    steps = -count if way in {"ago", "earlier"} else count
    if way in {"earlier", "later"}:
        return Phrase(at, found.end(), Later(unit, steps))
    about = _ABOUT.search(words_before(text, at)) is not None
    return Phrase(at, found.end(), Ago(unit, steps, approximate=about))


def spoken_of(text: str, at: int) -> Phrase | None:
    """Read what points to the date last spoken of: `that year`, `the following day`, `the same period last year`."""
    if found := _SAME_PERIOD.match(text, at) or _YEAR_AGO.match(text, at):
        return Phrase(at, found.end(), SamePeriod(-1))
    if found := _SPOKEN.match(text, at):
        return Phrase(at, found.end(), Spoken(Unit(found["unit"].lower())))
    if found := _BESIDE.match(text, at):
        step = 1 if found["next"] or found["which"].lower() == "following" else -1
        return Phrase(at, found.end(), Spoken(Unit((found["unit"] or "day").lower()), step))
    if found := _THE_DAY.match(text, at):
        return Phrase(found.end() - len("the day"), found.end(), DayOfReport())
    found = _PART_OF.match(text, at)
    return Phrase(at, found.end(), Period(Unit((found["unit"] or "year").lower()), 0)) if found else None


def ordinal_first(text: str, at: int) -> Phrase | None:
    """Read a quarter or half: `the third quarter of 1989`, `first-quarter results`; a bare one may be a match's."""
    found = _QUARTER.match(text, at)
    if found is None:
        return None
    step = STEPS[found["step"].lower()] if found["step"] else 0 if found["the"] else None
    year = int(found["year"]) if found["year"] else None
    meaning = part_of_year(found["ordinal"], found["part"], year, step)
    if meaning is None or (year is step is None and not _QUARTER_NEWS.match(text, found.end())):
        return None
    return Phrase(at, found.end(), meaning)


def season_first(text: str, at: int) -> Phrase | None:
    """Read `spring of 1989` and `summer 2020`."""
    found = _SEASON_OF.match(text, at)
    if found is None:
        return None
    return Phrase(at, found.end(), Known((f"{found['year']}-{SEASONS[found['season'].lower()]}",)))


def named_day(text: str, at: int) -> Phrase | None:
    """Read a day that has a name: `Christmas Day`, `New Year's Eve`, `Halloween 2019`."""
    found = _NAMED_DAY.match(text, at)
    if found is None:
        return None
    month, day = next(date for name, date in NAMED_DAYS.items() if found[0].lower().replace("’", "'").startswith(name))
    if found["year"]:
        return Phrase(at, found.end(), Known((f"{found['year']}-{month:02}-{day:02}",)))
    return Phrase(at, found.end(), YearlessDay(month, day))
