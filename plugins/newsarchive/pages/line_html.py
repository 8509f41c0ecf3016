"""A line of a concordance as HTML: an archive has more of them than of anything else, so no template writes them."""

from markupsafe import Markup, escape

from newsarchive.article import BlockKind
from newsarchive.pages.block_view import direction
from newsarchive.pages.concordance import Line, Piece


def line_html(line: Line, link: str, language: str | None) -> Markup:
    """Return a sentence whose marks lead to `link`; `language` is its BCP 47 tag where it is not the site's own."""
    opened = f' lang="{escape(language)}"' if language else ""
    href = escape(link)
    words = "".join([_piece(piece, href) for piece in line.pieces])
    before = '<span class="na-cut">…</span> ' if line.cut_before else ""
    after = ' <span class="na-cut">…</span>' if line.cut_after else ""
    kind = "" if line.block.kind is BlockKind.PARAGRAPH else f' <span class="na-from">{line.block.kind}</span>'
    notes = "".join([f' <span class="na-why">{escape(note)}</span>' for note in line.notes])
    shown = f'<span class="na-sentence" dir="auto"{opened}>{before}{words}{after}</span>{kind}{notes}'
    return Markup(shown)  # noqa: S704  # texts and values are escaped


def _piece(piece: Piece, href: str) -> str:
    return f'<a class="na-hit" href="{href}">{escape(piece.text)}</a>' if piece.marked else escape(piece.text)


def isolated(html: str, text: str, language: str | None) -> str:
    """Return `html`, whose words are `text`, in an element of its own where its language or direction may be another.

    `language` is its BCP 47 tag, None where it is the site's own.
    """
    if language:
        return f'<bdi lang="{escape(language)}">{html}</bdi>'
    return html if text.isascii() or direction(text) is None else f"<bdi>{html}</bdi>"
