"""The almanac: which articles and date expressions stand on which page of a year, month or day."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.columns import rows
from newsarchive.edtf_value import EdtfValue, parse_edtf
from newsarchive.pages.date_address import date_address
from newsarchive.pages.date_words import date_words
from newsarchive.pages.namings import Numbers
from newsarchive.pages.spoken import NO_ROWS, SpokenRows, SpokenTable


class Unit(StrEnum):
    """What a date page is of."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


# A page also shows the stretches around it, as long as they are not so long that they say little of it: a day those of
# up to a month, a month those of up to a year, a year those of up to ten.
_LONGEST_AROUND = {Unit.DAY: 31, Unit.MONTH: 366, Unit.YEAR: 3653}
_UNIT_OF_LENGTH = {4: Unit.YEAR, 7: Unit.MONTH, 10: Unit.DAY}
_ISO_LENGTH = {unit: length for length, unit in _UNIT_OF_LENGTH.items()}
_STRIDE = {Unit.DAY: 1, Unit.MONTH: 28, Unit.YEAR: 365}  # days that never step over one


@lru_cache(maxsize=65536)
def home_of(edtf: str) -> str | None:
    """Return the smallest year, month or day that holds all of `edtf`: `2020-11`; None where it crosses years.

    An uncertain date stands with the date itself. Raises ValueError for what is no EDTF value.
    """
    if address := date_address(edtf):
        return address.split("/")[1]
    value = parse_edtf(edtf)
    first, last = value.first.isoformat(), value.last.isoformat()
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), None)


def address_of(edtf: str | None) -> str | None:
    """Return the address of the page on which `edtf` stands; `dates/` where it crosses years, None for None."""
    if edtf is None:
        return None
    home = home_of(edtf)
    return f"dates/{home}/" if home else "dates/"


# Named tuples here, because a large archive has thousands of dates.


class DateEntry(NamedTuple):
    """What stands on the page of one year, month or day.

    `id` is its EDTF value. `published` are the articles of that date, earliest first, `spoken` the expressions that
    mean that date or a stretch that no smaller page holds, `around` those that mean a longer stretch around it.
    """

    id: str
    published: tuple[Article, ...]
    spoken: SpokenRows
    around: SpokenRows

    @property
    def unit(self) -> Unit:
        """Whether this is a year, a month or a day."""
        return _UNIT_OF_LENGTH[len(self.id)]

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"dates/{self.id}/"


class Tally(NamedTuple):
    """How many articles and expressions stand on a date's page and on those of its parts."""

    entry: DateEntry
    published: int
    spoken: int

    @property
    def words(self) -> str:
        """The date in words."""
        return date_words(self.entry.id)


@dataclass(frozen=True)
class Almanac:
    """All date pages: `entries` by their ids, in order of time, parents before their parts; and what has no page.

    `stretches` are the expressions that cross years, `published` the articles whose dates do, `ambiguous` the
    expressions of which no single reading stands.
    """

    entries: dict[str, DateEntry]
    stretches: SpokenRows
    published: tuple[Article, ...]
    ambiguous: SpokenRows

    def of(self, unit: Unit) -> tuple[DateEntry, ...]:
        """Return the entries of one unit, in order of time."""
        return self._by_unit.get(unit, ())

    def parts_of(self, entry: DateEntry) -> tuple[DateEntry, ...]:
        """Return the months of a year, or the days of a month, that have a page."""
        return self._by_parent.get(entry.id, ())

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """The tally of each entry, by its id."""
        published = _with_parts({id_: len(entry.published) for id_, entry in self.entries.items()})
        spoken = _with_parts({id_: len(entry.spoken) for id_, entry in self.entries.items()})
        tallies = rows(Tally, self.entries.values(), published.values(), spoken.values())
        return dict(zip(self.entries, tallies, strict=True))

    @cached_property
    def _by_unit(self) -> dict[Unit, tuple[DateEntry, ...]]:
        return grouped(self.entries.values(), lambda entry: entry.unit)

    @cached_property
    def _by_parent(self) -> dict[str, tuple[DateEntry, ...]]:
        groups: dict[str, list[DateEntry]] = defaultdict(list)
        for entry in self.entries.values():
            groups[entry.id[:-3]].append(entry)
        return {parent: tuple(parts) for parent, parts in groups.items()}


