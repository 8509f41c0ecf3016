"""Reports of a newsroom that does not exist: an archive of any size, made up from nothing and the same every time.

Each report has about 550 words with 30 names, ten dates and three quotations. The names follow Zipf's law, so
that a few stand in nearly every report and most in few. One report in ten repeats paragraphs of an earlier one, half of
these with a few words changed. There are sixteen reports a week, so that ten thousand span twelve years; these name a
thousand, and fewer name less, as it is with all texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

ARCHIVE_SITE = """\
plugins: [newsarchive]
nav:
  - Home: index.md
  - Articles: articles/index.md
  - Passages: passages/index.md
  - Statements: statements/index.md
  - Dates: dates/index.md
  - Districts: districts/index.md
  - Places: places/index.md
  - People: people/index.md
  - Organisations: organisations/index.md
  - Events: events/index.md
"""
"""What a site of such an archive adds to `mkdocs.yml`."""

_FIRST_DAY = date(2009, 1, 1)
_DAYS_A_REPORT = 0.438
_CONSONANTS, _VOWELS = "bdfghklmnprstv", "aeiou"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_REPEATING = 0.1
_SENTENCES = (
    "{Words} {name} {words} in {name} {when}.",
    "{Words} and {name} {words} {words}.",
    "The {words} of {name} {words} near {name} {words}.",
    "{Words} {words} {words}, and {words}.",
    "{name} {words} with {name} {words} {words} {when}.",
    "“{Words} {words} in {name},” said {person}.",
    "{Words} {words}, {words} {words} for the {words}.",
    "It {words} {when}, and {name} {words} {words}.",
)


@dataclass(frozen=True)
class Named:
    """Somebody or something with a name: the registry's file and entry, and what it is part of."""

    file: str
    slug: str
    kind: str
    name: str
    part_of: str | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Report:
    """A report: its address's last part, its day, its publisher and its paragraphs."""

    slug: str
    title: str
    day: date
    source: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Newsroom:
    """Reports and all whom they name."""

    reports: tuple[Report, ...]
    named: tuple[Named, ...]


def newsroom(count: int, seed: int = 1) -> Newsroom:
    """Return a newsroom of `count` reports."""
    random = Random(seed)  # noqa: S311  # the same every time is the point
    words = _invented(random, 6_000)
    names = [word.capitalize() for word in _invented(random, max(40, int(count**0.75)), syllables=4)]
    named = tuple(_named(names))
    return Newsroom(tuple(_reports(count, _Desk(random, words, named))), named)


def _invented(random: Random, count: int, syllables: int = 3) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        length = random.randint(syllables - 1, syllables)
        words["".join(random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(length))] = None
    return list(words)


def _named(names: Sequence[str]) -> Iterator[Named]:
    """Yield one for each of `names`: of twenty one is a district, seven are towns, nine people, three organisations."""
    districts = [name for number, name in enumerate(names) if number % 20 == 0]
    for number, name in enumerate(names):
        match number % 20:
            case 0:
                yield Named("places", name.lower(), "district", f"{name} District")
            case 1 | 2 | 3 | 4 | 5 | 6 | 7:
                district = f"districts/{districts[number % len(districts)].lower()}"
                point = (40 + number % 17 / 10, 20 + number % 29 / 10)
                yield Named("places", name.lower(), "town", name, district, point)
            case 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16:
                first = names[number * 7 % len(names)]
                yield Named("people", f"{first}-{name}".lower(), "person", f"{first} {name}")
            case _:
                yield Named("organisations", name.lower(), "organisation", f"{name} Board")


