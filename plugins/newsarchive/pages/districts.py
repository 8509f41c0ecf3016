"""District pages: a district with its articles, places, dates and passages; and the index of all districts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsarchive.annotation import DateRole
from newsarchive.edtf_value import parse_edtf
from newsarchive.pages.concordance import Line, Sentence, line_of
from newsarchive.pages.entity import described, entity_view
from newsarchive.pages.index_row import index_rows
from newsarchive.pages.map import LocatorMap, locator_map
from newsarchive.pages.page import Page
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Setting
from newsarchive.registry.entity import Entity, Room


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date that stands in the same sentence as a name: its EDTF value, role, and the sentence."""

    edtf: str
    role: DateRole
    line: Line


def district_pages(setting: Setting) -> Iterator[Page]:
    """Yield the index of the districts, then a page for each."""
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    yield _index_page(setting, districts)
    for district in districts:
        yield _district_page(setting, district)


def _index_page(setting: Setting, districts: Sequence[Entity]) -> Page:
    rows = index_rows(setting, districts)
    drawing = district_map(setting)
    sections = chosen({"all": ("All districts", rows), "map": ("On the map", drawing)})
    title, address = "Districts", f"{Room.DISTRICTS}/"
    return sectioned_page(setting, "districts.html", address, title, sections, {"rows": rows, "map": drawing})


def district_map(setting: Setting) -> LocatorMap | None:
    """Draw all districts that have a point, their own or that of a place in them, the most mentioned first."""
    indexes = setting.indexes
    districts = [entity for entity in setting.archive.registry.entities if entity.room == Room.DISTRICTS]
    ranked = sorted(districts, key=lambda entity: (-indexes.mentions_count(entity), entity.id))
    places = (indexes.gazetteer.place_of(entity, main=True) for entity in ranked)
    return locator_map([place for place in places if place])


def _district_page(setting: Setting, district: Entity) -> Page:
    named = (district, *_within(district, setting.indexes.parts))
    view = entity_view(setting, district, named)
    sentences = setting.indexes.sentences_of([entity.id for entity in named])
    dates = date_rows(setting, sentences)
    sections = chosen(
        {
            "names": ("Names", view.names),
            "map": ("Where it lies", view.map),
            "places": ("Its places", view.parts),
            "dates": ("Its dates", dates),
            "time": ("Through time", view.timeline),
            "articles": ("In the articles", view.articles),
            "reasons": ("Why these are linked", view.reasons),
            "with": ("Stands with", view.network),
            "statements": ("Statements", view.statements),
            "passages": ("Passages", view.passages),
            "unlinked": ("Left unlinked", view.unlinked),
        }
    )
    values = {"view": view, "entity": district, "dates": dates}
    return sectioned_page(
        setting, "district.html", district.address, _title(district), sections, values, described(view)
    )


def _title(district: Entity) -> str:
    """Return the first name, with the kind where the name does not say it: the seat may be called the same."""
    named = district.kind.casefold() in district.label.casefold()
    return district.label if named else f"{district.label} ({district.kind})"


def _within(whole: Entity, parts: Mapping[str, Sequence[Entity]]) -> Iterator[Entity]:
    """Yield the parts of `whole`, and theirs; a circle is gone round once."""
    seen = {whole.id}
    waiting = list(parts.get(whole.id, ()))
    while waiting:
        entity = waiting.pop(0)
        if entity.id not in seen:
            seen.add(entity.id)
            waiting.extend(parts.get(entity.id, ()))
            yield entity


def date_rows(setting: Setting, sentences: Iterable[Sentence]) -> tuple[DateRow, ...]:
    """Return the dates that stand in `sentences`, by date; those of one date in the order of the sentences."""
    held = setting.indexes.dates_of_sentence
    articles = setting.archive.article_by_id
    rows = (
        DateRow(expression.edtf, expression.role, line_of(articles[sentence.article], sentence, [expression.span]))
        for sentence in sentences
        for expression in held.get(sentence, ())
        if expression.edtf is not None
    )
    return tuple(sorted(rows, key=_in_time))


def _in_time(row: DateRow) -> tuple[date, date, str]:
    value = parse_edtf(row.edtf)
    return value.first, value.last, row.edtf
