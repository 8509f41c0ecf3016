"""Dates: the expressions of an article that name a date, resolved to EDTF.

In comes an article, out come its date expressions. `starts` tells where a phrase may begin, `grammar` finds the phrases
and `meaning` says what a phrase means before it is known when it was written; `tense` reads the words around; `finding`
resolves. Nothing here knows the other annotations.
"""

from newsarchive.annotate.dates.finding import dates_of_each, find_dates

__all__ = ["dates_of_each", "find_dates"]
