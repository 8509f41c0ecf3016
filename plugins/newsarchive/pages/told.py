"""What the articles tell of dates: sentences grouped by the date, or by its role."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from newsarchive.annotation import DateExpression, DateRole
from newsarchive.archive import grouped
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.almanac import address_of
from newsarchive.pages.concordance import ArticleLines, by_article, line_of
from newsarchive.pages.date_words import date_words
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheets import FEW

_ROLES = {
    DateRole.PLANNED: "planned: told as to come",
    DateRole.PAST: "past: told as done",
    DateRole.STATED: "stated: the words do not tell which",
    DateRole.PUBLISHED: "published: the date of a post or a dateline",
}


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences that speak of dates in one role, or of one date; `address` is that date's page."""

    heading: str
    articles: tuple[ArticleLines, ...]
    address: str | None = None


@dataclass(frozen=True, slots=True)
class CountedDate:
    """A date, an EDTF value, and how often it is spoken of."""

    edtf: str
    times: int


def counted_dates(expressions: Iterable[DateExpression]) -> tuple[CountedDate, ...]:
    """Return the dates that most of the expressions speak of, in order of time."""
    counts = Counter(expression.edtf for expression in expressions if expression.edtf is not None)
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FEW]
    return tuple(sorted((CountedDate(edtf, times) for edtf, times in most), key=lambda one: _time(one.edtf)))


def by_date(setting: Setting, expressions: Iterable[DateExpression]) -> tuple[Told, ...]:
    """Group expressions by their dates, in order of time; each line says the date's role."""
    resolved = (expression for expression in expressions if expression.edtf is not None)
    groups: dict[str, tuple[DateExpression, ...]] = grouped(resolved, lambda expression: str(expression.edtf))
    dates = sorted(groups, key=_time)
    return tuple(
        Told(date_words(edtf), _articles(setting, groups[edtf], lambda one: one.role.value), address_of(edtf))
        for edtf in dates
    )


def _time(edtf: str) -> tuple[date, date, str]:
    value = parse_edtf(edtf)
    return value.first, value.last, edtf


def by_role(setting: Setting, expressions: Iterable[DateExpression], own: str) -> tuple[Told, ...]:
    """Group expressions by their roles; each line says the date where it is not just the page's `own`."""
    groups = grouped(expressions, lambda expression: expression.role)
    return tuple(
        Told(words, _articles(setting, groups[role], lambda one: "" if one.edtf == own else date_words(one.edtf)))
        for role, words in _ROLES.items()
        if role in groups
    )


def _articles(
    setting: Setting, expressions: Iterable[DateExpression], note: Callable[[DateExpression], str]
) -> tuple[ArticleLines, ...]:
    sentences = grouped(expressions, setting.indexes.sentence)
    articles = setting.archive.article_by_id
    return by_article(
        line_of(articles[sentence.article], sentence, [one.span for one in held], filter(None, map(note, held)))
        for sentence, held in sentences.items()
    )
