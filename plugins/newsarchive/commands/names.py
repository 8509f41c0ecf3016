"""The command `newsarchive names`."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from newsarchive.annotate.unknown_names import UnknownName
from newsarchive.commands.options import seeds_option
from newsarchive.commands.output import CouldNotRunError, counted
from newsarchive.export.folder import write_together
from newsarchive.naming.adding import additions
from newsarchive.naming.kind import EVENT, ORGANISATION, PERSON, PLACE, room_of_kind
from newsarchive.naming.plain import near_words, plain_text
from newsarchive.naming.suggestion import Suggestion, of_kind, suggestions
from newsarchive.naming.unknown import unknown_names
from newsarchive.problem import printable, quoted
from newsarchive.registry.spelling import spelled
from newsarchive.sources import read_sources


def _kind(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and room_of_kind(value) is None:
        message = f"no registry file is known for {quoted(value)}; say one such as person, village, newspaper or war"
        raise click.BadParameter(message)
    return value


@click.command()
@seeds_option
@click.argument("name", nargs=-1)
@click.option(
    "--least", type=click.IntRange(min=1), default=1, show_default=True, help="Leave out what stands less often."
)
@click.option(
    "--kind", metavar="KIND", callback=_kind, help="What the names are, such as person or village; else the words tell."
)
@click.option("--ask", is_flag=True, help="Ask what a name is where nothing around it tells.")
@click.option("--write", is_flag=True, help="Add the names to the registry's files.")
def names(*, seeds: Path, name: tuple[str, ...], least: int, kind: str | None, ask: bool, write: bool) -> None:  # noqa: PLR0913  # an argument an option
    """List what looks like a name in the articles and is not in the registry.

    Each comes with how often it stands, a sentence, the registry's names that are like it, and the lines that add it.
    With NAME, one or several, only these. Nothing is merged by itself.
    """
    sources = read_sources(seeds)
    found = _chosen(unknown_names(sources.articles, sources.registry), name, least)
    articles = {article.id: article for article in sources.articles}
    suggested = [of_kind(one, kind) if kind else one for one in suggestions(found, articles, sources.registry)]
    if ask:
        suggested = list(_asked(suggested))
    if write:
        _add(seeds, suggested)
    else:
        click.echo(plain_text(suggested), nl=False)


def _chosen(found: Sequence[UnknownName], wanted: Sequence[str], least: int) -> list[UnknownName]:
    """Return those of `found` that are wanted, all where none is named; a wanted one that is not there ends it."""
    by_text = {name.text: name for name in found if name.count >= least}
    if not wanted:
        return list(by_text.values())
    for text in map(spelled, wanted):
        if text not in by_text:
            close = get_close_matches(text, by_text, n=1)
            hint = f"; did you mean {quoted(close[0])}?" if close else ""
            message = f"{quoted(text)} is not among the names that the registry does not have{hint}"
            raise CouldNotRunError(message)
    return [by_text[text] for text in dict.fromkeys(map(spelled, wanted))]


def _asked(suggested: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Yield the suggestions, each whose kind is a guess with the kind that the person at the keyboard gives it."""
    for one in suggested:
        if one.guess is None:
            yield one
            continue
        click.echo(printable(f"{one.unknown.text}: {one.sentence}"), err=True)
        kinds = click.Choice([PERSON, PLACE, ORGANISATION, EVENT])
        yield of_kind(one, click.prompt("What is it?", type=kinds, default=one.entity.kind, err=True))


def _add(seeds: Path, suggested: Sequence[Suggestion]) -> None:
    """Add what the checker lets pass to the registry's files, and say what became of each name."""
    outcome = additions(seeds, [one.entity for one in suggested])
    write_together(seeds, outcome.files)
    for one in suggested:
        if one.entity in outcome.added:
            click.echo(printable(_added(one)))
            for near in one.near:
                click.echo(printable(f"  like {near_words(near)}; if they are one, take the new entry out and decide"))
    for entity, reason in outcome.refused:
        click.echo(printable(f"not added: {entity.text}: {reason}"))
    click.echo(f"{counted(len(outcome.added), 'name')} added, {len(outcome.refused)} not added")


def _added(one: Suggestion) -> str:
    why = f" (a guess, because {one.guess}: change it there if it is wrong)" if one.guess else ""
    return f"added {one.unknown.text} to {one.entity.file}, of the kind '{one.entity.kind}'{why}"
