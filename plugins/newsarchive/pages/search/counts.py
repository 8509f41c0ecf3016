"""Counts: how often articles name each entity and each date, which is all that search shows of what was found in them.

An archive is counted run by run, so that what is kept of a run serves as long as its articles do, and no synopsis of
them is read for an article added elsewhere.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newsarchive.annotate.synopsis import Synopsis, read_numbers, read_values


class Counts(NamedTuple):
    """How often some articles mention each entity, by its id, and each date, by its EDTF value (None: ambiguous)."""

    mentions: dict[str, int]
    dates: dict[str | None, int]


def counts_of(synopses: Iterable[Synopsis]) -> Counts:
    """Return the counts of the articles of `synopses`."""
    mentions: Counter[str] = Counter()
    dates: Counter[str | None] = Counter()
    for synopsis in synopses:
        for entity, times in zip(synopsis.presences.entities, read_numbers(synopsis.presences.counts), strict=True):
            mentions[entity] += times
        dates.update(read_values(synopsis.dates.values))
    return Counts(dict(mentions), dict(dates))


def together(parts: Iterable[Counts]) -> Counts:
    """Return the counts of the articles of all `parts`."""
    mentions: Counter[str] = Counter()
    dates: Counter[str | None] = Counter()
    for one in parts:
        mentions.update(one.mentions)
        dates.update(one.dates)
    return Counts(mentions, dates)
