"""Finds: all annotations of one article, gathered for its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from newsarchive.annotate.rows import Rows
from newsarchive.annotation import Note, Passage, Witness
from newsarchive.archive import Archive, grouped
from newsarchive.article import Article

_NOTHING = Rows()


@dataclass(frozen=True, slots=True)
class Finds:
    """The annotations of one article, each kind in the order of the text; `rows` are what stands in it by itself."""

    rows: Rows = _NOTHING
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
        passages = self.archive.passages_of_article.get(article.id, ())
        return Finds(self.archive.rows_in(article.id), passages, self._notes.get(article.id, ()))


def witnesses_in(passage: Passage, article: str) -> tuple[tuple[int, Witness], ...]:
    """Return the witnesses of `passage` that stand in the article, each with its position."""
    return tuple((number, witness) for number, witness in enumerate(passage.witnesses) if witness.article == article)
