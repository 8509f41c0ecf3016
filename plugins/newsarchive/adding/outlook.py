"""Outlook: what an article will be in the archive, in lines for a person who is adding it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsarchive.adding.sameness import Sharing
from newsarchive.annotate.mentions import find_mentions, name_index
from newsarchive.article import Article, Origin
from newsarchive.naming.unknown import unknown_names
from newsarchive.problem import printable, quoted
from newsarchive.registry.entity import Registry

_NAMED = 8
_WIDTH = 11
_ORIGINS = {
    Origin.TEXT: "as the text says",
    Origin.FRONT_MATTER: "as the front matter says",
    Origin.DERIVED: "made of the first words; say another with --title",
    Origin.INFERRED: "inferred from a post in the text; say it with --date",
    Origin.SIDECAR: "as you say",
    Origin.PAGE: "as the page says",
}


def outlook(article: Article, places: Mapping[str, str], registry: Registry, shared: Sequence[Sharing]) -> str:
    """Return lines on title, date, source, text, names and shared passages of `article`, each with its evidence.

    `places` says where a page states each fact, by the sidecar's keys.
    """
    lines = [
        ("Title", f"{article.title}  ({_where('title', article.title_origin, places)})"),
        ("Date", _date(article, places)),
        *_source(article, places),
        ("Language", _said("language", article.language, places)),
        ("Text", _text(article)),
        ("Names", _known(article, registry)),
        ("New names", _unknown(article, registry)),
        ("Shared", _shared(shared)),
    ]
    return "".join(f"{name + ':':{_WIDTH}}{printable(words)}\n" for name, words in lines)


def _where(key: str, origin: Origin, places: Mapping[str, str]) -> str:
    return f"the page: {places[key]}" if key in places else _ORIGINS[origin]


def _date(article: Article, places: Mapping[str, str]) -> str:
    if article.date is None:
        return "unknown; say it with --date"
    evidence = f": “{article.text_of(article.date_evidence)}”" if article.date_evidence else ""
    return f"{article.date}  ({_where('date', article.date_origin, places)}{evidence})"


def _source(article: Article, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    source = article.source
    if source is None:
        yield "Source", "unknown; say it with --source"
        return
    yield "Source", _said("name", source.name, places)
    for name, key, value in (
        ("Address", "url", source.url),
        ("Author", "author", source.author),
        ("Agency", "agency", source.agency),
    ):
        if value:
            yield name, _said(key, value, places)


def _said(key: str, value: str | None, places: Mapping[str, str]) -> str:
    if not value:
        return f"unknown; say it with --{key}"
    return f"{value}  (the page: {places[key]})" if key in places else value


def _text(article: Article) -> str:
    counts = Counter(block.kind.value for block in article.blocks)
    kinds = ", ".join(f"{count} {kind}{'s' * (count > 1)}" for kind, count in counts.most_common())
    words = sum(len(block.text.split()) for block in article.blocks)
    return f"{words} words, {kinds}; from {quoted(article.blocks[0].text)} to {quoted(article.blocks[-1].text)}"


def _known(article: Article, registry: Registry) -> str:
    counts = Counter(mention.name for mention in find_mentions(article, name_index(registry)).mentions)
    return _listed([f"{name} ({count})" for name, count in counts.most_common()]) or "no name of the registry"


def _unknown(article: Article, registry: Registry) -> str:
    names = [f"{name.text} ({name.count})" for name in unknown_names([article], registry)]
    return f"{_listed(names)}; 'newsarchive names' shows how to add them" if names else "none"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _shared(shared: Sequence[Sharing]) -> str:
    told = [f"{one.words} words ({one.share:.0%}) with {one.other}" for one in shared]
    return _listed(told) or "no passage with another article"
