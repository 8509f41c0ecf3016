"""Scripts as they are served: without what only people read."""

import re

# A regular expression stands where no number or name has just ended, for there a slash divides.
_WRITTEN = r"""
    "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*`
    | (?:(?<=[(,=:[!&|?{};>])|(?<=[(,=:[!&|?{};>]\ )) / (?![*/]) (?:\\.|\[(?:\\.|[^]\\\n])*\]|[^/\\[\n])+ /
"""
_BETWEEN = r"(?: \s | /\* .*? \*/ | //[^\n]* )+"
_TOKEN = re.compile(rf"({_WRITTEN}) | {_BETWEEN}", re.DOTALL | re.VERBOSE)


def bare_script(script: str) -> str:
    """Return a script without comments, indentation and empty lines.

    Its lines stay apart, for where a line ends a statement may. Strings, templates and regular expressions stay letter
    by letter; a template within a template is read as the end of the outer one.
    """
    return _TOKEN.sub(lambda token: token[1] or ("\n" if "\n" in token[0] else " "), script).strip()
