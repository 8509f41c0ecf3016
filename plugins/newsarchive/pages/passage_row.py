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
    text = archive.article_by_id[witness.article].text_of(witness.parts[0])
    begun = witness.parts[0].start > 0
    excerpt = text if len(text) <= _EXCERPT else text[:_EXCERPT].rpartition(" ")[0] or text[:_EXCERPT]
    ids = dict.fromkeys(witness.article for witness in passage.witnesses)
    articles = tuple(archive.article_by_id[article] for article in ids)
    return PassageRow(passage, excerpt, begun, len(excerpt) < len(text) or len(witness.parts) > 1, articles)
