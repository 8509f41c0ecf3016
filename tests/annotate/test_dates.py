"""Dates of an article: what each expression means, its role, its anchor and the words that decided."""

import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.annotate.dates import find_dates, rows_of_each
from newsarchive.annotate.dates.choosing import NEAR, Direction, chosen, is_undoubted
from newsarchive.annotate.dates.starts import starts
from newsarchive.annotate.rows import dates_of
from newsarchive.annotation import DateRole
from newsarchive.article import Article, Block, BlockKind, Origin, Range
from newsarchive.edtf_value import parse_edtf
from newsarchive.reading.seeds import read_seeds

PUBLISHED, PAST, PLANNED, STATED = DateRole.PUBLISHED, DateRole.PAST, DateRole.PLANNED, DateRole.STATED


def article(*texts, date="2021-06-16", kind=BlockKind.PARAGRAPH):  # a Wednesday
    blocks = tuple(Block(f"p{n}", kind, text, Range(0, len(text))) for n, text in enumerate(texts, 1))
    return Article("test", "test.txt", "Test", Origin.DERIVED, date, Origin.TEXT, blocks)


def values(text, date="2021-06-16"):
    return [(one.text, one.edtf) for one in find_dates(article(text, date=date))]


def only(text, **more):
    (one,) = find_dates(article(text, **more))
    return one


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It sank on November 20, 2020.", "November 20, 2020", "2020-11-20"),
        ("It sank on Nov. 20, 2020, in fog.", "Nov. 20, 2020", "2020-11-20"),
        ("It sank on Wednesday, Nov. 25, 2020, in fog.", "Wednesday, Nov. 25, 2020", "2020-11-25"),
        ("It sank on Monday, Nov. 25, 2020, in fog.", "Monday, Nov. 25, 2020", "2020-11-25"),
        ("It sank on 20 November 2020.", "20 November 2020", "2020-11-20"),
        ("It sank on 20 NOVEMBER 2020.", "20 NOVEMBER 2020", "2020-11-20"),
        ("It sank on november 20, 2020.", "november 20, 2020", "2020-11-20"),
        ("It sank on March 12 2009.", "March 12 2009", "2009-03-12"),
        ("It sank on December 10 , 2013 .", "December 10 , 2013", "2013-12-10"),
        ("It sank on the 3rd of May, 2019.", "3rd of May, 2019", "2019-05-03"),
        ("It sank on May 3rd, 2019.", "May 3rd, 2019", "2019-05-03"),
        ("It sank on 2020-11-20.", "2020-11-20", "2020-11-20"),
        ("It sank at 2020-11-20T10:15Z.", "2020-11-20", "2020-11-20"),
        ("It sank on 11/20/2020.", "11/20/2020", "2020-11-20"),
        ("It sank on 20/11/2020.", "20/11/2020", "2020-11-20"),
        ("It sank on 20.11.2020.", "20.11.2020", "2020-11-20"),
        ("It sank on 5/5/2020.", "5/5/2020", "2020-05-05"),
        ("It sank on 10/30/89.", "10/30/89", "1989-10-30"),
        ("It sank on Nov. 9-12, 2020.", "Nov. 9-12, 2020", "2020-11-09/2020-11-12"),
        ("It sank on 9-12 November 2020.", "9-12 November 2020", "2020-11-09/2020-11-12"),
        ("It sank in November 2020.", "November 2020", "2020-11"),
        ("It sank in May of 2020.", "May of 2020", "2020-05"),
        ("It sank in 1993.", "1993", "1993"),
        ("It sank in late 1993.", "late 1993", "1993"),
        ("It has lain there since 1991.", "1991", "1991"),
        ("The 1991 settlement failed.", "1991", "1991"),
        ("It lasted from 1987-88 on.", "1987-88", "1987/1988"),
        ("It lasted from 1914-1918.", "1914-1918", "1914/1918"),
        ("It fled in the early 1990s.", "early 1990s", "199X"),
        ("It fled in the mid-1990s.", "mid-1990s", "199X"),
        ("It fled in the '80s.", "'80s", "198X"),
        ("It has been low since '82.", "'82", "1982"),
        ("It fell in the '87 crash.", "'87", "1987"),
        ("It stood in the 19th century.", "19th century", "18XX"),
        ("In fiscal 1989 it earned little.", "1989", "1989~"),
        ("It earned little in the third quarter of 1989.", "third quarter of 1989", "1989-07/1989-09"),
        ("It earned little in 1989's second half.", "1989's second half", "1989-07/1989-12"),
        ("It opened in the spring of 1988.", "spring of 1988", "1988-21"),
        ("It opened on New Year's Eve 1988.", "New Year's Eve 1988", "1988-12-31"),
        ("Security grew after the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
        ("Security grew after 9/11.", "9/11", "2001-09-11"),
    ],
)
def test_a_date_that_needs_no_anchor(text, words, edtf):
    one = only(text, date="2021-06-16")
    assert (one.text, one.edtf) == (words, edtf)
    assert one.candidates == ()
    parse_edtf(one.edtf)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It broke out on Sept. 27.", "Sept. 27", "2020-09-27"),
        ("It will close on Sept. 27.", "Sept. 27", "2021-09-27"),
        ("It broke out on Friday, Sept. 27.", "Friday, Sept. 27", "2019-09-27"),
        ("It will close on Feb. 10.", "Feb. 10", "2022-02-10"),
        ("It will close next week on Tuesday; it was Tuesday of this week.", "Tuesday of this week", "2021-06-15"),
        ("It was signed on 10 June.", "10 June", "2021-06-10"),
        ("A June 30 hearing has been scheduled.", "June 30", "2021-06-30"),
        ("The firm said it would close on June 10.", "June 10", "2021-06-10"),
        ("The visit was moved to June 30.", "June 30", "2021-06-30"),
        ("It lasted from June 7-9.", "June 7-9", "2021-06-07/2021-06-09"),
        ("Sales fell in November.", "November", "2020-11"),
        ("Sales will rise in November.", "November", "2021-11"),
        ("It was seen last March.", "last March", "2021-03"),
        ("It was seen last June.", "last June", "2020-06"),
        ("It is seen next June.", "next June", "2022-06"),
        ("It closed in November last year.", "November last year", "2020-11"),
        ("It closed on March 15 of this year.", "March 15 of this year", "2021-03-15"),
        ("It closes by early July.", "early July", "2021-07"),
        ("It closed on Thursday.", "Thursday", "2021-06-10"),
        ("It closed on Wednesday.", "Wednesday", "2021-06-16"),
        ("It will close on Thursday.", "Thursday", "2021-06-17"),
        ("A vote is expected Tuesday.", "Tuesday", "2021-06-22"),
        ("It closed last Wednesday.", "last Wednesday", "2021-06-09"),
        ("It goes on next Wednesday.", "next Wednesday", "2021-06-23"),
        ("It goes on this Friday.", "this Friday", "2021-06-18"),
        ("It closed on Tuesday of last week.", "Tuesday of last week", "2021-06-08"),
        ("On Wendesday it closed.", "Wendesday", "2021-06-16"),
        ("It closed on Tusday.", "Tusday", "2021-06-15"),
        ("It closed today.", "today", "2021-06-16"),
        ("It closed TOday.", "TOday", "2021-06-16"),
        ("It closed yesterday.", "yesterday", "2021-06-15"),
        ("It closed the day before yesterday.", "the day before yesterday", "2021-06-14"),
        ("It will close tomorrow.", "tomorrow", "2021-06-17"),
        ("It closed last week.", "last week", "2021-06-07/2021-06-13"),
        ("It closed last weekend.", "last weekend", "2021-06-12/2021-06-13"),
        ("It will close next month.", "next month", "2021-07"),
        ("It will close later this year.", "later this year", "2021"),
        ("It will close by the end of the year.", "end of the year", "2021"),
        ("It fell in the last quarter of this year and last quarter.", "last quarter", "2021-01/2021-03"),
        ("It closed last decade.", "last decade", "201X"),
        ("Two weeks ago it closed.", "Two weeks ago", "2021-06-02~"),
        ("It closed 10 days ago.", "10 days ago", "2021-06-06"),
        ("It closed three months ago.", "three months ago", "2021-03"),
        ("It closed a year ago.", "a year ago", "2020"),
        ("It closed about five years ago.", "five years ago", "2016~"),
        ("It will close ten years from now.", "ten years from now", "2031"),
        ("It closed on Christmas Eve.", "Christmas Eve", "2020-12-24"),
        ("First-quarter profit fell.", "First-quarter", "2021-01/2021-03"),
        ("Third-quarter profit fell.", "Third-quarter", "2020-07/2020-09"),
        ("It was hot this summer.", "this summer", "2021-22"),
    ],
)
def test_a_date_that_is_counted_from_publication(text, words, edtf):
    found = find_dates(article(text))
    (one,) = [one for one in found if one.text == words]
    assert one.edtf == edtf
    assert one.anchor == "2021-06-16"
    parse_edtf(one.edtf)


