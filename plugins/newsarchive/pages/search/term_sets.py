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
    """The terms of some texts: all `terms`, each once, and which text has `held` which, a row for each term."""

    terms: tuple[str, ...]
    held: NDArray[np.bool_]

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return int(self.held.shape[1])

    def to_bytes(self) -> bytes:
        """Return the sets as bytes that `sets_from_bytes` reads."""
        return b"%d %s\n%s" % (self.texts, " ".join(self.terms).encode(), np.packbits(self.held).tobytes())


def sets_from_bytes(content: bytes) -> TermSets:
    """Return the sets that `TermSets.to_bytes` wrote."""
    head, _, packed = content.partition(b"\n")
    texts, *terms = head.decode().split()
    bits = np.unpackbits(np.frombuffer(packed, np.uint8), count=len(terms) * int(texts))
    return TermSets(tuple(terms), bits.view(np.bool_).reshape(len(terms), int(texts)))


def term_sets(texts: Iterable[str]) -> TermSets:
    """Return the terms of each of `texts`: those of `terms.terms`."""
    words = [_words(text) for text in texts]
    number: defaultdict[str, int] = defaultdict(count().__next__)
    lengths = [len(of_text) for of_text in words]
    numbers = np.fromiter(map(number.__getitem__, chain.from_iterable(words)), np.intp, sum(lengths))
    held = np.zeros((len(number), len(words)), np.bool_)
    held[numbers, np.repeat(np.arange(len(words)), lengths)] = True
    if not all(map(str.isascii, number)):
        return _folded(tuple(number), held)
    return TermSets(tuple(number), held)


def _words(text: str) -> list[str]:
    """Return the words of `text`, and what may hold some: only what is all ASCII is a folded word as it is."""
    content = _DASHES_AND_QUOTES.sub(b" ", text.encode("utf-8", "surrogatepass"))
    return content.translate(_PLAIN).decode("utf-8", "surrogatepass").split()


def _folded(words: Sequence[str], held: NDArray[np.bool_]) -> TermSets:
    """Return the term sets of texts from the words that they hold."""
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
    return TermSets(tuple(terms[at] for at in kept.tolist()), rows[kept])
