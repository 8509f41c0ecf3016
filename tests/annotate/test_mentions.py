"""Mentions: what every find has in common, and what the seeds name."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.annotate.mentions import find_mentions, name_index
from newsarchive.annotation import Resolution
from newsarchive.reading.seeds import read_seeds
from newsarchive.registry.entity import Registry
from newsarchive.registry.files import read_registry
from newsarchive.registry.spelling import spelled

ONLY, CONTEXT, SURNAME = Resolution.ONLY, Resolution.CONTEXT, Resolution.SURNAME


def test_no_registry_no_mentions(article_of):
    finds = find_mentions(article_of("Ostra"), name_index(Registry()))
    assert (finds.mentions, finds.ambiguous, finds.suppressed) == ((), (), ())


def test_the_longest_name_wins_wherever_it_begins(article_of, index_of):
    index = index_of(
        ("places/a", "town", "New Ostra"),
        ("organisations/b", "bank", "Ostra Savings Bank"),
        ("organisations/c", "bank", "Savings"),
    )
    (mention,) = find_mentions(article_of("the New Ostra Savings Bank"), index).mentions
    assert mention.text == "Ostra Savings Bank"


def test_a_mention_says_which_name_matched(found):
    (mention,) = found("In SAINT  MARK it rained.").mentions
    assert (mention.text, mention.name, mention.entity) == ("SAINT  MARK", "Saint Mark", "places/san-marco")


PIECES = st.sampled_from(
    [
        *("Orlau", "Orlau District", "Varn", "Ostra", "Upper-Ostra", "Wend", "Naples", "Saint Mark", "拉萨", "Bakı"),
        *("Anna Berg", "Olaf Berg", "Berg", "Jan de Wit", "Wit", "Petrov", "Lev Petrov", "Jack Naples", "al-Hadi"),
        *(
            "district",
            "districts",
            "city of",
            "the",
            " and ",
            ": ",
            "https://t.co/x",
            "@",
            "pic.twitter.com/",
            "ß",
            "é",
        ),
        *(" ", ". ", ", ", "\n", "\u00a0", "\u00ad", "\u0301", "\u200d", "-", "–", "'", "’s", "s'", "(", "“", "A"),
        *("e\u0301", "\u1100\u1161", "拉", "ﬁ", "\u202e", "\r\n", "😀"),
    ]
)


@settings(max_examples=300)
@given(texts=st.lists(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=12).map("".join), max_size=3))
def test_every_find_is_the_text_at_its_span(texts, article_of, found):
    article, finds = article_of(*texts), found(*texts)
    order = {block.id: number for number, block in enumerate(article.blocks)}
    every = [*finds.mentions, *finds.ambiguous, *finds.suppressed]
    assert all(one.text == article.text_of(one.span) != "" for one in every)
    spans = sorted((order[one.span.block], one.span.start, one.span.end) for one in every)
    assert all(one[0] < other[0] or one[2] <= other[1] for one, other in pairwise(spans))
    for kind in (finds.mentions, finds.ambiguous, finds.suppressed):
        places = [(order[one.span.block], one.span.start) for one in kind]
        assert places == sorted(places)
    assert all(spelled(one.text).casefold() in spelled(one.name).casefold() for one in finds.mentions)


@settings(max_examples=100)
@given(
    name=st.sampled_from(["Ostra", "Upper-Ostra", "Harbour Post", "Wend"]),
    before=st.text(max_size=20),
    after=st.text(max_size=20),
)
def test_a_name_between_spaces_is_never_lost(name, before, after, found):
    finds = found(f"{before} . {name} . {after}")
    spans = [one.span.start for one in (*finds.mentions, *finds.ambiguous)]
    assert len(before) + 3 in spans


@pytest.fixture(scope="module")
def shipped(project):
    entities, problems = read_registry(project / "seeds" / "registry")
    articles, more = read_seeds(project / "seeds")
    assert (problems, more) == ([], [])
    index = name_index(entities)
    return {one.seed[:3]: find_mentions(one, index) for one in articles}


def at(finds, text):
    return [
        (mention.span.block, mention.entity, mention.resolution) for mention in finds.mentions if mention.text == text
    ]


def test_the_seeds_name_districts_and_towns(shipped):
    first, second, third = shipped["000"], shipped["001"], shipped["002"]
    assert at(first, "Kalbajar") == at(second, "Kalbajar")[:1] == [("p4", "districts/kalbajar", CONTEXT)]
    assert at(first, "Lachin") == at(second, "Lachin") == [("p4", "districts/lachin", CONTEXT)]
    assert {id_ for block, id_, _ in at(first, "Aghdam") if block in {"p1", "p7"}} == {"districts/aghdam"}
    assert ("p4", "places/aghdam", CONTEXT) in at(third, "Aghdam")
    assert {id_ for block, id_, _ in at(third, "Kalbajar") if block in {"p10", "p12", "p13"}} == {"districts/kalbajar"}


def test_the_seeds_name_a_region_by_two_names(shipped):
    assert at(shipped["000"], "Karabakh") == [("p1", "places/nagorno-karabakh", ONLY)]
    assert at(shipped["001"], "Karabakh") == []
    assert ("p7", "places/nagorno-karabakh", ONLY) in at(shipped["000"], "Nagorno-Karabakh")  # a link is glued to it


def test_the_seeds_name_people_by_their_surnames(shipped):
    assert len(at(shipped["000"], "Aliyev")) == 6
    assert {id_ for _, id_, _ in at(shipped["002"], "Aliyev")} == {"people/ilham-aliyev"}
    assert [kind for _, _, kind in at(shipped["002"], "Ismayilov")] == [SURNAME] * 3


def test_the_seeds_name_organisations(shipped):
    assert [id_ for _, id_, _ in at(shipped["000"], "DAILY SABAH")] == ["organisations/daily-sabah"] * 2
    assert len(at(shipped["002"], "Azerbaijan's Defense Ministry")) == 4
    assert at(shipped["002"], "The Associated Press")[0][1] == at(shipped["002"], "AP")[0][1]


def test_every_entity_of_the_registry_is_named(shipped, project):
    entities, _ = read_registry(project / "seeds" / "registry")
    named = {mention.entity for finds in shipped.values() for mention in finds.mentions}
    assert set(entities.by_id) - named == {"places/lachin"}  # they speak of its district only


@pytest.mark.parametrize(
    "text",
    [
        "Ostran-" * 250_000,
        "Orlau, " * 5_000,
        "a." * 900_000 + "Ostra",
        "e\u0323\u0301" * 100_000,
        "e\u0301\u0323" * 100_000,
        "Berg" * 500_000,
        "a-\n" * 300_000,
        "\u00ad \n" * 300_000,
    ],
    ids=["hyphens", "list", "address", "marks", "disordered marks", "glued", "breaks", "soft hyphens"],
)
def test_a_long_text_of_the_same_takes_seconds(text, found):
    finds = found(text)
    assert len(finds.mentions) + len(finds.ambiguous) in {0, 1, 5_000}
