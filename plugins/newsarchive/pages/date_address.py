"""The addresses of date pages."""

import re

_CALENDAR = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)[?~%]?", re.ASCII)


def date_address(edtf: str | None) -> str | None:
    """Return the address of the page of the year, month or day `edtf`: `dates/2020-11/`.

    An uncertain or approximate date (`2020-11?`) leads to the page of the date itself. What is no year, month or day
    (a decade, a season, an interval) has no page: None.
    """
    found = edtf and _CALENDAR.fullmatch(edtf)
    return f"dates/{found[1]}/" if found else None
