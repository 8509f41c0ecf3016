from hypothesis import given
from hypothesis import strategies as st

from newsarchive.article import Article, Block, BlockKind, Origin, Range
from newsarchive.parts import MEAN_RUN, runs


def article(name, text=""):
    block = Block("p1", BlockKind.PARAGRAPH, text, Range(0, len(text)))
    return Article(name, f"{name}.txt", name, Origin.DERIVED, None, Origin.UNKNOWN, (block,))


ARTICLES = [article(f"report-{number:05}") for number in range(20 * MEAN_RUN)]


def test_runs_hold_every_article_once_in_order():
    cut = list(runs(ARTICLES))
    assert [one for run in cut for one in run] == ARTICLES
    assert MEAN_RUN / 2 < len(ARTICLES) / len(cut) < 2 * MEAN_RUN
    assert list(runs([])) == []


@given(st.integers(0, len(ARTICLES) - 1))
def test_an_article_more_or_less_leaves_the_other_runs_as_they_are(number):
    without = {*runs(ARTICLES[:number] + ARTICLES[number + 1 :])}
    assert len({*runs(ARTICLES)} - without) <= 2


def test_runs_of_very_long_articles_are_short():
    articles = [article(str(number), "x" * 400_000) for number in range(7)]
    assert max(len(run) for run in runs(articles)) == 3
