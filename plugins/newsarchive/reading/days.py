"""Days as a byline or a dateline writes them: plain, whole and with nothing around."""

import re

from newsarchive.edtf_value import parse_edtf

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s{1,4})?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
        rf"{_WEEKDAY}{_MONTH}\s{{1,4}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,4}},?\s{{1,4}}{_YEAR}",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s{{1,4}}{_MONTH}\s{{0,4}},?\s{{1,4}}{_YEAR}",
    )
)


def day_of(text: str) -> str | None:
    """Return the EDTF day that the whole of `text` writes, or None.

    Read are `2020-11-20`, `November 20, 2020` and `20 November 2020`, the month abbreviated or not, a weekday before
    it or not. `11/12/2020` is not read: it is two days.
    """
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _checked(found.groupdict())
    return None


def _checked(parts: dict[str, str]) -> str | None:
    month = parts.get("number") or f"{_MONTHS.index(parts['month'][:3].lower()) + 1:02}"
    day = f"{parts['year']}-{month}-{int(parts['day']):02}"
    try:
        return parse_edtf(day).text
    except ValueError:
        return None
