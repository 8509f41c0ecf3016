"""The page of all statements, by speaker."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.annotation import Statement
from newsarchive.article import Article
from newsarchive.pages.concordance import Line, line_of
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.setting import Setting
from newsarchive.reading.slug import slug_of
from newsarchive.registry.entity import Entity


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


def statement_pages(setting: Setting) -> Iterator[Page]:
    """Yield the page of all statements."""
    speakers = speakers_of(setting)
    title, address = "Statements", "statements/"
    html = setting.render("statements.html", address, title=title, speakers=speakers)
    headings = tuple(Heading(2, speaker.anchor, speaker.words or "No speaker named") for speaker in speakers)
    anchors = tuple(speaker.anchor for speaker in speakers)
    yield Page(address, title, html, headings, anchors, "Every quotation of the archive, by its speaker.")


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
        return Speaker(entity.label, entity, entity.id.replace("/", "-"), sayings)
    return Speaker(words, None, f"said-by-{slug_of(words) or 'nobody-named'}", sayings)


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
