"""Note Markdown: what turns the Markdown of a person's note into HTML that can do no harm."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
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


def rendered(text: str) -> Markup:
    """Return the Markdown `text` as HTML; see `note_html`."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        token.children = list(_with_safe_links(token.children or ()))
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}).strip())  # noqa: S704  # HTML is switched off


def _with_safe_links(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of a line, its links vouching for nothing; of a link without an address only the words."""
    leads = False
    for token in tokens:
        if token.type == "link_open":
            leads = bool(token.attrGet("href"))
            token.attrSet("rel", "nofollow noreferrer")
        if leads or token.type not in {"link_open", "link_close"}:
            yield token