def test_the_dates_of_each_of_many_articles_are_those_of_the_article():
    articles = [
        article("It sank.", "It rose on Friday. That day it rained."),
        article("That day it rained.", date=None),
    ]
    found = [tuple(dates_of(*one)) for one in zip(("test", "test"), rows_of_each(articles), strict=True)]
    assert found == [find_dates(one) for one in articles]
    assert [one.text for one in find_dates(articles[0])] == ["Friday", "That day"]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-190, 190), st.sampled_from(Direction))
def test_a_day_that_lies_so_near_that_it_is_undoubted_is_the_one_that_is_chosen(published, ahead, direction):
    day = published + timedelta(days=ahead)
    years = [day] if (day.month, day.day) == (2, 29) else [day.replace(year=day.year + step) for step in (-1, 0, 1)]
    readings = chosen(
        [parse_edtf(one.isoformat()) for one in years], parse_edtf(published.isoformat()), direction, NEAR
    )
    assert readings == (day.isoformat(),) or not is_undoubted(ahead, direction)


@pytest.mark.parametrize("name", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
def test_a_weekday_with_two_letters_in_the_wrong_order_is_that_weekday(name):
    (as_it_should_be,) = values(f"It closed on {name}.")
    for at in range(1, len(name) - 2):
        written = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        assert values(f"It closed on {written}.") == [(written, as_it_should_be[1])]


@pytest.mark.parametrize("name", ["Tuesday", "Wednesday", "Thursday", "Saturday"])
def test_a_weekday_with_a_letter_too_many_too_few_or_wrong_is_a_weekday(name):
    for at in range(1, len(name) - 1):
        for written in (f"{name[:at]}x{name[at:]}", f"{name[:at]}x{name[at + 1 :]}", name[:at] + name[at + 1 :]):
            assert only(f"It closed on {written}.").text == written


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In May 2019 it closed. A year earlier it had opened.", "2018-05"),
        ("It closed on May 3, 2019. Two days later it opened.", "2019-05-05"),
        ("It closed on May 3, 2019. The following month it opened.", "2019-06"),
        ("It closed on May 3, 2019. Later that year it opened.", "2019"),
        ("It closed on May 3, 2019, and ended the day at 40.", "2019-05-03"),
        ("It closed on May 3, 2019. The next day it opened.", "2019-05-04"),
        ("It closed in 2019, and fell later in the day.", "2021-06-16"),
        ("It fell on the same day.", None),
        ("Sales rose in May 2019 from the same period of the previous year.", "2018-05"),
        ("Sales fell by half from the year-earlier period.", "2020"),
    ],
)
def test_a_date_that_is_counted_from_another(text, wanted):
    found = find_dates(article(text))
    assert (found[-1].edtf if found else None) == wanted


