import pytest

from newsarchive.annotate.synopsis import Dates
from newsarchive.pages.almanac import Unit, almanac_of
from newsarchive.pages.month import months_of
from newsarchive.pages.month_html import month_html
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.spoken import spoken_table


@pytest.fixture
def month(towns):
    """Return May 2021 with two expressions and an article on its third day, and one of the whole month."""
    dates = Dates("2021-05-03\n2021-05-03\n2021-05\n", bytes(3), places=bytes(60))
    almanac = almanac_of([towns.article_by_id["first"]], spoken_table([dates]))
    return months_of(almanac, almanac.of(Unit.MONTH)[0])[0]


def shown(month, towns, address):
    return month_html(Here(address, Setting(towns)), month)


def test_a_day_with_a_page_leads_to_it_and_tells_how_much_stands_there(month, towns):
    words = '<a href="../2021-05-03/index.html" aria-label="3: 1 article published, spoken of 2 times">'
    assert f'<td>{words}<b>3</b><i class="na-pub">1</i><i class="na-spoken">2</i></a></td><td>4</td>' in shown(
        month, towns, "dates/2021/"
    )


def test_weeks_are_whole(month, towns):
    table = shown(month, towns, "dates/2021/")
    assert table.count("<tr>") == 1 + 6
    assert "<tr><td></td><td></td><td></td><td></td><td></td><td>1</td><td>2</td></tr>" in table


def test_a_month_leads_to_its_page_but_not_from_there(month, towns):
    told = '<span class="na-from">1 article published, spoken of 3 times</span></caption>'
    assert f'<caption><a href="../2021-05/index.html">May 2021</a> {told}' in shown(month, towns, "dates/2021/")
    assert f"<caption>May 2021 {told}" in shown(month, towns, "dates/2021-05/")