def _with_parts(counts: dict[str, int]) -> dict[str, int]:
    """Return the counts of dates, which are in order of time, each with those of its parts."""
    total = dict(counts)
    for id_ in reversed(counts):
        if (whole := id_[:-3]) in total:
            total[whole] += total[id_]
    return total


def almanac_of(articles: Sequence[Article], table: SpokenTable) -> Almanac:
    """Return the almanac of `articles` and the expressions of `table`, in the order in which its pages show both."""
    dated = [article for article in articles if article.date is not None]
    homes = {date: home_of(date or "") for date in {article.date for article in dated}}
    published = grouped(dated, lambda article: homes[article.date])
    rows_of, nothing = table.values.rows, SpokenRows(table, NO_ROWS)
    values = grouped(filter(None, rows_of), home_of)
    spoken = {home: SpokenRows(table, _merged([rows_of[value] for value in held])) for home, held in values.items()}
    ids = _with_parents(home for home in {*published, *spoken} if home)
    around = _around(values.values(), rows_of, ids)
    entries = {
        id_: DateEntry(
            id_,
            published.get(id_, ()),
            spoken.get(id_, nothing),
            SpokenRows(table, _joined(around[id_])) if id_ in around else nothing,
        )
        for id_ in sorted(ids)
    }
    ambiguous = SpokenRows(table, rows_of.get(None, NO_ROWS))
    return Almanac(entries, spoken.get(None, nothing), published.get(None, ()), ambiguous)


def page_counts(published: Mapping[str | None, int], spoken: Mapping[str | None, int]) -> dict[str, tuple[int, int]]:
    """Return how many articles and how many expressions each entry of an almanac has of its own, by its id.

    `published` and `spoken` say how often the articles are of each EDTF value, and how often they mention it.
    """
    articles, expressions = _by_home(published), _by_home(spoken)
    return {id_: (articles[id_], expressions[id_]) for id_ in _with_parents({*articles, *expressions})}


def _by_home(counts: Mapping[str | None, int]) -> Counter[str]:
    of_home: Counter[str] = Counter()
    for value, times in counts.items():
        if value is not None and (home := home_of(value)):
            of_home[home] += times
    return of_home


def _joined(rows: Sequence[Numbers]) -> Numbers:
    """Return the rows of several columns, one after the other."""
    return rows[0] if len(rows) == 1 else np.concatenate(rows)


def _merged(rows: Sequence[Numbers]) -> Numbers:
    """Return the rows of several columns, each of them in order, in their order."""
    return rows[0] if len(rows) == 1 else np.sort(np.concatenate(rows))


def _with_parents(homes: Iterable[str]) -> set[str]:
    return {home[:length] for home in homes for length in _UNIT_OF_LENGTH if length <= len(home)}


def _around(
    values: Iterable[Sequence[str]], rows_of: Mapping[str | None, Numbers], ids: Collection[str]
) -> dict[str, list[Numbers]]:
    """Return the rows of those of `values`, which come home by home, that mean a stretch around each of `ids`."""
    around: dict[str, list[Numbers]] = defaultdict(list)
    for held in values:
        covering: dict[str, list[Numbers]] = defaultdict(list)
        for value in held:
            for covered in _covered(value):
                if covered in ids:
                    covering[covered].append(rows_of[value])
        for covered, found in covering.items():
            around[covered].append(_merged(found))
    return around


def _covered(edtf: str) -> tuple[str, ...]:
    """Return the pages that a stretch covers in part or goes beyond; none for a year, month or day."""
    if date_address(edtf):
        return ()
    home, value = home_of(edtf) or "", parse_edtf(edtf)
    days = (value.last - value.first).days + 1
    units = [unit for unit, longest in _LONGEST_AROUND.items() if days <= longest]
    return tuple(name for unit in units for name in _units_in(value, unit) if not home.startswith(name))


def _units_in(value: EdtfValue, unit: Unit) -> list[str]:
    """Return each day, month or year of a stretch."""
    first, last = value.first.toordinal(), value.last.toordinal()
    days = (*range(first, last, _STRIDE[unit]), last)
    return sorted({date.fromordinal(day).isoformat()[: _ISO_LENGTH[unit]] for day in days})
