"""The pages of articles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from newsarchive.article import Article, BlockKind
from newsarchive.digest import digest
from newsarchive.export.citation import bibtex, cited_as, csl_json, ris, sentence
from newsarchive.pages.article_head import facts_html, jump_html, title_html
from newsarchive.pages.article_html import Parts, article_html
from newsarchive.pages.article_text import text_html
from newsarchive.pages.elsewhere import Others, company, elsewhere
from newsarchive.pages.finds import Finds, FindsOfArticles
from newsarchive.pages.overlay import escaped
from newsarchive.pages.page import Page
from newsarchive.pages.phrases import Phrases
from newsarchive.pages.plan import OneOf, Plan
from newsarchive.pages.setting import Setting
from newsarchive.pages.side_column import blocks_of_entities, named_in, side_column, side_html
from newsarchive.pages.steps import steps_json
from newsarchive.pages.trail import Trails

_DESCRIPTION = 160  # code points that search engines show of a description


def article_plans(setting: Setting) -> Iterator[Plan]:
    """Yield the plan of every article's page, by id; what is near in time tells of the same, and is made in turn."""
    desk, rank = _Desk(setting), setting.indexes.rank
    for article in setting.archive.articles:
        yield Plan(article.address, desk.inputs(article), OneOf(desk.pages, article), rank[article.id])


class _Aside(NamedTuple):
    """What stands beside an article's text, as HTML: the ways to its sections, the sections, the steps."""

    jump: str
    side: str
    steps: str


@dataclass(frozen=True)
class _Desk:
    """Where the pages of articles are made: what all of them look up and say."""

    setting: Setting

    @cached_property
    def _finds(self) -> FindsOfArticles:
        return FindsOfArticles(self.setting.archive)

    @cached_property
    def _trails(self) -> Trails:
        return Trails(self.setting.indexes)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.setting)

    def inputs(self, article: Article) -> bytes:
        """Return a digest of what the article's page shows: itself, its passages, and the articles that it leads to."""
        indexes = self.setting.indexes
        position = indexes.rank[article.id]
        passages = self.setting.archive.passages_of_article.get(article.id, ())
        in_a_row = indexes.digests[max(position - 1, 0) : position + 2]  # the articles before and after, and itself
        return digest(
            (*in_a_row, *[indexes.digest_of_passage(one.id) for one in passages], self._trails.ends[position])
        )

    def _neighbours(self, position: int) -> tuple[Article | None, Article | None]:
        """Return the articles before and after by date."""
        articles = self.setting.indexes.articles
        earlier = articles[position - 1] if position else None
        return earlier, articles[position + 1] if position + 1 < len(articles) else None

    def pages(self, articles: Sequence[Article]) -> list[Page]:
        """Make the pages of `articles`."""
        # Step by step, and not page by page: what a step is made with stays in the processor's own memory so, which
        # is a tenth of the time.
        finds = [self._finds.of(article) for article in articles]
        both = zip(articles, finds, strict=True)
        others = [elsewhere(self.setting.indexes, article, found.passages) for article, found in both]
        asides = [self._aside(*one) for one in zip(articles, finds, others, strict=True)]
        texts = [text_html(self._phrases, *one) for one in zip(articles, finds, others, strict=True)]
        cites = [self._cite(article) for article in articles]
        return [self._page(*one) for one in zip(articles, asides, texts, cites, strict=True)]

    def _aside(self, article: Article, finds: Finds, others: Mapping[str, Sequence[Others]]) -> _Aside:
        phrases, indexes = self._phrases, self.setting.indexes
        position = indexes.rank[article.id]
        blocks = blocks_of_entities(finds)
        named = named_in(phrases, blocks)
        beside = company(indexes, article, chain.from_iterable(others.values()))
        sections = side_column(phrases, finds, named, blocks, beside)
        step_of = dict(zip(blocks, self._trails.steps(position), strict=True))
        steps = steps_json(phrases, position, map(step_of.__getitem__, chain.from_iterable(named)))
        return _Aside(jump_html(sections), side_html(sections), steps)

    def _page(self, article: Article, aside: _Aside, text: str, cite: str) -> Page:
        phrases, indexes = self._phrases, self.setting.indexes
        position = indexes.rank[article.id]
        html = article_html(
            Parts(
                title=title_html(phrases, article),
                retold=article.retold,
                facts=facts_html(phrases, article, indexes.synopses[position].words),
                jump=aside.jump,
                language=phrases.here.foreign(article.language),
                text=text,
                side=aside.side,
                steps=aside.steps,
                cite=cite,
                neighbours=self._beside(position),
            )
        )
        return Page(article.address, article.title, html, description=_description(article), seed=article.seed)

    def _cite(self, article: Article) -> str:
        cited = cited_as(article, self.setting.site_url + article.address, self.setting.site_name)
        forms = "</pre><pre>".join([escaped(form(cited)) for form in (csl_json, bibtex, ris)])
        fold = f"<details><summary>CSL-JSON, BibTeX, RIS</summary><pre>{forms}</pre></details>"
        return f"<p>{escaped(sentence(cited))}</p>\n{fold}"

    def _beside(self, position: int) -> str:
        beside = zip(("Before", "After"), self._neighbours(position), strict=True)
        return "\n".join([f"<p>{way}: {self._phrases.article_link(one)}</p>" for way, one in beside if one])


def _description(article: Article) -> str:
    first = next((block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH), article.title)
    words = " ".join(first[: 2 * _DESCRIPTION].split())
    return words if len(words) <= _DESCRIPTION else words[: _DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
