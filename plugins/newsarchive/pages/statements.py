"""The page of all statements, by speaker; where they are many, it leads to those of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeAlias

from newsarchive.annotate.synopsis import StatementRef
from newsarchive.archive import grouped
from newsarchive.article import Article, Span
from newsarchive.digest import digest
from newsarchive.pages.concordance import Line, line_of
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.letters import alphabetical
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.sheets import MOST, LongList, Part, numbered
from newsarchive.pages.statement_list import sentence_said
from newsarchive.reading.slug import slug_of
from newsarchive.registry.entity import Entity

_ROOT, _TITLE = "statements/", "Statements"
_DESCRIPTION = "Every quotation of the archive, by its speaker."
_NOBODY = "No speaker named"
_NOBODY_AT = "nobody-named"

SayingRef: TypeAlias = tuple[int, StatementRef]
"""The position of an article in the order of time, and a statement in it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement: its speaker and its verb as the text has them, if it does; its article, and what holds it.

    `line` is the sentence or sentences that hold it, with the quotation marked.
    """

    speaker: str | None
    verb: str | None
    article: Article
    line: Line


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the entity where the text names one, else the text's own words; "" where the text names nobody."""

    words: str
    entity: Entity | None
    anchor: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A speaker who has a page in the registry, and how many statements stand there."""

    entity: Entity
    anchor: str
    count: int


def statement_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for the page of all statements, and of many, for the sheets of those whom the registry knows not."""
    indexes = setting.indexes
    if len(indexes.sayings) <= MOST:
        yield Plan(_ROOT, _listed(indexes, indexes.sayings), partial(_page_of_all, setting))
        return
    others = tuple(other_lists(indexes))
    counts = sorted((id_, len(said)) for id_, said in indexes.sayings_of_entity.items())
    yield Plan(_ROOT, digest((repr(counts), repr(_parts(others)))), partial(_tally_page, setting, others))
    whole = Whole(_ROOT, _TITLE, "others", _TITLE)
    for listed in others:
        yield from sheet_plans(
            setting,
            "statements_sheet.html",
            whole,
            listed.sheets,
            lambda sheet: tuple(_saying(setting, ref) for ref in sheet.items),
            lambda sheet: _listed(indexes, sheet.items),
        )


def _listed(indexes: Indexes, said: Iterable[SayingRef]) -> bytes:
    """Return a digest of what a list of statements shows."""
    return digest(chain.from_iterable((indexes.digests[position], ref.number) for position, ref in said))


def _page_of_all(setting: Setting) -> Page:
    speakers = speakers_of(setting)
    html = setting.render("statements.html", _ROOT, title=_TITLE, speakers=speakers)
    headings = tuple(Heading(2, speaker.anchor, speaker.words or _NOBODY) for speaker in speakers)
    return Page(_ROOT, _TITLE, html, headings, _DESCRIPTION)


def _tally_page(setting: Setting, others: Iterable[LongList[tuple[SayingRef, ...]]]) -> Page:
    said, entities = setting.indexes.sayings_of_entity, setting.archive.registry.by_id
    tallies = [Tally(entities[id_], _anchor(entities[id_]), len(statements)) for id_, statements in said.items()]
    parts = _parts(others)
    sections = chosen({"speakers": ("Speakers", tallies), "others": ("Other speakers", parts)})
    by_name = sorted(tallies, key=lambda tally: alphabetical(tally.entity))
    values = {"tallies": by_name, "others": parts}
    return sectioned_page(setting, "statement_tallies.html", _ROOT, _TITLE, sections, values, _DESCRIPTION)


def _parts(others: Iterable[LongList[tuple[SayingRef, ...]]]) -> tuple[Part, ...]:
    return tuple(part for listed in others for part in listed.years)


def other_lists(indexes: Indexes) -> Iterator[LongList[tuple[SayingRef, ...]]]:
    """Yield, where the statements are many, the sheets of those whose speakers the registry does not know.

    They stand by the first letter of the speaker's words, in plain ASCII, and last those of nobody named.
    """
    if len(indexes.sayings) <= MOST:
        return
    others = sorted((said for said in indexes.sayings if not said[1].entity), key=_spoken_by)
    for initial, statements in grouped(others, _initial).items():
        address = f"{_ROOT}said-by/{initial.lower()}/"
        words = _NOBODY if initial == _NOBODY_AT else initial
        yield LongList(tuple(numbered(address, words, statements)), (Part(words, address, len(statements)),))


def _spoken_by(said: SayingRef) -> tuple[str, str]:
    return _initial(said), (said[1].speaker or "").casefold()


def _initial(said: SayingRef) -> str:
    """Return what sorts nobody named after all letters."""
    _, ref = said
    return slug_of(ref.speaker)[:1].upper() or "0" if ref.speaker else _NOBODY_AT


def speakers_of(setting: Setting) -> tuple[Speaker, ...]:
    """Return the speakers, who are entities first, by name; statements of nobody named come last."""
    sayings: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for said in setting.indexes.sayings:
        _, ref = said
        words = "" if ref.entity else (ref.speaker or "")
        sayings[ref.entity or "", words].append(_saying(setting, said))
    entities = setting.archive.registry.by_id
    speakers = [_speaker(entities.get(id_), words, tuple(said)) for (id_, words), said in sayings.items()]
    return tuple(_anchored(sorted(speakers, key=_order)))


def _speaker(entity: Entity | None, words: str, sayings: tuple[Saying, ...]) -> Speaker:
    if entity:
        return Speaker(entity.label, entity, _anchor(entity), sayings)
    return Speaker(words, None, f"said-by-{slug_of(words) or 'nobody-named'}", sayings)


def _anchor(entity: Entity) -> str:
    return entity.id.replace("/", "-")


def _order(speaker: Speaker) -> tuple[bool, bool, str, str]:
    return not speaker.words, speaker.entity is None, speaker.words.casefold(), speaker.words


def _anchored(speakers: list[Speaker]) -> Iterator[Speaker]:
    """Yield the speakers; where two would have one anchor, the later gets a number."""
    seen: dict[str, int] = defaultdict(int)
    for speaker in speakers:
        seen[speaker.anchor] += 1
        number = seen[speaker.anchor]
        anchor = speaker.anchor if number == 1 else f"{speaker.anchor}--{number}"
        yield Speaker(speaker.words, speaker.entity, anchor, speaker.sayings)


def _saying(setting: Setting, said: SayingRef) -> Saying:
    position, ref = said
    article, (*_, verb, _) = setting.indexes.articles[position], setting.indexes.rows(position).statements[ref.number]
    line = line_of(article, sentence_said(article, said), [Span(ref.block, ref.start, ref.end)])
    return Saying(ref.speaker, verb, article, line)
