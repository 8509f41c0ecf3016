"""Entity pages: one person, place, organisation or event, with all that the archive knows of it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from operator import itemgetter

from markupsafe import Markup

from newsarchive.digest import digest
from newsarchive.pages.chart_html import map_html, network_html, timeline_html
from newsarchive.pages.entity_view import (
    MOST_PASSAGES,
    MOST_UNLINKED,
    EntityView,
    Gathered,
    drawn_network,
    entity_view,
    gathered,
    part_rows,
    saying_lines,
)
from newsarchive.pages.entry_html import entries_by_month, entries_by_year, lines_by_article, saying_entries
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.namings import naming_list
from newsarchive.pages.network import Network
from newsarchive.pages.page import Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.sections import chosen, sectioned_page
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.sheets import Sheet
from newsarchive.pages.statement_list import statement_list
from newsarchive.registry.entity import Entity, Room


def entity_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for every entity of the registry that is no district, also for those that no article names.

    An entity that many articles name, or that says much, has sheets of its own as well.
    """
    for entity in setting.archive.registry.entities:
        if entity.room != Room.DISTRICTS:
            known, network = gathered(setting.indexes, entity), drawn_network(setting, entity)
            make = partial(_entity_page, setting, entity, network)
            yield Plan(entity.address, entity_inputs(setting.indexes, known, network), make)
            yield from entity_sheets(setting, known, entity.label)


def entity_sections(view: EntityView, own: Mapping[str, tuple[str, object]]) -> dict[str, str]:
    """Return the headings of an entity's page, by anchor; `own` are those that only pages of its kind have."""
    return chosen(
        {
            "names": ("Names", view.names),
            "map": ("Where it lies", view.map),
            **own,
            "time": ("Through time", view.timeline),
            "articles": ("In the articles", view.articles),
            "reasons": ("Why these are linked", view.reasons.shown),
            "with": ("Stands with", view.network),
            "statements": ("Statements", view.statements),
            "passages": ("Passages", view.passages.shown),
            "unlinked": ("Left unlinked", view.unlinked.shown),
            "all": ("All articles", view.listed),
        }
    )


def entity_inputs(indexes: Indexes, known: Gathered, network: Network | None) -> bytes:
    """Return a digest of all that an entity's page shows of the archive."""
    entity, frame = known.entity, indexes.frame
    passages = indexes.passages_naming(known.ids)
    unlinked = indexes.unlinked_of_entity.get(entity.id, ())
    parts = (f"{row.entity.id} {row.mentions}" for row in part_rows(indexes, entity))
    return digest(
        (
            digests_of(indexes, map(itemgetter(0), known.found)),
            f"{frame.unit} {frame.steps[0]} {frame.steps[-1]}" if frame else None,
            network.told if network else None,
            len(passages),
            b"".join([indexes.digest_of_passage(passage.id) for passage in passages[:MOST_PASSAGES]]),
            len(unlinked),
            digests_of(indexes, map(itemgetter(0), unlinked[:MOST_UNLINKED])),
            *parts,
        )
    )


def digests_of(indexes: Indexes, positions: Iterable[int]) -> bytes:
    """Return the digests of the articles at `positions` in the order of time, joined."""
    return b"".join(map(indexes.digests.__getitem__, positions))


def _entity_page(setting: Setting, entity: Entity, network: Network | None) -> Page:
    view = entity_view(setting, gathered(setting.indexes, entity), network)
    sections = entity_sections(view, {"parts": ("Its parts", view.parts)})
    return view_page(setting, "entity.html", entity.label, view, sections, {})


def view_page(  # noqa: PLR0913, PLR0917  # a page's parts
    setting: Setting,
    template: str,
    title: str,
    view: EntityView,
    sections: Mapping[str, str],
    values: Mapping[str, object],
) -> Page:
    """Return the page of an entity, of which `view` is shown under the headings `sections`."""
    address = view.entity.address
    here = Here(address, setting)
    shown = {
        "view": view,
        "entity": view.entity,
        "articles": lines_by_article(here, view.articles),
        "statements": lines_by_article(here, view.statements),
        "drawings": drawings(here, view),
        "listed": [] if view.years else entries_by_year(here, view.listed),
        **values,
    }
    return sectioned_page(setting, template, address, title, sections, shown, described(view))


def drawings(here: Here, view: EntityView) -> dict[str, Markup]:
    """Return what is drawn of an entity, by the anchors of the sections."""
    entity, shown = view.entity, {}
    if view.map:
        shown["map"] = map_html(here, view.map, "chart-map", f"Where {entity.label} lies")
    if view.timeline:
        shown["time"] = timeline_html(view.timeline, ["mentions"], "chart-time")
    if view.network:
        shown["with"] = network_html(here, entity, view.network, "chart-with")
    return shown


def described(view: EntityView) -> str:
    """Return one line on an entity for search engines and link previews."""
    entity = view.entity
    names = ", ".join(dict.fromkeys(name.text for name in entity.names[1:8]))
    also = f", also {names}" if names else ""
    return f"{entity.label} ({entity.kind}){also}: {view.mentions} mentions in {view.articles_count} articles."


def entity_sheets(setting: Setting, known: Gathered, title: str) -> Iterator[Plan]:
    """Yield plans for the sheets of the articles that name an entity, and for those of what it says."""
    indexes, entity = setting.indexes, known.entity
    inputs = partial(_sheet_inputs, indexes)
    yield from sheet_plans(
        setting,
        "entity_sheet.html",
        Whole(entity.address, title, "all", title),
        naming_list(entity, indexes.dates, known.listed).sheets,
        lambda sheet: entries_by_month(Here(sheet.address, setting), sheet.items),
        inputs,
    )
    yield from sheet_plans(
        setting,
        "entity_sheet.html",
        Whole(entity.address, title, "statements", f"{title}, statements", "statement"),
        statement_list(entity, indexes.dates, known.said).sheets,
        lambda sheet: saying_entries(Here(sheet.address, setting), saying_lines(indexes, sheet.items)),
        inputs,
    )


def _sheet_inputs(indexes: Indexes, sheet: Sheet[tuple[int, object]]) -> bytes:
    return digests_of(indexes, map(itemgetter(0), sheet.items))
