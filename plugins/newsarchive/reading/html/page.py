"""Page: a saved page becomes blocks and a statement of its metadata."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from newsarchive.article import Block, BlockKind, Range
from newsarchive.problem import Problem
from newsarchive.reading.body import Body, Piece, as_blocks, recognised
from newsarchive.reading.captions import Credit, photo_credit
from newsarchive.reading.html.choosing import chosen_blocks
from newsarchive.reading.html.lean import Lean, lean_page
from newsarchive.reading.html.shown import Shown, shown_blocks
from newsarchive.reading.html.stating import PageStatement, page_statement
from newsarchive.reading.html.trimming import trimmed
from newsarchive.reading.html.wording import words_of
from newsarchive.reading.posts import find_bylines

_MOST_MARKUP = 2_000_000
_MOST_TAGS = 150_000
_MOST_SHOWN = 10_000
_FEWEST_WORDS = 25
_STUB_WORDS = 150
_MORE = 1.5
_AS_TEXT = "copy the article's text from the browser into a file that ends in .txt"


@dataclass(frozen=True, slots=True)
class Page:
    """What came of a saved page; with problems `body` is empty.

    `is_stub` says that the page itself says that the article must be paid for, and holds fewer than 150 words of it.
    """

    body: Body
    statement: PageStatement
    is_stub: bool = False
    problems: tuple[Problem, ...] = ()


def read_page(page: str, path: str) -> Page:
    """Read the text of a saved page, `path` being its name in problems.

    A block's `text` is what a browser shows: entities resolved, white space collapsed; its `range` the stretch of the
    page from its first letter to its last, with the markup between. The headline is no block, but metadata. Problems
    are a page with more than 2,000,000 code points, 150,000 tags or 10,000 blocks besides scripts, styles, comments and
    pictures, and one with no article (25 words at least).
    """
    lean = lean_page(page)
    is_big = len(lean.text) > _MOST_MARKUP or lean.text.count("<") > _MOST_TAGS
    shown = () if is_big else shown_blocks(lean.text)
    if is_big or len(shown) > _MOST_SHOWN:
        return _refused(
            path, "page-too-big", "the page is too big to be one article, even without its pictures", _AS_TEXT
        )
    statement = page_statement(lean.text, page)
    own = trimmed(chosen_blocks(lean.text, shown), [one.value for one in statement.titles], statement.body)
    blocks = _stated_blocks(page, statement.body, own) or _blocks(lean, own)
    words = sum(len(words_of(block.text)) for block in blocks)
    if words >= _FEWEST_WORDS:
        return Page(Body(blocks), statement, is_stub=words < _STUB_WORDS and not statement.is_free)
    if statement.is_free:
        return _refused(path, "page-without-article", "no article was found in the page", _AS_TEXT)
    message = "the page holds hardly anything of an article that must be paid for"
    return _refused(path, "page-stub", message, f"open the whole article, then save it again or {_AS_TEXT}")


def _refused(path: str, code: str, message: str, hint: str) -> Page:
    return Page(Body(()), PageStatement(), problems=(Problem(path, 1, 1, code, message, hint),))


def _stated_blocks(page: str, stated: str, own: Sequence[Shown]) -> tuple[Block, ...]:
    """Return the text that the page's data holds, where it is half as long again as what the page shows of it.

    Its range is the whole page: in the data each letter may be written in other letters.
    """
    if len(words_of(stated)) < max(_FEWEST_WORDS, _MORE * sum(len(words_of(block.text)) for block in own)):
        return ()
    marked = stated if "<p" in stated else stated.replace("\n", "<br><br>")
    return tuple(
        block._replace(range=Range(0, len(page))) for block in _blocks(lean_page(marked), shown_blocks(marked))
    )


def _blocks(lean: Lean, own: Sequence[Shown]) -> tuple[Block, ...]:
    """Return the shown blocks as blocks of an article: posts in one piece, captions with their credits."""
    groups = [list(group) for _, group in groupby(enumerate(own), lambda each: each[1].post or -each[0])]
    texts = [" ".join(block.text for _, block in group) for group in groups]
    ranges = [Range(group[0][1].range.start, group[-1][1].range.end) for group in groups]
    text = "\n\n".join(texts)
    pieces, starts, start = [], [], 0
    for group, each in zip(groups, texts, strict=True):
        starts.append(start)
        pieces.append(_piece(text, Range(start, start + len(each)), group[0][1]))
        start += len(each) + len("\n\n")
    found = as_blocks(text, recognised(text, pieces))
    return tuple(_placed(block, starts, ranges, lean) for block in found)


def _piece(text: str, where: Range, block: Shown) -> Piece:
    if block.post:
        bylines = find_bylines(text, where)
        return Piece(BlockKind.POST, where, text[bylines[0].by.start : bylines[0].by.end] if bylines else None)
    if block.caption:
        credit = photo_credit(block.text) or Credit()
        return Piece(BlockKind.CAPTION, where, credit.by, credit.credit)
    if block.is_heading:
        return Piece(BlockKind.HEADING, where)
    return Piece(BlockKind.PARAGRAPH, where)


def _placed(block: Block, starts: Sequence[int], ranges: Sequence[Range], lean: Lean) -> Block:
    """Return `block`, whose range is one in the joined texts, with its range in the page."""
    first, last = (bisect_right(starts, at) - 1 for at in (block.range.start, block.range.end - 1))
    where = lean.original(Range(ranges[first].start, ranges[last].end))
    return block._replace(text=block.text.replace("\n\n", " "), range=where)
