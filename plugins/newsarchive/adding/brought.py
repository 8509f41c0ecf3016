"""Brought: the file that a contributor brings, read as what it is."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from newsarchive.problem import Problem, SeedsError
from newsarchive.reading.decoding import decoded
from newsarchive.reading.html.charset import page_text
from newsarchive.reading.html.mhtml import page_in_mhtml
from newsarchive.reading.html.page import Page, read_page

MOST_BYTES = 25_000_000
_MOST_TEXT = 2_000_000
_START = 2_000


class Form(StrEnum):
    """What a file is; the value is the ending that it has as a seed."""

    TEXT = ".txt"
    MARKDOWN = ".md"
    PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was brought: its `text` with line ends of Unix, and of a page its bytes and what came of it."""

    form: Form
    text: str
    data: bytes = b""
    page: Page | None = None


def read_brought(name: str, data: bytes) -> Brought:
    """Read the file `name` by its ending; standard input has none, and is a page where it begins like one.

    Raises SeedsError for what cannot become an article, with one problem.
    """
    if len(data) > MOST_BYTES:
        hint = "an article has a few kilobytes; save it without its pictures, or copy its text into a .txt file"
        raise _refusal(name, "file-too-big", f"the file is larger than {MOST_BYTES // 1_000_000} MB", hint)
    ending = PurePath(name).suffix.lower()
    if ending in {".mhtml", ".mht"} or (not ending and _is_mhtml(data)):
        return _page(name, _within(name, data))
    if ending in {".html", ".htm", ".xhtml"} or (not ending and _is_page(data)):
        return _page(name, data)
    if ending in {"", ".txt", ".text", ".md", ".markdown"}:
        return _text(name, data, Form.MARKDOWN if ending in {".md", ".markdown"} else Form.TEXT)
    hint = "save its text as a plain text file that ends in .txt, or the web page as .html"
    raise _refusal(name, "seed-format", f"a file that ends in '{ending}' cannot be read", hint)


def _refusal(name: str, code: str, message: str, hint: str) -> SeedsError:
    return SeedsError([Problem(name, 1, 1, code, message, hint)])


def _is_page(data: bytes) -> bool:
    start = data[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--"))


def _is_mhtml(data: bytes) -> bool:
    start = data[:_START].lower()
    return b"mime-version:" in start and b"content-type: multipart/" in start


def _within(name: str, data: bytes) -> bytes:
    page = page_in_mhtml(data)
    if page is None:
        raise _refusal(name, "page-without-article", "the web archive holds no page", "save the page again, as HTML")
    return page


def _page(name: str, data: bytes) -> Brought:
    text = page_text(data)
    page = read_page(text, name)
    if page.problems:
        raise SeedsError(page.problems)
    return Brought(Form.PAGE, text, data, page)


def _text(name: str, data: bytes, form: Form) -> Brought:
    if len(data) > _MOST_TEXT:
        raise _refusal(name, "file-too-big", f"the text is larger than {_MOST_TEXT // 1_000_000} MB", "split it")
    text = decoded(data, name)
    if isinstance(text, Problem):
        raise SeedsError([text])
    if not text.strip():
        raise _refusal(name, "seed-empty", "there is no text", "give a file that holds the article's text")
    return Brought(form, text.replace("\r\n", "\n").replace("\r", "\n"))
