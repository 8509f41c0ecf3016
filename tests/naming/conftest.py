"""What the tests of naming share: a folder of seeds with a registry."""

import pytest

from newsarchive.naming.suggestion import suggestions
from newsarchive.naming.unknown import unknown_names
from newsarchive.sources import read_sources

PLACES = """\
# yaml-language-server: $schema=registry.schema.json
#
# The places, and a remark.

- slug: orlau   # the town
  kind: town
  names:
    - {text: Orlau, language: en, script: Latn, source: the map}
"""
FERRY = """\
The ferry to Osterholm sailed again. They met Orlau's mayor there. “It is cold,” said Lind.

President Ada Lind came by. They found nobody in the village of Orlaw, only ICYX reporters, in Osterholm.

Шуша is cold, they told Шуша.
"""


@pytest.fixture
def seeds(tmp_path, write_files):
    """A folder with one article in English, and a registry of one town."""
    files = {"ferry.txt": FERRY, "ferry.yml": "language: en\n", "registry/places.yml": PLACES}
    return write_files(tmp_path / "seeds", files)


@pytest.fixture(scope="session")
def suggested():
    """Return the suggestions for a folder of seeds, by the names."""

    def suggest(folder):
        sources = read_sources(folder)
        found = unknown_names(sources.articles, sources.registry)
        articles = {article.id: article for article in sources.articles}
        return {one.unknown.text: one for one in suggestions(found, articles, sources.registry)}

    return suggest
