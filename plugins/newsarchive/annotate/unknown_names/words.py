"""Words: where a block has words with a capital, and which of them its running text ties together."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from newsarchive.annotate.unknown_names.vocabulary import (
    EVENT_WORDS,
    MONTHS,
    ORGANISATION_WORDS,
    PARTICLES,
    STOPPERS,
    TAILS,
    TAKE_AND,
    TAKE_OF,
    TITLES,
    WEEKDAYS,
)
from newsarchive.article import Block, BlockKind
from newsarchive.sentence import sentences


def _class_of(letters: Iterable[str]) -> str:
    """Return the inside of a regular expression's class of `letters`, which are in order."""
    ranges: list[list[int]] = []
    for code in map(ord, letters):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in ranges)


_LAST_CASED = 0x1E943  # no letter beyond Adlam has case
_CAPITAL = _class_of(filter(lambda letter: letter.isupper() or letter.istitle(), map(chr, range(_LAST_CASED + 1))))
# Letters of scripts that put no space between words, and of Korean, which hangs its endings on foreign words.
_GLUED = r"\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_UNSPACED = re.compile(rf"[{_GLUED}]")
_LETTER = r"\w\u0300-\u036f\u00ad"
_WORD = re.compile(
    rf"(?<![^\W_{_GLUED}])(?<![@#])"
    rf"(?:[{_CAPITAL}](?:\.[{_CAPITAL}])+(?!\w)\.?|[{_CAPITAL}][{_LETTER}]*+(?:[-‐‑'’ʼ&][{_LETTER}]++)*+)"
)
_ANY_WORD = re.compile(r"[^\W\d_]{4,}+")
_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S*+|\S{1,60}+@\S*+")
_LINK_SIGNS = ("://", "www.", "pic.twitter.com/", "@")
_CREDIT = re.compile(r"\b(?:Photo |Image |Picture )?[Cc]redits?:")
_POSSESSIVE = re.compile(r"['’ʼ][sS]?_*\Z|_+\Z")
_TAIL = re.compile(rf"[-‐‑]{TAILS}(?:[-‐‑]\w+)*\Z")
_ARABIC_ARTICLE = re.compile(r"(?<![\w@#])(?:al|el|ul|as|ad|an|ar|at|az|ash|bin|abu)[-‐‑]\Z")
_DATED = re.compile(r"\.?\s{0,2}\d")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?\s\Z")
_PARTY = re.compile(r"[A-Z][-‐‑]\w")  # `(D-Ohio)`: an American politician's party and state

_BRACKET = re.compile(r"\(\s?\Z")

_SPACE = r"(?:[^\S\n]++\n?+[^\S\n]*+|\n[^\S\n]*+)"
_LINKED = re.compile(rf"{_SPACE}(of|on|for|and)(?:{_SPACE}the)?{_SPACE}")
_BOUND = re.compile(rf"{_SPACE}(?:(?:{'|'.join(sorted(PARTICLES))}|&){_SPACE}){{0,3}}")
_INITIAL = re.compile(r"\.\s?")
_APOSTROPHES = "'’"
_QUOTES = "\"“”‘«„'’*•:#>"
_FEW = 4
_MOSTLY = 0.7
_WIDEST_GAP = 40
_HYPHENS = frozenset("-‐‑")
_MOST_WORDS = 10
_DAYS_BEGIN = frozenset(word[:3] for word in WEEKDAYS | MONTHS)
_MONTHS_AND_NAMES = frozenset({"april", "august", "jan", "june", "mar", "march", "may"})
_ABBREVIATED = frozenset({"jr", "sr", "st", "ft", "mt"})
_HEADLINE = 300  # code points; longer is no headline


class Word(NamedTuple):  # not a dataclass: a large archive has a million of them, and a tuple is made in half the time
    """A word with a capital: its text without what only hangs on it, and where that stands in its block.

    `lower` is the text in lower case. `opens` says that it begins a sentence, a quotation or a line, so that its
    capital tells nothing. `is_linked` says that a word such as `of` ties it to the word before.
    """

    text: str
    lower: str
    start: int
    end: int
    opens: bool
    is_linked: bool = False


def name_words(block: Block) -> Iterator[Word]:
    """Yield the words of `block` that have a capital, in order; takes linear time.

    Left out are links, handles and hashtags, the byline of a post, the credit of a photo, and a headline in capitals.
    """
    text = _without_links(block.text[: _end_of_text(block)])
    if is_headline(text):
        return
    openings = {start for start, _ in sentences(block.text)}
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        before = text[start - 2 : start]
        if before[1:] in _HYPHENS and (article := _ARABIC_ARTICLE.search(text, max(0, start - 5), start)):
            start = article.start()
            word = text[start : match.end()]
        if not word.isascii():
            word = _UNSPACED.split(word, maxsplit=1)[0]
        if not word.isalpha():
            word = _bare(word)
            if _PARTY.match(word) and _BRACKET.search(text, max(0, start - 2), start):
                continue
        is_inside = before[1:] == " " and (before[0] == "," or before[0].isalnum())
        opens = start in openings if is_inside else _opens(text, start, openings)
        yield Word(word, word.lower().replace("’", "'"), start, start + len(word), opens)


