"""Term sets: which terms each of some texts holds, found at once for all of them, and in a form that can be kept."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

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
    words = [_words(text) for text in texts]
    number: defaultdict[str, int] = defaultdict(count().__next__)
    lengths = [len(of_text) for of_text in words]
    numbers = np.fromiter(map(number.__getitem__, chain.from_iterable(words)), np.intp, sum(lengths))
    held = np.zeros((len(number), len(words)), np.bool_)
    held[numbers, np.repeat(np.arange(len(words)), lengths)] = True
    return _listed(*((tuple(number), held) if all(map(str.isascii, number)) else _folded(tuple(number), held)))


def _listed(terms: tuple[str, ...], held: NDArray[np.bool_]) -> TermSets:
    """Return the sets of `terms`; each has a row of `held`, and in it a mark for each text that holds it."""
    texts = held.shape[1]
    found = np.flatnonzero(held)
    counts = np.diff(found.searchsorted(np.arange(len(terms) + 1) * texts))
    holders = found.astype(np.uint32) % np.uint32(max(1, texts))
    return TermSets(texts, terms, counts.astype(np.uint32), holders.astype(_number_type(texts)))


def _words(text: str) -> list[str]:
    """Return the words of `text`, and what may hold some: only what is all ASCII is a folded word as it is."""
    content = _DASHES_AND_QUOTES.sub(b" ", text.encode("utf-8", "surrogatepass"))
    return content.translate(_PLAIN).decode("utf-8", "surrogatepass").split()


def _folded(words: Sequence[str], held: NDArray[np.bool_]) -> tuple[tuple[str, ...], NDArray[np.bool_]]:
    """Return the terms of `words`, and which text holds which; `held` tells that of the words."""
    number = {word: at for at, word in enumerate(words)}
    turned = [
        (at, number.setdefault(term, len(number)))
        for at, word in enumerate(words)
        if not word.isascii()
        for term in terms_of_word(word)
    ]
    rows = np.zeros((len(number), held.shape[1]), np.bool_)
    plain = np.fromiter(map(str.isascii, words), np.bool_, len(words))
    rows[: len(words)][plain] = held[plain]
    sources, targets = np.array(turned, np.intp).reshape(-1, 2).T
    which, text = np.nonzero(held[sources])
    rows[targets[which], text] = True
    kept = np.flatnonzero(rows.any(axis=1))
    terms = tuple(number)
    return tuple(terms[at] for at in kept.tolist()), rows[kept]
