"""The witnesses of a passage in the order of their dates, and the sheets of those that are too many for its page."""

from newsarchive.annotation import Passage
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.sheets import LongList, long_list

MOST_WITNESSES = 40
"""Witnesses that a passage's page lists; of more it lists the first `FEW_WITNESSES`, and its sheets list all."""
FEW_WITNESSES = 20


def passage_address(passage: Passage) -> str:
    """Return the permanent address of a passage's page."""
    return f"passages/{passage.id}/"


def in_order(indexes: Indexes, passage: Passage) -> list[int]:
    """Return the positions of the witnesses: the earliest first, then by date, undated ones last."""
    ranks = [indexes.rank[witness.article] for witness in passage.witnesses]
    return sorted(range(len(ranks)), key=lambda position: (position != passage.earliest, ranks[position], position))


def witness_list(indexes: Indexes, passage: Passage) -> LongList[tuple[int, ...]]:
    """Return the sheets of the witnesses' positions by their dates, where one page is too small for them."""
    if len(passage.witnesses) <= MOST_WITNESSES:
        return LongList()
    articles = indexes.archive.article_by_id
    return long_list(
        f"{passage_address(passage)}in/",
        in_order(indexes, passage),
        lambda position: articles[passage.witnesses[position].article].date,
    )
