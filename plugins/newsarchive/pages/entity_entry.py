"""Entries of the side column: dozens on every article's page, so they are put together from what was said before."""

from collections.abc import Iterable

from markupsafe import Markup

from newsarchive.pages.setting import Here
from newsarchive.pages.side_column import Presence


def entity_entries(here: Here, presences: Iterable[Presence]) -> Markup:
    """Return the list items of `presences`; a script shows each again as a card beside its mentions."""
    return Markup("\n".join([_entry(here, presence) for presence in presences]))  # noqa: S704  # all pieces are HTML


def _entry(here: Here, presence: Presence) -> str:
    label, steps = presence.label, presence.steps
    earlier = f" · {here.step('earlier', steps.earlier)}" if steps.earlier else ""
    later = f" · {here.step('later', steps.later)}" if steps.later else ""
    counts = f"{presence.total} × in {steps.articles}"
    return f"<li>{label.link} {here.spots(presence)}\n<p>{label.names} · {counts}{earlier}{later}</p></li>"
