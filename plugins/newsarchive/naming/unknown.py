"""Unknown: the names that stand in articles and lead to nothing."""

from collections.abc import Sequence

from newsarchive.annotate.mentions import find_mentions, name_index
from newsarchive.annotate.unknown_names import UnknownName, find_unknown_names
from newsarchive.annotation import AmbiguousMention, Mention
from newsarchive.article import Article
from newsarchive.registry.entity import Registry, Verdict
from newsarchive.registry.spelling import spelled


def unknown_names(articles: Sequence[Article], registry: Registry) -> tuple[UnknownName, ...]:
    """Return what looks like a name in `articles` and is neither in `registry` nor decided on there."""
    names = name_index(registry)
    finds = [find_mentions(article, names) for article in articles]
    mentions: list[Mention | AmbiguousMention] = []
    for find in finds:
        mentions += [*find.mentions, *find.ambiguous]
    return unknown_among(articles, mentions, registry)


def unknown_among(
    articles: Sequence[Article], known: Sequence[Mention | AmbiguousMention], registry: Registry
) -> tuple[UnknownName, ...]:
    """Return the same where the mentions `known` have been found already."""
    distinct = (one.name for one in registry.decisions if one.verdict is Verdict.DISTINCT)
    return find_unknown_names(articles, known, frozenset(map(spelled, distinct)))
