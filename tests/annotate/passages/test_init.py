"""Passages: what two places share, from end to end, once, and never by a chain."""

import time
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.annotate.passages import find_passages
from newsarchive.article import Block, BlockKind, Origin, Range


def test_nothing_is_shared_by_none_one_or_two_different_texts(article, prose):
    assert find_passages([]).passages == ()
    assert find_passages([article("a", "")]).passages == ()
    assert find_passages([article("a", prose(300, 1)), article("b", prose(300, 2))]).passages == ()


@pytest.mark.parametrize(("count", "found"), [(9, 0), (10, 1), (40, 1)])
def test_a_passage_has_ten_words_or_more(article, passages, prose, count, found):
    shared = prose(count, 3)
    one = article("a", f"{prose(60, 1)} {shared} {prose(60, 2)}")
    two = article("b", f"{prose(60, 4)} {shared} {prose(60, 5)}")
    assert passages([one, two]) == [([("a", shared), ("b", shared)], [])] * found


def test_a_passage_runs_over_blocks_and_in_the_middle_of_them(article, passages, prose):
    first, second = prose(20, 1), prose(20, 2)
    one = article("a", f"{prose(30, 3)} {first}", f"{second} {prose(30, 4)}")
    two = article("b", prose(30, 5), f"{first} {second}", prose(30, 6))
    assert passages([one, two]) == [([("a", f"{first} / {second}"), ("b", f"{first} {second}")], [])]


def test_a_passage_stands_twice_in_one_article(article, passages, prose):
    shared = prose(20, 1)
    assert passages([article("a", shared, prose(50, 2), f"{prose(5, 3)} {shared}")]) == [
        ([("a", shared), ("a", shared)], [])
    ]


def test_a_text_repeated_in_one_article_is_never_laid_over_itself(article, passages, prose):
    shared = prose(30, 1)
    found = passages([article("a", *(f"{prose(15, seed)} {shared}" for seed in range(10, 14)))])
    assert ([("a", shared), ("a", shared)], []) in found
    assert max(len(text.split()) for places, _ in found for _, text in places) < 90


def test_changed_words_are_bridged_and_told(article, passages, prose):
    words = prose(40, 1).split()
    changed = [*words[:12], "otherwise", *words[13:25], *words[26:]]
    one = article("a", " ".join(words), date="2020-01-01")
    two = article("b", f"{prose(40, 2)} {' '.join(changed)}", date="2020-01-02")
    assert passages([one, two]) == [
        (
            [("a", " ".join(words)), ("b", " ".join(changed))],
            [("word", [words[12], "otherwise"]), ("omission", [words[25], ""])],
        )
    ]


def test_sentences_in_another_order_are_one_passage(article, passages, prose):
    parts = [prose(25, seed) for seed in range(4)]
    one = article("a", prose(60, 8), " ".join(parts))
    two = article("b", " ".join(parts[at] for at in (2, 0, 3, 1)), prose(60, 9))
    ((places, changes),) = passages([one, two])
    assert [len(text.split()) for _, text in places] == [100, 100]
    assert {kind for kind, _ in changes} == {"order"}


def test_blocks_in_another_order_are_one_passage_only_where_they_adjoin(article, passages, prose):
    blocks = [prose(25, seed) for seed in range(3)]
    one = article("a", blocks[0], prose(60, 7), blocks[1], blocks[2])
    two = article("b", blocks[2], blocks[1], prose(60, 8), blocks[0])
    places = [places for places, _ in passages([one, two])]
    assert sorted(found[0][1].count(" ") - 2 * found[0][1].count("/") for found in places) == [24, 48]


def test_garbled_words_belong_to_the_passage_from_end_to_end(article, passages, prose):
    words = prose(40, 1).split()
    garbled = [word[:2] + "x" + word[3:] if at % 5 == 0 else word for at, word in enumerate(words)]
    ((places, _),) = passages([article("a", " ".join(words)), article("b", prose(50, 2), " ".join(garbled))])
    assert places == [("a", " ".join(words)), ("b", " ".join(garbled))]


