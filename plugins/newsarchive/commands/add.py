"""The command `newsarchive add`."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, NoReturn

import click
from pydantic import AfterValidator, TypeAdapter, ValidationError

from newsarchive.adding.brought import MOST_BYTES, Brought, Form, read_brought
from newsarchive.adding.draft import SCHEMA, Draft, article_of, drafted, sidecar_of, stem_of
from newsarchive.adding.outlook import outlook
from newsarchive.adding.sameness import Sharing, same_address, same_words, sharings
from newsarchive.article import Article, Origin
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import CouldNotRunError, counted
from newsarchive.edtf_value import parse_edtf
from newsarchive.export.folder import write_together
from newsarchive.problem import Problem, SeedsError, printable
from newsarchive.reading.days import day_of
from newsarchive.reading.metadata import Language, Line, Slug, Url, Words
from newsarchive.reading.seeds import read_seeds
from newsarchive.registry.files import read_registry

_STDIN = "-"


def _day(text: str) -> str:
    """Return an EDTF value as it is, and a day that is written out as one; raises ValueError for what is neither."""
    try:
        return parse_edtf(text.strip()).text
    except ValueError:
        day = day_of(text.strip())
    if day is None:
        message = "it is not a date; write it year first, such as 2031-01-13, 2031-01 or 2031, or as 13 January 2031"
        raise ValueError(message)
    return day


Day = Annotated[str, AfterValidator(_day)]


def _checked(kind: Any) -> Callable[..., str | None]:  # noqa: ANN401  # an annotated type is no type to mypy
    """Return a callback that takes what the sidecar's model takes, and says what is wrong with the rest."""
    adapter: TypeAdapter[str] = TypeAdapter(kind)

    def check(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
        return None if value is None else _taken(adapter, value)

    return check


def _taken(adapter: TypeAdapter[str], value: str) -> str:
    try:
        return adapter.validate_python("".join(one if one.isprintable() else " " for one in value))
    except ValidationError as error:
        raise click.BadParameter(error.errors()[0]["msg"].removeprefix("Value error, ")) from None


@click.command()
@seeds_option
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--title", callback=_checked(Line), help="The headline.")
@click.option("--date", callback=_checked(Day), help="The day of publication, year first: 2031-01-13.")
@click.option("--source", "name", callback=_checked(Line), metavar="NAME", help="Who published it.")
@click.option("--url", callback=_checked(Url), help="Its address on the web.")
@click.option("--author", callback=_checked(Line), help="Who wrote it.")
@click.option("--agency", callback=_checked(Line), help="The news agency that it comes from.")
@click.option("--language", callback=_checked(Language), help="The language of the text, such as en, az, hy or ru.")
@click.option("--rights", callback=_checked(Words), help="Who may do what with the text, in a sentence.")
@click.option("--retold/--not-retold", default=None, help="Whether the wording is yours, the facts alone the source's.")
@click.option("--slug", callback=_checked(Slug), help="The last part of its address, and the name of its files.")
@click.option("--keep-page", is_flag=True, help="Keep a saved page as it is as the seed, and not its text alone.")
@click.option("--again", is_flag=True, help="Add it although the archive seems to have it.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is not found; without it, only on a terminal.")
@click.option("--dry-run", is_flag=True, help="Show all and write nothing.")
def add(  # noqa: PLR0913  # an argument an option
    *,
    seeds: Path,
    file: Path,
    keep_page: bool,
    again: bool,
    ask: bool | None,
    dry_run: bool,
    **facts: str | bool | None,
) -> None:
    """Add an article: a text, a saved web page, or with - what comes on standard input.

    Finds title, date, source, author and address where the page states them, shows what the article will be in the
    archive, and writes the seed and its sidecar. An article that the archive has already is named and not added.
    """
    known = {key: one for key, one in facts.items() if one is not None}
    data = _read(file, seeds)
    try:
        brought = read_brought(str(file), data)
        draft = drafted(brought, is_page_kept=keep_page).with_facts(known)
        if str(file) != _STDIN and (sys.stdin.isatty() if ask is None else ask):
            draft = _asked(draft)
        article = _article(draft)
    except SeedsError as error:
        _refuse(file, error.problems)
    others, problems = read_seeds(seeds)
    article = _named(article, draft, seeds, others)
    shared = sharings(article, others)
    click.echo(outlook(article, draft.places, read_registry(seeds / "registry")[0], shared), nl=False)
    same = None if again else _same(article, others, shared)
    if same:
        click.echo(printable(f"Not added: {same}. To add it all the same, say --again."))
        raise SystemExit(1)
    for remark in _remarks(brought, article, len(problems)):
        click.echo(f"Note: {remark}.", err=True)
    _write(seeds, article, draft, is_dry=dry_run)


def _read(file: Path, seeds: Path) -> bytes:
    """Return the bytes of the file, one more at most than an article may have."""
    if str(file) == _STDIN:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    if file.resolve().is_relative_to(seeds.resolve()):
        message = f"{printable(str(file))} is in the archive's folder already; add a file from somewhere else"
        raise CouldNotRunError(message)
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _refuse(file: Path, problems: Sequence[Problem]) -> NoReturn:
    """Say in a line each why the file becomes no article, and end with 1."""
    for problem in problems:
        place = f", line {problem.line}" if problem.line > 1 else ""
        click.echo(printable(f"Not added: {file}{place}: {problem.message} ({problem.hint})."))
    raise SystemExit(1)


def _article(draft: Draft) -> Article:
    try:
        return article_of(draft)
    except ValueError as error:
        raise CouldNotRunError(str(error)) from None


def _asked(draft: Draft) -> Draft:
    """Return the draft with what a person answers to questions for what is not known; Enter leaves it unknown."""
    if not {"name", "url"} & draft.facts.keys():
        draft = _with_answer(draft, "name", "Who published it?", Line)
        draft = _with_answer(draft, "url", "What is its address on the web?", Url)
    article = _article(draft)
    if article.title_origin is Origin.DERIVED:
        draft = _with_answer(draft, "title", "What is its headline?", Line)
    if article.date is None or article.date_origin is Origin.INFERRED:
        draft = _with_answer(draft, "date", "When was it published, such as 2031-01-13?", Day)
    if article.language is None:
        draft = _with_answer(draft, "language", "In which language is it, such as en, az, hy or ru?", Language)
    if "retold" not in draft.facts and draft.form is not Form.PAGE and not draft.places:  # nobody saves his own page
        words = "Is the wording your own, and only the facts the source's?"
        draft = draft.with_facts({"retold": True}) if click.confirm(words, default=False, err=True) else draft
    return draft


def _with_answer(draft: Draft, key: str, question: str, kind: Any) -> Draft:  # noqa: ANN401  # as above
    adapter: TypeAdapter[str] = TypeAdapter(kind)

    def taken(answer: str) -> str:
        return _taken(adapter, answer) if answer.strip() else ""

    asked = f"{question} (Enter if you do not know)"
    answer = click.prompt(asked, default="", show_default=False, prompt_suffix=" ", value_proc=taken, err=True)
    return draft.with_facts({key: answer}) if answer else draft


def _named(article: Article, draft: Draft, seeds: Path, others: Sequence[Article]) -> Article:
    """Return the article under the name that its files will have: its slug, or one that is made of its title."""
    taken = {one.id for one in others} | {path.stem for path in seeds.iterdir()}
    stem = str(draft.facts.get("slug") or stem_of(article.title, taken))
    if stem in taken:
        message = f"the archive has an article or a file of the name '{stem}' already; say another with --slug"
        raise CouldNotRunError(message)
    return replace(article, id=stem, seed=f"{stem}{draft.form}")


def _remarks(brought: Brought, article: Article, problems: int) -> Iterator[str]:
    if brought.page and brought.page.is_stub:
        yield "the page says that the article must be paid for, so this may be no more than its beginning"
    if brought.page and not article.rights and not article.retold:
        yield "this is the publisher's own wording; see that it may be published here, and say why with --rights"
    if problems:
        yield f"the archive has {counted(problems, 'problem')} already, which 'newsarchive check' lists"


def _same(article: Article, others: Sequence[Article], shared: Sequence[Sharing]) -> str | None:
    """Say which article the archive has that is the same, and how that shows; None where there is none."""
    if found := same_address(article, others):
        return f"the archive has it as {found.seed}, from the same address"
    if found := same_words(article, others):
        return f"the archive has it as {found.seed}, word for word"
    seeds = {one.id: one.seed for one in others}
    same = next((one for one in shared if one.is_same), None)
    if same is None:
        return None
    return f"the archive has it as {seeds[same.other]}, nearly word for word"


def _write(seeds: Path, article: Article, draft: Draft, *, is_dry: bool) -> None:
    """Write the seed and its sidecar together, or say what they would be."""
    sidecar = sidecar_of(draft.facts, has_schema=(seeds / SCHEMA).exists())
    files = [(article.seed, draft.seed), *([(f"{article.id}.yml", sidecar)] if draft.facts else [])]
    names = " and ".join(printable(str(seeds / name)) for name, _ in files)
    if is_dry:
        click.echo(f"Nothing is written, as you say --dry-run. It would be {names}.")
        return
    write_together(seeds, files)
    click.echo(f"Written: {names}. Now run 'newsarchive check', look at them, and send them.")
