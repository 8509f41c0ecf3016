"""Statements of an article: what is one, who says it, and by which verb."""

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.statements import find_statements
from newsarchive.reading.seeds import read_seeds


@pytest.fixture
def told(article_of):
    """Find the statements of paragraphs as (words, speaker, verb)."""
    return lambda *texts: [(one.text, one.speaker, one.verb) for one in find_statements(article_of(*texts))]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "verb"),
    [
        ("“The pier is shut,” Lund said.", "The pier is shut,", "Lund", "said"),
        ('"The pier is shut," Lund said.', "The pier is shut,", "Lund", "said"),
        ('“The pier is shut", Lund said.', "The pier is shut", "Lund", "said"),
        ("„The pier is shut“, said Lund.", "The pier is shut", "Lund", "said"),
        ("«The pier is shut.» Lund said so.", "The pier is shut.", "Lund", "said"),
        ("‘I don’t know the boys’ pier,’ Lund said.", "I don’t know the boys’ pier,", "Lund", "said"),
        ("'I don't know the boys' pier,' Lund said.", "I don't know the boys' pier,", "Lund", "said"),
        ("`` We wait , '' said Ana Reyes , head of the yard .", "We wait ,", "Ana Reyes", "said"),
        ("“Why wait?” Lund asked of the board.", "Why wait?", "Lund", "asked"),
        ("“We will wait...” Lund said on the quay.", "We will wait...", "Lund", "said"),
        ("“We wait,” Ana Reyes, a 40-year-old welder, told the Harbour Post.", "We wait,", "Ana Reyes", "told"),
        ("“We wait,” Mr. J. Lund then added.", "We wait,", "Mr. J. Lund", "added"),
        ("“We wait,” said the head of the Port Agency in Ope.", "We wait,", "the head of the Port Agency", "said"),
        ("“We wait,” the ministry said in a statement.", "We wait,", "the ministry", "said"),
        ("“We wait,” she said on Friday.", "We wait,", None, "said"),
        ("“The pier is shut,” according to Lund.", "The pier is shut,", "Lund", "according to"),
        (
            "According to the ministry, “the pier was never safe.”",
            "the pier was never safe.",
            "the ministry",
            "according to",
        ),
        ("Lund told reporters: “We wait.”", "We wait.", "Lund", "told"),
        ("On Friday Ana Reyes said, “We wait.”", "We wait.", "Ana Reyes", "said"),
        (
            "But Lund told the board that “nobody had been asked at all” and left.",
            "nobody had been asked at all",
            "Lund",
            "told",
        ),
        ("“He said ‘no, never,’ and left,” Lund said.", "He said ‘no, never,’ and left,", "Lund", "said"),
        ("“I waited. Nobody came. I left,” Lund said.", "I waited. Nobody came. I left,", "Lund", "said"),
        ("“Nobody came to the pier that day.”", "Nobody came to the pier that day.", None, None),
    ],
)
def test_a_statement_has_a_speaker_and_a_verb_where_the_text_says_so(told, text, words, speaker, verb):
    assert told(text) == [(words, speaker, verb)]


@pytest.mark.parametrize(
    "text",
    [
        "He called the old town a “colony” that had “great plans” for itself.",
        'Citing "humanitarian" grounds, Lund moved the day.',
        "To press a claim would be “suicide.”",
        "She will carry the name of “loser” for good.",
        "They saw the film “The Long Way Home From Ope” twice.",
        "The sign said “No Entry Beyond This Point” in red.",
        "It’s the boys’ boat, and the ’90s are gone; rock ’n’ roll.",
        "It's the boys' boat, and the '90s are gone, aren't they.",
        'The 5"10\' board had a 6" hole, and the 7" pipe broke.',
        "“The pier was left open by all of them",
        "The “Tigers,” a club, lost.",
        "““””, “ ”, \"\", '' and ‘’",
    ],
)
def test_words_at_arms_length_are_no_statement(told, text):
    assert told(text) == []


