"""Tokens: the tags and texts of a page, each with its place, in one pass.

Not the standard library's parser: it takes quadratic time over tags that never end, and its versions differ over what
stands in a script. What is read here is what HTML's own tokenizer reads, but for rules that no text depends on.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIMPLE = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]*+)(?P<rest>[^<>]*+)>")
_NAME = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?P<value>[^\s>\"'][^\s>]*+|(?=[\"'])|(?=>)))?+"
)
_PAIR = re.compile(r"([^\s/>=\"']++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?+")
_DATA = frozenset({"script", "style", "textarea", "title"})


class Token(NamedTuple):
    """A stretch of a page from `start` to before `end`: text where `tag` is "", else a tag in lower case.

    `closes` tells an end tag; `attributes` are those of a start tag, in lower case, values as they are written.
    """

    start: int
    end: int
    tag: str = ""
    closes: bool = False
    attributes: tuple[tuple[str, str], ...] = ()


def tokens(page: str) -> Iterator[Token]:
    """Yield the texts and tags of `page` in order; what is no text, as in a script or a declaration, is left out.

    A tag that never ends is left out with all that follows, as browsers do. The time is linear in the page's length.
    """
    at = text_start = 0
    while (found := page.find("<", at)) >= 0:
        token = _tag(page, found)
        if token is None:
            at = found + 1
            continue
        if text_start < found:
            yield Token(text_start, found)
        if token.tag:
            yield token
        at = text_start = _after(page, token)
    if text_start < len(page):
        yield Token(text_start, len(page))


def _tag(page: str, at: int) -> Token | None:
    """Return the tag that begins at `at`, one without a name for a declaration, or None where `<` is only a sign."""
    sign = page[at + 1 : at + 2]
    if sign in {"!", "?"} or (sign == "/" and not page[at + 2 : at + 3].isalpha()):
        return Token(at, page.find(">", at) + 1 or len(page))
    simple = _SIMPLE.match(page, at)
    if simple and not (simple["rest"].count('"') % 2 or simple["rest"].count("'") % 2):
        pairs = () if simple["close"] else _PAIR.findall(simple["rest"])
        attributes = tuple((name.lower(), value.strip("\"'")) for name, value in pairs)
        return Token(at, simple.end(), simple["name"].lower(), bool(simple["close"]), attributes)
    opened = _NAME.match(page, at)
    return _long_tag(page, opened) if opened else None


def _long_tag(page: str, opened: re.Match[str]) -> Token:
    """Return a tag whose attributes hold `<`, `>` or quotes within quotes; one without a name where it never ends."""
    attributes = []
    at = opened.end()
    while attribute := _ATTRIBUTE.match(page, at):
        at, value = attribute.end(), attribute["value"]
        if value == "" and page[at : at + 1] in {'"', "'"}:
            end = page.find(page[at], at + 1)
            if end < 0:
                return Token(opened.start(), len(page))
            value, at = page[at + 1 : end], end + 1
        attributes.append((attribute["name"].lower(), value or ""))
    end = page.find(">", at)
    if end < 0:
        return Token(opened.start(), len(page))
    return Token(opened.start(), end + 1, opened["name"].lower(), bool(opened["close"]), tuple(attributes))


def _after(page: str, token: Token) -> int:
    """Return where to go on after `token`: behind the contents of an element that holds no markup."""
    if token.closes or token.tag not in _DATA:
        return token.end
    closing = re.compile(f"</{token.tag}", re.IGNORECASE).search(page, token.end)
    return closing.start() if closing else len(page)
