"""The words of the calendar in news English, and the fragments of regular expressions that are made of them."""

from collections.abc import Iterable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_NUMBERS = (
    "zero|a an one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty"
)
NUMBERS = {name: number for number, names in enumerate(_NUMBERS.split("|")) for name in names.split()}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # EDTF's codes, for either hemisphere
STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1}
# Days that news names instead of dating them; each falls on one day of the year wherever it is kept.
NAMED_DAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}


def any_of(words: Iterable[str]) -> str:
    """Return an expression that matches any of `words` in either case, the longest first.

    Case is that of ASCII, whatever the expression around says: to Unicode the long s and the Turkish i are letters too.
    """
    # `re` passes over all words at once that begin with another letter, but only where that is no matter of its flags.
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = (f"[{letter}{letter.upper()}](?ai:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?-i:{'|'.join(branches)})"


SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))  # all that `\s` matches: U+3000 is Unicode's last
GAP = r"\s{1,3}"
COMMA = r"\s{0,2},?\s{0,3}"
MONTH = any_of(MONTHS) + r"(?![^\W_])\.?"
WEEKDAY = any_of(WEEKDAYS) + r"(?![^\W_])\.?"
NUMBER = any_of(NUMBERS)
UNIT = any_of(("day", "week", "fortnight", "month", "quarter", "year", "decade"))
STEP = any_of(("last", "this", "next"))
# What makes the number before it a count: `May 20 percent`, `2010 people`.
COUNTED = (
    r"(?:\s{0,2}(?=[%°a-zA-Z])(?:%|°|percent\b|per\s?cent\b|(?:million|billion|thousand|trillion|hundred|people|persons?|troops|soldiers|"
    r"fighters|civilians|residents|refugees|families|villages|houses|homes|miles?|km|kilomet\w+|met(?:er|re)s?|feet|"
    r"tons?|tonnes?|acres|hectares|barrels|points?|dollars|euros|pounds|yen|yuan|rubles|roubles|votes|seats|jobs|"
    r"workers|employees|words|hours|hrs|minutes|GMT|UTC|EST|EDT|units|cars|vehicles|cases|deaths|dead|wounded|copies|"
    r"times|pages|shares|degrees|kg|lbs?|mm|cm|watts|cents|men|women|children|students|members|others)\b))"
)
DAY_OF_MONTH = rf"(?:3[01]|[12]\d|0?[1-9])(?:{any_of(('st', 'nd', 'rd', 'th'))})?(?!\w|[.,:/]\d)"
YEAR = r"(?:1\d|20)\d\d(?!\w|[.,:/-]\d)"
