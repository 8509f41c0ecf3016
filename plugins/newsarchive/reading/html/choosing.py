"""Choosing: which of the blocks that a page shows are the article.

trafilatura decides, which is the best there is at it; but it returns text that it has put together anew, loses what a
page's layout tears apart, and keeps now and then what stands around the article. So its answer only marks the blocks
that the page shows; what stands among them in the same kind of element is filled in.
"""

import logging
from collections import Counter
from collections.abc import Sequence

from trafilatura import extract

from newsarchive.reading.html.shown import Shown
from newsarchive.reading.html.wording import grams_of, share_of, words_of

_MARKED = 0.8
"""The share of a block's four-word grams that trafilatura has to return."""
_STRICT = 0.6
"""Where its strict answer has this share of the words of its usual one or more, the strict one is taken."""
_MAIN = 0.4
"""The share of all chosen words that stands in the kind of element that holds the article."""
_PROSE = 10
"""Words of a block that is filled in at the end of the article."""
_LINKS = 0.3
"""The share of a block that is links, from which on it is not filled in."""

Marks = list[bool]


def chosen_blocks(page: str, shown: Sequence[Shown]) -> list[Shown]:
    """Return those of the blocks `shown` of `page` that are the article, in order; none where it has no article."""
    words = [words_of(block.text) for block in shown]
    usual, strict = (_marked(words, answer) for answer in _answers(page))
    marks = strict if _count(words, strict) >= _STRICT * _count(words, usual) else usual
    marks = _filled(shown, words, _once(shown, words, marks))
    return [block for block, mark in zip(shown, marks, strict=True) if mark]


def _answers(page: str) -> tuple[str, str]:
    """Return what trafilatura takes for the article, as usual and strictly; a text makes it ask nothing."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it complains of pages that have no article
    usual = extract(page, include_comments=False) or ""
    return usual, extract(page, include_comments=False, favor_precision=True) or ""


def _marked(words: Sequence[Sequence[str]], answer: str) -> Marks:
    lines = [words_of(line) for line in answer.splitlines()]
    whole, grams = set(lines), grams_of([word for line in lines for word in line])
    return [bool(each) and (each in whole or share_of(each, grams) >= _MARKED) for each in words]


def _count(words: Sequence[Sequence[str]], marks: Marks) -> int:
    return sum(len(each) for each, mark in zip(words, marks, strict=True) if mark)


def _once(shown: Sequence[Shown], words: Sequence[Sequence[str]], marks: Marks) -> Marks:
    """Unmark a text that stands outside of the article's own stretch of the page as well as in it."""
    start, end = _stretch(words, marks)
    inside = {block.text for block, mark in zip(shown[start:end], marks[start:end], strict=True) if mark}
    return [
        mark and (start <= at < end or block.text not in inside)
        for at, (block, mark) in enumerate(zip(shown, marks, strict=True))
    ]


def _stretch(words: Sequence[Sequence[str]], marks: Marks) -> tuple[int, int]:
    """Return the stretch in which the most words are marked, less those that are not (Kadane's algorithm)."""
    best = running = start = 0
    found = (0, 0)
    for at, (each, mark) in enumerate(zip(words, marks, strict=True)):
        if running <= 0:
            running, start = 0, at
        running += len(each) if mark else -len(each)
        if running > best:
            best, found = running, (start, at + 1)
    return found


def _filled(shown: Sequence[Shown], words: Sequence[Sequence[str]], marks: Marks) -> Marks:
    """Mark also what stands in the same kind of element as most of what is marked.

    Among the marked blocks that is every paragraph and heading, elsewhere only a block of ten words or more.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for block, each, mark in zip(shown, words, marks, strict=True):
        counts[block.within] += mark * len(each)
    main = {within for within, count in counts.items() if count and count >= _MAIN * counts.total()}
    inner = {within[:-1] for within in main}
    places = [at for at, mark in enumerate(marks) if mark]
    among = range(places[0], places[-1]) if places else range(0)

    def belongs(at: int, block: Shown) -> bool:
        if block.linked >= _LINKS * len(block.text):
            return False
        if block.within in main:
            return at in among or len(words[at]) >= _PROSE
        return at in among and block.is_heading and block.within[:-1] in inner

    return [mark or belongs(at, block) for at, (block, mark) in enumerate(zip(shown, marks, strict=True))]
