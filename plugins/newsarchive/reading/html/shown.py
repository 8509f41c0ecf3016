"""Shown: the blocks of text that a browser shows of a page, and where each stands in the file."""

import html
import re
from collections import Counter
from dataclasses import dataclass

from newsarchive.article import Range
from newsarchive.reading.html.tokens import Token, tokens


def _tags(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_VOID = _tags("area base br col embed hr img input link meta param source track wbr")
_INLINE = _tags(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr img picture source"
)
_UNSEEN = _tags(
    "audio button canvas datalist head iframe map noscript object script select style svg template textarea title video"
)
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LIKE = {"li": "li", "dt": "dd", "dd": "dt", "tr": "tr", "td": "th", "th": "td", "p": "p", "option": "option"}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_POST = re.compile(r"\b(?:twitter-tweet|twitter-video|instagram-media|fb-post|tiktok-embed|bluesky-embed)\b")
_CAPTION = re.compile(r"(?:^|\s)(?:[\w-]*__|photo-|image-|wp-)?caption(?:-text)?(?=\s|\Z)", re.IGNORECASE)
_SIGNATURE = 3
_DEEPEST = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as a browser shows it: its text with all white space collapsed, and its place in the file.

    `tag` is the element that holds it (`p`, `h2`, `li` …), `within` the tags and classes of the three elements around
    it, from the outside in, `around` every tag around it. `linked` counts the code points that are links, `post` and
    `caption` say whether it stands in an embedded post or a caption; `post` numbers the posts from 1 and is 0 outside.
    """

    text: str
    range: Range
    tag: str
    within: tuple[str, ...]
    around: frozenset[str]
    linked: int = 0
    post: int = 0
    caption: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it is one of the six headings of HTML."""
        return self.tag in _HEADINGS


@dataclass(slots=True)
class _Open:
    """An element that is open: `mark` is its tag and its classes."""

    tag: str
    mark: str
    unseen: bool
    post: int
    caption: bool


def shown_blocks(page: str) -> tuple[Shown, ...]:
    """Return the blocks of `page` in order: what lies between two tags that end a line in a browser.

    Two line breaks end a block, one is a space. What is never seen (scripts, styles, `hidden`, `display: none`, forms'
    controls) is left out, and what is nested deeper than 500 elements is told from what is around it no longer.
    """
    reader = _Reader(page)
    for token in tokens(page):
        if not token.tag:
            reader.take_text(token)
        elif token.closes:
            reader.take_end(token)
        else:
            reader.take_start(token)
    reader.flush()
    return tuple(reader.found)


class _Reader:
    """Walks through the tokens of a page once, with the open elements on a stack."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.open: list[_Open] = [_Open("html", "html", unseen=False, post=0, caption=False)]
        self.counts: Counter[str] = Counter()
        self.found: list[Shown] = []
        self.pieces: list[str] = []
        self.start = self.stop = 0
        self.linked = self.breaks = self.posts = 0

    def take_start(self, token: Token) -> None:
        """Open an element; a tag that ends a line ends the block before it."""
        tag = token.tag
        if tag == "br":
            self.line_break()
            return
        if tag in _CELLS:
            self.close_like(tag)
            self.space()
        elif tag not in _INLINE:
            self.flush()
            self.close_like(tag)
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.push(tag, dict(token.attributes))

    def take_end(self, token: Token) -> None:
        """Close the nearest open element of this tag and all that is open in it."""
        if token.tag not in _INLINE and token.tag not in _CELLS:
            self.flush()
        if self.counts[token.tag]:
            while self.pop() != token.tag:
                pass

    def take_text(self, token: Token) -> None:
        """Take in text, unless it is not seen."""
        if self.open[-1].unseen:
            return
        raw = self.page[token.start : token.end]
        inked = raw.strip()
        if not inked:
            self.space()
            return
        if not self.pieces:
            self.start = token.start + len(raw) - len(raw.lstrip())
        self.stop = token.start + len(raw.rstrip())
        self.breaks = 0
        text = html.unescape(raw)
        self.pieces.append(text)
        if self.counts["a"]:
            self.linked += len(text.strip())

    def line_break(self) -> None:
        """Take one line break as a space and a second one as the end of the block."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        else:
            self.space()

    def space(self) -> None:
        """Part what stood before from what follows: a line break does, and the border of a table's cell."""
        if self.pieces:
            self.pieces.append(" ")

    def close_like(self, tag: str) -> None:
        """Close what `tag` closes without an end tag: the paragraph before, and an item the item before."""
        while self.open[-1].tag in _INLINE and len(self.open) > 1 and self.counts["p"]:
            self.pop()
        top = self.open[-1].tag
        if top == "p" or (tag in _LIKE and top in {tag, _LIKE[tag]}):
            self.pop()

    def push(self, tag: str, attributes: dict[str, str]) -> None:
        """Put an element on the stack."""
        outer = self.open[-1]
        classes = " ".join(sorted(attributes.get("class", "").split()))
        begins_post = not outer.post and _POST.search(classes) is not None
        self.posts += begins_post
        hidden = "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None
        self.open.append(
            _Open(
                tag,
                f"{tag}.{classes}" if classes else tag,
                unseen=outer.unseen or tag in _UNSEEN or hidden,
                post=self.posts if begins_post else outer.post,
                caption=outer.caption or tag == "figcaption" or _CAPTION.search(classes) is not None,
            )
        )
        self.counts[tag] += 1

    def pop(self) -> str:
        """Take the innermost element off the stack and return its tag."""
        tag = self.open.pop().tag
        self.counts[tag] -= 1
        return tag

    def flush(self) -> None:
        """End the block that is being read."""
        text = _SPACE.sub(" ", "".join(self.pieces)).strip()
        if text:
            self.found.append(self.block(text))
        self.pieces, self.linked, self.breaks = [], 0, 0

    def block(self, text: str) -> Shown:
        """Return the block with `text` that ends here."""
        outer = [one for one in self.open[-_SIGNATURE * 3 :] if one.tag not in _INLINE]
        last = self.open[-1]
        return Shown(
            text,
            Range(self.start, self.stop),
            outer[-1].tag if outer else "html",
            tuple(one.mark for one in outer[-_SIGNATURE:]),
            frozenset(tag for tag, count in self.counts.items() if count),
            min(self.linked, len(text)),
            last.post,
            last.caption,
        )
