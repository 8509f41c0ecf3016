import json
import re
from dataclasses import replace

import pytest

from newsarchive.annotation import Note, Passage, Witness
from newsarchive.archive import archive_of
from newsarchive.article import Article, Block, BlockKind, Origin, Range, Source, Span
from newsarchive.pages.article import article_plans
from newsarchive.pages.page import Links
from newsarchive.pages.setting import Setting


def _one(pages_of, article, **values):
    return pages_of(article_plans, archive_of((article,), **values))[article.address]


@pytest.fixture
def article():
    texts = (
        (BlockKind.PARAGRAPH, 'First <b>words</b> & "more" of it.'),
        (BlockKind.HEADING, "Then the rain"),
        (BlockKind.POST, "It rains.\n— A HOLM (@holm) May 4, 1920"),
        (BlockKind.CAPTION, "A mill. Credit: Ada"),
        (BlockKind.PARAGRAPH, "שלום לכם"),
    )
    blocks = tuple(
        Block(f"p{number}", kind, text, Range(0, 0), "A HOLM (@holm)" if kind is BlockKind.POST else None)
        for number, (kind, text) in enumerate(texts, start=1)
    )
    return Article("tale", "sub/tale.txt", "A <tale>", Origin.SIDECAR, "1920-05-04", Origin.SIDECAR, blocks)


def test_every_block_stands_unchanged_under_its_id(towns, pages_of, read_page):
    pages = pages_of(article_plans, towns)
    for article in towns.articles:
        soup = read_page(pages[article.address])
        assert [soup.find(id=block.id).get_text() for block in article.blocks] == [b.text for b in article.blocks]


def test_hostile_text_is_text(article, pages_of, read_page):
    page = _one(pages_of, article)
    soup = read_page(page)

    assert soup.h1.get_text() == "A <tale>"
    assert soup.find(id="p1").get_text() == article.blocks[0].text
    assert not soup.select("#p1 b, tale")


def test_blocks_look_like_what_they_are(article, pages_of, read_page):
    page = _one(pages_of, article)
    soup = read_page(page)

    assert [soup.find(id=f"p{number}").name for number in range(1, 6)] == ["p", "h2", "blockquote", "figcaption", "p"]
    assert "na-lines" in soup.find(id="p3").parent["class"]
    assert [tag["id"] for tag in soup.select("[dir=auto]")] == ["p5"]
    assert [tag.get_text() for tag in soup.select('a[href="#p3"]')] == ["¶3"]
    assert (page.seed, page.description) == ("sub/tale.txt", 'First <b>words</b> & "more" of it.')


def test_a_long_first_paragraph_is_cut_between_words_for_the_description(article, pages_of):
    long = article.blocks[0]._replace(text="word " * 100)
    description = _one(pages_of, replace(article, blocks=(long,))).description

    assert description.endswith("word…")
    assert len(description) <= 160


def test_the_head_states_where_all_of_it_comes_from(article, pages_of, read_page):
    source = Source("The Gazette", "https://gazette.example/1", "Ada Holm", "Agency")
    soup = read_page(_one(pages_of, replace(article, source=source, rights="Open", retold=True)))
    facts = {div.dt.get_text(): div.dd.get_text(" ", strip=True) for div in soup.select(".na-facts div")}

    assert facts == {
        "Source": "The Gazette", "Author": "Ada Holm", "Agency": "Agency", "Date": "4 May 1920",
        "Length": "24 words, 1 min", "Rights": "Open",
    }  # fmt: skip
    assert soup.select_one(".na-facts a")["href"] == "https://gazette.example/1"
    assert "facts are the source" in soup.select_one(".na-retold").get_text()


def test_a_source_whose_address_is_no_web_address_has_no_link(article, pages_of, read_page):
    soup = read_page(_one(pages_of, replace(article, source=Source("The Gazette", "javascript:alert(1)"))))

    assert not soup.select('[href^="javascript"]')


