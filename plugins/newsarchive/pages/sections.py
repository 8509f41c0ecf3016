"""Pages that are made of sections, each with a heading that the table of contents lists."""

from collections.abc import Mapping

from newsarchive.pages.page import Heading, Page
from newsarchive.pages.setting import Setting


def sectioned_page(  # noqa: PLR0913, PLR0917  # a page's parts
    setting: Setting,
    template: str,
    address: str,
    title: str,
    sections: Mapping[str, str],
    values: Mapping[str, object],
    description: str = "",
) -> Page:
    """Return a page whose template writes the `sections` (heading by anchor, in their order) and sees `values`."""
    html = setting.render(template, address, title=title, sections=sections, **values)
    headings = tuple(Heading(2, anchor, words) for anchor, words in sections.items())
    return Page(address, title, html, headings, description)


def chosen(sections: Mapping[str, tuple[str, object]]) -> dict[str, str]:
    """Return the headings, by anchor, of the sections that have something to show."""
    return {anchor: heading for anchor, (heading, content) in sections.items() if content}