def test_witnesses_never_chain(article, passages, prose):
    one, two = prose(40, 1), prose(40, 2)
    found = passages([article("a", one), article("b", f"{one} {two}"), article("c", two)])
    assert [[name for name, _ in places] for places, _ in found] == [["a", "b"], ["b", "c"]]


def test_a_text_in_three_places_is_one_passage(article, passages, prose):
    shared = prose(30, 1)
    found = passages([article(name, prose(50, seed), shared) for seed, name in enumerate("abc", 10)])
    assert found == [([("a", shared), ("b", shared), ("c", shared)], [])]


def test_two_places_are_named_together_once_for_the_longest_text_that_they_share(article, passages, prose):
    shared = prose(60, 1)
    part = " ".join(shared.split()[20:40])
    texts = {"a": shared, "b": shared, "c": part}
    found = passages(
        [
            article(name, prose(200, seed), text, prose(200, seed + 9))
            for seed, (name, text) in enumerate(texts.items(), 30)
        ]
    )
    assert sorted(found) == sorted(
        [
            ([("a", shared), ("b", shared)], []),
            ([("a", part), ("c", part)], []),
            ([("b", part), ("c", part)], []),
        ]
    )


def test_copies_of_an_article_stay_together(article, passages, prose):
    whole, part = [prose(60, seed) for seed in range(4)], prose(60, 2)
    found = passages([article("a", *whole), article("b", *whole), article("c", prose(300, 8), part)])
    assert sorted([name for name, _ in places] for places, _ in found) == [["a", "b"], ["a", "b", "c"]]


def test_names_order_and_files_decide_nothing(article, prose):
    shared = prose(40, 1)
    texts = [f"{prose(50, seed)} {shared}" for seed in (11, 12, 13)]
    one = find_passages([article(name, text) for name, text in zip("abc", texts, strict=True)])
    two = find_passages([article(name, text) for name, text in zip("zyx", texts, strict=True)][::-1])
    assert [passage.id for passage in one.passages] == [passage.id for passage in two.passages]
    assert len(one.passages[0].witnesses) == len(two.passages[0].witnesses) == 3


def test_the_id_is_that_of_the_earliest_text(article, prose):
    words = prose(40, 1).split()
    other = [*words[:20], "changed", *words[21:]]
    texts = {"2020-01-01": " ".join(other), "2020-01-02": " ".join(words), "2020-01-03": " ".join(words)}
    made = [article(f"a{day}", text, prose(80, 50 + int(day[-1])), date=day) for day, text in texts.items()]
    (passage,) = find_passages(made).passages
    assert passage.earliest == 0
    (alone,) = find_passages([made[0], article("b", " ".join(other))]).passages
    assert passage.id == alone.id


def test_a_post_s_byline_and_a_photo_s_credit_make_no_passage(article, passages, prose):
    tail = "https://t.co/abc pic.twitter.com/def — THE HARBOUR POST OF OSTRA (@HarbourPostOfOstra) November 20, 2020"
    credit = "(Photo/Some Person Of The Long Name Agency) Credit: Some Person Credit: Some Person"

    def block(number, kind, text, by):
        return Block(f"p{number}", kind, text, Range(0, len(text)), by)

    def one(name, seed):
        post = block(1, BlockKind.POST, f"{prose(12, seed)} {tail}", "THE HARBOUR POST OF OSTRA (@HarbourPostOfOstra)")
        caption = block(2, BlockKind.CAPTION, f"{prose(12, seed + 1)} {credit}", "Some Person Of The Long Name Agency")
        return article(name, blocks=[post, caption])

    assert passages([one("a", 1), one("b", 5)]) == []
    ((places, _), *_) = passages([one("a", 1), one("b", 1)])
    assert places[0][1].endswith("Credit: Some Person")


