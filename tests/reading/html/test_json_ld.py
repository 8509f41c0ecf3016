import json

import pytest

from newsarchive.reading.html.json_ld import articles_of, names_of, text_of

ARTICLE = {"@type": "NewsArticle", "headline": "Ice", "datePublished": "2031-01-13", "publisher": {"name": "Post"}}


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite"}, ARTICLE]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps({**ARTICLE, "@type": ["Thing", "ReportageNewsArticle"]}),
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        f"{json.dumps(ARTICLE)};",
        json.dumps(ARTICLE).replace("}}", "},}"),
        json.dumps(ARTICLE, indent=1).replace('"Ice"', '"Ice",,'),
        json.dumps(ARTICLE)[:-12],
        json.dumps({**ARTICLE, "description": "a\nb"}).replace("\\n", "\n"),
    ],
)
def test_the_article_is_found_however_it_is_wrapped_or_broken(script):
    (article,) = articles_of([script])
    assert (text_of(article["headline"]), article["datePublished"]) == ("Ice", "2031-01-13")


def test_what_is_referred_to_is_put_in_its_place():
    graph = [{**ARTICLE, "publisher": {"@id": "#p"}, "author": [{"@id": "#a"}, {"@id": "#none"}]},
             {"@id": "#p", "name": "Post"}, {"@id": "#a", "name": "Kim"}]  # fmt: skip
    (article,) = articles_of([json.dumps({"@graph": graph})])
    assert (names_of(article["publisher"]), names_of(article["author"])) == (["Post"], ["Kim"])


def test_the_article_with_headline_and_date_comes_first():
    teaser = {"@type": "Article", "headline": "Other"}
    assert [one["headline"] for one in articles_of([json.dumps([teaser, ARTICLE])])] == ["Ice", "Other"]


@pytest.mark.parametrize(
    "script",
    ["", "null", "1", '"x"', "{", "[" * 200_000, '{"a":' * 200_000, '{"@type": 1}', "NewsArticle " + "," * 200_000,
     '"headline": "' + "\\" * 200_000, json.dumps({"@type": "Person", "name": "Kim"})],
)  # fmt: skip
def test_what_is_no_article_is_none(script):
    assert all(not article.get("headline") for article in articles_of([script]))


@pytest.mark.parametrize(
    ("value", "names", "text"),
    [
        ("Kim", ["Kim"], "Kim"),
        ({"name": "Kim"}, ["Kim"], ""),
        ({"@value": "Kim"}, [], "Kim"),
        ([{"name": "Kim"}, "Ada", [["x"]], None], ["Kim", "Ada"], "Ada"),
        ({"name": ["Kim", "Ada"]}, ["Kim", "Ada"], ""),
        ({"name": {"name": "x"}}, [], ""),
        (None, [], ""),
        (7, [], ""),
    ],
)
def test_names_and_texts_of_whatever_stands_there(value, names, text):
    assert names_of(value) == names
    assert text_of(value) == text
