"""Corpora with inserted reuse, whose answers are known: made up from nothing, in many styles, the same for a seed.

The texts are of invented words with the statistics that matter: few words make most of a text (Zipf's law), phrases
recur, sentences and paragraphs vary in length, some words are names or figures. Into them go cases of six classes:
verbatim, 1-10% of the words changed, 20% changed, sentences reordered, letters garbled as by OCR, and embedded in the
middle of a paragraph; and one paragraph of boilerplate in some of the texts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np

Alter = Callable[[str], str]
Sides = tuple[int, int, int, int, int, int]
"""A source with letters from and to before, and a host with letters from and to before."""
FREQUENT = 60
"""Words of a language that are short and take no capital."""

LATIN = ("bcdfghklmnprstvz", "aeiou")
CYRILLIC = ("бвгджзклмнпрстх", "аеиоуя")
TURKIC = ("bcçdfgğhklmnprsşt", "aeıiöüə")
ARABIC = ("بتجحدرسشعفقكلمن", "ايو")


@dataclass(frozen=True)
class Style:
    """What the texts of a corpus are like; lengths are in words, rates are shares."""

    name: str = "newswire"
    letters: tuple[str, str] = LATIN
    vocabulary: int = 20_000
    phrases: int = 60_000
    article: int = 430
    sentence: int = 20
    paragraph: int = 60
    passage: tuple[int, int] = (40, 150)
    embedded: tuple[int, int] = (30, 60)
    changed: float = 0.2
    garbled: float = 0.05
    boilerplate: float = 0.05
    punctuated: bool = True
    cased: bool = True


STYLES = (
    Style(),
    Style("short notices", LATIN, 6_000, 20_000, article=150, paragraph=35, passage=(25, 60), embedded=(20, 35)),
    Style("long reads", LATIN, 60_000, 250_000, article=1500, sentence=28, paragraph=110, passage=(60, 200)),
    Style("old print", letters=TURKIC, garbled=0.07, changed=0.15, punctuated=False),
    Style("cyrillic", letters=CYRILLIC, vocabulary=50_000, sentence=15),
    Style("arabic", letters=ARABIC, vocabulary=40_000, cased=False),
    Style("poor vocabulary", vocabulary=2_500, phrases=8_000),
)


@dataclass(frozen=True)
class Case:
    """Letters `source_start:source_end` of one text were put into another at `host_start:host_end`, as `kind` says."""

    kind: str
    source: int
    source_start: int
    source_end: int
    host: int
    host_start: int
    host_end: int


@dataclass(frozen=True)
class Corpus:
    """Texts, each a tuple of paragraphs; the cases of reuse, in letters of the paragraphs joined by line ends.

    `boilerplate` are the letters from and to before of the boilerplate in the texts that have it.
    """

    texts: tuple[tuple[str, ...], ...]
    cases: tuple[Case, ...]
    boilerplate: dict[int, tuple[int, int]]


def corpus(count: int, style: Style = STYLES[0], seed: int = 1) -> Corpus:
    """Return `count` texts with reuse put in: cases of each class in one of fifty texts, at least ten of each."""
    language = _Language(style, seed)
    texts = [language.paragraphs() for _ in range(count)]
    random = Random(seed)  # noqa: S311  # the same corpus again, and no secret
    cases_of_kind = max(10, count // 50)
    free = random.sample(range(count), count)
    cases = []
    for kind, alter in _alterations(style, language, random).items():
        for _ in range(cases_of_kind):
            pair = free.pop(), free.pop()
            insert = _embed if kind == "embedded" else _insert
            cases.append(Case(kind, *insert(texts, pair, style, random, alter)))
    formula = " ".join(language.paragraphs())[:400].rsplit(" ", 1)[0] + "."
    boilerplate = {}
    for text in sorted(free[: int(count * style.boilerplate)]):
        texts[text].append(formula)
        end = len("\n".join(texts[text]))
        boilerplate[text] = (end - len(formula), end)
    return Corpus(tuple(map(tuple, texts)), tuple(cases), boilerplate)


class _Language:
    """Draws the words and phrases of one style."""

    def __init__(self, style: Style, seed: int) -> None:
        self._style = style
        self._draw = np.random.default_rng(seed)
        random = Random(seed)  # noqa: S311  # the same corpus again, and no secret
        self.words = list(_lexicon(style, random))
        weights = np.cumsum(1 / np.arange(2, style.vocabulary + 2) ** 1.02)
        ranks = np.searchsorted(weights, self._draw.random(style.phrases * 5) * weights[-1])
        lengths = self._draw.choice((1, 1, 1, 1, 2, 2, 3, 4, 5), style.phrases)
        at = np.concatenate(([0], np.cumsum(lengths)))
        singles = self.words[: style.vocabulary]
        several = [" ".join(singles[rank] for rank in ranks[a:b]) for a, b in pairwise(at)]
        mixed = singles + several
        odds = (1 / np.arange(2, len(singles) + 2) ** 1.02, 0.6 / np.arange(8, len(several) + 8) ** 0.85)
        self._plain = np.array(mixed, dtype=object)
        self._odds = np.cumsum(np.concatenate(odds))
        self._open = np.array([phrase[:1].upper() + phrase[1:] for phrase in mixed], dtype=object)
        stop = "." if style.punctuated else ""
        self._closed = np.array([phrase + stop for phrase in mixed], dtype=object)

    def paragraphs(self) -> list[str]:
        """Return the paragraphs of a new text."""
        style = self._style
        count = max(40, int(self._draw.normal(style.article, style.article / 3)) * 2 // 3)
        drawn = np.searchsorted(self._odds, self._draw.random(count) * self._odds[-1])
        ends = self._draw.random(count) < 1.5 / style.sentence
        ends[-1] = True
        starts = np.concatenate(([True], ends[:-1]))
        inner = np.where(starts & style.cased, self._open[drawn], self._plain[drawn])
        tokens = np.where(ends, self._closed[drawn], inner)
        breaks = np.flatnonzero(ends & (self._draw.random(count) < style.sentence / style.paragraph)) + 1
        return [" ".join(part) for part in np.split(tokens, breaks) if len(part)]


def _lexicon(style: Style, random: Random) -> Iterator[str]:
    """Yield the words of a language, the most frequent first: short ones, then longer ones, names and figures."""
    seen = set()
    while len(seen) < style.vocabulary:
        frequent = len(seen) < FREQUENT
        word = "".join(_syllable(style, random) for _ in range(1 if frequent else random.choice((1, 2, 2, 3, 3, 4))))
        kind = "word" if frequent else random.choices(("word", "name", "figure"), (86, 12, 2))[0]
        if kind == "figure":
            word = str(random.randrange(2, 3000))
        elif kind == "name" and style.cased:
            word = word.capitalize()
        if word not in seen:
            seen.add(word)
            yield word


def _syllable(style: Style, random: Random) -> str:
    consonants, vowels = style.letters
    return random.choice(consonants) + random.choice(vowels) + random.choice(("", "", random.choice(consonants)))


def _alterations(style: Style, language: _Language, random: Random) -> dict[str, Alter]:
    def changed(rate: Callable[[], float]) -> Alter:
        return lambda text: _changed(text, rate(), language.words, random)

    return {
        "verbatim": lambda text: text,
        "changed a little": changed(lambda: random.uniform(0.01, 0.1)),
        "changed": changed(lambda: style.changed),
        "reordered": lambda text: _reordered(text, random),
        "garbled": lambda text: _garbled(text, style, random),
        "embedded": lambda text: text,
    }


def _changed(text: str, rate: float, words: Sequence[str], random: Random) -> str:
    altered: list[str] = []
    for word in text.split():
        how = random.choice(("replaced", "dropped", "added")) if random.random() < rate else "kept"
        if how == "added":
            altered.append(random.choice(words))
        if how in {"kept", "added"}:
            altered.append(word)
        elif how == "replaced":
            altered.append(random.choice(words))
    return " ".join(altered)


def _reordered(text: str, random: Random) -> str:
    sentences = [f"{sentence.rstrip('.')}." for sentence in text.split(". ")]
    if len(sentences) == 1:
        words = text.split()
        third = len(words) // 3
        sentences = [" ".join(words[:third]), " ".join(words[third : 2 * third]), " ".join(words[2 * third :])]
    order = list(sentences)
    while order == sentences:
        random.shuffle(order)
    return " ".join(order)


def _garbled(text: str, style: Style, random: Random) -> str:
    letters = style.letters[0] + style.letters[1]
    garbled = []
    for letter in text:
        if random.random() >= style.garbled:
            garbled.append(letter)
        else:
            garbled.append(random.choice((random.choice(letters), "", letter + random.choice(letters))))
    return "".join(garbled)


def _offset(paragraphs: Sequence[str], number: int) -> int:
    return sum(len(text) + 1 for text in paragraphs[:number])


def _insert(texts: list[list[str]], pair: tuple[int, int], style: Style, random: Random, alter: Alter) -> Sides:
    """Put a stretch of one text, altered, into another as a paragraph."""
    source, host = pair
    text, (start, end) = _stretch(texts[source], random.randint(*style.passage), random)
    put = alter(text)
    at = random.randrange(len(texts[host]) + 1)
    texts[host].insert(at, put)
    there = _offset(texts[host], at)
    return source, start, end, host, there, there + len(put)


def _stretch(paragraphs: Sequence[str], count: int, random: Random) -> tuple[str, tuple[int, int]]:
    """Return about `count` words from the start of a paragraph on, and where they stand."""
    number = random.randrange(len(paragraphs))
    while number and len(" ".join(paragraphs[number:]).split()) < count:
        number -= 1
    words = " ".join(paragraphs[number:]).split(" ")[:count]
    text, start = " ".join(words), _offset(paragraphs, number)
    return text, (start, start + len(text))


def _embed(texts: list[list[str]], pair: tuple[int, int], style: Style, random: Random, alter: Alter) -> Sides:
    """Put words from the middle of one text into the middle of a paragraph of another."""
    source, host = pair
    words = " ".join(texts[source]).split(" ")
    count = min(random.randint(*style.embedded), len(words) - 2)
    first = random.randint(1, len(words) - count - 1)
    put = alter(" ".join(words[first : first + count]))
    start = len(" ".join(words[:first])) + 1
    at = max(range(len(texts[host])), key=lambda at: len(texts[host][at]))
    around = texts[host][at].split(" ")
    middle = len(around) // 2
    before = " ".join(around[:middle])
    texts[host][at] = " ".join((before, put, *around[middle:]))
    there = _offset(texts[host], at) + len(before) + 1
    return source, start, start + len(put), host, there, there + len(put)
