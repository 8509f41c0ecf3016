"""Divergences as a table, on the page of a passage and on that of two articles."""

from collections.abc import Iterable, Sequence

MOST_DIVERGENCES = 100
"""Divergences that a page tells of."""


def divergences_html(heads: Iterable[str], rows: Sequence[str], count: int, none: str) -> str:
    """Return `rows` of the table, whose columns have the `heads`, as HTML; `count` says how many divergences there are.

    Where there are none, the words `none` say so.
    """
    if not rows:
        return f"<p>{none}</p>"
    columns = "".join([f'<th scope="col">{head}</th>' for head in heads])
    listed = "\n".join(rows)
    more = f'\n<p class="na-from">And {count - len(rows)} more.</p>' if count > len(rows) else ""
    return f"""<table class="na-table na-divergences">
<caption class="na-hidden">Divergences</caption>
<thead><tr>{columns}</tr></thead>
<tbody>
{listed}
</tbody>
</table>{more}"""
