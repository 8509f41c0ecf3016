"""Unknown: what the articles name and the registry does not have."""

from newsarchive.archive import build_archive
from newsarchive.naming.unknown import unknown_among, unknown_names
from newsarchive.sources import read_sources

PLACES = """\
- slug: orlau
  kind: town
  names: [{text: Orlau, language: en, script: Latn, source: the map, ambiguous: true}]
- slug: orlau
  kind: district
  names: [{text: Orlau, language: en, script: Latn, source: the map, ambiguous: true}]
"""


def test_mentions_are_known_and_so_are_ambiguous_ones(tmp_path, write_files):
    seeds = write_files(tmp_path, {"a.txt": "They saw Orlau and Wend.", "registry/places.yml": PLACES})
    sources = read_sources(seeds)
    assert [name.text for name in unknown_names(sources.articles, sources.registry)] == ["Wend"]


def test_an_archive_that_stands_gives_the_same(project):
    archive = build_archive(project / "seeds")
    known = (*archive.mentions, *archive.ambiguous)
    found = unknown_among(archive.articles, known, archive.registry)
    assert found == unknown_names(archive.articles, archive.registry)


def test_the_registry_of_this_archive_lacks_only_what_it_means_to_lack(project):
    sources = read_sources(project / "seeds")
    found = unknown_names(sources.articles, sources.registry)
    assert [name.text for name in found] == ["Defense Ministry"]  # every country's: see organisations.yml
