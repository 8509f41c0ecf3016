"""The pages of passages: all witnesses of each, in the order of their dates."""

from collections.abc import Iterator
from functools import partial

from newsarchive.annotation import Passage
from newsarchive.digest import digest
from newsarchive.pages.page import Heading, Page
from newsarchive.pages.passage_html import passage_html, witness_rows
from newsarchive.pages.passage_view import compared_with_first, passage_view
from newsarchive.pages.plan import Plan
from newsarchive.pages.setting import Here, Setting
from newsarchive.pages.sheet_page import Whole, sheet_plans
from newsarchive.pages.witnesses import MOST_WITNESSES, in_order, passage_address, witness_list


def passage_plans(setting: Setting) -> Iterator[Plan]:
    """Yield the plan of every passage's page, by id, and where its witnesses are many, of its sheets.

    The first witness's article is compared with the others on its own page too, and both are made in turn.
    """
    indexes = setting.indexes
    for passage in setting.archive.passages:
        order = in_order(indexes, passage)
        beside = (compared_with_first(indexes, passage, order[0], other) for other in order[1:MOST_WITNESSES])
        inputs = digest((indexes.digest_of_passage(passage.id), *beside))
        turn = indexes.rank[passage.witnesses[order[0]].article]
        yield Plan(passage_address(passage), inputs, partial(_page, setting, passage), turn)
        if len(order) > MOST_WITNESSES:
            yield from _sheets(setting, passage)


def _sheets(setting: Setting, passage: Passage) -> Iterator[Plan]:
    inputs = setting.indexes.digest_of_passage(passage.id)
    return sheet_plans(
        setting,
        "witnesses_sheet.html",
        Whole(passage_address(passage), "the passage", "witnesses", "Witnesses", "place"),
        witness_list(setting.indexes, passage).sheets,
        lambda sheet: witness_rows(Here(sheet.address, setting), passage, sheet.items),
        lambda _: inputs,
    )


def _page(setting: Setting, passage: Passage) -> Page:
    address, view = passage_address(passage), passage_view(setting.indexes, passage)
    years = witness_list(setting.indexes, passage).years
    return Page(
        address=address,
        title=f"Passage: {view.excerpt}",
        html=passage_html(Here(address, setting), passage, view, years),
        headings=(
            Heading(2, "witnesses", "Witnesses"),
            Heading(2, "common", "In common"),
            Heading(2, "divergences", "Divergences"),
        ),
        description=f"A passage of {passage.words} words and the {len(passage.witnesses)} places where it stands.",
    )
