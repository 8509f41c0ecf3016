"""Named beside: which entities stand in the same sentences as dates, for a whole archive as columns of numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

import numpy as np

from newsarchive.annotate.synopsis import Dates
from newsarchive.pages.namings import Numbered, Numbers
from newsarchive.pages.presences import NUMBER, PresenceTable, unpacked


@dataclass(frozen=True)
class NamedBeside:
    """What the sentence of each row of a `SpokenTable` names.

    `ids` are those of all entities, sorted; `entities` are the places in them of what each row's sentence names, row by
    row. Those of a row end where those of the next begin: `borders` are where each begins and, at last, how many there
    are.
    """

    ids: Sequence[str]
    entities: Sequence[int]
    borders: Sequence[int]

    def counts(self, rows: Iterable[int]) -> list[tuple[str, int]]:
        """Return how many of `rows` name each entity, by its id, the most frequent first; of as many, by their ids."""
        borders = self.borders
        counts = Counter(chain.from_iterable([self.entities[borders[row] : borders[row + 1]] for row in rows]))
        return [(self.ids[one], counts[one]) for one in sorted(sorted(counts), key=counts.__getitem__, reverse=True)]

    @cached_property
    def rows_of_entity(self) -> dict[str, Numbers]:
        """The rows beside each entity, in their order."""
        rows = np.repeat(np.arange(len(self.borders) - 1), np.diff(self.borders))
        named = Numbered(self.ids, np.array(self.entities, np.int64))
        return {id_: rows[held] for id_, held in named.rows.items()}


def named_beside(articles: Sequence[Dates], presences: PresenceTable) -> NamedBeside:
    """Return what is named beside the dates of all `articles`, of which `presences` are, in the same order."""
    places = [dates.entities for dates in articles]
    firsts = np.repeat(presences.borders[:-1], [len(each) // NUMBER.itemsize for each in places])
    lengths = unpacked(dates.named for dates in articles).tolist()
    entities = presences.entities[firsts + unpacked(places)].tolist()
    return NamedBeside(presences.ids, entities, list(accumulate(lengths, initial=0)))
