"""Term sets: which terms each of some texts holds, found at once for all of them, and in a form that can be kept.

An archive has millions of words, so they are numbers here, and only one of all that are equal becomes a text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsarchive.pages.search.terms import terms_of_word

_ASCII = 128
_SPACE = ord(" ")
# Of ASCII only letters and digits are words; what is beyond it stays, byte by byte.
_PLAIN = bytes(
    [ord(sign.lower()) if sign.isalnum() else _SPACE for sign in map(chr, range(_ASCII))] + [*range(_ASCII, 256)]
)
_DASHES_AND_QUOTES = re.compile(rb"\xe2\x80[\x90-\xa6]")  # U+2010 to U+2026: no letters, and in every text
_EIGHT = 8  # bytes of a number of 64 bits
_FIRST = np.array([(1 << 8 * count) - 1 for count in range(_EIGHT + 1)], np.uint64)  # what leaves so many of its bytes
_STEP = np.uint64(0xD6E8FEB86659FD93)  # odd, and of bits in no order

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class TermSets:
    """The terms of some texts: all `terms`, each once, and which of the `texts`, as many as these are, hold it.

    `counts` are how many texts hold each term, `holders` the numbers of these texts, those of one term after another's
    and in their order.
    """

    texts: int
    terms: tuple[str, ...]
    counts: NDArray[np.uint32]
    holders: NDArray[np.unsignedinteger]

    def to_bytes(self) -> bytes:
        """Return the sets as bytes that `sets_from_bytes` reads."""
        head = b"%d %s\n" % (self.texts, " ".join(self.terms).encode())
        return b"".join((head, self.counts.tobytes(), self.holders.tobytes()))


def sets_from_bytes(content: bytes) -> TermSets:
    """Return the sets that `TermSets.to_bytes` wrote."""
    end = content.index(b"\n") + 1
    texts, *terms = content[:end].decode().split()
    counts = np.frombuffer(content, np.uint32, len(terms), end)
    holders = np.frombuffer(content, _number_type(int(texts)), offset=end + counts.nbytes)
    return TermSets(int(texts), tuple(terms), counts, holders)


def _number_type(texts: int) -> "np.dtype[np.unsignedinteger]":
    """Return the smallest type that numbers so many texts."""
    return np.min_scalar_type(max(0, texts - 1))


def term_sets(texts: Iterable[str]) -> TermSets:
    """Return the terms of each of `texts`: those of `terms.terms`."""
    plain = [_plain(text) for text in texts]
    content = b"".join((*plain, b" " * (_EIGHT + 1)))
    starts, sizes = _words(content)
    keys = _keys(content, starts, sizes)
    order = _order(keys)
    new = _firsts(keys[order])
    one = order[new]  # of all words that are equal
    borders = starts.searchsorted(np.cumsum([0, *map(len, plain)]))
    holders = np.repeat(np.arange(len(plain)), np.diff(borders))[order]
    words = _read(content, starts[one], sizes[one])
    sets = _listed(_pairs(np.cumsum(new) - 1, holders, len(plain)), len(plain), words)
    return sets if content.isascii() and len(set(words)) == len(words) else _folded(sets)


def _plain(text: str) -> bytes:
    """Return `text` in lower case as bytes, with a space for what is no letter or digit, as far as they tell, and last.

    Only a word that is all ASCII is a folded one then.
    """
    return _DASHES_AND_QUOTES.sub(b" ", text.encode("utf-8", "surrogatepass")).translate(_PLAIN) + b" "


def _words(content: bytes) -> tuple[Places, Places]:
    """Return where each word of `content` begins and how many bytes it has; each has a space behind it."""
    spaces = np.flatnonzero(np.frombuffer(content, np.uint8) == _SPACE)
    sizes = np.diff(spaces, prepend=-1) - 1
    words = np.flatnonzero(sizes > 0)
    return spaces[words] - sizes[words], sizes[words]


def _keys(content: bytes, starts: Places, sizes: Places) -> NDArray[np.uint64]:
    """Return a number for each word: its bytes where they are eight at most, else a hash of them (64 bits).

    Eight bytes can be read from where each of its bytes stands on.
    """
    eights = np.ndarray((len(content) - _EIGHT + 1,), "<u8", content, strides=(1,))
    keys = eights[starts] & _FIRST[np.minimum(sizes, _EIGHT)]
    at, longer = _EIGHT, np.flatnonzero(sizes > _EIGHT)
    while len(longer):
        further = eights[starts[longer] + at] & _FIRST[np.minimum(sizes[longer] - at, _EIGHT)]
        keys[longer] = keys[longer] * _STEP + further
        at, longer = at + _EIGHT, longer[sizes[longer] > at + _EIGHT]
    return keys


def _order(keys: NDArray[np.uint64]) -> Places:
    """Return an order of `keys` in which equal ones stand together, as they follow one another.

    What is sorted are numbers that hold the place of a key, and as much of a hash of it as they have bits left for: it
    takes half of the time that `argsort` does. Very rarely that is too little; then some keys take turns.
    """
    bits = np.uint64(len(keys).bit_length())
    hashes = keys * _STEP >> bits << bits
    numbers = np.sort(hashes | np.arange(len(keys), dtype=np.uint64))
    return (numbers & (np.uint64(1) << bits) - np.uint64(1)).astype(np.intp)


def _read(content: bytes, starts: Places, sizes: Places) -> list[str]:
    """Return the words that begin at `starts`, each of which a space follows."""
    letters = np.frombuffer(content, np.uint8)[_ranges(starts, sizes + 1)]
    return letters.tobytes().decode("utf-8", "surrogatepass").split(" ")[:-1]


def _ranges(starts: Places, sizes: Places) -> Places:
    """Return so many numbers from each of `starts` on."""
    return np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)


def _pairs(terms: Places, holders: Places, texts: int) -> Places:
    """Return a number for each of `terms`, which are numbers, and the number of one of the `texts`, a holder of it."""
    return terms << texts.bit_length() | holders


def _listed(pairs: Places, texts: int, terms: Sequence[str]) -> TermSets:
    """Return the sets of `terms` and of `pairs`, which are sorted; a text may have a term several times."""
    bits = texts.bit_length()
    found = pairs[_firsts(pairs)]
    counts = np.bincount(found >> bits, minlength=len(terms)).astype(np.uint32)
    return TermSets(texts, tuple(terms), counts, (found & (1 << bits) - 1).astype(_number_type(texts)))


def _firsts(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Return a mark for each number that is another than the one before."""
    return np.concatenate((np.ones(len(ordered[:1]), np.bool_), ordered[1:] != ordered[:-1]))


def _folded(sets: TermSets) -> TermSets:
    """Return the sets of terms, given those of words, some of which may stand there several times."""
    number: dict[str, int] = {}
    turned = [
        (at, number.setdefault(term, len(number)))
        for at, word in enumerate(sets.terms)
        for term in ((word,) if word.isascii() else terms_of_word(word))
    ]
    words, terms = np.array(turned, np.intp).reshape(-1, 2).T
    counts = sets.counts.astype(np.intp)
    holders = sets.holders[_ranges((np.cumsum(counts) - counts)[words], counts[words])]
    pairs = _pairs(np.repeat(terms, counts[words]), holders.astype(np.intp), sets.texts)
    return _listed(np.sort(pairs), sets.texts, tuple(number))
