"""Steps: for each entity of an article the mention before and the one after, in the archive, as data in its page.

A script shows them on the cards beside the mentions; dozens of entities share few articles, so each stands once.
"""

import json
from collections.abc import Iterable

from newsarchive.pages.phrases import Phrases
from newsarchive.pages.trail import Trails

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def steps_json(phrases: Phrases, trails: Trails, position: int, entities: Iterable[str]) -> str:
    """Return JSON of two lists, each joined by `|`, fit to stand in a script, for the article at `position` by date.

    The first are articles, each `SLUG DAY`. The second are the steps of `entities`, each `EARLIER LATER`, either of
    which is `NUMBER.BLOCK`, a position in the first list and the number of a block, or empty.
    """
    numbers: dict[int, int] = {}
    steps = []
    for entity in entities:  # thirty to an article, so no function is called for each
        earlier, later = trails.steps(entity, position)
        before = f"{numbers.setdefault(earlier[0], len(numbers))}.{earlier[1]}" if earlier else ""
        after = f"{numbers.setdefault(later[0], len(numbers))}.{later[1]}" if later else ""
        steps.append(f"{before} {after}")
    days, year = phrases.days, phrases.days[position].year
    stops = [days[other].short if days[other].year == year else days[other].words for other in numbers]
    return f"[{_JSON.encode('|'.join(stops))},{_JSON.encode('|'.join(steps))}]".replace("<", "\\u003c")