@pytest.mark.parametrize(
    ("text", "date", "candidates"),
    [
        ("It sank on 03/04/2020.", "2021-06-16", {"2020-03-04", "2020-04-03"}),
        ("It sank on 03/04/2020.", None, {"2020-03-04", "2020-04-03"}),
        ("It sank on 10/30/89.", None, {"1989-10-30", "2089-10-30"}),
        ("December 3: a report", "2021-06-16", {"2020-12-03", "2021-12-03"}),
        ("a report for last summer", "2021-06-16", {"2020-22", "2021-22"}),
        ("It closes on Nov. 25.", None, set()),
        ("It closed on Thursday.", None, set()),
        ("It closed on Thursday.", "2021-06", set()),
        ("It closed yesterday.", "2021", set()),
        ("It closed on Friday.", "0001-01-01", set()),
        ("It will close ten years from now.", "9999-12-31", set()),
        ("It closed in May of last year.", "199X", set()),
        ("It was hot last summer.", None, set()),
        ("Third-quarter profit fell.", "2020/2021", set()),
        ("It closed last month.", None, set()),
        ("It closed in November.", None, set()),
        ("It closed 9999 years ago.", "2021-06-16", set()),
    ],
)
def test_what_has_two_readings_or_nothing_to_count_from_is_no_guess(text, date, candidates):
    one = only(text, date=date)
    assert one.edtf is None
    assert set(one.candidates) == candidates


@pytest.mark.parametrize("words", ["2019-02-29", "02/29/2019", "29.02.2019", "2/29/19", "01/02/0000"])
def test_a_day_that_its_year_does_not_have_is_no_date(words):
    assert find_dates(article(f"It was on {words} that it rained.", date="2020-01-01")) == ()


