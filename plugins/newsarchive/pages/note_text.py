"""Note text: the Markdown of a person's note as HTML that can do no harm."""

import re

from markdown_it import MarkdownIt
from markupsafe import Markup

_WELCOME = re.compile(r"(?:https?|mailto):", re.IGNORECASE)

# A heading would stand in the page's own order of headings, and a picture would be asked of another site.
_UNWELCOME = ("heading", "lheading", "image", "hr")


class _NoteMarkdown(MarkdownIt):
    """CommonMark without HTML, pictures and headings, with links to web and mail addresses only."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        self.disable(_UNWELCOME)

    def validateLink(self, url: str) -> bool:  # noqa: N802  # the library's name
        return super().validateLink(url) and _WELCOME.match(url) is not None


_MARKDOWN = _NoteMarkdown()


def note_html(text: str) -> Markup:
    """Return the Markdown `text` (CommonMark 0.31) as HTML; HTML in it is shown as the text that it is."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("rel", "nofollow noreferrer")
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}).strip())  # noqa: S704  # HTML is switched off
