"""The page of all statements, by speaker; where they are many, it leads to those of each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsarchive.annotation import Statement
from newsarchive.archive import grouped
from newsarchive.article import Article
from newsarchive.pages.concordance import Line, line_of
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.pages.sheet_page import Whole, sheet_pages
from newsarchive.pages.sheets import MOST, LongList, Part, numbered
from newsarchive.reading.slug import slug_of
from newsarchive.registry.entity import Entity

_ROOT, _TITLE = "statements/", "Statements"
_DESCRIPTION = "Every quotation of the archive, by its speaker."
_NOBODY = "No speaker named"
_NOBODY_AT = "nobody-named"


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, its article, and the sentence or sentences that hold it, with the quotation marked."""

    statement: Statement
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


def statement_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of all statements, and of many, the sheets of those whom the registry does not know."""
    if len(setting.archive.statements) > MOST:
        yield _tally_page(setting)
        yield from _other_pages(setting)
        return
    speakers = speakers_of(setting)
    html = setting.render("statements.html", _ROOT, title=_TITLE, speakers=speakers)
    headings = tuple(Heading(2, speaker.anchor, speaker.words or _NOBODY) for speaker in speakers)
    anchors = tuple(speaker.anchor for speaker in speakers)
    yield Page(_ROOT, _TITLE, html, headings, anchors, _DESCRIPTION)


def _tally_page(setting: Setting) -> Page:
    said, entities = setting.indexes.statements_of_entity, setting.archive.registry.by_id
    tallies = [Tally(entities[id_], _anchor(entities[id_]), len(statements)) for id_, statements in said.items()]
    others = tuple(one for listed in other_lists(setting.indexes) for one in listed.years)
    sections = chosen({"speakers": ("Speakers", tallies), "others": ("Other speakers", others)})
    values = {"tallies": sorted(tallies, key=_by_name), "others": others}
    page = sectioned_page(setting, "statement_tallies.html", _ROOT, _TITLE, sections, values, _DESCRIPTION)
    return replace(page, anchors=(*page.anchors, *(tally.anchor for tally in tallies)))


def _by_name(tally: Tally) -> tuple[str, str]:
    return tally.entity.label.casefold(), tally.entity.id


def _other_pages(setting: Setting) -> Iterator[Page]:
    whole = Whole(_ROOT, _TITLE, "others", _TITLE)
    for listed in other_lists(setting.indexes):
        yield from sheet_pages(
            setting,
            "statements_sheet.html",
            whole,
            listed.sheets,
            lambda sheet: tuple(_saying(setting, statement) for statement in sheet.items),
        )


def other_lists(indexes: Indexes) -> Iterator[LongList[Statement]]:
    """Yield, where the statements are many, the sheets of those whose speakers the registry does not know.

    They stand by the first letter of the speaker's words, in plain ASCII, and last those of nobody named.
    """
    if len(indexes.archive.statements) <= MOST:
        return
    others = sorted((statement for statement, entity in indexes.spoken if not entity), key=_spoken_by)
    for initial, statements in grouped(others, _initial).items():
        address = f"{_ROOT}said-by/{initial.lower()}/"
        words = _NOBODY if initial == _NOBODY_AT else initial
        yield LongList(tuple(numbered(address, words, statements)), (Part(words, address, len(statements)),))


def _spoken_by(statement: Statement) -> tuple[str, str]:
    return _initial(statement), (statement.speaker or "").casefold()


def _initial(statement: Statement) -> str:
    """Return what sorts nobody named after all letters."""
    return slug_of(statement.speaker)[:1].upper() or "0" if statement.speaker else _NOBODY_AT


def speakers_of(setting: Setting) -> tuple[Speaker, ...]:
    """Return the speakers, who are entities first, by name; statements of nobody named come last."""
    sayings: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for statement, entity in setting.indexes.spoken:
        words = "" if entity else (statement.speaker or "")
        sayings[entity or "", words].append(_saying(setting, statement))
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


def _saying(setting: Setting, statement: Statement) -> Saying:
    article = setting.archive.article_by_id[statement.article]
    line = line_of(article, setting.indexes.sentence(statement), [statement.span])
    return Saying(statement, article, line)