def test_no_guess_is_silent(article, pages_of, read_page):
    guessed = replace(
        article,
        title_origin=Origin.DERIVED,
        date_origin=Origin.INFERRED,
        date_evidence=Span("p3", 27, 38),
    )
    soup = read_page(_one(pages_of, guessed))

    assert [tag.get_text() for tag in soup.select(".na-mark")] == ["derived", "inferred"]
    assert soup.select_one('dd a[href="#p3"]').get_text() == "“May 4, 1920”"


def test_an_unknown_date_is_said_to_be_unknown(article, pages_of, read_page):
    soup = read_page(_one(pages_of, replace(article, date=None, date_origin=Origin.UNKNOWN)))

    assert "Dateunknown" in soup.select_one(".na-facts").get_text()


def test_foreign_text_says_its_language(article, pages_of, read_page):
    soup = read_page(_one(pages_of, replace(article, language="hy")))

    assert soup.find(id="text")["lang"] == "hy"
    assert soup.h1.bdi["lang"] == "hy"
    assert "lang" not in read_page(_one(pages_of, replace(article, language="en"))).find(id="text").attrs


def test_the_side_column_leads_to_the_places(towns, pages_of, read_page):
    soup = read_page(pages_of(article_plans, towns)["articles/first/"])
    sections = {part.h2.get_text(): part for part in soup.select(".na-side section")}

    assert list(sections) == ["Who", "Where", "When", "Statements"]
    norvik = sections["Where"].li
    assert norvik.a["href"] == "../../places/norvik/index.html"
    assert [link["href"] for link in norvik.find_all("a")[1:]] == ["#p1", "#p2", "#p3"]
    assert norvik.get_text() == "Norvik ¶1 ¶2 ¶3town, Норвик"
    assert [item.find(["a", "span"]).get_text() for item in sections["When"].select("li")] == [
        "1987", "3 May 2021", "10 May 2021",
    ]  # fmt: skip
    assert sections["Statements"].li.get_text() == "Ada Holm ¶3"


def test_the_steps_of_each_entity_stand_in_the_order_of_the_side_column(towns, pages_of, read_page):
    soup = read_page(pages_of(article_plans, towns)["articles/second/"])
    articles, steps = json.loads(soup.select_one(".na-side script").string)
    listed = [item.a.get_text() for item in soup.select("section:has(#who, #where) li")]

    assert articles == "first 3e|third undated"
    assert dict(zip(listed, steps.split("|"), strict=True)) == {
        "Ada Holm": "0.1 ",
        "Coast District": " ",
        "Norvik": "0.1 ",
        "Sund": " 1.1",
    }


def test_an_article_without_entities_has_no_steps(article, pages_of, read_page):
    soup = read_page(_one(pages_of, article))

    assert json.loads(soup.select_one(".na-side script").string) == ["", ""]


def test_no_page_tells_how_often_the_archive_names_somebody(towns, pages_of):
    """Else each page would change with every article that is added."""
    fewer = replace(towns, articles=towns.articles[:2])
    pages = [pages_of(article_plans, archive) for archive in (fewer, towns)]

    assert pages[0]["articles/first/"] == pages[1]["articles/first/"]
    assert pages[0]["articles/second/"] != pages[1]["articles/second/"]


def test_a_plan_changes_with_what_its_page_shows_and_with_nothing_else(towns, harbour):
    """The archive of two articles and that of three: only the second's page leads to the third."""
    fewer = replace(towns, articles=towns.articles[:2])
    few, all_ = ({plan.address: plan.inputs for plan in article_plans(Setting(one))} for one in (fewer, towns))

    assert few["articles/first/"] == all_["articles/first/"]
    assert few["articles/second/"] != all_["articles/second/"]
    assert len({plan.inputs for plan in article_plans(Setting(harbour))}) == 3