class _Desk:
    """Draws words, names and days."""

    def __init__(self, random: Random, words: Sequence[str], named: Sequence[Named]) -> None:
        self.random = random
        self._words = words
        self._named = random.sample(named, len(named))
        self._people = [one for one in self._named if one.file == "people"]
        self._word_odds = list(accumulate(1 / (rank + 10) for rank in range(len(words))))
        self._name_odds = list(accumulate(1 / (rank + 2) for rank in range(len(named))))
        self._person_odds = self._name_odds[: len(self._people)]

    def words(self) -> str:
        return " ".join(self.random.choices(self._words, cum_weights=self._word_odds, k=self.random.randint(3, 7)))

    def name(self) -> str:
        return self.random.choices(self._named, cum_weights=self._name_odds)[0].name

    def person(self) -> str:
        return self.random.choices(self._people, cum_weights=self._person_odds)[0].name

    def when(self, day: date) -> str:
        other = day + timedelta(self.random.randint(-60, 20))
        month = _MONTHS[other.month - 1]
        choices = (
            f"on {month} {other.day}",
            f"on {_WEEKDAYS[other.weekday()]}",
            f"in {month} {other.year}",
            "last week",
        )
        return self.random.choices((*choices, f"in {other.year - 7}"), (4, 3, 1, 1, 1))[0]

    def sentence(self, day: date) -> str:
        made = self.random.choice(_SENTENCES)
        for slot, draw in (("{name}", self.name), ("{person}", self.person), ("{words}", self.words)):
            while slot in made:
                made = made.replace(slot, draw(), 1)
        made = made.replace("{Words}", self.words().capitalize()).replace("{when}", self.when(day))
        return made[:1].upper() + made[1:]

    def paragraph(self, day: date) -> str:
        return " ".join(self.sentence(day) for _ in range(self.random.randint(2, 4)))

    def changed(self, paragraph: str) -> str:
        words = paragraph.split(" ")
        for _ in range(self.random.choice((0, 0, 1, 3))):
            words[self.random.randrange(1, len(words) - 1)] = self.random.choice(self._words)
        return " ".join(words)


def _reports(count: int, desk: _Desk) -> Iterator[Report]:
    sources = [f"The {word.capitalize()} Post" for word in _invented(desk.random, 12)]
    made: list[Report] = []
    for number in range(count):
        day = _FIRST_DAY + timedelta(int(_DAYS_A_REPORT * number))
        paragraphs = [desk.paragraph(day) for _ in range(9)]
        if made and desk.random.random() < _REPEATING:
            taken = desk.random.choice(made[-500:]).paragraphs
            at = desk.random.randrange(len(taken) - 2)
            paragraphs[2:5] = [desk.changed(one) for one in taken[at : at + desk.random.randint(1, 3)]]
        title = desk.words().capitalize()
        slug = f"{title.lower().replace(' ', '-')}-{number}"
        made.append(Report(slug, title, day, desk.random.choice(sources), tuple(paragraphs)))
        yield made[-1]


def write_seeds(room: Newsroom, seeds: Path) -> None:
    """Write the newsroom as seeds: a text and a sidecar for each report, in a folder for its year, and a registry."""
    for report in room.reports:
        write_seed(report, seeds)
    registry = seeds / "registry"
    registry.mkdir(parents=True, exist_ok=True)
    for file in ("places", "people", "organisations"):
        entries = "".join(_entry(one) for one in room.named if one.file == file)
        (registry / f"{file}.yml").write_text(entries, "utf-8")


def write_seed(report: Report, seeds: Path) -> None:
    """Write one report as a seed."""
    folder = seeds / str(report.day.year)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{report.slug}.txt").write_text("\n\n".join(report.paragraphs) + "\n", "utf-8")
    sidecar = f"title: {report.title}\ndate: {report.day}\nsource: {{name: {report.source}}}\nlanguage: en\n"
    (folder / f"{report.slug}.yml").write_text(f"{sidecar}slug: {report.slug}\n", "utf-8")


def _entry(one: Named) -> str:
    name = f"{{text: {one.name}, language: en, script: Latn, source: a list}}"
    lines = [f"- slug: {one.slug}", f"  kind: {one.kind}", f"  names: [{name}]"]
    if one.part_of:
        lines.append(f"  part_of: {{entity: {one.part_of}, source: a list}}")
    if one.point:
        lines.append(f"  point: {{latitude: {one.point[0]:.2f}, longitude: {one.point[1]:.2f}, source: a map}}")
    return "\n".join(lines) + "\n"


def write_markdown(room: Newsroom, folder: Path) -> None:
    """Write the same reports as plain Markdown with front matter, a file each, for those who annotate nothing."""
    for report in room.reports:
        head = f"---\ntitle: {report.title}\ndate: {report.day}\nslug: {report.slug}\n---\n\n"
        path = folder / f"{report.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(head + "\n\n".join(report.paragraphs) + "\n", "utf-8")
