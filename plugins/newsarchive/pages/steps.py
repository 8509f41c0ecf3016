"""Steps: for each entity of an article the mention before and the one after, in the archive, as data in its page.

A script shows them on the cards beside the mentions; dozens of entities share few articles, so each stands once.
"""

from collections.abc import Iterable
from json.encoder import encode_basestring as quoted

from newsarchive.pages.phrases import Phrases
from newsarchive.pages.trail import NOWHERE, Step


def steps_json(phrases: Phrases, position: int, steps: Iterable[Step]) -> str:
    """Return JSON of two lists, each joined by `|`, fit to stand in a script, for the article at `position` by date.

    The first are articles, each `SLUG DAY`. The second are `steps`, each `EARLIER LATER`, either of which is
    `NUMBER.BLOCK`, a position in the first list and the number of a block, or empty.
    """
    numbers: dict[int, int] = {}
    told = []
    for earlier, block, later, other in steps:  # thirty to an article, so no function is called for each
        before = "" if earlier == NOWHERE else f"{numbers.setdefault(earlier, len(numbers))}.{block}"
        after = "" if later == NOWHERE else f"{numbers.setdefault(later, len(numbers))}.{other}"
        told.append(f"{before} {after}")
    _, own_year, _ = phrases.days[position]
    days = map(phrases.days.__getitem__, numbers)
    stops = [short if year == own_year else words for words, year, short in days]
    return f"[{quoted('|'.join(stops))},{quoted('|'.join(told))}]".replace("<", "\\u003c")
