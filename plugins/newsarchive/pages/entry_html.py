"""Articles and sentences in the lists of an entity as HTML: an archive has more of them than of anything else."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from newsarchive.annotate.synopsis import Presence
from newsarchive.article import Article, BlockKind, Origin
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.anchors import pilcrow
from newsarchive.pages.article_row import DERIVED, INFERRED, words_in, words_tag
from newsarchive.pages.concordance import ArticleLines, Line
from newsarchive.pages.date_words import MONTHS, date_words
from newsarchive.pages.namings import Naming
from newsarchive.pages.overlay import escaped
from newsarchive.pages.setting import Here
from newsarchive.pages.sheets import period_of, period_words

_YEAR, _MONTH = 4, 7  # the letters of `2020-11-20` that name each


def naming_entries(here: Here, found: Iterable[Naming]) -> Markup:
    """Return the articles `found` as a list: the day, the way to the first mention, how many there are if several."""
    articles = here.setting.indexes.articles
    return _listed([_naming_entry(here, articles[position], one) for position, one in found])


def _naming_entry(here: Here, article: Article, one: Presence) -> str:
    opening, closing = _ends(here, article)
    times = f" ×{one.count}" if one.count > 1 else ""
    return f"<li>{short_date(article.date)} {opening}#{one.block}{closing}{times}</li>\n"


def entries_by_year(here: Here, found: Iterable[Naming]) -> Iterator[tuple[str, Markup]]:
    """Yield each year in words, with the list of its articles."""
    articles = here.setting.indexes.articles
    for year, group in groupby(found, key=lambda naming: period_of(articles[naming[0]].date, _YEAR)):
        yield period_words(year), naming_entries(here, group)


def saying_entries(here: Here, lines: Iterable[Line]) -> Markup:
    """Return sentences as a list, each behind the day of its article, which leads to it."""
    return _listed([_saying_entry(here, line) for line in lines])


def _saying_entry(here: Here, line: Line) -> str:
    article = line.article
    link = here.link(article.address, line.block.id)
    words = words_in(here, "".join([piece.text for piece in line.pieces]), article.language)
    return f'<li><a href="{link}">{date_words(article.date) if article.date else "undated"}</a> {words}</li>\n'


def lines_by_article(here: Here, articles: Iterable[ArticleLines]) -> Markup:
    """Return sentences below the articles that they stand in.

    A title leads to the block of the first of its sentences; a sentence of another block leads there itself.
    """
    rows = "".join([_lines_of(here, found) for found in articles])
    return Markup(f'<ul class="na-told">\n{rows}</ul>')  # noqa: S704  # texts and values are escaped


def _lines_of(here: Here, found: ArticleLines) -> str:
    article, above = found.article, found.lines[0].block.id
    opening, closing = _ends(here, article)
    date = date_words(article.date) if article.date else "date unknown"
    sentences = "".join([_sentence(here, line, above) for line in found.lines])
    return f"<li>{opening}#{above}{closing} <small>{date}</small>{sentences}</li>\n"


def _sentence(here: Here, line: Line, above: str) -> str:
    text = "".join([piece.text for piece in line.pieces])
    words = "".join([f"<b>{escaped(one.text)}</b>" if one.marked else escaped(one.text) for one in line.pieces])
    kind = "" if line.block.kind is BlockKind.PARAGRAPH else f' <span class="na-from">{line.block.kind}</span>'
    notes = "".join([f' <span class="na-why">{escaped(note)}</span>' for note in line.notes])
    block = line.block.id
    way = "" if block == above else f' <a href="{here.link(line.article.address, block)}">{pilcrow(block)}</a>'
    before, after = "… " if line.cut_before else "", " …" if line.cut_after else ""
    return f"{words_tag('p', here, text, line.article.language)}{before}{words}{after}{kind}{notes}{way}</p>"


def _listed(items: Iterable[str]) -> Markup:
    return Markup("".join(['<ul class="na-entries">\n', *items, "</ul>"]))  # noqa: S704  # texts and values are escaped


def _ends(here: Here, article: Article) -> tuple[str, str]:
    """Return the link to an article in two, since it leads to another block each time: before the anchor, and after."""
    known, key = here.setting.entry_ends, (here.address.count("/"), article.id)
    if key not in known:
        known[key] = _made_ends(here, article)
    return known[key]


def _made_ends(here: Here, article: Article) -> tuple[str, str]:
    derived = DERIVED if article.title_origin is Origin.DERIVED else ""
    inferred = INFERRED if article.date_origin is Origin.INFERRED else ""
    title = words_in(here, article.title, article.language)
    return f'<a href="{here.link(article.address)}', f'">{title}</a>{derived}{inferred}'


@lru_cache(maxsize=1 << 15)
def short_date(edtf: str | None) -> str:
    """Return a date as short as it stands below its year: `20 Nov`, `Nov`; what is no day or month in full."""
    if edtf is None:
        return ""
    day = parse_edtf(edtf).first
    month = MONTHS[day.month - 1][:3]
    if edtf == day.isoformat():
        return f"{day.day} {month}"
    return month if edtf == day.isoformat()[:_MONTH] else date_words(edtf)
