"""The whole of an article's page: its parts, which are HTML, in their places.

No template, because to fill one takes longer than to join what stands in it, ten thousand times over.
"""

from typing import NamedTuple

from newsarchive.pages.overlay import quoted


class Parts(NamedTuple):
    """The parts of an article's page, all HTML.

    `retold` tells whether the wording is the archive's, `language` is the article's BCP 47 tag where it is not the
    site's own, and `neighbours` is "" where there are none.
    """

    title: str
    retold: bool
    facts: str
    jump: str
    language: str | None
    text: str
    side: str
    steps: str
    cite: str
    neighbours: str


_RETOLD = """
<p class="na-retold">The wording is this archive’s; the facts are the source’s.</p>"""


def article_html(page: Parts) -> str:
    """Return the HTML of an article's page."""
    language = f' lang="{quoted(page.language)}"' if page.language else ""
    beside = f"""<nav class=na-neighbours aria-label="Articles by date">
{page.neighbours}
</nav>
"""
    return f"""<div class="na-page na-article">
<header class=na-head>
<h1>{page.title}</h1>{_RETOLD if page.retold else ""}
<dl class=na-facts>{page.facts}</dl>
<nav class=na-jump aria-label="In this article">{page.jump}</nav>
</header>
<div class=na-text id=text{language}>
{page.text}
</div>
<aside class=na-side aria-label="In this article">
{page.side}
<script type=application/json>{page.steps}</script>
</aside>
<footer class=na-foot>
<section class=na-cite><h2 id=cite>Cite</h2>
{page.cite}
</section>
{beside if page.neighbours else ""}</footer>
</div>"""
