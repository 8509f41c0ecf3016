"""The sheets of what one entity says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from newsarchive.annotate.synopsis import StatementRef
from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.pages.concordance import Sentence
from newsarchive.pages.sheets import LongList, Part, Sheet, cut_list
from newsarchive.registry.entity import Entity

Saying: TypeAlias = tuple[int, StatementRef]
"""The position of an article in the order of time, and a statement in it."""

MOST_SAID = 40
"""Statements that an entity's own page shows; where there are more, its sheets do."""

MOST_ON_SHEET = 400
"""Statements that stand on one sheet; where there are more, there is one for each year."""

_WORDS = "all"


def sentence_said(article: Article, saying: Saying) -> Sentence:
    """Return the sentence, or run of sentences, of `article` that holds a statement."""
    _, ref = saying
    return Sentence(article.id, ref.block, ref.first, ref.last)


def all_statements(entity: Entity, said: Sequence[Saying]) -> tuple[Part, ...]:
    """Return the way to the sheets of the statements `said` by `entity`, where they are too many for its page."""
    return (Part(_WORDS, _address(entity), len(said)),) if len(said) > MOST_SAID else ()


def statement_list(
    entity: Entity, periods: Mapping[int, Sequence[str]], said: Sequence[Saying]
) -> LongList[tuple[Saying, ...]]:
    """Return the sheets of the statements `said` by `entity`, where they are too many for its page.

    The first leads to those of the years, where it cannot hold all. `periods` are the years and the months of all
    articles, by the letters that name each.
    """
    parts = all_statements(entity, said)
    if not parts:
        return LongList()
    address = _address(entity)
    whole = Sheet(address, _WORDS, tuple(said))
    if len(said) <= MOST_ON_SHEET:
        return LongList((whole,), parts)

    def by_period(found: Sequence[Saying], length: int) -> dict[str, tuple[Saying, ...]]:
        names = periods[length]
        return grouped(found, lambda saying: names[saying[0]])

    cut = cut_list(address, whole.items, by_period, MOST_ON_SHEET)
    return LongList((replace(whole, items=(), parts=cut.years), *cut.sheets), parts)


def _address(entity: Entity) -> str:
    return f"{entity.address}statements/"
