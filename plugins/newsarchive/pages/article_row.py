"""An article in a list, without a template: large archives list their articles many times over."""

from collections.abc import Iterable

from markupsafe import Markup

from newsarchive.article import Article, Origin
from newsarchive.pages.block_view import direction
from newsarchive.pages.line_html import isolated
from newsarchive.pages.overlay import attribute, escaped, quoted
from newsarchive.pages.setting import Here

DERIVED = (
    ' <abbr class="na-mark" title="The source gives no title; this one is made of its first words.">derived</abbr>'
)
INFERRED = (
    ' <abbr class="na-mark" title="The article states no date; this one is inferred from what stands in its text.">'
    "inferred</abbr>"
)


def title_link(here: Here, article: Article, anchor: str = "") -> str:
    """Return a link to an article, or to a block of it, as HTML."""
    link = attribute(here.link(article.address, anchor))
    return f"<a href={link}>{words_in(here, article.title, article.language)}</a>"


def article_row(here: Here, article: Article, own: str | None = "") -> str:
    """Return an article's title, source and date as HTML; what is derived or inferred is marked so.

    A date that is just the page's `own` is left out.
    """
    mark = DERIVED if article.title_origin is Origin.DERIVED else ""
    source = words_in(here, article.source.name, None) if article.source else ""
    date = "" if article.date == own else _date(here, article)
    inferred = INFERRED if article.date_origin is Origin.INFERRED else ""
    origin = f"{source}{', ' if source and date else ''}{date}{inferred}"
    return f"{title_link(here, article)}{mark}" + (f' <span class="na-from">{origin.strip()}</span>' if origin else "")


def article_list_html(here: Here, articles: Iterable[Article], own: str = "") -> Markup:
    """Return articles one a line, as HTML; "" for none."""
    rows = "".join([f"<li>{article_row(here, article, own)}" for article in articles])
    return Markup(f"<ul>{rows}</ul>" if rows else "")  # noqa: S704  # texts and values are escaped


def words_in(here: Here, text: str, language: str | None) -> str:
    """Return words that may be in another language (BCP 47) or direction than the page, isolated where they are."""
    return isolated(escaped(text), text, here.foreign(language))


def words_tag(tag: str, here: Here, text: str, language: str | None) -> str:
    """Return the opening tag of an element that holds `text`, which is in `language` (BCP 47)."""
    foreign = here.foreign(language)
    way = ' dir="auto"' if direction(text) else ""
    return f'<{tag}{way} lang="{quoted(foreign)}">' if foreign else f"<{tag}{way}>"


def _date(here: Here, article: Article) -> str:
    return here.date_label(article.date) if article.date else '<span class="na-date">date unknown</span>'
