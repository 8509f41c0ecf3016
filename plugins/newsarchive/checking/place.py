"""Place: where a problem stands in the repository, and where its code is explained."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsarchive.problem import Problem

CODE = "{code}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the seeds folder stands in its repository, and where problems are explained.

    `folder` has `/` and no closing one; it is "" where the seeds are the repository. `help_url` is the address of a
    problem's page with `{code}` in the place of the code, or "" where there are no such pages.
    """

    folder: str
    help_url: str = ""

    def path(self, problem: Problem) -> str:
        """Return the path of the problem's file in the repository, with `/`."""
        return str(PurePosixPath(self.folder, problem.path))

    def help(self, problem: Problem) -> str:
        """Return the address of the page on the problem's code, or ""."""
        return self.help_url.replace(CODE, problem.code)


def place_of(seeds: Path, help_url: str = "") -> Place:
    """Return the place of the folder `seeds`, whose repository is the nearest folder around it that holds `.git`.

    Without one the working directory is taken for it, and where the folder does not lie there, its own name is all.
    """
    folder = seeds.resolve()
    root = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), Path.cwd())
    inside = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name
    return Place("" if inside == "." else inside, help_url)