def test_a_date_in_numbers_that_can_be_the_day_of_publication_is_that_day():
    assert only("Oslo, 03/04/2020", date="2020-04-03").edtf == "2020-04-03"


@pytest.mark.parametrize(
    ("date", "text", "edtf"),
    [
        ("2021-06", "It broke out on Sept. 27.", "2020-09-27"),
        ("2021-06", "It closed last month.", "2021-05"),
        ("2021", "It closed last year.", "2020"),
        ("2021", "It will open in November.", "2021-11"),
    ],
)
def test_an_article_dated_by_month_or_year_anchors_what_it_can(date, text, edtf):
    one = only(text, date=date)
    assert (one.edtf, one.anchor) == (edtf, date)


@pytest.mark.parametrize(
    ("text", "edtf", "role", "cue"),
    [
        ("The ferry sank on Monday.", "2021-06-14", PAST, "sank"),
        ("The ferry will sail on Monday.", "2021-06-21", PLANNED, "will sail"),
        ("The ferry sails no later than Sept. 1.", "2021-09-01", PLANNED, "no later than"),
        ("The pier is to be cleared by Sept. 1.", "2021-09-01", PLANNED, "by"),
        ("The pier stays closed until Monday.", "2021-06-21", PLANNED, "until"),
        ("The pier was to open on Monday.", "2021-06-21", PLANNED, "was to open"),
        (
            "Under the original schedule the pier was to open on Monday.",
            "2021-06-14",
            PLANNED,
            "original schedule … was to open",
        ),
        ("The pier should have opened on June 1.", "2021-06-01", PLANNED, "should have opened"),
        ("Lund said Monday that the pier will open.", "2021-06-14", PAST, "said"),
        ("Lund said the pier will open Monday.", "2021-06-21", PLANNED, "will open"),
        ("Lund said that on Monday the pier will open.", "2021-06-21", PLANNED, "will open"),
        ("Lund could not be reached Monday.", "2021-06-14", PAST, "could not be reached"),
        ("On Monday the pier opened; it will close later.", "2021-06-14", PAST, "opened"),
        ("The contract may be signed on Sept. 12.", "2021-09-12", PLANNED, "may be signed"),
        ("Pier to open on Monday", "2021-06-21", PLANNED, "to open"),
        ("The visit was moved to July 30.", "2021-07-30", PLANNED, "moved"),
        ("By Monday, all had left the pier.", "2021-06-14", PAST, "had"),
        ("It cost little as of Dec. 31.", "2020-12-31", PAST, "cost"),
        ("The matter is reported in July.", "2021-07", PLANNED, None),
        ("The war began in 1991.", "1991", PAST, "began"),
        ("The bridge is due in 2030.", "2030", PLANNED, "is due"),
        ("The pier has been shut since May.", "2021-05", PAST, "since"),
        ("Some 203,000 people live there today.", "2021-06-16", STATED, None),
        ("The ferry sank today.", "2021-06-16", PAST, "sank"),
        ("The ferry will sail today.", "2021-06-16", PLANNED, "will sail"),
    ],
)
def test_tense_and_cue_words_decide_direction_and_role(text, edtf, role, cue):
    one = only(text)
    assert (one.edtf, one.role, one.cue) == (edtf, role, cue)


@pytest.mark.parametrize(
    ("text", "role"),
    [("It sank in 1991.", PAST), ("It will sail in 2030.", PLANNED), ("Ferries of 1991", STATED)],
)
def test_without_a_date_of_publication_the_tense_tells_the_role(text, role):
    assert only(text, date=None).role is role


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The pier is open https://t.co/x pic.twitter.com/y — HARBOUR (@harbour) June 14, 2021", BlockKind.POST),
        ("The pier is open — HARBOUR (@harbour) June 14, 2021 https://t.co/x", BlockKind.POST),
        ("June 14, 2021", BlockKind.PARAGRAPH),
        ("Monday, June 14 , 2021", BlockKind.PARAGRAPH),
        ("(Published Monday, June 14, 2021)", BlockKind.PARAGRAPH),
        ("Published: June 14, 2021, 10:15 a.m. EST", BlockKind.PARAGRAPH),
        ("OPE, Norland, June 14 (NNA) — The pier is open.", BlockKind.PARAGRAPH),
        ("OPE, June 14 - The pier is open.", BlockKind.PARAGRAPH),
    ],
)
def test_a_byline_and_a_dateline_say_when_the_text_was_published(text, kind):
    one = only(text, kind=kind)
    assert (one.edtf, one.role, one.cue) == ("2021-06-14", PUBLISHED, None)


