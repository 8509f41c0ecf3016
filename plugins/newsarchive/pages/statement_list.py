"""The sheets of what one entity says."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from newsarchive.annotate.synopsis import StatementRef
from newsarchive.article import Article
from newsarchive.pages.concordance import Sentence
from newsarchive.pages.sheets import LongList, Part, Sheet, long_list
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


def statement_list(entity: Entity, dates: Sequence[str | None], said: Sequence[Saying]) -> LongList[tuple[Saying, ...]]:
    """Return the sheets of the statements `said` by `entity`, where they are too many for its page.

    The first leads to those of the years, where it cannot hold all. `dates` are those of all articles.
    """
    if len(said) <= MOST_SAID:
        return LongList()
    address = f"{entity.address}statements/"
    whole, parts = Sheet(address, _WORDS, tuple(said)), (Part(_WORDS, address, len(said)),)
    if len(said) <= MOST_ON_SHEET:
        return LongList((whole,), parts)
    cut = long_list(address, said, lambda saying: dates[saying[0]], MOST_ON_SHEET)
    return LongList((replace(whole, items=(), parts=cut.years), *cut.sheets), parts)