def test_what_stands_in_many_unlike_articles_is_set_apart_and_told(article, prose):
    formula = prose(30, 1)
    found = find_passages([article(f"a{seed}", prose(100, seed), formula) for seed in range(10, 25)])
    assert found.passages == ()
    assert {(each.kind, each.reason, each.text) for each in found.suppressed} == {("passage", "formula", formula)}
    assert len(found.suppressed) == 15
    assert found.suppressed[0].detail == "its words stand in more than 10 articles"


def test_many_copies_are_a_passage(article, prose):
    text = prose(120, 1)
    (passage,) = find_passages([article(f"a{seed}", f"{prose(4, seed)} {text}") for seed in range(10, 40)]).passages
    assert len(passage.witnesses) == 30


def test_a_list_of_names_is_set_apart_and_told(article, prose):
    names = "Senators Anna Berg Olaf Lund Ivan Petrov Lev Karlov Otto Lang Jan Wit Al Hadi Mira Sol"
    found = find_passages(
        [article("a", f"{prose(40, 1)} {names} {prose(40, 2)}"), article("b", f"{prose(40, 3)} {names}")]
    )
    assert found.passages == ()
    assert [(each.article, each.reason, each.text) for each in found.suppressed] == [
        ("a", "names", names),
        ("b", "names", names),
    ]


def test_a_sentence_repeated_without_end_is_bounded_and_told(article, prose):
    sentence = prose(12, 1)
    start = time.process_time()
    found = find_passages([article("a", " ".join([sentence] * 8000)), article("b", f"{prose(50, 2)} {sentence}")])
    assert time.process_time() - start < 10
    assert any("b" in {witness.article for witness in passage.witnesses} for passage in found.passages)
    assert {each.reason for each in found.suppressed} == {"repetition"}


def test_one_word_repeated_without_end_is_bounded(article):
    start = time.process_time()
    find_passages([article("a", "a " * 500_000), article("b", "a " * 1000)])
    assert time.process_time() - start < 10


def test_thousands_of_copies_are_bounded(article, prose):
    text = prose(40, 1)
    start = time.process_time()
    (passage,) = find_passages([article(f"a{number:04}", text) for number in range(2000)]).passages
    assert len(passage.witnesses) == 2000
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("dates", "origin", "earliest"),
    [
        (("2020-11-20", "2020-11-21"), Origin.SIDECAR, 0),
        (("2020-11-20", "2020-11-20"), Origin.SIDECAR, None),
        (("2020-11", "2020-11-21"), Origin.SIDECAR, None),
        (("2020-11", "2020-12"), Origin.SIDECAR, 0),
        (("2020-11-20", None), Origin.SIDECAR, None),
        (("2020-11-20", "2020-11-21"), Origin.INFERRED, None),
    ],
)
def test_the_earliest_is_told_where_the_dates_tell(article, prose, dates, origin, earliest):
    shared = prose(30, 1)
    made = [article(name, shared, date=date, origin=origin) for name, date in zip("ab", dates, strict=True)]
    (passage,) = find_passages(made).passages
    assert passage.earliest == earliest


SHARED = st.integers(0, 3)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(SHARED, max_size=4), max_size=6))
def test_every_two_witnesses_share_their_words(article, prose, plan):
    made = [
        article(
            f"a{number}", *(f"{prose(15, 100 + 10 * number + at)} {prose(30, part)}" for at, part in enumerate(parts))
        )
        for number, parts in enumerate(plan)
    ]
    by_id = {each.id: each for each in made}
    for passage in find_passages(made).passages:
        texts = [
            Counter(word for part in witness.parts for word in by_id[witness.article].text_of(part).split())
            for witness in passage.witnesses
        ]
        smallest = min(text.total() for text in texts)
        assert all((one & two).total() >= smallest / 2 for one in texts for two in texts)
        places = [(each.article, part) for each in passage.witnesses for part in each.parts]
        assert not any(overlap(one, two) for at, one in enumerate(places) for two in places[at + 1 :])
        assert passage.words >= 10


def overlap(one, two):
    (name, here), (other, there) = one, two
    return name == other and here.block == there.block and here.start < there.end and there.start < here.end
