"""Evidence: whether what two places share is a passage, and if not, why not."""

from enum import StrEnum

from rapidfuzz import fuzz

from newsarchive.annotate.passages.match import Match
from newsarchive.annotate.passages.words import Words

FEWEST = 10
"""Words that a passage has at least, in each witness."""
NEARLY_ALL = 0.85
"""The share of the words of both, or of the letters, that makes two texts nearly the same."""
MOST = 0.7
"""The share of the words of both that is enough in a stretch of `LONG` words or more."""
HALF = 0.5
"""The share of words that both must have at least."""
RUN = 4
"""Words in a row that are evidence by themselves; fewer fall together by chance."""
IN_ROWS, IN_ROWS_SHARE, PLENTY = 4, 0.45, 25
"""Words in such rows that a passage needs: so many and this share of its words, or so many, whatever its length."""
LONG = 20
"""Words of a stretch that is long enough for its letters to tell."""
LETTERS_COMPARED = 5000
"""Letters of a text that are compared, where words do not tell."""
ALL_NAMES = 0.75
"""The share of capitalised words and figures from which on a stretch is a list of names."""
LONGEST_LIST = 40
"""Words of a list of names at most; what is longer has other words too, behind a headline full of capitals."""


class Objection(StrEnum):
    """Why a match is no passage."""

    SHORT = "short"  # fewer than ten words
    SCATTERED = "scattered"  # too few of the words stand in a row in both
    NAMES = "names"  # names, titles, figures and addresses, and hardly a word of a sentence


def objection(match: Match, left: Words, right: Words) -> Objection | None:
    """Return why `match`, of articles `left` and `right`, is no passage, or None where it is one."""
    if min(match.left_count, match.right_count) < FEWEST:
        return Objection.SHORT
    one = left.text_between(match.left_start, match.left_end)
    two = right.text_between(match.right_start, match.right_end)
    if not (_in_rows(match) or _nearly_the_same(match, one, two)):
        return Objection.SCATTERED
    return Objection.NAMES if _names(one) and _names(two) else None


def _in_rows(match: Match) -> bool:
    in_rows = sum(length for _, _, length in match.tiles if length >= RUN)
    needed = min(PLENTY, IN_ROWS + IN_ROWS_SHARE * min(match.left_count, match.right_count))
    return in_rows >= needed and match.shared >= HALF * max(match.left_count, match.right_count)


def _nearly_the_same(match: Match, one: str, two: str) -> bool:
    longer = max(match.left_count, match.right_count)
    equal = sum(length for _, _, length in match.tiles)
    if equal >= NEARLY_ALL * longer:
        return True
    if longer < LONG or match.shared < HALF * longer:
        return False
    if equal >= MOST * longer:
        return True
    return fuzz.ratio(one[:LETTERS_COMPARED], two[:LETTERS_COMPARED], score_cutoff=100 * NEARLY_ALL) > 0


def _names(text: str) -> bool:
    words = text.split(maxsplit=LONGEST_LIST)
    if len(words) > LONGEST_LIST or text.isupper():
        return False
    return sum(map(_name_or_figure, words)) >= ALL_NAMES * len(words)


def _name_or_figure(word: str) -> bool:
    first = next(filter(str.isalnum, word), "")
    return first.isupper() or first.isdigit()
