from newsarchive.annotation import Passage, Witness
from newsarchive.article import Span
from newsarchive.pages.elsewhere import MOST_SHOWN, MOST_UNFOLDED, company, elsewhere
from newsarchive.pages.indexes import Indexes


def _found(archive, article):
    return elsewhere(Indexes(archive), archive.article_by_id[article], archive.passages_of_article[article])


def test_a_witness_sees_the_others_from_where_it_begins(harbour):
    found = _found(harbour, "alpha")
    (first,) = [one for others in found["p1"] for one in others.shown]

    assert (first.article.id, first.anchor) == ("beta", "p2")
    assert first.compare == "compare/alpha--beta/"
    assert [(one.kind, one.ours.split()[0], one.theirs.split()[0]) for one in first.differences] == [
        ("number", "nine", "six")
    ]


def test_the_other_side_sees_the_readings_the_other_way_round(harbour):
    found = _found(harbour, "beta")
    differences = [one for others in found["p2"] for other in others.shown for one in other.differences]

    assert [(one.ours.split()[0], one.theirs.split()[0]) for one in differences] == [("six", "nine")]


def test_an_article_that_repeats_itself_sees_itself_and_is_not_compared(harbour):
    found = _found(harbour, "gamma")

    assert [(one.article.id, one.anchor, one.compare, one.verbatim) for o in found["p1"] for one in o.shown] == [
        ("gamma", "p2", None, True)
    ]


def test_company_gathers_the_other_articles_with_the_places_here(harbour):
    found = (others for group in _found(harbour, "alpha").values() for others in group)
    (beta,) = company(Indexes(harbour), harbour.article_by_id["alpha"], found)

    assert (beta.article.id, beta.compare) == ("beta", "compare/alpha--beta/")
    assert beta.blocks == ("p1", "p4")
    assert not beta.own


def test_of_many_witnesses_a_few_are_shown_and_the_rest_counted(write_archive):
    text = "All the bells of the lower town rang at six, and then the bells of the upper town took it up."
    archive = write_archive({f"n{number}": (f"190{number}", text) for number in range(9)})
    witnesses = tuple(Witness(article.id, (Span("p1", 0, len(text)),)) for article in archive.articles)
    passage = Passage("x", 20, witnesses, 0)
    (others,) = elsewhere(Indexes(archive), archive.articles[4], (passage,))["p1"]

    assert [one.article.id for one in others.shown] == ["n0", "n1", "n2", "n3", "n5", "n6"]
    assert len(others.shown) == MOST_SHOWN
    assert others.more == 2


def test_of_very_many_repetitions_the_first_are_unfolded(write_archive):
    text = "All the bells of the lower town rang at six, and then the bells of the upper town took it up."
    archive = write_archive({"one": ("1901", *[text] * (MOST_UNFOLDED + 2))})
    witnesses = tuple(Witness("one", (Span(block.id, 0, len(text)),)) for block in archive.articles[0].blocks)
    found = elsewhere(Indexes(archive), archive.articles[0], (Passage("x", 20, witnesses, None),))

    assert [bool(others.shown) for (others,) in found.values()] == [True] * MOST_UNFOLDED + [False] * 2
    assert [others.more for (others,) in found.values()][-1] == MOST_UNFOLDED + 1
