"""Seed: one file of the seeds folder and its sidecar become an article, or all that is wrong with them."""

from collections.abc import Iterator

from newsarchive.article import Article, Origin
from newsarchive.problem import Problem
from newsarchive.reading.body import Body
from newsarchive.reading.contents import Contents, SeedContents, contents_of, kind_of, seed_contents
from newsarchive.reading.dating import date_of
from newsarchive.reading.days import day_of
from newsarchive.reading.decoding import line_and_column
from newsarchive.reading.files import SeedFile, is_page
from newsarchive.reading.front_matter import FrontMatter, front_matter, is_left_open
from newsarchive.reading.lines import LINE_ENDS
from newsarchive.reading.markdown import read_markdown
from newsarchive.reading.slug import slug_of
from newsarchive.reading.stated import Stated, merged, read_stated, source_of
from newsarchive.reading.text import read_text
from newsarchive.reading.titles import title_of
from newsarchive.reading.together import Address, SeedReading

_MAX_LINES = 40_000
_MAX_BLOCKS = 20_000
_MAX_FRONT_MATTER = 256_000
_UNSTATED = Stated()


def read_seed(file: SeedFile) -> SeedReading:
    """Read a seed, which has at most 20,000 blocks and but for a page at most 40,000 lines, and its sidecar.

    What comes of it hangs on these two files alone.
    """
    return reading_of(seed_contents(file))


def reading_of(contents: SeedContents) -> SeedReading:
    """Return what comes of the contents of a seed's files; see `read_seed`."""
    seed = contents_of(contents.seed, kind_of(contents.seed.path))
    sidecar = contents_of(contents.sidecar, "sidecar")
    beside = Stated(is_read=False) if sidecar.problems else read_stated(sidecar.text, sidecar.path)
    body, inside, complaints = _read_body(seed)
    address = _address(seed.path, beside, inside)
    problems = (*seed.problems, *sidecar.problems, *beside.problems, *inside.problems, *complaints, *_slugless(address))
    if problems or address is None:
        return SeedReading(None, address if address and address.slug else None, problems)
    return SeedReading(_article(address, beside, inside, body, contents.digest.hex()), address, ())


def _read_body(seed: Contents) -> tuple[Body, Stated, tuple[Problem, ...]]:
    """Return the body of a seed, what its front matter or the page states, and what is wrong with the body."""
    if seed.problems:
        return Body(()), Stated(is_read=False), ()
    if is_page(seed.path):
        return _read_page(seed)
    if len(seed.text) > _MAX_LINES < sum(map(seed.text.count, LINE_ENDS)) - seed.text.count("\r\n"):
        return Body(()), Stated(is_read=False), (_too_long(seed.path, _MAX_LINES, "lines"),)
    if not seed.path.endswith(".md"):
        body = read_text(seed.text)
        return body, _UNSTATED, tuple(_body_problems(seed, body))
    matter = front_matter(seed.text)
    body = read_markdown(seed.text, matter.field.range.end if matter else 0)
    if matter:
        body = Body(body.blocks, (matter.field, *body.fields))
    return body, _stated_inside(seed, matter), tuple(_body_problems(seed, body))


def _read_page(seed: Contents) -> tuple[Body, Stated, tuple[Problem, ...]]:
    from newsarchive.reading.html.page import read_page  # noqa: PLC0415  # half a second that only pages need pay
    from newsarchive.reading.html.stating import stated_metadata  # noqa: PLC0415

    page = read_page(seed.text, seed.path)
    return page.body, Stated(stated_metadata(page.statement)), page.problems


def _stated_inside(seed: Contents, matter: FrontMatter | None) -> Stated:
    if matter is None:
        message = "the front matter that begins here is never closed"
        problem = Problem(seed.path, 1, 1, "front-matter-open", message, "write a line '---' behind its last key")
        return Stated(problems=(problem,), is_read=False) if is_left_open(seed.text) else _UNSTATED
    if len(matter.yaml) > _MAX_FRONT_MATTER:
        message = f"the front matter is longer than {_MAX_FRONT_MATTER:,} characters"
        hint = "shorten it; the article's text belongs below its closing '---'"
        problem = Problem(seed.path, 1, 1, "front-matter-too-big", message, hint)
        return Stated(problems=(problem,), is_read=False)
    return read_stated(matter.yaml, seed.path, first_line=2)


def _too_long(path: str, limit: int, units: str) -> Problem:
    hint = "split it into several articles"
    return Problem(path, 1, 1, "seed-too-long", f"the seed has more than {limit:,} {units}", hint)


def _body_problems(seed: Contents, body: Body) -> Iterator[Problem]:
    if not body.blocks:
        hint = "put the article's text into it, or remove the file"
        yield Problem(seed.path, 1, 1, "seed-empty", "the seed holds no text", hint)
    if len(body.blocks) > _MAX_BLOCKS:
        yield _too_long(seed.path, _MAX_BLOCKS, "paragraphs")
    for field in body.fields:
        if field.name == "date" and day_of(field.text.split()[-1]) is None:
            place = line_and_column(seed.text, field.range.start)
            hint = "correct it, or remove it and state the date in the sidecar"
            yield Problem(seed.path, *place, "seed-date", f"'{field.text}' is not a day of the calendar", hint)


def _address(seed: str, beside: Stated, inside: Stated) -> Address | None:
    if not (beside.is_read and inside.is_read):
        return None
    for stated in (beside, inside):
        if stated.metadata.slug:
            return Address(stated.metadata.slug, seed, stated.path, *stated.slug_place)
    return Address(slug_of(seed.rpartition("/")[2].rpartition(".")[0]), seed, seed)


def _slugless(address: Address | None) -> Iterator[Problem]:
    if address is not None and not address.slug:
        message = "no address can be made of the file's name, which has no letter or digit"
        yield Problem(address.seed, 1, 1, "seed-slug", message, "rename the file, or state a slug in its sidecar")


def _article(address: Address, beside: Stated, inside: Stated, body: Body, known_by: str) -> Article:
    stated = merged(beside.metadata, inside.metadata)
    inside_origin = Origin.PAGE if is_page(address.seed) else Origin.FRONT_MATTER
    title, title_origin = title_of(beside.metadata, inside.metadata, body.blocks, inside_origin)
    date, date_origin, date_evidence = date_of(beside.metadata, inside.metadata, body, inside_origin)
    return Article(
        id=address.slug,
        seed=address.seed,
        title=title,
        title_origin=title_origin,
        date=date,
        date_origin=date_origin,
        date_evidence=date_evidence,
        source=source_of(stated.source),
        language=stated.language,
        rights=stated.rights,
        retold=bool(stated.retold),
        notes=beside.notes or inside.notes,
        blocks=body.blocks,
        fields=body.fields,
        digest=known_by,
    )
