"""Dates: the expressions of an article that name a date, resolved to EDTF.

In comes an article, out come its date expressions. `starts` tells where a phrase may begin, `grammar` finds the phrases
and `meaning` says what a phrase means before it is known when it was written; `tense` reads the words around; `finding`
resolves. Nothing here knows the other annotations.
"""

from newsarchive.annotate.dates.finding import find_dates, rows_of_each

__all__ = ["find_dates", "rows_of_each"]
