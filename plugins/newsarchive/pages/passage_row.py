"""A passage in one row of a table: its first words, its length and the articles that have it."""

from dataclasses import dataclass

from newsarchive.annotation import Passage
from newsarchive.archive import Archive
from newsarchive.article import Article

_EXCERPT = 160  # code points


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage, its first words (`cut` where it goes on, `begun` within a paragraph), and its articles, each once."""

    passage: Passage
    excerpt: str
    begun: bool
    cut: bool
    articles: tuple[Article, ...]

    @property
    def address(self) -> str:
        """The passage's permanent address."""
        return f"passages/{self.passage.id}/"


def passage_row(archive: Archive, passage: Passage) -> PassageRow:
    """Return the row of `passage`, with the words of its earliest witness, or of the first where none is known."""
    witness = passage.witnesses[passage.earliest or 0]
    article = archive.article_by_id[witness.article]
    parts = (article.text_of(part)[: _EXCERPT + 1] for part in witness.parts[:_EXCERPT])
    text = " ".join(parts)
    excerpt = text if len(text) <= _EXCERPT else text[:_EXCERPT].rpartition(" ")[0] or text[:_EXCERPT]
    ids = dict.fromkeys(witness.article for witness in passage.witnesses)
    articles = tuple(archive.article_by_id[id_] for id_ in ids)
    return PassageRow(passage, excerpt, witness.parts[0].start > 0, len(excerpt) < len(text), articles)