def test_a_dateline_stands_at_the_head_of_the_article_only():
    first, second = find_dates(article("OPE, June 14 — It sank.", "NNA, June 14 — It sank."))
    assert (first.role, second.role) == (PUBLISHED, PAST)


@pytest.mark.parametrize("kind", [BlockKind.POST, BlockKind.CAPTION])
def test_a_post_or_caption_is_counted_from_its_own_date(kind):
    monday, full = find_dates(article("The ferry sank on Monday. — HARBOUR (@h) May 5, 2019", kind=kind))
    assert (monday.edtf, monday.anchor, full.anchor) == ("2019-04-29", "2019-05-05", None)


@pytest.mark.parametrize(
    "text",
    [
        "It may 5 times fail.",
        "They march on Rome.",
        "Theresa May said so, May added.",
        "The Sun rose; Sun Li sat.",
        "Mr. Sat met Wed and Mon.",
        "April Stone and June Berg met Jan de Wit.",
        "The index closed at 2010.",
        "It rose to 1,990 and 2,020 in all.",
        "More than 1990 people came, and 1995 soldiers.",
        "It cost $1990, or €2010.",
        "Call 202 555 1990 or 555-2010.",
        "See https://example.org/2020/11/20/may-2020-x and user@2020.",
        "A score of 2010 won; flight 1990 left; Windows 2000 failed.",
        "He is 77, in his 30s, with 40-year-old twins.",
        "Temperatures in the 50s are common.",
        "Every Friday, on Sundays, and on a Monday they sing; Black Friday, Friday prayers, the Sunday Times.",
        "For two years, over the last year, in the past week, for the next month.",
        "It was said years ago and several weeks ago, two and a half years ago.",
        "Today's world is fast.",
        "The second half was dull, as was the third quarter.",
        "Sept. 31 and Feb. 30 are no days, nor is 2020-13-40, nor 31/31/2020.",
        "Version 1999.5 came at 3:1999.",
        "Munday, Sandy, Sunny and Freddy.",
        "May 20 percent of it rot?",
        "It closed two days later, the same day, and the following month.",
        "In the early 1900 miles it ran; in 1200 places; the scores rose from 1061 to 1128.",
        "USA Today wrote so, and they bloom every November and each April.",
        "A-1990 and B_1990 and #2020.",
        "The fifth-quarter results and the third half of 1989x.",
    ],
)
def test_what_is_no_date(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In May it closed.", ["May"]),
        ("The March elections failed.", []),
        ("In March the army came.", ["March"]),
        ("It closed in Sept. and reopened.", ["Sept."]),
        ("The accord of October, and the October war", ["October", "October"]),
        ("It lasted from 1985 to 1988.", ["1985", "1988"]),
        ("In 1,990 and in 1066.", ["1066"]),
        ("between Oct. 3 and Oct. 5", ["Oct. 3", "Oct. 5"]),
        ("Sunday's game and Friday morning.", ["Sunday", "Friday"]),
        ("1970s-style and pre-1991 laws", ["1970s", "1991"]),
        ("It opened in mid-May, pre-2010 or x-2011.", ["mid-May", "2010"]),
        ("May 9-12 people came, or May 5-9.", ["May 9", "May 5-9"]),
        ("more than 2000, at least 1999, up to 1998 and a number\u00a0of 1997", []),
        ("It fell for\u00a0the day, for the\tday, and a\u2009year ago.", ["the day", "the\tday", "a\u2009year ago"]),
    ],
)
def test_which_words_name_a_date(text, words):
    assert [one.text for one in find_dates(article(text))] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sank on 5 Augu\u017ft 2020.", ["2020"]),  # a long s, which `re` takes for an s
        ("It sank on 5 Apr\u0130l 2020.", ["2020"]),
        ("It sank on May 5 la\u017ft year.", ["May 5"]),
        ("It sank this pa\u017ft Friday, two fortn\u0130ghts ago, on 5\u017ft May.", ["Friday"]),
        ("FIR\u017fT quarter results, and those of May 2020 \ud800 and 2021.", ["May 2020", "2021"]),
        (
            "It sank on 20.11.\u0662\u0660\u0662\u0660 and \u0663 days ago.",
            ["20.11.\u0662\u0660\u0662\u0660", "\u0663 days ago"],
        ),
    ],
)
def test_letters_and_digits_of_other_scripts_do_no_harm(text, words):
    assert [one.text for one in find_dates(article(text))] == words


