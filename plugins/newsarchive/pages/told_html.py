"""Sentences that speak of dates as HTML, by date or by role: each article's title once, below it what it tells.

An archive has ten of them to an article, so no template writes them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from newsarchive.annotation import DateRole
from newsarchive.archive import grouped
from newsarchive.article import Article, BlockKind, Span
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.almanac import address_of
from newsarchive.pages.article_row import words_in, words_tag
from newsarchive.pages.concordance import REACH, Sentence, line_of
from newsarchive.pages.date_words import date_words
from newsarchive.pages.overlay import escaped
from newsarchive.pages.sentence_html import beneath_html, marked_words
from newsarchive.pages.setting import Here
from newsarchive.pages.spoken import DateRef, Spoken

Remark = Callable[[DateRef], str]
_ROOT = "dates/"
_ROLES = {
    DateRole.PLANNED: "Planned: told as to come",
    DateRole.PAST: "Past: told as done",
    DateRole.STATED: "Stated: the words do not tell which",
    DateRole.PUBLISHED: "Published: the date of a post or a dateline",
}


def nothing(_: DateRef) -> str:
    """Say nothing beneath a sentence."""
    return ""


def told_by_date(here: Here, expressions: Iterable[Spoken], remark: Remark = attrgetter("role")) -> Markup:
    """Return the sentences below the dates that they speak of, in order of time; `remark` stands beneath each."""
    groups = grouped(expressions, lambda one: one[1].edtf or "")
    return _joined(
        f'<h3><a href="{here.link(address_of(edtf) or _ROOT)}">{escaped(date_words(edtf))}</a></h3>\n'
        f"{_told(here, groups[edtf], remark)}"
        for edtf in sorted(groups, key=_time)
    )


def told_by_role(here: Here, expressions: Iterable[Spoken], own: str) -> Markup:
    """Return the sentences below the roles that the date has in them.

    Each says the date where it is not just the page's `own`.
    """
    groups = grouped(expressions, lambda one: one[1].role)
    return _joined(
        f"<h3>{words}</h3>\n{_told(here, groups[role], lambda one: '' if one.edtf == own else date_words(one.edtf))}"
        for role, words in _ROLES.items()
        if role in groups
    )


def _joined(groups: Iterable[str]) -> Markup:
    return Markup("\n".join(groups))  # noqa: S704  # texts and values are escaped


def _time(edtf: str) -> tuple[date, date, str]:
    value = parse_edtf(edtf)
    return value.first, value.last, edtf


def _told(here: Here, spoken: Iterable[Spoken], remark: Remark) -> str:
    """Return the sentences that hold the expressions, which come article by article, each sentence once, as HTML.

    A title leads to the block of the first of its sentences; a sentence of another block leads there itself. `remark`
    says what stands beneath a sentence, "" for nothing.
    """
    known, articles = here.setting.told_ends[here.address.count("/")], here.setting.indexes.articles
    told = []
    last, above, paragraph = None, "", ""
    for (position, block, _, _), held in groupby(spoken, _sentence_of):
        if position != last:
            opening, closing, paragraph = known.get(position) or row_ends(here, position)
            last, above = position, block
            told.append(f"{opening}#{block}{closing}")
        told.append(_sentence(here, articles[position], [ref for _, ref in held], remark, above, paragraph))
    return f"<ul class=na-told>{''.join(told)}</ul>"


def _sentence_of(one: Spoken) -> tuple[int, str, int, int]:
    position, (_, _, _, block, _, _, first, last) = one
    return position, block, first, last


def row_ends(here: Here, position: int) -> tuple[str, str, str]:
    """Return what stands in the row of an article before the anchor, after it, and before a sentence from the left."""
    article = here.setting.indexes.articles[position]
    link = here.link(article.address)  # a slug and an anchor need no quotes
    title = words_in(here, article.title, article.language)
    ends = f"<li><a href={link}", f">{title}</a>", words_tag("p", here, "", article.language)
    here.setting.told_ends[here.address.count("/")][position] = ends
    return ends


def _sentence(  # noqa: PLR0913, PLR0917  # all that a sentence is shown with
    here: Here, article: Article, held: Sequence[DateRef], remark: Remark, above: str, paragraph: str
) -> str:
    """Return the sentence that holds some expressions, in `paragraph` where that serves: it is plain text."""
    block = article.block_by_id[held[0].block]
    words = _words(article, block.text, held)
    tag = paragraph if words.isascii() else words_tag("p", here, words, article.language)
    notes = {said: None for one in held if (said := remark(one))}
    if not notes and block.id == above and block.kind is BlockKind.PARAGRAPH:  # nothing to say, as of most
        return f"{tag}{words}"
    return f"{tag}{words}{beneath_html(here, article, block, notes, above)}"


def _words(article: Article, text: str, held: Sequence[DateRef]) -> str:
    """Return the words of a sentence as HTML; nearly all hold one expression, are not cut, and need no escape."""
    _, _, _, _, start, end, first, last = held[0]
    if len(held) > 1 or start - first > REACH or last - end > REACH:
        return _marked(article, held)
    sentence = text[first:last]
    if "&" in sentence or "<" in sentence or ">" in sentence:
        return _marked(article, held)
    return f"{text[first:start]}<b>{text[start:end]}</b>{text[end:last]}"


def _marked(article: Article, held: Sequence[DateRef]) -> str:
    one = held[0]
    spans = [Span(each.block, each.start, each.end) for each in held]
    return marked_words(line_of(article, Sentence(article.id, one.block, one.first, one.last), spans))
