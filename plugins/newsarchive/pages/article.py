"""The pages of articles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from newsarchive.annotation import Note
from newsarchive.article import Article, Block, BlockKind
from newsarchive.export.citation import Citation, bibtex, csl_json, ris, sentence
from newsarchive.pages.block_view import direction, keeps_lines
from newsarchive.pages.chronology import oldest_first
from newsarchive.pages.elsewhere import Company, Others, company, elsewhere
from newsarchive.pages.entity_entry import entity_entries
from newsarchive.pages.finds import Finds, FindsOfArticles, witnesses_in
from newsarchive.pages.label import labels
from newsarchive.pages.overlay import overlay
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.side_column import SideColumn, side_column
from newsarchive.pages.text_layers import text_layers
from newsarchive.pages.trail import Trails

_WORDS_A_MINUTE = 230  # silent reading of English prose: Brysbaert, Journal of Memory and Language 109 (2019), has 238
_DESCRIPTION = 160  # code points that search engines show of a description
_ANCHOR = re.compile(r'<[^<>]* id="([^"<>]*)"')


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block as its page shows it.

    `classes` say what it is, that a passage runs through it, and that its line breaks are kept; a plain paragraph has
    none. `others` are the passages that begin in it. `direction` is "auto" where it may run from right to left.
    """

    block: Block
    html: Markup
    classes: tuple[str, ...]
    others: tuple[Others, ...]
    notes: tuple[Note, ...]
    direction: str | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that an article's page shows."""

    article: Article
    blocks: tuple[BlockView, ...]
    side: SideColumn
    company: tuple[Company, ...]
    words: int
    minutes: int
    citation: Citation
    earlier: Article | None
    later: Article | None


def article_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of every article, by id."""
    finds, trails, named = FindsOfArticles(setting.archive), Trails(setting.archive), labels(setting)
    ordered = oldest_first(setting.archive.articles)
    later = {one.id: other for one, other in pairwise(ordered)}
    earlier = {other.id: one for one, other in pairwise(ordered)}
    for article in setting.archive.articles:
        found = finds.of(article)
        side = side_column(article, found, trails, named)
        yield _page(setting, article, found, side, (earlier.get(article.id), later.get(article.id)))


Neighbours = tuple[Article | None, Article | None]


def _page(setting: Setting, article: Article, finds: Finds, side: SideColumn, neighbours: Neighbours) -> Page:
    here = Here(article.address, setting)
    words = sum(len(block.text.split()) for block in article.blocks)
    minutes = max(1, round(words / _WORDS_A_MINUTE))
    blocks = tuple(_blocks(here, article, finds))
    citation = Citation(article, setting.site_url + article.address, setting.site_name)
    others = (one for block in blocks for one in block.others)
    view = ArticleView(article, blocks, side, company(others), words, minutes, citation, *neighbours)
    html = setting.render(
        "article.html", article.address, view=view, cite=_formats(citation), entity_entries=entity_entries
    )
    return Page(
        address=article.address,
        title=article.title,
        html=html,
        headings=tuple(_headings(view)),
        anchors=tuple(_ANCHOR.findall(html)),
        description=_description(article),
        seed=article.seed,
    )


def _formats(citation: Citation) -> tuple[tuple[str, str], ...]:
    return (
        ("Citation", sentence(citation)),
        ("CSL-JSON", csl_json(citation)),
        ("BibTeX", bibtex(citation)),
        ("RIS", ris(citation)),
    )


def _blocks(here: Here, article: Article, finds: Finds) -> Iterator[BlockView]:
    layers = text_layers(here, article, finds)
    others = elsewhere(here.setting.archive, article, finds.passages)
    shared = {
        part.block
        for passage in finds.passages
        for _, witness in witnesses_in(passage, article.id)
        for part in witness.parts
    }
    for block in article.blocks:
        yield BlockView(
            block,
            overlay(block.text, layers.get(block.id, ())),
            tuple(_classes(block, shared=block.id in shared)),
            tuple(others.get(block.id, ())),
            tuple(note for note in finds.notes if note.span.block == block.id),
            direction(block.text),
        )


def _classes(block: Block, *, shared: bool) -> Iterator[str]:
    if block.kind is not BlockKind.PARAGRAPH:
        yield f"na-{block.kind}"
    if shared:
        yield "na-passage"
    if keeps_lines(block):
        yield "na-lines"


def _headings(view: ArticleView) -> Iterator[Heading]:
    yield Heading(2, "text", "Text")
    for shown in view.blocks:
        if shown.block.kind is BlockKind.HEADING:
            yield Heading(3, shown.block.id, " ".join(shown.block.text.split()))
    for section in view.side.sections:
        yield Heading(2, section.anchor, section.title)
    yield Heading(2, "cite", "Cite")


def _description(article: Article) -> str:
    first = next((block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH), article.title)
    words = " ".join(first[: 2 * _DESCRIPTION].split())
    return words if len(words) <= _DESCRIPTION else words[: _DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
