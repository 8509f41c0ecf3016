from itertools import chain

from newsarchive.annotate.synopsis import WAY_LENGTH, Dates, Presences, packed
from newsarchive.pages.named_beside import named_beside
from newsarchive.pages.presences import presence_table


def beside(*articles):
    """Return what is named beside the dates of articles: of each the entities, and the places of those of each date."""
    once = [(ids, packed([1] * len(ids))) for ids, _ in articles]
    presences = [Presences(ids, ones, ones, bytes(WAY_LENGTH * len(ids))) for ids, ones in once]
    dates = [Dates(named=packed(map(len, named)), entities=packed(chain(*named))) for _, named in articles]
    return named_beside(dates, presence_table(presences))


def test_the_rows_beside_an_entity_are_those_whose_sentences_name_it():
    known = beside((("places/b", "places/a"), [[0, 1], []]), ((), [[]]), (("places/a", "places/c"), [[0]]))
    rows = {id_: rows.tolist() for id_, rows in known.rows_of_entity.items()}
    assert rows == {"places/a": [0, 3], "places/b": [0], "places/c": []}


def test_entities_are_counted_the_most_frequent_first():
    known = beside((("places/b", "places/a", "places/c"), [[0, 2], [0, 1, 2], [0]]))
    assert known.counts([0, 1, 2]) == [("places/b", 3), ("places/c", 2), ("places/a", 1)]
    assert known.counts([1]) == [("places/a", 1), ("places/b", 1), ("places/c", 1)]
    assert known.counts([]) == []


def test_nothing_is_named_where_there_is_no_date():
    assert not beside().rows_of_entity
