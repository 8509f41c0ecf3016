import pytest

from newsarchive.pages.gazetteer import Gazetteer


@pytest.fixture
def gazetteer(make_entity):
    coast = make_entity("districts/coast")
    entities = (
        coast,
        make_entity("places/far", point=(10, 10)),
        make_entity("places/near", point=(60.2, 20.2)),
        make_entity("places/nearer", point=(60.1, 20.1), part_of="districts/coast"),
        make_entity("places/nowhere", part_of="districts/coast"),
    )
    return Gazetteer(entities, {coast.id: (entities[4], entities[3])})


def test_a_district_without_a_point_lies_where_its_first_part_with_one_lies(gazetteer):
    coast = gazetteer.entities[0]
    place = gazetteer.place_of(coast)
    assert place.of.id == "places/nearer"
    assert place.point == gazetteer.entities[3].point


def test_what_has_no_point_has_no_place(gazetteer):
    assert gazetteer.place_of(gazetteer.entities[4]) is None
    assert gazetteer.around(gazetteer.entities[4]) == ()


def test_around_a_place_lies_what_is_near(gazetteer):
    around = gazetteer.around(gazetteer.entities[2])
    assert [place.entity.id for place in around] == ["places/near", "places/nearer"]
    assert [place.main for place in around] == [True, False]


def test_a_place_whose_point_is_borrowed_stands_once(gazetteer):
    around = gazetteer.around(gazetteer.entities[0])
    assert [place.entity.id for place in around] == ["districts/coast", "places/near"]


def test_what_lies_across_the_antimeridian_is_near(make_entity):
    east, west = make_entity("places/east", point=(0, 179.9)), make_entity("places/west", point=(0, -179.9))
    around = Gazetteer((east, west), {}).around(east)
    assert [place.entity.id for place in around] == ["places/east", "places/west"]
