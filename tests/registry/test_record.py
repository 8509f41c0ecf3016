"""Records: what a registry comes back as."""

from newsarchive.registry.entity import Decision, Entity, Name, Point, Registry, Room, Verdict
from newsarchive.registry.record import read_record, registry_record

REGISTRY = Registry(
    (
        Entity(
            "places/orlau",
            Room.PLACES,
            "town",
            (Name("Orlau", "en", "Latn", "the map", ambiguous=True, default=True), Name("Орлау", "ru", "Cyrl", "it")),
            "districts/ostra",
            "the law",
            "A town.",
            Point(1.5, -2.0, "the map"),
            (("geonames", "1"), ("iso3166-2", "AZ-ORL")),
            ("town", "market"),
        ),
        Entity("people/ada-holm", Room.PEOPLE, "person", (Name("Ada Holm", "en", "Latn", "a report"),)),
    ),
    (
        Decision("Holm", "people/ada-holm", Verdict.DISTINCT, "A reader", "2020-01-01", ("a", "b"), "r/d.yml", 3, 5),
        Decision("Ada", "people/ada-holm", Verdict.SAME, "A reader", "2020-01-01"),
    ),
)


def test_a_registry_comes_back():
    for registry in (REGISTRY, Registry()):
        read = read_record(registry_record(registry))
        assert read == registry
        assert repr(read) == repr(registry)  # of which digests are made