def _without_links(text: str) -> str:
    """Return `text` with spaces in the place of links, addresses and handles."""
    if not any(sign in text for sign in _LINK_SIGNS):
        return text
    return _LINK.sub(lambda link: " " * len(link[0]), text)


def is_headline(text: str) -> bool:
    """Say whether `text` is all in capitals, or is a headline in which most words begin with one."""
    if len(text) > _HEADLINE or text.rstrip().endswith((".", "!", "?", "…", "”", '"')):
        return False
    words = _ANY_WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return text.isupper() or (len(words) >= _FEW and capitals >= _MOSTLY * len(words))


def _end_of_text(block: Block) -> int:
    """Return where the byline of a post or the credit of a photo begins, else where the block ends."""
    if block.by is None and block.credit is None:
        return len(block.text)
    ends = [len(block.text)]
    if block.by and block.kind in {BlockKind.POST, BlockKind.CAPTION}:
        by = re.compile(r"\s+".join(map(re.escape, block.by.split())))
        ends += [match.start() for match in by.finditer(block.text)][-1:]
    if block.credit and (label := _CREDIT.search(block.text)):
        ends.append(label.start())
    return min(ends)


def _bare(word: str) -> str:
    """Return `word` without a possessive ending and without what a hyphen ties to it: `Baku-based`."""
    return _TAIL.sub("", _POSSESSIVE.sub("", word))


def _opens(text: str, start: int, openings: AbstractSet[int]) -> bool:
    while start > 0 and start not in openings:
        before = text[start - 1]
        if before in _APOSTROPHES and text[start - 2 : start - 1].isalpha():
            return False  # an elision: `l'Ostra`
        if before in _QUOTES or before == "\n":
            return True
        if before.isalnum():
            return False
        if before.isspace():
            return start > 1 and text[start - 2] in ":•*"
        start -= 1
    return True


def name_runs(
    text: str, words: Iterable[Word], taken: Sequence[tuple[int, int]], ordinary: AbstractSet[str]
) -> Iterator[tuple[Word, ...]]:
    """Yield the runs of `words` that belong together in `text`.

    Words in the stretches `taken` (code points, sorted, apart) and days of the calendar are none. `ordinary` are the
    words that stand in lower case too: `of` ties no surname to a place.
    """
    run: list[Word] = []
    for word in words:
        if (taken and _overlaps(word, taken)) or is_day(text, word):
            yield from _closed(run)
            run = []
        elif run and not word.opens and (tie := _tie(text, run, word, ordinary)):
            run.append(word._replace(is_linked=True) if tie == "link" else word)
        else:
            yield from _closed(run)
            run = [word]
    yield from _closed(run)


def _closed(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    if 0 < len(run) <= _MOST_WORDS:
        yield tuple(run)


def _overlaps(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, word.start + 1, key=lambda span: span[1])
    return at < len(taken) and taken[at][0] < word.end


def is_day(text: str, word: Word) -> bool:
    """Say whether `word` names a day or a month here; `May` without a number may be a name."""
    lower = word.lower
    if lower[:3] not in _DAYS_BEGIN and not lower.endswith("day"):
        return False
    if lower in WEEKDAYS or (lower.endswith("day") and _is_misspelt_weekday(lower)):
        return True
    if lower.partition("-")[0] not in MONTHS:
        return False
    dated = _DATED.match(text, word.end) or _DAY_BEFORE.search(text, max(0, word.start - 5), word.start)
    return bool(dated) or lower not in _MONTHS_AND_NAMES


@lru_cache(maxsize=4096)
def _is_misspelt_weekday(lower: str) -> bool:
    return any(OSA.distance(lower, weekday) == 1 for weekday in WEEKDAYS if len(weekday) > len("sunday"))


def _tie(text: str, run: Sequence[Word], word: Word, ordinary: AbstractSet[str]) -> str:
    """Return what ties `word` to the run before it: "link", "bound", or nothing."""
    last = run[-1]
    gap = text[last.end : word.start]
    if word.lower in STOPPERS and text[word.end : word.end + 1] != ".":
        return ""
    kind = "bound" if gap == " " else _kind_of_gap(gap[:_WIDEST_GAP])
    match kind:
        case "of":
            is_tied = last.lower in TAKE_OF or last.lower in TITLES or last.lower in ordinary
        case "on" | "for":
            is_tied = last.lower in ORGANISATION_WORDS or last.lower in EVENT_WORDS
        case "and":
            is_tied = last.is_linked and run[0].lower in TAKE_AND and word.lower in ordinary
        case "initial":
            is_tied = len(last.text) == 1 or last.lower in TITLES or last.lower in _ABBREVIATED
        case _:
            return kind
    return ("bound" if kind == "initial" else "link") if is_tied else ""


@lru_cache(maxsize=4096)
def _kind_of_gap(gap: str) -> str:
    if linked := _LINKED.fullmatch(gap):
        return linked[1]
    if _BOUND.fullmatch(gap):
        return "bound"
    return "initial" if _INITIAL.fullmatch(gap) else ""
