"""The quality of the reading of saved pages: over pages that are made here, and over the gold ones where they are.

Measured on 22 November 2026, words in common with the true text, F1, a page each and then the mean: gold (61 pages)
0.987, where trafilatura alone has 0.962; made here (90 pages) 1.000, where it has 0.974. A floor is lowered only by
saying so in the change that lowers it.
"""

import gzip
import json
import re
import statistics
from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from trafilatura import extract

from newsarchive.reading.html.charset import page_text
from newsarchive.reading.html.page import read_page

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "pages"
GOLD_FLOOR, MADE_FLOOR = 0.985, 0.99
ENOUGH = 0.8

OPENINGS = ("The harbour office said", "In the afternoon the mayor told the council", "Nobody on the island knew")
CLOSINGS = (
    "that the ice would hold until the end of the month and that no ship would leave before.",
    "who was to pay for the coal, the bread and the wages of the forty men on the quay.",
    "what had become of the pilot's boat, which was last seen off the northern light on Sunday.",
    "how the letters should reach the mainland while the cable lay broken under the floes.",
)
PARAGRAPHS = [f"{opening} {closing}" for closing, opening in product(CLOSINGS, OPENINGS)]
TEASERS = [
    f"{word} and what the islanders think of it" for word in ("The new bridge", "A cold spring", "The last bread")
]
TITLE = "Ice closes the harbour"
DAY = "2031-01-13"

MENU = "<ul>{}</ul>".format("".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Weather")))
LINKS = "<ul>{}</ul>".format("".join(f'<li><a href="/x">{teaser}</a></li>' for teaser in TEASERS))
DATA = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": f"{DAY}T08:00:00Z",
    "publisher": {"name": "The Post"},
}
HEADS = {
    "JSON-LD": f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebSite"}, DATA]})}</script>',
    "broken JSON-LD": f'<script type="application/ld+json">{json.dumps([DATA])[:-1]},]</script>',
    "OpenGraph": f'<meta property="og:title" content="{TITLE} | The Post">'
    '<meta property="og:site_name" content="The Post">'
    f'<meta property="article:published_time" content="{DAY}">',
    "Dublin Core": f'<meta name="DC.title" content="{TITLE}"><meta name="DC.publisher" content="The Post">'
    f'<meta name="DC.date.issued" content="{DAY}">',
    "microdata": f'<meta itemprop="headline" content="{TITLE}"><meta itemprop="publisher" content="The Post">'
    f'<meta itemprop="datePublished" content="{DAY}">',
}
LAYOUTS = {
    "article": "<article><h1>{title}</h1>{text}</article>",
    "divisions": "<div id=main><div class=head><h2>{title}</h2></div><div class='story text'>{text}</div></div>",
    "old table": "<table><tr><td>{menu}</td><td><h1>{title}</h1>{text}</td></tr></table>",
    "chunks": "<h1>{title}</h1><div class=chunks>{chunks}</div>",
    "with a form": "<article><h1>{title}</h1>{text}<form><p>Your letter box</p><input></form></article>",
    "with related pages": "<article><h1>{title}</h1>{text}<aside><h3>Related stories</h3>{links}</aside></article>",
}
INSERTS = (
    "",
    '<p>Read more: <a href="/x">The new bridge and what the islanders think of it</a></p>',
    "<p>Advertisement</p>",
)


def made_pages():
    """Yield pages of every layout, way of stating and insertion, each with its true paragraphs."""
    for number, ((name, layout), (stating, head), insert) in enumerate(
        product(LAYOUTS.items(), HEADS.items(), INSERTS)
    ):
        own = PARAGRAPHS[number % 5 : number % 5 + 4 + number % 4]
        marked = [f"<p>{text}</p>" for text in own]
        text = "".join([*marked[:2], insert, *marked[2:]])
        chunks = "".join(f"<div class=row><div class=body>{one}</div></div><div class=ad>Ad</div>" for one in marked)
        body = layout.format(title=TITLE, text=text, chunks=chunks, menu=MENU, links=LINKS)
        around = f"{MENU}{body}<footer>© 2031 The Post</footer>"
        page = f"<html><head><title>{TITLE}</title>{head}</head><body>{around}</body></html>"
        yield f"{name}, {stating}", page, own


def f1(text, truth):
    own, true = (Counter(re.findall(r"\w+", each)) for each in (text, truth))
    common = (own & true).total()
    return 2 * common / (own.total() + true.total()) if common else 0.0


def read_text(page):
    return "\n".join(block.text for block in read_page(page, "a.html").body.blocks)


def scored(pages):
    """Return for each (page, truth) the F1 of what the project reads of it, and that of trafilatura alone."""
    return [
        (f1(read_text(page), truth), f1(extract(page, include_comments=False) or "", truth)) for page, truth in pages
    ]


def means(scores, name):
    """Return the mean of both, and print it: a measurement is to be seen."""
    ours, theirs = map(statistics.fmean, zip(*scores, strict=True))
    print(f"{name}: {ours:.4f}, trafilatura alone {theirs:.4f}")  # noqa: T201
    return ours, theirs


def test_the_text_of_pages_made_here_is_read():
    ours, theirs = means(scored([(page, "\n".join(own)) for _, page, own in made_pages()]), "made here")
    assert ours >= max(MADE_FLOOR, theirs)


def test_title_date_and_source_are_those_that_a_page_states():
    wrong = []
    for name, page, _ in made_pages():
        said = read_page(page, "a.html").statement
        if (said.title.value, said.date.value, said.publisher.value) != (TITLE, DAY, "The Post"):
            wrong.append(name)
    assert wrong == []


@pytest.fixture(scope="module")
def gold():
    """The scores of the gold pages; [] where they are not beside the project, which is printed."""
    if not GOLD.is_dir():
        print(f"{GOLD.parts[-2:]}: not there, so the floor over the gold pages is not measured")  # noqa: T201
        return []
    truth = json.loads((GOLD / "truth.json").read_text("utf-8"))
    files = [(gzip.decompress((GOLD / f"{name}.html.gz").read_bytes()), true) for name, true in sorted(truth.items())]
    return scored([(page_text(data), true["articleBody"]) for data, true in files])


def test_the_text_of_the_gold_pages_is_read_better_than_by_trafilatura(gold):
    if gold:
        ours, theirs = means(gold, "gold")
        assert ours >= max(GOLD_FLOOR, theirs)


def test_no_gold_page_is_read_badly(gold):
    assert [ours for ours, _ in gold if ours < ENOUGH] == []
