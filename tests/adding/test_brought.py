from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from newsarchive.adding.brought import MOST_BYTES, Form, read_brought
from newsarchive.problem import SeedsError

BODY = (
    "<p>Паром в Остерхольм снова вышел в понедельник после пяти дней льда и перевёз сорок пассажиров на остров.</p>"
    "<p>В магазине с четверга не было хлеба, сказала Ада Линд, а печь пекаря стояла холодной всю неделю подряд.</p>"
)
PAGE = f"<html lang=ru><head><title>Паром</title></head><body><article>{BODY}</article></body></html>"


def texts(brought):
    return [block.text for block in brought.page.body.blocks]


def refused(name, data):
    with pytest.raises(SeedsError) as caught:
        read_brought(name, data)
    (problem,) = caught.value.problems
    assert problem.path == name
    return problem.code


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "-"])
def test_a_page_is_read_as_one_by_its_ending_or_its_beginning(name):
    brought = read_brought(name, PAGE.encode())
    assert brought.form is Form.PAGE
    assert len(texts(brought)) == 2


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "-"])
def test_the_page_in_a_web_archive_is_found(charset, name):
    message = MIMEMultipart("related")
    message.attach(MIMEText("p { color: red }", "css", "utf-8"))
    message.attach(MIMEText(PAGE, "html", charset))
    assert texts(read_brought(name, message.as_bytes())) == texts(read_brought("a.html", PAGE.encode()))


def test_a_web_archive_written_in_quoted_printable_is_read():
    quoted = "".join(f"={byte:02X}" for byte in PAGE.encode())
    lines = "=\r\n".join(quoted[at : at + 72] for at in range(0, len(quoted), 72))
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    )
    archive = f"{head}Content-Transfer-Encoding: quoted-printable\r\n\r\n{lines}\r\n--b--\r\n"
    assert texts(read_brought("a.mhtml", archive.encode())) == texts(read_brought("a.html", PAGE.encode()))


def test_a_web_archive_without_a_page_is_refused():
    assert refused("a.mhtml", MIMEText("x", "plain").as_bytes()) == "page-without-article"


@pytest.mark.parametrize(("name", "form"), [("a.txt", Form.TEXT), ("-", Form.TEXT), ("a.MARKDOWN", Form.MARKDOWN)])
def test_a_text_is_read_as_one(name, form):
    brought = read_brought(name, b"A river rose.\r\nIt fell.\r")
    assert (brought.form, brought.text) == (form, "A river rose.\nIt fell.\n")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b" \n", "seed-empty"),
        ("a.txt", b"\xff\xfe\x00", "file-not-utf8"),
        ("a.txt", b"a\x00b", "file-control-characters"),
        ("a.txt", b"x" * 2_000_001, "file-too-big"),
        ("a.html", b"x" * (MOST_BYTES + 1), "file-too-big"),
        ("a.html", b"<html><body><p>Hello.</p></body></html>", "page-without-article"),
        ("a.docx", b"PK", "seed-format"),
    ],
)
def test_what_cannot_become_an_article_is_one_problem(name, data, code):
    assert refused(name, data) == code
