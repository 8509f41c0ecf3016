"""The head of an article: its title, where it comes from and when, and the ways to the parts of its page."""

from collections.abc import Iterable, Iterator

from newsarchive.article import Article, Origin, Source
from newsarchive.pages.article_row import DERIVED, INFERRED
from newsarchive.pages.overlay import escaped, quoted
from newsarchive.pages.phrases import Phrases
from newsarchive.pages.side_column import Section

_WORDS_A_MINUTE = 230  # silent reading of English prose: Brysbaert, Journal of Memory and Language 109 (2019), has 238
_WEB = ("http://", "https://")


def title_html(phrases: Phrases, article: Article) -> str:
    """Return the title of an article, marked where it is derived."""
    return phrases.title(article) + (DERIVED if article.title_origin is Origin.DERIVED else "")


def facts_html(phrases: Phrases, article: Article, words: int) -> str:
    """Return what is known of an article of so many words, as the inside of a `dl`."""
    facts = _facts(phrases, article, words)
    return "".join([f"<div><dt>{name}<dd>{value}</div>" for name, value in facts])


def _facts(phrases: Phrases, article: Article, words: int) -> Iterator[tuple[str, str]]:
    if article.source:
        yield "Source", _source(phrases, article.source)
        if article.source.author:
            yield "Author", phrases.words(article.source.author)
        if article.source.agency:
            yield "Agency", phrases.words(article.source.agency)
    yield "Date", _date(phrases, article)
    yield "Length", f"{words} words, {max(1, round(words / _WORDS_A_MINUTE))} min"
    if article.rights:
        yield "Rights", phrases.words(article.rights)


def _source(phrases: Phrases, source: Source) -> str:
    name = phrases.words(source.name)
    if source.url and source.url.startswith(_WEB):
        return f'<a href="{quoted(source.url)}" rel="nofollow noreferrer">{name}</a>'
    return name


def _date(phrases: Phrases, article: Article) -> str:
    if article.date is None:
        return "unknown"
    label = phrases.here.date_label(article.date)
    mark = INFERRED if article.date_origin is Origin.INFERRED else ""
    evidence = article.date_evidence
    words = escaped(article.text_of(evidence)) if evidence else ""
    return f"{label}{mark}" + (f" from <a href=#{evidence.block}>“{words}”</a>" if evidence else "")


def jump_html(sections: Iterable[Section]) -> str:
    """Return the ways to the sections of the side column and to the citations."""
    ways = [(section.anchor, section.title) for section in sections]
    return " ".join([f"<a href=#{anchor}>{title}</a>" for anchor, title in (*ways, ("cite", "Cite"))])
