import pytest

from newsarchive.naming.deciding import UndecidedError, decided
from newsarchive.registry.entity import Decision, Verdict
from newsarchive.registry.files import read_registry

ORLAW = Decision("Orlaw", "places/orlau", Verdict.SAME, "Ada Lind", "2031-01-14", ("ferry",))


def test_a_decision_comes_into_its_file(seeds, write_files):
    path, content = decided(seeds, ORLAW)
    assert path == "registry/decisions.yml"
    registry, problems = read_registry(write_files(seeds, {path: content}) / "registry")
    assert (problems, [one.articles for one in registry.decisions]) == ([], [("ferry",)])


def test_a_decision_that_cannot_be_is_refused(seeds, write_files):
    write_files(seeds, dict([decided(seeds, ORLAW)]))
    with pytest.raises(UndecidedError, match="decided on already"):
        decided(seeds, ORLAW)
