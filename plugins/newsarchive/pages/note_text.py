"""Note text: the Markdown of a person's note as HTML."""

from markupsafe import Markup


def note_html(text: str) -> Markup:
    """Return the Markdown `text` (CommonMark 0.31) as HTML; HTML in it is shown as the text that it is."""
    from newsarchive.pages.note_markdown import rendered  # noqa: PLC0415  # most archives have no note, nor load Markdown

    return rendered(text)
