"""Sentences that speak of dates as HTML, by date or by role: each article's title once, below it what it tells.

An archive has ten of them to an article, so no template writes them.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from newsarchive.annotation import DateRole
from newsarchive.archive import grouped
from newsarchive.article import Article, Span
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.almanac import address_of
from newsarchive.pages.article_row import title_link
from newsarchive.pages.concordance import REACH, Sentence, line_of
from newsarchive.pages.date_words import date_words
from newsarchive.pages.overlay import escaped
from newsarchive.pages.sentence_html import marked_words, sentence_html
from newsarchive.pages.setting import Here
from newsarchive.pages.spoken import Spoken

_ARTICLE = attrgetter("position")
_SENTENCE = attrgetter("block", "first", "last")

Remark = Callable[[Spoken], str]
_ROOT = "dates/"
_ROLES = {
    DateRole.PLANNED: "Planned: told as to come",
    DateRole.PAST: "Past: told as done",
    DateRole.STATED: "Stated: the words do not tell which",
    DateRole.PUBLISHED: "Published: the date of a post or a dateline",
}


def nothing(_: Spoken) -> str:
    """Say nothing beneath a sentence."""
    return ""


def told_by_date(here: Here, expressions: Iterable[Spoken], remark: Remark = attrgetter("role")) -> Markup:
    """Return the sentences below the dates that they speak of, in order of time; `remark` stands beneath each."""
    groups = grouped(expressions, lambda expression: expression.edtf or "")
    return _joined(
        f'<h3><a href="{here.link(address_of(edtf) or _ROOT)}">{escaped(date_words(edtf))}</a></h3>\n'
        f"{_told(here, groups[edtf], remark)}"
        for edtf in sorted(groups, key=_time)
    )


def told_by_role(here: Here, expressions: Iterable[Spoken], own: str) -> Markup:
    """Return the sentences below the roles that the date has in them.

    Each says the date where it is not just the page's `own`.
    """
    groups = grouped(expressions, lambda expression: expression.role)
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
    articles = here.setting.indexes.articles
    rows = "".join([_told_by(here, articles[at], list(group), remark) for at, group in groupby(spoken, _ARTICLE)])
    return f"<ul class=na-told>{rows}</ul>"


def _told_by(here: Here, article: Article, spoken: list[Spoken], remark: Remark) -> str:
    above = spoken[0].block
    sentences = "".join([_sentence(here, article, group, above, remark) for group in _sentences(spoken)])
    return f"<li>{title_link(here, article, above)}{sentences}"


def _sentences(spoken: list[Spoken]) -> Iterator[list[Spoken]]:
    """Yield the expressions of each sentence; most articles tell of a date in one."""
    if len(spoken) == 1:
        yield spoken
    else:
        yield from (list(group) for _, group in groupby(spoken, _SENTENCE))


def _sentence(here: Here, article: Article, held: list[Spoken], above: str, remark: Remark) -> str:
    one = held[0]
    block = article.block_by_id[one.block]
    words = _marked_once(block.text, one) if len(held) == 1 and _short(one) else _marked(article, held)
    notes = dict.fromkeys([said for each in held if (said := remark(each))])
    return sentence_html(here, article, block, words, notes, above)


def _short(one: Spoken) -> bool:
    """Tell whether the sentence can be shown whole, which nearly all can."""
    return one.start - one.first <= REACH and one.last - one.end <= REACH


def _marked_once(text: str, one: Spoken) -> str:
    before, marked, after = text[one.first : one.start], text[one.start : one.end], text[one.end : one.last]
    return f"{escaped(before)}<b>{escaped(marked)}</b>{escaped(after)}"


def _marked(article: Article, held: list[Spoken]) -> str:
    one = held[0]
    spans = [Span(each.block, each.start, each.end) for each in held]
    return marked_words(line_of(article, Sentence(article.id, one.block, one.first, one.last), spans))
