"""The sheets of what one entity says."""

from newsarchive.annotation import Statement
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.sheets import MOST, LongList, long_list
from newsarchive.registry.entity import Entity


def statement_list(indexes: Indexes, entity: Entity) -> LongList[Statement]:
    """Return the sheets of the statements of `entity`, where they are too many for its page."""
    statements = indexes.statements_of_entity.get(entity.id, ())
    if len(statements) <= MOST:
        return LongList()
    articles = indexes.archive.article_by_id
    return long_list(f"{entity.address}statements/", statements, lambda one: articles[one.article].date)
