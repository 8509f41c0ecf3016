"""A month as a calendar, as HTML: an archive has hundreds, of thirty days each, so no template writes them."""

from newsarchive.pages.almanac import Tally
from newsarchive.pages.month import Month
from newsarchive.pages.setting import Here

KEY = (
    '<p class="na-from na-legend"><i class="na-pub">1</i> articles published that day; '
    '<i class="na-spoken">1</i> times that the articles speak of it</p>'
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HEAD = "".join([f'<th scope="col"><abbr title="{day}">{day[:2]}</abbr></th>' for day in _DAYS])


def month_html(here: Here, month: Month) -> str:
    """Return a month as a table; a day that has a page leads to it, and so does the month, but from its own."""
    address, words = month.tally.entry.address, month.tally.words
    name = words if address == here.address else f'<a href="{here.link(address)}">{words}</a>'
    weeks = "\n".join([f"<tr>{''.join([_day(here, *day) for day in week])}</tr>" for week in month.weeks])
    caption = f'{name} <span class="na-from">{_tally_words(month.tally)}</span>'
    return (
        f'<table class="na-table na-month">\n<caption>{caption}</caption>\n'
        f"<thead><tr>{_HEAD}</tr></thead>\n<tbody>\n{weeks}\n</tbody></table>\n"
    )


def _day(here: Here, day: int, tally: Tally | None) -> str:
    if tally is None:
        return f"<td>{day or ''}</td>"
    published = f'<i class="na-pub">{tally.published}</i>' if tally.published else ""
    spoken = f'<i class="na-spoken">{tally.spoken}</i>' if tally.spoken else ""
    opening = f'<a href="{here.link(tally.entry.address)}" aria-label="{day}: {_tally_words(tally)}">'
    return f"<td>{opening}<b>{day}</b>{published}{spoken}</a></td>"


def _tally_words(tally: Tally) -> str:
    published = f"{_count(tally.published, 'article')} published" if tally.published else ""
    spoken = f"spoken of {_count(tally.spoken, 'time')}" if tally.spoken else ""
    return f"{published}{', ' if published and spoken else ''}{spoken}"


def _count(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
