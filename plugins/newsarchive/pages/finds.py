"""Finds: all annotations of one article, gathered for its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newsarchive.annotation import AmbiguousMention, DateExpression, Mention, Note, Passage, Statement, Witness
from newsarchive.archive import Archive, grouped
from newsarchive.article import Article


@dataclass(frozen=True, slots=True)
class Finds:
    """The annotations of one article, each kind in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class FindsOfArticles:
    """The annotations of every article of an archive."""

    archive: Archive

    @cached_property
    def _notes(self) -> Mapping[str, tuple[Note, ...]]:
        return grouped(self.archive.notes, lambda note: note.article)

    def of(self, article: Article) -> Finds:
        """Return the annotations of `article`."""
        found = self.archive.annotations[article.id]
        return Finds(
            mentions=found.mentions,
            ambiguous=found.ambiguous,
            dates=found.dates,
            statements=found.statements,
            passages=self.archive.passages_of_article.get(article.id, ()),
            notes=self._notes.get(article.id, ()),
        )


def witnesses_in(passage: Passage, article: str) -> tuple[tuple[int, Witness], ...]:
    """Return the witnesses of `passage` that stand in the article, each with its position."""
    return tuple((number, witness) for number, witness in enumerate(passage.witnesses) if witness.article == article)
