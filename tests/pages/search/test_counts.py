from newsarchive.annotate.synopsis import Dates, Presences, Synopsis, packed
from newsarchive.pages.search.counts import counts_of, together


def synopsis(mentions, *dates):
    blocks, names = packed([1] * len(mentions)), (b"",) * len(mentions)
    presences = Presences(tuple(mentions), packed(mentions.values()), blocks, names)
    return Synopsis(presences=presences, dates=Dates("".join(f"{edtf or ''}\n" for edtf in dates)))


def test_mentions_and_dates_of_several_articles_are_counted():
    found = counts_of([synopsis({"places/a": 2, "people/b": 1}, "2020", None), synopsis({"places/a": 3}, "2020")])
    assert found == ({"places/a": 5, "people/b": 1}, {"2020": 2, None: 1})


def test_runs_are_counted_together():
    runs = [[synopsis({"places/a": 2}, "2020"), synopsis({"people/b": 4})], [synopsis({"places/a": 1}, "2020", "199X")]]
    assert together(map(counts_of, runs)) == counts_of([one for run in runs for one in run])


def test_nothing_is_counted_of_nothing():
    assert counts_of([]) == together([]) == ({}, {})
