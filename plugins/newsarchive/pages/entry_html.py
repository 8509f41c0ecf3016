"""Articles and sentences in the lists of an entity as HTML: an archive has more of them than of anything else."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from newsarchive.article import Article, Origin
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.article_row import DERIVED, INFERRED, words_in
from newsarchive.pages.concordance import ArticleLines, shown_of
from newsarchive.pages.date_words import MONTHS, date_words
from newsarchive.pages.namings import Namings, run_starts
from newsarchive.pages.overlay import escaped
from newsarchive.pages.sentence_html import marked_words, sentence_html
from newsarchive.pages.setting import Here
from newsarchive.pages.sheets import MONTH, YEAR, period_words
from newsarchive.pages.statement_list import Saying
from newsarchive.pages.told_html import row_ends

_Place: TypeAlias = tuple[int, str, int, int]
"""A sentence: the position of its article, its block, and the code points of its text there."""


def entries_by_year(here: Here, found: Namings) -> list[tuple[str, str]]:
    """Return each year in words, with the list of its articles."""
    return _by_period(here, found, YEAR)


def entries_by_month(here: Here, found: Namings) -> str:
    """Return articles of one year as lists below their months; one list where they are of one month."""
    return _headed(_by_period(here, found, MONTH))


def _by_period(here: Here, found: Namings, length: int) -> list[tuple[str, str]]:
    """Return each year, or each month, in words, with the list of those articles that follow one another in it."""
    periods, lines = here.setting.indexes.periods[length], _lines(here, found)
    numbers = periods.numbers[found.positions]
    starts = run_starts(numbers).tolist()
    ends = (*starts[1:], len(lines))
    return [
        (period_words(periods.words[numbers[start]]), _listed(lines[start:end]))
        for start, end in zip(starts, ends, strict=False)
    ]


def _lines(here: Here, found: Namings) -> list[str]:
    """Return articles one a line: the day, the way to the first mention, how many there are if several."""
    known, root = here.setting.entry_ends, here.file("")
    return [  # a quarter of a million of them, so no function is called for each
        f"{opening}{root}{link}{block}{closing}" if count == 1 else f"{opening}{root}{link}{block}{closing} ×{count}"
        for position, count, block in found
        for opening, link, closing in (known.get(position) or _ends(here, position),)
    ]


def saying_entries(here: Here, said: Iterable[Saying]) -> str:
    """Return the sentences of the statements `said` as a list, each behind its article's day; years are headed."""
    years = here.setting.indexes.years
    groups = groupby(_sentences(said).items(), key=lambda one: years[one[0][0]])
    return _headed(
        [(period_words(year), _listed([_saying_entry(here, *one) for one in group])) for year, group in groups]
    )


def _sentences(said: Iterable[Saying]) -> dict[_Place, tuple[int, int]]:
    """Return where the first statement of each sentence begins and the last ends, in code points."""
    found: dict[_Place, tuple[int, int]] = {}
    for position, (_, _, _, block, start, end, first, last) in said:
        place = position, block, first, last
        known = found.get(place)
        found[place] = (min(known[0], start), max(known[1], end)) if known else (start, end)
    return found


def _headed(lists: Sequence[tuple[str, str]]) -> str:
    """Return lists below what heads each; one alone needs no heading."""
    headed = (f"<h2>{escaped(words[:1].upper() + words[1:])}</h2>\n{entries}" for words, entries in lists)
    return lists[0][1] if len(lists) == 1 else "\n".join(headed)


def _saying_entry(here: Here, place: _Place, marks: tuple[int, int]) -> str:
    position, block, first, last = place
    article = here.setting.indexes.articles[position]
    text = article.block_by_id[block].text
    start, end = shown_of(text, first, last, *marks)
    shown = f"{'… ' if start > first else ''}{text[start:end]}{' …' if end < last else ''}"
    opening, *_ = _row_ends(here, position)
    return f"{opening}#{block}>{short_date(article.date) or 'undated'}</a> {words_in(here, shown, article.language)}"


def lines_by_article(here: Here, articles: Iterable[ArticleLines]) -> str:
    """Return sentences below the articles that they stand in.

    A title leads to the block of the first of its sentences; a sentence of another block leads there itself.
    """
    rows = "".join([_lines_of(here, found) for found in articles])
    return f"<ul class=na-told>{rows}</ul>"


def _lines_of(here: Here, found: ArticleLines) -> str:
    article, above = found.article, found.lines[0].block.id
    opening, closing, _ = _row_ends(here, here.setting.indexes.rank[article.id])
    derived, inferred = _marks(article)
    date = date_words(article.date) if article.date else "date unknown"
    sentences = "".join(
        [sentence_html(here, article, line.block, marked_words(line), line.notes, above) for line in found.lines]
    )
    return f"{opening}#{above}{closing}{derived} <small>{date}</small>{inferred}{sentences}"


def _row_ends(here: Here, position: int) -> tuple[str, str, str]:
    return here.setting.told_ends[here.address.count("/")].get(position) or row_ends(here, position)


def _listed(items: Iterable[str]) -> str:
    return f"<ul class=na-entries>{''.join(items)}</ul>"


def _ends(here: Here, position: int) -> tuple[str, str, str]:
    """Return one line on an article in three, since it leads elsewhere from each page and to another block each time.

    They are what stands before the steps to the site's root, from there to the anchor, and after it.
    """
    setting = here.setting
    article = setting.indexes.articles[position]
    derived, inferred = _marks(article)
    day = f"{short_date(article.date)} {inferred}".strip()
    link = setting.links.between("", article.address)  # a slug and an anchor need no quotes
    title = words_in(here, article.title, article.language)
    ends = f"<li>{day}{day and ' '}<a href=", f"{link}#p", f">{title}</a>{derived}"
    setting.entry_ends[position] = ends
    return ends


def _marks(article: Article) -> tuple[str, str]:
    """Return what marks a title that is derived, and a date that is inferred; "" for what is stated."""
    derived = DERIVED if article.title_origin is Origin.DERIVED else ""
    return derived, INFERRED if article.date_origin is Origin.INFERRED else ""


@lru_cache(maxsize=1 << 15)
def short_date(edtf: str | None) -> str:
    """Return a date as short as it stands below its year: `20 Nov`, `Nov`; what is no day or month in full."""
    if edtf is None:
        return ""
    day = parse_edtf(edtf).first
    month = MONTHS[day.month - 1][:3]
    if edtf == day.isoformat():
        return f"{day.day} {month}"
    return month if edtf == day.isoformat()[:MONTH] else date_words(edtf)
