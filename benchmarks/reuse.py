"""Corpora with inserted reuse, whose answers are known: made up from nothing, in many styles, the same for a seed.

The texts are of invented words with the statistics that matter: few words make most of a text (Zipf's law), phrases
recur, sentences and paragraphs vary in length, some words are names or figures. Into them go cases of six classes:
verbatim, 1-10% of the words changed, 20% changed, sentences reordered, letters garbled as by OCR, and embedded in the
middle of a paragraph; and one paragraph of boilerplate in some of the texts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

Alter = Callable[[str], str]

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
    Style("short notices", vocabulary=6_000, phrases=20_000, article=150, paragraph=35, passage=(25, 60), embedded=(20, 35)),
    Style("long reads", vocabulary=60_000, phrases=250_000, article=1500, sentence=28, paragraph=110, passage=(60, 200)),
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
    random = Random(seed)
    cases_of_kind = max(10, count // 50)
    free = random.sample(range(count), count)
    cases = []
    for kind, alter in _alterations(style, language, random).items():
        for _ in range(cases_of_kind):
            source, host = free.pop(), free.pop()
            cases.append(_embed(texts, source, host, random, style) if kind == "embedded"
                         else _insert(texts, source, host, style, random, kind, alter))
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
        random = Random(seed)
        self.words = list(_lexicon(style, random))
        weights = np.cumsum(1 / np.arange(2, style.vocabulary + 2) ** 1.02)
        ranks = np.searchsorted(weights, self._draw.random(style.phrases * 5) * weights[-1])
        lengths = self._draw.choice((1, 1, 1, 1, 2, 2, 3, 4, 5), style.phrases)
        at = np.concatenate(([0], np.cumsum(lengths)))
        singles = self.words[: style.vocabulary]
        several = [" ".join(singles[rank] for rank in ranks[a:b]) for a, b in zip(at, at[1:], strict=False)]
        mixed = singles + several
        odds = np.concatenate((1 / np.arange(2, len(singles) + 2) ** 1.02, 0.6 / np.arange(8, len(several) + 8) ** 0.85))
        self._plain = np.array(mixed, dtype=object)
        self._odds = np.cumsum(odds)
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
        tokens = np.where(ends, self._closed[drawn], np.where(starts & style.cased, self._open[drawn], self._plain[drawn]))
        breaks = np.flatnonzero(ends & (self._draw.random(count) < style.sentence / style.paragraph)) + 1
        return [" ".join(part) for part in np.split(tokens, breaks) if len(part)]


def _lexicon(style: Style, random: Random) -> Iterator[str]:
    consonants, vowels = style.letters
    seen = set()
    while len(seen) < style.vocabulary:
        syllables = 1 if len(seen) < 60 else random.choice((1, 2, 2, 3, 3, 4))
        word = "".join(random.choice(consonants) + random.choice(vowels) + random.choice(("", "", random.choice(consonants)))
                       for _ in range(syllables))
        if len(seen) > 60 and random.random() < 0.02:
            word = str(random.randrange(2, 3000))
        elif style.cased and len(seen) > 60 and random.random() < 0.12:
            word = word.capitalize()
        if word not in seen:
            seen.add(word)
            yield word


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


def _insert(texts: list[list[str]], source: int, host: int, style: Style, random: Random, kind: str, alter: Alter) -> Case:
    text, (start, end) = _stretch(texts[source], random.randint(*style.passage), random)
    put = alter(text)
    at = random.randrange(len(texts[host]) + 1)
    texts[host].insert(at, put)
    there = _offset(texts[host], at)
    return Case(kind, source, start, end, host, there, there + len(put))


def _stretch(paragraphs: Sequence[str], count: int, random: Random) -> tuple[str, tuple[int, int]]:
    """Return about `count` words from the start of a paragraph on, and where they stand."""
    number = random.randrange(len(paragraphs))
    while number and len(" ".join(paragraphs[number:]).split()) < count:
        number -= 1
    words = " ".join(paragraphs[number:]).split(" ")[:count]
    text, start = " ".join(words), _offset(paragraphs, number)
    return text, (start, start + len(text))


def _embed(texts: list[list[str]], source: int, host: int, random: Random, style: Style) -> Case:
    words = " ".join(texts[source]).split(" ")
    count = min(random.randint(*style.embedded), len(words) - 2)
    first = random.randint(1, len(words) - count - 1)
    put = " ".join(words[first : first + count])
    start = len(" ".join(words[:first])) + 1
    at = max(range(len(texts[host])), key=lambda at: len(texts[host][at]))
    around = texts[host][at].split(" ")
    middle = len(around) // 2
    before = " ".join(around[:middle])
    texts[host][at] = " ".join((before, put, *around[middle:]))
    there = _offset(texts[host], at) + len(before) + 1
    return Case("embedded", source, start, start + len(put), host, there, there + len(put))
