"""Decisions as YAML: what a person would write into `decisions.yml`, and the file with it."""

import re

from newsarchive.registry.decisions import SCHEMA_FILE
from newsarchive.registry.entity import Decision
from newsarchive.registry.entry_yaml import new_file, quoted_yaml
from newsarchive.yaml_document import YamlDocument

_DASH = re.compile(r" *- \Z")


def decision_yaml(decision: Decision) -> str:
    """Return the lines of `decision` in its list, from the first column on; they close with a newline."""
    return (
        f"- name: {quoted_yaml(decision.name)}\n"
        f"  entity: {decision.entity}\n"
        f"  by: {quoted_yaml(decision.by)}\n"
        f"  date: {quoted_yaml(decision.date)}\n"
        f"  articles: [{', '.join(decision.articles)}]\n"
    )


def with_decision(document: YamlDocument | None, file: str, decision: Decision) -> str:
    """Return the text of `decisions.yml` with `decision` at the head of its list; all other lines stay as they are.

    `document` is what `file` holds, or None where there is none yet. A list within brackets cannot take lines: then the
    text that comes back is no YAML.
    """
    verdict = str(decision.verdict)
    lines = (file or new_file(SCHEMA_FILE)).splitlines(keepends=True)
    end = "\r\n" if "\r\n" in file else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    at, indent, head = len(lines), "  ", [f"{verdict}:\n"]
    if document is not None and (verdict,) in document.key_places:
        at, indent, head = *_place(document, lines, verdict), []
    new = [*head, *(f"{indent}{line}" for line in decision_yaml(decision).splitlines(keepends=True))]
    return "".join([*lines[:at], *(line.replace("\n", end) for line in new), *lines[at:]])


def _place(document: YamlDocument, lines: list[str], verdict: str) -> tuple[int, str]:
    """Return how many lines stand before the first item of the list `verdict`, and its indentation."""
    line, column = document.places.get((verdict, 0), (0, 0))
    before = lines[line - 1][: column - 1] if line else ""
    if _DASH.fullmatch(before):
        return line - 1, before[:-2]
    return document.key_places[(verdict,)][0], "  "