def test_an_interrupted_quotation_keeps_its_speaker(told):
    assert told("“It is,” Lund said, “over. We go.” Nobody spoke.") == [
        ("It is,", "Lund", "said"),
        ("over. We go.", "Lund", "said"),
    ]


def test_a_quotation_that_follows_its_attribution_keeps_the_speaker(told):
    assert told("“It is over,” Lund said. “We go.”") == [("It is over,", "Lund", "said"), ("We go.", "Lund", "said")]


def test_a_new_sentence_ends_the_speakers_turn(told):
    assert told("“It is over,” Lund said. The sea rose. “We all go home at once.”")[1] == (
        "We all go home at once.",
        None,
        None,
    )


def test_a_quotation_may_run_over_paragraphs_that_each_open_it(told):
    assert told("“We waited for a year and more.", "“Nobody came,” Lund said.") == [
        ("We waited for a year and more.", None, None),
        ("Nobody came,", "Lund", "said"),
    ]


def test_the_spans_are_the_words_and_the_speaker(article_of):
    article = article_of("Rain fell. “We wait,” said Ana Reyes.")
    (one,) = find_statements(article)
    assert article.text_of(one.span) == one.text == "We wait,"
    assert article.text_of(one.speaker_span) == one.speaker == "Ana Reyes"


def test_the_seeds_statements(project):
    articles, problems = read_seeds(project / "seeds")
    assert problems == []
    found = {each.id: [(one.text, one.speaker, one.verb) for one in find_statements(each)] for each in articles}
    house = ("I'll burn down the house,", "Gagik Grigoryan", "told")
    assert found == {
        "aghdam-changes-hands": [house],
        "army-enters-aghdam": [
            ("The occupation would push Armenia onto the edge,", "Aliyev", "said"),
            ("Why is it silent?", "Aliyev", "asked"),
            house,
        ],
        "army-enters-kalbajar": [
            ("We will hold the enemy accountable...", "Aliyev", "said"),
            ("What is happening in Kalbajar is vandalism,", "Velyeddin Ismayilov", "told"),
            ("There is no greater happiness,", "Ismayilov", "said"),
        ],
    }


PIECES = st.sampled_from(
    [
        *("“", "”", "„", "«", "»", '"', "‘", "’", "'", "``", "''", " ", " ", ", ", ". ", "...", "?", ": ", "\n", "—"),
        *(
            "Lund",
            "Ana Reyes",
            "the ministry",
            "he",
            "said",
            "told",
            "according to",
            "We wait here",
            "a",
            "It",
            "İ",
            "\x00",
        ),
    ]
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.lists(PIECES, max_size=25).map("".join), max_size=3))
def test_whatever_the_text_the_spans_are_its_words_in_order(article_of, texts):
    own = article_of(*texts)
    found = find_statements(own)
    assert [own.text_of(one.span) for one in found] == [one.text for one in found]
    assert [own.text_of(one.speaker_span) for one in found if one.speaker] == [
        one.speaker for one in found if one.speaker
    ]
    for one, other in pairwise(found):
        assert one.span.block != other.span.block or one.span.end <= other.span.start


@pytest.mark.parametrize(
    "unit",
    [*("“", '"', '" ', "' ", "“a” ", '"A b." ', "“A.” said ", "„A“ ", "''", "“A.” The ", "said ", "“Aa, bb.” Aa, ")],
)
def test_hostile_text_takes_linear_time(article_of, unit):
    def seconds(size):
        own = article_of(unit * (size // len(unit)), "“x")
        start = time.process_time()
        find_statements(own)
        return time.process_time() - start

    assert seconds(200_000) < 0.5 + 10 * seconds(50_000)


def test_a_very_long_word_or_name_is_read_once(article_of):
    start = time.process_time()
    find_statements(
        article_of("“Go,” " + "the " + "a" * 200_000, "“Go,” " + "A" * 200_000 + " said", "“Go,” " + "A " * 100_000)
    )
    assert time.process_time() - start < 2
