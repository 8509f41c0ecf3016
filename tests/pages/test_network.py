import pytest

from newsarchive.pages.network import WIDTH, network_of, told

NAMES = "abcdefghijklmnop"


@pytest.fixture
def people(make_entity):
    return {f"people/{name}": make_entity(f"people/{name}", name.upper()) for name in NAMES}


@pytest.fixture
def blocks(companions_in):
    return lambda *texts: companions_in([f"people/{name}" for name in text] for text in texts)


def test_the_most_frequent_companion_comes_first_and_is_broadest(people, blocks):
    network = network_of(blocks("ab", "abc", "bc").circle("people/a"), people)
    assert [(node.entity.label, node.together) for node in network.nodes] == [("B", 2), ("C", 1)]
    assert network.nodes[0].width > network.nodes[1].width
    assert [other.label for other in network.nodes[0].beside] == ["C"]
    assert len(network.ties) == 1


def test_ties_join_only_those_who_stand_together(people, blocks):
    assert network_of(blocks("ab", "ac").circle("people/a"), people).ties == ()


def test_all_is_drawn_within_the_drawing_and_the_rest_is_counted(people, blocks):
    network = network_of(blocks(NAMES).circle("people/a"), people)
    assert len(network.nodes) == 8
    assert network.more == 7
    assert len(network.ties) == 8
    assert all(0 < node.x < WIDTH and 0 < node.y < network.height for node in network.nodes)
    assert all(tie.swing < network.nodes[0].x for tie in network.ties)


def test_how_often_others_stand_together_is_not_told(blocks):
    apart, once, twice = (blocks("ab", "ac", *["bc"] * times).circle("people/a") for times in range(3))
    assert told(once) == told(twice) != told(apart)
