"""A passage's page as HTML: witnesses, the text in common, the table of divergences."""

from collections.abc import Iterable, Sequence

from markupsafe import escape

from newsarchive.annotation import Passage
from newsarchive.article import Origin
from newsarchive.pages.anchors import pilcrow
from newsarchive.pages.article_row import article_row, words_tag
from newsarchive.pages.block_view import shortened
from newsarchive.pages.comparison import pieces_html
from newsarchive.pages.divergence_html import MOST_DIVERGENCES, divergences_html
from newsarchive.pages.overlay import escaped, quoted
from newsarchive.pages.passage_view import Common, DivergenceView, PassageView, WitnessView
from newsarchive.pages.setting import Here
from newsarchive.pages.sheet_page import part_list
from newsarchive.pages.sheets import Part

_READING = 200  # code points of a wording
_MOST_NUMBERS = 12  # witnesses that a wording names
_EARLIEST = ' <abbr class="na-mark" title="The dates of the articles say so; {}.">earliest</abbr>'


_UNDATED = " The dates do not tell which of them is the earliest."
_YEARS = "<p>The first stand here, and all of them by the year of their articles:</p>"
_SAME = "None: the witnesses have the same words."


def passage_html(here: Here, passage: Passage, view: PassageView, years: Sequence[Part]) -> str:
    """Return the HTML of a passage's page; `years` lead to the sheets of its witnesses.

    What has the first witness's very words says so and repeats none.
    """
    witnesses = "\n".join([_witness(here, witness) for witness in view.witnesses])
    listed = f"{_YEARS}\n{part_list(here, years, 'place')}" if years else ""
    told = [_divergence(one, len(view.witnesses)) for one in view.divergences[:MOST_DIVERGENCES]]
    heads = "Kind", "Readings, and the witnesses that have them"
    return f"""<div class="na-page na-passage-page">
<header class="na-head">
<p class="na-kicker">Passage</p>
<h1>“<bdi>{escape(view.excerpt)}</bdi>”</h1>
<p>{passage.words} words, in {len(passage.witnesses)} places.{_UNDATED if passage.earliest is None else ""}</p>
</header>
<section>
<h2 id="witnesses">Witnesses</h2>
<p class="na-from">By date. The others are set against the first: <del>struck</del> what only the first has, <ins>\
underlined</ins> what only they have.</p>
<ol class="na-witnesses">
{witnesses}
</ol>
{listed}</section>
<section>
<h2 id="common">In common</h2>
<blockquote dir="auto">{_common(view.common)}</blockquote>
</section>
<section>
<h2 id="divergences">Divergences</h2>
{divergences_html(heads, told, len(view.divergences), _SAME)}
</section>
</div>"""


def _witness(here: Here, witness: WitnessView) -> str:
    earliest = ""
    if witness.earliest:
        inferred = witness.article.date_origin is Origin.INFERRED
        why = "this one’s is inferred" if inferred else "what was written first may not be in the archive"
        earliest = _EARLIEST.format(why)
    texts = "".join([piece.text for piece in witness.pieces])
    quote = words_tag("blockquote", here, texts, witness.article.language)
    words = "" if witness.verbatim else f"\n{quote}{pieces_html(witness.pieces)}</blockquote>"
    return (
        f'<li id="w{witness.number}">\n<p>{article_row(here, witness.article)}{earliest}</p>{words}\n'
        f'<p class="na-from">{"word for word; " if witness.verbatim else ""}in the article: {_places(here, witness)}'
        f"{_compared(here, witness.compare)}</p>\n</li>"
    )


def _places(here: Here, witness: WitnessView) -> str:
    return places_html(here, witness.article.address, witness.blocks)


def places_html(here: Here, address: str, blocks: Iterable[str]) -> str:
    """Return the ways to blocks of the article at `address`."""
    return " ".join([f'<a href="{quoted(here.link(address, block))}">{pilcrow(block)}</a>' for block in blocks])


def _compared(here: Here, address: str | None) -> str:
    return f' · <a href="{quoted(here.link(address))}">side by side with the first</a>' if address else ""


def witness_rows(here: Here, passage: Passage, positions: Iterable[int]) -> str:
    """Return the witnesses at `positions` as the items of a list, an article and its places each."""
    articles = here.setting.archive.article_by_id
    rows = []
    for witness in (passage.witnesses[position] for position in positions):
        article = articles[witness.article]
        places = places_html(here, article.address, [part.block for part in witness.parts])
        rows.append(f"<li>{article_row(here, article)} {places}</li>")
    return "\n".join(rows)


def _common(common: Iterable[Common]) -> str:
    """Return what all witnesses have, with gaps where one has something else."""
    return " ".join([f"{'¶ ' if run.opens_block else ''}{_run(run)}" for run in common])


def _run(run: Common) -> str:
    return escaped(run.text) if run.shared else f'<span class="na-gap" title="{quoted(run.text)}">[…]</span>'


def _divergence(divergence: DivergenceView, shown: int) -> str:
    """Return a row of the table; the page lists the first `shown` witnesses, so ways lead to them."""
    readings = "".join([f"<li>{_reading(text, numbers, shown)}</li>" for text, numbers in divergence.readings])
    return f'<tr><th scope="row">{divergence.kind}</th><td><ul>{readings}</ul></td></tr>'


def _reading(text: str, numbers: Sequence[int], shown: int) -> str:
    words = f"<bdi>{escaped(shortened(text, _READING))}</bdi>" if text else '<span class="na-from">nothing</span>'
    named = ", ".join(
        [f'<a href="#w{number}">{number}</a>' if number <= shown else f"{number}" for number in numbers[:_MOST_NUMBERS]]
    )
    more = f" and {len(numbers) - _MOST_NUMBERS} more" if len(numbers) > _MOST_NUMBERS else ""
    return f"{words} {named}{more}"