def test_the_seeds_dates(project):
    articles, problems = read_seeds(project / "seeds")
    assert problems == []
    found = {(one.article, one.text): one for each in articles for one in find_dates(each)}

    def told(article_id, words):
        one = found[article_id, words]
        return one.edtf, one.role

    handed, entered, kalbajar = "aghdam-changes-hands", "army-enters-aghdam", "army-enters-kalbajar"
    for each in (handed, entered):
        assert told(each, "Friday") == ("2020-11-20", PAST)
        assert told(each, "Thursday") == ("2020-11-19", PAST)
        assert told(each, "Nov. 25") == ("2020-11-25", PLANNED)
        assert told(each, "Dec. 1") == ("2020-12-01", PLANNED)
        assert told(each, "Sept. 27") == ("2020-09-27", PAST)
        assert told(each, "1993") == ("1993", PAST)
        assert told(each, "November 20, 2020") == ("2020-11-20", PUBLISHED)
    assert told(handed, "Sunday") == ("2020-11-15", PLANNED)
    assert told(kalbajar, "Two weeks ago") == ("2020-11-11~", PAST)
    assert told(kalbajar, "last week") == ("2020-11-16/2020-11-22", PAST)
    assert told(kalbajar, "Nov. 15") == ("2020-11-15", PLANNED)
    assert told(kalbajar, "Wendesday") == ("2020-11-25", PAST)
    assert told(kalbajar, "early 1990s") == ("199X", PAST)
    assert told(kalbajar, "Wednesday, Nov. 25, 2020") == ("2020-11-25", PAST)


PIECES = st.sampled_from(
    [
        *(
            "Nov.",
            "May",
            "March",
            "Sept. 31",
            "Friday",
            "Wendesday",
            "1993",
            "2020",
            "20",
            "3rd",
            "1990s",
            "'82",
            "199",
        ),
        *(
            "03/04/2020",
            "2020-11-20",
            "9999-12-31",
            "0001",
            "1000",
            "last",
            "next",
            "this",
            "the",
            "week",
            "year",
            "day",
        ),
        *(
            "two",
            "a",
            "9999",
            "ago",
            "later",
            "earlier",
            "same period",
            "today",
            "tomorrow",
            "third quarter of",
            "end of",
        ),
        *("will be", "was to", "should have", "said", "until", "by", "of", "to", "'s", "’", "“", "”", "(", "—", "@"),
        *(" ", " ", " ", ", ", ". ", "; ", "\n", "-", "/", "\u00a0", "٢٠٢٠", "ſun", "İ", "😀", "\x00", "January"),
    ]
)
DATES = st.sampled_from(
    [None, "2020-11-20", "2020-11", "2020", "199X", "0001-01-01", "9999-12-31", "2020-11-20?", "2020/2021"]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60), DATES, st.sampled_from(BlockKind))
def test_whatever_the_text_the_spans_are_its_words_in_order(text, date, kind):
    own = article(text, text, date=date, kind=kind)
    found = find_dates(own)
    assert [own.text_of(one.span) for one in found] == [one.text for one in found]
    assert all(one.text.strip() for one in found)
    for one, other in pairwise(found):
        assert one.span.block != other.span.block or one.span.end <= other.span.start
    for one in found:
        assert (one.edtf is None) or not one.candidates
        assert [parse_edtf(value).text for value in one.candidates] == list(one.candidates)
        assert one.edtf is None or parse_edtf(one.edtf)
    assert find_dates(replace(own)) == found


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "Nov. ",
            "1",
            "1,",
            ", ",
            "last ",
            "a day ",
            "1/1/",
            "2020-",
            "2020 ",
            "Friday, ",
            "Friday. ",
            "'80s ",
            "will ",
            "-",
            "A. ",
        ),
        *("Nov. 20, 2020 ", "two weeks ago ", "Monday was to ", "https://t.co/", "\n", "the same ", "A B, ", "to be "),
    ],
)
@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.POST])
def test_hostile_text_takes_linear_time(unit, kind):
    def seconds(size):
        own = article(unit * (size // len(unit)), kind=kind)
        start = time.process_time()
        find_dates(own)
        return time.process_time() - start

    assert seconds(100_000) < 0.5 + 10 * seconds(25_000)


def test_a_phrase_may_begin_with_a_digit_of_any_script():
    digits = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isdecimal()]
    assert all(starts(f"on {digit}") == [3] for digit in digits)
