from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.pages.map import Place, locator_map
from newsarchive.registry.entity import Entity, Name, Point, Room

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def places(*points):
    made = []
    for number, (latitude, longitude) in enumerate(points):
        point = Point(latitude, longitude, "a map")
        entity = Entity(
            f"places/p{number}", Room.PLACES, "town", (Name(f"Town {number}", "en", "Latn", "b"),), point=point
        )
        made.append(Place(entity, point, entity, main=number == 0))
    return made


def test_no_place_makes_no_map():
    assert locator_map([]) is None


def test_a_single_place_stands_in_the_middle_with_surroundings():
    drawing = locator_map(places((40, 46)))
    dot = drawing.dots[0]
    assert (dot.x, dot.y) == (drawing.width / 2, drawing.height / 2)
    assert drawing.kilometres == 20
    assert "46° E" in [line.words for line in drawing.meridians]
    assert "40° N" in [line.words for line in drawing.parallels]


def test_north_is_up_and_east_is_right():
    first, second = locator_map(places((40, 46), (41, 47))).dots
    assert second.y < first.y
    assert second.x > first.x


def test_the_scale_is_true_at_the_middle():
    drawing = locator_map(places((39.5, 46), (40.5, 46)))
    south, north = drawing.dots
    degree = south.y - north.y
    assert drawing.scale / drawing.kilometres == pytest.approx(degree / 111.195, rel=0.01)


def test_a_map_may_lie_across_the_antimeridian():
    east, west = locator_map(places((0, 179.5), (0, -179.5))).dots
    assert 0 < east.x < west.x < 360


def test_degrees_say_their_side_of_the_earth():
    drawing = locator_map(places((-0.5, -0.5), (0.5, 0.5)))
    assert {"0°", "0.5° N", "0.5° S"} <= {line.words for line in drawing.parallels}
    assert {"0°", "0.5° E", "0.5° W"} <= {line.words for line in drawing.meridians}


@given(st.lists(POINTS, min_size=1, max_size=12))
def test_every_place_is_within_the_drawing_and_no_label_hides_another(points):
    drawing = locator_map(places(*points))
    assert all(0 <= dot.x <= drawing.width and 0 <= dot.y <= drawing.height for dot in drawing.dots)
    boxes = [dot.label.box for dot in drawing.dots if dot.label]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert 0 < drawing.scale <= drawing.width / 4
    assert len(drawing.meridians) < 12
    assert len(drawing.parallels) < 12
