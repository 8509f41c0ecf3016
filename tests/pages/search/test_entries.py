"""Entries: what search can find, and in which order."""

from newsarchive.pages.indexes import Indexes
from newsarchive.pages.search.entries import Counts, search_entries


def entries(archive):
    indexes = Indexes(archive)
    counts = Counts(indexes.presences.mentions, indexes.spoken.values.counts)
    return list(search_entries(archive, indexes.newest, counts))


def test_names_come_by_their_mentions_and_articles_from_the_latest(write_archive, make_entity):
    texts = {
        "a": ("2021-05-03", "[Sund|places/sund], [Sund|places/sund] and [Norvik|places/norvik] wait."),
        "b": (None, "[Sund|places/sund] waits."),
        "c": ("2021-05-04", "[Norvik|places/norvik] waits."),
    }
    found = entries(write_archive(texts, map(make_entity, ("places/coast", "places/norvik", "places/sund"))))
    assert [one.address for one in found if one.kind == "name"] == [
        "places/sund/",
        "places/norvik/",
        "places/coast/",
    ]
    assert [one.address for one in found if one.kind == "article"] == ["articles/c/", "articles/a/", "articles/b/"]


def test_dates_say_how_many_articles_and_expressions_are_theirs(write_archive):
    text = "It shut {on Monday|2021-05-03 past}, {that day|2021-05-03 past} and {on the second|? stated}."
    found = entries(write_archive({"a": ("2021-05-03", text), "b": ("2021-05", "It opens {in May|2021-05 planned}.")}))
    assert [(one.label, one.detail) for one in found if one.kind == "date"] == [
        ("2021", "0 published, 0 spoken of"),
        ("May 2021", "1 published, 1 spoken of"),
        ("3 May 2021", "1 published, 2 spoken of"),
    ]