def test_an_article_of_five_hundred_passages_stays_light(write_archive, pages_of):
    text = "The mill by the old ford ground flour for nine towns until the dam gave way."
    archive = write_archive({"long": ("1901", *[text] * 500), "other": ("1902", *[text] * 500)})
    pairs = [("long", "other", f"p{number}") for number in range(1, 501)]
    passages = tuple(
        Passage(f"{block}x", 15, tuple(Witness(one, (Span(block, 0, 75),)) for one in (first, second)), 0)
        for first, second, block in pairs
    )
    page = pages_of(article_plans, replace(archive, passages=passages))["articles/long/"]

    assert len(page.html) < 300_000
    assert page.html.count("<details>") < 50


def test_a_passage_shows_where_else_it_stands_and_how_it_reads_there(harbour, pages_of, read_page):
    soup = read_page(pages_of(article_plans, harbour)["articles/alpha/"])
    fold = soup.find(id="p1").parent.details

    assert fold.summary.get_text() == "also in Title of beta, 3 June 1921"
    assert (fold.find("del").get_text(), fold.ins.get_text()) == ("nine", "six")
    assert fold.li.get_text() == "number: here “nine”, there “six”"
    assert [link["href"] for link in fold.select("a")] == [
        "../beta/index.html#p2",
        "../../passages/5ea1/index.html",
        "../../compare/alpha--beta/index.html#a-p1",
    ]
    assert [part["class"] for part in soup.select(".na-text > .na-passage")] == [["na-passage"]] * 3
    assert [item.get_text(" ", strip=True) for item in soup.select("#passages + ul li")] == [
        "Title of beta ¶1 ¶4 side by side"
    ]


def test_a_repetition_within_the_article_names_its_place(harbour, pages_of, read_page):
    soup = read_page(pages_of(article_plans, harbour)["articles/gamma/"])

    assert [fold.get_text() for fold in soup.select("summary")][:2] == [
        "also in this article, ¶2",
        "also in this article, ¶1",
    ]
    assert "word for word" in soup.details.get_text()
    assert not soup.select('a[href*="compare/"]')


def test_notes_stand_beside_what_they_quote(article, pages_of, read_page):
    note = Note("tale", Span("p2", 9, 13), "rain", "It was hail.", "A reader", "commenting", "1921-01")
    soup = read_page(_one(pages_of, article, notes=(note,)))

    assert soup.select_one(".na-noted").get_text() == "rain"
    assert soup.find(id="p2").parent.select_one(".na-note").get_text(" ", strip=True) == (
        "rain It was hail. commenting, A reader , January 1921"
    )


def test_citations_are_there_to_take(article, pages_of, read_page):
    page = pages_of(article_plans, archive_of((article,)), site_url="https://x.example/", site_name="An archive")
    soup = read_page(page["articles/tale/"])

    assert "https://x.example/articles/tale/" in soup.select_one(".na-cite p").get_text()
    assert [fold.summary.get_text() for fold in soup.select(".na-cite details")] == ["CSL-JSON, BibTeX, RIS"]
    assert [form.get_text()[:5] for form in soup.select(".na-cite details pre")] == ['[{"id', "@misc", "TY  -"]


def test_neighbours_by_date_lead_on(towns, pages_of, read_page):
    soup = read_page(pages_of(article_plans, towns, links=Links(index=""))["articles/second/"])

    assert [link["href"] for link in soup.select(".na-neighbours a")] == ["../first/", "../third/"]


def test_an_article_of_five_hundred_words_stays_light(towns, pages_of):
    words = "Norvik waits. " * 10
    blocks = tuple(Block(f"p{n}", BlockKind.PARAGRAPH, words, Range(0, 0)) for n in range(1, 26))
    mention = next(one for one in towns.mentions if one.entity == "places/norvik")
    plain = replace(towns.articles[0], blocks=blocks)
    found = [
        mention._replace(span=Span(block.id, place.start(), place.end()))
        for block in blocks
        for place in list(re.finditer("Norvik", words))[:2]
    ]
    archive = archive_of((plain,), towns.registry, mentions=found)

    assert len(pages_of(article_plans, archive)[plain.address].html.encode()) < 20_000
