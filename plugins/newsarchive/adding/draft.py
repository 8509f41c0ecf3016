"""Draft: the seed and the sidecar that a brought file will be, before they are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import yaml

from newsarchive.adding.brought import Brought, Form
from newsarchive.article import Article
from newsarchive.problem import SeedsError
from newsarchive.reading.files import SeedFile
from newsarchive.reading.html.stating import PageStatement
from newsarchive.reading.seed import read_seed
from newsarchive.reading.slug import slug_of

SCHEMA = "sidecar.schema.json"
SOURCE = ("name", "url", "author", "agency")
_KEYS = ("title", "date", "language", "rights", "retold", "slug")
_STEM_LENGTH = 60
_PLACEHOLDER = "article"

Facts = Mapping[str, str | bool]
"""What is known of an article, by the keys of a sidecar; those of its source are `name`, `url`, `author`, `agency`."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A seed's bytes and ending, what its sidecar will say, and where each of these facts was found."""

    seed: bytes
    form: Form
    facts: Facts
    places: Mapping[str, str]

    def with_facts(self, facts: Facts) -> "Draft":
        """Return the draft with more facts, which a person knows."""
        known = {**self.facts, **facts}
        return Draft(self.seed, self.form, known, {key: at for key, at in self.places.items() if key not in facts})


def drafted(brought: Brought, *, is_page_kept: bool = False) -> Draft:
    """Return the draft of what was brought: a page as its text, one paragraph a block, or as it is where it is kept.

    Of a page that is kept the sidecar repeats nothing that the page states.
    """
    page = brought.page
    if page is None:
        text = brought.text if brought.text.endswith("\n") else f"{brought.text}\n"
        return Draft(text.encode(), brought.form, {}, {})
    facts, places = _stated(page.statement)
    if is_page_kept:
        return Draft(brought.data, Form.PAGE, {}, places)
    text = "\n\n".join(block.text for block in page.body.blocks)
    return Draft(f"{text}\n".encode(), Form.TEXT, facts, places)


def _stated(statement: PageStatement) -> tuple[dict[str, str | bool], dict[str, str]]:
    said = {
        "title": statement.title,
        "date": statement.date,
        "name": statement.publisher,
        "url": statement.url,
        "author": statement.author,
        "agency": statement.agency,
        "language": statement.language,
    }
    found = {key: one for key, one in said.items() if one}
    return {key: one.value for key, one in found.items()}, {key: one.where for key, one in found.items()}


def sidecar_of(facts: Facts, *, has_schema: bool) -> bytes:
    """Return the sidecar that states `facts`; a source whose name is not known has that of its address.

    Raises ValueError where something is known of a source that has neither.
    """
    source = {key: facts[key] for key in SOURCE if key in facts}
    if source and "name" not in source:
        host = urlsplit(str(source.get("url", ""))).hostname
        if not host:
            message = "say who published the article: --source NAME"
            raise ValueError(message)
        source = {"name": host.removeprefix("www."), **source}
    stated: dict[str, object] = {key: facts[key] for key in _KEYS if key in facts}
    if source:
        stated["source"] = source
    head = f"# yaml-language-server: $schema={SCHEMA}\n" if has_schema else ""
    body = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=1_000_000) if stated else ""
    return f"{head}{body}".encode()


def article_of(draft: Draft, stem: str = _PLACEHOLDER) -> Article:
    """Return the article that the archive will read of `draft` in files named `stem`.

    Raises SeedsError for what the archive would refuse, ValueError as `sidecar_of` does.
    """
    with TemporaryDirectory(prefix="newsarchive-") as name:
        folder = Path(name)
        seed, sidecar = f"{stem}{draft.form}", f"{stem}.yml"
        (folder / seed).write_bytes(draft.seed)
        (folder / sidecar).write_bytes(sidecar_of(draft.facts, has_schema=False))
        reading = read_seed(SeedFile(folder, seed, sidecar))
    if reading.article is None:
        raise SeedsError(reading.problems)
    return reading.article


def stem_of(title: str, taken: set[str]) -> str:
    """Return a file's name without ending that is made of `title` and not in `taken`: ASCII, at most 60 letters."""
    slug = slug_of(title)
    if len(slug) > _STEM_LENGTH:
        slug = slug[: _STEM_LENGTH + 1].rpartition("-")[0] or slug[:_STEM_LENGTH]
    slug = slug or _PLACEHOLDER
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (slug, *numbered) if name not in taken)
