"""Mentions: the names of the registry's entities in an article, in one pass."""

from dataclasses import dataclass

from newsarchive.annotation import AmbiguousMention, Mention
from newsarchive.article import Article
from newsarchive.registry.entity import Registry


@dataclass(frozen=True)
class NameIndex:
    """All names of a registry, ready to be looked for."""


@dataclass(frozen=True, slots=True)
class MentionFinds:
    """What was found in one article, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()


def name_index(registry: Registry) -> NameIndex:
    """Prepare the names of `registry`."""
    return NameIndex()


def find_mentions(article: Article, names: NameIndex) -> MentionFinds:
    """Return the mentions in `article`."""
    return MentionFinds()
