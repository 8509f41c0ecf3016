"""Grammar: the phrases of a text that name a date.

The word that stands where a phrase may begin says who reads it. A reader looks at a bounded stretch only, so the time
is linear in the text's length.
"""

import re
from collections.abc import Callable, Iterable

from newsarchive.annotate.dates.calendar_dates import (
    day_first,
    day_in_numbers,
    month_first,
    weekday_first,
    year_in_numbers,
)
from newsarchive.annotate.dates.counting import Unit
from newsarchive.annotate.dates.deictic import (
    count_first,
    named_day,
    ordinal_first,
    relative_day,
    season_first,
    spoken_of,
    step_first,
)
from newsarchive.annotate.dates.meaning import InYear, Known, Meaning, Period, Weekday, YearlessDay, YearlessMonth
from newsarchive.annotate.dates.phrase import Phrase
from newsarchive.annotate.dates.vocabulary import MONTHS, NUMBER, any_of
from newsarchive.annotate.dates.years import apostrophe_first, century, joined_year, year_first

Reader = Callable[[str, int], Phrase | None]

_READERS: dict[str, tuple[Reader, ...]] = {
    "joined": (year_in_numbers, joined_year, year_first, count_first),
    "year": (year_first, count_first),
    "number": (day_in_numbers, day_first, century, count_first, ordinal_first),
    "long": (count_first,),
    "apostrophe": (apostrophe_first,),
    "month": (month_first,),
    "weekday": (weekday_first,),
    "day": (relative_day,),
    "step": (step_first,),
    "count": (count_first,),
    "spoken": (spoken_of,),
    "ordinal": (ordinal_first,),
    "season": (season_first,),
    "named": (named_day,),
}
# What may follow a number in a phrase: most numbers that news has are told so to be none of a date.
_FOLLOWING = any_of((*MONTHS, "day", "week", "fort", "month", "quarter", "year", "dec", "of", "to", "century", "half"))
_AFTER_NUMBER = rf"(?:{any_of(('st', 'nd', 'rd', 'th'))})?[\s–-]{{1,3}}(?:\d|{_FOLLOWING})"
_HYPHEN_BEFORE = "|".join(rf"(?<=\b(?i:{word})-)" for word in ("mid", "pre", "post", "early", "late", "then", "non"))
_TRIGGER = re.compile(
    r"(?:(?<![\w@#/\\&=?%_+~.$€£-])|" + _HYPHEN_BEFORE + ")(?:"
    rf"(?P<joined>\d{{4}}(?:[-–/.]\d|\s?['’]s|s))|(?P<year>\d{{4}}(?!\d))|(?P<number>\d\d?(?!\d)(?=[-/.]\d|{_AFTER_NUMBER}))|(?P<long>\d{{3}}(?!\d)(?=[\s-]))"
    r"|(?P<month>(?:[Jj]an|[Ff]eb|[Mm]arch|M(?:ar|ay)\b|[Aa]pr|[Jj]u[nl]|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec|may\s\d|"
    r"JAN|FEB|MAR|APR|MAY|JU[NL]|AUG|SEP|OCT|NOV|DEC)(?=[a-zA-Z]{0,7}(?:\b|\.)))"
    r"|(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:\b|\.|[a-z]{2,7}\b)|[MTWFS][a-z]{4,8}y\b)"
    r"|(?P<day>(?i:today|yesterday|tomorrow)\b)"
    r"|(?P<step>(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|[Cc]urrent)\s{1,3}(?=[wmqydsafcpA-Z]))"
    rf"|(?P<count>(?i:{NUMBER})[\s-]{{1,3}}(?=[dwfmqy]))"
    r"|(?P<ordinal>(?i:first|second|third|fourth)[\s-](?:quarter|half)\b)"
    r"|(?P<spoken>[Tt]he\s(?:same|very|following|previous|preceding|prior|next)\b|[Tt]hat\s(?:same|day|week|month|year)\b"
    r"|(?:end|clos|finish)(?:e?d|ing|e)?\sthe\sday|(?:late|later|earlier|early)\sin\sthe\sday|[Ff]or\sthe\sday"
    r"|(?:beginning|start|end|middle|rest|remainder|close|course)\sof\sthe\s|[Yy]ear(?:[-\s]end|['’]s\send|-ago|-earlier))"
    r"|(?P<season>(?i:spring|summer|autumn|fall|winter)\s(?:of\s)?(?=[12]))"
    r"|(?P<named>(?:Christmas|Boxing|New\sYear['’]s|Valentine['’]s)\s(?:Eve|Day)\b|Halloween\b)"
    r"|(?P<apostrophe>['‘’]\d\d))"
)
_LONGEST_PART = len("earlier in ")
_PART_BEFORE = re.compile(r"(?i:\b(?:early|late|mid|later|earlier)(?:\sin)?[\s-])\Z")


def phrases(text: str, starts: Iterable[int]) -> list[Phrase]:
    """Return the phrases of `text` that name a date, in order; no two overlap.

    `starts` are the places where one may begin.
    """
    found: list[Phrase] = []
    done = 0
    for start in starts:
        trigger = _TRIGGER.match(text, start) if start >= done else None
        phrase = _read(text, trigger) if trigger else None
        if phrase and phrase.start >= done:
            found.append(phrase if _is_day(phrase.meaning) else _with_part(text, phrase, done))
            done = phrase.end
    return found


def _read(text: str, trigger: re.Match[str]) -> Phrase | None:
    for reader in _READERS[trigger.lastgroup or ""]:
        if phrase := reader(text, trigger.start()):
            return phrase
    return None


def _with_part(text: str, phrase: Phrase, done: int) -> Phrase:
    """Take the word for the part of a month, year or decade into its phrase: `early 1990s`, `later this year`."""
    part = _PART_BEFORE.search(text, max(0, phrase.start - _LONGEST_PART), phrase.start)
    if part is None or part.start() < done:
        return phrase
    return phrase._replace(start=part.start())


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, (YearlessDay, Weekday)):  # as most are
        return True
    if isinstance(meaning, Known):
        return len(meaning.values) > 1 or len(meaning.values[0]) > len("2020-11~")
    if isinstance(meaning, Period):
        return meaning.unit is Unit.DAY
    return not isinstance(meaning, (YearlessMonth, InYear))
