"""Records: what was found in an article comes back as it was."""

from newsarchive.annotate.record import (
    annotations_record,
    read_annotations,
    read_rows,
    read_synopsis,
    synopsis_record,
)
from newsarchive.annotate.rows import rows_of
from newsarchive.annotate.synopsis import read_numbers, synopsis_of
from newsarchive.annotation import AmbiguousMention, Annotations, Statement, Suppressed
from newsarchive.article import Span


def numbered(registry):
    """Return the ids of all entities, and the number of each."""
    ids = [entity.id for entity in registry.entities]
    return ids, {id_: number for number, id_ in enumerate(ids)}


def test_annotations_come_back(found_in_seeds):
    for id_, annotations in found_in_seeds.items():
        assert annotations.mentions
        assert read_annotations(id_, annotations_record(rows_of(annotations))) == annotations


def test_rare_annotations_come_back():
    span = Span("p1", 0, 3)
    annotations = Annotations(
        ambiguous=(AmbiguousMention("a", span, "Sun\ud800d", "Sund", ("places/a", "places/b")),),
        statements=(Statement("a", span, "Yes", "Ada", "said", Span("p1", 5, 8)), Statement("a", span, "No")),
        suppressed=(Suppressed("mention", "no-district", "a", span, "Sund", "places/a"),),
    )
    assert read_annotations("a", annotations_record(rows_of(annotations))) == annotations


def test_annotations_can_be_read_as_plain_rows(found_in_seeds):
    for annotations in found_in_seeds.values():
        rows = read_rows(annotations_record(rows_of(annotations)))
        assert rows == rows_of(annotations)
        assert [(*one.span, one.text, one.entity) for one in annotations.mentions] == [row[:5] for row in rows.mentions]
        assert [(*one.span, one.text, one.edtf) for one in annotations.dates] == [row[:5] for row in rows.dates]
        assert {type(value) for row in rows.dates for value in row} <= {str, int, tuple, type(None)}


def test_a_synopsis_comes_back(sources, found_in_seeds):
    ids, numbers = numbered(sources.registry)
    for article in sources.articles:
        synopsis = synopsis_of(article, rows_of(found_in_seeds[article.id]))
        assert sum(read_numbers(synopsis.presences.counts)) == len(found_in_seeds[article.id].mentions)
        assert read_synopsis(synopsis_record(synopsis, numbers), ids) == synopsis


def test_what_many_synopses_hold_is_held_once(sources, found_in_seeds):
    found = [rows_of(found_in_seeds[article.id]) for article in sources.articles]
    ids, numbers = numbered(sources.registry)
    records = [synopsis_record(synopsis_of(*one), numbers) for one in zip(sources.articles, found, strict=True)]
    first, again = (read_synopsis(records[0], ids).presences for _ in range(2))
    assert first == again
    assert first.entities[0] is again.entities[0]
