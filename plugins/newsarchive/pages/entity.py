"""Entity pages: one person, place, organisation or event, with all that the archive knows of it."""

from collections.abc import Iterator, Sequence
from functools import partial

from newsarchive.digest import digest
from newsarchive.pages.companions import Circle
from newsarchive.pages.entity_html import Sections, entity_html, entity_sections, parts_html
from newsarchive.pages.entity_view import (
    MOST_PASSAGES,
    MOST_UNLINKED,
    EntityView,
    Gathered,
    entity_view,
    gathered,
    part_rows,
)
from newsarchive.pages.entry_html import entries_by_month, saying_entries
from newsarchive.pages.indexes import Indexes
from newsarchive.pages.namings import Namings, naming_list
from newsarchive.pages.network import told
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheet_page import Whole, written_sheet_plans
from newsarchive.pages.sheets import Part, Sheet
from newsarchive.pages.statement_list import statement_list
from newsarchive.registry.entity import Room


def entity_plans(setting: Setting) -> Iterator[Plan]:
    """Yield a plan for every entity of the registry that is no district, also for those that no article names.

    An entity that many articles name, or that says much, has sheets of its own as well.
    """
    for entity in setting.archive.registry.entities:
        if entity.room != Room.DISTRICTS:
            known, circle = gathered(setting.indexes, entity), setting.indexes.companions.circle(entity.id)
            listed = naming_list(entity, setting.indexes.periods, known.listed)
            make = partial(_entity_page, setting, known, circle, listed.years)
            yield Plan(entity.address, entity_inputs(setting.indexes, known, circle), make)
            yield from entity_sheets(setting, known, entity.label, listed.sheets)


def entity_inputs(indexes: Indexes, known: Gathered, circle: Circle | None) -> bytes:
    """Return a digest of all that an entity's page shows of the archive."""
    entity, frame = known.entity, indexes.frame
    passages = indexes.passages_naming(known.ids)
    unlinked = indexes.unlinked_of_entity.get(entity.id, ())
    parts = (f"{row.entity.id} {row.mentions}" for row in part_rows(indexes, entity))
    return digest(
        (
            indexes.digests_at(known.found.positions),
            f"{frame.unit} {frame.steps[0]} {frame.steps[-1]}" if frame else None,
            *(told(circle) if circle else ()),
            len(passages),
            b"".join([indexes.digest_of_passage(passage.id) for passage in passages[:MOST_PASSAGES]]),
            len(unlinked),
            indexes.digests_at([position for position, _ in unlinked[:MOST_UNLINKED]]),
            *parts,
        )
    )


def _entity_page(setting: Setting, known: Gathered, circle: Circle | None, years: Sequence[Part]) -> Page:
    here, view = Here(known.entity.address, setting), entity_view(setting, known, circle, years)
    return view_page(here, view, known.entity.label, {"parts": ("Its parts", parts_html(here, view.parts))})


def view_page(here: Here, view: EntityView, title: str, own: Sections) -> Page:
    """Return the page of an entity; `own` are the sections that only pages of its kind have."""
    sections = entity_sections(here, view, own)
    headings = tuple(Heading(2, anchor, words) for anchor, (words, _) in sections.items())
    return Page(here.address, title, entity_html(here, view, title, sections), headings, described(view))


def described(view: EntityView) -> str:
    """Return one line on an entity for search engines and link previews."""
    entity = view.entity
    names = ", ".join(dict.fromkeys(name.text for name in entity.names[1:8]))
    also = f", also {names}" if names else ""
    return f"{entity.label} ({entity.kind}){also}: {view.mentions} mentions in {view.articles_count} articles."


def entity_sheets(setting: Setting, known: Gathered, title: str, listed: Sequence[Sheet[Namings]]) -> Iterator[Plan]:
    """Yield plans for the sheets of the articles that name an entity, `listed`, and for those of what it says."""
    indexes, entity = setting.indexes, known.entity
    yield from written_sheet_plans(
        setting,
        Whole(entity.address, title, "all", title),
        listed,
        lambda here, sheet: entries_by_month(here, sheet.items),
        lambda sheet: indexes.digests_at(sheet.items.positions),
    )
    yield from written_sheet_plans(
        setting,
        Whole(entity.address, title, "statements", f"{title}, statements", "statement"),
        statement_list(entity, indexes.names_of_periods, known.said).sheets,
        lambda here, sheet: saying_entries(here, sheet.items),
        lambda sheet: indexes.digests_at([position for position, _ in sheet.items]),
    )
